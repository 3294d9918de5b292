"""Prose of questions: what its sentences rest on, and whether that has changed since."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from generator.checks.kinds import CITABLE, kind_of
from generator.checks.values import each_sentence, shorten
from generator.derive.known_days import in_force, known_day
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts, Statement
from generator.model.refs import Target
from generator.problems import Finding

_LaterChange: TypeAlias = tuple[date, str]


def groundless_citations(facts: Facts) -> Iterator[Finding]:
    """Find a sentence that cites a record which says nothing itself, so that it rests on no claim."""
    grounded = {record.id for record, _, _ in facts.each_statement()}
    bare = {record.id for record in facts.records() if kind_of(record) in CITABLE} - grounded
    for question, at, sentence in each_sentence(facts):
        for ref in sentence.refs:
            if ref in bare:
                message = f"“{shorten(sentence.words)}” cites `{ref}`, which has no claims of its own"
                hint = f"Cite the event, series or claim that says so, or give `{ref}` a claim."
                yield Finding(question.id, at, "groundless-citation", message, hint)


def stale_reviews(facts: Facts) -> Iterator[Finding]:
    """Find a sentence that rests on something that became known after its question was reviewed."""
    changes = _latest_changes(facts)
    for question, at, sentence in each_sentence(facts):
        newest = max((changes[ref] for ref in sentence.refs if ref in changes), default=None)
        if newest and newest[0] > question.reviewed:
            day, ref = newest
            words = shorten(sentence.words)
            message = f"“{words}” was reviewed on {question.reviewed}, but `{ref}` changed on {day}"
            hint = (
                f"Read `{ref}` again, mend the sentence, and set `reviewed` of `{question.id}` to that day."
            )
            yield Finding(question.id, at, "stale-review", message, hint, "warning")


def _latest_changes(facts: Facts) -> dict[Target, _LaterChange]:
    """Give the day on which each statement and record last changed, with the statement that did it."""
    latest: dict[Target, _LaterChange] = {}
    for stated, ref, statement in facts.each_statement():
        latest[ref] = (_changed(statement, facts), str(ref))
        latest[stated.id] = max(latest.get(stated.id, latest[ref]), latest[ref])
    for record in facts.records():
        if isinstance(record, Event | Relation) and record.confirmed:
            confirmed = (in_force(record.confirmed, facts), record.id)
            latest[record.id] = max(latest[record.id], confirmed)
    # What cites a source that does not exist is never known; `unknown-id` says so already.
    return {ref: change for ref, change in latest.items() if change[0] < date.max}


def _changed(statement: Statement, facts: Facts) -> date:
    """Give the day it became known, or on which a source of it was taken back, whichever is later."""
    sources = [facts.source(citation) for citation in statement.cite]
    retractions = [in_force(source.retracted, facts) for source in sources if source and source.retracted]
    return max([known_day(statement.cite, facts), *retractions])
