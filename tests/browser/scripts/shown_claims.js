// The statements that the page rests on, and those of them that a reader sees now.
const refs = (elements) => [...new Set(elements.flatMap((each) => each.dataset.claims.split(/\s+/)))].filter(Boolean).sort();
const all = [...document.querySelectorAll("[data-claims]")];
return { there: refs(all), seen: refs(all.filter(shown)) };
