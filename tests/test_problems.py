"""The forms of a problem: for people, for programs, for pull requests."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import ContentError, Location, Problem, as_github, as_json, as_text

PROBLEM = Problem(
    Location("content/timeline.yml", 12, 5),
    "unknown-key",
    "`titel` is not a key of an event",
    "Did you mean `title`?",
    source_line="    titel: The weir bridge falls",
)

any_text = st.text(st.characters(), max_size=300)
any_problem = st.builds(
    Problem,
    st.builds(Location, any_text, st.integers(0, 500), st.integers(0, 500)),
    any_text,
    any_text,
    any_text,
    st.sampled_from(["error", "warning"]),
    any_text,
)


def test_text_shows_the_line_a_caret_and_the_way_out():
    assert as_text([PROBLEM]) == (
        "content/timeline.yml:12:5: unknown-key: `titel` is not a key of an event\n"
        "    12 |     titel: The weir bridge falls\n"
        "       |     ^\n"
        "    Did you mean `title`?"
    )


def test_text_says_that_a_warning_is_one():
    warning = Problem(Location("content/x.yml", 1, 1), "unused", "unused", severity="warning")
    assert as_text([warning]) == "content/x.yml:1:1: unused: unused (warning)"


def test_text_shows_the_first_of_very_many_alike_and_tells_of_the_others():
    alike = [
        Problem(Location("content/x.yml", line), "unused", "unused", severity="warning")
        for line in range(1, 26)
    ]
    other = [Problem(Location("content/x.yml", line), "unused", "unused") for line in range(26, 47)]
    lines = as_text([*alike, *other, PROBLEM]).split("\n")
    assert sum("(warning)" in line for line in lines) == sum(": unused" in line for line in lines) - 20 == 20
    assert any("unknown-key" in line for line in lines)
    assert lines[-2:] == [
        "... and 1 more error of `unused`; `explainer check --all` shows every one.",
        "... and 5 more warnings of `unused`; `explainer check --all` shows every one.",
    ]
    assert as_text([*alike, *other], 0).count("unused: unused") == 46
    assert len(json.loads(as_json(alike))) == as_github(alike).count("::warning") == 25


def test_text_of_a_whole_file_has_no_excerpt():
    assert (
        as_text([Problem(Location("content/x.yml"), "too-large", "big")])
        == "content/x.yml:0:0: too-large: big"
    )


def test_a_long_line_is_cut_around_the_caret():
    long = Problem(Location("a.yml", 3, 501), "bad", "bad", source_line="x" * 500 + "HERE" + "y" * 500)
    _, line, caret = as_text([long]).split("\n")
    assert len(line) < 130
    assert line.index("HERE") == caret.index("^")


def test_the_caret_counts_wide_and_combining_characters():
    wide = Problem(Location("a.yml", 1, 4), "bad", "bad", source_line="河e\u0301X")
    _, line, caret = as_text([wide]).split("\n")
    assert caret.index("^") == line.index("X")  # one column more for the first, one less for the accent


@given(any_problem)
@settings(deadline=None)
def test_no_content_can_drive_a_terminal(problem):
    lines = as_text([problem]).split("\n")
    assert len(lines) <= 4
    assert all(
        ord(character) >= 32 and character not in "\u202e\u2066\x7f\x9b"
        for line in lines
        for character in line
    )


@given(st.lists(any_problem))
@settings(deadline=None)
def test_json_says_everything(problems):
    rows = json.loads(as_json(problems))
    assert [(r["path"], r["line"], r["column"]) for r in rows] == [
        (p.location.path, p.location.line, p.location.column) for p in problems
    ]
    assert [(r["code"], r["severity"], r["message"], r["hint"]) for r in rows] == [
        (p.code, p.severity, p.message, p.hint) for p in problems
    ]


def test_json_lists_the_promised_keys_in_order():
    assert list(json.loads(as_json([PROBLEM]))[0]) == [
        "path",
        "line",
        "column",
        "code",
        "severity",
        "message",
        "hint",
    ]


def test_github_marks_the_line():
    assert as_github([PROBLEM]) == (
        "::error file=content/timeline.yml,line=12,col=5::"
        "unknown-key: `titel` is not a key of an event%0ADid you mean `title`?"
    )


def test_github_escapes_what_would_end_a_property_or_a_command():
    problem = Problem(Location("content/a,b:c%.yml", 2, 1), "x", "100%\r\n::set-output::", severity="warning")
    assert as_github([problem]) == (
        "::warning file=content/a%2Cb%3Ac%25.yml,line=2,col=1::x: 100%25%0D%0A::set-output::"
    )


def test_github_marks_a_whole_file_on_its_first_line():
    assert as_github([Problem(Location("a.yml"), "x", "y")]) == "::error file=a.yml,line=1,col=1::x: y"


@given(any_problem)
@settings(deadline=None)
def test_github_is_one_line(problem):
    assert len(as_github([problem]).splitlines()) == 1


def test_content_error_sorts_its_problems():
    later = Problem(Location("b.yml", 1, 1), "x", "y")
    assert ContentError([later, PROBLEM]).problems == [later, PROBLEM]
    assert (
        ContentError([PROBLEM, Problem(Location("a.yml", 9, 9), "x", "y")]).problems[0].location.path
        == "a.yml"
    )


def test_several_problems_follow_each_other():
    assert as_text([]) == "" == as_github([])
    assert as_text([PROBLEM, PROBLEM]).count("unknown-key") == 2
    assert as_github([PROBLEM, PROBLEM]).count("\n::error ") == 1
