"""Versions: what each side of a disagreement says, who says so, and since when that is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.corroboration import count_voices
from generator.derive.disagreements import Disagreement, Version
from generator.model.actors import Actor
from generator.model.facts import Statement
from generator.model.figures import Figure
from generator.model.refs import Ref, Refs
from generator.model.statements import Claim
from generator.model.vocabulary import Stance
from generator.views.context import Context
from generator.views.figures import amount_words
from generator.views.isolation import joined_apart
from generator.views.known_words import (
    Dating,
    as_of,
    best,
    known_label,
    known_phrase,
    statement_dating,
)
from generator.views.language import N_
from generator.views.rich_text import RichText, compose, plain, plain_text, with_stop, without_stop
from generator.views.sentences import STANCE_LABELS, claim_sentence
from generator.views.statements import end_words, with_end


@dataclass(frozen=True, slots=True)
class Account:
    """One statement: who makes it, on which side they are, since when it is known, what it says.

    ``party`` is "" for a speaker that is no party, ``stance`` for one that says so and stands by it.
    ``anchor`` is where the chart beside it points to, "" for a claim. ``since`` is ``known`` without a verb.
    """

    ref: Ref
    anchor: str
    speaker: RichText
    party: str
    stance: str
    known: str
    since: str
    says: RichText


@dataclass(frozen=True, slots=True)
class VersionCard:
    """One version, numbered through all matters of a record. ``accounts`` stand side by side.

    ``against`` are its rivals: label, anchor, and who tells them first.
    """

    anchor: str
    label: str
    denies: bool
    known: str
    accounts: tuple[Account, ...]
    against: tuple[tuple[str, str, RichText], ...]

    @property
    def refs(self) -> Refs:
        """Every statement of the version."""
        return tuple(account.ref for account in self.accounts)


def version_dating(context: Context, version: Version) -> Dating:
    """Say how far it is told when a version became known."""
    first = [ref for ref in version.refs if context.queries.known_day(ref) == version.known]
    return best((statement_dating(context, ref) for ref in first), version.known)


def speakers_of(context: Context, refs: Iterable[Ref]) -> tuple[str, ...]:
    """Give the speakers of some statements, each once, in that order."""
    return tuple(dict.fromkeys(name for ref in refs for name in context.queries.statement(ref).by))


def count_words(context: Context, found: Disagreement) -> str:
    """How many versions there are, and how many speakers: "7 versions, 9 speakers"."""
    words = context.language
    versions = len(found.versions)
    speakers = count_voices(context.queries.statement(ref).by for ref in found.refs)
    return context.words(N_("{versions}, {speakers}")).format(
        versions=versions_words(context, versions),
        speakers=words.ngettext("{number} speaker", "{number} speakers", speakers).format(
            number=words.number(speakers)
        ),
    )


def versions_words(context: Context, count: int) -> str:
    """Give a number of versions."""
    words = context.language
    return words.ngettext("{number} version", "{number} versions", count).format(number=words.number(count))


def differ_words(context: Context, found: Disagreement) -> str:
    """Say that there are versions of a thing to compare, or were, in a few words."""
    if found.until:
        return context.words(N_("Accounts differed"))
    words = context.words(N_("{versions}, side by side"))
    return words.format(versions=versions_words(context, len(found.versions)))


def version_cards(context: Context, found: Disagreement) -> tuple[tuple[VersionCard, ...], ...]:
    """Give the versions of a disagreement, matter by matter, in the order in which they became known."""
    names = {
        version.refs[0]: (version_label(context, version, number), f"version-{number}")
        for number, version in enumerate(found.versions, start=1)
    }
    return tuple(tuple(_card(context, version, names) for version in matter) for matter in found.matters)


def version_label(context: Context, version: Version, number: int) -> str:
    """Name a version by its number, and say that it is a denial."""
    label = context.words(N_("Version {number}")).format(number=context.language.number(number))
    return context.words(N_("{version}: denial")).format(version=label) if version.denies else label


def _card(context: Context, version: Version, names: dict[Ref, tuple[str, str]]) -> VersionCard:
    label, anchor = names[version.refs[0]]
    return VersionCard(
        anchor=anchor,
        label=label,
        denies=version.denies,
        known=known_label(context, version_dating(context, version)),
        accounts=_by_side(accounts(context, version.refs)),
        against=tuple(
            (*names[ref], context.shorts(context.queries.statement(ref).by))
            for ref in names
            if ref in version.against
        ),
    )


def _by_side(given: tuple[Account, ...]) -> tuple[Account, ...]:
    """Keep accounts of one side together, in the order in which the sides were heard first."""
    sides = list(dict.fromkeys(account.party for account in given))
    return tuple(sorted(given, key=lambda account: sides.index(account.party)))


def accounts(context: Context, refs: Iterable[Ref]) -> tuple[Account, ...]:
    """Give some statements, one account each, in that order."""
    return tuple(_account(context, ref) for ref in refs)


def _account(context: Context, ref: Ref) -> Account:
    statement = context.queries.statement(ref)
    named = "" if statement.stance is Stance.ASSERTS else context.words(STANCE_LABELS[statement.stance])
    return Account(
        ref=ref,
        anchor=f"{ref.record}--{ref.statement}" if isinstance(statement, Figure) else "",
        speaker=context.links(statement.by),
        party=_party(context, statement.by),
        stance=context.words(N_(", ")).join(filter(None, (named, end_words(context, ref)))),
        known=known_phrase(context, statement_dating(context, ref)),
        since=known_label(context, statement_dating(context, ref)),
        says=_says(context, statement),
    )


def _party(context: Context, speakers: tuple[str, ...]) -> str:
    actors = (context.queries.find(speaker) for speaker in speakers)
    sides = dict.fromkeys(actor.side for actor in actors if isinstance(actor, Actor) and actor.side)
    if not sides:
        return ""
    side = joined_apart(plain_text(context.names(sides)), context.language.direction)
    return context.words(N_("party: {side}")).format(side=side)


def _says(context: Context, statement: Statement) -> RichText:
    match statement:
        case Claim():
            return with_stop(without_stop(context.text(statement.says)))
        case Figure():
            return compose(
                context.words(N_("{amount}, {as_of}.")),
                amount=amount_words(context.language, statement),
                as_of=as_of(context, statement),
            )
        case _:
            return ()


def told(context: Context, ref: Ref) -> RichText:
    """Give a statement as a sentence of its own, with its speaker in words."""
    statement = context.queries.statement(ref)
    match statement:
        case Claim():
            return with_end(context, claim_sentence(context, ref), ref)
        case Figure():
            return compose(
                context.words(N_("{amount}, according to {speaker}, {as_of}.")),
                amount=amount_words(context.language, statement),
                speaker=context.mentions(statement.by),
                as_of=as_of(context, statement),
            )
        case _:
            return plain("")
