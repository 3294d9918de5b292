// Editions of earlier days: today's pages offer them, theirs lead to the days before and after.
(() => {
  const way = document.querySelector("a.editions, a.edition-others");
  if (document.querySelector(".not-here")) {
    // A day that has no edition: the one before it may have the page.
    const [, site, day, page] = location.pathname.match(/^(.*\/)at\/(\d{4}-\d\d-\d\d)\/(.*)$/) || [];
    if (!day) return;
    fetch(`${site}at/days.json`).then((answer) => answer.json()).then(({ days, since }) => {
      const at = days.findLastIndex((one) => one <= day);
      if (at >= 0 && days[at] !== day && since[page] <= at)
        location.replace(`${site}at/${days[at]}/${page}${location.hash}`);
    });
    return;
  }
  if (!way) return;
  const bar = way.closest(".edition");
  const { page } = (bar || way).dataset;
  const hub = new URL(bar ? "../../" : ".", way.href);
  const here = bar && way.href.match(/([\d-]+)\/day\/$/)[1];
  const names = {};
  const name = (day) => names[day];
  const address = (day) => `${hub}${day}/${page}`;

  const choice = (days) => {
    const select = document.createElement("select");
    select.setAttribute("aria-label", way.textContent);
    select.className = "edition-choice";
    if (!here) select.append(new Option(way.textContent, ""));
    for (const day of days) select.append(new Option(name(day), day, false, day === here));
    select.onchange = () => select.value && (location = address(select.value));
    way.replaceWith(select);
    return select;
  };
  const step = (select, day, rel) => {
    if (!day) return;
    const link = Object.assign(document.createElement("a"), { href: address(day), rel, textContent: name(day) });
    select[rel === "prev" ? "before" : "after"](link, " ");
  };
  const load = async () => {
    const { days, names: called, since } = await (await fetch(`${hub}days.json`)).json();
    days.forEach((day, number) => (names[day] = called[number]));
    return days.slice(since[page] ?? 0);
  };

  if (bar)
    load().then((days) => {
      const at = days.indexOf(here);
      const select = choice(days);
      step(select, days[at - 1], "prev");
      step(select, days[at + 1], "next");
    });
  else
    way.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      load().then(choice).then((select) => (select.focus(), select.showPicker?.()))
        .catch(() => document.contains(way) && (location = way.href));
    });
})();
