"""What lies behind a sentence: every speaker, where each was read, how the record stands."""

from functools import cache

import pytest

from generator.model.refs import Ref, parse_target
from generator.views.citation_notes import CitationNote, citation_note
from generator.views.context import context
from generator.views.rich_text import plain_text
from tests.world import world


@cache
def behind(*cited: str, language: str = "en") -> CitationNote:
    return citation_note(context(world(), language), tuple(map(parse_target, cited)))


def test_a_record_stands_for_all_its_statements_oldest_first() -> None:
    (ground,) = behind("port-hadra-rises").records
    assert plain_text(ground.name) == "The River League takes the harbour of Port Hadra"
    assert (ground.status, ground.status_label) == ("confirmed", "confirmed")
    assert [(plain_text(voice.speaker), voice.stance) for voice in ground.statements] == [
        ("League", ""),
        ("The palace", "denies"),
        ("Crown Guard", "concedes"),
        ("Ferry crews of Port Hadra", ""),
    ]
    assert [line.source for line in ground.statements[0].citations] == ["league-bulletin", "ternwire-0301"]


def test_a_statement_stands_for_itself() -> None:
    (ground,) = behind("port-hadra-rises/crews").records
    assert ground.refs == (Ref("port-hadra-rises", "crews"),)


def test_speakers_are_counted_not_outlets_nor_statements() -> None:
    assert behind("port-hadra-rises").speakers == "4"
    assert behind("port-hadra-rises/league-word").speakers == "1"
    assert behind("port-hadra-rises/league-word").label.endswith(": 1 speaker")
    both = behind("port-hadra-rises/league-word", "tel-marit-taken/league-word")
    assert (both.speakers, len(both.records)) == ("1", 2)


def test_what_is_cited_twice_shows_once() -> None:
    twice = behind("port-hadra-rises", "port-hadra-rises/crews")
    assert [ground.refs for ground in twice.records] == [
        ground.refs for ground in behind("port-hadra-rises").records
    ]


def test_a_figure_has_no_status_of_its_record() -> None:
    (ground,) = behind("spring-killed/ledger-0308").records
    assert ground.status == ""


@pytest.mark.parametrize("cited", [("port-hadra-rises",), ("spring-killed", "queen-leaves/queen-river")])
def test_the_key_is_the_same_in_every_language(cited: tuple[str, ...]) -> None:
    assert behind(*cited).key == behind(*cited, language="ar").key
    assert behind(*cited).key.isascii()
