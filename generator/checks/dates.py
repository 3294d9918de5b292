"""Dates that cannot be: reports before the fact, readings before publication, days to come."""

from collections.abc import Iterator
from datetime import date

from generator.checks.did_you_mean import Nearest
from generator.checks.values import At
from generator.derive.known_days import known_day
from generator.model.calendar_days import FIRST
from generator.model.dates import When
from generator.model.facts import Facts
from generator.model.figures import Figure
from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.problems import Finding, Severity


def reported_too_early(facts: Facts) -> Iterator[Finding]:
    """Find a claim or figure all of whose sources were out before the first day it can be about.

    One day of difference is a warning alone, for the publisher's clock may be behind the place's,
    and so is a date marked approximate or uncertain. A partial date of publication counts from
    its last day, an undated source from the day it was read.
    """
    for record, at, statement, when in _dated(facts):
        latest = max(known_day((citation,), facts) for citation in statement.cite)
        # What is dated after the edition is reported as that alone.
        if latest < when.first_day <= facts.explainer.as_of:
            yield _too_early(Ref(record, statement.id), (*at, "cite"), when, latest)


def published_after_accessed(facts: Facts) -> Iterator[Finding]:
    """Find a source read before it was published."""
    for source in facts.sources:
        if source.published and source.published.first_day > source.accessed:
            message = (
                f"`{source.id}` was read on {source.accessed}, before it was published ({source.published})"
            )
            hint = "Correct `accessed`, the day somebody read it, or `published`."
            yield Finding(source.id, ("accessed",), "published-after-accessed", message, hint)


def accessed_in_future(facts: Facts) -> Iterator[Finding]:
    """Find a source read after the day of the current edition, which is then older than what it says."""
    edition = facts.explainer.as_of
    for source in facts.sources:
        if source.accessed > edition:
            message = f"`{source.id}` was read on {source.accessed}, after the edition's day ({edition})"
            hint = "Move `as_of` in explainer.yml to the day of the last change, or correct `accessed`."
            yield Finding(source.id, ("accessed",), "accessed-in-future", message, hint, "warning")


def as_of_in_future(facts: Facts) -> Iterator[Finding]:
    """Find a figure as of a day that the current edition has not reached."""
    edition = facts.explainer.as_of
    for series in facts.series:
        for index, figure in enumerate(series.figures):
            if figure.as_of.first_day > edition:
                message = (
                    f"`{series.id}/{figure.id}` is as of {figure.as_of}, after the edition's day ({edition})"
                )
                hint = "Correct the figure's `as_of`, or move that of explainer.yml to the last change."
                yield Finding(series.id, ("figures", index, "as_of"), "as-of-in-future", message, hint)


def event_in_future(facts: Facts) -> Iterator[Finding]:
    """Find an event that begins after the day of the current edition."""
    edition = facts.explainer.as_of
    for event in facts.events:
        if event.occurred.first_day > edition:
            message = f"`{event.id}` occurred {event.occurred}, after the edition's day ({edition})"
            hint = "Correct `occurred`; what is only announced is an event on the day of the announcement."
            yield Finding(event.id, ("occurred",), "event-in-future", message, hint)


def changes_too_early(facts: Facts) -> Iterator[Finding]:
    """Find an event that passes a place before the days from which it is told who held what."""
    for event in facts.events:
        if event.changes and event.occurred.last < FIRST:
            message = f"`{event.id}` passes a place to somebody in {event.occurred}, before the year 1"
            hint = "Take `changes` out: who held a place is told from the year 1 on. A claim can say it."
            yield Finding(event.id, ("changes",), "too-early", message, hint)


def unknown_narrowings(facts: Facts) -> Iterator[Finding]:
    """Find a claim said to have narrowed the date of an event that has no such claim."""
    for event in facts.events:
        own = [claim.id for claim in event.claims]
        for index, step in enumerate(event.narrowed):
            if step.claim not in own:
                message = f"`{event.id}` was narrowed by the claim `{step.claim}`, which it does not have"
                near = Nearest(own).to(step.claim)
                hint = f"Did you mean `{near}`?" if near else f"Write one of {', '.join(own[:5])}."
                yield Finding(event.id, ("narrowed", index, "claim"), "unknown-id", message, hint)


def _dated(facts: Facts) -> Iterator[tuple[str, At, Claim | Figure, When]]:
    for event in facts.events:
        for index, claim in enumerate(event.claims):
            yield event.id, ("claims", index), claim, event.occurred
    for series in facts.series:
        for index, figure in enumerate(series.figures):
            yield series.id, ("figures", index), figure, figure.as_of


def _too_early(statement: Ref, at: At, when: When, latest: date) -> Finding:
    # Nobody says of which half of the Earth a season is.
    vague = when.start is not None and bool(when.start.mark or when.start.season)
    severity: Severity = "warning" if vague or (when.first_day - latest).days == 1 else "error"
    message = f"`{statement}` is about {when}, but what it cites was out by {latest}"
    hint = (
        "Correct the citation, the source's `published` or the date; "
        "what was said beforehand is a claim of an event of its own."
    )
    return Finding(statement.record, at, "published-before", message, hint, severity)
