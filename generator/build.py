"""The recipe: load -> check -> known_at -> render -> stage -> builder -> search -> manifest -> swap."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from generator import checks, editions, pages
from generator.derive import edition_days, known_at
from generator.exports import cards, feeds, since
from generator.exports.jsonld import linked_data
from generator.load import Loaded, load
from generator.model.facts import Facts
from generator.pages.page import MARK
from generator.pages.sheet import Surroundings
from generator.problems import ContentError, Problem
from generator.site import (
    builders,
    configuration,
    manifest,
    search,
    security,
    sitemap,
)
from generator.site.edition_page import Press, shells
from generator.site.lock import workshop
from generator.site.place import free_place
from generator.site.repeatable import settle
from generator.site.shell import marks_pages
from generator.site.staging import staged
from generator.site.swap import Target, publish
from generator.site.writing import Plan, hand_written, plan, stage_docs
from generator.views.context import context
from generator.views.editions import notice_words
from generator.views.language import language
from generator.views.subject import Subject


class NoSuchEditionError(ValueError):
    """There is no edition of that day; the message says why."""


def _quiet(step: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build. ``known`` asks for an earlier edition: the site alone, docs/ stays; it stays
    without ``editions`` too, whose pages do not offer earlier days.

    ``out`` is where the site goes: by default ``site``, for an edition ``.explainer/at/DATE``.
    ``settings`` are laid over mkdocs.yml last. ``finish`` adds what only a published site needs:
    social cards, feeds and a security policy, which would stop a preview's live reload; ``editions``
    adds those of earlier days. ``tell`` hears of each step as it begins.
    """

    known: date | None = None
    builder: str = "mkdocs"
    out: Path | None = None
    write_docs: bool = True
    settings: Mapping[str, Any] = field(default_factory=dict)
    finish: bool = True
    editions: bool = True
    tell: Callable[[str], None] = _quiet


@dataclass(frozen=True, slots=True)
class Draft:
    """What the facts say, rendered, with nothing written yet. ``pages``: path in docs/ -> text.

    ``subjects`` say what the pages are about.
    """

    facts: Facts
    pages: Mapping[str, str]
    settings: Mapping[str, Any]
    hashes: Mapping[str, str]
    warnings: tuple[Problem, ...]
    subjects: tuple[Subject, ...]
    around: Surroundings

    @property
    def title(self) -> str:
        """The explainer's title in this edition."""
        return str(self.settings["site_name"])


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: where the site is, what it shows, what changed in docs/ (None: not asked).

    ``notes`` are what the builder warned of, one line each.
    """

    site: Path
    draft: Draft
    changes: Plan | None
    notes: tuple[str, ...]


def check(root: Path) -> list[Problem]:
    """Find everything wrong in the explainer at ``root``: errors and warnings, sorted."""
    return _problems(load(root))


def sound(root: Path) -> tuple[Loaded, list[Problem]]:
    """Load the explainer at ``root``, with its warnings. Raises ContentError where it has errors."""
    loaded = load(root)
    problems = _problems(loaded)
    if any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    return loaded, problems


def generate(
    root: Path,
    known: date | None = None,
    tell: Callable[[str], None] = _quiet,
    *,
    editions: bool = True,
) -> Draft:
    """Load, check and render, in memory. Raises ContentError, or NoSuchEditionError.

    ``editions`` says whether pages offer earlier days; those of an earlier day never do.
    """
    tell("Checking the facts")
    loaded, problems = sound(root)
    facts = _edition(loaded.facts, known)
    code = facts.explainer.languages[0]
    tell("Writing the pages")
    offered = editions and known is None and marks_pages(configuration.theme_folder(root / "mkdocs.yml"))
    days = edition_days(facts) if offered else ()
    around = Surroundings(configuration.site_address(root / "mkdocs.yml"), linked_data, days)
    rendered = pages.render(facts, code, around)
    return Draft(
        facts=facts,
        pages={page.path: page.text for page in rendered},
        settings=pages.settings(facts, code),
        hashes=loaded.hashes,
        warnings=tuple(problems),
        subjects=tuple(page.subject for page in rendered),
        around=around,
    )


def drift(root: Path) -> Plan:
    """Say how docs/ differs from what the facts say. Writes nothing; raises as ``generate``."""
    return plan(root / "docs", generate(root).pages, MARK)


def build(root: Path, options: BuildOptions) -> BuildResult:
    """Build the explainer at ``root``. Whatever goes wrong, docs/ and the site stay as they were.

    Raises ContentError for mistakes in the facts, SiteError and OSError for anything else.
    """
    _refuse_stranger(root)
    site = free_place(options.out or _default_place(root, options.known), root)
    return _build(root, options, site)


def build_preview(root: Path, options: BuildOptions, tell: Callable[[str], None]) -> BuildResult:
    """Build the site of the preview alone; docs/ and site/ stay. Raises as ``build``."""
    return _build(
        root, replace(options, write_docs=False, finish=False, editions=False, tell=tell), preview_place(root)
    )


def preview_place(root: Path) -> Path:
    """Where the preview's site is built. Raises ContentError where there is no explainer."""
    _refuse_stranger(root)
    return workshop(root) / "preview"


def _refuse_stranger(root: Path) -> None:
    """Leave a folder that is no explainer without as much as a lock in it."""
    if not (root / "content").is_dir():
        raise ContentError(check(root))


def _build(root: Path, options: BuildOptions, site: Path) -> BuildResult:
    with staged(root, lambda: options.tell("Waiting for another build of this explainer to end")) as folder:
        draft = generate(root, options.known, options.tell, editions=options.editions)
        notes = _stage(root, folder, draft, options)
        changes = plan(root / "docs", draft.pages, MARK)  # now: docs/ may have been edited meanwhile
        options.tell("Putting the site in place")
        follows = options.write_docs and options.known is None and options.editions
        publish(folder, Target(site, root / "docs", changes) if follows else Target(site))
    return BuildResult(site, draft, changes if follows else None, notes)


def _stage(root: Path, folder: Path, draft: Draft, options: BuildOptions) -> tuple[str, ...]:
    """Build the whole site in ``folder``, out of everybody's sight; give the builder's notes."""
    stage_docs(hand_written(root / "docs", MARK), draft.pages, folder / "docs")
    settings = {**draft.settings, **options.settings, "docs_dir": "docs", "site_dir": "site"}
    if options.finish:
        settings["extra"] = {**settings["extra"], **_finishing(draft)}
    (folder / "mkdocs.yml").write_text(configuration.derive(root / "mkdocs.yml", settings), encoding="utf-8")
    matter = editions.Matter(draft.facts, _code(draft), draft.around, folder / "mkdocs.yml", draft.pages)
    with editions.in_making(matter) as put_editions:
        notes = _site(root, folder, draft, options)
        press = _press(folder / "site", draft) if draft.around.editions else None
        if options.finish:
            options.tell("Drawing cards and sealing the pages")
            _finish(root, folder / "site", draft)
        if press:
            options.tell(f"Adding the editions of {len(draft.around.editions)} earlier days")
            put_editions(folder / "site", press)
    edition = manifest.Edition(draft.title, draft.facts.edition_day, draft.hashes)
    manifest.write(folder / "site", edition)
    return notes


def _site(root: Path, folder: Path, draft: Draft, options: BuildOptions) -> tuple[str, ...]:
    """Let the builder make the site of today's pages, and index it; give the builder's notes."""
    options.tell(f"Building {len(draft.pages)} pages with {options.builder}")
    noon = int(datetime.combine(draft.facts.edition_day, time(12), tzinfo=UTC).timestamp())
    notes = builders.run(options.builder, folder, root, noon)
    settle(folder / "site")
    sitemap.prune(folder / "site")
    options.tell("Indexing the pages for search")
    search.index(folder / "site")
    return notes


def _code(draft: Draft) -> str:
    return draft.facts.explainer.languages[0]


def _finishing(draft: Draft) -> dict[str, Any]:
    """What pages are told of that only a finished site has."""
    made = context(draft.facts, _code(draft))
    return {"feeds": True, "since": asdict(since.since(made))}


def _finish(root: Path, site: Path, draft: Draft) -> None:
    """Put in what a published site has beside its pages. The policy comes last: it seals the pages."""
    cards.write(cards.cards(draft.facts, _code(draft), draft.subjects), site, workshop(root) / "cards")
    made = context(draft.facts, _code(draft))
    address = configuration.site_address(root / "mkdocs.yml")
    published = feeds.Published(address, partial(pages.below, made))
    feeds.write(made, site, published)
    since.write(made, site, published)
    security.protect(site)


def _press(site: Path, draft: Draft) -> Press:
    """What makes pages of editions: read from today's pages before they get their policies."""
    today = frozenset(draft.pages)
    return Press(notice_words(language(_code(draft))), shells(site, today), today)


def _default_place(root: Path, known: date | None) -> Path:
    return workshop(root) / "at" / known.isoformat() if known else root / "site"


def _problems(loaded: Loaded) -> list[Problem]:
    findings = checks.check(loaded.facts, loaded.broken, loaded.complete)
    return sorted([*loaded.problems, *map(loaded.origins.place, findings)])


def _edition(facts: Facts, known: date | None) -> Facts:
    if known is None:
        return facts
    if known > facts.explainer.as_of:
        raise NoSuchEditionError(f"the facts are as of {facts.explainer.as_of}; {known} is later")
    edition = known_at(facts, known)
    if not any(edition.each_statement()):
        raise NoSuchEditionError(f"nothing had been said by {known}")
    return edition
