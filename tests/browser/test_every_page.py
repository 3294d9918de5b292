"""Every kind of page in every mode: who it asks, what it breaks, who can read it."""

from collections.abc import Callable

import pytest

from tests.browser.budgets import LEDGER
from tests.browser.kinds import KINDS, kinds
from tests.browser.plan import PLAN, SITES, visited
from tests.browser.visits import Visit
from tests.built import built

Visitor = Callable[[str, str, str], Visit]


def _each(*modes: str) -> pytest.MarkDecorator:
    """In all the modes of the plan, or in those whose names begin so."""
    return _places([(site, mode) for site, mode in PLAN if mode.startswith(modes or "")])


def _places(wanted: list[tuple[str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("site", "mode"), wanted)


def _allow_nothing(budget: str, found: dict[str, list[str]]) -> None:
    lines = [f"{kind}: {line}" for kind, findings in found.items() for line in findings]
    for findings in found.values():
        LEDGER.count(budget, len(findings))
    if lines:
        pytest.fail("\n".join([f"{budget}:", *lines]), pytrace=False)


@pytest.mark.parametrize("site", SITES)
def test_every_kind_of_page_is_visited(site: str) -> None:
    there = [kind for kind in KINDS if site != "default" or not kind.startswith("at")]  # see tests.built
    assert sorted(kinds(built(site))) == sorted(there)


@_each()
def test_no_request_leaves_the_site(visit: Visitor, site: str, mode: str) -> None:
    found = {kind: visit(site, mode, kind).strays for kind in visited(site)}
    _allow_nothing("Requests beyond the site's own folder", found)


@_each()
def test_nothing_is_refused_missing_or_in_error(visit: Visitor, site: str, mode: str) -> None:
    found = {kind: visit(site, mode, kind).troubles for kind in visited(site)}
    _allow_nothing("Console errors, missing files, CSP violations", found)


@pytest.mark.parametrize("site", SITES)
def test_a_strict_policy_stands_on_every_page(visit: Visitor, site: str) -> None:
    mode = next(mode for name, mode in PLAN if name == site)
    found = {kind: _laxity(visit(site, mode, kind).policies) for kind in visited(site)}
    _allow_nothing("Pages without a strict policy", found)


def _laxity(policies: list[str]) -> list[str]:
    if len(policies) != 1:
        return [f"meta[http-equiv]: {len(policies)} policies"]
    policy = policies[0].replace("'wasm-unsafe-eval'", "")  # the search is compiled code
    strict = "default-src 'none'" in policy and "unsafe-" not in policy
    return [] if strict else [f"meta[http-equiv]: {policy}"]


@_places([place for place, with_axe in PLAN.items() if with_axe])
def test_axe_finds_nothing(visit: Visitor, site: str, mode: str) -> None:
    found = {kind: visit(site, mode, kind).axe for kind in visited(site)}
    _allow_nothing("axe violations", found)


@_each("light", "dark", "phone", "plain")
def test_pictures_have_contrast(visit: Visitor, site: str, mode: str) -> None:
    found = {kind: visit(site, mode, kind).contrast for kind in visited(site)}
    _allow_nothing("In pictures: words below 4.5 or marks below 3", found)


@_each()
def test_nothing_sticks_out_sideways(visit: Visitor, site: str, mode: str) -> None:
    found = {kind: visit(site, mode, kind).overflow for kind in visited(site)}
    _allow_nothing("Things wider than the page", found)


@_each("phone")
def test_fingers_can_hit_every_control(visit: Visitor, site: str, mode: str) -> None:
    found = {kind: visit(site, mode, kind).targets for kind in visited(site)}
    _allow_nothing("Touch targets below 24 px on phones", found)


@_each("print")
def test_paper_keeps_sources_and_opens_what_is_closed(visit: Visitor, site: str, mode: str) -> None:
    found = {kind: visit(site, mode, kind).unprinted for kind in visited(site)}
    _allow_nothing("Closed or without sources on paper", found)
