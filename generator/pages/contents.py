"""What the pages of each kind hold, where that takes more than one view.

Records are looked up by id, so that editions know what a page was made from.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

from markupsafe import Markup

from generator.graphics.chart import chart_figure, chart_key
from generator.graphics.day_maps import day_figures
from generator.graphics.map import control_figure, locator_figure
from generator.graphics.relations import relations_figure, star_figure
from generator.model.actors import Actor
from generator.model.events import Event
from generator.model.places import Place
from generator.model.refs import record_of
from generator.model.sources import Source
from generator.pages.attributes import folded
from generator.pages.page import PageContent, PageRequest
from generator.views.actors import actor_groups, actor_page, tally_words
from generator.views.casualties import casualties
from generator.views.context import Context
from generator.views.control_map import control_map, locator
from generator.views.day_by_day import DayByDay, day_by_day
from generator.views.disagreement import disagreement_page
from generator.views.disagreements import disagreement_groups, open_groups
from generator.views.events import event_page
from generator.views.former_addresses import WayOn, former_line
from generator.views.holdings import HoldingRow, place_rows
from generator.views.home import home
from generator.views.language import N_
from generator.views.places import place_lines, place_page
from generator.views.questions import in_order, question_page
from generator.views.relations import relation_graph, relation_lines
from generator.views.retired import moved_line, retired_line
from generator.views.rich_text import RichText, plain_text
from generator.views.sources import source_page

R = TypeVar("R")


def of_home(context: Context, request: PageRequest) -> PageContent:
    """Give the answer in short beside the map, then events by how far they are established, and numbers."""
    view = home(context)
    direction = context.language.direction
    charts = {one.id: one.chart for one in view.numbers if one.chart}
    page = _with(
        view,
        control=control_section(context, request, is_open=False),
        drawn={name: folded(chart_figure(chart, direction, request.link)) for name, chart in charts.items()},
        key=[(folded(sample), words) for sample, words in chart_key(view.key, direction)],
    )
    return PageContent(page, plain_text(view.title), plain_text(view.standfirst))


def of_event(context: Context, request: PageRequest) -> PageContent:
    """Give what is known of an event; ``given`` are the ids of the events before and after it."""
    view = event_page(context, _found(context, Event, request.record), *request.given)
    return PageContent(
        view,
        plain_text(context.name(view.line.id)),
        plain_text(view.line.sentence),
        neighbours=(view.previous, view.next),
    )


def of_days(context: Context, request: PageRequest) -> PageContent:
    """Give the story told day by day, each beside the map of its end."""
    return PageContent(with_day_maps(day_by_day(context)))


def with_day_maps(view: DayByDay) -> dict[str, Any]:
    """Give some days of the story together with their maps, drawn."""
    drawn = day_figures(view.maps)
    maps = {number: folded(one) for number, one in drawn.maps.items()}
    return _with(view, drawn={"key": folded(drawn.key), "credits": folded(drawn.credits), "maps": maps})


def of_places(context: Context, request: PageRequest) -> PageContent:
    """Give the map of control with its table, and the other places."""
    held, others = place_lines(context)
    control = control_section(context, request, is_open=True)
    return PageContent({"held": held, "others": others, "control": control})


def of_place(context: Context, request: PageRequest) -> PageContent:
    """Give what is known of a place; ``given`` are the spots that its small map shows around it."""
    place = _found(context, Place, request.record)
    view = place_page(context, place)
    drawn = folded(locator_figure(locator(context, place, request.given), request.link))
    return PageContent(_with(view, rows=place_rows(context, place.id), map=drawn), plain_text(view.name))


def of_actors(context: Context, request: PageRequest) -> PageContent:
    """Give all actors by side, and how they stand to each other."""
    graph = relation_graph(context)
    drawn = relations_figure(graph, request.link) if graph else ""
    more = graph.more if graph and drawn else 0
    groups, relations = actor_groups(context), relation_lines(context)
    return PageContent({"groups": groups, "relations": relations, "graph": folded(drawn), "more": more})


def of_actor(context: Context, request: PageRequest) -> PageContent:
    """Give what is known of an actor."""
    view = actor_page(context, _found(context, Actor, request.record))
    drawn = star_figure(view.graph, request.link) if view.graph else ""
    tally = {"tally_words": tally_words(context, view.tally), "tally_refs": view.tally.refs}
    return PageContent(_with(view, graph=folded(drawn), **tally), plain_text(view.name))


def of_casualties(context: Context, request: PageRequest) -> PageContent:
    """Give the figures of each scope, as charts and tables."""
    view = casualties(context)
    direction = context.language.direction
    drawn = {
        block.view.id: folded(chart_figure(block.chart, direction))
        for group in (*view.groups, *view.others)
        for block in group.blocks
    }
    key = [(folded(sample), words) for sample, words in chart_key(view.key, direction)]
    return PageContent(_with(view, drawn=drawn, key=key))


def of_disagreement(context: Context, request: PageRequest) -> PageContent:
    """Give the accounts of a record that differ, side by side."""
    view = disagreement_page(context, context.queries.disagreement(request.record))
    direction = context.language.direction
    charts = {matter.anchor: matter.chart for matter in view.matters if matter.chart}
    drawn = {anchor: folded(chart_figure(shown, direction)) for anchor, shown in charts.items()}
    key = [(folded(sample), words) for sample, words in chart_key(view.key, direction)]
    return PageContent(_with(view, drawn=drawn, key=key), view.title, view.description)


def of_disagreements(context: Context, request: PageRequest) -> PageContent:
    """Give what sources differ on, and what is still open."""
    return PageContent({"groups": disagreement_groups(context), "open": open_groups(context)})


def of_questions(context: Context, request: PageRequest) -> PageContent:
    """Give every question with its answer in short."""
    views = [question_page(context, question.id) for question in in_order(context.queries.questions)]
    return PageContent({"questions": views})


def of_question(context: Context, request: PageRequest) -> PageContent:
    """Give a question with its answer, and the records that this rests on."""
    view = question_page(context, request.record)
    records = dict.fromkeys(map(record_of, view.cited))
    short: RichText = view.short.items[0][0].text if view.short else ()
    return PageContent(_with(view, cited_records=tuple(records)), plain_text(view.title), plain_text(short))


def of_source(context: Context, request: PageRequest) -> PageContent:
    """Give a published item with what rests on it."""
    view = source_page(context, _found(context, Source, request.record))
    return PageContent(view, plain_text(view.line.title))


def of_retired(context: Context, request: PageRequest) -> PageContent:
    """Give what became of a record that is no longer there, or lead on to what is given."""
    if isinstance(request.given, WayOn):
        line = former_line(context, request.given)
    elif request.given:
        line = moved_line(context, *request.given)
    else:
        line = retired_line(context, request.record)
    return PageContent(line, plain_text(line.name), plain_text(line.said), line.moved)


@dataclass(frozen=True, slots=True)
class ControlSection:
    """What the template of the map takes. Without a figure and rows the page shows nothing."""

    title: str
    figure: Markup
    rows: tuple[HoldingRow, ...]
    is_open: bool


def control_section(context: Context, request: PageRequest, *, is_open: bool) -> ControlSection:
    """Give the map of the edition; ``is_open`` shows its table at once."""
    view = control_map(context)
    if not view.rows:
        title = context.words(N_("Where the places are"))
    elif len(view.days) > 1:
        title = context.words(N_("Who held which place, day by day"))
    else:
        title = context.words(N_("Who held which place on {date}")).format(date=view.days[-1].name)
    figure = control_figure(view, request.link, is_open=is_open)
    return ControlSection(title, folded(figure), view.rows, is_open)


def _with(view: Any, **more: Any) -> dict[str, Any]:
    """Give a view's fields together with what only this page needs."""
    return {name: getattr(view, name) for name in view.__dataclass_fields__} | more


def _found(context: Context, model: type[R], record_id: str) -> R:
    """Look up the record with that id: what a page reads is noted."""
    (record,) = context.queries.records(model, (record_id,))
    return record
