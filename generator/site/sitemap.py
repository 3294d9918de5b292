"""The sitemap without the pages that search engines are to leave out, whichever builder wrote it."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_PLACE = re.compile(r"<loc>(.*?)</loc>", re.DOTALL)
_LEFT_OUT = re.compile(r'<meta (?:name="robots" content="[^"]*noindex|http-equiv="refresh")')


def prune(site: Path) -> None:
    """Take pages marked ``noindex``, and those that only send readers on, out of ``sitemap.xml``."""
    sitemap = site / "sitemap.xml"
    if not sitemap.is_file():
        return
    text = sitemap.read_text(encoding="utf-8")
    places = [urlsplit(place.strip()).path for place in _PLACE.findall(text)]
    # The site may lie below its host's root: what all addresses begin with is where it lies.
    base = min(places, key=len, default="/")
    kept = _ENTRY.sub(lambda entry: "" if _is_left_out(entry[0], site, base) else entry[0], text)
    if kept != text:
        sitemap.write_bytes(kept.encode("utf-8"))


def _is_left_out(entry: str, site: Path, base: str) -> bool:
    found = _PLACE.search(entry)
    if found is None:
        return False
    below = unquote(urlsplit(found[1].strip()).path.removeprefix(base)).strip("/")
    page = site / below / "index.html"
    return page.is_file() and bool(_LEFT_OUT.search(page.read_text(encoding="utf-8")))
