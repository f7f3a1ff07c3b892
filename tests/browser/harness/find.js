// Elements that may have this role and this name; the browser itself is asked afterwards whether they do.
const [role, name] = arguments;
const candidates = {
  link: "a[href]", button: "button, summary", heading: "h1, h2, h3, h4, h5, h6", checkbox: "input[type=checkbox]",
  searchbox: "input[type=search]", list: "ul, ol", navigation: "nav", dialog: "dialog", main: "main", status: "output",
  contentinfo: "footer", banner: "header", textbox: "textarea, input[type=text], input[type=email], input[type=tel]",
}[role];
const squeeze = (text) => (text || "").replace(/[\s\u00ad]+/g, "").toLowerCase();
const wanted = squeeze(name);
const named = (element) => {
  const ids = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const labels = [...ids.map((id) => document.getElementById(id)), ...(element.labels || [])].filter(Boolean);
  const words = labels.map((label) => label.textContent);
  return [...words, element.getAttribute("aria-label"), element.textContent, element.title, element.alt];
};
const shows = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden="true"], [inert]');
return [...document.querySelectorAll([candidates, `[role~="${role}"]`].filter(Boolean).join(", "))].filter(
  (element) => shows(element) && (!wanted || named(element).some((words) => squeeze(words).includes(wanted))),
);
