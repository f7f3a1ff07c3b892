// Every text on the page that says it is in this language: what shows, what is read aloud, what is in the title.
const [language] = arguments;
const isOurs = (element) => element.closest("[lang]")?.lang === language;
const texts = new Set([document.title.split(" – ")[0]]);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode.data.replace(/\s+/g, " ").trim();
  if (text && isOurs(walker.currentNode.parentElement)) texts.add(text);
}
for (const name of ["aria-label", "title", "alt", "placeholder"]) {
  for (const element of document.querySelectorAll(`[${name}]`)) {
    if (isOurs(element)) texts.add(element.getAttribute(name).trim());
  }
}
return [...texts].filter(Boolean);
