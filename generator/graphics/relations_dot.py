"""Graphviz's answer: runs `dot` and reads where it puts boxes and lines.

`dot` is a program of the machine, not a Python package; where it is missing the pages show the
list of relations alone, and one line of warning says so.
"""

import json
import logging
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from generator.graphics.relations_layout import Layout, NodeBox, Pixel, Route, SideFrame
from generator.graphics.relations_plan import Form, Sizes, sizes, source
from generator.views.relations import RelationGraph

_LOG = logging.getLogger("explainer.graphics")
_PATIENCE = 120  # seconds; a graph of forty actors takes a tenth of one
_MARGIN = 4  # room for strokes at the rim, in pixels


class DotError(RuntimeError):
    """`dot` is missing or failed; the message says which."""


def laid_out(graph: RelationGraph, form: Form) -> Layout | None:
    """Give the layout of a graph, or nothing where `dot` cannot be had: that is said once, as a warning."""
    sized = sizes(graph, form)
    try:
        answer = json.loads(_answer(source(graph, form, sized)))
    except DotError as error:
        _warn(str(error))
        return None
    return _layout(sized, answer)


@lru_cache(maxsize=1)  # the pages of every language lack the same graph
def _warn(reason: str) -> None:
    _LOG.warning("warning: no relations graph, the pages list the relations instead: %s", reason)


def _answer(question: str) -> str:
    program = shutil.which("dot")
    if program is None:
        raise DotError("`dot` was not found; install Graphviz, on Debian: apt-get install graphviz")
    return _asked(program, question)


@lru_cache(maxsize=32)
def _asked(program: str, question: str) -> str:
    try:
        done = subprocess.run(
            [program, "-Tjson0"],
            input=question,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            env={**os.environ, "LC_ALL": "C"},
            check=True,
        )
    except subprocess.CalledProcessError as error:
        lines = error.stderr.strip().splitlines() or [f"exit code {error.returncode}"]
        raise DotError(f"`dot` failed: {lines[0]}") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DotError(f"`dot` failed: {error}") from None
    return done.stdout


def _layout(sized: Sizes, answer: Mapping[str, Any]) -> Layout:
    right, top = _numbers(answer["bb"])[2:]

    def place(x: float, y: float) -> Pixel:
        # Graphviz counts upwards from the lower left corner.
        return round(x) + _MARGIN, round(top - y) + _MARGIN

    objects = {found["name"]: found for found in answer.get("objects", ())}
    lines = {found["id"]: found for found in answer.get("edges", ()) if "id" in found}
    return Layout(
        width=round(right) + 2 * _MARGIN,
        height=round(top) + 2 * _MARGIN,
        boxes={name: _at(box, place(*_numbers(objects[name]["pos"]))) for name, box in sized.names.items()},
        frames={side: _frame(box, objects[f"cluster_{side}"], place) for side, box in sized.titles.items()},
        routes={tie: _route(box, lines[tie], place) for tie, box in sized.words.items()},
    )


def _at(box: NodeBox, centre: Pixel) -> NodeBox:
    return NodeBox(*centre, box.width, box.height, box.lines)


def _frame(title: NodeBox, found: Mapping[str, Any], place: Any) -> SideFrame:
    left, lower, right, upper = _numbers(found["bb"])
    (x1, y1), (x2, y2) = place(left, upper), place(right, lower)
    box = NodeBox((x1 + x2) // 2, (y1 + y2) // 2, x2 - x1, y2 - y1, title.lines)
    return SideFrame(box, place(*_numbers(found["lp"])))


def _route(word: NodeBox, found: Mapping[str, Any], place: Any) -> Route:
    """Read a path as graphviz writes it: an optional tip ``e,x,y``, then the points of its curves."""
    tip: Pixel | None = None
    points: list[Pixel] = []
    for piece in found["pos"].split():
        if piece.startswith("e,"):
            tip = place(*_numbers(piece[2:]))
        else:
            points.append(place(*_numbers(piece)))
    return Route(tuple(points), tip or points[-1], _at(word, place(*_numbers(found["lp"]))))


def _numbers(written: str) -> tuple[float, ...]:
    return tuple(_each_number(written))


def _each_number(written: str) -> Iterator[float]:
    yield from (float(part) for part in written.split(","))
