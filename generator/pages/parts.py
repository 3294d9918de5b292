"""Pages of the parts of long lists, and of the overviews that lead to them.

A list that is short enough has one page, which its kind's own template writes. Of a longer one that page
leads to the parts, each with a page of a kind of its own in the folder of that name: it is written by the
same template, where ``part.md.j2`` puts the way to the other parts in place of the opening words.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.events import Event
from generator.pages.contents import with_day_maps
from generator.pages.page import (
    ListTasks,
    MakeContent,
    PageContent,
    PageKind,
    PageRequest,
    PageTask,
    SiteInfo,
)
from generator.views.atoz import by_letter
from generator.views.changes import ChangesPage, days_of_changes
from generator.views.context import Context
from generator.views.day_by_day import day_by_day
from generator.views.disagreements import group_of_disagreements, group_of_open
from generator.views.language import N_
from generator.views.part_list_of_days import DAYS
from generator.views.part_lists import CHANGES, NAMES, TIMELINE, PartedList
from generator.views.part_lists_by_group import DISAGREEMENTS, SOURCES, Listed
from generator.views.parts import ListPart
from generator.views.parts_overview import PartsOverview
from generator.views.sources import lines_of_sources
from generator.views.timeline import timeline

OVERVIEW = "parts.md.j2"
PART = "part.md.j2"


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part, what it is called, and the files and labels of what comes before and after it, if anything.

    ``goes_on`` says that what comes after is the next page of the same day or name.
    """

    part: ListPart[Any]
    label: str
    before: tuple[str, str] | None
    after: tuple[str, str] | None
    goes_on: bool


@dataclass(frozen=True, slots=True)
class SplitPages:
    """How a long list is made into pages: ``leaf`` gives what the template of its kind takes for a part.

    ``folder`` is where the parts have their files, ``standfirst`` stands above the overview.
    """

    parted: PartedList
    folder: str
    standfirst: str
    leaf: Callable[[Context, tuple[Any, ...]], dict[str, Any]]

    def file(self, name: str) -> str:
        """Give the file of a part below docs/."""
        return f"{self.folder}{name}.md"

    def overview(self, context: Context, part: ListPart[Any]) -> PartsOverview:
        """Say what leads on from a part that was split, or from the whole list."""
        return PartsOverview(
            context.words(self.standfirst),
            self.parted.count(context, len(part.entries)),
            tuple(self.parted.groups(context, part, self.file)),
            forwards=self.parted is CHANGES,
        )


def _timeline_leaf(context: Context, ids: Iterable[str]) -> dict[str, Any]:
    return _fields(timeline(context, context.queries.records(Event, ids)))


def _changes_leaf(context: Context, changes: tuple[Any, ...]) -> dict[str, Any]:
    return _fields(ChangesPage(days_of_changes(context, changes), (), "", 2))


def _disagreements_leaf(context: Context, listed: tuple[Listed, ...]) -> dict[str, Any]:
    family, _, name = listed[0][0].partition("-")
    records = [record for _, record in listed]
    if family == "open":
        return {"groups": (), "open": (group_of_open(context, name, records),)}
    return {"groups": (group_of_disagreements(context, name, records),), "open": ()}


SPLIT = {
    "days": SplitPages(
        DAYS,
        "day-by-day/",
        N_("The story in order, day by day."),
        lambda context, days: with_day_maps(day_by_day(context, days)),
    ),
    "timeline": SplitPages(
        TIMELINE,
        "timeline/",
        N_("Every event, by the day it is said to have happened."),
        _timeline_leaf,
    ),
    "changes": SplitPages(
        CHANGES,
        "changes/",
        N_("What became known on each day, newest first."),
        _changes_leaf,
    ),
    "disagreements": SplitPages(
        DISAGREEMENTS,
        "disputes/",
        N_("Where sources differ, side by side. Nothing here is decided by counting outlets."),
        _disagreements_leaf,
    ),
    "sources": SplitPages(
        SOURCES,
        "publishers/",
        N_("Every source of this explainer, with what is based on it."),
        lambda context, ids: {"lines": lines_of_sources(context, ids)},
    ),
    "atoz": SplitPages(
        NAMES,
        "a-z/",
        N_("Every actor, place, event, source and question by each of its names."),
        lambda context, names: {"letters": by_letter(names)},
    ),
}


def whole_or_split(name: str) -> ListTasks:
    """List the one page of a list; it is told the parts that it leads to, if there are any."""

    def tasks(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
        tree = SPLIT[name].parted.tree(context)
        yield PageTask(kind, kind.path(), given=tree if tree.below else None)

    return tasks


def of_whole_or_split(name: str, whole: MakeContent) -> MakeContent:
    """Make the content of a list's own page: the list, or its overview where it is too long."""

    def content(context: Context, request: PageRequest) -> PageContent:
        if request.given is None:
            return whole(context, request)
        return PageContent(SPLIT[name].overview(context, request.given), template=OVERVIEW)

    return content


def part_kinds(kinds: Iterable[PageKind]) -> Iterator[PageKind]:
    """Give the kind of the parts of each list among these kinds."""
    for kind in kinds:
        if kind.name in SPLIT:
            yield PageKind(
                f"{kind.name}-part",
                SPLIT[kind.name].folder,
                _of_part(kind),
                template=PART,
                tasks=_part_tasks(kind.name),
                section=kind.name,
                follows_all=kind.follows_all,
            )


def _part_tasks(name: str) -> ListTasks:
    split = SPLIT[name]

    def tasks(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
        tree = split.parted.tree(context)
        leaves = tree.leaves if tree.below else ()
        ways = [(split.file(leaf.name), split.parted.label(context, leaf)) for leaf in leaves]
        at = {leaf.name: number for number, leaf in enumerate(leaves)}
        for part in tree.all_below:
            first, last = at[part.leaves[0].name], at[part.leaves[-1].name]
            place = PartPlace(
                part,
                split.parted.label(context, part),
                ways[first - 1] if first else None,
                next(iter(ways[last + 1 :]), None),
                goes_on=any(part.number and leaf.number > 1 for leaf in leaves[last + 1 : last + 2]),
            )
            yield PageTask(kind, kind.path(part.name), given=place, part=part.name)

    return tasks


def _of_part(kind: PageKind) -> MakeContent:
    split = SPLIT[kind.name]

    def content(context: Context, request: PageRequest) -> PageContent:
        place: PartPlace = request.given
        if place.part.below:
            frame, view = OVERVIEW, _fields(split.overview(context, place.part))
        else:
            frame, view = kind.template_file, split.leaf(context, place.part.entries)
        newest_first = split.parted is CHANGES
        count = split.parted.count(context, len(place.part.entries))
        title = context.words(N_("{page}: {part}")).format(page=context.words(kind.label), part=place.label)
        words = {
            "frame": frame,
            "after": place.after,
            "earlier": place.after if newest_first else place.before,
            "later": place.before if newest_first else place.after,
            "held": count,
            "goes_on": place.goes_on and newest_first,
            "whole": (kind.path(), context.words(kind.label)),
        }
        return PageContent(view | words, title, f"{title} · {count}")

    return content


def _fields(view: Any) -> dict[str, Any]:
    return {name: getattr(view, name) for name in view.__dataclass_fields__}
