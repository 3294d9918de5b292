"""Since you were here: what a returning reader's browser compares, in that browser alone.

Known days are days of the story, not of publication: a fact of an old day may be added today. So a
page carries a mark for each change, the browser keeps those of its last visit, and what has a new
mark is new to the reader. It fetches ``data/changes.json`` only when there is any.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.derive.changes import Change
from generator.exports.feeds import Published
from generator.views.borrowed import bare
from generator.views.changes import change_line, in_order
from generator.views.context import Context
from generator.views.dates import first_of_month
from generator.views.language import Language
from generator.views.rich_text import plain_text

PATH = "data/changes.json"
FORMAT = "explainer-changes/1"
# Of more changes only the newest have marks on the page, which would grow too heavy.
MOST = 1500
_MARK = 5  # characters of base64: 30 bits, so that two changes rarely share one


@dataclass(frozen=True, slots=True)
class Since:
    """What pages hold: the marks of all changes in a row, the words by plural category, as JSON.

    ``locale`` is a BCP 47 tag for dates and numbers, ``first`` what its language writes for the number of
    the first day of a month, "" where it is 1.
    """

    marks: str
    words: str
    locale: str
    first: str


def since(context: Context) -> Since:
    """Say what the theme puts into the pages that tell what is new."""
    marks = "".join(mark(context, change) for change in _newest(context))
    words = bare(json.dumps(dict(_words(context.language)), ensure_ascii=False))
    locale = context.language.locale
    return Since(marks, words, str(locale).replace("_", "-"), first_of_month(locale))


def mark(context: Context, change: Change) -> str:
    """Give a few characters that stand for everything a change says, whatever its record is called now."""
    olds = (next(iter(context.queries.former(ref)), ref) for ref in change.refs)
    record = context.queries.first_id(change.record)
    said = (change.kind, record, change.day.isoformat(), change.before, change.after, *olds)
    digest = hashlib.sha256("\x00".join(str(part) for part in said).encode()).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")[:_MARK]


def listed(context: Context, published: Published) -> bytes:
    """Give the list of changes: newest first, those without a mark on the page left out."""
    told = {"format": FORMAT, "changes": [_listed(context, one, published) for one in _newest(context)]}
    return bare(f"{json.dumps(told, ensure_ascii=False, indent=1)}\n").encode()


def _newest(context: Context) -> list[Change]:
    every = (change for day in context.queries.story[::-1] for change in in_order(context, day.changes))
    return list(every)[:MOST]


def _listed(context: Context, change: Change, published: Published) -> dict[str, Any]:
    line = change_line(context, change)
    return {
        "id": line.id,
        "mark": mark(context, change),
        "day": line.past.day,
        "when": line.past.since,
        "kind": line.past.kind,
        "label": line.past.kind_label,
        "record": change.record,
        "title": plain_text(line.name),
        "url": f"../{published.below(change.record)}",
    }


def _words(words: Language) -> Iterator[tuple[str, str]]:
    """Give the sentence for each plural category that CLDR knows in the language."""
    for category, number in _first_of_each(words, range(1, 200)).items():
        yield (
            category,
            words.ngettext(
                "Since you were here on {date}: {number} change",
                "Since you were here on {date}: {number} changes",
                number,
            ),
        )


def _first_of_each(words: Language, numbers: Iterable[int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in numbers:
        found.setdefault(words.locale.plural_form(number), number)
    return found
