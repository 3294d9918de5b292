"""What each day changed about a record, for its own page: told once, then only what is new on a later day."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.derive.changes import Change
from generator.model.refs import Refs
from generator.views.context import Context
from generator.views.history import CitedText, HistoryLine, history_line, statement_words
from generator.views.statements import CitationLine

_MOST = 3  # statements of one day that are told; the page has all of them below


@dataclass(frozen=True, slots=True)
class Turn:
    """What one day changed. ``kind`` is "" for the first day, ``was`` the label of a status that it left.

    ``said`` is the sentence of the record on the first day; later what was said that day, or the
    sentence where nothing new was said and it reads otherwise. ``more`` says how much is left out, or "".
    """

    since: str
    kind: str
    kind_label: str
    was: tuple[str, str]
    status: tuple[str, str]
    said: tuple[CitedText, ...]
    more: str
    refs: Refs
    sources: tuple[CitationLine, ...]


def turns(context: Context, record: str) -> tuple[Turn, ...]:
    """Say what each known day changed about an event or a relation, oldest first; nothing of a single day."""
    lines = [(change, history_line(context, change)) for change in context.queries.changes(record)]
    # What the editors put right stands elsewhere.
    lines = [(change, line) for change, line in lines if line.sources or not line.notes]
    return tuple(_each(context, lines)) if len(lines) > 1 else ()


def _each(context: Context, lines: list[tuple[Change, HistoryLine]]) -> Iterator[Turn]:
    change, line = lines[0]
    status = _standing(context, change)
    yield Turn(line.since, "", "", ("", ""), status, line.after, "", line.refs, line.sources)
    for (before, _), (change, line) in pairwise(lines):
        was, status = _standing(context, before), _standing(context, change)
        said, more = _new(context, change, line)
        moved = was != status
        yield Turn(
            line.since,
            line.kind,
            line.kind_label,
            was if moved else ("", ""),
            status if moved else ("", ""),
            said,
            more,
            line.refs,
            line.sources,
        )


def _standing(context: Context, change: Change) -> tuple[str, str]:
    status = context.queries.status_on(change.record, change.day)
    return status.name.value, context.status_words(status)


def _new(context: Context, change: Change, line: HistoryLine) -> tuple[tuple[CitedText, ...], str]:
    """Give what was said on the day of a change, and how much more there was."""
    record = context.queries.record(change.record)
    new = [ref for ref in change.refs if context.queries.known_day(ref) == change.day]
    if not new:
        return line.after, ""
    told = tuple(CitedText(statement_words(context, record, ref), (ref,)) for ref in new[:_MOST])
    left = len(new) - len(told)
    more = context.language.ngettext("{number} more statement", "{number} more statements", left)
    return told, more.format(number=context.language.number(left)) if left else ""
