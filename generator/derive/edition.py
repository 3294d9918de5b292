"""Editions: the facts as they were known on an earlier day.

An edition may lack, never anticipate. Statements go when nothing they cite was known; events,
figures and relations go with their statements; actors and places stay while something kept
refers to them, or while a claim about them or a relation of theirs is kept. Sides and
populations are the explainer's own vocabulary and stay.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.derive.known_answers import known_answer
from generator.derive.mentions import Holder, needed
from generator.derive.retired import left_of
from generator.derive.trimming import Cut, cut_question, narrowed, pruned
from generator.derive.unlinking import Unlinker
from generator.model.actors import Actor
from generator.model.explainer import Explainer
from generator.model.facts import Facts
from generator.model.places import Place


def known_at(facts: Facts, day: date) -> Facts:
    """Give the facts as known on a day; ``known`` is that day, or an earlier one it had.

    ``known_at(known_at(f, a), b) == known_at(f, min(a, b))``; every reference in the result
    resolves when it did in ``facts``; what is known on a day is known on every later one.
    """
    day = min(day, facts.known) if facts.known else day
    trimmed = _trimmed(facts, day)
    entities = _entities(trimmed)
    holders = list(_holders(trimmed))
    before = _only(trimmed, needed(holders, entities) | _own_ground(trimmed))
    references = _references(facts, before)
    answered = (known_answer(cut_question(question, day), references) for question in facts.questions)
    questions = tuple(question for question in answered if question)
    kept = needed([*holders, *questions], entities) | _own_ground(trimmed)
    edition = _tidied(facts, replace(_only(trimmed, kept), questions=questions))
    return replace(edition, base_map=facts.base_map)


def _trimmed(facts: Facts, day: date) -> Facts:
    """Trim every record by itself; questions are left out until it is known what they rest on."""
    cut = Cut(facts, day)
    explainer = facts.explainer
    return Facts(
        explainer=explainer.model_copy(update={"headlines": cut.all_of(explainer.headlines)}),
        sources=cut.all_of(facts.sources),
        actors=cut.all_of(facts.actors),
        places=cut.all_of(facts.places),
        events=cut.all_of(facts.events),
        series=cut.all_of(facts.series),
        retired=cut.all_of(facts.retired),
        known=day,
    )


def _entities(facts: Facts) -> dict[str, Actor | Place]:
    entities: list[Actor | Place] = [*facts.actors, *facts.places]
    return {entity.id: entity for entity in entities}


def _own_ground(facts: Facts) -> frozenset[str]:
    """Give the actors and places with kept claims or relations: known facts are not dropped with them.

    Map coordinates alone are no reason to name a place that nothing speaks of yet.
    """
    actors = (actor.id for actor in facts.actors if actor.claims or actor.relations)
    return frozenset(actors) | {place.id for place in facts.places if place.claims}


def _holders(facts: Facts) -> Iterator[Holder]:
    """Give the records that are kept for their own sake."""
    yield facts.explainer
    yield from (*facts.sources, *facts.events, *facts.series)
    own = _own_ground(facts)
    yield from (entity for name, entity in _entities(facts).items() if name in own)


def _only(facts: Facts, entities: frozenset[str]) -> Facts:
    return replace(
        facts,
        actors=tuple(actor for actor in facts.actors if actor.id in entities),
        places=tuple(place for place in facts.places if place.id in entities),
    )


def _references(facts: Facts, edition: Facts) -> frozenset[str]:
    """Give what a sentence may cite: the records and statements of an edition.

    An actor or place that anything is stated about counts once one such statement is known:
    that it is named elsewhere is no ground for a sentence about it.
    """
    silent = _stated(facts) - _stated(edition)
    return frozenset(edition.by_id).difference(silent).union(edition.statements)


def _stated(facts: Facts) -> frozenset[str]:
    actors = (actor.id for actor in facts.actors if actor.claims or actor.relations)
    return frozenset(actors) | {place.id for place in facts.places if place.claims or place.point}


def _tidied(facts: Facts, edition: Facts) -> Facts:
    """Drop the ids and unlink the links that would dangle. Names come from the whole ``facts``."""
    kept = frozenset(edition.by_id)
    unlink = Unlinker(facts, kept.union(edition.statements))
    return Facts(
        explainer=unlink.entry(_explainer(edition.explainer, kept)),
        sources=unlink.entry(tuple(pruned(source, kept) for source in edition.sources)),
        actors=unlink.entry(edition.actors),
        places=unlink.entry(edition.places),
        events=unlink.entry(edition.events),
        series=unlink.entry(tuple(pruned(series, kept) for series in edition.series)),
        questions=tuple(unlink.question(question) for question in edition.questions),
        retired=unlink.entry(tuple(left_of(edition))),
        known=edition.known,
    )


def _explainer(explainer: Explainer, kept: frozenset[str]) -> Explainer:
    lead = explainer.lead if explainer.lead in kept else None
    return explainer.model_copy(update={"lead": lead, "numbers": narrowed(explainer.numbers, kept)})
