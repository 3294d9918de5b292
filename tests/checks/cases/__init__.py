"""One row for everything that a check must report, and one for what is close but right."""

from tests.checks.cases import (
    control,
    dates,
    editors_words,
    figures,
    ids,
    loops,
    names_and_use,
    places,
    prose_and_words,
    references,
    retired,
    rivals,
    sides,
    stances,
    taken,
    twice,
)
from tests.checks.cases.case import Fine, Wrong

_FAMILIES = (
    references,
    retired,
    ids,
    taken,
    loops,
    places,
    dates,
    figures,
    stances,
    rivals,
    sides,
    control,
    names_and_use,
    prose_and_words,
    editors_words,
    twice,
)

WRONG: tuple[Wrong, ...] = tuple(case for family in _FAMILIES for case in family.WRONG)
FINE: tuple[Fine, ...] = tuple(case for family in _FAMILIES for case in family.FINE)
