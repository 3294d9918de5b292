// The search: nothing of Pagefind is fetched before it is opened.
(() => {
  const opener = document.querySelector(".search-opener");
  const { bundle, page } = opener?.dataset ?? {};
  if (!bundle) return; // as in editions of earlier days
  const plain = opener.href;
  const here = document.querySelector(".search-page");
  const without = document.querySelector(".search-plain");
  const copy = (id) => document.getElementById(id).content.cloneNode(true);
  let loading;

  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const put = (parent, child) => (parent.append(child), parent);
  const apart = (words) => make("bdi", { textContent: words });
  const link = (href, words) => put(make("a", { href }), apart(words));

  // The index has words without modifier letters, and with plain signs within them.
  const typed = (words) =>
    words?.replace(/[\u02b0-\u02ff\ua700-\ua721\ua788-\ua78a]/g, "").replace(/[“”„«»]/g, '"').replace(/[^\0-\x7f]/g, (one) =>
      /[\p{P}\p{S}\p{Cf}]/u.test(one) ? "-" : one,
    );

  // How much was found, in the form that the number takes.
  const { locale, counts } = document.getElementById("search-dialog").dataset;
  const says = counts && JSON.parse(counts);
  const plural = says && new Intl.PluralRules(locale);
  const counted = (key, parts = {}) => {
    const [, all, none] = /^(total_)?(?:(zero)|one|many)_results?$/.exec(key) ?? [];
    if (!says || !/_results?$/.test(key)) return null;
    const number = Number(parts.COUNT ?? 0);
    const forms = says[all ? "all" : "found"];
    const said = none ? says[all ? "nothing" : "none"] : forms[plural.select(number)] || forms.other;
    const shown = { number: number.toLocaleString(`${locale}-u-nu-latn`), words: `\u2068${parts.SEARCH_TERM}\u2069` };
    return said.replace(/\{(\w+)\}/g, (_, name) => shown[name]);
  };

  // Words of the other direction in a line of ours are isolated; tags and entities are not words.
  const letters = document.body.dir === "rtl" ? "\\p{Script=Latin}\u02b0-\u02ff" : "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc";
  const others = new RegExp(`<[^>]*>|&\\w+;|[${letters}]+(?:(?:[\\s\\d'’.\\-–/،؛:_]|</?mark>)*[${letters}]+)*`, "gu");

  const result = ({ url, meta, filters, excerpt, sub_results }) => {
    const entry = copy("search-result").firstElementChild;
    const [kind, title, around, parts] = entry.children;
    for (const name of ["kind", "status", "date"])
      for (const value of filters[name] || []) kind.append(kind.firstChild ? " · " : "", apart(value));
    put(title, link(url, meta.title));
    around.innerHTML = excerpt.replace(others, (run) => (/^[<&]/.test(run) ? run : `\u2068${run}\u2069`)); // Pagefind escapes it
    const found = sub_results.filter((part) => part.title !== meta.title).slice(0, 3);
    parts.append(...found.map((part) => put(make("li"), link(part.url, part.title))));
    return entry;
  };

  const add = (tag, properties) =>
    new Promise((onload, onerror) => document.head.append(make(tag, { ...properties, onload, onerror })));

  const fetchAll = async () => {
    await Promise.all([
      add("link", { rel: "stylesheet", href: bundle + "pagefind-component-ui.css" }),
      add("script", { src: bundle + "pagefind-component-ui.js" }),
    ]);
    const search = window.PagefindComponents.configureInstance("default", {
      bundlePath: new URL(bundle, location).href,
      ranking: { metaWeights: { title: 1, names: 10 } }, // sources have no names
    });
    search.setLanguage(); // before its first part is there
    const ask = search.__search__.bind(search);
    search.__search__ = (words, filters) => ask(typed(words), filters);
    const translate = search.translate.bind(search);
    search.translate = (key, parts) => counted(key, parts) ?? translate(key, parts);
    (here || document.body).append(copy(here ? "search-parts" : "search-dialog"));
    document.querySelector("pagefind-results").resultTemplate = result;
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
