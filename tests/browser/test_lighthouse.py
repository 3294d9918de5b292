"""Lighthouse's scores; that for performance is measured in time, so `make bench-reader` holds it."""

from collections.abc import Callable

import pytest

from tests.browser.budgets import LEDGER
from tests.browser.kinds import kinds
from tests.browser.lighthouse import ABOUT_LINKS, CATEGORIES, PAGES, lost_points, report, score
from tests.built import built


@pytest.mark.parametrize("kind", PAGES)
def test_lighthouse_takes_no_point_away(publish: Callable[[str], str], kind: str) -> None:
    without = ABOUT_LINKS if kind != "events/*" else ()
    found = report(publish("default") + kinds(built("default"))[kind], *CATEGORIES, without=without)
    scores = " ".join(f"{score(found, category):g}" for category in CATEGORIES)
    LEDGER.record(f"Lighthouse: {kind}", "1 1 1", scores)
    lost = {category: lost_points(found, category) for category in CATEGORIES}
    assert not any(lost.values()), lost
