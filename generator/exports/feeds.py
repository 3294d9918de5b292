"""Feeds as Atom 1.0 (RFC 4287) and JSON Feed 1.1: one entry for each change, dated by its known day.

Ids never change, and later facts do not change them. Where the site has an address they are its
links to the page of changes; where it has none they are ``urn:uuid:``, made from the change alone,
and links are relative. An entry is as old as its known day at noon in UTC, the same calendar day
nearly everywhere; nothing reads the clock.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from posixpath import relpath
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.views.context import Context
from generator.views.feeds import Feed, FeedEntry, feeds

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


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


def write(context: Context, folder: Path, published: Published) -> None:
    """Put every feed of an edition into its built site."""
    for feed in feeds(context):
        target = folder / feed.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_name(f"{target.name}.atom").write_bytes(atom(feed, context, published))
        target.with_name(f"{target.name}.json").write_bytes(json_feed(feed, context, published))


def atom(feed: Feed, context: Context, published: Published) -> bytes:
    """Give a feed as Atom 1.0."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": context.language.code})
    _texts(root, id=published.id(feed.path), title=feed.title, updated=_noon(feed.entries[0].day))
    _texts(SubElement(root, "author"), name=context.queries.publisher)
    _link(root, "self", "application/atom+xml", published.link(f"{feed.path}.atom", feed.path))
    _link(root, "alternate", "text/html", published.link(feed.about, feed.path))
    for entry in feed.entries:
        _atom_entry(SubElement(root, "entry"), entry, published.link(entry.record, feed.path), published)
    indent(root, " ")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


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


def json_feed(feed: Feed, context: Context, published: Published) -> bytes:
    """Give a feed as JSON Feed 1.1. Its own addresses are left out where they would be relative."""
    addresses = {
        "home_page_url": published.link(feed.about, feed.path),
        "feed_url": published.link(f"{feed.path}.json", feed.path),
    }
    whole = {
        "version": JSON_FEED,
        "title": feed.title,
        **(addresses if published.site else {}),
        "language": context.language.code,
        "authors": [{"name": context.queries.publisher}],
        "items": [_item(entry, feed, published) for entry in feed.entries],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _item(entry: FeedEntry, feed: Feed, published: Published) -> dict[str, Any]:
    return {
        "id": published.id(entry.id),
        "url": published.link(entry.record, feed.path),
        "title": entry.title,
        "content_text": entry.words,
        "date_published": _noon(entry.day),
        "tags": list(entry.tags),
    }


def _noon(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"
