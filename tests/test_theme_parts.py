"""The parts of a page that the theme makes: each a file, made from front matter alone."""

import re

from tests.built import REPOSITORY

PARTIALS = REPOSITORY / "theme/partials"
MARKED = re.compile(r'<!--page:(\w+)-->\{% include "partials/page-(\w+)\.html" %\}<!--/page:\1-->')
# The article, the list of what it holds, and the name of the site are no parts of front matter.
OTHERS = {"body", "toc", "site"}
KNOWN = {
    "page.meta",
    "page.url",
    "page.canonical_url",
    "page.toc",
    "config.site_name",
    "config.site_url",
    "config.site_description",
    "config.extra",
}


def test_every_marked_part_is_a_file_of_its_name() -> None:
    text = "".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "theme").rglob("*.html")))
    marked = dict(MARKED.findall(text))
    assert all(name == file for name, file in marked.items())
    assert set(re.findall(r"<!--page:(\w+)-->", text)) - OTHERS == marked.keys()
    assert {path.stem.removeprefix("page-") for path in PARTIALS.glob("page-*.html")} == marked.keys()


def test_parts_know_what_every_builder_and_every_page_can_tell_them() -> None:
    for path in PARTIALS.glob("page-*.html"):
        code = "".join(re.findall(r"\{[{%].*?[%}]\}", path.read_text("utf-8"), re.DOTALL))
        assert set(re.findall(r"\b(?:page|config)\.\w+", code)) <= KNOWN, path.name
        assert not re.search(r"\b(?:nav|lang)\.", code), path.name
