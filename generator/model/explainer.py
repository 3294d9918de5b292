"""The explainer itself: what it is about, its languages, sides and frame."""

from pydantic import Field

from generator.model.fields import Day, Degrees, Entry, Id, Ids, Language, LocalText, WhenField, Words


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
    """The edges of the map in WGS 84 degrees; places with a point must lie inside."""

    west: Degrees
    south: Degrees
    east: Degrees
    north: Degrees


class Explainer(Entry):
    """``explainer.yml``: one mapping. ``as_of`` is the day of the current edition.

    ``covers`` is the time that the story tells: nothing is said of who holds what after it.

    ``lead`` names the question whose short answer opens the home page, ``numbers`` the series
    that it shows; ``contact`` is where a reader reports an error.
    """

    headlines: tuple[Headline, ...] = Field(min_length=1)
    languages: tuple[Language, ...] = Field(min_length=1)
    time_zone: Words
    as_of: Day
    publisher: Words
    contact: Words | None = None
    sides: tuple[Side, ...] = ()
    populations: tuple[Population, ...] = ()
    covers: WhenField | None = None
    frame: Frame | None = None
    lead: Id | None = None
    numbers: Ids = ()
