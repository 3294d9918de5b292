// Where the keyboard is, and whether a reader can see that.
for (const animation of document.getAnimations()) animation.finish();
const at = document.activeElement;
// A hidden radio or box shows it on its label, or on what stands beside it there.
const around = [at, at.nextElementSibling, ...(at.labels ?? [])];
const ring = (element) => {
  if (!element || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return box.width > 1 && box.height > 1 && (outlined || style.boxShadow !== "none");
};
const region = at.closest("article") ? "content" : at.closest("header") ? "header" : at.closest("nav") ? "navigation" : at.closest("footer") ? "footer" : at.className;
// Past the last stop the keyboard leaves the page.
return { selector: at === document.body ? "" : selectorOf(at), region, visible: around.some(ring), href: at.getAttribute("href"), kind: at.type || at.localName };
