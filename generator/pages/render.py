"""Facts to Markdown: one function for each page kind, each naming what its page was made from."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any, TypeVar

from markupsafe import Markup

from generator.graphics.chart import chart_figure, chart_key
from generator.graphics.relations import relations_figure, star_figure
from generator.model.actors import Actor
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.places import Place
from generator.model.refs import Target, record_of
from generator.model.sources import Source
from generator.pages.addresses import address, own_page, published
from generator.pages.control import control_section, place_map
from generator.pages.page import Page
from generator.pages.placeholders import filled
from generator.pages.sheet import NOTHING, PageContent, PageTask, SiteInfo, write
from generator.views.actors import actor_groups, actor_page, tally_words
from generator.views.atoz import a_to_z
from generator.views.casualties import casualties
from generator.views.changes import changes_page
from generator.views.context import Context, context
from generator.views.control_map import Spot, landmarks
from generator.views.corrections import correction_days
from generator.views.disagreement import disagreement_page
from generator.views.disagreements import disagreement_groups, open_groups, path_of
from generator.views.editions import edition_years
from generator.views.events import event_page, in_order
from generator.views.home import home
from generator.views.language import N_
from generator.views.places import place_lines, place_page, place_rows
from generator.views.questions import in_order as questions_in_order
from generator.views.questions import question_page
from generator.views.relations import relation_graph, relation_lines
from generator.views.retired import retired_line
from generator.views.rich_text import RichText, plain_text
from generator.views.sources import source_lines, source_page
from generator.views.timeline import timeline

R = TypeVar("R")


def render(facts: Facts, language: str, site_info: SiteInfo = NOTHING) -> tuple[Page, ...]:
    """Every generated page of one edition in one language, by path. Pure: same facts, same bytes."""
    return render_pages(context(facts, language), site_info)


def render_pages(made: Context, site_info: SiteInfo) -> tuple[Page, ...]:
    """Every generated page of the edition of a context, by path."""
    planned = [*plans(made), *_beside(made, site_info)]
    made_pages = (filled(write(made, plan.make(), site_info), made, site_info.site) for plan in planned)
    return tuple(sorted(made_pages, key=lambda page: page.path))


def plans(made: Context) -> list[PageTask]:
    """Every page that editions have, by path, each to be made on its own."""
    return sorted(_plans(made), key=lambda plan: plan.path)


def _beside(made: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """The pages that today's edition has alone."""
    yield PageTask("search.md", partial(_search, made))
    if site_info.editions:
        yield PageTask("at/index.md", partial(_editions, made, site_info.editions))


def _plans(made: Context) -> Iterator[PageTask]:
    yield PageTask("index.md", partial(_home, made))
    yield PageTask("timeline.md", partial(_timeline, made))
    yield from _event_plans(made)
    yield from _place_plans(made)
    yield PageTask("actors/index.md", partial(_actors, made))
    yield from (
        PageTask(f"actors/{actor.id}.md", partial(_actor, made, actor.id)) for actor in made.queries.actors
    )
    yield PageTask("casualties.md", partial(_casualties, made))
    yield PageTask("disagreements/index.md", partial(_disagreements, made))
    yield from (
        PageTask(path_of(name), partial(_disagreement, made, name)) for name in made.queries.disagreements
    )
    yield PageTask("questions/index.md", partial(_questions, made))
    for question in made.queries.questions:
        yield PageTask(f"questions/{question.id}.md", partial(_question, made, question.id))
    yield PageTask("sources/index.md", partial(_sources, made))
    for source in made.queries.sources:
        yield PageTask(f"sources/{source.id}.md", partial(_source, made, source.id))
    yield PageTask("changes.md", partial(_changes, made))
    for old_id, entry in made.queries.all_retired.items():
        if path := own_page(entry):
            yield PageTask(path, partial(_retired, made, old_id))
    yield PageTask("corrections.md", partial(_correction_days, made))
    yield PageTask("a-z.md", partial(_a_to_z, made))


def _home(made: Context) -> PageContent:
    view = home(made)
    sections = [
        ("known", made.words(N_("What is established")), view.sure),
        ("disputed", made.words(N_("What is disputed")), view.disputed),
        ("unconfirmed", made.words(N_("What rests on one side or one voice")), view.open),
    ]
    shown = control_section(made, _links(made, "index.md"), is_open=False)
    asked = ("questions", made.words(N_("Questions")), view.questions)
    held = [(anchor, title, made.language.number(len(of))) for anchor, title, of in (*sections, asked) if of]
    page = _with(view, sections=[section for section in sections if section[2]], control=shown, held=held)
    return PageContent("index.md", plain_text(view.title), "home.md.j2", page, plain_text(view.standfirst))


def _timeline(made: Context) -> PageContent:
    return PageContent("timeline.md", made.words(N_("Timeline")), "timeline.md.j2", timeline(made))


def _event_plans(made: Context) -> Iterator[PageTask]:
    order = [event.id for event in in_order(made.queries.events)]
    for before, name, after in zip([None, *order], order, [*order[1:], None], strict=False):
        yield PageTask(f"events/{name}.md", partial(_event, made, name, (before, after)), (before, after))


def _event(made: Context, name: str, neighbours: tuple[str | None, str | None]) -> PageContent:
    view = event_page(made, _found(made, Event, name), *neighbours)
    return PageContent(
        f"events/{name}.md", plain_text(view.line.title), "event.md.j2", view, plain_text(view.line.sentence)
    )


def _place_plans(made: Context) -> Iterator[PageTask]:
    yield PageTask("cities/index.md", partial(_places, made))
    towns = tuple(landmarks(made))
    for place in made.queries.places:
        yield PageTask(f"cities/{place.id}.md", partial(_place, made, place.id, towns), towns)


def _places(made: Context) -> PageContent:
    held, others = place_lines(made)
    shown = control_section(made, _links(made, "cities/index.md"), is_open=True)
    page = {"held": held, "others": others, "control": shown}
    return PageContent("cities/index.md", made.words(N_("Places")), "places.md.j2", page)


def _place(made: Context, name: str, towns: tuple[Spot, ...]) -> PageContent:
    place, path = _found(made, Place, name), f"cities/{name}.md"
    view = place_page(made, place)
    page = _with(view, rows=place_rows(made, name), map=place_map(made, place, towns, _links(made, path)))
    return PageContent(path, plain_text(view.name), "place.md.j2", page)


def _actors(made: Context) -> PageContent:
    graph = relation_graph(made)
    drawn = relations_figure(graph, _links(made, "actors/index.md")) if graph else ""
    more = graph.more if graph and drawn else 0
    page = {
        "groups": actor_groups(made),
        "relations": relation_lines(made),
        "graph": Markup(drawn),
        "more": more,
    }
    return PageContent("actors/index.md", made.words(N_("Actors")), "actors.md.j2", page)


def _actor(made: Context, name: str) -> PageContent:
    view = actor_page(made, _found(made, Actor, name))
    path = f"actors/{name}.md"
    drawn = star_figure(view.graph, _links(made, path)) if view.graph else ""
    tally = {"tally_words": tally_words(made, view.tally), "tally_refs": view.tally.refs}
    return PageContent(path, plain_text(view.name), "actor.md.j2", _with(view, graph=Markup(drawn), **tally))


def _changes(made: Context) -> PageContent:
    return PageContent("changes.md", made.words(N_("Changes")), "changes.md.j2", changes_page(made))


def _correction_days(made: Context) -> PageContent:
    return PageContent(
        "corrections.md", made.words(N_("Corrections")), "corrections.md.j2", correction_days(made)
    )


def _retired(made: Context, old_id: Target) -> PageContent:
    line = retired_line(made, old_id)
    moved = address(made, line.moved) if line.moved else ""
    path = own_page(made.queries.retired(old_id))
    return PageContent(path, plain_text(line.name), "retired.md.j2", line, plain_text(line.said), moved)


def _a_to_z(made: Context) -> PageContent:
    return PageContent("a-z.md", made.words(N_("From A to Z")), "atoz.md.j2", {"letters": a_to_z(made)})


def _links(made: Context, path: str) -> Callable[[str], str]:
    """Links as a figure on the page at ``path`` writes them."""
    return lambda target: published(address(made, target), path)


def _casualties(made: Context) -> PageContent:
    view = casualties(made)
    direction = made.language.direction
    drawn = {
        block.view.id: Markup(chart_figure(block.chart, direction))
        for group in view.groups
        for era in group.eras
        for block in era.blocks
    }
    key = [(Markup(sample), words) for sample, words in chart_key(view.key, direction)]
    page = _with(view, drawn=drawn, key=key)
    return PageContent("casualties.md", made.words(N_("Casualties")), "casualties.md.j2", page)


def _disagreements(made: Context) -> PageContent:
    page = {"groups": disagreement_groups(made), "open": open_groups(made)}
    return PageContent("disagreements/index.md", made.words(N_("Disagreements")), "disagreements.md.j2", page)


def _disagreement(made: Context, name: str) -> PageContent:
    view = disagreement_page(made, made.queries.disagreement(name))
    direction = made.language.direction
    charts = {matter.anchor: matter.chart for matter in view.matters if matter.chart}
    drawn = {anchor: Markup(chart_figure(shown, direction)) for anchor, shown in charts.items()}
    key = [(Markup(sample), words) for sample, words in chart_key(view.key, direction)]
    page = _with(view, drawn=drawn, key=key)
    return PageContent(view.path, view.title, "disagreement.md.j2", page, view.description)


def _questions(made: Context) -> PageContent:
    views = [question_page(made, question.id) for question in questions_in_order(made.queries.questions)]
    return PageContent(
        "questions/index.md", made.words(N_("Questions")), "questions.md.j2", {"questions": views}
    )


def _question(made: Context, name: str) -> PageContent:
    view = question_page(made, name)
    records = dict.fromkeys(map(record_of, view.cited))
    page = _with(view, cited_records=tuple(records))
    return PageContent(
        f"questions/{name}.md", plain_text(view.title), "question.md.j2", page, _short(view.short)
    )


def _sources(made: Context) -> PageContent:
    lines = {"lines": source_lines(made)}
    return PageContent("sources/index.md", made.words(N_("Sources")), "sources.md.j2", lines)


def _source(made: Context, name: str) -> PageContent:
    view = source_page(made, _found(made, Source, name))
    return PageContent(f"sources/{name}.md", plain_text(view.line.title), "source.md.j2", view)


def _editions(made: Context, days: tuple[date, ...]) -> PageContent:
    title = made.words(N_("Earlier days"))
    return PageContent("at/index.md", title, "editions.md.j2", {"years": edition_years(made, days)})


def _search(made: Context) -> PageContent:
    return PageContent("search.md", made.words(N_("Search")), "search.md.j2", None)


def _short(block: Any) -> str:
    text: RichText = block.items[0][0].text if block else ()
    return plain_text(text)


def _with(view: Any, **more: Any) -> dict[str, Any]:
    """A view's fields together with what only this page needs."""
    return {name: getattr(view, name) for name in view.__dataclass_fields__} | more


def _found(made: Context, kind: type[R], name: str) -> R:
    """The record of that name, looked up: what a page reads is noted."""
    (record,) = made.queries.records(kind, (name,))
    return record
