"""One actor and those it stands in a relation with: a stem with branches, as wide as a phone."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.graphics.relations_layout import Layout, NodeBox, Pixel, Route, name_box, word_box
from generator.views.relations import GraphTie, RelationGraph

WIDTH = 340  # pixels: a phone of 360 less the page's margins
_STEM = 18
_BRANCH = 152  # where the boxes of the others begin
_HEAD = 9
_GAP = 12
_RIM = 1


def star(graph: RelationGraph) -> Layout:
    """Lay out the graph of the actor that comes first in it. Mirrored where words run right to left."""
    centre, *_ = graph.actors
    first = name_box(centre, WIDTH - 40)
    boxes = {centre.id: _box(first, _RIM, first.height // 2 + _RIM)}
    routes: dict[str, Route] = {}
    down = first.height + 2 * _RIM + 4
    for other, ties in groupby(_by_other(graph), key=lambda tie: _other(tie, centre.id)):
        found = {tie.id: route for tie, route in _branches(ties, centre.id, down)}
        routes |= found
        boxes[other] = _other_box(graph, other, found)
        down = max(found[tie].tip[1] for tie in found) + _GAP
        down = max(down, boxes[other].y + boxes[other].height // 2 + _GAP // 2)
    last = max(route.tip[1] for route in routes.values())
    bottom = max(box.y + box.height // 2 for box in boxes.values()) + _RIM + 1
    stem = ((_STEM, first.height + 2 * _RIM), (_STEM, last))
    made = Layout(WIDTH, bottom, boxes, {}, routes, (stem,))
    return _mirrored(made) if graph.direction == "rtl" else made


def _by_other(graph: RelationGraph) -> list[GraphTie]:
    """The ties, those with the same other actor together, in the order of the actors."""
    place = {actor.id: number for number, actor in enumerate(graph.actors)}
    return sorted(graph.ties, key=lambda tie: max(place[tie.tail], place[tie.head]))


def _other(tie: GraphTie, centre: str) -> str:
    return tie.head if tie.tail == centre else tie.tail


def _branches(ties: Iterable[GraphTie], centre: str, down: int) -> Iterator[tuple[GraphTie, Route]]:
    for tie in ties:
        word = word_box(tie.word, _BRANCH - _STEM - 2 * _HEAD)
        down += word.height + 2
        yield tie, _route(tie, word, down, tie.tail == centre)


def _route(tie: GraphTie, word: NodeBox, y: int, leaving: bool) -> Route:
    start, tip = (_STEM, _BRANCH) if leaving else (_BRANCH, _STEM)
    gap = 0 if tie.kind == "mutual" else _HEAD if leaving else -_HEAD
    end = (tip - gap, y)
    middle = (_STEM + _BRANCH) // 2
    placed = NodeBox(middle, y - word.height // 2 - 1, word.width, word.height, word.lines)
    return Route(((start, y), (start, y), end, end), (tip, y), placed)


def _other_box(graph: RelationGraph, other: str, routes: dict[str, Route]) -> NodeBox:
    actor = next(actor for actor in graph.actors if actor.id == other)
    box = name_box(actor, WIDTH - _BRANCH - 24)
    heights = [route.tip[1] for route in routes.values()]
    return _box(box, _BRANCH, sum(heights) // len(heights), max(heights) - min(heights))


def _box(box: NodeBox, left: int, y: int, least: int = 0) -> NodeBox:
    height = max(box.height, least + 2 * _HEAD)
    return NodeBox(left + box.width // 2, y, box.width, height, box.lines)


def _mirrored(made: Layout) -> Layout:
    def turned(box: NodeBox) -> NodeBox:
        return NodeBox(made.width - box.x, box.y, box.width, box.height, box.lines)

    def over(point: Pixel) -> Pixel:
        return made.width - point[0], point[1]

    return Layout(
        made.width,
        made.height,
        {actor: turned(box) for actor, box in made.boxes.items()},
        {},
        {
            tie: Route(tuple(map(over, route.points)), over(route.tip), turned(route.word))
            for tie, route in made.routes.items()
        },
        tuple((over(start), over(end)) for start, end in made.rails),
    )
