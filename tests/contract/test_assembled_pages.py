"""Pages put together from shells are the pages that builders make of the same Markdown."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from generator.build import BuildOptions, build, write_configuration
from generator.pages.page import MARK
from generator.press.builder_run import BuilderRun, build_pages
from generator.rendering import read_story, rendered_pages
from generator.site.builders import BUILDERS
from generator.site.docs import hand_written
from tests.built import begun, built

NOON = 1_500_000_000
_MARKS = re.compile(r"<!--/?page:\w+-->")
_LEFT_OUT = {"script", "style"}


def _parts(page: str, address: str) -> Iterator[str]:
    """What a browser makes of a page: elements with their attributes, links in full, and words."""
    for element in html.fromstring(_MARKS.sub("", page)).iter():
        if not isinstance(element.tag, str):
            continue
        found = dict(element.attrib)
        if found.get("http-equiv") != "Content-Security-Policy":
            if "open" in found:
                found["open"] = ""  # with a value or without, it says the same
            for name in {"href", "data-page", "data-list", "data-bundle"} & set(found):
                found[name] = urljoin(f"https://example.test/{address}", found[name])
            yield f"<{element.tag} {' '.join(f'{name}={value}' for name, value in sorted(found.items()))}>"
            if found.get("type") == "application/ld+json":
                yield json.dumps(json.loads(element.text or ""), sort_keys=True)
            else:
                yield "".join((element.text or "").split())
        yield "".join((element.tail or "").split())


def _seen(page: str, address: str) -> list[str]:
    parts = [part for part in _parts(page, address) if part]
    # The order of a page's metadata says nothing, and builders list mappings in orders of their own.
    metadata = sorted(part for part in parts if part.startswith("<meta "))
    return metadata + [part for part in parts if not part.startswith("<meta ")]


def _ours(name: str, builder: str, folder: Path) -> tuple[Path, BuildOptions]:
    """The site that we put together, whole where other tests read it too, and how it was built."""
    options = BuildOptions(builder=builder, editions=name != "default")
    if name == "world" or builder == "mkdocs":
        return built(name, builder), options
    bare = replace(options, editions=False, finish=False, write_docs=False)
    return build(begun(name, folder / "ours"), bare).site, bare


def _by_builder(root: Path, options: BuildOptions, folder: Path) -> Path:
    """The site that a builder makes of every page."""
    story = read_story(root, editions=options.editions)
    write_configuration(root, folder, story, options)
    run = BuilderRun(options.builder, folder, root, NOON, hand_written(root / "docs", MARK), None)
    build_pages(run, rendered_pages(story))
    return folder / "site"


@pytest.mark.builds
@pytest.mark.long
@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize("name", ["world", "arabic", "default"])
def test_each_page_is_that_of_the_builder(name: str, builder: str, tmp_path: Path) -> None:
    ours, options = _ours(name, builder, tmp_path)
    (tmp_path / "theirs").mkdir()
    theirs = _by_builder(ours.parent, options, tmp_path / "theirs")
    compared = 0
    for path in sorted(theirs.rglob("*.html")):
        below = path.relative_to(theirs).as_posix()
        address = below.removesuffix("index.html")
        page, other = ((site / below).read_text("utf-8") for site in (ours, theirs))
        assert _seen(page, address) == _seen(other, address), below
        compared += 1
    editions = sum(1 for _ in ours.glob("at/*/**/*.html"))
    assert compared == sum(1 for _ in ours.rglob("*.html")) - editions
