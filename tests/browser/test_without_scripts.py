"""With JavaScript off: the same statements, and dark where the system is dark."""

from collections.abc import Callable

import pytest

from tests.browser.budgets import LEDGER
from tests.browser.kinds import KINDS
from tests.browser.visits import Visit

Visitor = Callable[[str, str, str], Visit]
SITES = ("default", "arabic")


def _brightness(colour: str) -> float:
    """0 for black to 1 for white, of "rgb(0, 0, 0)"."""
    return sum(float(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) / 765


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("site", SITES)
def test_the_same_statements_show(visit: Visitor, site: str, kind: str) -> None:
    off, on = visit(site, "plain-dark", kind).claims, visit(site, "dark", kind).claims
    lost = {shown: sorted(set(on[shown]) ^ set(off[shown])) for shown in on}
    LEDGER.count("Statements shown with scripts on or off only", sum(map(len, lost.values())))
    assert not any(lost.values()), lost
    assert on["there"] or kind.startswith("about")


@pytest.mark.parametrize("mode", ["dark", "plain-dark"])
@pytest.mark.parametrize("site", SITES)
def test_dark_follows_the_system(visit: Visitor, site: str, mode: str) -> None:
    assert _brightness(visit(site, mode, "home").background) < 0.2
    assert _brightness(visit(site, "light", "home").background) > 0.9
