"""Entries that nothing uses, and sources used without a word why."""

from collections.abc import Iterator

from generator.checks.references import each_reference
from generator.model.facts import Facts
from generator.model.vocabulary import Tier
from generator.problems import Finding


def unused_entries(facts: Facts) -> Iterator[Finding]:
    """Find sources that nothing cites, actors and places that nothing refers to.

    What a source leaves out and how an actor relates to others are uses of their own; that something
    else is not the same is none.
    """
    named = {
        ref.target_record
        for ref in each_reference(facts)
        if ref.target_record != ref.value.record and ref.value.key != "distinct_from"
    }
    for source in facts.sources:
        if source.id not in named and not source.left_out:
            yield _unused_source(source.id)
    for actor in facts.actors:
        if actor.id not in named and not actor.relations:
            yield _unused_actor(actor.id)
    for place in facts.places:
        if place.id not in named:
            yield _unused_place(place.id)


def _unused_source(source: str) -> Finding:
    hint = "Cite it, say under `left_out` what it holds that is not carried, or take it out."
    return Finding(source, ("id",), "unused-source", f"nothing cites the source `{source}`", hint, "warning")


def _unused_actor(actor: str) -> Finding:
    hint = "Name it where it speaks or acts (`by`, `who`, `holder`, a relation's `to`), or take it out."
    return Finding(actor, ("id",), "unused-actor", f"nothing refers to the actor `{actor}`", hint, "warning")


def _unused_place(place: str) -> Finding:
    hint = "Name it where something happened (`where`, `changes`, `within`), or take it out."
    return Finding(place, ("id",), "unused-place", f"nothing refers to the place `{place}`", hint, "warning")


def tier_c_notes(facts: Facts) -> Iterator[Finding]:
    """Find a tier C source without a note that says why it is used at all."""
    for source in facts.sources:
        if source.tier is Tier.C and source.note is None:
            message = f"`{source.id}` is of tier C and has no note"
            hint = "Say in `note` why nothing better was found, or cite a source of tier A or B instead."
            yield Finding(source.id, ("tier",), "tier-c-note", message, hint)
