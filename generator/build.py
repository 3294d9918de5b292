"""The recipe: facts -> pages -> builder -> site -> exports -> search -> editions -> manifest -> in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from generator.executors import Executor, local, working
from generator.finish import add_exports, begin_cards, exports_settings
from generator.pages.page import MARK
from generator.press.assembly import PrintOrder, print_editions, print_pages
from generator.press.builder_config import read_builder_config
from generator.press.builder_run import BuilderRun
from generator.press.making import MadePage, PressJob, begin_editions, make_pages
from generator.rendering import Story, quiet, read_story, require_explainer
from generator.site import configuration, manifest, search
from generator.site.docs import DocsChanges, hand_written, plan_changes, stage_pages
from generator.site.lock import build_folder, cache_folder
from generator.site.publish import Destination, checked_output, publish


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build. ``known`` asks for an earlier edition: the site alone, docs/ stays; it stays
    without ``editions`` too, whose pages do not offer earlier days.

    ``out`` is where the site goes: by default ``site``, for an edition ``.explainer/at/DATE``.
    ``settings`` are laid over mkdocs.yml last. ``finish`` adds what only a published site needs:
    social cards, feeds and a security policy, which would stop a preview's live reload; ``editions``
    adds those of earlier days. ``jobs`` is the number of processes, 0 for one on each core. ``tell`` hears
    of each step as it begins.
    """

    known: date | None = None
    builder: str = "mkdocs"
    out: Path | None = None
    write_docs: bool = True
    settings: Mapping[str, Any] = field(default_factory=dict)
    finish: bool = True
    editions: bool = True
    jobs: int = 0
    tell: Callable[[str], None] = quiet


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: where the site is, what it tells, how many pages of today it has, what changed in
    docs/ (None: not asked).

    ``notes`` are what the builder warned of, one line each.
    """

    site: Path
    story: Story
    pages: int
    changes: DocsChanges | None
    notes: tuple[str, ...]


def build(root: Path, options: BuildOptions) -> BuildResult:
    """Build the explainer at ``root``. Whatever goes wrong, docs/ and the site stay as they were.

    Raises ContentError for mistakes in the facts, SiteError and OSError for anything else.
    """
    require_explainer(root)
    default = cache_folder(root) / "at" / options.known.isoformat() if options.known else root / "site"
    return _build(root, options, checked_output(options.out or default, root))


def preview_place(root: Path) -> Path:
    """Where the preview's site is built. Raises ContentError where there is no explainer."""
    require_explainer(root)
    return cache_folder(root) / "preview"


def build_preview(root: Path, options: BuildOptions) -> BuildResult:
    """Build the site of the preview alone; docs/ and site/ stay. Raises as ``build``."""
    return _build(root, replace(options, write_docs=False, finish=False, editions=False), preview_place(root))


def _build(root: Path, options: BuildOptions, site: Path) -> BuildResult:
    with (
        build_folder(
            root, lambda: options.tell("Waiting for another build of this explainer to end")
        ) as folder,
        working(local(options.jobs)) as executor,
    ):
        story = read_story(root, options.known, options.tell, editions=options.editions)
        write_configuration(root, folder, story, options)
        made, notes = _make_site(root, folder, story, options, executor)
        follows = options.write_docs and options.known is None and options.editions
        # Planned now, not before: docs/ may have been edited meanwhile.
        pages = {one.page.path: one.page.text for one in made}
        changes = plan_changes(root / "docs", pages, MARK) if follows else None
        if changes:
            stage_pages({path: pages[path] for path in changes.written}, folder / "written")
        options.tell("Putting the site in place")
        publish(folder, Destination(site, root / "docs", changes) if follows else Destination(site))
    return BuildResult(site, story, len(made), changes, notes)


def write_configuration(root: Path, folder: Path, story: Story, options: BuildOptions) -> None:
    """Write the mkdocs.yml that the builder reads into ``folder``, out of everybody's sight."""
    settings = {**story.settings, **options.settings, "docs_dir": "docs", "site_dir": "site"}
    if options.finish:
        settings["extra"] = {**settings["extra"], **exports_settings(story)}
    (folder / "docs").mkdir()  # MkDocs reads no configuration without it
    (folder / "mkdocs.yml").write_text(configuration.derive(root / "mkdocs.yml", settings), encoding="utf-8")


def _make_site(
    root: Path, folder: Path, story: Story, options: BuildOptions, executor: Executor
) -> tuple[Sequence[MadePage], tuple[str, ...]]:
    """Make ``folder/site``; give the pages of today, and the builder's notes."""
    config = read_builder_config(folder / "mkdocs.yml")
    language = story.context.language
    press_job = PressJob(story.facts, language.code, story.site_info, config.typesetting)
    job = executor.share(press_job.prepared())
    options.tell("Writing the pages")
    made = make_pages(executor, job)
    weights = {one.page.path: len(one.page.text) for one in made}
    editions = begin_editions(executor, job, story.site_info.editions, weights)
    options.tell(f"Building {len(made)} pages with {options.builder}")
    noon = datetime.combine(story.facts.edition_day, time(12), tzinfo=UTC)
    run = BuilderRun(options.builder, folder, root, int(noon.timestamp()), hand_written(root / "docs", MARK))
    printed = print_pages(executor, run, PrintOrder(made, editions, config, language, sealed=options.finish))
    metas = [one.page.meta for one in made]
    cards = begin_cards(executor, story, metas, cache_folder(root)) if options.finish else None
    options.tell("Indexing the pages for search")
    search.index(printed.site)
    if cards:
        options.tell("Drawing cards and writing feeds")
        add_exports(story, printed.site)
        cards.put(printed.site)
    if editions.days:
        options.tell(f"Adding the editions of {len(editions.days)} earlier days")
        print_editions(executor, printed)
    head = manifest.ManifestHead(story.title, story.facts.edition_day, story.hashes)
    manifest.write(printed.site, head)
    return made, printed.notes
