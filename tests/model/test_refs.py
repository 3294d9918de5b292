"""References: what is written and what is meant are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.refs import Ref, parse_target, record_of

IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
REFS = st.builds(Ref, IDS, IDS)


@given(REFS)
def test_a_written_statement_reads_back_as_itself(ref: Ref) -> None:
    assert parse_target(str(ref)) == ref


@given(IDS)
def test_a_written_record_reads_back_as_itself(record: str) -> None:
    assert parse_target(record) == record


@given(IDS, IDS)
def test_what_was_written_is_written_again(record: str, statement: str) -> None:
    assert str(parse_target(f"{record}/{statement}")) == f"{record}/{statement}"


@given(REFS)
def test_a_statement_belongs_to_its_record_and_a_record_to_itself(ref: Ref) -> None:
    assert record_of(ref) == record_of(ref.record) == ref.record


@given(REFS, REFS)
def test_references_are_equal_as_they_are_written(one: Ref, other: Ref) -> None:
    assert (one == other) == (str(one) == str(other))
    assert len({one, other}) == len({str(one), str(other)})


def test_a_reference_is_neither_its_written_form_nor_its_record() -> None:
    assert Ref("flood", "c1") != "flood/c1"
    assert record_of("flood") == "flood"


def test_a_reference_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Ref("flood", "c1").record = "feast"  # type: ignore[misc]
