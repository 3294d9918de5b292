"""Actors: what each one is, did and said, how it stands to others, and how often others agreed."""

from dataclasses import dataclass

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.vocabulary import ActorKind, RelationType, StatusName
from generator.views.claims import ClaimLine, claim_lines, refs
from generator.views.context import Context, Refs
from generator.views.events import EventLine, event_lines, lead_claim
from generator.views.language import N_
from generator.views.reasons import why
from generator.views.runs import Run, Runs, compose
from generator.views.sayings import SaidLine, said_line
from generator.views.wording import STATUS_LABELS, claim_sentence, record_sentence

KINDS = {
    ActorKind.PERSON: N_("person"),
    ActorKind.ARMED_GROUP: N_("armed group"),
    ActorKind.ALLIANCE: N_("alliance"),
    ActorKind.STATE: N_("state"),
    ActorKind.GOVERNMENT_BODY: N_("government body"),
    ActorKind.ARMY: N_("army"),
    ActorKind.PARTY: N_("political party"),
    ActorKind.ORGANISATION: N_("organisation"),
    ActorKind.UN_BODY: N_("UN body"),
    ActorKind.MONITOR: N_("monitor"),
    ActorKind.NEWS_OUTLET: N_("news outlet"),
    ActorKind.PEOPLE: N_("witnesses and unnamed sources"),
    ActorKind.DATASET: N_("data set"),
}

RELATIONS = {
    RelationType.LEADS: N_("leads {other}"),
    RelationType.SPEAKS_FOR: N_("speaks for {other}"),
    RelationType.MEMBER_OF: N_("is a member of {other}"),
    RelationType.PART_OF: N_("is part of {other}"),
    RelationType.SUPPORTS: N_("supports {other}"),
    RelationType.ALLIED_WITH: N_("is allied with {other}"),
    RelationType.OPPOSES: N_("opposes {other}"),
    RelationType.SUCCESSOR_OF: N_("is the successor of {other}"),
    RelationType.BROKE_WITH: N_("broke with {other}"),
    RelationType.GRANTED_ASYLUM_TO: N_("granted asylum to {other}"),
    RelationType.RELATIVE_OF: N_("is a relative of {other}"),
    RelationType.LISTS_AS_TERRORIST: N_("lists {other} as a terrorist organisation"),
}


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as a sentence fragment, its lead claim worded by status, and all its claims."""

    id: str
    holder: str
    other: str
    phrase: Runs
    period: str
    sentence: Runs
    refs: Refs
    status: str
    status_label: str
    why: Runs
    claims: tuple[ClaimLine, ...]


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
    """An actor in the overview."""

    id: str
    name: Runs
    kind: str
    side: Runs
    first: Runs
    first_refs: Refs


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Everything an actor's page says."""

    id: str
    name: Runs
    kind: str
    side: Runs
    aliases: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    claims: tuple[ClaimLine, ...]
    relations: tuple[RelationLine, ...]
    related: tuple[RelationLine, ...]
    events: tuple[EventLine, ...]
    said: tuple[SaidLine, ...]
    tally: Tally
    note: Runs


def actor_line(context: Context, actor: Actor) -> ActorLine:
    """One actor for the overview, with the first thing said of what it is."""
    first = actor.claims[0] if actor.claims else None
    return ActorLine(
        id=actor.id,
        name=context.text(actor.name),
        kind=context.words(KINDS[actor.kind]),
        side=context.name(actor.side) if actor.side else (),
        first=claim_sentence(context, first) if first else (),
        first_refs=refs(actor.id, (first,)) if first else (),
    )


def actor_groups(context: Context) -> tuple[tuple[str, Runs, tuple[ActorLine, ...]], ...]:
    """Actors by side, sides in the explainer's order, then those that are no party, by name."""
    groups = []
    for side in (*context.facts.explainer.sides, None):
        wanted = side.id if side else None
        members = [actor_line(context, actor) for actor in context.facts.actors if actor.side == wanted]
        title = context.text(side.name) if side else (Run(context.words(N_("No party to the conflict"))),)
        if members:
            members.sort(key=lambda line: (line.name[0].words, line.id))
            groups.append((side.id if side else "no-side", title, tuple(members)))
    return tuple(groups)


def relation_line(context: Context, relation: Relation) -> RelationLine:
    """One relation with its status in words."""
    status = context.index.statuses[relation.id]
    holder = context.facts.relation_holders[relation.id]
    return RelationLine(
        id=relation.id,
        holder=holder,
        other=relation.to,
        phrase=compose(
            context.words(N_("{actor} {relation}")),
            actor=context.link(holder),
            relation=compose(context.words(RELATIONS[relation.type]), other=context.mention(relation.to)),
        ),
        period=context.language.when(relation.period) if relation.period else "",
        sentence=record_sentence(context, lead_claim(relation.claims), status),
        refs=refs(relation.id, relation.claims),
        status=status.name.value,
        status_label=context.words(STATUS_LABELS[status.name]),
        why=why(context, status),
        claims=claim_lines(context, relation.id, relation.claims),
    )


def relation_lines(context: Context) -> tuple[RelationLine, ...]:
    """Every relation, by holder, then by type and the other actor."""
    found = [relation for actor in context.facts.actors for relation in actor.relations]
    holders = context.facts.relation_holders
    found.sort(key=lambda relation: (holders[relation.id], relation.type, relation.to, relation.id))
    return tuple(relation_line(context, relation) for relation in found)


def actor_page(context: Context, actor: Actor) -> ActorPage:
    """One actor with everything it is, did and said."""
    events = context.records(Event, context.index.events_of_actor.get(actor.id, ()))
    related = context.records(Relation, context.index.relations_to.get(actor.id, ()))
    said = tuple(said_line(context, ref) for ref in context.index.claims_by_speaker.get(actor.id, ()))
    return ActorPage(
        id=actor.id,
        name=context.text(actor.name),
        kind=context.words(KINDS[actor.kind]),
        side=context.name(actor.side) if actor.side else (),
        aliases=actor.aliases,
        names=tuple((code or context.languages[1], words) for code, words in actor.name.variants),
        claims=claim_lines(context, actor.id, actor.claims),
        relations=tuple(relation_line(context, relation) for relation in actor.relations),
        related=tuple(relation_line(context, one) for one in related),
        events=event_lines(context, events),
        said=said,
        tally=_tally(context, said),
        note=context.note(actor.note),
    )


def _tally(context: Context, said: tuple[SaidLine, ...]) -> Tally:
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
        "It speaks on {total} event or relation: {confirmed} confirmed or corroborated, "
        "{disputed} disputed or withdrawn, {alone} resting on one side or one voice.",
        "It speaks on {total} events or relations: {confirmed} confirmed or corroborated, "
        "{disputed} disputed or withdrawn, {alone} resting on one side or one voice.",
        tally.total,
    )
    number = context.language.number
    return pattern.format(
        total=number(tally.total),
        confirmed=number(tally.confirmed),
        disputed=number(tally.disputed),
        alone=number(tally.alone),
    )
