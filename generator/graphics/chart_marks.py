"""Places on a chart: percentages across, so that it takes the width it gets; pixels for shapes."""

from generator.graphics.svg import Svg, element, number


def across(share: float, direction: str) -> str:
    """A share of a scale as a position from the left: scales run with the writing."""
    return f"{number(100 * (1 - share if direction == 'rtl' else share), 2)}%"


def cross(size: int) -> Svg:
    """The strokes over a number that its speaker denies or has taken back, around (0, 0)."""
    return element(
        "path", {"class": "cross", "d": f"M-{size}-{size}L{size} {size}M-{size} {size}L{size}-{size}"}
    )


def at(x: str, y: str | float, drawn: Svg) -> Svg:
    """A drawing around a point: a percentage places it, pixels shape it."""
    return element("svg", {"x": x, "y": y, "overflow": "visible"}, drawn)
