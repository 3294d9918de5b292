"""Addresses that were published and lead nowhere any more, with what to write so that they do."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.opposites import turns_round
from generator.model.refs import Ref, Target, record_of
from generator.pages.addresses import address, anchor_of
from generator.pages.former_addresses import anchors_left, page_at, wrong_addresses
from generator.pages.page import NO_SITE_INFO, PageKind
from generator.pages.render import page_tasks
from generator.problems import Finding
from generator.views.context import Context
from generator.views.former_addresses import WayOn
from generator.views.page_meta import url

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_STATEMENT = re.compile(rf'(?:[{{ ]#|\sid=")((?:claim|common)-{_ID}|point|{_ID}--{_ID})(?=[\s"}}])')
_PART = re.compile(rf'(?:[{{ ]#({_ID}) \.|\sid="({_ID})" class=")(?:series|phrase)\b')
_ERA = re.compile("metric-[a-z-]+--.*")
_found: dict[bytes, frozenset[str]] = {}


@dataclass(frozen=True, slots=True)
class LostAddress:
    """An address below the site's, and the way out in words.

    ``beside`` are the paths of what goes with a page: of its feed and the archives of that, less the ending,
    and of its card.
    """

    address: str
    way_out: str
    beside: tuple[str, ...] = ()


def lost_addresses(
    context: Context, facts: Facts, before: Mapping[str, Iterable[str]], exports: Collection[str] = ()
) -> Iterator[LostAddress]:
    """Find pages and parts of pages that were there before (path below docs/ -> its texts).

    ``exports`` are the paths below the site of feeds, less the ending, and of cards that were there.
    """
    tasks = {task.path: task for task in page_tasks(context, NO_SITE_INFO)}
    kept = _kept(context, facts)
    for path, anchors in anchors_left(context).items():
        kept.setdefault(path, set()).update(anchors)
    on = facts.explainer.as_of
    for path, texts in sorted(before.items()):
        kind, record = page_at(path)
        if kind is None:
            continue
        task = tasks.get(path)
        if task is None:
            if words := _way_out(context, before, (kind, record), on.isoformat()):
                yield LostAddress(url(path), words, tuple(_beside(kind, record, exports)))
        elif task.kind is kind and (kind.model or kind.holds):
            was = {anchor for text in texts for anchor in _anchors(text)}
            gone = was - kept.get(path, set())
            for anchor in sorted(gone):
                if anchor.partition("--")[0] not in gone - {anchor}:  # else it went with its record
                    words = _part_way_out(context, (kind, record), anchor, (was, on.isoformat()))
                    yield LostAddress(url(f"{path}#{anchor}"), words)


def wrong_entries(context: Context, facts: Facts) -> Iterator[Finding]:
    """Find former addresses, of those that are listed, that are in use or cannot be what they say."""
    if facts.former_addresses:
        tasks = page_tasks(context, NO_SITE_INFO)
        there = {task.path: task for task in tasks if not isinstance(task.given, WayOn)}
        yield from wrong_addresses(context, facts, there, _kept(context, facts))


def _beside(kind: PageKind, record: str, exports: Collection[str]) -> Iterator[str]:
    """Give what goes with the page of a record."""
    feed, card = f"feeds/{kind.place}{record}", f"assets/cards/{kind.name}/{record}.png"
    if record and kind.model:
        yield from sorted(one for one in exports if one in (feed, card) or one.startswith(f"{feed}/"))


def _kept(context: Context, facts: Facts) -> dict[str, set[str]]:
    """Give the anchors of statements, and of records without a page, that each page has."""
    queries = context.queries
    found: dict[str, set[str]] = {}
    now: list[Target] = [*facts.statements, *queries.all_retired]
    now += [record.id for record in queries.all_records if isinstance(record, Series | Relation)]
    for target in now:
        path, _, anchor = address(context, target).partition("#")
        found.setdefault(path, set()).add(anchor)
    for record in queries.all_records:
        for one in getattr(record, "common", ()):
            found.setdefault(address(context, record.id), set()).add(f"common-{one.id}")
    for target, olds in queries.all_former.items():
        path = address(context, target).partition("#")[0]
        label = queries.find_label(record_of(target))
        found.setdefault(path, set()).update(anchor_of(label.kind if label else None, old) for old in olds)
    return found


def _anchors(text: str) -> frozenset[str]:
    """Give the anchors of parts of a page; found once for each text, as a preview asks after each edit."""
    key = hashlib.sha256(text.encode()).digest()
    if key not in _found:
        statements = (anchor for anchor in _STATEMENT.findall(text) if not _ERA.fullmatch(anchor))
        _found[key] = frozenset((*statements, *(one or other for one, other in _PART.findall(text))))
    return _found[key]


def _way_out(
    context: Context, before: Mapping[str, Iterable[str]], page: tuple[PageKind, str], on: str
) -> str:
    """Say what to write of a page that is gone; "" where the word about its record serves it too."""
    kind, record = page
    queries = context.queries
    there = queries.find_label(record) or queries.find_newest(record)
    if kind.name == "disagreement":
        gone = f"Where an account was taken out: `- {{id: {record}/CLAIM, on: {on}, why: ...}}`."
        return f"{_address_entry(kind.path(record), on)} {gone}" if there else ""
    if kind.model is None:
        return f"{_address_entry(kind.path(record), on)} Without `why` it leads on at once."
    if queries.find_label(record):
        entry = f"- {{address: {url(kind.path(record))}, on: {on}, now: {record}}}"
        return (
            f"Another record is called `{record}` now. Give that another id, and put this one on the list of"
            f" content/retired.yml; or, where it is the same, add to it: `{entry}`."
        )
    fresh = [
        one.id
        for one in context.queries.all_records
        if type(one) is kind.model and kind.path(one.id) not in before
    ]
    return _entries(f"- {{id: {record}, kind: {kind.name}, on: {on}", _nearest(record, fresh))


def _address_entry(path: str, on: str) -> str:
    return f"Add to content/retired.yml: `- {{address: {url(path)}, on: {on}, why: ...}}`."


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
    elsewhere = url(f"{kind.path(record)}#{anchor}")
    if anchor.startswith("common-"):
        return _address_entry(f"{kind.path(record)}#{anchor}", on)
    if context.queries.find_holder(anchor):
        entry = f"- {{address: {elsewhere}, on: {on}}}"
        return f"The relation stands on another page now. Add to content/retired.yml: `{entry}`."
    model, holder = (Relation, f", holder: {record}") if record else (Series, "")
    records = (one.id for one in context.queries.all_records if type(one) is model)
    what = "relation" if record else "series"
    return _entries(
        f"- {{id: {anchor}, kind: {what}{holder}, on: {on}",
        _nearest(anchor, [one for one in records if one not in was]),
    )
