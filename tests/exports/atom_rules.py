"""What RFC 4287 asks of a feed document, RFC 5005 of its archives, and JSON Feed 1.1 of its own."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
ONE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}  # 4.1.1, 4.1.2
AT_MOST_ONE = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
TEXT_TYPES = ("text", "html", "xhtml", None)


def atom_faults(feed: Element) -> list[str]:
    """What is wrong with a feed document, one line each."""
    if feed.tag != f"{ATOM}feed":
        return [f"the root is {feed.tag}"]
    found = list(_container(feed, "feed"))
    if feed.find(f"{ATOM}author") is None:
        found.append("no author")  # 4.1.1: needed unless each entry has one
    for entry in feed.findall(f"{ATOM}entry"):
        found.extend(_container(entry, "entry"))
        if entry.find(f"{ATOM}content") is None and not _links(entry, "alternate"):
            found.append("an entry without content or alternate link")
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    found.extend(f"twice: {name}" for name in set(ids) if ids.count(name) > 1)
    return found


def archive_faults(feed: Element) -> list[str]:
    """What is wrong with how a document of a feed tells of its archives: RFC 5005, section 4."""
    is_archive = feed.find(f"{HISTORY}archive") is not None
    found = [
        f"more than one {rel} link"
        for rel in ("current", "prev-archive", "next-archive")
        if len(_links(feed, rel)) > 1
    ]
    if is_archive and not _links(feed, "current"):
        found.append("an archive that does not say of what")
    if not is_archive and (_links(feed, "current") or _links(feed, "next-archive")):
        found.append("ways of an archive in what is none")
    return found


def _container(element: Element, kind: str) -> Iterator[str]:
    for name in ONE[kind]:
        if len(element.findall(f"{ATOM}{name}")) != 1:
            yield f"{kind}: not one {name}"
    for name in AT_MOST_ONE[kind]:
        if len(element.findall(f"{ATOM}{name}")) > 1:
            yield f"{kind}: more than one {name}"
    if not ABSOLUTE.fullmatch(element.findtext(f"{ATOM}id") or ""):
        yield f"{kind}: its id is no absolute IRI"
    yield from _values(element, kind)
    for name in ("alternate", "self"):
        if len(_links(element, name)) > 1:
            yield f"{kind}: more than one {name} link"  # of one type and language: 4.1.1
    for name, needed in (("link", "href"), ("category", "term")):
        if not all(one.get(needed) for one in element.findall(f"{ATOM}{name}")):
            yield f"{kind}: a {name} without {needed}"


def _values(element: Element, kind: str) -> Iterator[str]:
    for name in ("updated", "published"):
        yield from (
            f"{kind}: {name} {one.text}"
            for one in element.findall(f"{ATOM}{name}")
            if not INSTANT.fullmatch(one.text or "")
        )
    for name in ("title", "content"):
        yield from (
            f"{kind}: {name} of type {one.get('type')}"
            for one in element.findall(f"{ATOM}{name}")
            if one.get("type") not in TEXT_TYPES or not one.text
        )


def _links(element: Element, rel: str) -> list[Element]:
    return [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel]


def json_faults(feed: dict[str, Any]) -> list[str]:
    """What is wrong with a JSON feed, one line each."""
    found = [f"no {name}" for name in ("version", "title") if not feed.get(name)]
    if not isinstance(feed.get("items"), list):
        found.append("no items")
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        found.append(f"version {feed.get('version')}")
    found.extend(
        f"{name} is not absolute"
        for name in ("home_page_url", "feed_url", *(("next_url",) if "feed_url" in feed else ()))
        if not ABSOLUTE.fullmatch(feed.get(name, "x:y"))
    )
    for item in feed.get("items", ()):
        if not isinstance(item.get("id"), str) or not item["id"]:
            found.append("an item without an id")
        if not item.get("content_text") and not item.get("content_html"):
            found.append(f"{item.get('id')}: no content")
        if not INSTANT.fullmatch(item.get("date_published", "")):
            found.append(f"{item.get('id')}: published {item.get('date_published')}")
        if not all(isinstance(tag, str) for tag in item.get("tags", ())):
            found.append(f"{item.get('id')}: tags")
    names = [item.get("id") for item in feed.get("items", ())]
    return found + [f"twice: {name}" for name in set(names) if names.count(name) > 1]
