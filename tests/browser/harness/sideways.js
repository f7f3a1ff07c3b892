// What reaches beyond the window's width if the page scrolls sideways, else what spills out of its own button; or null.
const page = document.documentElement;
const shown = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
const told = (element) => element.outerHTML.slice(0, 160);
if (page.scrollWidth > page.clientWidth) {
  const reach = (element) => element.getBoundingClientRect().right;
  const furthest = Math.max(...shown.map(reach));
  const last = shown.filter((element) => reach(element) > furthest - 1).pop();
  return `${page.scrollWidth - page.clientWidth} pixels, as far as ${told(last)}`;
}
const spilling = shown.find(
  (element) => element.matches("a, button") && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
);
return spilling ? `${spilling.scrollWidth - spilling.clientWidth} pixels out of ${told(spilling)}` : null;
