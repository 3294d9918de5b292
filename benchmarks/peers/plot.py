"""The times as a picture: a row for each contender, a mark for each time, on a logarithmic scale.

It brings its own ground for light and dark screens, as a picture in a page cannot ask for the page's.
"""

import math
from collections.abc import Iterator

from benchmarks.peers.figures import TIMES, Results, figure, sizes, trials
from benchmarks.peers.tables import amount
from generator.graphics.svg import Svg, element

WIDTH, LEFT, RIGHT, TOP, ROW, BOTTOM = 760, 190, 30, 70, 42, 44
MARK = 6  # half of a mark's height
APART = {"cold": -9, "edit": 0, "live": 9}  # so that marks of like times lie below each other
_STYLE = """
.ground{fill:#fff}.words{fill:#1f2430;font:15px system-ui,sans-serif}
.scale{fill:#535b6b;font:13px system-ui,sans-serif}
.line{stroke:#d5d9e2}.cold{fill:#0b62b5}.edit{fill:#b34700}.live{fill:#00704f}
@media(prefers-color-scheme:dark){.ground{fill:#1b1e27}.words{fill:#eceef4}.scale{fill:#aeb5c4}
.line{stroke:#3a4050}.cold{fill:#7cbcff}.edit{fill:#ffa25e}.live{fill:#4fd6a8}}
"""


def plot(results: Results) -> str:
    """Draw the times at the smallest size measured. Raises ValueError where there are none."""
    events = sizes(results)[0]
    rows = [
        (
            trial["contender"],
            {part: seconds for part in TIMES if (seconds := figure(trial, part)) is not None},
        )
        for trial in trials(results, events)
    ]
    measured = [seconds for _, times in rows for seconds in times.values()]
    low, high = math.floor(math.log10(min(measured))), math.ceil(math.log10(max(measured)))
    scale = _SecondsAxis(low, max(high, low + 1))
    height = TOP + ROW * len(rows) + BOTTOM
    title = f"Seconds for {events:,} events, on a logarithmic scale"
    drawn = [
        element("title", {}, title),
        element("style", {}, " ".join(_STYLE.split())),
        element("rect", {"class": "ground", "width": WIDTH, "height": height, "rx": 8}),
        element("text", {"class": "words", "x": 16, "y": 30}, title),
        *_legend(rows),
        *_grid(scale, height),
        *(part for at, row in enumerate(rows) for part in _row(at, row, scale)),
    ]
    whole = element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": WIDTH,
            "height": height,
        },
        *drawn,
    )
    return whole.replace("><", ">\n<") + "\n"


def described(results: Results) -> str:
    """Say in words what the picture shows."""
    events = sizes(results)[0]
    told = []
    for trial in trials(results, events):
        times = [
            f"{words} {amount(figure(trial, part))}" for part, words in TIMES.items() if figure(trial, part)
        ]
        told.append(f"{trial['contender']}: {', '.join(times)}")
    return f"Seconds for {events:,} events. {'; '.join(told)}."


class _SecondsAxis:
    """Seconds to a place from left to right, between two powers of ten."""

    def __init__(self, low: int, high: int) -> None:
        self.decades = range(low, high + 1)
        self._low, self._wide = low, high - low

    def __call__(self, seconds: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(seconds) - self._low) / self._wide


def _legend(rows: list[tuple[str, dict[str, float]]]) -> Iterator[Svg]:
    shown = [part for part in TIMES if any(part in times for _, times in rows)]
    for at, part in enumerate(shown):
        x = LEFT + at * 130
        yield _mark(part, x, 50)
        yield element("text", {"class": "scale", "x": x + 14, "y": 55}, TIMES[part])


def _grid(scale: _SecondsAxis, height: int) -> Iterator[Svg]:
    for decade in scale.decades:
        x, end = scale(10.0**decade), height - BOTTOM
        yield element("line", {"class": "line", "x1": x, "x2": x, "y1": TOP, "y2": end})
        words = f"{10.0**decade:g} s"
        yield element("text", {"class": "scale", "x": x, "y": end + 22, "text-anchor": "middle"}, words)


def _row(at: int, row: tuple[str, dict[str, float]], scale: _SecondsAxis) -> Iterator[Svg]:
    name, times = row
    middle = TOP + ROW * at + ROW / 2
    yield element("text", {"class": "words", "x": LEFT - 16, "y": middle + 5, "text-anchor": "end"}, name)
    for part, seconds in times.items():
        yield _mark(part, scale(seconds), middle + APART[part])


def _mark(part: str, x: float, y: float) -> Svg:
    """A shape of its own for each time, so that its colour need not tell."""
    if part == "cold":
        return element("circle", {"class": part, "cx": x, "cy": y, "r": MARK})
    if part == "edit":
        side = 2 * MARK - 1
        return element(
            "rect", {"class": part, "x": x - side / 2, "y": y - side / 2, "width": side, "height": side}
        )
    points = f"{x:.1f},{y - MARK:.1f} {x - MARK:.1f},{y + MARK:.1f} {x + MARK:.1f},{y + MARK:.1f}"
    return element("polygon", {"class": part, "points": points})
