"""The results as Markdown: what was measured with what, then the tables."""

from collections.abc import Iterator, Sequence

from benchmarks.peers.contenders import OURS
from benchmarks.peers.figures import (
    TIMES,
    Results,
    figure,
    median_of,
    named,
    ratio,
    reference,
    sizes,
    trials,
)

NOTHING = "-"
MB, KB = 1_000_000, 1_000


def report(results: Results) -> list[str]:
    """Give everything that a run measured, line by line."""
    lines = [*conditions(results), ""]
    for events in sizes(results):
        for table in (times(results, events), space(results, events)):
            lines += [*table, ""]
    for table in (growth(results), revisions(results), alone(results)):
        lines += [*table, ""] if table else []
    return [*lines[:-1], *(line for told in edition_ratios(results) for line in ("", told))]


def conditions(results: Results) -> list[str]:
    """Say when, where and with which versions it was measured."""
    machine, versions = results["machine"], results["versions"]
    programs = ", ".join(f"{name} {number}" for name, number in sorted(versions.items()))
    runs, slow = results["repetitions"], results["slow"]
    several = f"Medians of {runs} runs, and one run of whoever needs more than {slow:.0f} s."
    return [
        f"Measured on {results['day']} at commit {results['commit']}: {machine['cores']} cores, "
        f"{machine['memory'] / 2**30:.0f} GiB of memory, {machine['processor']}, {machine['system']}, "
        f"Python {machine['python']}; a load of {machine['load']:.1f} when it began. "
        f"{several if runs > 1 else 'One run of each.'} Versions: {programs}."
    ]


def times(results: Results, events: int) -> list[str]:
    """Lay out how long each contender takes at a size."""
    first = named(results, events, reference(results, events))
    beside = f"against {reference(results, events)}"
    head = ["cold, s", beside, "CPU, s", "one edit, s", beside, "live edit, s"]
    rows = []
    for trial in trials(results, events):
        cells = [
            amount(figure(trial, "cold")),
            times_as(ratio(figure(trial, "cold"), figure(first, "cold"))),
            amount(figure(trial, "cpu")),
            amount(figure(trial, "edit")),
            times_as(ratio(figure(trial, "edit"), figure(first, "edit"))),
            amount(figure(trial, "live")),
        ]
        rows.append([_name(trial["contender"], trial["failed"]), *cells])
    return _table([f"{events:,} events", *head], rows)


def space(results: Results, events: int) -> list[str]:
    """Lay out what each contender's build and site weigh at a size."""
    head = ["memory, MB", "pages", "files", "deployed, MB", "to a search result, kB", "of a common word, kB"]
    rows = []
    for trial in trials(results, events):
        cells = [
            amount(figure(trial, "memory"), MB),
            _count(figure(trial, "pages")),
            _count(figure(trial, "files")),
            amount(figure(trial, "bytes"), MB),
            amount(figure(trial, "rare"), KB),
            amount(figure(trial, "common"), KB),
        ]
        rows.append([_name(trial["contender"], trial["failed"]), *cells])
    return _table([f"{events:,} events", *head], rows)


def growth(results: Results) -> list[str]:
    """Lay out how much more the largest size takes than the smallest; nothing for one size alone."""
    smallest, *others = sizes(results) or [0]
    if not others:
        return []
    parts = {**TIMES, "memory": "memory", "bytes": "deployed", "rare": "to a search result"}
    rows = []
    for trial in trials(results, others[-1]):
        before = named(results, smallest, trial["contender"])
        cells = [times_as(ratio(figure(trial, part), figure(before, part))) for part in parts]
        rows.append([_name(trial["contender"], trial["failed"]), *cells])
    return _table([f"from {smallest:,} to {others[-1]:,} events", *parts.values()], rows)


def revisions(results: Results) -> list[str]:
    """Lay out the generator beside its earlier revision; nothing where that was not measured."""
    if not results["base"]:
        return []
    rows = []
    for events in sizes(results):
        now, base = named(results, events, OURS), named(results, events, results["base"])
        for part, words in TIMES.items():
            cells = _compared(figure(base, part), figure(now, part))
            rows.append([f"{words}, {events:,} events, s", *cells])
        for part, words in (("memory", "memory"), ("bytes", "deployed")):
            cells = _compared(figure(base, part), figure(now, part), MB)
            rows.append([f"{words}, {events:,} events, MB", *cells])
    return _table(["beside its earlier revision", results["base"], OURS, "ratio"], rows)


def alone(results: Results) -> list[str]:
    """Lay out what was measured of the generator alone; nothing where nothing was."""
    own = results["own"]
    base, ours = own.get(results["base"], {}), own.get(OURS, {})
    rows = []
    for words, name, part, unit in _alone(results):
        before, now = (median_of(one.get(name, []), part) for one in (base, ours))
        if before is not None or now is not None:
            rows.append([words, *_compared(before, now, unit)])
    if not rows:
        return []
    if results["base"]:
        return _table(["of the generator alone", results["base"], OURS, "ratio"], rows)
    return _table(["of the generator alone", OURS], [[words, now] for words, _, now, _ in rows])


def _alone(results: Results) -> Iterator[tuple[str, str, str, int]]:
    """Each row of the generator alone: in words, by the name and part of its cost, in a unit."""
    yield "the sample of `explainer new`, cold, s", "sample", "wall", 1
    checked, dated = results["own sizes"]["check"], results["own sizes"]["editions"]
    yield f"`explainer check` of {checked:,} events, cold, s", "check", "wall", 1
    yield f"`explainer check` of {checked:,} events after one edit, s", "check after one edit", "wall", 1
    for name in ("without editions", "with editions"):
        yield f"{dated:,} events {name}, cold, s", name, "wall", 1
        yield f"{dated:,} events {name}, memory, MB", name, "memory", MB
        yield f"{dated:,} events {name}, deployed, MB", name, "bytes", MB


def edition_ratios(results: Results) -> list[str]:
    """Say, for each revision measured, how many times as much a build with editions takes as one without."""
    lines = []
    for name, own in results["own"].items():
        pairs = []
        for part, words in (("wall", "time"), ("memory", "memory"), ("bytes", "deployed size")):
            dated, plain = (
                median_of(own.get(one, []), part) for one in ("with editions", "without editions")
            )
            pairs.append(f"{times_as(ratio(dated, plain))} the {words}")
        if own.get("with editions"):
            lines.append(f"{name}, with every day of change as an edition: {', '.join(pairs)}.")
    return lines


def amount(value: float | None, unit: int = 1) -> str:
    """Write a number of a unit with three figures."""
    if value is None:
        return NOTHING
    number = value / unit
    return f"{number:,.{2 if number < 10 else 1 if number < 100 else 0}f}"


def times_as(value: float | None) -> str:
    """Write a ratio."""
    return NOTHING if value is None else f"{amount(value)} ×"


def _count(value: float | None) -> str:
    return NOTHING if value is None else f"{value:,.0f}"


def _compared(before: float | None, now: float | None, unit: int = 1) -> list[str]:
    return [amount(before, unit), amount(now, unit), times_as(ratio(now, before))]


def _name(name: str, failed: str) -> str:
    return f"{name} (failed)" if failed else name


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lay out a Markdown table. No column is aligned: that would be a style, which pages forbid."""
    lines = [list(head), ["---"] * len(head), *map(list, rows)]
    return ["| " + " | ".join(line) + " |" for line in lines]
