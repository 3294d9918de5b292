"""With JavaScript off: the same statements, and dark where the system is dark."""

from collections.abc import Callable

import pytest

from tests.browser.budgets import LEDGER
from tests.browser.plan import visited
from tests.browser.visits import Visit

Visitor = Callable[[str, str, str], Visit]
SITES = ("default", "arabic")
STATING = {
    "home",
    "timeline",
    "casualties",
    "disagreements",
    "disagreements/*",
    "events/*",
    "actors/*",
    "cities/*",
    "questions/*",
}


def _brightness(colour: str) -> float:
    """0 for black to 1 for white, of "rgb(0, 0, 0)"."""
    return sum(float(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) / 765


@pytest.mark.parametrize(("site", "kind"), [(site, kind) for site in SITES for kind in visited(site)])
def test_the_same_statements_show(visit: Visitor, site: str, kind: str) -> None:
    off, on = visit(site, "plain-dark", kind).claims, visit(site, "light", kind).claims
    lost = {shown: sorted(set(on[shown]) ^ set(off[shown])) for shown in on}
    LEDGER.count("Statements shown with scripts on or off only", sum(map(len, lost.values())))
    assert not any(lost.values()), lost
    assert on["seen"] or kind not in STATING


@pytest.mark.parametrize("mode", ["dark", "plain-dark"])
def test_dark_follows_the_system(visit: Visitor, mode: str) -> None:
    assert _brightness(visit("default", mode, "home").background) < 0.2
    assert _brightness(visit("default", "light", "home").background) > 0.9
