"""Positions: who holds what about a record on a day, before any rule speaks.

Statements are claims, or figures and points taken as claims. Three rules come first:

* **Provenance.** Statements whose every cited source known by the day is retracted do not count.
* **Repeats.** Statements that only repeat what another claim of the record already rests on add
  nothing at all: no speaker, and no new position for theirs. For asserting statements any
  other claim makes them a repeat; a denial or withdrawal only repeats its own speaker's, since
  what lowers a status must not get lost.
* **Positions.** A speaker holds what it said on its latest known day; a later statement replaces an
  earlier one, several of one day hold together. Cannot-confirm is no position. A withdrawal
  outweighs assertions known the same day, as one can only take back what one has said. Once a
  speaker affirms, all its asserting statements stand: saying a thing again does not unsay the first
  time, nor undo a concession.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.derive.known import source_day
from generator.derive.provenance import original_sources, parents, repeated_sources
from generator.model.facts import Facts, Statement
from generator.model.places import Point
from generator.model.statements import Contested
from generator.model.vocabulary import Stance

AFFIRMING = frozenset({Stance.ASSERTS, Stance.CONCEDES})
_POSITIONS = AFFIRMING | {Stance.DENIES, Stance.WITHDRAWS}
_RepeatScope: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One statement reduced to what the rules need: its id, speaker, stance and cited sources."""

    id: str
    by: str
    stance: Stance
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A saying as known on a day: when it became known, and the sources that still carry it.

    ``original``: some of ``live`` repeats nothing. ``original_sources``: the originals that ``live`` rest on.
    """

    saying: Utterance
    known: date
    live: tuple[str, ...]
    roots: frozenset[str]
    original: bool

    @property
    def by(self) -> str:
        """The speaker."""
        return self.saying.by

    @property
    def affirms(self) -> bool:
        """Whether it asserts or concedes."""
        return self.saying.stance in AFFIRMING


@dataclass(frozen=True, slots=True)
class Positions:
    """The words on a record that count on a day, and who holds what.

    ``words`` have grounds and are no echoes; ``echoes`` have grounds; ``lost`` are asserting
    words without grounds. ``positions`` gives each speaker's stances.
    """

    words: tuple[KnownStatement, ...]
    echoes: tuple[KnownStatement, ...]
    lost: tuple[KnownStatement, ...]
    positions: Mapping[str, frozenset[Stance]]

    def affirms(self, speaker: str) -> bool:
        """Whether a speaker now asserts or concedes."""
        held = self.positions.get(speaker, frozenset())
        return bool(held & AFFIRMING) and Stance.WITHDRAWS not in held

    def denies(self, speaker: str) -> bool:
        """Whether a speaker now denies."""
        return Stance.DENIES in self.positions.get(speaker, frozenset())

    @property
    def affirming(self) -> tuple[KnownStatement, ...]:
        """The asserting and conceding words of those who now affirm."""
        return tuple(word for word in self.words if word.affirms and self.affirms(word.by))

    @property
    def denying(self) -> tuple[KnownStatement, ...]:
        """The denials of those who now deny."""
        return tuple(w for w in self.words if w.saying.stance is Stance.DENIES and self.denies(w.by))

    @property
    def unable(self) -> tuple[KnownStatement, ...]:
        """The cannot-confirm words of speakers who took no position on a later day."""
        last = _last_days(self.words)
        unable = (word for word in self.words if word.saying.stance is Stance.CANNOT_CONFIRM)
        return tuple(word for word in unable if last.get(word.by, date.min) <= word.known)

    @property
    def taken_back(self) -> tuple[KnownStatement, ...]:
        """The words of those who gave up an assertion: it, or the withdrawal when only that is known.

        A speaker who asserted and now denies has given it up too. A speaker who denied before
        and withdraws has taken back the denial, not an assertion.
        """
        fell = tuple(word for word in self.words if word.affirms and not self.affirms(word.by))
        spoke = {word.by for word in self.words if word.affirms or word.saying.stance is Stance.DENIES}
        alone = (word for word in self.words if word.saying.stance is Stance.WITHDRAWS)
        return fell + tuple(word for word in alone if word.by not in spoke)

    @property
    def given_up(self) -> tuple[KnownStatement, ...]:
        """The words taken back, and those lost with their sources by speakers who no longer affirm."""
        return self.taken_back + tuple(word for word in self.lost if not self.affirms(word.by))


def utterances(record: Contested) -> tuple[Utterance, ...]:
    """Reduce the claims of a record."""
    return tuple(utterance(claim, claim.id) for claim in record.claims)


def utterance(statement: Statement, name: str) -> Utterance:
    """Reduce one statement; a point is an assertion."""
    stance = Stance.ASSERTS if isinstance(statement, Point) else statement.stance
    return Utterance(name, statement.by, stance, tuple(citation.source for citation in statement.cite))


def positions_on(said: Iterable[Utterance], facts: Facts, day: date) -> Positions:
    """Hear everything said about a record that was known on or before a day."""
    known = [word for each in said if (word := _known_statement(each, facts, day))]
    grounded = [word for word in known if word.roots]
    lost = tuple(word for word in known if word.affirms and not word.roots)
    echoed = _repeats(grounded, facts, day)
    words = tuple(word for word in grounded if word.saying.id not in echoed)
    echoes = tuple(word for word in grounded if word.saying.id in echoed)
    return Positions(words, echoes, lost, _held(words))


def _known_statement(said: Utterance, facts: Facts, day: date) -> KnownStatement | None:
    days = {source: source_day(source, facts) for source in said.sources}
    known = [source for source in days if days[source] <= day]
    if not known:
        return None
    rests = {source: original_sources(source, facts, day) for source in known}
    live = tuple(source for source in known if rests[source])
    return KnownStatement(
        said,
        min(days.values()),
        live,
        frozenset().union(*rests.values()),
        any(not parents(source, facts, day) for source in live),
    )


def _repeat_scope(word: KnownStatement) -> _RepeatScope:
    """Which words can make this one an echo: for asserting words all such; else the speaker's own."""
    return ("", "") if word.affirms else (word.saying.stance, word.by)


def _repeats(words: list[KnownStatement], facts: Facts, day: date) -> frozenset[str]:
    """Give the ids of words that repeat what another of these words already rests on.

    The second test asks it of every cited source, so that two claims that repeat each
    other's sources cannot both vanish: one that repeats no cited source always remains.
    """
    originals: dict[_RepeatScope, set[str]] = defaultdict(set)
    cited: dict[_RepeatScope, set[str]] = defaultdict(set)
    for word in words:
        cited[_repeat_scope(word)].update(word.live)
        if word.original:
            originals[_repeat_scope(word)].update(word.roots)
    return frozenset(
        word.saying.id
        for word in words
        if not word.original
        and word.saying.stance is not Stance.CANNOT_CONFIRM
        and (
            word.roots & originals[_repeat_scope(word)]
            or all(repeated_sources(source, facts, day) & cited[_repeat_scope(word)] for source in word.live)
        )
    )


def _last_days(words: Iterable[KnownStatement]) -> dict[str, date]:
    """Give each speaker's latest known day with a position."""
    last: dict[str, date] = {}
    for word in words:
        if word.saying.stance in _POSITIONS:
            last[word.by] = max(word.known, last.get(word.by, date.min))
    return last


def _held(words: tuple[KnownStatement, ...]) -> dict[str, frozenset[Stance]]:
    last = _last_days(words)
    held: dict[str, set[Stance]] = defaultdict(set)
    for word in words:
        if word.saying.stance in _POSITIONS and word.known == last[word.by]:
            held[word.by].add(word.saying.stance)
    return {speaker: frozenset(stances) for speaker, stances in held.items()}


def speakers_in_order(words: Iterable[KnownStatement]) -> Iterator[str]:
    """Give each speaker once, earliest known word first, then by id."""
    first: dict[str, date] = {}
    for word in words:
        first[word.by] = min(word.known, first.get(word.by, date.max))
    yield from sorted(first, key=lambda speaker: (first[speaker], speaker))
