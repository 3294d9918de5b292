"""Figures: numbers with a speaker, a scope and a day, never bare."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    Cites,
    Count,
    Entry,
    Flag,
    Id,
    Ids,
    LocalText,
    NoteField,
    Speakers,
    WhenField,
)
from generator.model.refs import Ref
from generator.model.statements import Correction, Misattributed
from generator.model.vocabulary import Method, Metric, Stance


class Amount(Entry):
    """A number as its speaker gave it: exactly one of ``value``, ``low``-``high`` (with an
    optional ``best``), ``about`` or a bound: ``at_least``, ``at_most`` or both.
    """

    value: Count | None = None
    low: Count | None = None
    best: Count | None = None
    high: Count | None = None
    at_least: Count | None = None
    at_most: Count | None = None
    about: Count | None = None

    @model_validator(mode="after")
    def _one_shape(self) -> "Amount":
        ranged = self.low is not None or self.high is not None or self.best is not None
        bounded = self.at_least is not None or self.at_most is not None
        shapes = [self.value is not None, ranged, bounded, self.about is not None]
        if sum(shapes) != 1 or (ranged and (self.low is None or self.high is None)):
            raise PydanticCustomError(
                "bad-amount",
                "give exactly one of `value`, `low` with `high`, `about`, or bounds: `at_least`, `at_most`",
            )
        rising = [self.low, self.best, self.high] if ranged else [self.at_least, self.at_most]
        given = [number for number in rising if number is not None]
        if given != sorted(given):
            names = "`low`, `best` and `high`" if ranged else "`at_least` and `at_most`"
            raise PydanticCustomError("low-above-high", "{names} are not in rising order", {"names": names})
        return self

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The least and the greatest number it can mean; ``None`` where it has no upper end."""
        exact = self.value if self.value is not None else self.about
        if exact is not None:
            return exact, exact
        if self.low is not None:
            return self.low, self.high
        return self.at_least or 0, self.at_most


class Part(Amount):
    """A share of a figure: of a population (``who``) or laid at an actor's door (``attributed_to``)."""

    who: Id | None = None
    attributed_to: Id | None = None

    @model_validator(mode="after")
    def _one_subject(self) -> "Part":
        if (self.who is None) == (self.attributed_to is None):
            raise PydanticCustomError("bad-part", "give exactly one of `who` and `attributed_to`")
        return self


class Figure(Amount):
    """One number by one speaker, or by several jointly, as of a day. ``period`` narrows that of its series.

    ``revised`` says why a running total fell; ``sum_note`` why printed parts do not add up.
    """

    id: Id
    as_of: WhenField
    by: Speakers
    cite: Cites
    stance: Stance = Stance.ASSERTS
    period: WhenField | None = None
    method: Method | None = None
    parts: tuple[Part, ...] = ()
    revised: LocalText | None = None
    sum_note: LocalText | None = None
    misattributed: tuple[Misattributed, ...] = ()
    note: NoteField | None = None


class Series(Entry):
    """Figures of one scope: the same metric, population, place and period.

    ``running`` marks totals since the start of ``period``, which may not fall unexplained.
    ``about`` links the events that it belongs to; ``distinct_from`` names series that look like
    this one and count something else.
    """

    id: Id
    title: LocalText
    metric: Metric
    who: Id
    where: Id
    period: WhenField
    running: Flag = False
    about: Ids = ()
    favours: Ids | None = None
    figures: tuple[Figure, ...] = Field(min_length=1)
    distinct_from: Ids = ()
    settles: NoteField | None = None
    note: NoteField | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def statements(self) -> tuple[tuple[Ref, Figure], ...]:
        """Its figures by reference, in file order."""
        return tuple((Ref(self.id, figure.id), figure) for figure in self.figures)
