"""Links that lead back to where they started."""

from collections.abc import Iterator, Mapping

from generator.model.facts import Facts
from generator.problems import Finding


def self_relations(facts: Facts) -> Iterator[Finding]:
    """A relation of an actor to itself."""
    for actor in facts.actors:
        for relation in actor.relations:
            if relation.to == actor.id:
                message = f"`{relation.id}` relates `{actor.id}` to itself"
                hint = "Write the id of the other actor under `to`."
                yield Finding(relation.id, ("to",), "self-relation", message, hint)


def within_cycles(facts: Facts) -> Iterator[Finding]:
    """Places that lie within each other in a circle."""
    parents = {place.id: (place.within,) if place.within else () for place in facts.places}
    for circle in cycles(parents):
        message = f"`{circle[-1]}` lies within itself: {_path(circle, 'within')}"
        hint = "Take out the `within` that is wrong; it names the next larger place."
        yield Finding(circle[-1], ("within",), "within-cycle", message, hint)


def derivation_cycles(facts: Facts) -> Iterator[Finding]:
    """Sources that only repeat each other in a circle, so that none of them is first."""
    origins = {source.id: source.derives_from for source in facts.sources}
    for circle in cycles(origins):
        at = ("derives_from", origins[circle[-1]].index(circle[0]))
        message = f"`{circle[-1]}` derives from itself: {_path(circle, 'from')}"
        hint = "Take out the `derives_from` of the source that was published first."
        yield Finding(circle[-1], at, "derivation-cycle", message, hint)


def cycles(edges: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The circles in a graph: one for each edge that leads back, whose last node has that edge.

    Depth first with a trail of its own, so that a long chain does not meet Python's recursion
    limit; each edge is followed once.
    """
    finished: set[str] = set()
    for start in edges:
        trail = {} if start in finished else {start: iter(edges[start])}
        while trail:
            node, onward = next(reversed(trail.items()))
            step = next(onward, None)
            if step is None:
                finished.add(node)
                del trail[node]
            elif step in trail:
                names = list(trail)
                yield tuple(names[names.index(step) :])
            elif step in edges and step not in finished:
                trail[step] = iter(edges[step])


def _path(circle: tuple[str, ...], link: str) -> str:
    return f" {link} ".join(f"`{name}`" for name in (*circle, circle[0]))
