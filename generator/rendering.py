"""From an explainer's folder to the text of its pages, in memory: load, check, go back to a day, render."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator import checks
from generator.collector import collector_resting
from generator.derive.known_days import days_left_out, edition_days
from generator.derive.snapshot import known_at
from generator.exports.feeds import lost_feeds
from generator.exports.jsonld import linked_data
from generator.load import Loaded, load
from generator.model.facts import Facts
from generator.pages.lost_addresses import lost_addresses, wrong_entries
from generator.pages.menu_and_title import settings
from generator.pages.page import MARK, SiteInfo
from generator.pages.render import render_pages
from generator.problems import ContentError, Location, Problem
from generator.site import configuration
from generator.site.docs import DocsChanges, plan_changes, text_hashes
from generator.site.published_before import PublishedBefore, published_before
from generator.views.context import Context
from generator.views.context import context as new_context
from generator.views.interface import unfinished, untranslated

_FEWER = "Its feed tells less than it did, and holds all of that itself; nothing can be written of it."
_RETIRED = "content/retired.yml"


class NoSuchEditionError(ValueError):
    """There is no edition of that day; the message says why."""


@dataclass(frozen=True)
class Story:
    """Facts that are right, and what pages are made of beside them; nothing is rendered yet.

    ``settings`` are laid over mkdocs.yml, ``hashes`` are those of the content files.
    """

    facts: Facts
    context: Context
    settings: Mapping[str, Any]
    hashes: Mapping[str, str]
    warnings: tuple[Problem, ...]
    site_info: SiteInfo

    @property
    def title(self) -> str:
        """The explainer's title in this edition."""
        return str(self.settings["site_name"])


def require_explainer(root: Path) -> None:
    """Refuse a folder without content/, before as much as a lock is written. Raises ContentError."""
    if not (root / "content").is_dir():
        raise ContentError(check(root))


def check(root: Path) -> list[Problem]:
    """Find everything wrong in the explainer at ``root``: errors and warnings, sorted."""
    loaded = load(root)
    problems = problems_of(loaded)
    if not loaded.complete or _has_errors(problems):
        return problems  # what could not be read may hold what seems to be gone
    facts, before = loaded.facts, published_before(root, MARK)
    if not before:
        return problems
    return sorted(
        [*problems, *_lost_of(root, new_context(facts, facts.explainer.languages[0]), facts, before)]
    )


def lost(root: Path, context: Context, facts: Facts) -> list[Problem]:
    """Warn of each address that was published of the explainer at ``root``, and that facts no longer give."""
    before = published_before(root, MARK)
    return _lost_of(root, context, facts, before) if before else []


def _lost_of(root: Path, context: Context, facts: Facts, before: PublishedBefore) -> list[Problem]:
    retired = Location("content/retired" if (root / "content" / "retired").is_dir() else _RETIRED)
    pages = list(lost_addresses(context, facts, before.pages, before.exports))
    named = {path for page in pages for path in page.beside}
    found = [_lost(retired, page.address, page.way_out, page.beside) for page in pages]
    found += [_lost(retired, f"{feed}.atom", _FEWER) for feed in lost_feeds(context, before.exports - named)]
    listed = "List the days under `editions` of explainer.yml, with this one, or without it if it may go."
    kept = {*edition_days(facts), *days_left_out(facts)}  # those that are left out lead on
    days = before.days - {day.isoformat() for day in kept}
    if facts.explainer.editions is None:
        settings_file = Location("content/explainer.yml")
        found += [_lost(settings_file, f"at/{day}/", listed) for day in sorted(days)]
    return found


def _lost(place: Location, address: str, way_out: str, beside: Iterable[str] = ()) -> Problem:
    """Word the warning of an address, and of the feeds and the card that go with it."""
    files = [one if one.endswith(".png") else f"{one}.atom" for one in beside]
    more = f", and with it {', '.join(f'`{one}`' for one in files)}" if files else ""
    return Problem(place, "lost-address", f"`{address}` was published and is gone{more}", way_out, "warning")


def load_valid(root: Path) -> tuple[Loaded, list[Problem]]:
    """Load the explainer at ``root``, with its warnings. Raises ContentError where it has errors."""
    loaded = load(root)
    problems = problems_of(loaded)
    if _has_errors(problems):
        raise ContentError(problems)
    return loaded, problems


def quiet(step: str) -> None:
    """Say nothing of a step."""


def read_story(
    root: Path, known: date | None = None, tell: Callable[[str], None] = quiet, *, editions: bool = True
) -> Story:
    """Load and check the explainer at ``root``. Raises ContentError, or NoSuchEditionError.

    ``known`` is the day of an earlier edition. ``editions`` says whether pages offer earlier days;
    those of an earlier day never do. ``tell`` hears of each step as it begins.
    """
    tell("Checking the facts")
    loaded, problems = load_valid(root)
    facts = loaded.facts if known is None else _edition(loaded.facts, known)
    offered = editions and known is None and configuration.marks_pages(root / "mkdocs.yml")
    story = story_of(root, facts, loaded.hashes, offered=offered)
    if known is None:
        problems = sorted([*problems, *lost(root, story.context, facts)])
    return replace(story, warnings=tuple(problems))


def story_of(root: Path, facts: Facts, hashes: Mapping[str, str], *, offered: bool) -> Story:
    """Give the story of facts that are right, as far as is known; ``offered``: pages offer earlier days."""
    context = new_context(facts, facts.explainer.languages[0])
    return Story(
        facts=facts,
        context=context,
        settings=settings(facts, context.language.code),
        hashes=hashes,
        warnings=(),
        site_info=SiteInfo(
            configuration.site_address(root / "mkdocs.yml"),
            linked_data,
            edition_days(facts) if offered else (),
        ),
    )


def rendered_pages(story: Story) -> dict[str, str]:
    """Render every page of a story in this process: path in docs/ -> whole text."""
    return {page.path: page.text for page in render_pages(story.context, story.site_info)}


def docs_changes(root: Path) -> DocsChanges:
    """Say how docs/ differs from what the facts say. Writes nothing; raises as ``read_story``."""
    return plan_changes(root / "docs", text_hashes(rendered_pages(read_story(root))), MARK)


def problems_of(loaded: Loaded) -> list[Problem]:
    """Check what was loaded; give all problems of it, sorted."""
    with collector_resting():
        findings = [*checks.check(loaded.facts, loaded.broken, loaded.complete), *untranslated(loaded.facts)]
    wrong = [*loaded.problems, *unfinished(loaded.facts)]
    problems = sorted([*wrong, *map(loaded.positions.place, findings)])
    if not loaded.facts.former_addresses or not loaded.complete or _has_errors(problems):
        return problems
    now = new_context(loaded.facts, loaded.facts.explainer.languages[0])
    return sorted([*problems, *map(loaded.positions.place, wrong_entries(now, loaded.facts))])


def _has_errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _edition(facts: Facts, known: date) -> Facts:
    if known > facts.explainer.as_of:
        raise NoSuchEditionError(f"the facts are as of {facts.explainer.as_of}; {known} is later")
    edition = known_at(facts, known)
    if not any(edition.each_statement()):
        raise NoSuchEditionError(f"nothing had been said by {known}")
    return edition
