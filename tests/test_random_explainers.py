"""What `check` accepts builds, and what was published stays: for explainers at random.

``RANDOM_EXPLAINERS=1000 python -m pytest tests/test_random_explainers.py`` tries more of them.
"""

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import BuildOptions, build, write_configuration
from generator.editor import scaffold
from generator.exports import cards, feeds
from generator.pages.addresses import below
from generator.press.builder_config import BuilderConfig, read_builder_config
from generator.press.editions import edition_pages
from generator.press.making import PressJob
from generator.rendering import check, read_story
from generator.site.builders import BUILDERS
from generator.views.page_meta import PageMeta, url
from tests.addresses import addresses, lost
from tests.built import stored_pages
from tests.random_explainers import (
    World,
    explainers,
    record_ids,
    removable,
    renamed,
    statement_ids,
    with_other_statements,
    without,
    write,
)

EXAMPLES = int(os.environ.get("RANDOM_EXPLAINERS", "0"))
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ID = re.compile(r'\sid="?([^"\s>]+)')
bounded = partial(
    settings, deadline=None, suppress_health_check=list(HealthCheck), derandomize=not EXAMPLES, database=None
)


@cache
def scaffolding() -> Path:
    """An explainer whose look the others have."""
    root = Path(_folder().name) / "look"
    scaffold.new(root, "sample")
    return root


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="explainer-random-")


@cache
def configuration() -> BuilderConfig:
    with TemporaryDirectory() as folder:
        story = read_story(scaffolding())
        write_configuration(scaffolding(), Path(folder), story, BuildOptions())
        return read_builder_config(Path(folder) / "mkdocs.yml")


def lay_out(world: World, root: Path) -> Path:
    """Write an explainer; the facts of one that is there already are replaced."""
    if not root.exists():
        shutil.copytree(scaffolding(), root)
    shutil.rmtree(root / "content")
    write(world, root / "content")
    return root


def errors(root: Path) -> list[str]:
    return [str(problem) for problem in check(root) if problem.severity == "error"]


def made(root: Path) -> tuple[set[str], set[str]]:
    """Make everything of a site in this process: all addresses, and pages that lead on."""
    story = read_story(root)
    job = PressJob(story.facts, story.context.language.code, story.site_info, configuration(), root / "kept")
    found, leading = set[str](), set[str]()
    todays = [job.make(task)[0] for task in job.tasks]
    pages = [("", one.page.path, one.page.meta.moved, one.article.html) for one in todays]
    for edition in edition_pages(job.facts, job.language_code, job.site_info.editions, job.site_info):
        for path, version in edition.pages.items():
            article = job.converter.article(path, version.page.body)
            pages.append((f"at/{edition.day}/", path, version.page.meta.moved, article.html))
    for folder, path, moved, html in pages:
        ids = Counter(_ID.findall(html))
        assert not [name for name, number in ids.items() if number > 1], f"twice on {folder}{path}"
        assert not _PRIVATE.search(html), f"a mark of ours on {folder}{path}"
        place = f"{folder}{url(path)}"
        assert place not in found, f"two pages are {place}"
        found |= {place, *(f"{place}#{name}" for name in ids)}
        leading |= {place} if moved else set()
    return found | set(_exported(job, [one.page.meta for one in todays])), leading


def _exported(job: PressJob, metas: list[PageMeta]) -> Iterator[str]:
    published = feeds.Published("", partial(below, job.context))
    for document in feeds.all_documents(job.context):
        yield from document.places
        atom = feeds.atom(document, job.context, published).decode()
        yield from (f"id {name}" for name in re.findall("<id>(.*?)</id>", atom))
        feeds.json_feed(document, job.context, published)
    yield from (card.path for card in cards.cards(job.context, metas))


@st.composite
def new_ids(draw: st.DrawFn, world: World) -> dict[str, str]:
    """Other ids for some records."""
    old = draw(st.lists(st.sampled_from(sorted(record_ids(world))), min_size=1, max_size=4, unique=True))
    return {name: f"{name}-{draw(st.sampled_from(['again', '2', 'index']))}" for name in old}


@st.composite
def new_statements(draw: st.DrawFn, world: World) -> dict[str, str]:
    """Other ids for some claims and figures."""
    old = draw(st.lists(st.sampled_from(statement_ids(world)), max_size=2, unique=True))
    return {name: f"{name.partition('/')[2]}-again" for name in old}


@pytest.mark.long
@bounded(max_examples=EXAMPLES or 30)
@given(st.data())
def test_what_is_accepted_is_made_and_stays_when_it_is_renamed(data: st.DataObject) -> None:
    world = data.draw(explainers())
    with TemporaryDirectory() as folder:
        root = lay_out(world, Path(folder) / "explainer")
        if errors(root):
            return
        before, _ = made(root)
        moved = renamed(
            with_other_statements(world, data.draw(new_statements(world))), data.draw(new_ids(world))
        )
        lay_out(moved, root)
        assert errors(root) == []
        after, leading = made(root)
        gone = {one for one in before - after if not (one.partition("#")[0] in leading and "#" in one)}
        assert sorted(gone) == []


@st.composite
def some_out(draw: st.DrawFn, world: World) -> dict[str, bool]:
    """Some records to take out, and whether another replaces each."""
    return draw(st.dictionaries(st.sampled_from(sorted(removable(world))), st.booleans(), max_size=3))


def own_addresses(root: Path, names: Iterable[str]) -> set[str]:
    """Give what a site has of records: pages, of earlier days too, feeds, cards, anchors on shared pages."""
    any_of = "|".join(map(re.escape, names))
    own = re.compile(
        rf"(?:at/[^/]+/)?(?:events|questions|disagreements)/(?:{any_of})/|feeds/events/(?:{any_of})"
        rf"|assets/cards/\w+/(?:{any_of})\.png|(?:at/[^/]+/)?(?:casualties|actors/[^/]+)/#(?:{any_of})"
    )
    return {one for one in made(root)[0] if own.fullmatch(one)}


@pytest.mark.long
@bounded(max_examples=EXAMPLES or 20)
@given(st.data())
def test_what_is_taken_out_has_a_word_wherever_it_stood(data: st.DataObject) -> None:
    world = data.draw(explainers())
    names = data.draw(some_out(world)) if removable(world) else {}
    with TemporaryDirectory() as folder:
        root = lay_out(world, Path(folder) / "explainer")
        if not names or errors(root):
            return
        before = own_addresses(root, names)
        lay_out(without(world, names), root)
        if errors(root):
            return
        assert sorted(before - own_addresses(root, names)) == []


@pytest.mark.builds
@pytest.mark.long
@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_builds_it(builder: str) -> None:
    built = []

    @bounded(max_examples=max(4, EXAMPLES // 50))
    @given(explainers(), st.data())
    def try_it(world: World, data: st.DataObject) -> None:
        ids = data.draw(new_ids(world))
        with TemporaryDirectory() as folder:
            root = lay_out(world, Path(folder) / "explainer")
            if errors(root) or len(built) > max(2, EXAMPLES // 50):
                return
            options = BuildOptions(builder=builder, jobs=1)
            site = build(root, options).site
            before = addresses(site)
            for page in stored_pages(site):
                found = Counter(_ID.findall(re.sub(r"(?s)<script.*?</script>", "", page.read_text("utf-8"))))
                assert not [name for name, number in found.items() if number > 1], page
            lay_out(renamed(world, ids), root)
            build(root, options)
            assert lost(before, site) == []
            built.append(world)

    try_it()
