// Shared by the page templates: Markdown, the page frame, and the cross-reference
// index, which is built once for each load of the data.
import markdownIt from "markdown-it";

const md = markdownIt();
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

export const markdown = (text) => md.render(text);
export const esc = (text) => md.utils.escapeHtml(String(text));
export const link = (url, text) => `<a href="${url}">${esc(text)}</a>`;
export const list = (items, tag = "ul") => `<${tag}>\n${items.map((i) => `<li>${i}</li>\n`).join("")}</${tag}>`;
export const longDate = (iso) => {
  const [y, m, d] = iso.split("-").map(Number);
  return `${d} ${MONTHS[m - 1]} ${y}`;
};
export const eventList = (rows) => list(rows.map((e) => `${e.date}: ${link(`/events/${e.id}/`, e.title)}`));
export const table = (head, rows) =>
  `<table><thead><tr>${head.map((h) => `<th>${h}</th>`).join("")}</tr></thead><tbody>\n` +
  rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join("")}</tr>\n`).join("") + "</tbody></table>";

const indexes = new WeakMap();
const push = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

export function index(data) {
  let found = indexes.get(data.timeline);
  if (found) return found;
  const byId = (rows) => new Map(rows.map((r) => [r.id, r]));
  found = {
    actors: byId(data.actors), cities: byId(data.cities), sources: byId(data.sources), place: new Map(),
    byActor: new Map(), byCity: new Map(), byYear: new Map(), hurtByEvent: new Map(), hurtByCity: new Map(),
  };
  data.timeline.forEach((e, i) => {
    found.place.set(e.id, i);
    push(found.byYear, e.date.slice(0, 4), e);
    e.actors.forEach((a) => push(found.byActor, a, e));
    e.cities.forEach((c) => push(found.byCity, c, e));
  });
  data.casualties.forEach((c) => {
    push(found.hurtByEvent, c.event, c);
    push(found.hurtByCity, c.city, c);
  });
  indexes.set(data.timeline, found);
  return found;
}

export const page = (title, url, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)} - Facts</title>
<link rel="canonical" href="https://example.org${url}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">Facts</a>
<nav><a href="/timeline/">Timeline</a> <a href="/actors/">Actors</a> <a href="/cities/">Cities</a></nav>
<input type="search" placeholder="Search"></header>
<main><article data-pagefind-body>
<h1>${esc(title)}</h1>
${body}
</article></main>
<footer>Generated from the facts.</footer>
</body>
</html>
`;
