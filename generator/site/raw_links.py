"""Links in raw HTML as Zensical reads them: relative to the source file, not to the page as MkDocs does.

Seen in Zensical 0.0.73: it lengthens the relative ``href`` and ``src`` of raw elements by the folder that
``fall.md`` becomes, so that ``../siege/``, right in every page called ``fall/``, leads out of its folder.
"""

import re
from pathlib import Path

from generator.site.files import files

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_RELATIVE = re.compile(r'(?P<name>\s(?:href|src)=")(?P<place>(?![#/"]|[a-zA-Z][a-zA-Z0-9+.-]*:)[^"]*)')
_FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)


def relate_to_sources(docs: Path) -> None:
    """Rewrite the pages under ``docs``, a copy made for one build."""
    for _, path in files(docs):
        if path.suffix == ".md" and path.stem not in ("index", "README"):
            written = path.read_bytes()
            related = related_to_source(written.decode("utf-8"), path.stem).encode("utf-8")
            if related != written:
                path.write_bytes(related)


def related_to_source(markdown: str, stem: str) -> str:
    """Give the text of the page ``stem`` with its raw links relative to its file; code in fences stays."""
    done, parts = 0, []
    for fence in _FENCED.finditer(markdown):
        parts += [_related(markdown[done : fence.start()], stem), fence[0]]
        done = fence.end()
    return "".join([*parts, _related(markdown[done:], stem)])


def _related(text: str, stem: str) -> str:
    def shortened(link: re.Match[str]) -> str:
        place = link["place"]
        above = place.removeprefix("../")
        return link["name"] + ((above or "./") if above != place else f"{stem}/{place}")

    return _TAG.sub(lambda tag: _RELATIVE.sub(shortened, tag[0]), text)
