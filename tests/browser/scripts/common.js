// Shared by the other scripts, which are the bodies of functions called in a page.
const selectorOf = (element) => {
  const steps = [];
  for (let at = element; at && at !== document.documentElement && steps.length < 4; at = at.parentElement) {
    if (at.id) { steps.unshift(`#${CSS.escape(at.id)}`); break; }
    const like = [...(at.parentElement?.children ?? [])].filter((other) => other.localName === at.localName);
    const name = [at.localName, ...at.classList].join(".");
    steps.unshift(like.length > 1 ? `${name}:nth-of-type(${like.indexOf(at) + 1})` : name);
  }
  return steps.join(" > ");
};
const shown = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
// Present for screen readers or for the label beside it, but nothing to see or to hit.
const offstage = (element) => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return box.width <= 1 || box.height <= 1 || style.clipPath === "inset(50%)" || style.clip.startsWith("rect(0");
};
const up = function* (element) {
  for (let at = element.parentElement; at; at = at.parentElement) yield at;
};
