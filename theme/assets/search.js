// The search: nothing of Pagefind is fetched before it is opened.
(() => {
  const opener = document.querySelector(".search-opener");
  const { bundle, page } = opener?.dataset ?? {};
  if (!bundle) return; // as in editions of earlier days
  const plain = opener.href;
  const here = document.querySelector(".search-page");
  const without = document.querySelector(".search-plain");
  const copy = (id) => document.getElementById(id).content.cloneNode(true);
  const words = new URL("search-words.js", document.currentScript.src).href;
  let loading;

  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  const add = (tag, properties) =>
    new Promise((onload, onerror) => document.head.append(make(tag, { ...properties, onload, onerror })));

  const fetchAll = async () => {
    await Promise.all([
      add("link", { rel: "stylesheet", href: bundle + "pagefind-component-ui.css" }),
      add("script", { src: bundle + "pagefind-component-ui.js" }),
      add("script", { src: words }),
    ]);
    const search = window.PagefindComponents.configureInstance("default", {
      bundlePath: new URL(bundle, location).href,
      ranking: { metaWeights: { title: 1, names: 10 } }, // sources have no names
    });
    search.setLanguage(); // before its first part is there
    window.searchWords.teach(search);
    (here || document.body).append(copy(here ? "search-parts" : "search-dialog"));
    document.querySelector("pagefind-results").resultTemplate = window.searchWords.result;
    return search;
  };
  const load = () => (loading ??= fetchAll());

  const open = async () => {
    if (here) return here.querySelector("input")?.focus();
    opener.ariaBusy = "true";
    try {
      const search = await load();
      const dialog = document.querySelector("pagefind-modal");
      const more = dialog.querySelector(".search-more");
      more.textContent = search.translate("filters_label");
      search.on("search", (words) => (more.href = `${page}?${new URLSearchParams({ q: words })}`), more);
      dialog.open();
    } catch {
      location = plain;
    }
    opener.ariaBusy = null;
  };

  opener.href = page;
  opener.ariaHasPopup = "dialog";
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", (event) => {
    if (!"/s".includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    open();
  });

  if (!here) return;

  // Words and facets stand in the address: a search can be kept and sent.
  const begin = async (search) => {
    const facets = [...here.querySelectorAll("select")];
    const chosen = () => Object.fromEntries(facets.filter((one) => one.value).map((one) => [one.name, [one.value]]));
    const asked = new URLSearchParams(location.search);
    for (const one of facets) {
      const value = asked.get(one.name);
      if (value) one.append(make("option", { value, textContent: value, selected: true }));
      one.addEventListener("change", () => search.triggerFilters(chosen()));
    }
    search.on("filters", ({ available, total }) => {
      for (const one of facets) {
        const { name, value: now } = one;
        const counts = Object.entries((now ? total : available)[name] || {}).filter(([, count]) => count);
        const option = ([value, count]) =>
          make("option", { value, textContent: `${value} (${count})`, selected: value === now });
        one.replaceChildren(one.options[0], ...counts.map(option));
      }
    });
    search.on("search", (words, filters) => {
      const now = new URLSearchParams(words ? { q: words } : {});
      for (const name in filters) now.set(name, filters[name]);
      history.replaceState(null, "", `${location.pathname}${now.size ? "?" : ""}${now}`);
    });
    await search.triggerLoad();
    search.faceted = true;
    if (asked.size) search.triggerSearchWithFilters(asked.get("q") || "", chosen());
    here.querySelector("input").focus();
  };

  load()
    .then(begin)
    .catch(() => (without.className = ""));
})();
