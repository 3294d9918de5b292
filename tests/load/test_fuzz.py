"""Whatever the bytes, loading never raises, and every problem has a place that exists."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load, yaml_nodes
from tests.load.folders import EVENT, QUESTION, explainer

NAMES = (
    "explainer.yml",
    "timeline.yml",
    "actors.yml",
    "sources/a.yml",
    "questions/why.md",
    "questions/why.fr.md",
)
PROSE = f"{QUESTION}They struck [@weir-opens]. So:\n\n- bread [@a]\n\n::: editorial\nNo [[id|more]].\n:::\n"
_YAML = (
    """-·|:·|\n|··|[|]|{|}|"|'|&a·|*a|!!x·|>-\n|---\n|...\n|?·|#|%YAML 1.1\n|<<:·|no|~|\t|\r|id:·|cite:·"""
)
_PROSE = (
    """[[|]]|[@|[@a]|.·|؟·|:::\n|::: editorial\n|##·|2018-03-08|12:30|10|\u202e|é|🙂|\ufeff|\x00|\\u202e"""
)
SNIPPETS = st.sampled_from(f"{_YAML}|{_PROSE}".replace("·", " ").split("|"))
yaml_like = st.lists(SNIPPETS | st.text(max_size=3), max_size=40).map(lambda parts: "".join(parts).encode())


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sound file with some of it replaced."""
    text = draw(st.sampled_from([EVENT, PROSE]))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 8)))
        text = text[:start] + draw(SNIPPETS) + text[end:]
    return text.encode()


content = st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=200) | yaml_like | damaged(), min_size=1)


def assert_sound(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        loaded = load(explainer(Path(folder), files))
    assert list(loaded.problems) == sorted(loaded.problems)
    for problem in loaded.problems:
        name = problem.location.path.removeprefix("content/")
        lines = files.get(name, b"").decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
        assert problem.location.line <= len(lines)
        assert problem.code and problem.message
    if not loaded.problems:
        assert loaded.complete
        assert not loaded.broken
    for record in loaded.facts.records():
        assert loaded.positions.locate(record.id).line >= 1


@given(content)
@settings(deadline=None, max_examples=120)
def test_loading_never_raises(files):
    assert_sound(files)


@pytest.fixture
def slow_parser():
    fast = yaml_nodes._LOADER
    yaml_nodes._LOADER = yaml.SafeLoader
    yield
    yaml_nodes._LOADER = fast


@pytest.mark.usefixtures("slow_parser")
def test_loading_never_raises_without_the_c_parser():
    @given(content)
    @settings(deadline=None, max_examples=60)
    def check(files):
        assert_sound(files)

    check()


@given(st.text(max_size=400) | st.lists(SNIPPETS, max_size=60).map("".join))
@settings(deadline=None, max_examples=120)
def test_prose_never_raises_and_loses_no_words(words):
    with tempfile.TemporaryDirectory() as folder:
        loaded = load(
            explainer(Path(folder), {"questions/why.md": f"{QUESTION}{words}".encode("utf-8", "replace")})
        )
    question = loaded.facts.questions[0]
    for _, blocks in question.answers:
        for block in blocks:
            for sentence in (sentence for item in block.items for sentence in item):
                assert sentence.words == " ".join(sentence.words.split())
                assert sentence.line >= 5
