"""The explainer itself: what it is about, its languages, sides and frame."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    Contact,
    Day,
    Degrees,
    Entry,
    Flag,
    Id,
    Ids,
    Language,
    LocalText,
    WhenField,
    Words,
)

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.geojson")


def _base_map(value: Any) -> str:
    if isinstance(value, str) and _FILE_NAME.fullmatch(value):
        return value
    message = f"`{value}` is not the name of a GeoJSON file in content/"
    raise PydanticCustomError("bad-file-name", "{message}", {"message": message})


class Headline(Entry):
    """Title and standfirst, shown in editions known from ``since`` on."""

    since: Day | None = Field(default=None, alias="from")
    title: LocalText
    standfirst: LocalText


class Side(Entry):
    """A side of the conflict: a speaker on a side is a party to it."""

    id: Id
    name: LocalText


class Population(Entry):
    """A group of people that figures count, beside the built-in ones."""

    id: Id
    name: LocalText


class Frame(Entry):
    """The edges of the map in WGS 84 degrees; places with a point must lie inside.

    A frame goes east from ``west`` to ``east``: where that is the smaller number it crosses 180 degrees.
    """

    west: Degrees
    south: Degrees
    east: Degrees
    north: Degrees

    @property
    def width(self) -> float:
        """The degrees of longitude from its western to its eastern edge."""
        return self.east - self.west + (360 if self.east < self.west else 0)

    def holds(self, lat: float, lon: float) -> bool:
        """Say whether a position lies inside or on an edge."""
        east = lon + (360 if lon < self.west else 0)
        return self.south <= lat <= self.north and self.west <= east <= self.west + self.width


class Explainer(Entry):
    """``explainer.yml``: one mapping. ``as_of`` is the day of the current edition.

    ``covers`` is the time that the story tells: nothing is said of who holds what after it. ``story`` is
    what it is called within a sentence, such as ``the offensive``.

    ``lead`` names the question whose short answer opens the home page, ``numbers`` the series
    that it shows; ``contact`` is where a reader reports an error, a mail address or a web address.
    ``base_map`` names the file in content/ that holds the land and borders of the map; ``cards``
    makes the pictures that links to its pages are shown with. ``editions`` are the days whose editions
    are built; without the key, those on which something changed, and of very many only some unless
    ``all_editions`` asks for them.
    """

    headlines: tuple[Headline, ...] = Field(min_length=1)
    languages: tuple[Language, ...] = Field(min_length=1)
    time_zone: Words
    as_of: Day
    publisher: Words
    contact: Contact | None = None
    sides: tuple[Side, ...] = ()
    populations: tuple[Population, ...] = ()
    covers: WhenField | None = None
    story: LocalText | None = None
    frame: Frame | None = None
    base_map: Annotated[str, BeforeValidator(_base_map)] | None = None
    lead: Id | None = None
    numbers: Ids = ()
    editions: tuple[Day, ...] | None = None
    all_editions: Flag = False
    cards: Flag = True
