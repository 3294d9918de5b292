"""A content security policy in every built page: nothing runs or loads but what the page came with.

The policy allows the page's own inline scripts by hash, and files of the same origin; no other
origin, no `eval`, no inline handler. It is a `<meta>`, so it holds wherever the files are put
(CSP Level 3, `Content-Security-Policy`; a header of the server may only narrow it further).
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from pathlib import Path

from generator.site.files import files

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_STYLED = re.compile(r"<[a-z][^>]*?\sstyle\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_HEAD = re.compile(r"<head(?:\s[^>]*)?>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
# What a browser runs. Anything else in a script element is data to it: JSON, templates.
_RUN = frozenset({"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"})
_SEARCH = "pagefind"


def protect(site: Path) -> None:
    """Give every page of a finished site its policy. Same pages, same bytes."""
    wasm = (site / _SEARCH).is_dir()
    for below, path in files(site):
        if below.endswith(".html"):
            page = path.read_bytes().decode("utf-8")
            path.write_bytes(protected(page, wasm=wasm).encode("utf-8"))


def protected(page: str, *, wasm: bool = False) -> str:
    """Give the page with its policy first in its head, behind the character set it is written in.

    ``wasm`` lets it compile WebAssembly, which the search needs. A page without a head stays.
    """
    head = _HEAD.search(page)
    if head is None:
        return page
    content = html.escape(policy(page, wasm=wasm), quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return f"{page[: head.end()]}{meta}{page[head.end() :]}"


def policy(page: str, *, wasm: bool = False) -> str:
    """Give the policy of one page: what it holds inline, by hash, and its own origin."""
    scripts = _hashes(code for attributes, code in _SCRIPT.findall(page) if _is_run(attributes))
    bare = _SCRIPT.sub("", page)
    styles = _hashes(_STYLE.findall(bare))
    attributes = _hashes(html.unescape(one or other) for one, other in _STYLED.findall(bare))
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *(["'wasm-unsafe-eval'"] if wasm else []), *scripts],
        # A theme or a hand-written page may hold styles; they are let in one by one, never at large.
        "style-src": ["'self'", *styles, *(["'unsafe-hashes'", *attributes] if attributes else [])],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def _is_run(attributes: str) -> bool:
    found = _TYPE.search(attributes)
    return not _SOURCE.search(attributes) and (found[1].lower() if found else "") in _RUN


def _hashes(inline: Iterable[str]) -> list[str]:
    """Give the source expressions that allow these texts, each once, sorted."""
    return sorted({f"'sha256-{_hash(text)}'" for text in inline})


def _hash(text: str) -> str:
    # Parsers see line feeds alone, whatever the file holds.
    seen = text.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(seen.encode("utf-8")).digest()).decode("ascii")
