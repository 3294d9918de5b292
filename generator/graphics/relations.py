"""The relations graph as SVG: actors in boxes, one line for each relation, drawn by its status.

Colours and strokes are left to the style sheet, which follows the page's scheme.
"""

from collections.abc import Callable, Iterator, Mapping
from math import atan2, degrees
from typing import TypeAlias

from generator.graphics.relations_dot import laid_out
from generator.graphics.relations_layout import (
    LINE_HEIGHT,
    NAME_SIZE,
    WORD_SIZE,
    Layout,
    NodeBox,
    Pixel,
    Route,
    SideFrame,
    star,
)
from generator.graphics.relations_plan import NARROW, WIDE
from generator.graphics.svg import AttributeValue, Svg, element, join
from generator.views.relations import GraphActor, GraphTie, RelationGraph

# Class and path by kind, in pixels, with the tip at 0,0 of a tie that comes from the left. The gap
# that a tie leaves for it is nine wide: where the shape does not fill it, a shaft goes on to the tip.
_SHAPES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "authority": (("end end--full", "M0 0L-9 4V-4Z"),),
    "belonging": (("end end--hollow", "M0 0L-5 4L-10 0L-5 -4Z"),),
    "help": (("end", "M-9 0H0M-8 5L0 0L-8 -5"),),
    "against": (("end", "M-9 0H0"), ("end end--bar", "M-1 6V-6")),
}


def end(kind: str, route: Route) -> Svg:
    """Give the end of a tie of that kind (one of ``TIES``), in the gap that its line leaves for it."""
    before, tip = route.points[-1], route.tip
    if kind == "mutual":
        return join(*(_dot(point) for point in (route.points[0], tip)))
    turn = round(degrees(atan2(tip[1] - before[1], tip[0] - before[0])))
    place = f"translate({tip[0]} {tip[1]})rotate({turn})"
    shapes = _SHAPES.get(kind, ()) if before != tip else ()
    return join(*(element("path", {"class": name, "transform": place, "d": path}) for name, path in shapes))


def _dot(point: Pixel) -> Svg:
    x, y = point
    return element("circle", {"class": "end end--full", "cx": x, "cy": y, "r": 2.5})


_INSET = 9  # from the frame of a side to its title
_NOWHERE = NodeBox(0, 0, 0, 0, ())

Links: TypeAlias = Callable[[str], str]  # a record's id -> where the page links for it


def relations_figure(graph: RelationGraph, link: Links) -> Svg:
    """Give the graph in a wide and a narrow form, of which the style sheet shows one, with its key.

    Empty where `dot` cannot be had.
    """
    layouts = {form.name: laid_out(graph, form) for form in (WIDE, NARROW)}
    drawings = [
        _region(graph, form, drawing(graph, layout, link)) for form, layout in layouts.items() if layout
    ]
    return _figure(graph, *drawings) if drawings else Svg("")


def star_figure(graph: RelationGraph, link: Links) -> Svg:
    """Give the graph of one actor, with its key. Its own box links to nothing: the reader is there."""
    centre = graph.actors[0].id
    drawn = drawing(graph, star(graph), lambda record: "" if record == centre else link(record))
    return _figure(graph, _region(graph, "star", drawn))


def drawing(graph: RelationGraph, layout: Layout, link: Links) -> Svg:
    """One laid-out graph. Ties link to their relation for the mouse; the list serves the keyboard."""
    size: dict[str, AttributeValue] = {
        "viewBox": f"0 0 {layout.width} {layout.height}",
        "width": layout.width,
        "height": layout.height,
    }
    return element(
        "svg",
        {"class": "relations", **size, "role": "group", "aria-label": graph.label},
        *(_rect(frame.box, 6, "side") for frame in layout.frames.values()),
        *(element("path", {"class": "rail", "d": f"M{a} {b}L{c} {d}"}) for (a, b), (c, d) in layout.rails),
        *(_tie(tie, layout.routes[tie.id], link(tie.id)) for tie in graph.ties),
        *(_title(frame, graph.direction) for frame in layout.frames.values()),
        *(_actor(actor, layout.boxes[actor.id], link(actor.id)) for actor in graph.actors),
    )


def _figure(graph: RelationGraph, *drawings: Svg) -> Svg:
    strokes = (_key(_sample_stroke(stroke), words) for stroke, words in graph.strokes)
    ends = (_key(_sample_end(kind), words) for kind, words in graph.ends)
    key = element("figcaption", {"class": "relations-key", "data-editorial": ""}, *strokes, *ends)
    return element("figure", {"class": "relations-graph", "data-pagefind-ignore": ""}, *drawings, key)


def _region(graph: RelationGraph, form: str, drawn: Svg) -> Svg:
    """Say what scrolls when the graph is wider than the page; the keyboard can do that as well."""
    classes = f"relations-room relations-room--{form}"
    region = {"class": classes, "role": "region", "aria-label": graph.label, "tabindex": "0"}
    return element("div", region, drawn)


def _rect(box: NodeBox, radius: int = 0, name: str | None = None) -> Svg:
    corner: dict[str, AttributeValue] = {"x": box.x - box.width // 2, "y": box.y - box.height // 2}
    return element(
        "rect", {"class": name, **corner, "width": box.width, "height": box.height, "rx": radius or None}
    )


def _title(frame: SideFrame, direction: str) -> Svg:
    """Give the name of a side, in the upper corner where lines of this direction begin."""
    reach = frame.box.width // 2 - _INSET
    x = frame.box.x + (reach if direction == "rtl" else -reach)
    return _text(frame.box.lines, (x, frame.title[1]), WORD_SIZE, {"class": "side", "data-editorial": ""})


def _actor(actor: GraphActor, box: NodeBox, href: str) -> Svg:
    language = next((run.language for run in actor.name if run.language), None)
    return element(
        "a" if href else "g",
        {"class": "actor", "href": href or None, "data-editorial": "", "lang": language},
        _rect(box, 5),
        _text(box.lines, (box.x, box.y), NAME_SIZE, {"text-anchor": "middle"}),
    )


def _tie(tie: GraphTie, route: Route, href: str) -> Svg:
    attributes = {
        "class": f"tie tie--{tie.status}",
        "href": href or None,
        "tabindex": "-1" if href else None,
        "data-claims": " ".join(map(str, tie.refs)),
    }
    word = route.word
    return element(
        "a" if href else "g",
        attributes,
        element("title", {}, tie.saying),
        *_stroke(tie.status, _path(route)),
        end(tie.kind, route),
        _rect(word),
        _text(word.lines, (word.x, word.y), WORD_SIZE, {"text-anchor": "middle"}),
    )


def _stroke(status: str, path: str) -> Iterator[Svg]:
    yield element("path", {"class": "line", "d": path})
    if status == "disputed":  # a second, thinner line in the paper's colour makes it a double one
        yield element("path", {"class": "gap", "d": path})


def _path(route: Route) -> str:
    start, *curves = (f"{x} {y}" for x, y in route.points)
    return f"M{start}C{' '.join(curves)}"


def _text(lines: tuple[str, ...], start: Pixel, size: int, attributes: Mapping[str, AttributeValue]) -> Svg:
    """Lines of words around the height of ``start``, from there on or with it in their middle."""
    x, y = start
    top = round(y - (len(lines) - 1) * LINE_HEIGHT / 2 + size * 0.35)
    if len(lines) == 1:
        return element("text", {"x": x, "y": top, **attributes}, *lines)
    # The space before a break keeps the words apart for whoever hears or copies them.
    rows = [*(f"{line} " for line in lines[:-1]), lines[-1]]
    spans = (
        element("tspan", {"x": x, "y": top + number * LINE_HEIGHT}, row) for number, row in enumerate(rows)
    )
    return element("text", attributes, *spans)


def _key(sample: Svg, words: str) -> Svg:
    return element("span", {"class": "relations-key__entry"}, sample, " ", words)


def _sample_stroke(stroke: str) -> Svg:
    return _sample(f"tie--{stroke}", *_stroke(stroke, "M0 8L38 8"))


def _sample_end(kind: str) -> Svg:
    route = Route(
        ((4, 8), (34 if kind == "mutual" else 29, 8)), (34 if kind == "mutual" else 38, 8), _NOWHERE
    )
    (x, y), (x2, y2) = route.points
    return _sample("tie--plain", *_stroke("plain", f"M{x} {y}L{x2} {y2}"), end(kind, route))


def _sample(classes: str, *drawn: Svg) -> Svg:
    box: dict[str, AttributeValue] = {
        "viewBox": "0 0 40 16",
        "width": 40,
        "height": 16,
        "aria-hidden": "true",
    }
    return element("svg", {"class": f"relations {classes}", **box}, join(*drawn))
