"""Facts to Markdown: every page of the table of kinds, each from its head to the data for machines."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from generator.model.facts import Facts
from generator.model.retired import Retired
from generator.pages import kinds
from generator.pages.addresses import (
    address,
    below,
    older_anchors,
    page_file,
    published,
    retired_anchor,
    with_links,
)
from generator.pages.former_addresses import former_pages, left_parts
from generator.pages.front_matter import PageSurroundings, front_matter
from generator.pages.page import (
    NO_SITE_INFO,
    Page,
    PageContent,
    PageKind,
    PageRequest,
    PageTask,
    SiteInfo,
)
from generator.pages.search_facets import search_facets
from generator.pages.templating import environment
from generator.pages.writer import Writer
from generator.views.borrowed import as_elements, bare, bare_all
from generator.views.citation import edition_stamp
from generator.views.context import Context, context
from generator.views.page_meta import PageMeta, card_path, page_meta, url
from generator.views.retired import RetiredLine, retired_from

_BLANKS = re.compile(r"\n{3,}")
GONE = "gone.md.j2"  # below what a kind's own template writes, on every page


def render(facts: Facts, language: str, site_info: SiteInfo = NO_SITE_INFO) -> tuple[Page, ...]:
    """Make every generated page of one edition in one language, by path. Pure: same facts, same bytes."""
    return render_pages(context(facts, language), site_info)


def render_pages(context: Context, site_info: SiteInfo) -> tuple[Page, ...]:
    """Make every generated page of the edition of a context, by path."""
    tasks, stamp = page_tasks(context, site_info), edition_stamp(context)
    return tuple(write(context, task, site_info).dated(stamp, site_info.site) for task in tasks)


def edition_tasks(context: Context) -> list[PageTask]:
    """List every page that editions of earlier days have, by path."""
    return [task for task in page_tasks(context, NO_SITE_INFO) if task.kind.in_editions]


def page_tasks(context: Context, site_info: SiteInfo) -> list[PageTask]:
    """List every page that there is to make, by path. Raises ValueError where two would be one file."""
    listed = [task for kind in kinds.KINDS for task in kind.tasks(kind, context, site_info)]
    left = former_pages(context, {task.path for task in listed})
    tasks = sorted([*listed, *left], key=lambda task: task.path)
    for path, number in Counter(task.path for task in tasks).items():
        if number > 1:
            names = " and ".join(task.kind.name for task in tasks if task.path == path)
            raise ValueError(f"pages of the kinds {names} are both written to {path}")
    return tasks


def write(context: Context, task: PageTask, site_info: SiteInfo) -> Page:
    """Write one page, all but what says the day of its edition."""
    request = PageRequest(
        task.record, task.given, lambda target: published(address(context, target), task.path)
    )
    content = task.kind.content(context, request)
    about = _meta(context, task, content)
    writer = Writer(context, about, site_info.site, bool(site_info.editions))
    body = with_links(_markdown(writer, task, content), task.path)
    notes = writer.notes()
    about = replace(about, changed=writer.changed)
    around = PageSurroundings(
        found=search_facets(context, task.kind, task.record),
        neighbours=content.neighbours,
        notes=notes,
        linked_data=site_info.linked_data(context, about, writer.link_to) if site_info.linked_data else [],
        editions=url(page_file("editions")) if site_info.editions else "",
    )
    return Page(task.path, about.title, bare_all(front_matter(context, about, around)), body, about)


def _meta(context: Context, task: PageTask, content: PageContent) -> PageMeta:
    words = content.title or context.words(task.kind.label), content.description
    about = page_meta(context, task.kind, task.path, task.record, words)
    moved = below(context, content.moved) if content.moved else ""
    # A page that sends its readers on passes on what search engines hold of it, too.
    robots = "" if moved else about.robots
    breadcrumbs = tuple((bare(words), path) for words, path in _breadcrumbs(context, task.kind))
    layout = task.layout or task.kind.name
    about = replace(about, moved=moved, robots=robots, breadcrumbs=breadcrumbs, layout=layout, part=task.part)
    if task.kind.model is Retired and task.record and not moved and (before := kinds.kind_named(layout)):
        card = card_path(context, before, task.record, about.title)
        about = replace(about, card=card, line=about.description)
    return replace(
        about,
        title=bare(about.title),
        bare=bare(about.bare),
        description=bare(about.description),
        status_label=bare(about.status_label),
        line=bare(about.line),
    )


def _breadcrumbs(context: Context, kind: PageKind) -> Iterator[tuple[str, str]]:
    """Yield home, then the overview that the kind belongs to: words and file of each."""
    for name in ("home", kind.section):
        step = kinds.kind_named(name)
        if step and step is not kind:
            yield context.words(step.label), step.path()


def _markdown(writer: Writer, task: PageTask, content: PageContent) -> str:
    """Write the page's Markdown; what it does no more say comes last."""
    context, about = writer.context, writer.about
    older = partial(older_anchors, context)
    known = {"about": about, "title": about.title, "w": writer, "older": older}
    templates = environment(context.language)
    name = content.template or task.kind.template_file
    body = templates.get_template(name).render(**known, page=content.page)
    gone = templates.get_template(GONE).render(**known, gone=tuple(_gone(context, task)))
    text = f"{body.strip()}\n\n{gone.strip()}"
    # Templates leave blank lines where optional parts are absent; one is enough for Markdown.
    return as_elements(_BLANKS.sub("\n\n", text).strip() + "\n")


def _gone(context: Context, task: PageTask) -> Iterator[tuple[RetiredLine, str, Markup]]:
    """Yield what stood on a page and does no more, with its anchor and further ones that it had."""
    if (task.kind.model and task.record) or task.kind.holds:
        for line in retired_from(context, task.record):
            yield line, retired_anchor(context, line.id), Markup()
    yield from left_parts(context, task.path)
