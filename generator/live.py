"""The preview's site, kept up to date by a process that lives on: an edit costs what it changes.

What was read, made and put together for the edit before stays in memory. First come the pages that somebody
looks at, then all others, then what nobody sees at once: the search, and the warning of lost addresses.
Once it rests, the site is byte for byte the one that a new process builds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

from generator.build import BuildOptions, BuildResult, write_configuration
from generator.derive.kept_traces import KeptTraces
from generator.executors import Executor, beside, local, working
from generator.load import Loaded, ReadingMemory, load
from generator.pages.page import MARK
from generator.press.assembly import Printed, PrintOrder, print_page, print_pages
from generator.press.builder_config import BuilderConfig, read_builder_config
from generator.press.builder_run import BuilderRun, surroundings
from generator.press.edition_making import PendingEditions
from generator.press.known_pages import KnownPages
from generator.press.making import PressJob, pages_since
from generator.press.page_store import LastPages, PageRecord
from generator.problems import ContentError, Problem
from generator.rendering import Story, lost, problems_of, quiet, require_explainer, story_of
from generator.site import configuration, manifest, search
from generator.site.docs import hand_written
from generator.site.files import files, state
from generator.site.last_site import SiteFiles
from generator.site.lock import build_folder, cache_folder
from generator.site.preview import Viewing
from generator.site.publish import Destination, publish
from generator.views.page_meta import url


def preview_place(root: Path) -> Path:
    """Where the preview's site is built. Raises ContentError where there is no explainer."""
    require_explainer(root)
    return cache_folder(root) / "preview"


def build_preview(root: Path, options: BuildOptions) -> BuildResult:
    """Build the site of the preview; docs/ and site/ stay. Raises as ``build``."""
    site = LiveSite(root, options)
    made = site.follow(Viewing((), lambda _: None, lambda: False))
    site.write_down()
    assert made
    return made


@dataclass(frozen=True, slots=True)
class _Edit:
    """An edit under way: what it makes of the facts, and where it writes."""

    executor: Executor
    story: Story
    job: PressJob
    files: SiteFiles
    run: BuilderRun
    viewing: Viewing


class LiveSite:
    """The site of the preview of an explainer."""

    def __init__(self, root: Path, options: BuildOptions) -> None:
        """Begin with nothing known but what an earlier build has kept."""
        self.root, self.builder, self._site = root, options.builder, preview_place(root)
        self._options = replace(options, write_docs=False, finish=False, editions=False)
        self._reading = ReadingMemory()
        self._pages: KnownPages | None = None
        self._files: SiteFiles | None = None
        self._printed: tuple[bytes, Printed] | None = None
        self._config: tuple[str, bytes, BuilderConfig] | None = None

    def follow(self, viewing: Viewing, tell: Callable[[str], None] = quiet) -> BuildResult | None:
        """Bring the site up to date with the files; ``None`` where newer ones came in between.

        ``tell`` hears of each step. Raises as ``build``; then the site stays as it was.
        """
        with (
            build_folder(self.root, lambda: tell("Waiting for another build to end")) as folder,
            working(local(self._options.jobs)) as executor,
        ):
            tell("Checking the facts")
            loaded = load(self.root, self._reading)
            loaded.facts.continue_from(self._pages.job.facts if self._pages else None)
            if any(problem.severity == "error" for problem in loaded.problems):
                raise ContentError(problems_of(loaded))
            with beside(executor, problems_of, loaded) as found:
                try:
                    edit = self._begun(folder, executor, loaded, viewing)
                    looked_at = self._looked_at(edit)
                except Exception:  # whatever comes of facts that are not right
                    _refuse_errors(found())
                    raise
                problems = found()
            _refuse_errors(problems)
            self._show_first(edit, looked_at)
            viewing.show([])  # what was wrong is right, before anything else is seen of it
            return self._finish(edit, problems, tell)

    def _begun(self, folder: Path, executor: Executor, loaded: Loaded, viewing: Viewing) -> _Edit:
        options, facts = self._options, loaded.facts
        story = story_of(self.root, facts, loaded.hashes, offered=False)
        config = self._read_config(folder, story)
        code, digests = story.context.language.code, self._pages.job.digests if self._pages else None
        job = PressJob(facts, code, story.site_info, config, self._kept / "store", digests)
        made = SiteFiles(folder / "site", self._site, self._kept / "last" / "preview.site", self._files)
        noon = int(datetime.combine(facts.edition_day, time(12), tzinfo=UTC).timestamp())
        by_hand = hand_written(self.root / "docs", MARK)
        run = BuilderRun(options.builder, folder, self.root, noon, by_hand, config.theme)
        self._files = made
        return _Edit(executor, story, job, made, run, viewing)

    def _read_config(self, folder: Path, story: Story) -> BuilderConfig:
        """Write mkdocs.yml as the builder wants it, and read it, unless it is as it was."""
        (folder / "docs").mkdir()
        mkdocs_yml, written = self.root / "mkdocs.yml", folder / "mkdocs.yml"
        theme = configuration.own_theme(mkdocs_yml)
        watched = [state(path) for _, path in files(theme)] if theme and theme.is_dir() else []
        key = repr((state(mkdocs_yml), story.settings, watched))
        if self._config is None or self._config[0] != key:
            write_configuration(self.root, folder, story, self._options)
            self._config = key, written.read_bytes(), read_builder_config(written)
        else:
            written.write_bytes(self._config[1])
        return self._config[2]

    def _looked_at(self, edit: _Edit) -> list[PageRecord]:
        """Make those pages that somebody looks at."""
        if self._pages is None:
            return []
        self._pages.follow(edit.job)
        paths = {_file(task.path): task.path for task in edit.job.tasks}
        return [
            record
            for below in edit.viewing.open_pages
            if below in paths and (record := self._pages.make(paths[below]))
        ]

    def _show_first(self, edit: _Edit, records: Sequence[PageRecord]) -> None:
        """Show pages in the shells of the edit before, unless these may be others now."""
        if self._printed and self._printed[0] and self._printed[0] == surroundings(edit.run):
            for record in records:
                if print_page(edit.files, self._printed[1], edit.job, record):
                    edit.viewing.show([_file(record.path)])

    def _finish(
        self, edit: _Edit, problems: list[Problem], tell: Callable[[str], None]
    ) -> BuildResult | None:
        made, job = edit.files, edit.job
        tell("Writing the pages")
        records = self._all_pages(edit)
        order = PrintOrder(job, records, PendingEditions((), ()), sealed=False)
        tell(f"Building {len(records)} pages with {self.builder}")
        around = surroundings(edit.run)
        printed = print_pages(edit.executor, edit.run, order, made)
        self._printed = around, printed
        edit.viewing.show(made.place())
        if edit.viewing.is_newer():
            return None
        tell("Indexing the pages for search")
        search.write_index(made, printed.searched, job.store)
        head = manifest.ManifestHead(edit.story.title, job.facts.edition_day, edit.story.hashes)
        manifest.write(made.folder, head, made.entries())
        changes = made.changes()
        publish(edit.run.folder, Destination(self._site, site_changes=changes))
        made.save()
        if changes:
            edit.viewing.show([*changes.written, *changes.stale])
        job.facts.continue_from(None)
        warnings = sorted([*problems, *lost(self.root, edit.story.context, job.facts)])
        story = replace(edit.story, warnings=tuple(warnings))
        return BuildResult(self._site, story, len(records), None, printed.notes)

    def _all_pages(self, edit: _Edit) -> list[PageRecord]:
        if self._pages is None:
            last, traces = self._written_down(edit.job)
            pages = KnownPages(edit.job)
            shared = edit.executor.share(edit.job)
            pages.take(pages_since(edit.executor, edit.job, shared, last, traces), traces)
            self._pages = pages
        return self._pages.make_all(edit.executor)

    def write_down(self) -> None:
        """Write down what is known of the pages, for the next preview."""
        if self._pages:
            self._pages.save(*self._written_down(self._pages.job))

    def _written_down(self, job: PressJob) -> tuple[LastPages, KeptTraces]:
        folder = self._kept / "last"
        pages = LastPages(folder / "preview.pages", job.base)
        return pages, KeptTraces(folder / "preview.traces", job.base, job.digests)

    @property
    def _kept(self) -> Path:
        return cache_folder(self.root) / "kept"


def _refuse_errors(problems: list[Problem]) -> None:
    if any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)


def _file(path: str) -> str:
    """Give the file below the site that a page of docs/ becomes."""
    return f"{url(path)}index.html"
