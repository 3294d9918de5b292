"""A difference in words: for the terminal, for programs, for a pull request."""

import json
from collections.abc import Iterator
from typing import Any

from generator.derive.changes import Change
from generator.editor.diff import Diff, PageChanges, SentenceChange, StatusChange
from generator.model.vocabulary import StatusName

NOTHING = "Nothing that readers see changes."
_MOST = 40  # pages by name in a pull request; all of them stand in JSON


def as_text(found: Diff) -> str:
    """For a terminal."""
    if not found:
        return NOTHING
    return "\n\n".join("\n".join([title, *(f"  {line}" for line in lines)]) for title, lines in _parts(found))


def as_markdown(found: Diff) -> str:
    """For a pull request: headings, lists and the words before and after."""
    if not found:
        return NOTHING
    parts = []
    for title, lines in _parts(found):
        shown = lines[:_MOST]
        if len(lines) > len(shown):
            shown = [*shown, f"and {len(lines) - len(shown)} more"]
        parts.append("\n".join([f"### {title}", "", *(f"- {_escaped(line)}" for line in shown)]))
    return "\n\n".join(parts)


def as_json(found: Diff) -> str:
    """For programs: everything."""
    return json.dumps(
        {
            "changes": [_change(one) for one in found.changes],
            "statuses": [
                {"record": one.record, "before": _name(one.before), "after": _name(one.after)}
                for one in found.standings
            ],
            "sentences": [
                {"ref": str(one.ref), "before": one.before, "after": one.after} for one in found.sentences
            ],
            "pages": {
                code: {"new": list(one.new), "changed": list(one.changed), "gone": list(one.gone)}
                for code, one in found.pages.items()
            },
            "feeds": dict(found.feeds),
            "languages": list(found.pages),
            "looks": found.looks,
        },
        ensure_ascii=False,
        indent=1,
    )


def _parts(found: Diff) -> Iterator[tuple[str, list[str]]]:
    """Give the parts that say something: a heading with its lines."""
    parts = [
        ("Facts", [_fact(one) for one in found.changes]),
        ("Statuses", [_status_change(one) for one in found.standings]),
        ("Sentences", [line for one in found.sentences for line in _sentence(one)]),
        *((f"Pages, {code}: {_tally(one)}", _files(one)) for code, one in found.pages.items()),
        ("Feeds", [_feed(path, news) for path, news in found.feeds.items()]),
        ("Every page", ["the title, the menu or other words around the pages change"] if found.looks else []),
    ]
    yield from ((title, lines) for title, lines in parts if lines)


def _fact(change: Change) -> str:
    was = f" (was {change.was})" if change.was else ""
    refs = ", ".join(ref.statement for ref in change.refs)
    return f"{change.kind}: {change.record}{was}{f' [{refs}]' if refs else ''}, known {change.day}"


def _status_change(one: StatusChange) -> str:
    return f"{one.record}: {_name(one.before) or 'not there'} -> {_name(one.after) or 'not there'}"


def _sentence(one: SentenceChange) -> Iterator[str]:
    yield str(one.ref)
    if one.before:
        yield f"- {one.before}"
    if one.after:
        yield f"+ {one.after}"


def _tally(found: PageChanges) -> str:
    counts = {"new": found.new, "changed": found.changed, "gone": found.gone}
    return ", ".join(f"{len(files)} {what}" for what, files in counts.items() if files)


def _files(found: PageChanges) -> list[str]:
    return [
        *(f"+ {path}" for path in found.new),
        *(f"~ {path}" for path in found.changed),
        *(f"- {path}" for path in found.gone),
    ]


def _feed(path: str, news: int) -> str:
    return f"{path}: {news} new {'entry' if news == 1 else 'entries'}" if news else f"{path}: reads otherwise"


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "record": change.record,
        "was": change.was,
        "refs": [str(ref) for ref in change.refs],
        "known": change.day.isoformat(),
        "before": _name(change.before),
        "after": _name(change.after),
    }


def _name(status: StatusName | None) -> str | None:
    return status.value if status else None


def _escaped(line: str) -> str:
    """Give a line of a list: nothing in it is Markdown or HTML."""
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>|~#+-" else mark for mark in line)
