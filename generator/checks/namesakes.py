"""Namesakes: two actors or two places that share a name or alias."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.checks.kinds import a, kind_of
from generator.checks.twice import distinct
from generator.checks.values import At
from generator.model.actors import Actor
from generator.model.facts import Facts
from generator.model.names import same_name
from generator.model.places import Place
from generator.model.text import Text
from generator.problems import Finding


def shared_names(facts: Facts) -> Iterator[Finding]:
    """Find a name or alias that two actors or two places share, while nobody says that they are two."""
    yield from _shared(facts.actors)
    yield from _shared(facts.places)


def _shared(records: Sequence[Actor | Place]) -> Iterator[Finding]:
    holders: dict[str, list[Actor | Place]] = defaultdict(list)
    for record in records:
        told: set[str] = set()
        for at, name in _names_of(record):
            others = holders[same_name(name)]
            for other in others:
                if other.id not in {record.id, *told} and not distinct(record, other):
                    told.add(other.id)
                    yield _shared_name(record, other, at, name)
            others.append(record)


def _names_of(record: Actor | Place) -> Iterator[tuple[At, str]]:
    """Each name with its path. A short form is read beside what it shortens, so it may be shared."""
    yield from _words(("name",), record.name)
    yield from ((("aliases", index), alias) for index, alias in enumerate(record.aliases))


def _words(at: At, text: Text) -> Iterator[tuple[At, str]]:
    for language, words in text.variants:
        yield (*at, language) if language else at, words


def _shared_name(record: Actor | Place, other: Actor | Place, at: At, name: str) -> Finding:
    message = f"`{record.id}` and `{other.id}` are both called “{name}”: {a(kind_of(record))} under two ids?"
    hint = (
        f"If they are two, write `distinct_from: {other.id}`: pages then tell them apart. "
        "If they are one, keep one of them."
    )
    return Finding(record.id, at, "shared-alias", message, hint, "warning")
