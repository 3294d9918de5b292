"""Facts to Markdown: one function for each page kind, each naming what its page was made from."""

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup

from generator.graphics.chart import chart_figure, chart_key
from generator.graphics.relations import relations_figure, star_figure
from generator.model.facts import Facts
from generator.pages.addresses import address
from generator.pages.control import control, place_maps
from generator.pages.page import Page
from generator.pages.published import published
from generator.pages.sheet import NOTHING, Sheet, Surroundings, write
from generator.views.actors import actor_groups, actor_page, tally_words
from generator.views.atoz import a_to_z
from generator.views.casualties import casualties
from generator.views.context import Context, context
from generator.views.control_rows import place_rows
from generator.views.disagreements import disagreement_views, open_lines
from generator.views.events import event_page, in_order
from generator.views.home import home
from generator.views.language import N_
from generator.views.places import place_lines, place_page
from generator.views.questions import in_order as questions_in_order
from generator.views.questions import question_page
from generator.views.relations import relation_graph, relation_lines
from generator.views.runs import Runs, joined
from generator.views.sources import source_lines, source_page
from generator.views.timeline import timeline


def render(facts: Facts, language: str, around: Surroundings = NOTHING) -> tuple[Page, ...]:
    """Every generated page of one edition in one language, by path. Pure: same facts, same bytes."""
    made = context(facts, language)
    return tuple(write(made, sheet, around) for sheet in sorted(_sheets(made), key=lambda sheet: sheet.path))


def _sheets(made: Context) -> Iterator[Sheet]:
    yield _home(made)
    yield _timeline(made)
    yield from _events(made)
    yield from _places(made)
    yield from _actors(made)
    yield _casualties(made)
    yield _disagreements(made)
    yield from _questions(made)
    yield from _sources(made)
    yield _a_to_z(made)
    yield _search(made)


def _home(made: Context) -> Sheet:
    view = home(made)
    sections = [
        ("known", made.words(N_("What is established")), view.sure),
        ("disputed", made.words(N_("What is disputed")), view.disputed),
        ("unconfirmed", made.words(N_("What rests on one side or one voice")), view.open),
    ]
    shown = control(made, _links(made, "index.md"), is_open=False)
    page = _with(view, sections=[section for section in sections if section[2]], control=shown)
    return Sheet("index.md", joined(view.title), "home.md.j2", page, joined(view.standfirst))


def _timeline(made: Context) -> Sheet:
    return Sheet("timeline.md", made.words(N_("Timeline")), "timeline.md.j2", timeline(made))


def _events(made: Context) -> Iterator[Sheet]:
    events = in_order(made.facts.events)
    for before, event, after in zip([None, *events], events, [*events[1:], None], strict=False):
        view = event_page(made, event, before, after)
        yield Sheet(
            f"events/{event.id}.md", joined(view.line.title), "event.md.j2", view, joined(view.line.sentence)
        )


def _places(made: Context) -> Iterator[Sheet]:
    held, others = place_lines(made)
    shown = control(made, _links(made, "cities/index.md"), is_open=True)
    known = made.language.day(made.facts.story_day)
    page = {"held": held, "others": others, "known": known, "control": shown}
    place_map = place_maps(made)
    yield Sheet("cities/index.md", made.words(N_("Places")), "places.md.j2", page)
    for place in made.facts.places:
        view, path = place_page(made, place), f"cities/{place.id}.md"
        drawn = place_map(place, _links(made, path))
        page = _with(view, rows=place_rows(made, place.id), map=drawn)
        yield Sheet(path, joined(view.name), "place.md.j2", page)


def _actors(made: Context) -> Iterator[Sheet]:
    graph = relation_graph(made)
    drawn = relations_figure(graph, _links(made, "actors/index.md")) if graph else ""
    more = graph.more if graph and drawn else 0
    page = {
        "groups": actor_groups(made),
        "relations": relation_lines(made),
        "graph": Markup(drawn),
        "more": more,
    }
    yield Sheet("actors/index.md", made.words(N_("Actors")), "actors.md.j2", page)
    for actor in made.facts.actors:
        view = actor_page(made, actor)
        path = f"actors/{actor.id}.md"
        drawn = star_figure(view.graph, _links(made, path)) if view.graph else ""
        tally = {"tally_words": tally_words(made, view.tally), "tally_refs": view.tally.refs}
        yield Sheet(path, joined(view.name), "actor.md.j2", _with(view, graph=Markup(drawn), **tally))


def _a_to_z(made: Context) -> Sheet:
    return Sheet("a-z.md", made.words(N_("From A to Z")), "atoz.md.j2", {"letters": a_to_z(made)})


def _links(made: Context, path: str) -> Callable[[str], str]:
    """Links as a figure on the page at ``path`` writes them."""
    return lambda target: published(address(made, target), path)


def _casualties(made: Context) -> Sheet:
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
    return Sheet("casualties.md", made.words(N_("Casualties")), "casualties.md.j2", page)


def _disagreements(made: Context) -> Sheet:
    page = {"views": disagreement_views(made), "open": open_lines(made)}
    return Sheet("disagreements.md", made.words(N_("Disagreements")), "disagreements.md.j2", page)


def _questions(made: Context) -> Iterator[Sheet]:
    views = [question_page(made, question) for question in questions_in_order(made.facts.questions)]
    yield Sheet("questions/index.md", made.words(N_("Questions")), "questions.md.j2", {"questions": views})
    for view in views:
        records = dict.fromkeys(cited.partition("/")[0] for cited in view.cited)
        page = _with(view, cited_records=tuple(records))
        yield Sheet(f"questions/{view.id}.md", joined(view.title), "question.md.j2", page, _short(view.short))


def _sources(made: Context) -> Iterator[Sheet]:
    yield Sheet("sources/index.md", made.words(N_("Sources")), "sources.md.j2", {"lines": source_lines(made)})
    for source in made.facts.sources:
        view = source_page(made, source)
        yield Sheet(f"sources/{source.id}.md", joined(view.line.title), "source.md.j2", view)


def _search(made: Context) -> Sheet:
    return Sheet("search.md", made.words(N_("Search")), "search.md.j2", None)


def _short(block: Any) -> str:
    runs: Runs = block.items[0][0].runs if block else ()
    return joined(runs)


def _with(view: Any, **more: Any) -> dict[str, Any]:
    """A view's fields together with what only this page needs."""
    return {name: getattr(view, name) for name in view.__dataclass_fields__} | more
