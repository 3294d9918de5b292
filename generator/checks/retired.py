"""What is no longer there: old ids that are in use, lead in a circle, or were retired in days to come."""

from collections.abc import Iterator

from generator.checks.references import cycles
from generator.model.facts import Facts
from generator.model.retired import FormerAddress, Retired
from generator.problems import Finding


def retired_in_use(facts: Facts) -> Iterator[Finding]:
    """Find a retired id that a record or statement still has, or has again: an id is never used twice."""
    for gone in facts.retired:
        if gone.id in facts.statements or gone.id in facts.by_id:
            message = f"`{gone.id}` was retired on {gone.on}, but it is still there"
            hint = "Take it out of the facts or off this list; what is new needs another id."
            yield Finding(gone.entry, ("id",), "retired-in-use", message, hint)


def retired_twice(facts: Facts) -> Iterator[Finding]:
    """Find an id or address that is retired twice."""
    seen = set()
    for gone, name, key in _listed(facts):
        if name in seen:
            message = f"`{name}` is retired twice"
            yield Finding(gone.entry, (key,), "duplicate-id", message, "Keep one of the two entries.")
        seen.add(name)


def _listed(facts: Facts) -> Iterator[tuple[Retired | FormerAddress, str, str]]:
    """Give each entry with the id or address that it is about, and the key that says so."""
    yield from ((one, str(one.id), "id") for one in facts.retired)
    yield from ((one, one.address, "address") for one in facts.former_addresses)


def retired_loops(facts: Facts) -> Iterator[Finding]:
    """Retired ids that lead to each other in a circle, so that none leads to anything there is."""
    steps = {str(gone.id): (str(gone.now),) if gone.now else () for gone in facts.retired}
    for circle in cycles(steps):
        path = " to ".join(f"`{name}`" for name in (*circle, circle[0]))
        message = f"`{circle[-1]}` leads back to itself: {path}"
        hint = "Give the last of them the id of what there is now, or take out its `now`."
        yield Finding(f"retired {circle[-1]}", ("now",), "retired-loop", message, hint)


def retired_in_future(facts: Facts) -> Iterator[Finding]:
    """Something retired after the day of the current edition, which would still hold it."""
    edition = facts.explainer.as_of
    for gone, name, _ in _listed(facts):
        if gone.on > edition:
            message = f"`{name}` was retired on {gone.on}, after the edition's day ({edition})"
            hint = "Move `as_of` in explainer.yml to the day of the last change, or correct `on`."
            yield Finding(gone.entry, ("on",), "retired-in-future", message, hint)
