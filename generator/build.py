"""The recipe: facts -> pages -> builder -> site -> exports -> search -> editions -> manifest -> in place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from hashlib import sha256
from importlib.util import find_spec
from os.path import relpath
from pathlib import Path
from typing import Any

from generator.derive.kept_traces import KeptTraces
from generator.executors import Executor, local, working
from generator.finish import begin_exports, exports_settings
from generator.pages.page import MARK
from generator.press.assembly import PrintOrder, print_pages
from generator.press.builder_config import read_builder_config
from generator.press.builder_run import BuilderRun
from generator.press.edition_making import begin_editions
from generator.press.edition_printing import print_editions
from generator.press.editions import DayPages
from generator.press.kept_editions import KeptEditions
from generator.press.making import PressJob, pages_since
from generator.press.page_store import LastPages, PageRecord
from generator.rendering import Story, quiet, read_story, require_explainer
from generator.site import configuration, manifest, search
from generator.site.docs import DocsChanges, hand_written, plan_changes, stage_pages
from generator.site.files import SiteError
from generator.site.last_site import SiteChanges, SiteFiles
from generator.site.lock import build_folder, cache_folder
from generator.site.publish import Destination, checked_output, publish
from generator.site.theme_languages import theme_language

_KEPT_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build. ``known`` asks for an earlier edition: the site alone, docs/ stays; it stays
    without ``editions`` too, whose pages do not offer earlier days.

    ``out`` is where the site goes: by default ``site``, for an edition ``.explainer/at/DATE``.
    ``settings`` are laid over mkdocs.yml last. ``finish`` adds what only a published site needs:
    social cards, feeds and a security policy, which would stop a preview's live reload; ``editions``
    adds those of earlier days. ``jobs`` is the number of processes, 0 for one on each core; ``no_cache``
    uses nothing that an earlier build kept, and keeps nothing; ``cluster`` is the address of a Dask scheduler
    whose workers work in place of them. ``tell`` hears of each step as it begins.
    """

    known: date | None = None
    builder: str = "mkdocs"
    out: Path | None = None
    write_docs: bool = True
    settings: Mapping[str, Any] = field(default_factory=dict)
    finish: bool = True
    editions: bool = True
    jobs: int = 0
    no_cache: bool = False
    cluster: str = ""
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


def _build(root: Path, options: BuildOptions, site: Path) -> BuildResult:
    with (
        build_folder(
            root, lambda: options.tell("Waiting for another build of this explainer to end")
        ) as folder,
        working(_executor(options)) as executor,
    ):
        kept = (folder if options.no_cache else cache_folder(root)) / "kept"
        made = _made(root, folder, site, options, executor, kept)
        follows = options.write_docs and options.known is None and options.editions
        # Planned now, not before: docs/ may have been edited meanwhile.
        changes = _docs_changes(root, folder, made) if follows else None
        options.tell("Putting the site in place")
        site_changes = made.files.changes()
        place = Destination(site, root / "docs" if follows else None, changes, site_changes)
        publish(folder, place)
        made.files.save()
        made.job.store.prune(_KEPT_BYTES, made.kept)
    notes = (*made.notes, *_left_editions(site_changes, made.editions))
    return BuildResult(site, made.story, len(made.records), changes, notes)


def _left_editions(changes: SiteChanges | None, editions: Sequence[DayPages]) -> Iterator[str]:
    """Say which pages of days that still have an edition are gone from it."""
    days = tuple(f"at/{one.day.isoformat()}/" for one in editions)
    stale = changes.stale if changes else ()
    gone = [below for below in stale if below.startswith(days) and below.endswith("/index.html")]
    if gone:
        yield (
            f"`{gone[0].removesuffix('index.html')}` is gone from its edition"
            f"{f', and so are {len(gone) - 1} more pages of earlier days' if gone[1:] else ''}: "
            "by the facts as they are now nothing was known then of what they told"
        )


def _executor(options: BuildOptions) -> Executor:
    """Choose who works. Raises SiteError where the cluster that is asked for cannot be reached."""
    if not options.cluster:
        return local(options.jobs)
    if find_spec("distributed") is None:
        raise SiteError("--cluster needs Dask; `pip install distributed` installs it")
    from generator.cluster import Cluster, NoClusterError  # an extra: it need not be there

    try:
        return Cluster(options.cluster)
    except NoClusterError as trouble:
        raise SiteError(str(trouble)) from None


@dataclass(frozen=True, slots=True)
class _MadeSite:
    """A site that is not yet in its place: its story, its pages of today and its files."""

    story: Story
    job: PressJob
    records: Sequence[PageRecord]
    editions: Sequence[DayPages]
    files: SiteFiles
    notes: tuple[str, ...]

    @property
    def kept(self) -> Iterator[str]:
        """The keys under which the store has its pages."""
        yield from (record.key for record in self.records)
        yield from (page.key for day in self.editions for page in day.pages.values())


def _docs_changes(root: Path, folder: Path, made: _MadeSite) -> DocsChanges:
    """Plan what has to change in docs/, and lay it out in ``folder``."""
    pages = {record.path: record for record in made.records}
    hashes = {path: record.text_hash for path, record in pages.items()}
    changes = plan_changes(root / "docs", hashes, MARK)
    stage_pages({path: made.job.load(pages[path]).page.text for path in changes.written}, folder / "written")
    return changes


def write_configuration(root: Path, folder: Path, story: Story, options: BuildOptions) -> None:
    """Write the mkdocs.yml that the builder reads into ``folder``, out of everybody's sight."""
    settings = {**story.settings, **options.settings, "docs_dir": "docs", "site_dir": "site"}
    own_theme = configuration.own_theme(root / "mkdocs.yml")
    near = theme_language(story.context.language.code, options.builder, own_theme)
    settings["theme"] = {**settings["theme"], "language": near}
    if options.finish:
        settings["extra"] = {**settings["extra"], **exports_settings(story)}
    (folder / "docs").mkdir(exist_ok=True)  # MkDocs reads no configuration without it
    (folder / "mkdocs.yml").write_text(
        configuration.derive(root / "mkdocs.yml", settings), "utf-8", newline="\n"
    )


def _made(
    root: Path, folder: Path, site: Path, options: BuildOptions, executor: Executor, kept: Path
) -> _MadeSite:
    """Make ``folder/site``, which is to go to ``site``; ``kept`` is what builds keep for the next."""
    story = read_story(root, options.known, options.tell, editions=options.editions)
    write_configuration(root, folder, story, options)
    config = read_builder_config(folder / "mkdocs.yml")
    files = SiteFiles(folder / "site", site, kept / "last" / f"{_name(site, root)}.site")
    job = PressJob(story.facts, story.context.language.code, story.site_info, config, kept / "store")
    options.tell("Writing the pages")
    last = LastPages(kept / "last" / f"{_name(site, root)}.pages", job.base)
    shared = executor.share(job)
    traces = KeptTraces(kept / "last" / f"{_name(site, root)}.traces", job.base, job.digests)
    records = pages_since(executor, job, shared, last, traces)
    last.save(records)
    place = kept / "last" / f"{_name(site, root)}.editions"
    kept_editions = KeptEditions(place, job.editions.base, job.language.own)
    editions = begin_editions(executor, job, shared, kept_editions)
    options.tell(f"Building {len(records)} pages with {options.builder}")
    noon = datetime.combine(story.facts.edition_day, time(12), tzinfo=UTC)
    by_hand = hand_written(root / "docs", MARK)
    run = BuilderRun(options.builder, folder, root, int(noon.timestamp()), by_hand, config.theme)
    printed = print_pages(executor, run, PrintOrder(job, records, editions, options.finish), files)
    metas = [record.meta for record in records]
    exports = begin_exports(executor, job, metas, files, traces) if options.finish else None
    options.tell("Indexing the pages for search")
    search.write_index(files, printed.searched, job.store)
    if exports:
        options.tell("Drawing cards and writing feeds")
        exports.put()
    days: Sequence[DayPages] = ()
    if editions.days:
        options.tell(f"Adding the editions of {len(editions.days)} earlier days")
        days = print_editions(executor, printed, files)
        kept_editions.save(job.facts_hash, days)
    traces.save()
    head = manifest.ManifestHead(story.title, story.facts.edition_day, story.hashes)
    manifest.write(files.folder, head, files.entries())
    return _MadeSite(story, job, records, days, files, printed.notes)


def _name(site: Path, root: Path) -> str:
    """Name what is kept of the site in a folder: the same wherever the explainer lies."""
    return sha256(relpath(site.resolve(), root.resolve()).encode()).hexdigest()[:16]
