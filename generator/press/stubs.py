"""What the builder makes of an explainer: hand-written pages, and a stub for each shape of the others."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from generator.press.page_store import MadePage, PageRecord
from generator.press.shells import Shape, Shell, shell, stub_path
from generator.views.page_meta import url

_LINK = re.compile(r"(?P<file>[^\s()<>\[\]\"'`]+\.md)(?:#(?P<anchor>[^\s()<>\[\]\"'`]+))?")


def stubs(shapes: Iterable[Shape]) -> dict[str, str]:
    """Give the stub of each shape: path in docs/ -> Markdown."""
    return {stub_path(shape): shape.stub() for shape in shapes}


def taken(built: dict[str, bytes], shapes: Iterable[Shape]) -> dict[Shape, Shell]:
    """Take the stubs out of a built site, path -> content; give the shells. Raises as ``shell`` does."""
    found = {}
    for shape in shapes:
        place = stub_path(shape)
        found[shape] = shell(built.pop(f"{url(place)}index.html").decode("utf-8"), place)
    return found


def linked_stubs(
    hand_written: Mapping[str, Path],
    records: Mapping[str, PageRecord],
    load: Callable[[PageRecord], MadePage],
) -> dict[str, str]:
    """Give stand-ins for the pages that hand-written ones link to, so that the builder finds them.

    They have those anchors that are linked to and that the page has.
    """
    wanted: dict[str, set[str]] = {}
    for page, anchor in _links(hand_written):
        if page in records:
            wanted.setdefault(page, set()).update([anchor] if anchor else [])
    stubs = {}
    for page, anchors in wanted.items():
        html = load(records[page]).article.html if anchors else ""
        stubs[page] = records[page].shape.stub(anchor for anchor in anchors if f'id="{anchor}"' in html)
    return stubs


def _links(hand_written: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """Yield what looks like a link to another file of docs/ in the Markdown of these: file and anchor."""
    for below, path in hand_written.items():
        if path.suffix == ".md":
            for link in _LINK.finditer(path.read_text(encoding="utf-8", errors="replace")):
                place = f"{below}/../{unquote(link['file'])}".lstrip("/")
                yield normpath(place), link["anchor"] or ""
