"""What the builder makes of an explainer: hand-written pages, and a stub for each shape of the others."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from generator.press.making import MadePage
from generator.press.shells import Shape, Shell, shape_of, shell, stub_path
from generator.site.files import remove, remove_empty_folders
from generator.views.page_meta import url

_LINK = re.compile(r"(?P<file>[^\s()<>\[\]\"'`]+\.md)(?:#(?P<anchor>[^\s()<>\[\]\"'`]+))?")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shape of each page, by its path in docs/."""

    of: Mapping[str, Shape]

    @property
    def stubs(self) -> dict[str, str]:
        """The stubs to be built: path in docs/ -> Markdown."""
        return {stub_path(shape): shape.stub() for shape in set(self.of.values())}

    def taken(self, site: Path) -> dict[Shape, Shell]:
        """Take the shells out of a built site, and the stubs with them. Raises as ``shell`` does."""
        found = {}
        for shape in set(self.of.values()):
            place = stub_path(shape)
            page = site / url(place) / "index.html"
            found[shape] = shell(page.read_text(encoding="utf-8"), place)
            if place not in self.of:
                remove(page.parent)
                remove_empty_folders(page.parent.parent, site)
        return found


def shapes(made: Iterable[MadePage], in_menu: frozenset[str]) -> Shapes:
    """Find the shapes of pages; ``in_menu`` are the files that the navigation names."""
    return Shapes({one.page.path: shape_of(one.page, one.article, in_menu) for one in made})


def linked_stubs(
    hand_written: Mapping[str, Path], made: Iterable[MadePage], shapes: Shapes
) -> dict[str, str]:
    """Give stand-ins for the pages that hand-written ones link to, so that the builder finds them.

    They have those anchors that are linked to and that the page has.
    """
    pages = {one.page.path: one for one in made}
    wanted: dict[str, set[str]] = {}
    for page, anchor in _links(hand_written):
        if page in pages:
            wanted.setdefault(page, set()).update(
                [anchor] if f'id="{anchor}"' in pages[page].article.html else []
            )
    return {page: shapes.of[page].stub(anchors) for page, anchors in wanted.items()}


def _links(hand_written: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """Yield what looks like a link to another file of docs/ in the Markdown of these: file and anchor."""
    for below, path in hand_written.items():
        if path.suffix == ".md":
            for link in _LINK.finditer(path.read_text(encoding="utf-8", errors="replace")):
                place = f"{below}/../{unquote(link['file'])}".lstrip("/")
                yield normpath(place), link["anchor"] or ""
