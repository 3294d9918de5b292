"""No id of the model goes unfollowed, and links are found in every text."""

from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import check
from generator.checks.kinds import ANY, WANTED
from generator.checks.references import each_reference
from generator.checks.values import each_text
from generator.model import actors, events, explainer, figures, places, retired, sources, statements
from generator.model.fields import Entry, Id, TargetField
from generator.model.text import Text
from tests.checks.cases import WRONG
from tests.checks.island import island

# Ids that are no references to records: a thing's own, and claims of the same record.
_INSIDE = {"id", "contradicts", "agrees", "bears_out", "refs", "claims", "claim"}
_IS_ID = (get_args(Id)[1], get_args(TargetField)[1])


def _entries() -> Iterator[type[Entry]]:
    for module in (actors, statements, events, explainer, figures, places, retired, sources):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Entry) and value is not Entry:
                yield value


def _holds_id(annotation: Any, metadata: tuple[Any, ...]) -> bool:
    if any(part in _IS_ID for part in metadata):
        return True
    parts = get_args(annotation)
    return any(_holds_id(part, tuple(get_args(part)[1:])) for part in parts)


def _own_keys(entry: type[Entry]) -> set[str]:
    fields = entry.model_fields.items()
    return {name for name, field in fields if _holds_id(field.annotation, tuple(field.metadata))}


def test_every_id_of_the_model_is_followed():
    found = {(entry, key) for entry in _entries() for key in _own_keys(entry) - _INSIDE}
    assert found == set(WANTED)


def test_every_text_is_searched_for_links():
    facts = island()
    texts = list(each_text(facts))
    assert all(isinstance(text.value, Text) for text in texts)
    paths = {(text.record, text.at) for text in texts}
    assert ("", ("headlines", 1, "standfirst")) in paths
    assert ("quay-taken", ("confirmed", "why")) in paths
    assert ("crews-oppose-wardens", ("claims", 0, "says")) in paths
    assert ("who-holds-the-quay", ("title",)) in paths


def test_relations_are_walked_once():
    seen = [(ref.value.record, ref.at, ref.target) for ref in each_reference(island())]
    assert len(set(seen)) == len(seen)
    assert ("crews-oppose-wardens", ("to",), "wardens") in seen


def test_a_path_uses_the_keys_of_the_yaml():
    facts = island({"events/0/note": {"from": "2031-05-01", "text": "See [[nowhere]]."}})
    (reference,) = [ref for ref in each_reference(facts) if ref.wanted == ANY and ref.target == "nowhere"]
    assert reference.at == ("note", "text")
    assert reference.label == "a link in `note` of `quay-taken`"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WRONG), min_size=2, max_size=6))
def test_checks_bear_facts_with_many_problems(cases: list):
    change = {path: value for case in cases for path, value in case.change.items()}
    try:
        facts = island(change)
    except (ValueError, IndexError, KeyError, AttributeError, TypeError):
        return  # these changes cannot be made together
    findings = check(facts, frozenset(), complete=True)
    assert all(finding.hint for finding in findings)
