// What sticks out of the page sideways. Boxes that scroll or clip by themselves may hold wide things.
const width = document.documentElement.clientWidth;
const found = [];
const held = (element) => {
  if (getComputedStyle(element).position === "fixed") return true;
  for (const parent of up(element)) {
    if (parent === document.body || parent === document.documentElement) return false;
    const style = getComputedStyle(parent);
    if (style.overflowX !== "visible" || style.position === "fixed" || style.contain.includes("paint")) return true;
  }
  return false;
};
for (const element of document.body.querySelectorAll("*")) {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height || (box.right <= width + 1 && box.left >= -1)) continue;
  if (!shown(element) || offstage(element) || held(element)) continue;
  found.push(`${selectorOf(element)}: from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width} px`);
}
const wide = document.scrollingElement.scrollWidth;
if (wide > width + 1 && !found.length) found.push(`html: ${wide} px of content in ${width} px`);
return found;
