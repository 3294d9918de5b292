"""Addresses of pages, and of parts of pages, that came and went with the facts: where they lead now."""

import re
from collections.abc import Container, Iterator, Mapping

from markupsafe import Markup

from generator.model import reserved
from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.model.retired import FormerAddress
from generator.pages.addresses import anchor_of
from generator.pages.kinds import KINDS, kind_named
from generator.pages.page import PageKind, PageTask
from generator.problems import Finding
from generator.views.context import Context
from generator.views.former_addresses import WayOn, former_line
from generator.views.page_meta import url
from generator.views.retired import RetiredLine

_DISPUTE = "disagreement"
_STATEMENT = re.compile("(?:claim|common)-.+|point|.+--.+")


def page_at(path: str) -> tuple[PageKind | None, str]:
    """Give the kind of page that a file below docs/ is or was of, and its record or part, or ""."""
    folder, slash, name = path.rpartition("/")
    for kind in KINDS:
        if kind.in_editions and kind.place == path:
            return kind, ""
        if kind.in_editions and slash and kind.place == f"{folder}/" and name != "index.md":
            return kind, name.removesuffix(".md")
    return None, ""


def file_of(entry: FormerAddress) -> str:
    """Give the file below docs/ of the page that an address was that of, or of a part of it."""
    path = f"{entry.page.removesuffix('/')}.md"
    listed = f"{entry.page}index.md"
    return listed if any(kind.place == listed for kind in KINDS) else path


def former_pages(context: Context, taken: Container[str]) -> Iterator[PageTask]:
    """List the pages at addresses that were those of pages, but for files that are there, or are again."""
    retired = kind_named("retired")
    for entry in context.queries.former_addresses.values():
        path = file_of(entry)
        kind, _ = page_at(path)
        way = way_on(context, entry)
        if retired and kind and way and not entry.anchor and path not in taken:
            yield PageTask(retired, path, given=way, layout=kind.name)


def way_on(context: Context, entry: FormerAddress) -> WayOn | None:
    """Say where an address leads: as its entry has it, to what its page was of, or to the list it was in.

    In an edition that knows nothing of that record there is nothing to say.
    """
    kind, record = page_at(file_of(entry))
    is_dispute = kind is not None and kind.name == _DISPUTE
    if entry.now:
        return WayOn(entry, entry.now, dispute=is_dispute)
    if entry.anchor:
        is_relation = context.queries.find_holder(entry.anchor) is not None
        is_there = is_relation or context.queries.has_come(entry.on)
        return WayOn(entry, entry.anchor if is_relation else "") if is_there else None
    now = record if context.queries.find_label(record) else context.queries.find_newest(record)
    if isinstance(now, str) and now:
        return WayOn(entry, now, dispute=is_dispute)
    whole = kind_named(kind.section or "home") if kind else None
    lasts = whole and kind and not kind.model and not is_dispute
    return WayOn(entry, whole.path(), whole.label) if whole and lasts else None


def left_parts(context: Context, path: str) -> Iterator[tuple[RetiredLine, str, Markup]]:
    """Yield what had an anchor on a page and leads elsewhere now, with that anchor and those below it."""
    for entry in context.queries.left_on(url(path)):
        if way := way_on(context, entry):
            more = (Markup('<a id="{}"></a>').format(anchor) for anchor in _anchors(context, entry)[1:])
            yield former_line(context, way), entry.anchor, Markup("").join(more)


def anchors_left(context: Context) -> Mapping[str, set[str]]:
    """Give the anchors that pages have for what leads elsewhere now, by the file of the page."""
    found: dict[str, set[str]] = {}
    for entry in context.queries.former_addresses.values():
        if entry.anchor:
            found.setdefault(file_of(entry), set()).update(_anchors(context, entry))
    return found


def _anchors(context: Context, entry: FormerAddress) -> list[str]:
    """Give the anchor of an entry; after that of a relation those of its claims."""
    record = context.queries.find(entry.anchor)
    claims = record.claims if isinstance(record, Relation) else ()
    return [entry.anchor, *(anchor_of(Relation, Ref(entry.anchor, claim.id)) for claim in claims)]


def wrong_addresses(
    context: Context, facts: Facts, there: Mapping[str, PageTask], anchors: Mapping[str, set[str]]
) -> Iterator[Finding]:
    """Find former addresses that are in use, that no page ever had, or that lead nowhere.

    ``there`` are the pages without those that are made for such addresses, ``anchors`` those that they have
    of records and statements.
    """
    for entry in facts.former_addresses:
        if fault := _fault(context, entry, there, anchors):
            code, message, hint = fault
            yield Finding(entry.entry, ("address",), code, f"`{entry.address}` {message}", hint)


def _fault(
    context: Context, entry: FormerAddress, there: Mapping[str, PageTask], anchors: Mapping[str, set[str]]
) -> tuple[str, str, str] | None:
    path = file_of(entry)
    kind, _ = page_at(path)
    if kind is None:
        hint = "Write it as in `disagreements/harbour-taken/`: below the site, with a slash at its end."
        return "bad-retired", "is no address that a page of an explainer can have had", hint
    if entry.anchor in anchors.get(path, ()) if entry.anchor else path in there:
        return "retired-in-use", "is there", "Take this entry out; it says what became of what is gone."
    if entry.anchor and path not in there:
        hint = f"List `{entry.page}` instead, or the record that it was of by its `id`."
        return "bad-retired", "was on a page that is not there", hint
    if entry.anchor and not _lasts(kind, entry.anchor):
        hint = "Listed are relations, series, claims, figures, points and common knowledge."
        return "bad-retired", "is a part of its page that needs no entry", hint
    if way_on(context, entry) is None:
        hint = "Say in `now` where it leads; a record that went is listed by its `id` instead."
        return "bad-retired", "leads nowhere: no record has that id", hint
    return None


def _lasts(kind: PageKind, anchor: str) -> bool:
    """Say whether an anchor can have been that of a record or statement on a page of a kind."""
    headings = frozenset().union(*reserved.ANCHORS.values())
    if anchor in headings or not (kind.model or kind.holds):
        return False
    return _STATEMENT.fullmatch(anchor) is not None or kind.holds is not None
