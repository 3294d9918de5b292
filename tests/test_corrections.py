"""The default explainer after a name was changed, a word taken back, a source retracted: YAML to page.

What is edited is found in the facts, not named here: the content may change as it likes.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from generator.derive.annotations import annotate
from generator.derive.control import control
from generator.load import Loaded, load
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.refs import Ref
from generator.model.vocabulary import Stance, StatusName
from generator.problems import Problem
from generator.rendering import check, read_story, rendered_pages
from generator.views.context import context
from generator.views.figures import by_day, standing
from tests.built import REPOSITORY, lay_out
from tests.front import front

pytestmark = pytest.mark.long
AFFIRMING = (Stance.ASSERTS, Stance.CONCEDES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the default explainer, to edit."""
    return lay_out(REPOSITORY / "content", tmp_path / "copy")


def _errors(root: Path) -> list[Problem]:
    return [problem for problem in check(root) if problem.severity == "error"]


def _pages(root: Path) -> dict[str, str]:
    return dict(rendered_pages(read_story(root)))


def _graph(page: str) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = front(page)["linked_data"]
    return nodes


def _insert(root: Path, loaded: Loaded, place: tuple[str, tuple[str | int, ...]], lines: str) -> None:
    """Put lines before the entry of a list at a place, at its indent."""
    at = loaded.positions.locate(*place)
    path = root / at.path
    text = path.read_text("utf-8").split("\n")
    dash = text[at.line - 1].index("-")
    text[at.line - 1 : at.line - 1] = [" " * dash + line for line in lines.splitlines()]
    path.write_text("\n".join(text), "utf-8")


class TestRenamed:
    def test_whoever_names_the_old_id_is_told_the_new_one_and_old_links_lead_on(self, root: Path) -> None:
        facts = load(root).facts
        spoken = {name for _, _, statement in facts.each_statement() for name in statement.by}
        old = next(actor.id for actor in facts.actors if actor.id.count("-") > 1 and actor.id in spoken)
        new = f"{old}-anew"
        self._replace(root, rf"(?m)^- id: {old}$", f"- id: {new}")
        gone = f"- {{id: {old}, kind: actor, on: {facts.explainer.as_of}, now: {new}, renamed: true}}\n"
        (root / "content" / "retired.yml").write_text(gone, "utf-8")
        errors = _errors(root)
        assert errors
        assert {(error.code, error.hint) for error in errors} == {
            ("unknown-id", f"`{old}` was renamed on {facts.explainer.as_of}: write `{new}`.")
        }
        for error in errors:
            self._rename_on(root / error.location.path, error.location.line, (old, new))
        assert not _errors(root)
        self._leads_on(_pages(root), old, new)

    def _leads_on(self, pages: dict[str, str], old: str, new: str) -> None:
        assert f"moved: actors/{new}/\n" in pages[f"actors/{old}.md"]
        assert f"]({new}.md)" in pages[f"actors/{old}.md"]
        assert "facets:" not in pages[f"actors/{old}.md"]
        linking = {
            path for path, text in pages.items() if f"actors/{old}.md" in text or f"]({old}.md)" in text
        }
        assert linking == {"corrections.md"}
        assert f"actors/{new}.md" in pages["a-z.md"]

    def _replace(self, root: Path, pattern: str, new: str) -> None:
        counts = []
        for path in sorted((root / "content").rglob("*.yml")):
            text, count = re.subn(pattern, new, path.read_text("utf-8"))
            path.write_text(text, "utf-8")
            counts.append(count)
        assert sum(counts) == 1

    def _rename_on(self, path: Path, line: int, names: tuple[str, str]) -> None:
        text = path.read_text("utf-8").split("\n")
        # A text may be folded over the lines below the one where it starts.
        for number in range(line - 1, min(line + 5, len(text))):
            text[number] = re.sub(rf"(?<![\w-]){names[0]}(?![\w-])", names[1], text[number])
        path.write_text("\n".join(text), "utf-8")


class TestWithdrawn:
    def test_what_its_only_speaker_takes_back_is_held_by_nobody(self, root: Path) -> None:
        loaded = load(root)
        event = self._lone_gain(loaded.facts)
        self._withdraw(root, loaded, event)
        assert not _errors(root)
        facts, pages = load(root).facts, _pages(root)
        made = context(facts, "en")
        assert made.queries.status(event.id).name is StatusName.WITHDRAWN
        holding = {held.event for place in control(facts).places for held in control(facts).changes(place)}
        assert event.id not in holding
        assert f"events/{event.id}.md" not in pages["cities/index.md"]
        page = pages[f"events/{event.id}.md"]
        assert "status: withdrawn\n" in page
        assert "Nothing any more. While it stood:" in page
        assert "took this back." in page and "Before, this page said:" in page
        assert "Event" not in {node["@type"] for node in _graph(page)}
        assert f"events/{event.id}.md" in pages["corrections.md"]
        line = next(line for line in pages["timeline.md"].splitlines() if f"events/{event.id}.md)" in line)
        assert "chip--withdrawn" in line

    def _lone_gain(self, facts: Facts) -> Event:
        """The first event that passes a place on, that one speaker alone tells of, and since before today."""
        days = facts.once(annotate).known_days
        for event in facts.events:
            if any(days[ref] >= facts.explainer.as_of for ref, _ in event.statements):
                continue
            speakers = {name for claim in event.claims if claim.stance in AFFIRMING for name in claim.by}
            if event.changes and len(speakers) == 1 and event.confirmed is None:
                return event
        raise AssertionError("every event that passes a place on has two speakers")

    def _withdraw(self, root: Path, loaded: Loaded, event: Event) -> None:
        day = loaded.facts.explainer.as_of
        source = (
            f"- id: a-correction\n  title: A correction\n  publisher: A press\n  published: {day}\n"
            f"  accessed: {day}\n  language: en\n  tier: A\n"
        )
        (root / "content" / "sources" / "added.yml").write_text(source, "utf-8")
        speaker = next(claim.by[0] for claim in event.claims if claim.stance in AFFIRMING)
        lines = (
            f"- id: taken-back\n  says: It was not so.\n  by: {speaker}\n"
            "  stance: withdraws\n  cite: a-correction\n"
        )
        _insert(root, loaded, (event.id, ("claims", 0)), lines)


class TestRetracted:
    def test_a_number_whose_sources_are_retracted_leads_no_page_and_is_crossed_out(self, root: Path) -> None:
        loaded = load(root)
        series = self._number(loaded.facts)
        latest = by_day(standing(context(loaded.facts, "en"), series))[-1]
        sources = {citation.source for citation in latest.cite}
        for source in sorted(sources):
            self._retract(root, source)
        assert not _errors(root)
        facts, pages = load(root).facts, _pages(root)
        ref, anchor = Ref(series.id, latest.id), f"{series.id}--{latest.id}"
        made = context(facts, "en")
        assert made.queries.find_end(ref)
        assert latest.id not in {figure.id for figure in standing(made, facts.by_id[series.id])}
        numbers = pages["index.md"].partition("{#numbers")[2].partition("\n## ")[0]
        assert str(ref) not in numbers and series.id in numbers
        row = (
            " ".join(pages["casualties.md"].split()).partition(f'<li id="{anchor}"')[2].partition("</li>")[0]
        )
        assert "its source was retracted on" in row
        for source in sources:
            page = pages[f"sources/{source}.md"]
            assert "Retracted on" in page and front(page)["facets"]["status"] == "Retracted"
            (work,) = (node for node in _graph(page) if node["@type"] == "CreativeWork")
            assert work["creativeWorkStatus"] == "retracted"
            assert f"sources/{source}.md" in pages["corrections.md"]

    def _number(self, facts: Facts) -> Series:
        found = (facts.by_id[name] for name in facts.explainer.numbers)
        return next(series for series in found if isinstance(series, Series))

    def _retract(self, root: Path, source: str) -> None:
        loaded = load(root)
        at = loaded.positions.locate(source, ("id",))
        path = root / at.path
        text = path.read_text("utf-8").split("\n")
        indent = " " * (at.column - 1 - len("id: "))
        day = loaded.facts.explainer.as_of
        text.insert(at.line, f"{indent}retracted: {{on: {day}, why: It was of another year.}}")
        path.write_text("\n".join(text), "utf-8")
