// What print must not lose: the statements in closed details, and the sources.
const found = [];
const flat = (element) => {
  const box = element.getBoundingClientRect();
  return !element.checkVisibility() || !box.width || !box.height;
};
// Of a map the table that stands below it is printed, and says more.
for (const details of document.querySelectorAll("article details:not(figure.map details)")) {
  const kept = [...details.children].filter((child) => child.localName !== "summary" && child.matches(":is([data-claims], :has([data-claims]))"));
  if (kept.length && kept.every(flat)) found.push(`${selectorOf(details)}: closed on paper`);
}
for (const cites of document.querySelectorAll("article .cites, article .marks"))
  if (flat(cites) && !cites.closest(".no-print")) found.push(`${selectorOf(cites)}: sources are not on paper`);
return found;
