// Contrast inside SVG, which axe leaves open: words against what lies under them, marks likewise.
const found = [];
const TEXT = 4.5, MARK = 3;
const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
const pen = canvas.getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
};
const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
const light = ([red, green, blue]) => {
  const [r, g, b] = [red, green, blue].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const seeThrough = (element) => {
  let opacity = 1;
  for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
};
// Every colour of a fill or stroke: one, or those that a pattern is drawn with.
const paints = (element, property) => {
  const style = getComputedStyle(element);
  const value = style[property];
  if (value === "none") return [];
  const opacity = Number(style[`${property}Opacity`]) * seeThrough(element);
  const pattern = /url\("?#([^")]+)"?\)/.exec(value);
  if (!pattern) return [rgba(value)].map((c) => [c[0], c[1], c[2], c[3] * opacity]).filter((c) => c[3] > 0);
  const parts = [...(document.getElementById(pattern[1])?.querySelectorAll("*") ?? [])];
  return parts.flatMap((part) => [...paints(part, "fill"), ...paints(part, "stroke")]);
};
const paperUnder = (svg) => {
  const stack = [svg, ...up(svg)].map((each) => rgba(getComputedStyle(each).backgroundColor));
  return stack.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
};
const SHAPES = "path, rect, circle, ellipse, polygon, polyline, line";
const covers = (shape, x, y) => {
  const box = shape.getBoundingClientRect();
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return [];
  const matrix = shape.getScreenCTM();
  if (!matrix) return [];
  const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
  if (shape.isPointInFill(point)) return paints(shape, "fill");
  return shape.isPointInStroke(point) ? paints(shape, "stroke") : [];
};
// The colours that may lie under a point: what was drawn before `element`, from the paper up.
const under = (element, svg, shapes, x, y) => {
  let layers = [paperUnder(svg)];
  for (const shape of shapes) {
    if (!(shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const colours = covers(shape, x, y);
    if (colours.length === 1) layers = layers.map((layer) => over(colours[0], layer));
    else layers = layers.concat(colours.flatMap((colour) => layers.map((layer) => over(colour, layer))));
  }
  return layers;
};
// Words with an outline drawn behind them stand on the outline.
const halo = (text) => {
  const style = getComputedStyle(text);
  if (!style.paintOrder.startsWith("stroke") || parseFloat(style.strokeWidth) < 1.5) return null;
  return paints(text, "stroke")[0] ?? null;
};
const worst = (colours, grounds) =>
  Math.min(...grounds.map((ground) => Math.max(...colours.map((colour) => ratio(over(colour, ground), ground)))));
// Eight points just outside a shape.
const around = (shape) => {
  const box = shape.getBoundingClientRect();
  const across = [box.left - 2, (box.left + box.right) / 2, box.right + 2];
  const down = [box.top - 2, (box.top + box.bottom) / 2, box.bottom + 2];
  return across.flatMap((x) => down.map((y) => [x, y])).filter((_, index) => index !== 4);
};
const judge = (element, measured, least) => {
  if (measured < least) found.push(`${selectorOf(element)}: contrast ${measured.toFixed(2)}, needs ${least} (${element.textContent.trim().slice(0, 30)})`);
};
for (const svg of document.querySelectorAll("article svg")) {
  if (svg.parentElement.closest("svg") || !shown(svg)) continue;
  const shapes = [...svg.querySelectorAll(SHAPES)].filter((shape) => shown(shape) && !shape.closest("defs, clipPath, mask, pattern, marker, symbol"));
  for (const text of svg.querySelectorAll("text")) {
    const box = text.getBoundingClientRect();
    if (!shown(text) || !text.textContent.trim() || !box.width) continue;
    const middle = (box.top + box.bottom) / 2;
    const points = [0.1, 0.5, 0.9].map((part) => [box.left + part * box.width, middle]);
    const edge = halo(text);
    const grounds = points.flatMap(([x, y]) => under(text, svg, shapes, x, y)).map((ground) => (edge ? over(edge, ground) : ground));
    for (const part of [text, ...text.querySelectorAll("tspan")])
      if ([...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        judge(part, worst(paints(part, "fill"), grounds), TEXT);
  }
  for (const mark of svg.querySelectorAll("[data-claims]")) {
    // A mark may be of several shapes: the clearest of them carries it.
    const own = shapes.filter((shape) => shape.closest("[data-claims]") === mark);
    if (!own.length) continue;
    const paint = own.flatMap((shape) => [...paints(shape, "fill"), ...paints(shape, "stroke")]);
    const others = shapes.filter((shape) => !own.includes(shape));
    const measured = around(own[0]).map(([x, y]) => worst(paint, under(own[0], svg, others, x, y)));
    // A line that leads to it, or the next mark, may touch it on a side or two.
    if (paint.length) judge(mark, measured.sort((a, b) => a - b)[3], MARK);
  }
}
return found;
