"""Addresses that were published and lead nowhere any more, with what to write so that they do."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.opposites import turns_round
from generator.model.refs import Ref, Target, record_of
from generator.pages.addresses import address, anchor_of
from generator.pages.kinds import KINDS, kind_of_model
from generator.pages.page import NO_SITE_INFO, PageKind
from generator.pages.render import page_tasks
from generator.views.context import Context
from generator.views.page_meta import url

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_STATEMENT = re.compile(rf'(?:[{{ ]#|\sid=")(claim-{_ID}|point|{_ID}--{_ID})(?=[\s"}}])')
_PART = re.compile(rf'(?:[{{ ]#({_ID}) \.|\sid="({_ID})" class=")(?:series|phrase)\b')
_ERA = re.compile("metric-[a-z-]+--.*")


@dataclass(frozen=True, slots=True)
class LostAddress:
    """An address below the site's, and the way out in words."""

    address: str
    way_out: str


def lost_addresses(
    context: Context, facts: Facts, before: Mapping[str, Iterable[str]]
) -> Iterator[LostAddress]:
    """Find pages and parts of pages of records that were there before (path below docs/ -> its texts)."""
    tasks = {task.path: task for task in page_tasks(context, NO_SITE_INFO)}
    kept = _kept(context, facts)
    on = facts.explainer.as_of
    for path, texts in sorted(before.items()):
        kind, record = _page(path)
        if kind is None:
            continue
        task = tasks.get(path)
        if task is None:
            if words := _way_out(context, before, (kind, record), on.isoformat()):
                yield LostAddress(url(path), words)
        elif task.kind is kind and kind.name != "disagreement":
            was = {anchor for text in texts for anchor in _anchors(text)}
            gone = was - kept.get(path, set())
            for anchor in sorted(gone):
                if anchor.partition("--")[0] not in gone - {anchor}:  # else it went with its record
                    words = _part_way_out(context, (kind, record), anchor, (was, on.isoformat()))
                    yield LostAddress(url(f"{path}#{anchor}"), words)


def _page(path: str) -> tuple[PageKind | None, str]:
    """Give the kind and record of a page that a record had to itself, or that holds parts of records."""
    folder, slash, name = path.rpartition("/")
    for kind in KINDS:
        own = kind.name == "disagreement" or (kind.model and kind_of_model(kind.model) is kind and kind.place)
        if own and slash and kind.place == f"{folder}/" and name != "index.md":
            return kind, name.removesuffix(".md")
        if kind.holds is Series and kind.path() == path:
            return kind, ""
    return None, ""


def _kept(context: Context, facts: Facts) -> dict[str, set[str]]:
    """Give the anchors of statements, and of records without a page, that each page has."""
    queries = context.queries
    found: dict[str, set[str]] = {}
    now: list[Target] = [*facts.statements, *queries.all_retired]
    now += [record.id for record in queries.all_records if isinstance(record, Series | Relation)]
    for target in now:
        path, _, anchor = address(context, target).partition("#")
        found.setdefault(path, set()).add(anchor)
    for target, olds in queries.all_former.items():
        path = address(context, target).partition("#")[0]
        label = queries.find_label(record_of(target))
        found.setdefault(path, set()).update(anchor_of(label.kind if label else None, old) for old in olds)
    return found


def _anchors(text: str) -> Iterator[str]:
    yield from (anchor for anchor in _STATEMENT.findall(text) if not _ERA.fullmatch(anchor))
    yield from (one or other for one, other in _PART.findall(text))


def _way_out(
    context: Context, before: Mapping[str, Iterable[str]], page: tuple[PageKind, str], on: str
) -> str:
    """Say what to write of a page that is gone; "" where the word about its record serves it too."""
    kind, record = page
    if kind.name == "disagreement":
        if not context.queries.find_label(record):
            return ""
        entry = f"- {{id: {record}/CLAIM, on: {on}, why: ...}}"
        return f"Its accounts differ no more. Where one was taken out, add to content/retired.yml: `{entry}`"
    other = context.queries.find_label(record)
    if other:
        return f"Another record is called `{record}` now. Give that another id, and put this one on the list."
    fresh = [
        one.id
        for one in context.queries.all_records
        if type(one) is kind.model and kind.path(one.id) not in before
    ]
    return _entries(f"- {{id: {record}, kind: {kind.name}, on: {on}", _nearest(record, fresh))


def _nearest(old: str, fresh: list[str]) -> str:
    """Guess which of the new ids an old one has become; never one that means the opposite."""
    likely = [name for name in fresh if not turns_round(old, name)]
    close = get_close_matches(old, likely, 1, 0.5)
    return likely[0] if len(fresh) == len(likely) == 1 else close[0] if close else "NEW-ID"


def _entries(start: str, now: str) -> str:
    return (
        f"Add to content/retired.yml: `{start}, now: {now}, renamed: true}}` where it has another id, or"
        f" `{start}, why: ...}}` where it is gone."
    )


def _part_way_out(
    context: Context, page: tuple[PageKind, str], anchor: str, known: tuple[set[str], str]
) -> str:
    """Say what to write of a statement, series or relation that is gone from a page.

    ``known`` are the anchors that the page had, and the day to write.
    """
    (kind, record), (was, on) = page, known
    first, two, second = anchor.partition("--")
    if two or anchor == "point" or anchor.startswith("claim-"):
        ref = Ref(first, second) if two else Ref(record, anchor.removeprefix("claim-"))
        there = getattr(context.queries.find(ref.record), "statements", ())
        fresh = [one for one, _ in there if anchor_of(kind.holds if two else kind.model, one) not in was]
        now = _nearest(ref.statement, [one.statement for one in fresh])
        return _entries(f"- {{id: {ref}, on: {on}", f"{ref.record}/{now}")
    model, holder = (Relation, f", holder: {record}") if record else (Series, "")
    records = (one.id for one in context.queries.all_records if type(one) is model)
    what = "relation" if record else "series"
    return _entries(
        f"- {{id: {anchor}, kind: {what}{holder}, on: {on}",
        _nearest(anchor, [one for one in records if one not in was]),
    )
