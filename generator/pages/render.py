"""Facts to Markdown: one function for each page kind, each naming what its page was made from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.model.facts import Facts
from generator.pages.environment import environment
from generator.pages.page import Page
from generator.pages.writer import Writer
from generator.views.actors import actor_groups, actor_page, relation_lines, tally_words
from generator.views.context import Context, context
from generator.views.disagreements import disagreement_views, open_lines
from generator.views.events import event_page, in_order
from generator.views.figures import METRICS, series_view
from generator.views.home import home
from generator.views.language import N_
from generator.views.places import place_lines, place_page
from generator.views.questions import in_order as questions_in_order
from generator.views.questions import question_page
from generator.views.runs import Runs, joined
from generator.views.sources import source_lines, source_page
from generator.views.timeline import timeline

_BLANKS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page kind's function hands to its template."""

    path: str
    title: str
    template: str
    page: Any
    description: str = ""


def render(facts: Facts, language: str) -> tuple[Page, ...]:
    """Every generated page of one edition in one language, by path. Pure: same facts, same bytes."""
    made = context(facts, language)
    return tuple(_write(made, sheet) for sheet in sorted(_sheets(made), key=lambda sheet: sheet.path))


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


def _write(made: Context, sheet: Sheet) -> Page:
    writer = Writer(made, sheet.path)
    template = environment(made.language.code).get_template(sheet.template)
    text = template.render(page=sheet.page, title=sheet.title, description=sheet.description, w=writer)
    # Templates leave blank lines where optional parts are absent; one is enough for Markdown.
    text = _BLANKS.sub("\n\n", text).strip() + "\n"
    return Page(sheet.path, sheet.title, text, tuple(sorted(writer.used)))


def _home(made: Context) -> Sheet:
    view = home(made)
    sections = [
        ("known", made.words(N_("What is established")), view.sure),
        ("disputed", made.words(N_("What is disputed")), view.disputed),
        ("unconfirmed", made.words(N_("What rests on one side or one voice")), view.open),
    ]
    page = _with(view, sections=[section for section in sections if section[2]])
    return Sheet("index.md", joined(view.title), "home.md.j2", page, joined(view.standfirst))


def _timeline(made: Context) -> Sheet:
    view = timeline(made)
    lines = [line for day in view.days for line in day.events]
    refs = {
        c.status: [r for line in lines if line.status == c.status for r in line.refs[:1]] for c in view.counts
    }
    return Sheet("timeline.md", made.words(N_("Timeline")), "timeline.md.j2", _with(view, refs=refs))


def _events(made: Context) -> Iterator[Sheet]:
    events = in_order(made.facts.events)
    for before, event, after in zip([None, *events], events, [*events[1:], None], strict=False):
        view = event_page(made, event, before, after)
        yield Sheet(
            f"events/{event.id}.md", joined(view.line.title), "event.md.j2", view, joined(view.line.sentence)
        )


def _places(made: Context) -> Iterator[Sheet]:
    held, others = place_lines(made)
    page = {"held": held, "others": others, "known": made.language.day(made.facts.story_day)}
    yield Sheet("cities/index.md", made.words(N_("Places")), "places.md.j2", page)
    for place in made.facts.places:
        view = place_page(made, place)
        yield Sheet(f"cities/{place.id}.md", joined(view.name), "place.md.j2", view)


def _actors(made: Context) -> Iterator[Sheet]:
    page = {"groups": actor_groups(made), "relations": relation_lines(made)}
    yield Sheet("actors/index.md", made.words(N_("Actors")), "actors.md.j2", page)
    for actor in made.facts.actors:
        view = actor_page(made, actor)
        tally = {"tally_words": tally_words(made, view.tally), "tally_refs": view.tally.refs}
        yield Sheet(f"actors/{actor.id}.md", joined(view.name), "actor.md.j2", _with(view, **tally))


def _casualties(made: Context) -> Sheet:
    order = list(METRICS)
    series = sorted(made.facts.series, key=lambda one: order.index(one.metric))
    groups = [
        (metric.value, made.words(METRICS[metric]), [series_view(made, one) for one in group])
        for metric, group in groupby(series, key=lambda one: one.metric)
    ]
    return Sheet("casualties.md", made.words(N_("Casualties")), "casualties.md.j2", {"groups": groups})


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


def _short(block: Any) -> str:
    runs: Runs = block.items[0][0].runs if block else ()
    return joined(runs)


def _with(view: Any, **more: Any) -> dict[str, Any]:
    """A view's fields together with what only this page needs."""
    return {name: getattr(view, name) for name in view.__dataclass_fields__} | more
