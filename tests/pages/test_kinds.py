"""A page kind is one entry in the table, one view, one template: everything else follows from these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import ChoiceLoader, DictLoader

from generator.derive.known_days import edition_days
from generator.exports.jsonld import linked_data
from generator.model.explainer import Side
from generator.pages import kinds, render
from generator.pages.addresses import address
from generator.pages.kinds import KINDS
from generator.pages.menu_and_title import menu, settings
from generator.pages.page import NO_SITE_INFO, Page, PageContent, PageKind, SiteInfo
from generator.pages.parts import OVERVIEW
from generator.pages.templating import environment
from generator.press.editions import edition_pages
from generator.views.context import Context, context
from generator.views.language import language
from generator.views.rich_text import RichText, plain_text
from tests.world import world

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "generator" / "pages" / "templates"
FILES = {path.name: path.read_text("utf-8") for path in TEMPLATES.glob("*.j2")}
LINKED = re.compile(r'"([a-z/-]+\.md)(?:#[a-z-]*)?"')
USED = re.compile(r'{%-? (?:import|include|from|extends) "([^"]+)"')


# What an author of a new kind writes: a view, an entry (here two, with an overview), a template.


@dataclass(frozen=True, slots=True)
class SideView:
    name: RichText
    actors: tuple[str, ...]


def side_view(context: Context, side: str) -> SideView:
    actors = (actor.id for actor in context.queries.actors if actor.side == side)
    return SideView(context.name(side), tuple(actors))


def of_side(context: Context, request: Any) -> PageContent:
    view = side_view(context, request.record)
    return PageContent(view, plain_text(view.name), f"Who is on the side of {plain_text(view.name)}.")


NEW = (
    PageKind(
        "sides",
        "sides/index.md",
        lambda context, _: PageContent([side.id for side in context.queries.sides]),
        label="Sides",
        in_menu=True,
        summary="Who stands with whom.",
    ),
    PageKind("side", "sides/", of_side, section="sides", facet="Side", model=Side, schema_type="WebPage"),
)
HEAD = '{% import "macros.md.j2" as m with context %}\n# {{ w.words(title) }} {#top}\n\n'
NEW_TEMPLATES = {
    "sides.md.j2": HEAD + "{% for side in page %}\n- {{ w.named(side) }}\n{% endfor %}\n",
    "side.md.j2": HEAD + "{{ m.names(page.actors) }}\n",
}


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The table with the new kinds in it, and their templates beside the others."""
    templates = environment(language("en"))
    loader = ChoiceLoader([templates.loader, DictLoader(NEW_TEMPLATES)])
    with monkeypatch.context() as patch:
        patch.setattr(kinds, "KINDS", (*KINDS, *NEW))
        patch.setattr(templates, "loader", loader)
        kinds.kinds_by.cache_clear()
        yield
    kinds.kinds_by.cache_clear()


def pages() -> dict[str, Page]:
    site_info = SiteInfo("https://example.org/", linked_data)
    return {page.path: page for page in render.render(world(), "en", site_info)}


def front_matter(page: Page) -> dict[str, Any]:
    return dict(yaml.safe_load(page.text.split("---\n")[1]))


@pytest.mark.usefixtures("invented")
def test_a_new_kind_has_pages_with_everything_that_pages_have() -> None:
    page = pages()["sides/crown.md"]
    front = front_matter(page)
    assert (front["title"], front["kind"]) == ("The Crown", "side")
    assert front["facets"] == {"kind": "Side"}
    assert "[Queen Mirel](../actors/" in page.text
    assert page.front["breadcrumbs"] == [{"title": "Home", "url": ""}, {"title": "Sides", "url": "sides/"}]
    assert (page.meta.kind, page.meta.record) == ("side", "crown")
    assert page.meta.breadcrumbs == (("Home", "index.md"), ("Sides", "sides/index.md"))
    about, way = page.front["linked_data"]
    assert about["@type"] == "WebPage"
    assert way["itemListElement"][1]["item"] == "https://example.org/sides/"


@pytest.mark.usefixtures("invented")
def test_an_overview_is_called_as_the_menu_calls_it_and_kept_out_of_the_search() -> None:
    front = front_matter(pages()["sides/index.md"])
    assert (front["title"], front["description"]) == ("Sides", "Who stands with whom.")
    assert "facets" not in front


@pytest.mark.usefixtures("invented")
def test_its_records_can_be_linked() -> None:
    assert address(context(world(), "en"), "crown") == "sides/crown.md"
    assert "[The Crown](crown.md)" in pages()["sides/index.md"].text


@pytest.mark.usefixtures("invented")
def test_its_place_in_the_menu_is_that_in_the_table() -> None:
    *_, before, new, by_hand = settings(world(), "en")["nav"]
    assert before == {"Changes": "changes.md"}
    assert new == {"Sides": "sides/index.md"}
    assert by_hand == {"About": "about/index.md"}


@pytest.mark.usefixtures("invented")
def test_editions_have_it() -> None:
    (edition,) = edition_pages(world(), "en", edition_days(world())[-1:])
    assert {"sides/index.md", "sides/crown.md"} <= edition.pages.keys()


def test_editions_lack_what_only_today_has() -> None:
    (edition,) = edition_pages(world(), "en", edition_days(world())[-1:])
    assert "search.md" not in edition.pages


def test_two_kinds_cannot_write_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = kinds.kinds_by("name")["timeline"]
    monkeypatch.setattr(kinds, "KINDS", (*KINDS, replace(timeline, name="twin", template="timeline.md.j2")))
    with pytest.raises(ValueError, match=r"timeline and twin are both written to timeline\.md"):
        render.page_tasks(context(world(), "en"), NO_SITE_INFO)


@pytest.mark.parametrize("field", ["name", "place", "model", "holds"])
def test_no_two_kinds_claim_the_same(field: str) -> None:
    claimed = [value for kind in KINDS if (value := getattr(kind, field))]
    assert len(claimed) == len(set(claimed))


def test_every_section_is_a_kind_with_a_label() -> None:
    sections = {kind.section for kind in KINDS} - {""}
    assert not [name for name in sections if not kinds.kinds_by("name")[name].label]


def test_every_template_is_that_of_a_kind_or_included_by_one() -> None:
    reached: set[str] = set()
    wanted = {kind.template_file for kind in KINDS} | {render.GONE, OVERVIEW}
    while wanted:
        reached |= wanted
        wanted = {name for file in wanted for name in USED.findall(FILES[file])} - reached
    assert reached == FILES.keys()


def test_every_file_that_a_template_links_is_that_of_a_kind() -> None:
    linked = {name for text in FILES.values() for name in LINKED.findall(text)}
    assert "changes.md" in linked
    assert linked <= {kind.place for kind in KINDS}


def test_the_configuration_that_builders_read_alone_has_the_same_menu() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    nav = text[text.index("\nnav:") : text.index("\nnot_in_nav:")]
    assert yaml.safe_load(nav)["nav"] == [{label: path} for label, path in menu()]
