"""The sides of actors: who speaks for a party without being on its side, and sides that nothing grounds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.model.actors import Actor, Relation
from generator.model.facts import Facts
from generator.model.vocabulary import ActorKind, RelationType
from generator.problems import Finding

# What belongs to a state speaks for one, whether or not a relation says so.
_OF_A_STATE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMY})
# Who has such a relation to a party speaks and acts as a part of it.
_WITHIN = frozenset(
    {RelationType.SPEAKS_FOR, RelationType.PART_OF, RelationType.MEMBER_OF, RelationType.LEADS}
)
_SHARING = _WITHIN | {RelationType.ALLIED_WITH, RelationType.SUPPORTS, RelationType.SUCCESSOR_OF}
_WORDS = {
    RelationType.SPEAKS_FOR: "speaks for",
    RelationType.PART_OF: "is part of",
    RelationType.MEMBER_OF: "is a member of",
    RelationType.LEADS: "leads",
}
_Relations: TypeAlias = Mapping[str, list[tuple[Relation, Actor]]]


def missing_sides(facts: Facts) -> Iterator[Finding]:
    """Find an actor that belongs to a party, or is a state's, and is on no side: it counts as neutral."""
    if not facts.explainer.sides:
        return
    own, _ = _relations(facts)
    speakers = {name for _, _, statement in facts.each_statement() for name in statement.by}
    for actor in facts.actors:
        if actor.side or actor.side_why:
            continue
        parties = (pair for pair in own[actor.id] if pair[1].side and _holds_now(pair[0]))
        within = next((pair for pair in parties if pair[0].type in _WITHIN), None)
        if within:
            relation, party = within
            reason = f"it {_WORDS[relation.type]} `{party.id}`, which is on the side `{party.side}`"
        elif actor.kind in _OF_A_STATE and actor.id in speakers:
            reason = f"it is of the kind `{actor.kind.value}` and is heard"
        else:
            continue
        message = f"`{actor.id}` is on no side, although {reason}; its word counts as that of an outsider"
        hint = "Give its `side`, or say under `side_why` why it is on none."
        yield Finding(actor.id, ("kind",), "side-missing", message, hint, "warning")


def groundless_sides(facts: Facts) -> Iterator[Finding]:
    """Find an actor with a side that no claim on it, no relation and no word of the editors grounds."""
    own, others = _relations(facts)
    for actor in facts.actors:
        if actor.side is None or actor.side_why or any(claim.stance.affirms for claim in actor.claims):
            continue
        met = [*own[actor.id], *others[actor.id]]
        if any(other.side == actor.side and relation.type in _SHARING for relation, other in met):
            continue
        message = f"nothing says why `{actor.id}` is on the side `{actor.side}`"
        hint = (
            "Add a claim on it, or its relation to another actor of that side, with who says so; "
            "where its name says it all, say why under `side_why`."
        )
        yield Finding(actor.id, ("side",), "side-without-ground", message, hint, "warning")


def _relations(facts: Facts) -> tuple[_Relations, _Relations]:
    """Give the asserted relations of each actor with their other end: its own, and those that others have."""
    actors = {actor.id: actor for actor in facts.actors}
    own: dict[str, list[tuple[Relation, Actor]]] = defaultdict(list)
    others: dict[str, list[tuple[Relation, Actor]]] = defaultdict(list)
    for actor in facts.actors:
        for relation in actor.relations:
            if relation.to in actors and any(claim.stance.affirms for claim in relation.claims):
                own[actor.id].append((relation, actors[relation.to]))
                others[relation.to].append((relation, actor))
    return own, others


def _holds_now(relation: Relation) -> bool:
    """Say whether a relation has no end: who left a party need not speak for it."""
    return relation.period is None or relation.period.end is None or not relation.period.is_interval
