"""What Pagefind found on each page, taken out of its bundle of many: so a page is indexed once.

A bundle holds files of words (``index/``), each page's text and facets (``fragment/``), and a
``pf_meta`` for each language that lists them. They are gzipped or plain CBOR after a mark; a fragment
is JSON. Layouts are those of Pagefind 1.5.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import cbor2
import deflate

from generator.site.files import SiteError
from generator.site.search_html import as_written

MARK = b"pagefind_dcd"  # opens the content of Pagefind's files
PAGES, CHUNKS, FACETS, SORTS, FIELDS = range(1, 6)  # of a pf_meta, after Pagefind's version
ENTRY = "pagefind-entry.json"
_IN_HEAD = ("language", "digest", "word_count", "filters", "fields", "words", "sizes", "in_meta")
NOWHERE = b"\x80"  # an empty list


encoded = cache(cbor2.dumps)  # of a number


@cache
def list_head(length: int) -> bytes:
    """Encode what a list of so many values begins with."""
    plain = encoded(length)
    return bytes([plain[0] | 4 << 5]) + plain[1:]


@dataclass(slots=True)
class IndexedPage:
    """What the index holds of one page.

    ``fragment`` is the file of its text, gzipped, ``digest`` the SHA-1 of what is in it. ``words`` are
    as they are searched (``jour``), or followed by a line break and as they are written
    (``cafe\\ncafé``) where that has accents. Of each, ``sizes`` is what Pagefind counts for it;
    ``in_meta`` says where it stands in the fields (title, names) of the page: minus one minus the
    number of a field, then places in it; ``places`` is the encoded list of where it stands in the
    text, and an empty one after it where it stands in no field.
    """

    language: str
    digest: str
    word_count: int
    filters: dict[str, list[str]]
    fields: list[str]
    fragment: bytes
    words: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    in_meta: dict[str, list[int]] = field(default_factory=dict)
    places: list[bytes] = field(default_factory=list)

    def add(self, word: str, places: list[int], in_meta: list[int], fields: list[str]) -> None:
        """Note a word of the page; ``fields`` are those that ``in_meta`` counts."""
        self.words.append(word)
        self.sizes.append(len(places) + len(in_meta) + 1)
        plain = list_head(len(places)) + b"".join(map(encoded, places))
        self.places.append(plain if in_meta else plain + NOWHERE)
        if in_meta:
            self.in_meta[word] = renumbered(in_meta, fields, self.fields)


def renumbered(in_meta: list[int], old: list[str], new: list[str]) -> list[int]:
    """Count the same fields by their places in another list."""
    return [at if at >= 0 else -1 - new.index(old[-1 - at]) for at in in_meta]


def taken_apart(files: Mapping[str, bytes]) -> dict[str, IndexedPage]:
    """Take a bundle apart: address of a page from the root of the site -> what the index holds of it.

    Raises SiteError for a layout that is not known here.
    """
    try:
        return {
            url: page
            for language, meta in _languages(files).items()
            for url, page in _of_language(files, language, meta)
        }
    except (LookupError, TypeError, ValueError, OSError) as error:
        raise SiteError(
            f"the installed pagefind writes its index in a way that is not known here ({error!r});"
            " `pip install 'pagefind[extended]>=1.5.2,<1.6'` installs one that fits"
        ) from None


def _languages(files: Mapping[str, bytes]) -> dict[str, Any]:
    languages: dict[str, Any] = json.loads(files[ENTRY])["languages"]
    return {name: decoded(files[f"pagefind.{about['hash']}.pf_meta"]) for name, about in languages.items()}


def _of_language(files: Mapping[str, bytes], language: str, meta: list[Any]) -> list[tuple[str, IndexedPage]]:
    """Give the pages of a language, in Pagefind's order, with their addresses."""
    found = [_page(files[f"fragment/{name}.pf_fragment"], language, count) for name, count in meta[PAGES]]
    for _, _, name in meta[CHUNKS]:
        (words,) = decoded(files[f"index/{name}.pf_index"])
        for word, pages, variants in words:
            _share_out(word, pages, found, meta[FIELDS])
            for written, those in variants:
                _share_out(f"{word}\n{written}", those, found, meta[FIELDS])
    return found


def _page(fragment: bytes, language: str, word_count: int) -> tuple[str, IndexedPage]:
    spelled = gzip.decompress(fragment)
    text = as_written(spelled)
    said = json.loads(text.removeprefix(MARK))
    return said["url"], IndexedPage(
        language=language,
        digest=hashlib.sha1(text).hexdigest(),
        word_count=word_count,
        filters=said["filters"],
        fields=sorted(said["meta"]),
        fragment=fragment if text == spelled else zipped(text),
    )


def _share_out(word: str, pages: list[Any], found: list[tuple[str, IndexedPage]], fields: list[str]) -> None:
    number = 0
    for step, places, in_meta in pages:
        number += step  # from the page before
        found[number][1].add(word, places, in_meta, fields)


def decoded(content: bytes) -> Any:
    """Read one of Pagefind's CBOR files, gzipped or not."""
    plain = content if content.startswith(MARK) else gzip.decompress(content)
    return cbor2.loads(plain.removeprefix(MARK))


def zipped(content: bytes) -> bytes:
    """Gzip, the same on every machine: builds of zlib differ in how they compress."""
    return bytes(deflate.gzip_compress(content, 9))


def packed(pages: Mapping[str, IndexedPage | None]) -> bytes:
    """Write down what the index holds of pages: path -> None for a page without anything to find."""
    heads, parts = [], []
    for path, page in pages.items():
        head: dict[str, Any] = {}
        if page:
            head = {name: getattr(page, name) for name in _IN_HEAD}
            head |= {"fragment": len(page.fragment), "places": [len(place) for place in page.places]}
            parts += [page.fragment, *page.places]
        heads.append([path, head])
    return json.dumps(heads, ensure_ascii=False).encode() + b"\n" + b"".join(parts)


def unpacked(content: bytes) -> dict[str, IndexedPage | None]:
    """Read what ``packed`` wrote."""
    pages: dict[str, IndexedPage | None] = {}
    at = content.index(b"\n") + 1
    for path, head in json.loads(content[:at]):
        pages[path] = None
        if head:
            begins, at = at, at + head["fragment"]
            head["fragment"] = content[begins:at]
            places = []
            for length in head["places"]:
                begins, at = at, at + length
                places.append(content[begins:at])
            pages[path] = IndexedPage(**head | {"places": places})
    return pages
