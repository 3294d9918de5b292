"""Positions: who holds what about a record on a day, before any rule speaks.

Statements are claims, or figures and points taken as claims. Three rules come first:

* **Provenance.** Statements whose every cited source known by the day is retracted do not count.
* **Repeats.** Statements that only repeat what another claim of the record already rests on add
  nothing at all: no speaker, and no new position for theirs. For asserting statements any
  other claim makes them a repeat; a denial or withdrawal only repeats its own speaker's, since
  what lowers a status must not get lost.
* **Positions.** A speaker holds what it said on its latest known day; a later statement replaces an
  earlier one; several of one day hold together, unless the hours of both tell which came first.
  Cannot-confirm is no position. A withdrawal outweighs assertions known the same day, as one can only
  take back what one has said. Once a
  speaker affirms, all its asserting statements stand: saying a thing again does not unsay the first
  time, nor undo a concession. What several say jointly each of them holds by itself, so that one may
  take back its part: who still holds it is then who says it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from generator.derive.provenance import Provenance, SourceHistory
from generator.derive.told_when import ToldWhen, narrowest
from generator.model.facts import Statement
from generator.model.refs import Ref
from generator.model.vocabulary import Stance

_POSITIONS = frozenset({Stance.ASSERTS, Stance.CONCEDES, Stance.DENIES, Stance.WITHDRAWS})
_Speakers: TypeAlias = tuple[str, ...]
_RepeatScope: TypeAlias = tuple[str, _Speakers]


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A statement as known on a day: when it became known, and the sources that still carry it.

    ``told`` is when it was made, as far as the sources tell of whose day it became known.
    ``live`` are the cited sources with originals left, ``originals`` what those go back to, ``repeated``
    what stands behind each of them, ``parents`` what they derive from; ``is_original``: some of ``live``
    repeats nothing. ``second_hand``: its speaker, or all that it rests on, compiles or reprints and has no
    witness of its own.
    """

    ref: Ref
    by: _Speakers
    stance: Stance
    known: date
    told: ToldWhen
    live: tuple[str, ...]
    originals: frozenset[str]
    repeated: tuple[frozenset[str], ...]
    parents: frozenset[str]
    is_original: bool
    second_hand: bool

    @property
    def affirms(self) -> bool:
        """Whether it asserts or concedes."""
        return self.stance.affirms


@dataclass(frozen=True, slots=True)
class StatementHistory:
    """A statement in the course of time: which sources carry it from which known day on, oldest first.

    ``known`` is the day it became known: that of the first of its ``sources`` to come out; ``told`` is as
    in ``KnownStatement``.
    """

    ref: Ref
    by: _Speakers
    stance: Stance
    known: date
    told: ToldWhen
    sources: tuple[SourceHistory, ...]
    steps: tuple[tuple[date, KnownStatement], ...]

    def on(self, day: date) -> KnownStatement | None:
        """Give what was known of it on a day; ``None`` before it was known."""
        return next((known for since, known in reversed(self.steps) if since <= day), None)


def statement_history(
    ref: Ref,
    statement: Statement,
    histories: Mapping[str, SourceHistory],
    compilers: Collection[str] = (),
) -> StatementHistory:
    """Give the history of a statement from those of its sources, which must hold every one it cites.

    ``compilers`` are the actors that have no witness of their own.
    """
    sources = tuple(histories[name] for name in dict.fromkeys(cite.source for cite in statement.cite))
    known = min((source.known for source in sources), default=date.max)
    days = sorted({day for source in sources for day, _ in source.steps})
    compiled = all(speaker in compilers for speaker in statement.by)
    made = known, narrowest(source.told for source in sources if source.known == known)
    steps = ((day, _known_statement(ref, statement, made, _carried(sources, day))) for day in days)
    told = tuple((day, replace(one, second_hand=True) if compiled else one) for day, one in steps)
    return StatementHistory(ref, statement.by, statement.stance, *made, sources, told)


def _carried(sources: Iterable[SourceHistory], day: date) -> dict[str, Provenance]:
    """Give the sources known on a day that still carry something."""
    found = {source.id: source.on(day) for source in sources}
    return {name: provenance for name, provenance in found.items() if provenance and provenance.originals}


def _known_statement(
    ref: Ref, statement: Statement, made: tuple[date, ToldWhen], carried: Mapping[str, Provenance]
) -> KnownStatement:
    return KnownStatement(
        ref=ref,
        by=statement.by,
        stance=statement.stance,
        known=made[0],
        told=made[1],
        live=tuple(carried),
        originals=frozenset().union(*(provenance.originals for provenance in carried.values())),
        repeated=tuple(provenance.repeated for provenance in carried.values()),
        parents=frozenset(parent for provenance in carried.values() for parent in provenance.parents),
        is_original=any(not provenance.parents for provenance in carried.values()),
        second_hand=bool(carried) and all(provenance.second_hand for provenance in carried.values()),
    )


@dataclass(frozen=True)
class Positions:
    """The statements on a record that count on a day, and who holds what.

    ``statements`` are carried by a source and no repeats; ``repeats`` are carried; ``lost`` are asserting
    statements that no source carries any more. ``held`` gives each speaker's stances.
    """

    statements: tuple[KnownStatement, ...]
    repeats: tuple[KnownStatement, ...]
    lost: tuple[KnownStatement, ...]
    held: Mapping[str, frozenset[Stance]]

    def affirms(self, speaker: str) -> bool:
        """Say whether a speaker now asserts or concedes."""
        held = self.held.get(speaker, frozenset())
        return Stance.WITHDRAWS not in held and any(stance.affirms for stance in held)

    def denies(self, speaker: str) -> bool:
        """Say whether a speaker now denies."""
        return Stance.DENIES in self.held.get(speaker, frozenset())

    @cached_property
    def affirming(self) -> tuple[KnownStatement, ...]:
        """The asserting and conceding statements of those who now affirm."""
        return tuple(_of_those(self.affirms, (one for one in self.statements if one.affirms)))

    @cached_property
    def denying(self) -> tuple[KnownStatement, ...]:
        """The denials of those who now deny."""
        return tuple(_of_those(self.denies, (one for one in self.statements if one.stance is Stance.DENIES)))

    @cached_property
    def answering(self) -> tuple[KnownStatement, ...]:
        """The denials that did not come before all that asserts: an earlier word answers no later one.

        One of which nobody can say whether it came before is an answer.
        """
        said = [one.told for one in self.affirming]
        return tuple(one for one in self.denying if not (said and all(map(one.told.is_before, said))))

    def stands(self, ref: Ref) -> bool:
        """Say whether an asserting statement is carried by a source, and its speaker did not give it up.

        A repeat stands as long as anything does that it may repeat.
        """
        if not self.affirming:
            return False
        repeats = _of_those(lambda speaker: speaker not in self.held or self.affirms(speaker), self.repeats)
        return any(one.ref == ref for one in (*self.affirming, *repeats))

    @cached_property
    def unable(self) -> tuple[KnownStatement, ...]:
        """The cannot-confirm statements of speakers who took no position on a later day."""
        last = _last_days(self.statements)
        found: list[KnownStatement] = []
        for one in self.statements:
            if one.stance is Stance.CANNOT_CONFIRM:
                since = {speaker for speaker in one.by if last.get(speaker, date.min) <= one.known}
                found += _of_those(since.__contains__, (one,))
        return tuple(found)

    @cached_property
    def withdrawn(self) -> tuple[KnownStatement, ...]:
        """The statements of those who gave up an assertion: it, or the withdrawal when only that is known.

        A speaker who asserted and now denies has given it up too. A speaker who denied before
        and withdraws has taken back the denial, not an assertion.
        """
        fell = _of_those(self._is_silent, (one for one in self.statements if one.affirms))
        told = (one for one in self.statements if one.affirms or one.stance is Stance.DENIES)
        spoke = {speaker for one in told for speaker in one.by}
        alone = (one for one in self.statements if one.stance is Stance.WITHDRAWS)
        return (*fell, *_of_those(lambda speaker: speaker not in spoke, alone))

    @property
    def given_up(self) -> tuple[KnownStatement, ...]:
        """Those withdrawn, and those lost with their sources by speakers who no longer affirm."""
        return (*self.withdrawn, *_of_those(self._is_silent, self.lost))

    def _is_silent(self, speaker: str) -> bool:
        return not self.affirms(speaker)


def _of_those(hold: Callable[[str], bool], statements: Iterable[KnownStatement]) -> Iterator[KnownStatement]:
    """Give statements as by those of their speakers who hold something; without those that none holds."""
    for one in statements:
        held = tuple(speaker for speaker in one.by if hold(speaker))
        if held:
            yield one if len(held) == len(one.by) else replace(one, by=held)


def positions_on(statements: Iterable[StatementHistory], day: date) -> Positions:
    """Give who holds what by these statements, of those known on or before a day."""
    known = [found for each in statements if (found := each.on(day))]
    carried = [one for one in known if one.live]
    lost = tuple(one for one in known if one.affirms and not one.live)
    repeated = _repeats(carried)
    counted = tuple(one for one in carried if one.ref not in repeated)
    repeats = tuple(one for one in carried if one.ref in repeated)
    return Positions(counted, repeats, lost, _held(counted))


def _repeat_scope(one: KnownStatement) -> _RepeatScope:
    """Say which statements can make this a repeat: for asserting ones all such, else the speaker's own."""
    return ("", ()) if one.affirms else (one.stance, tuple(sorted(one.by)))


def _repeats(carried: list[KnownStatement]) -> frozenset[Ref]:
    """Give the statements that repeat what another of these already rests on.

    The second test asks it of every cited source, so that two claims that repeat each
    other's sources cannot both vanish: one that repeats no cited source always remains.
    """
    if all(one.is_original for one in carried):
        return frozenset()
    originals: dict[_RepeatScope, set[str]] = defaultdict(set)
    cited: dict[_RepeatScope, set[str]] = defaultdict(set)
    for one in carried:
        cited[_repeat_scope(one)].update(one.live)
        if one.is_original:
            originals[_repeat_scope(one)].update(one.originals)
    return frozenset(
        one.ref
        for one in carried
        if not one.is_original
        and one.stance is not Stance.CANNOT_CONFIRM
        and (
            one.originals & originals[_repeat_scope(one)]
            or all(behind & cited[_repeat_scope(one)] for behind in one.repeated)
        )
    )


def _last_days(statements: Iterable[KnownStatement]) -> dict[str, date]:
    """Give each speaker's latest known day with a position."""
    last: dict[str, date] = {}
    for one in statements:
        if one.stance in _POSITIONS:
            last.update({speaker: max(one.known, last.get(speaker, date.min)) for speaker in one.by})
    return last


def _held(statements: tuple[KnownStatement, ...]) -> dict[str, frozenset[Stance]]:
    last = _last_days(statements)
    held: dict[str, list[KnownStatement]] = defaultdict(list)
    for one in statements:
        for speaker in one.by if one.stance in _POSITIONS else ():
            if one.known == last[speaker]:
                held[speaker].append(one)
    return {speaker: frozenset(_last_stances(said)) for speaker, said in held.items()}


def _last_stances(said: list[KnownStatement]) -> Iterator[Stance]:
    """Give the stances of what was said on one day, but for what was said at an earlier hour of it."""
    for one in said:
        if not any(one.told.is_before(other.told) for other in said):
            yield one.stance


def speakers_in_order(statements: Iterable[KnownStatement]) -> Iterator[str]:
    """Give each speaker once, earliest known statement first, then by id."""
    first: dict[str, date] = {}
    for one in statements:
        first.update({speaker: min(one.known, first.get(speaker, date.max)) for speaker in one.by})
    yield from sorted(first, key=lambda speaker: (first[speaker], speaker))
