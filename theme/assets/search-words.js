// The words of the search: how they are typed, counted and shown. Fetched when it is opened.
window.searchWords = (() => {
  const copy = (id) => document.getElementById(id).content.cloneNode(true);
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

  // What Pagefind is asked for, and what it says of its results.
  const teach = (search) => {
    const ask = search.__search__.bind(search);
    search.__search__ = (words, filters) => ask(typed(words), filters);
    const translate = search.translate.bind(search);
    search.translate = (key, parts) => counted(key, parts) ?? translate(key, parts);
  };

  return { result, teach };
})();
