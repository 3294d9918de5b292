"""Names that two actors, or two places, share."""

from collections.abc import Iterator, Sequence

from generator.checks.values import At
from generator.model.actors import Actor
from generator.model.facts import Facts
from generator.model.places import Place
from generator.model.text import Text
from generator.problems import Finding, Severity


def shared_actor_names(facts: Facts) -> Iterator[Finding]:
    """A name or alias that two actors share, so that a reader cannot tell who speaks."""
    yield from _shared(facts.actors, "error")


def shared_place_names(facts: Facts) -> Iterator[Finding]:
    """A name or alias that two places share: it happens, but search cannot tell them apart."""
    yield from _shared(facts.places, "warning")


def _shared(records: Sequence[Actor | Place], severity: Severity) -> Iterator[Finding]:
    holders: dict[str, str] = {}
    for record in records:
        for at, name in _names(record):
            other = holders.setdefault(" ".join(name.casefold().split()), record.id)
            if other != record.id:
                message = f"`{record.id}` and `{other}` are both called “{name}”"
                hint = "Take the name from the one that it does not belong to, or add what tells them apart."
                yield Finding(record.id, at, "shared-alias", message, hint, severity)


def _names(record: Actor | Place) -> Iterator[tuple[At, str]]:
    """Each name with its path. A short form is read beside what it shortens, so it may be shared."""
    yield from _words(("name",), record.name)
    yield from ((("aliases", index), alias) for index, alias in enumerate(record.aliases))


def _words(at: At, text: Text) -> Iterator[tuple[At, str]]:
    for language, words in text.variants:
        yield (*at, language) if language else at, words
