// What changed since this reader was last here. Only their own browser knows when that was.
(async () => {
  const box = document.querySelector(".since-visit");
  if (!box) return;
  const { list, marks, words, locale, first } = box.dataset;
  const source = new URL(list, location);
  const key = `since:${source.pathname}`;
  const now = JSON.stringify({ at: Date.now(), marks });
  const read = (store) => {
    try {
      const found = JSON.parse(store.getItem(key));
      return typeof found.marks === "string" && found.at > 0 && found;
    } catch {
      return null;
    }
  };
  const make = (tag, className, textContent = "") =>
    Object.assign(document.createElement(tag), { className, textContent });
  try {
    // A visit lasts as long as its tab: what was news when it began stays news on the way back.
    const last = read(sessionStorage) || read(localStorage) || JSON.parse(now);
    sessionStorage.setItem(key, JSON.stringify(last));
    localStorage.setItem(key, now);
    if (last.marks === marks) return;

    const seen = new Set(last.marks.match(/.{5}/g));
    const all = await (await fetch(source)).json();
    const news = all.changes.filter(({ mark }) => !seen.has(mark));
    if (!news.length) return;
    const says = JSON.parse(words);
    const title = says[new Intl.PluralRules(locale).select(news.length)] || says.other;
    const parts = {
      date: new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { dateStyle: "long" })
        .formatToParts(last.at)
        .map(({ type, value }) => (type === "day" && value === "1" && first) || value)
        .join(""),
      number: news.length.toLocaleString(locale),
    };
    const whole = Object.assign(make("details", "said-more"), { open: news.length < (innerWidth < 600 ? 4 : 9) });
    const lines = make("ul", "");
    for (const { day, kind, label, when, title, url } of news) {
      const line = make("li", "");
      const to = Object.assign(make("a", ""), { href: new URL(url, source) });
      to.append(make("bdi", "", title));
      const time = Object.assign(make("time", "when", when), { dateTime: day });
      line.append(make("span", `change-kind change-kind--${kind}`, label), " ", to, " ", time);
      lines.append(line);
    }
    whole.append(make("summary", "", title.replace(/\{(\w+)\}/g, (_, name) => parts[name])), lines);
    box.append(whole);
    box.hidden = false;
  } catch {
    // No storage, or no list: then there is nothing to tell.
  }
})();
