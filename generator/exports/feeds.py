"""Feeds as Atom 1.0 (RFC 4287) and JSON Feed 1.1: one entry for each change, dated by its known day.

Ids never change, and later facts do not change them. Where the site has an address they are its
links to the page of changes; where it has none they are ``urn:uuid:``, made from the change alone,
and links are relative. An entry is as old as its known day at noon in UTC, the same calendar day
nearly everywhere; nothing reads the clock.

A feed of many entries holds the newest; the others stand in archives, to which it leads (RFC 5005,
section 4; ``next_url`` of JSON Feed). An archive is a year of entries, or of a year with too many a
month, a half or quarter of one, or a day. That time is over when it becomes an archive, so that it
changes with its own entries alone. Where facts that are found later make an archive too long, narrower
ones take its place, and its address holds the last of them, from which the others are found.

The feed of a record that was taken out stays with a last entry that says so, ``expired`` in JSON Feed; it
leads to the feed of what there is instead (``related``).
"""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import chain
from posixpath import relpath
from typing import Any, Protocol
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.derive.trace import Reading, digest, in_order
from generator.views.borrowed import bare
from generator.views.closed_feeds import all_feeds, closed_feeds
from generator.views.context import Context
from generator.views.feeds import Feed, FeedEntry, feeds, record_feeds
from generator.views.parts import in_parts, period_names

ATOM = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"
JSON_FEED = "https://jsonfeed.org/version/1.1"
MOST = 200  # entries of a feed without archives, and of an archive, unless one page of a day holds more
NEWEST = 50  # entries that a feed with archives holds itself, at least


@dataclass(frozen=True, slots=True)
class Published:
    """Where a site is: its public address, or "", and how to find a record or page below it."""

    site: str
    below: Callable[[str], str]

    def link(self, target: str, feed: str) -> str:
        """Give the address of a record or file: absolute where the site has one, else as seen from a feed."""
        path = self.below(target)
        if self.site:
            return f"{self.site.rstrip('/')}/{path}"
        page, mark, anchor = path.partition("#")
        folder = "/" if page.endswith("/") or not page else ""
        return f"{relpath(page or '.', feed.rpartition('/')[0])}{folder}{mark}{anchor}"

    def id(self, name: str) -> str:
        """Give an id for a change, or for a feed (its path), that is its own for ever."""
        if not self.site:
            return uuid5(NAMESPACE_URL, f"explainer:{name}").urn
        site = self.site.rstrip("/")
        return f"{site}/{name}" if "/" in name else f"{site}/{self.below('changes.md')}#{name}"


class Written(Protocol):
    """A site being made, in which files of the last one may stay."""

    def take(self, below: str, key: str) -> bool:
        """Let a file stay if it was made from the same; say whether it does."""

    def write(self, below: str, content: bytes) -> None:
        """Write a file that does not stay."""


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A document of a feed, newest entry first; ``path`` is its file below the site, less the ending.

    ``told`` are those of what the feed tells that are its entries. ``older`` and ``newer`` are the paths of
    the archives before and after it, or "". ``names`` are further paths at which it is found.
    """

    feed: Feed
    path: str
    told: tuple[Any, ...]
    older: str = ""
    newer: str = ""
    names: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """By what it is known from one build to the next."""
        return f"{self.path}.atom"

    @property
    def entries(self) -> tuple[FeedEntry, ...]:
        """The entries in words."""
        return tuple(map(self.feed.tell, self.told))

    @property
    def places(self) -> tuple[str, ...]:
        """Every path at which it is found: its own, further ones, and those under older ids of the record."""
        own, feed = (self.path, *self.names), self.feed
        olds = (f"{name}{path.removeprefix(feed.path)}" for name in feed.names for path in own)
        return (*own, *olds)

    @property
    def is_archive(self) -> bool:
        """Whether it holds older entries, and no new ones will come."""
        return self.path != self.feed.path


def documents(feed: Feed) -> Iterator[FeedDocument]:
    """Give the document that readers subscribe to, then the archives of its older entries, newest first."""
    tree = in_parts(feed.told[::-1], lambda one: period_names(one.day), MOST)
    archives = list(tree.leaves)
    newest: tuple[Any, ...] = ()
    while archives and len(newest) < NEWEST:
        newest += archives.pop().entries[::-1]
    paths = ["", *(f"{feed.path}/{leaf.name}" for leaf in archives), ""]
    yield FeedDocument(feed, feed.path, newest, paths[len(archives)])
    names: dict[str, list[str]] = {}
    for part in tree.all_below:
        if part.below:
            names.setdefault(part.leaves[-1].name, []).append(f"{feed.path}/{part.name}")
    for at, leaf in reversed(list(enumerate(archives, start=1))):
        ways = paths[at - 1], paths[at + 1], tuple(names.get(leaf.name, ()))
        yield FeedDocument(feed, paths[at], leaf.entries[::-1], *ways)


def all_documents(context: Context) -> tuple[FeedDocument, ...]:
    """Give every document of every feed of an edition, always in the same order."""
    return tuple(document for feed in all_feeds(context) for document in documents(feed))


def lost_feeds(context: Context, before: Collection[str]) -> list[str]:
    """Give those feeds and archives, of paths below the site less the ending, that there are no more."""
    left = {path for path in before if path.startswith("feeds/")}.difference(record_feeds(context))
    for feed in chain(closed_feeds(context), feeds(context)):
        if not left:
            break  # most are found without what they tell, of which there is much
        left.difference_update(*(one.places for one in documents(feed)))
    return sorted(left)


def both(document: FeedDocument, context: Context, published: Published) -> tuple[bytes, bytes]:
    """Give a document as Atom and as JSON Feed."""
    return atom(document, context, published), json_feed(document, context, published)


def read_for(
    document: FeedDocument, context: Context, published: Published
) -> tuple[tuple[bytes, bytes], tuple[Reading, ...]]:
    """Make a document as ``both`` does; give what was read for it too, always in the same order."""
    context.queries.take_trace()
    made = both(document, context, published)
    return made, in_order(context.queries.take_trace())


def write(
    document: FeedDocument,
    read: bytes,
    published: Published,
    site: Written,
    make: Callable[[], tuple[bytes, bytes]],
) -> None:
    """Put a document into a site at each of its places; ``read`` hashes all that is read for it.

    Files of the last site stay where they were made from the same; ``make`` gives both of them otherwise.
    """
    key = sha256(_identity(document, published) + read).hexdigest()
    made: tuple[bytes, bytes] | None = None
    for path in document.places:
        for at, ending in enumerate(("atom", "json")):
            if not site.take(f"{path}.{ending}", key):
                made = made or make()
                site.write(f"{path}.{ending}", made[at])


def _identity(document: FeedDocument, published: Published) -> bytes:
    """Hash what a document is told beside what it reads."""
    feed = document.feed
    near = document.path, document.older, document.newer, document.names, feed.is_closed, feed.follows
    return digest((published.site, feed.path, feed.names, feed.about, feed.title, near, document.told))


def atom(document: FeedDocument, context: Context, published: Published) -> bytes:
    """Give a document of a feed as Atom 1.0."""
    feed, here = document.feed, document.path
    root = Element("feed", {"xmlns": ATOM, "xml:lang": context.language.code})
    newest = document.told[0].day if document.told else context.queries.edition_day
    _texts(root, id=published.id(feed.first_path), title=feed.title, updated=_noon(newest))
    _texts(SubElement(root, "author"), name=context.queries.publisher)
    _link(root, "self", "application/atom+xml", published.link(f"{here}.atom", here))
    _link(root, "alternate", "text/html", published.link(feed.about, here))
    if document.is_archive:
        root.set("xmlns:fh", HISTORY)
        SubElement(root, "fh:archive")
    near = {
        "current": feed.path if document.is_archive else "",
        "prev-archive": document.older,
        "next-archive": document.newer,
        "related": feed.follows,
    }
    for rel, path in near.items():
        if path:
            _link(root, rel, "application/atom+xml", published.link(f"{path}.atom", here))
    for entry in document.entries:
        _atom_entry(SubElement(root, "entry"), entry, published.link(entry.record, here), published)
    indent(root, " ")
    return bare(tostring(root, encoding="utf-8", xml_declaration=True).decode()).encode() + b"\n"


def _atom_entry(element: Element, entry: FeedEntry, link: str, published: Published) -> None:
    day = _noon(entry.day)
    _texts(element, id=published.id(entry.id), title=entry.title, updated=day, published=day)
    _link(element, "alternate", "text/html", link)
    for tag in entry.tags:
        SubElement(element, "category", term=tag)
    SubElement(element, "content", type="text").text = entry.words


def _texts(element: Element, **values: str) -> None:
    for name, value in values.items():
        SubElement(element, name).text = value


def _link(element: Element, rel: str, kind: str, href: str) -> None:
    SubElement(element, "link", rel=rel, type=kind, href=href)


def json_feed(document: FeedDocument, context: Context, published: Published) -> bytes:
    """Give a document of a feed as JSON Feed 1.1.

    Its own addresses are left out where they would be relative; that of what is older is not, which
    would not be found without.
    """
    feed, here = document.feed, document.path
    addresses = {
        "home_page_url": published.link(feed.about, here),
        "feed_url": published.link(f"{here}.json", here),
    }
    older = {"next_url": published.link(f"{document.older}.json", here)} if document.older else {}
    whole = {
        "version": JSON_FEED,
        "title": feed.title,
        **(addresses if published.site else {}),
        **older,
        "language": context.language.code,
        "authors": [{"name": context.queries.publisher}],
        **({"expired": True} if feed.is_closed else {}),
        "items": [_item(entry, here, published) for entry in document.entries],
    }
    return bare(f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n").encode()


def _item(entry: FeedEntry, here: str, published: Published) -> dict[str, Any]:
    return {
        "id": published.id(entry.id),
        "url": published.link(entry.record, here),
        "title": entry.title,
        "content_text": entry.words,
        "date_published": _noon(entry.day),
        "tags": list(entry.tags),
    }


def _noon(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"
