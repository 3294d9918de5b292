"""Actors: what each one is, did and said, how it stands to others, and how often others agreed."""

from dataclasses import dataclass

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.refs import Refs
from generator.model.reserved import NO_SIDE
from generator.model.vocabulary import ActorKind, StatusName
from generator.views.citation_notes import SaidLine, said_line
from generator.views.common_knowledge import CommonLine, common_lines
from generator.views.context import Context
from generator.views.events import EventLine, event_lines
from generator.views.kind_words import ACTOR_KINDS
from generator.views.language import N_
from generator.views.relations import RelationGraph, RelationLine, actor_graph, relation_line
from generator.views.rich_text import RichText, Span, compose, plain_text
from generator.views.sentences import claim_sentence
from generator.views.statements import ClaimLine, claim_lines, standing_first, with_end

KINDS = ACTOR_KINDS

# Who acts comes before who tells of it.
_ORDER = (
    ActorKind.STATE,
    ActorKind.GOVERNMENT_BODY,
    ActorKind.ARMY,
    ActorKind.ALLIANCE,
    ActorKind.ARMED_GROUP,
    ActorKind.PARTY,
    ActorKind.PERSON,
    ActorKind.MONITOR,
    ActorKind.UN_BODY,
    ActorKind.ORGANISATION,
    ActorKind.DATASET,
    ActorKind.NEWS_OUTLET,
    ActorKind.PEOPLE,
)

# These are many and mostly heard once, so that they need not all show at once.
_FOLDED = {
    ActorKind.NEWS_OUTLET: N_("News outlets"),
    ActorKind.PEOPLE: N_("Witnesses and unnamed sources"),
}

# How much of what an actor said shows at once.
SAID_AT_ONCE = 12


@dataclass(frozen=True, slots=True)
class Tally:
    """How an actor's assertions stand now: of ``total`` records it speaks on, how many are what."""

    total: int
    confirmed: int
    disputed: int
    alone: int
    refs: Refs


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in the overview, with one line about it: factual where it has ``about_refs``."""

    id: str
    name: RichText
    kind: str
    about: RichText
    about_refs: Refs


@dataclass(frozen=True, slots=True)
class FoldedKind:
    """Actors of one kind, with the kind's name and their number in this language."""

    name: str
    count: str
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class SideGroup:
    """The actors of one side, or those that are no party, by kind."""

    id: str
    name: RichText
    actors: tuple[ActorLine, ...]
    folded: tuple[FoldedKind, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Everything an actor's page says. What it said comes in two parts: what shows, what folds."""

    id: str
    name: RichText
    kind: str
    side: RichText
    side_label: str
    side_why: RichText
    aliases: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    common: tuple[CommonLine, ...]
    claims: tuple[ClaimLine, ...]
    graph: RelationGraph | None
    relations: tuple[RelationLine, ...]
    related: tuple[RelationLine, ...]
    events: tuple[EventLine, ...]
    said: tuple[SaidLine, ...]
    said_more: tuple[SaidLine, ...]
    tally: Tally
    others: tuple[str, ...]
    second_hand: RichText
    note: RichText


def actor_line(context: Context, actor: Actor) -> ActorLine:
    """One actor for the overview."""
    about, about_refs = _about(context, actor)
    return ActorLine(
        id=actor.id,
        name=context.title(actor.id),
        kind=context.words(KINDS[actor.kind]),
        about=about,
        about_refs=about_refs,
    )


def _about(context: Context, actor: Actor) -> tuple[RichText, Refs]:
    """Give the first thing said of an actor: what it is, how it stands to others, or the editors' word."""
    if actor.claims:
        first = standing_first(context, actor)[0]
        return with_end(context, claim_sentence(context, first), first), (first,)
    if actor.relations:
        line = relation_line(context, min(actor.relations, key=lambda one: _is_withdrawn(context, one)).id)
        return line.sentence, line.refs
    if actor.note:
        return context.note(actor.note), ()
    return _counted(context, actor), ()


def _is_withdrawn(context: Context, relation: Relation) -> bool:
    return context.queries.status(relation.id).name is StatusName.WITHDRAWN


def _counted(context: Context, actor: Actor) -> RichText:
    """How much of this site is about an actor of whom nothing else is told."""
    events = len(context.queries.events_of_actor(actor.id))
    said = len(context.queries.said_by(actor.id))
    words = context.language
    counts = (
        (events, words.ngettext("{count} event", "{count} events", events)),
        (said, words.ngettext("{count} statement", "{count} statements", said)),
    )
    parts = tuple(pattern.format(count=words.number(count)) for count, pattern in counts if count)
    return compose(context.words(N_("{counts} on this site.")), counts=words.listing(parts)) if parts else ()


def actor_groups(context: Context) -> tuple[SideGroup, ...]:
    """Actors by side, sides in the explainer's order, then those that are no party."""
    sides = {side.id: context.text(side.name) for side in context.queries.sides}
    sides[""] = (Span(context.words(N_("No party to the conflict"))),)
    members: dict[str, list[Actor]] = {side: [] for side in sides}
    for actor in context.queries.actors:
        members[actor.side or ""].append(actor)
    return tuple(
        _side_group(context, side, name, members[side]) for side, name in sides.items() if members[side]
    )


def _side_group(context: Context, side: str, name: RichText, actors: list[Actor]) -> SideGroup:
    ranked = sorted(actors, key=lambda actor: (_ORDER.index(actor.kind), *_by_name(context, actor)))
    lines = {kind: tuple(actor_line(context, one) for one in ranked if one.kind is kind) for kind in _ORDER}
    return SideGroup(
        id=side or NO_SIDE,
        name=name,
        actors=tuple(line for kind in _ORDER if kind not in _FOLDED for line in lines[kind]),
        folded=tuple(
            FoldedKind(context.words(words), context.language.number(len(lines[kind])), lines[kind])
            for kind, words in _FOLDED.items()
            if lines[kind]
        ),
    )


def _by_name(context: Context, actor: Actor) -> tuple[str, str]:
    return plain_text(context.title(actor.id)).casefold(), actor.id


_SIDE_WHY = {
    True: N_("Why on that side:"),
    False: N_("Why on no side:"),
}


def actor_page(context: Context, actor: Actor) -> ActorPage:
    """One actor with everything it is, did and said."""
    events = context.queries.records(Event, context.queries.events_of_actor(actor.id))
    related = context.queries.records(Relation, context.queries.relations_to(actor.id))
    said = tuple(said_line(context, ref) for ref in context.queries.said_by(actor.id))
    return ActorPage(
        id=actor.id,
        name=context.title(actor.id),
        kind=context.words(KINDS[actor.kind]),
        side=context.name(actor.side) if actor.side else (),
        side_label=context.words(_SIDE_WHY[actor.side is not None]),
        side_why=context.text(actor.side_why) if actor.side_why else (),
        aliases=actor.aliases,
        names=tuple((code or context.languages[1], words) for code, words in actor.name.variants),
        common=common_lines(context, actor),
        claims=claim_lines(context, actor),
        graph=actor_graph(context, actor),
        relations=tuple(relation_line(context, relation.id) for relation in actor.relations),
        related=tuple(relation_line(context, one.id) for one in related),
        events=event_lines(context, events),
        said=said[:SAID_AT_ONCE],
        said_more=said[SAID_AT_ONCE:],
        tally=_tally(said),
        second_hand=context.text(actor.second_hand) if actor.second_hand else (),
        others=context.mixed_up(actor.id),
        note=context.note(actor.note),
    )


def _tally(said: tuple[SaidLine, ...]) -> Tally:
    latest = {line.record: line for line in said if line.status}
    counts = {name: sum(line.status == name for line in latest.values()) for name in StatusName}
    return Tally(
        total=len(latest),
        confirmed=counts[StatusName.CONFIRMED] + counts[StatusName.CORROBORATED],
        disputed=counts[StatusName.DISPUTED] + counts[StatusName.WITHDRAWN],
        alone=counts[StatusName.REPORTED] + counts[StatusName.CLAIMED],
        refs=tuple(line.ref for line in said if line.status),
    )


def tally_words(context: Context, tally: Tally) -> str:
    """How often others confirmed what an actor said."""
    pattern = context.language.ngettext(
        "Quoted on {total} event or relation: {confirmed} confirmed or corroborated, "
        "{disputed} disputed or withdrawn, {alone} that only one side or source tells.",
        "Quoted on {total} events or relations: {confirmed} confirmed or corroborated, "
        "{disputed} disputed or withdrawn, {alone} that only one side or source tells.",
        tally.total,
    )
    number = context.language.number
    return pattern.format(
        total=number(tally.total),
        confirmed=number(tally.confirmed),
        disputed=number(tally.disputed),
        alone=number(tally.alone),
    )
