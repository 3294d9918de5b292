"""Pages of disagreements: the versions of each record in dispute, and the way to them and back."""

import re
from datetime import date

import pytest

from generator.derive.snapshot import known_at
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.pages.render import render
from generator.views.context import context
from generator.views.disagreement import DisagreementPage, disagreement_page
from generator.views.disagreements import disagreement_groups, open_groups
from generator.views.rich_text import plain_text
from tests.derive.make import claim, event, facts, figure, series, source
from tests.world import world, world_pages

CODES = ["en", "ar", "fr"]


def page(record: str, of: Facts | None = None, code: str = "en") -> DisagreementPage:
    made = context(of or world(), code)
    return disagreement_page(made, made.queries.disagreement(record))


def written(of: Facts | None = None, code: str = "en") -> dict[str, str]:
    return {page.path: page.text for page in render(of, code)} if of else world_pages(code)


def about(pages: dict[str, str]) -> set[str]:
    found = {path for path in pages if path.startswith("disagreements/")} - {"disagreements/index.md"}
    return {path for path in found if not re.search(r"^(moved|robots): ", pages[path], re.MULTILINE)}


@pytest.mark.parametrize("code", CODES)
def test_each_record_in_dispute_has_one_entry_and_one_page(code: str) -> None:
    made = context(world(), code)
    records = [line.record for group in disagreement_groups(made) for line in group.lines]
    assert len(records) == len(set(records))
    assert {f"disagreements/{record}.md" for record in records} == about(written(code=code))


def test_the_story_comes_first_as_it_went_and_what_has_ended_last() -> None:
    groups = disagreement_groups(context(world(), "en"))
    assert [group.anchor for group in groups] == ["part-story", "part-figures", "part-ended"]
    names = [line.record for line in groups[0].lines]
    assert names == [
        "port-hadra-rises",
        "weir-bridge-blown",
        "queen-leaves",
        "league-allied-with-ab",
    ]


def test_an_entry_sets_two_rivals_against_each_other() -> None:
    for group in disagreement_groups(context(world(), "en")):
        for line in group.lines:
            one, other = (said.refs[0] for said in line.differs)
            found = context(world(), "en").queries.disagreement(one.record)
            (first,) = (version for version in found.versions if one in version.refs)
            assert any(
                other in version.refs and version.refs[0] in first.against for version in found.versions
            )


def test_versions_are_numbered_and_name_their_rivals() -> None:
    (matter,) = page("weir-bridge-blown").matters
    assert [card.label for card in matter.cards] == ["Version 1", "Version 2", "Version 3: denial"]
    assert [rival[:2] for rival in matter.cards[2].against] == [
        ("Version 1", "version-1"),
        ("Version 2", "version-2"),
    ]
    (two,) = page("queen-leaves").matters
    assert [plain_text(speakers) for card in two.cards for *_, speakers in card.against] == [
        "Mirel",
        "The Night Ledger",
    ]


def test_versions_are_rows_of_one_table_and_each_account_has_its_own() -> None:
    text = written()["disagreements/weir-bridge-blown.md"]
    table = text.partition("| Version {")[2].partition("\n\n")[0]
    found = context(world(), "en").queries.disagreement("weir-bridge-blown")
    assert len(table.splitlines()) == 2 + len(found.refs)
    for number in range(1, 4):
        assert f"#version-{number} " in table and f"(#version-{number})" in table


def test_accounts_say_who_is_a_party_and_since_when_they_are_known() -> None:
    (matter,) = page("queen-leaves").matters
    told = [(plain_text(one.speaker), one.party, one.known) for card in matter.cards for one in card.accounts]
    assert told == [
        ("The Night Ledger", "", "known 8 March 2018"),
        ("Queen Mirel", "party: The Crown", "known 15 April 2018"),
    ]


def test_figures_are_drawn_on_one_scale_with_their_own_cards() -> None:
    shown = page("march-killed")
    (matter,) = shown.matters
    assert matter.chart
    (panel,) = matter.chart.panels
    cards = {account.ref for card in matter.cards for account in card.accounts}
    assert {row.ref for row in panel.rows} == cards
    assert cards == {Ref("march-killed", "guard"), Ref("march-killed", "ledger-guard")}
    text = written()["disagreements/march-killed.md"]
    for row in panel.rows:
        assert f'href="#{row.anchor}.table"' in text and f"#{row.anchor}.table " in text


def test_what_ended_says_how() -> None:
    shown = page("airfield-raid")
    assert "ended on 6 March 2018" in plain_text(shown.ended)
    assert "took it back" in plain_text(shown.ended)
    assert not shown.common


@pytest.mark.parametrize(
    ("day", "there"), [((2018, 3, 5), True), ((2018, 3, 4), False), ((2018, 3, 31), True)]
)
def test_an_edition_has_the_page_once_there_was_a_disagreement(
    day: tuple[int, int, int], there: bool
) -> None:
    pages = written(known_at(world(), date(*day)))
    assert ("disagreements/airfield-raid.md" in pages) is there
    assert ("../disagreements/airfield-raid.md" in pages["events/airfield-raid.md"]) is there


def test_every_page_of_a_record_leads_to_its_versions_and_back() -> None:
    pages = written()
    for path in about(pages):
        name = path.rpartition("/")[2]
        assert re.search(r"\]\(\.\./(events|actors|cities|casualties)", pages[path])
        if f"events/{name}" in pages:
            assert f"(../{path})" in pages[f"events/{name}"]
    assert "(disagreements/march-killed.md)" in pages["casualties.md"]
    assert "(disagreements/weir-bridge-blown.md)" in pages["index.md"]
    assert "(../disagreements/queen-leaves.md)" in pages["actors/queen-mirel.md"]


def test_open_questions_are_grouped_by_why_they_are_open() -> None:
    groups = open_groups(context(world(), "en"))
    anchors = [group.anchor for group in groups]
    assert anchors == ["open-disputed", "open-claimed", "open-cannot-confirm", "open-unanswered"]
    assert all(line.said.refs for group in groups[:3] for line in group.lines)


def test_several_matters_of_one_record_share_a_page() -> None:
    told = event(
        "told",
        claim("a", "watch", "s1", contradicts=["b"]),
        claim("b", "radio", "s2"),
        claim("c", "watch", "s1", contradicts=["d"]),
        claim("d", "radio", "s2"),
    )
    shown = page("told", facts(sources=(source("s1"), source("s2", 2)), events=(told,)))
    assert [matter.label for matter in shown.matters] == ["Matter 1", "Matter 2"]
    assert [card.anchor for matter in shown.matters for card in matter.cards] == [
        f"version-{number}" for number in range(1, 5)
    ]


def test_an_explainer_without_disagreements_has_an_overview_all_the_same() -> None:
    alone = series("lost", figure("a", "watch", "s1", value=3))
    pages = written(facts(sources=(source("s1"),), series=(alone,)))
    assert about(pages) == set() and "disagreements/index.md" in pages
