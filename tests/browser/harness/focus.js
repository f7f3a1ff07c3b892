// What is wrong with how the focus shows; null if nothing is, "nowhere" if the page as a whole has it (WCAG 2.4.7 and
// 2.4.11). What moves is taken to its end first.
const focusFault = () => {
  comeToRest();
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "nowhere";
  const told = `${focused.outerHTML.slice(0, 160)} `;
  const labels = [...(focused.labels || [])];
  // A checkbox may be drawn by its label, or by what stands before or after it.
  const drawn = [focused, ...labels, focused.parentElement];
  const styles = drawn.flatMap((one) => [null, "::before", "::after"].map((part) => getComputedStyle(one, part)));
  const marks = (style) =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  if (!styles.some(marks)) return told + "has no outline";
  const boxes = [focused, ...labels].map((one) => one.getBoundingClientRect());
  const points = boxes.flatMap((box) =>
    [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y])),
  );
  const isSeen = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && [focused, ...labels].some((one) => one.contains(top) || top.contains(one));
  };
  return points.some(isSeen) ? null : told + `is out of sight at ${JSON.stringify(boxes[0])}`;
};
