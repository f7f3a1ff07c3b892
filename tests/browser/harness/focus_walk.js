// Puts the focus before everything on the page and looks at it whenever a key goes down, that is at every step of a walk
// once the step before is done.
const walk = { faults: [], look: () => walk.faults.push(focusFault()) };
window.focusWalk = walk;
document.body.tabIndex = -1;
document.body.focus();
document.body.removeAttribute("tabindex");
document.addEventListener("keydown", walk.look, true);
