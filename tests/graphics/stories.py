"""Small invented stories of who held what, for the map: the cast is that of tests.derive.make."""

from generator.model.events import ControlChange
from generator.model.facts import Facts
from tests.derive.make import claim, day, event, explainer, facts, place, source

FRAME = {"west": -40.0, "south": 30.0, "east": -36.0, "north": 33.0}
POINT = {"lat": 31.0, "lon": -38.0, "by": "watch", "cite": "s1"}


def taken(number: int, holder: str, where: str = "ford", part: str | None = None, **fields):
    """An event on a day by which a holder takes a place."""
    change = ControlChange(place=where, holder=holder, part=part, claims=("told",))
    name = f"taken-{number}-{holder}-{where}".replace("--", "-minus-")
    told = claim("told", "watch", "s1")
    return event(name, told, occurred=str(day(number)), changes=(change,), **fields)


def story(*events, covers=(1, 10), places=None, **fields) -> Facts:
    told = explainer(covers=f"{day(covers[0])}/{day(covers[1])}" if covers else None, frame=FRAME, **fields)
    return facts(
        explainer=told,
        sources=(source("s1"),),
        places=places or (place("ford", point=POINT), place("mill")),
        events=tuple(sorted(events, key=lambda one: one.id)),
    )
