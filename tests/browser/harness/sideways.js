// What reaches beyond the window's width, if the page scrolls sideways; null if it does not.
const page = document.documentElement;
if (page.scrollWidth <= page.clientWidth) return null;
const beyond = (element) => element.getBoundingClientRect().right + scrollX - page.clientWidth;
const all = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
const furthest = Math.max(...all.map(beyond));
const told = all.filter((element) => beyond(element) > furthest - 1).map((element) => element.outerHTML.slice(0, 120));
return `${page.scrollWidth - page.clientWidth} pixels, by ${told.slice(-2).join(" … ")}`;
