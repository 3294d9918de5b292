"""Relations: how actors stand to each other, as sentences and as a graph of who stands where."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.actors import Actor, Relation
from generator.model.facts import Record
from generator.model.refs import Refs
from generator.model.vocabulary import RelationType, StatusName
from generator.views.context import Context, remembered
from generator.views.hedges import STATUS_LABELS
from generator.views.language import N_
from generator.views.rich_text import RichText, capital, compose, plain_apart
from generator.views.sentences import record_sentence, why
from generator.views.statements import ClaimLine, claim_lines, claims_of, quotable
from generator.views.turns import Turn, turns

# More boxes than these are a thicket; the list beside the graph holds every relation.
MOST_ACTORS = 40

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

# The same on a line of the graph, which runs from its actor to the other.
WORDS = {
    RelationType.LEADS: N_("leads"),
    RelationType.SPEAKS_FOR: N_("speaks for"),
    RelationType.MEMBER_OF: N_("member of"),
    RelationType.PART_OF: N_("part of"),
    RelationType.SUPPORTS: N_("supports"),
    RelationType.ALLIED_WITH: N_("allied with"),
    RelationType.OPPOSES: N_("opposes"),
    RelationType.SUCCESSOR_OF: N_("successor of"),
    RelationType.BROKE_WITH: N_("broke with"),
    RelationType.GRANTED_ASYLUM_TO: N_("granted asylum to"),
    RelationType.RELATIVE_OF: N_("relative of"),
    RelationType.LISTS_AS_TERRORIST: N_("lists as terrorist"),
}

# The end of a line says what kind of relation it is, where the word on it is too far away to read.
TIES = {
    RelationType.LEADS: "authority",
    RelationType.SPEAKS_FOR: "authority",
    RelationType.MEMBER_OF: "belonging",
    RelationType.PART_OF: "belonging",
    RelationType.SUPPORTS: "help",
    RelationType.GRANTED_ASYLUM_TO: "help",
    RelationType.SUCCESSOR_OF: "help",
    RelationType.OPPOSES: "against",
    RelationType.BROKE_WITH: "against",
    RelationType.LISTS_AS_TERRORIST: "against",
    RelationType.ALLIED_WITH: "mutual",
    RelationType.RELATIVE_OF: "mutual",
}

_TIE_KEY = {
    "authority": N_("leads or speaks for"),
    "belonging": N_("belongs to"),
    "help": N_("supports, shelters or succeeds"),
    "against": N_("stands against"),
    "mutual": N_("holds in both directions"),
}

# How a line is drawn, by status: the better established, the plainer.
_STROKES = {
    StatusName.CONFIRMED: "plain",
    StatusName.CORROBORATED: "plain",
    StatusName.REPORTED: "plain",
    StatusName.CLAIMED: "claimed",
    StatusName.DISPUTED: "disputed",
    StatusName.WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as a sentence fragment, its lead claim worded by status, and all its claims."""

    id: str
    holder: str
    other: str
    phrase: RichText
    period: str
    sentence: RichText
    refs: Refs
    status: str
    status_label: str
    why: RichText
    claims: tuple[ClaimLine, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class GraphActor:
    """A box of the graph. ``side`` is "" for an actor that is no party."""

    id: str
    name: RichText
    side: str


@dataclass(frozen=True, slots=True)
class GraphTie:
    """A line of the graph, from ``tail`` to ``head``.

    ``word`` stands on it, ``saying`` says the whole relation with its time and status; ``kind``
    (one of ``TIES``) sets its end, ``status`` its stroke.
    """

    id: str
    tail: str
    head: str
    word: str
    saying: str
    kind: str
    status: str
    refs: Refs


@dataclass(frozen=True, slots=True)
class GraphSide:
    """A frame of the graph around the actors of one side."""

    id: str
    name: RichText


@dataclass(frozen=True, slots=True)
class RelationGraph:
    """Who stands where. ``more`` actors with relations are in the list alone.

    ``strokes`` and ``ends`` explain what occurs in it: (name of the stroke or kind, words).
    """

    label: str
    actors: tuple[GraphActor, ...]
    ties: tuple[GraphTie, ...]
    sides: tuple[GraphSide, ...]
    strokes: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]
    more: int
    direction: str


@remembered
def relation_line(context: Context, name: str) -> RelationLine:
    """One relation with its status in words."""
    (relation,) = context.queries.records(Relation, (name,))
    status = context.queries.status(name)
    return RelationLine(
        id=relation.id,
        holder=context.queries.holder(relation.id),
        other=relation.to,
        phrase=phrase(context, relation),
        period=context.language.when(relation.period) if relation.period else "",
        sentence=record_sentence(context, quotable(context, relation, status), status),
        refs=claims_of(relation),
        status=status.name.value,
        status_label=context.status_words(status),
        why=why(context, status),
        claims=claim_lines(context, relation),
        turns=turns(context, relation.id),
    )


def title_of(context: Context, record: Record) -> RichText:
    """Give what a record is called where its status stands beside it: a relation goes by its phrase."""
    return phrase(context, record) if isinstance(record, Relation) else context.title(record.id)


def phrase(context: Context, relation: Relation) -> RichText:
    """Give a relation as a sentence without an end: "A is part of B"."""
    return compose(
        context.words(N_("{actor} {relation}")),
        actor=context.link(context.queries.holder(relation.id)),
        relation=compose(context.words(RELATIONS[relation.type]), other=context.mention(relation.to)),
    )


def relation_lines(context: Context) -> tuple[RelationLine, ...]:
    """Every relation, in file order, which is by holder."""
    return tuple(relation_line(context, relation.id) for relation in _all(context))


def relation_graph(context: Context, most: int = MOST_ACTORS) -> RelationGraph | None:
    """Give the graph of all relations, or of those among the ``most`` actors that have most of them.

    Nothing where nobody stands in any relation.
    """
    found = _by_ids(context, _all(context))
    met = Counter(end for relation in found for end in _ends(context, relation))
    key = set(sorted(met, key=lambda actor: (-met[actor], actor))[:most])
    drawn = [relation for relation in found if key.issuperset(_ends(context, relation))]
    return _graph(context, drawn, len(met)) if drawn else None


def actor_graph(context: Context, actor: Actor) -> RelationGraph | None:
    """Give the graph of one actor, which comes first in it; nothing where it has fewer than two relations."""
    others = context.queries.records(Relation, context.queries.relations_to(actor.id))
    near = _by_ids(context, {relation.id: relation for relation in (*actor.relations, *others)}.values())
    if len(near) < 2:
        return None
    # What it is to others comes before what others are to it.
    near.sort(key=lambda relation: context.queries.holder(relation.id) != actor.id)
    return _graph(context, near, 0, first=actor.id)


def _graph(context: Context, drawn: list[Relation], met: int, first: str = "") -> RelationGraph:
    ids = dict.fromkeys([first] if first else ())
    ids.update(dict.fromkeys(end for relation in drawn for end in _ends(context, relation)))
    actors = tuple(_actor(context, actor) for actor in (ids if first else sorted(ids)))
    used = {actor.side for actor in actors}
    statuses = {context.queries.status(relation.id).name for relation in drawn}
    kinds = {TIES[relation.type] for relation in drawn}
    return RelationGraph(
        label=_label(context, first),
        actors=actors,
        ties=tuple(_tie(context, relation) for relation in drawn),
        sides=tuple(
            GraphSide(side.id, context.text(side.name)) for side in context.queries.sides if side.id in used
        ),
        strokes=tuple(_stroke_key(context, statuses)),
        ends=tuple((kind, context.words(words)) for kind, words in _TIE_KEY.items() if kind in kinds),
        more=max(met - len(actors), 0),
        direction=context.language.direction,
    )


def _label(context: Context, first: str) -> str:
    if not first:
        return context.words(N_("Graph of the relations"))
    return plain_apart(
        compose(context.words(N_("Graph of the relations of {actor}")), actor=context.mention(first))
    )


def _actor(context: Context, actor_id: str) -> GraphActor:
    actor = context.queries.record(actor_id)
    assert isinstance(actor, Actor)
    return GraphActor(actor_id, capital(context.short(actor_id)), actor.side or "")


def _tie(context: Context, relation: Relation) -> GraphTie:
    status = context.queries.status(relation.id)
    period = (context.language.when(relation.period),) if relation.period else ()
    saying = (plain_apart(phrase(context, relation)), *period, context.status_words(status))
    return GraphTie(
        id=relation.id,
        tail=context.queries.holder(relation.id),
        head=relation.to,
        word=context.words(WORDS[relation.type]),
        saying=" · ".join(saying),
        kind=TIES[relation.type],
        status=status.name.value,
        refs=claims_of(relation),
    )


def _stroke_key(context: Context, statuses: set[StatusName]) -> Iterator[tuple[str, str]]:
    for stroke in dict.fromkeys(_STROKES.values()):
        names = [name for name, drawn in _STROKES.items() if drawn == stroke and name in statuses]
        if names:
            yield (
                stroke,
                context.language.listing(tuple(context.words(STATUS_LABELS[name]) for name in names)),
            )


def _all(context: Context) -> Iterator[Relation]:
    for actor in context.queries.actors:
        yield from actor.relations


def _by_ids(context: Context, found: Iterable[Relation]) -> list[Relation]:
    """Give relations in an order that is the same however the files have them: a graph has no first one."""
    holder = context.queries.holder
    return sorted(found, key=lambda one: (holder(one.id), one.type, one.to, one.id))


def _ends(context: Context, relation: Relation) -> tuple[str, str]:
    return context.queries.holder(relation.id), relation.to
