"""One Pagefind bundle made of what the index holds of each page: what Pagefind makes of them together.

The order of the pages is given; words, facets and their values are sorted, and files are named by
what is in them. So the bundle follows from the pages alone, whenever each of them was indexed.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

import cbor2

from generator.site.search_parts import (
    ENTRY,
    MARK,
    NOWHERE,
    IndexedPage,
    encoded,
    list_head,
    renumbered,
    zipped,
)

_OF_PAGES = ("fragment/", "index/", "filter/")
_CHUNK = 20_000  # what a file of words holds, in Pagefind's measure: words on a page and their places
_LEAST_DIGITS = 7  # of a name


def frame(files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """Take what is no page's from a bundle: scripts, and how a language of it is searched."""
    kept = {
        path: content
        for path, content in files.items()
        if not path.startswith(_OF_PAGES) and not path.endswith(".pf_meta")
        if not path.startswith("wasm.") or path in ("wasm.unknown.pagefind", f"wasm.{language}.pagefind")
    }
    entry = json.loads(files[ENTRY])
    languages = {name: about for name, about in entry["languages"].items() if name == language}
    return kept | {ENTRY: json.dumps(entry | {"languages": languages}).encode()}


def put_together(pages: Sequence[IndexedPage], frames: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """Make the bundle of pages, in that order: path below the bundle -> bytes.

    ``frames`` holds for each language of the pages the frame of a bundle that has it, or one frame by ""
    for no pages at all.
    """
    files: dict[str, bytes] = {}
    languages: dict[str, Any] = {}
    entry: dict[str, Any] = {}
    for language in sorted({page.language for page in pages}) or [""]:
        files |= frames[language]
        entry = json.loads(files[ENTRY])
        here = [page for page in pages if page.language == language]
        if here:
            index, name = _index(language, here, entry["version"])
            files |= index
            about = {"hash": name, "page_count": len(here)}
            languages[language] = entry["languages"][language] | about
    files[ENTRY] = json.dumps(entry | {"languages": languages}, sort_keys=True).encode()
    return files


def _index(language: str, pages: Sequence[IndexedPage], version: str) -> tuple[dict[str, bytes], str]:
    """Make the files of one language; give the name of its pf_meta too."""
    files: dict[str, bytes] = {}
    fields = sorted({name for page in pages for name in page.fields})
    names: dict[str, str] = {}
    meta: list[Any] = [version, [], [], [], [], fields]
    for page in pages:
        name = _named(language, page.digest, names)
        files[f"fragment/{name}.pf_fragment"] = page.fragment
        meta[1].append([name, page.word_count])
    for first, last, content in _chunks(_words(pages, fields)):
        name = _named(language, _digest(content), names)
        files[f"index/{name}.pf_index"] = zipped(MARK + content)
        meta[2].append([first, last, name])
    meta[2] = _shortened(meta[2])
    for facet, content in _facets(pages):
        name = _named(language, _digest(content), names)
        files[f"filter/{name}.pf_filter"] = zipped(MARK + content)
        meta[3].append([facet, name])
    content = cbor2.dumps(meta)
    name = f"{language}_{_digest(content)[:10]}"
    files[f"pagefind.{name}.pf_meta"] = zipped(MARK + content)
    return files, name


def _digest(content: bytes) -> str:
    return hashlib.sha1(content).hexdigest()


def _named(language: str, digest: str, names: dict[str, str]) -> str:
    """Name a file by what is in it; longer where another in ``names`` is called so."""
    for digits in range(_LEAST_DIGITS, len(digest) + 1):
        name = f"{language}_{digest[:digits]}"
        if names.setdefault(name, digest) == digest:
            break
    return name


def _facets(pages: Sequence[IndexedPage]) -> Iterator[tuple[str, bytes]]:
    """Give each facet with its file: its name, and the pages of each of its values."""
    facets: dict[str, dict[str, list[int]]] = {}
    for here, page in enumerate(pages):
        for name, values in page.filters.items():
            for value in values:
                facets.setdefault(name, {}).setdefault(value, []).append(here)
    for name, found in sorted(facets.items()):
        yield name, cbor2.dumps([name, [[value, numbers] for value, numbers in sorted(found.items())]])


class _Word:
    """A word as its pages are gone through: the last of them, what it counts for, and the encoded list."""

    __slots__ = ("last", "pages", "size")

    def __init__(self) -> None:
        self.last, self.size = 0, 0
        self.pages: list[bytes] = []


def _words(pages: Sequence[IndexedPage], fields: list[str]) -> Iterator[tuple[str, int, bytes]]:
    """Give each word in order, with what it counts for and the list of its pages as encoded."""
    steps = [b"\x83" + encoded(step) for step in range(len(pages))]
    found: defaultdict[str, _Word] = defaultdict(_Word)
    for here, page in enumerate(pages):
        in_meta = page.in_meta
        for name, places, size in zip(page.words, page.places, page.sizes, strict=True):
            word = found[name]
            if name in in_meta:
                places += cbor2.dumps(renumbered(in_meta[name], page.fields, fields))
            word.pages.append(steps[here - word.last] + places)
            word.last = here
            word.size += size
    for name, word in sorted(found.items()):
        yield name, word.size, list_head(len(word.pages)) + b"".join(word.pages)


def _chunks(words: Iterable[tuple[str, int, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """Give the first word, the last word and the content of each file of words."""
    chunk: list[bytes] = []
    first, counted = "", 0
    for word, forms in groupby(words, key=lambda found: found[0].partition("\n")[0]):
        plain, variants = NOWHERE, []
        for form, size, pages in forms:
            written = form.partition("\n")[2]
            if written:
                variants.append(b"\x82" + cbor2.dumps(written) + pages)
            else:
                plain, counted = pages, counted + size  # Pagefind counts no variants
        first = first if chunk else word
        chunk.append(b"\x83" + cbor2.dumps(word) + plain + list_head(len(variants)) + b"".join(variants))
        if counted >= _CHUNK:
            yield first, word, _listed(chunk)
            chunk, counted = [], 0
    if chunk:
        yield first, word, _listed(chunk)


def _listed(chunk: list[bytes]) -> bytes:
    return b"\x81" + list_head(len(chunk)) + b"".join(chunk)


def _shortened(chunks: list[list[str]]) -> list[list[str]]:
    """Say of files of words no more than tells each from the next: a reader loads this list."""
    for left, right in pairwise(chunks):
        before, after = left[1], right[0]
        same = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
        left[1] = max(before[: same + 1], left[0])
        right[0] = after[: same + 1]
    return chunks
