"""The kinds of page: one table, from which addresses, menu, search and editions take what they need."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.retired import Retired
from generator.model.sources import Source
from generator.pages import contents, tasks
from generator.pages.older_pages import left_disagreements, older_pages
from generator.pages.page import PageContent, PageKind, PageTask, SiteInfo
from generator.pages.parts import of_whole_or_split, part_kinds, whole_or_split
from generator.views.atoz import a_to_z
from generator.views.changes import changes_page
from generator.views.common_knowledge import all_common
from generator.views.context import Context
from generator.views.corrections import correction_days
from generator.views.editions import edition_years
from generator.views.language import N_
from generator.views.sources import source_lines
from generator.views.timeline import timeline


def kind_named(name: str) -> PageKind | None:
    """Find a kind by its name; a record's own kind of page is called what its kind of record is."""
    return kinds_by("name").get(name)


def kind_of_model(model: type | None) -> PageKind | None:
    """Find the kind of page that records of a class have to themselves."""
    return kinds_by("model").get(model)


def kind_holding(model: type | None) -> PageKind | None:
    """Find the kind of page on which records of a class have an anchor."""
    return kinds_by("holds").get(model)


@cache
def kinds_by(field: str) -> dict[Any, PageKind]:
    """Index the table by a field, without the kinds where it is empty."""
    return {getattr(kind, field): kind for kind in KINDS if getattr(kind, field)}


def kind_before(entry: Retired) -> PageKind | None:
    """Find the kind of the page that a retired record had to itself."""
    kind = kind_named(entry.kind) if entry.kind else None
    return kind if kind and kind.model else None


def _retired(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """Give a retired record keeps the file that it had, and looks as the pages around it do."""
    for old_id, entry in context.queries.all_retired.items():
        before = kind_before(entry)
        if before and isinstance(old_id, str):
            yield PageTask(kind, before.path(old_id), old_id, layout=before.name)
    yield from older_pages(context, kind_of_model, kind)
    if disputes := kind_named("disagreement"):
        yield from left_disagreements(context, disputes, kind)


# Those in the menu stand in its order.
_KINDS: tuple[PageKind, ...] = (
    PageKind(
        "home",
        "index.md",
        contents.of_home,
        label=N_("Home"),
        in_menu=True,
        has_card=True,
        follows_all=True,
        schema_type="Article",
    ),
    PageKind(
        "days",
        "day-by-day.md",
        of_whole_or_split("days", contents.of_days),
        tasks=whole_or_split("days"),
        label=N_("Day by day"),
        in_menu=True,
        summary=N_(
            "The story in order: of each day the events that carried it, and the places that changed hands. "
            "The words say who says so, and how far it is established."
        ),
        schema_type="Article",
    ),
    PageKind(
        "timeline",
        "timeline.md",
        of_whole_or_split("timeline", lambda context, _: PageContent(timeline(context))),
        tasks=whole_or_split("timeline"),
        label=N_("Timeline"),
        in_menu=True,
        summary=N_(
            "Every event, by the day it is said to have happened. The words say who says so; "
            "the word beside them says how far it is established."
        ),
    ),
    PageKind(
        "event",
        "events/",
        contents.of_event,
        tasks=tasks.of_events,
        section="timeline",
        facet=N_("Event"),
        model=Event,
        has_card=True,
        schema_type="WebPage",
    ),
    PageKind(
        "places",
        "cities/index.md",
        contents.of_places,
        label=N_("Places"),
        in_menu=True,
        summary=N_("Who held each place, since when, and how far that is established."),
    ),
    PageKind(
        "place",
        "cities/",
        contents.of_place,
        tasks=tasks.of_places,
        section="places",
        facet=N_("Place"),
        model=Place,
        has_card=True,
        schema_type="WebPage",
    ),
    PageKind(
        "actors",
        "actors/index.md",
        contents.of_actors,
        label=N_("Actors"),
        in_menu=True,
        summary=N_(
            "Everyone who acts, speaks or suffers in this story. An actor on a side is a party to the "
            "conflict: what it says in its own favour is never confirmed by its own words alone."
        ),
    ),
    PageKind(
        "actor",
        "actors/",
        contents.of_actor,
        section="actors",
        facet=N_("Actor"),
        model=Actor,
        holds=Relation,
        has_card=True,
        schema_type="WebPage",
    ),
    PageKind(
        "casualties",
        "casualties.md",
        contents.of_casualties,
        label=N_("Casualties"),
        in_menu=True,
        facet=N_("Figures"),
        holds=Series,
        summary=N_(
            "Each table counts one thing: of whom, where and when. Figures of different counts or speakers "
            "are never added, averaged or ranked."
        ),
        schema_entity="Dataset",
    ),
    PageKind(
        "disagreements",
        "disagreements/index.md",
        of_whole_or_split("disagreements", contents.of_disagreements),
        tasks=whole_or_split("disagreements"),
        label=N_("Disagreements"),
        in_menu=True,
        summary=N_("Where sources differ, side by side. Nothing here is decided by counting outlets."),
    ),
    PageKind(
        "disagreement",
        "disagreements/",
        contents.of_disagreement,
        tasks=tasks.of_disagreements,
        section="disagreements",
        facet=N_("Disagreement"),
        schema_type="WebPage",
    ),
    PageKind(
        "questions",
        "questions/index.md",
        contents.of_questions,
        label=N_("Questions"),
        in_menu=True,
        summary=N_("Each question with a short answer first, and the sources of every sentence."),
    ),
    PageKind(
        "question",
        "questions/",
        contents.of_question,
        section="questions",
        facet=N_("Question"),
        model=Question,
        has_card=True,
        schema_type="Article",
    ),
    PageKind(
        "sources",
        "sources/index.md",
        of_whole_or_split("sources", lambda context, _: PageContent({"lines": source_lines(context)})),
        tasks=whole_or_split("sources"),
        label=N_("Sources"),
        in_menu=True,
        summary=N_("Every source of this explainer, with what is based on it."),
    ),
    PageKind(
        "source",
        "sources/",
        contents.of_source,
        section="sources",
        facet=N_("Source"),
        model=Source,
        schema_type="WebPage",
    ),
    PageKind(
        "changes",
        "changes.md",
        of_whole_or_split("changes", lambda context, _: PageContent(changes_page(context))),
        tasks=whole_or_split("changes"),
        label=N_("Changes"),
        in_menu=True,
        follows_all=True,
        summary=N_(
            "What became known on each day, newest first: in the words of the day before and of that day, "
            "with the sources that brought it."
        ),
    ),
    PageKind(
        "retired",
        "",
        contents.of_retired,
        tasks=_retired,
        model=Retired,
        robots="noindex",
        schema_type="WebPage",
    ),
    PageKind(
        "corrections",
        "corrections.md",
        lambda context, _: PageContent(correction_days(context)),
        label=N_("Corrections"),
        summary=N_("What was put right, taken back, retracted or removed, by day."),
    ),
    PageKind(
        "common",
        "common-knowledge.md",
        lambda context, _: PageContent(all_common(context)),
        tasks=tasks.of_common,
        label=N_("Common knowledge"),
        summary=N_("What nobody disputes, and the editors vouch for."),
    ),
    PageKind(
        "atoz",
        "a-z.md",
        of_whole_or_split("atoz", lambda context, _: PageContent({"letters": a_to_z(context)})),
        tasks=whole_or_split("atoz"),
        label=N_("From A to Z"),
    ),
    PageKind("search", "search.md", lambda *_: PageContent(None), label=N_("Search"), in_editions=False),
    PageKind(
        "editions",
        "at/index.md",
        lambda context, request: PageContent({"years": edition_years(context, request.given)}),
        tasks=tasks.of_editions,
        label=N_("Earlier days"),
        in_editions=False,
    ),
)

KINDS: tuple[PageKind, ...] = (*_KINDS, *part_kinds(_KINDS))
