// Controls and links too small for a finger. Links in the flow of a sentence are exempt (WCAG 2.5.8).
const LEAST = 24;
const found = [];
const inSentence = (link) => {
  if (!link.matches("a") || link.closest("svg, nav, header, .md-footer-meta")) return false;
  if (getComputedStyle(link).display !== "inline") return false;
  let block = link.parentElement;
  while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
  return block && block.textContent.trim().length > link.textContent.trim().length;
};
const measure = (element) => {
  const boxes = [element, ...element.querySelectorAll("*")].map((each) => each.getBoundingClientRect());
  const real = boxes.filter((box) => box.width && box.height);
  if (!real.length) return [0, 0];
  const side = (low, high) => Math.max(...real.map((box) => box[high])) - Math.min(...real.map((box) => box[low]));
  return [side("left", "right"), side("top", "bottom")];
};
const CONTROLS = "a[href], button, select, textarea, summary, input, label[for], [role=button], [tabindex='0']";
for (const element of document.querySelectorAll(CONTROLS)) {
  if (!shown(element) || inSentence(element)) continue;
  if (element.matches("input") && (offstage(element) || element.labels?.length)) continue;
  if (element.matches("label") && (offstage(element) || !document.getElementById(element.htmlFor))) continue;
  if (element.matches("a.md-skip")) continue; // shown to the keyboard alone
  const [width, height] = measure(element);
  if (!width || !height) continue;
  if (width < LEAST - 0.5 || height < LEAST - 0.5)
    found.push(`${selectorOf(element)}: ${width.toFixed(1)} x ${height.toFixed(1)} px`);
}
return found;
