"""The recipe: render -> stage docs/ -> builder -> search -> exports -> editions -> manifest -> publish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from generator.finish import add_exports, exports_settings
from generator.pages.page import MARK
from generator.press.layout import page_assembler
from generator.press.workers import EditionJob, building_editions
from generator.rendering import Rendered, quiet, render_explainer, require_explainer
from generator.site import builders, configuration, manifest, search
from generator.site.docs import DocsChanges, hand_written, plan_changes, stage_docs
from generator.site.lock import build_folder, cache_folder
from generator.site.publish import Destination, checked_output, publish


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
    tell: Callable[[str], None] = quiet


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: where the site is, what it shows, what changed in docs/ (None: not asked).

    ``notes`` are what the builder warned of, one line each.
    """

    site: Path
    rendered: Rendered
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
    with build_folder(
        root, lambda: options.tell("Waiting for another build of this explainer to end")
    ) as folder:
        rendered = render_explainer(root, options.known, options.tell, editions=options.editions)
        _stage(root, folder, rendered, options)
        notes = _make_site(root, folder, rendered, options)
        follows = options.write_docs and options.known is None and options.editions
        # Planned now, not before: docs/ may have been edited meanwhile.
        changes = plan_changes(root / "docs", rendered.pages, MARK) if follows else None
        options.tell("Putting the site in place")
        publish(folder, Destination(site, root / "docs", changes) if follows else Destination(site))
    return BuildResult(site, rendered, changes, notes)


def _stage(root: Path, folder: Path, rendered: Rendered, options: BuildOptions) -> None:
    """Lay out in ``folder``, out of everybody's sight, what the builder reads: docs/ and mkdocs.yml."""
    stage_docs(hand_written(root / "docs", MARK), rendered.pages, folder / "docs")
    settings = {**rendered.settings, **options.settings, "docs_dir": "docs", "site_dir": "site"}
    if options.finish:
        settings["extra"] = {**settings["extra"], **exports_settings(rendered)}
    (folder / "mkdocs.yml").write_text(configuration.derive(root / "mkdocs.yml", settings), encoding="utf-8")


def _make_site(root: Path, folder: Path, rendered: Rendered, options: BuildOptions) -> tuple[str, ...]:
    """Make ``folder/site`` from what was staged; give the builder's notes."""
    site = folder / "site"
    job = EditionJob(
        facts=rendered.facts,
        language=rendered.context.language.code,
        site_info=rendered.site_info,
        mkdocs_yml=folder / "mkdocs.yml",
        weights={path: len(text) for path, text in rendered.pages.items()},
    )
    with building_editions(job) as editions:
        options.tell(f"Building {len(rendered.pages)} pages with {options.builder}")
        noon = datetime.combine(rendered.facts.edition_day, time(12), tzinfo=UTC)
        notes = builders.run(options.builder, folder, root, int(noon.timestamp()))
        options.tell("Indexing the pages for search")
        search.index(site, cache_folder(root) / "search")
        # Today's pages lend editions their shells before they get policies of their own.
        assembler = page_assembler(site, rendered.context.language, rendered.metas) if editions else None
        if options.finish:
            options.tell("Drawing cards and sealing the pages")
            add_exports(rendered, site, cache_folder(root))
        if editions and assembler:
            options.tell(f"Adding the editions of {len(job.days)} earlier days")
            editions.write(site, assembler)
    manifest.write(site, manifest.ManifestHead(rendered.title, rendered.facts.edition_day, rendered.hashes))
    return notes
