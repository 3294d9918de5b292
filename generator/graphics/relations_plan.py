"""The relations graph as a question to graphviz: boxes of known sizes, who is tied to whom.

Every size is given and no word is passed on, so the answer depends on no font.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from generator.graphics.relations_layout import NodeBox, name_box, title_box, word_box
from generator.views.relations import GraphTie, RelationGraph


@dataclass(frozen=True, slots=True)
class Form:
    """One of the two forms of the graph: rooms for words and gaps between boxes, in pixels.

    The narrow one stacks the sides, for a phone that scrolls down more easily than across.
    """

    name: str
    stacked: bool
    name_room: int
    word_room: int
    title_room: int
    gap: int
    step: int


WIDE = Form("wide", False, name_room=72, word_room=64, title_room=190, gap=10, step=14)
NARROW = Form("narrow", True, name_room=72, word_room=62, title_room=150, gap=6, step=12)


_UPWARD = 6  # actors that a tie may run past before it is better to draw it upwards


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is to be laid out: boxes of names by actor, of words by relation, of titles by side."""

    names: Mapping[str, NodeBox]
    words: Mapping[str, NodeBox]
    titles: Mapping[str, NodeBox]


def sizes(graph: RelationGraph, form: Form) -> Sizes:
    """Measure a graph."""
    return Sizes(
        {actor.id: name_box(actor, form.name_room) for actor in graph.actors},
        {tie.id: word_box(tie.word, form.word_room) for tie in graph.ties},
        {side.id: title_box(side, form.title_room) for side in graph.sides},
    )


def source(graph: RelationGraph, form: Form, sized: Sizes) -> str:
    """Write a graph down for graphviz. The same graph gives the same words."""
    return "\n".join(_source(graph, form, sized))


def _source(graph: RelationGraph, form: Form, sized: Sizes) -> Iterator[str]:
    across = "RL" if graph.direction == "rtl" else "LR"
    order = stacking(graph)
    against = _upward(graph, order) if form.stacked else set()
    ties = [_line(tie, sized, tie.id in against) for tie in graph.ties]
    frames = [_cluster(graph, side, sized) for side in order]
    free = [_box(actor.id, sized) for actor in graph.actors if not actor.side]
    # Graphviz turns a graph that runs across a quarter round: what comes first ends at the bottom.
    turn = 1 if form.stacked else -1
    yield "digraph relations {"
    yield f"rankdir={'TB' if form.stacked else across}; newrank={'true' if form.stacked else 'false'};"
    yield f"nodesep={form.gap / 72:.3f}; ranksep={form.step / 72:.3f};"
    yield 'node [shape=box fixedsize=true label=""]; edge [arrowsize=0.9];'
    yield from [*frames, *free][::turn]
    yield from ties[::turn]
    if form.stacked:
        yield from chain.from_iterable(_stacked(graph, *pair) for pair in pairwise(order))
    yield "}"


def _cluster(graph: RelationGraph, side: str, sized: Sizes) -> str:
    just = "r" if graph.direction == "rtl" else "l"
    members = " ".join(_box(actor.id, sized) for actor in graph.actors if actor.side == side)
    title = f"margin=6; labeljust={just}; label={_room(sized.titles[side])};"
    return f'subgraph "cluster_{side}" {{ {title} {members} }}'


def _box(actor: str, sized: Sizes) -> str:
    box = sized.names[actor]
    return f'"{actor}" [width={box.width / 72:.4f} height={box.height / 72:.4f}];'


def _line(tie: GraphTie, sized: Sizes, loose: bool) -> str:
    head = " arrowhead=none" if tie.kind == "mutual" else ""
    free = " constraint=false" if loose else ""
    return f'"{tie.tail}" -> "{tie.head}" [id="{tie.id}" label={_room(sized.words[tie.id])}{head}{free}];'


def _room(box: NodeBox) -> str:
    """Give an empty label of a fixed size: graphviz keeps the place free, the words are drawn later."""
    cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{box.width}" HEIGHT="{box.height}"></TD>'
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>{cell}</TR></TABLE>>'


def stacking(graph: RelationGraph) -> tuple[str, ...]:
    """Give the sides from top to bottom, so that ties between them run down and past few actors.

    The explainer's own order is improved by moving one side at a time while that helps.
    """
    sides = {actor.id: actor.side for actor in graph.actors}
    between = [(sides[tie.tail], sides[tie.head]) for tie in graph.ties]
    between = [(tail, head) for tail, head in between if tail and head and tail != head]
    members = Counter(sides.values())
    order = tuple(side.id for side in graph.sides)
    while True:
        best = min(_moves(order), key=lambda tried: _strain(tried, between, members), default=order)
        if _strain(best, between, members) >= _strain(order, between, members):
            return order
        order = best


def _moves(order: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for side in order:
        rest = [other for other in order if other != side]
        yield from ((*rest[:place], side, *rest[place:]) for place in range(len(order)))


def _strain(order: tuple[str, ...], between: list[tuple[str, str]], members: Mapping[str, int]) -> int:
    """How many actors the ties run past; one that runs up counts as running past some more."""
    above = dict(zip(order, accumulate((members[side] for side in order), initial=0), strict=False))

    def past(tail: str, head: str) -> int:
        first, last = sorted((tail, head), key=lambda side: above[side])
        return above[last] - above[first] - members[first] + (_UPWARD if first == head else 0)

    return sum(past(tail, head) for tail, head in between)


def _upward(graph: RelationGraph, order: tuple[str, ...]) -> set[str]:
    sides = {actor.id: actor.side for actor in graph.actors}
    place = {side: number for number, side in enumerate(order)}
    crossing = (tie for tie in graph.ties if sides[tie.tail] and sides[tie.head])
    return {tie.id for tie in crossing if place[sides[tie.head]] < place[sides[tie.tail]]}


def _stacked(graph: RelationGraph, upper: str, lower: str) -> Iterator[str]:
    """Keep one side below another: an unseen point below all of the one and above all of the other."""
    # A colon cannot stand in an id, so no actor is named like the point.
    point = f'"below:{upper}"'
    yield f"{point} [shape=point width=0.01 style=invis];"
    yield from (f'"{actor}" -> {point} [style=invis weight=0];' for actor in _edge(graph, upper, "tail"))
    yield from (f'{point} -> "{actor}" [style=invis weight=0];' for actor in _edge(graph, lower, "head"))


def _edge(graph: RelationGraph, side: str, end: str) -> Iterator[str]:
    """Give the lowest actors of a side (none of its ties has them as tail), or the topmost (as head)."""
    members = [actor.id for actor in graph.actors if actor.side == side]
    inside = [tie for tie in graph.ties if tie.tail in members and tie.head in members]
    taken = {getattr(tie, end) for tie in inside}
    # In a ring everyone is taken; then all of them stand at its edge.
    yield from [actor for actor in members if actor not in taken] or members
