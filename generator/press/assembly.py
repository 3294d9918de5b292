"""Putting the pages of today into a site, with all that the builder makes beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from generator.executors import Executor, each
from generator.press.builder_run import BuilderRun, BuiltShells, build_pages, build_shells
from generator.press.edition_making import PendingEditions
from generator.press.layout import PageAssembler, TodaysPage, layouts
from generator.press.making import PressJob, pieces_of
from generator.press.page_store import PageRecord
from generator.press.shells import NoShellError, Shape, stub_path
from generator.press.stubs import linked_stubs
from generator.site.files import SiteError
from generator.site.last_site import MadeFiles, SiteFiles
from generator.site.search import SearchedPage, pages_of
from generator.site.search_html import for_search
from generator.site.security import protect, protected
from generator.site.sitemap import completed_sitemap
from generator.views.editions import notice_words
from generator.views.page_meta import url

_PIECES = 4  # for each process


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is to be printed: pages of today, made for a job, and editions under way.

    ``sealed`` pages get a security policy.
    """

    job: PressJob
    records: Sequence[PageRecord]
    editions: PendingEditions
    sealed: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A site with every page of today. ``assembler`` makes editions' pages, where there are any to make;
    ``notes`` are what the builder warned of, ``searched`` is what the search reads of each page.
    """

    order: PrintOrder
    assembler: PageAssembler | None
    notes: tuple[str, ...]
    searched: Mapping[str, SearchedPage]


def print_pages(executor: Executor, run: BuilderRun, order: PrintOrder, site: SiteFiles) -> Printed:
    """Put every page of today into a new site, with all that the builder makes beside them.

    Raises SiteError when the builder fails or the theme's pages cannot be put together.
    """
    seen_by = ", ".join(order.job.config.page_by_page)
    said = (
        (f"the builder makes every page, which takes longer: {seen_by} may change each",) if seen_by else ()
    )
    records = {record.path: record for record in order.records}
    linked = linked_stubs(run.hand_written, records, order.job.load)
    try:
        built = build_shells(run, _shapes(order.records), linked, order.job.store)
    except NoShellError as trouble:
        if order.editions.days:
            raise SiteError(
                f"{trouble}, so no pages of earlier days can be made: compare theme/ with that of a new"
                " explainer, or build with --no-editions"
            ) from None
        said = said or (f"the builder makes every page, which takes longer: {trouble}",)
        return _by_builder(run, order, None, said)
    assembler = _assembler(order, built)
    if said:
        return _by_builder(run, order, assembler, said)
    searched = {**_add_files(site, built, order), **_add_pages(executor, site, order, assembler)}
    return Printed(order, assembler, built.notes, searched)


def _shapes(records: Iterable[PageRecord]) -> list[Shape]:
    return sorted({record.shape for record in records}, key=repr)


def _by_builder(
    run: BuilderRun, order: PrintOrder, assembler: PageAssembler | None, said: tuple[str, ...]
) -> Printed:
    notes = build_pages(run, {record.path: order.job.load(record).page.text for record in order.records})
    if order.sealed:
        protect(run.folder / "site")
    return Printed(order, assembler, (*said, *notes), pages_of(run.folder / "site"))


def _assembler(order: PrintOrder, built: BuiltShells) -> PageAssembler:
    pages = {record.path: (record.meta.layout, record.shape) for record in order.records}
    return PageAssembler(
        notice=notice_words(order.job.language),
        theme_parts=order.job.config.theme_parts,
        shells=built.shells,
        layouts=layouts(pages),
        today=frozenset(pages),
        sealed=order.sealed,
    )


def _add_files(site: SiteFiles, built: BuiltShells, order: PrintOrder) -> dict[str, SearchedPage]:
    """Write what the builder made beside shells: hand-written pages, and what the theme brings along.

    Gives those of them that the search finds.
    """
    ours = {f"{record.meta.url}index.html" for record in order.records}
    others = {below: content for below, content in built.files.items() if below not in ours}
    for below, content in others.items():
        if order.sealed and below.endswith(".html"):
            content = protected(content.decode("utf-8"), wasm=True).encode("utf-8")
        if below == "sitemap.xml":
            content = _sitemap(content, order, built)
        site.put(below, content)
    pages = ((below, content) for below, content in others.items() if below.endswith(".html"))
    found = for_search(pages, only_marked=True)
    return {below: SearchedPage.of(content) for below, content in found.items()}


def _sitemap(content: bytes, order: PrintOrder, built: BuiltShells) -> bytes:
    metas = [record.meta for record in order.records]
    listed = [meta.url for meta in metas if not meta.moved and "noindex" not in meta.robots]
    stubs = (url(stub_path(shape)) for shape in built.shells)
    return completed_sitemap(content, listed, {*(meta.url for meta in metas), *stubs})


def _add_pages(
    executor: Executor, site: SiteFiles, order: PrintOrder, assembler: PageAssembler
) -> dict[str, SearchedPage]:
    """Let those pages stay that are as they were in the last site, write all others.

    Gives what the search reads of them.
    """
    keys = PageKeys(assembler, order.sealed)
    store = order.job.store
    places = {record.path: f"{record.meta.url}index.html" for record in order.records}
    searched = {path: keys.searched(record) for path, record in ((one.path, one) for one in order.records)}
    base = _Assembly(site, assembler, order.job, (), searched)
    _write_all(
        executor,
        base,
        [
            record
            for record in order.records
            if not site.take(places[record.path], keys.of(record)) or not store.has(searched[record.path])
        ],
    )
    found, lost = {}, []
    for record in order.records:
        content = store.get(searched[record.path]) if assembler.shells[record.shape].is_searched else b""
        if content is None:
            lost.append(record)  # damaged in the store
        elif content:
            found[places[record.path]] = SearchedPage.of(content)
    _write_all(executor, base, lost)
    again = ((record, store.get(searched[record.path])) for record in lost)
    return found | {places[record.path]: SearchedPage.of(content) for record, content in again if content}


def _write_all(executor: Executor, base: "_Assembly", records: Sequence[PageRecord]) -> None:
    """Write some pages, and put what the search reads of them into the store."""
    job = executor.share(replace(base, records=records))
    for made in each(executor, _write, job, pieces_of(len(records), executor.workers * _PIECES)):
        base.site.add(made)


def print_page(site: SiteFiles, printed: Printed, job: PressJob, record: PageRecord) -> bool:
    """Put a page into the last site before all others, in the shells of what was printed last.

    Says whether it did: not where the page is there already, or where its shell is not.
    """
    assembler = printed.assembler
    if assembler is None or record.shape not in assembler.shells:
        return False
    keys = PageKeys(assembler, printed.order.sealed)
    below = f"{record.meta.url}index.html"
    if site.is_same(below, keys.of(record)):
        return False
    made = job.load(record)
    html, searched = assembler.todays(TodaysPage(record.path, record.shape, made.article, made.page.front))
    job.store.put(keys.searched(record), searched)
    site.show(below, keys.of(record), html.encode("utf-8"))
    return True


class PageKeys:
    """Names what pages are put together from."""

    def __init__(self, assembler: PageAssembler, sealed: bool) -> None:
        """Hash what all pages share."""
        parts = assembler.theme_parts
        told = repr((sorted(parts.partials.items()), parts.config, sealed))
        self._base = sha256(told.encode()).digest()
        self._shells: Mapping[Shape, bytes] = {
            shape: sha256(repr(shell).encode()).digest() for shape, shell in assembler.shells.items()
        }

    def of(self, record: PageRecord) -> str:
        """Name what a page of today is put together from."""
        return self.named(record.shape, record.key.encode())

    def named(self, shape: Shape, told: bytes) -> str:
        """Name what a page is put together from: its shell, and all else that it is told."""
        return sha256(self._base + self._shells[shape] + told).hexdigest()

    def searched(self, record: PageRecord) -> str:
        """Name what the search reads of a page."""
        return sha256(b"searched" + self.of(record).encode()).hexdigest()


@dataclass(frozen=True)
class _Assembly:
    """Pages, what puts them together, and the site that they go into.

    ``searched`` names what the search reads of each page, by its path.
    """

    site: SiteFiles
    assembler: PageAssembler
    job: PressJob
    records: Sequence[PageRecord]
    searched: Mapping[str, str]


def _write(assembly: _Assembly, piece: slice) -> MadeFiles:
    site = assembly.site.part()
    for record in assembly.records[piece]:
        made = assembly.job.load(record)
        page = TodaysPage(record.path, record.shape, made.article, made.page.front)
        html, searched = assembly.assembler.todays(page)
        site.write(f"{record.meta.url}index.html", html.encode("utf-8"))
        assembly.job.store.put(assembly.searched[record.path], searched)
    return site.made()
