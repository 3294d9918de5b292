"""A mistake of syntax in one record hides no problem of another."""

import pytest

from generator.rendering import check
from tests.load.folders import EVENT, explainer, found, load_files

SECOND = EVENT.replace("weir-opens", "weir-shuts").replace("The weir opens", "The weir shuts")
THIRD = EVENT.replace("weir-opens", "weir-leaks").replace("The weir opens", "The weir leaks")
MISTAKES = {
    "a colon in a title": ("title: The weir shuts", "title: The weir: shuts", "11:18: bad-yaml"),
    "a quote that stays open": ("title: The weir shuts", "title: 'The weir shuts", "11:10: bad-yaml"),
    "a bracket that stays open": ("title: The weir shuts", "title: [The weir, shuts", "11:10: bad-yaml"),
    "a tab": ("  title: The weir shuts", "\ttitle: The weir shuts", "11:1: tab"),
    "an indent that fits nothing": ("  title: The weir shuts", "   title: The weir shuts", "11:9: bad-yaml"),
    "a value in the first column": ("  title: The weir shuts", "title: The weir shuts", "11:1: bad-yaml"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_records_around_it_are_read(tmp_path, mistake):
    old, new, reported = MISTAKES[mistake]
    assert old in SECOND
    loaded = load_files(tmp_path, {"timeline.yml": EVENT + SECOND.replace(old, new) + THIRD})
    assert found(loaded) == [f"timeline.yml:{reported}"]
    assert [event.id for event in loaded.facts.events] == ["weir-opens", "weir-leaks"]
    assert loaded.complete and "weir-shuts" in loaded.broken


@pytest.mark.parametrize("number", range(3))
def test_it_may_be_any_of_them(tmp_path, number):
    events = [EVENT, SECOND, THIRD]
    events[number] = events[number].replace("title: ", "title: a: ")
    loaded = load_files(tmp_path, {"timeline.yml": "# What happened.\n" + "".join(events)})
    line = 2 + number * EVENT.count("\n") + 2
    assert found(loaded) == [f"timeline.yml:{line}:11: bad-yaml"]
    assert len(loaded.facts.events) == 2


def test_every_mistake_is_reported_at_once(tmp_path):
    """Four records, a mistake in each: of syntax, of a name, of a key, of a word."""
    fourth = THIRD.replace("weir-leaks", "weir-bursts").replace(
        "      cite", "      stance: deny\n      cite"
    )
    timeline = (
        EVENT.replace("title: The weir opens", "title: The weir: opens")
        + SECOND.replace("by: night-ledger", "by: nigth-ledger")
        + THIRD.replace("occurred:", "occured:")
        + fourth
    )
    problems = check(explainer(tmp_path, {"timeline.yml": timeline}))
    errors = [(one.location.line, one.code) for one in problems if one.location.path.endswith("timeline.yml")]
    wanted = {(3, "bad-yaml"), (15, "unknown-id"), (18, "unknown-key"), (32, "unknown-word")}
    assert wanted <= set(errors)


def test_what_the_broken_record_is_called_is_not_unknown(tmp_path):
    """Who links to a record that could not be read is not told that it is not there."""
    linking = SECOND.replace("The weir shuts", "After [[weir-opens]]")
    timeline = EVENT.replace("title: ", "title: a: ") + linking
    problems = check(explainer(tmp_path, {"timeline.yml": timeline}))
    assert "unknown-id" not in {one.code for one in problems if "weir-opens" in one.message}


def test_a_text_of_many_lines_may_hold_dashes(tmp_path):
    """Lines of a text are indented, so that no entry seems to begin in it."""
    wordy = EVENT.replace("title: The weir opens", "title: >\n    The weir\n    - as they say -\n    opens")
    loaded = load_files(tmp_path, {"timeline.yml": wordy + SECOND.replace("title: ", "title: a: ")})
    assert [str(event.title) for event in loaded.facts.events] == ["The weir - as they say - opens"]
