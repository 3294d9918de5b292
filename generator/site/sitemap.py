"""sitemap.xml: the builder's, with pages that it did not make, without those not for search engines."""

import re
from collections.abc import Callable, Iterable
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_PLACE = re.compile(r"<loc>(.*?)</loc>", re.DOTALL)
_LEFT_OUT = re.compile(r'<meta (?:name="robots" content="[^"]*noindex|http-equiv="refresh")')


def prune_sitemap(site: Path) -> None:
    """Take pages marked ``noindex``, and those that only send readers on, out of the sitemap."""

    def pruned(entries: dict[str, str]) -> dict[str, str]:
        return {below: entry for below, entry in entries.items() if _is_kept(site / below)}

    sitemap = site / "sitemap.xml"
    if sitemap.is_file():
        sitemap.write_bytes(_rewritten(sitemap.read_text(encoding="utf-8"), pruned).encode("utf-8"))


def completed_sitemap(sitemap: bytes, pages: Iterable[str], left_out: Iterable[str]) -> bytes:
    """Give the sitemap with more pages, by their addresses below the site's, and without others: sorted.

    A builder that does not know where the site will lie lists nothing; nothing is added then.
    """
    dropped = set(left_out)

    def completed(entries: dict[str, str]) -> dict[str, str]:
        # The site may lie below its host's root: what all addresses begin with is where it lies.
        below, entry = min(entries.items(), key=lambda one: len(one[0]))
        (place,) = _PLACE.findall(entry)
        base = unescape(place).removesuffix(quote(below))
        start, end = entry.split(f"<loc>{place}</loc>")
        added = {page: f"{start}<loc>{escape(base + quote(page))}</loc>{end}" for page in pages}
        kept = {page: entry for page, entry in entries.items() if page not in dropped}
        return dict(sorted({**kept, **added}.items()))

    return _rewritten(sitemap.decode("utf-8"), completed).encode("utf-8")


def _rewritten(text: str, change: Callable[[dict[str, str]], dict[str, str]]) -> str:
    found = list(_ENTRY.finditer(text))
    if not found:
        return text
    places = [urlsplit(unescape(_PLACE.findall(one[0])[0].strip())).path for one in found]
    base = min(places, key=len)
    entries = {unquote(place.removeprefix(base)): one[0] for place, one in zip(places, found, strict=True)}
    return f"{text[: found[0].start()]}{''.join(change(entries).values())}{text[found[-1].end() :]}"


def _is_kept(folder: Path) -> bool:
    page = folder / "index.html"
    return not (page.is_file() and _LEFT_OUT.search(page.read_text(encoding="utf-8")))
