"""A content security policy in every built page: nothing runs or loads but what the page came with.

The policy allows the page's own inline scripts by hash, and files of the same origin; no other
origin, no `eval`, no inline handler. It is a `<meta>`, so it holds wherever the files are put
(CSP Level 3, `Content-Security-Policy`; a header of the server may only narrow it further).
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape
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


def protect(site: Path) -> None:
    """Give every page of a site its policy, which lets it search. Same pages, same bytes."""
    for below, path in files(site):
        if below.endswith(".html"):
            page = path.read_bytes().decode("utf-8")
            path.write_bytes(protected(page, wasm=True).encode("utf-8"))


def protected(page: str, *, wasm: bool = False) -> str:
    """Give the page with its policy first in its head, behind the character set it is written in.

    ``wasm`` lets it compile WebAssembly, which the search needs. A page without a head stays.
    """
    return Policy.of(page).put_into(page, wasm=wasm)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a page holds inline, as the source expressions that allow it: nothing else may run."""

    scripts: frozenset[str]
    styles: frozenset[str]
    attributes: frozenset[str]

    @classmethod
    def of(cls, html: str) -> "Policy":
        """Find what a page, or a piece of one, holds inline."""
        scripts = _hashes(code for attributes, code in _SCRIPT.findall(html) if _is_run(attributes))
        bare = _SCRIPT.sub("", html)
        if "style" not in bare.lower():  # most pieces have none, and are long
            return cls(scripts, frozenset(), frozenset())
        styled = (unescape(one or other) for one, other in _STYLED.findall(bare))
        return cls(scripts, _hashes(_STYLE.findall(bare)), _hashes(styled))

    def __or__(self, other: "Policy") -> "Policy":
        """Allow what either allows."""
        return Policy(
            self.scripts | other.scripts, self.styles | other.styles, self.attributes | other.attributes
        )

    def put_into(self, page: str, *, wasm: bool) -> str:
        """Give the page with this policy in its head."""
        head = _HEAD.search(page)
        if head is None:
            return page
        content = escape(self.content(wasm), quote=False)
        meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
        return f"{page[: head.end()]}{meta}{page[head.end() :]}"

    def content(self, wasm: bool) -> str:
        """Write the policy: what the page holds inline, by hash, and its own origin."""
        attributes = ["'unsafe-hashes'", *sorted(self.attributes)] if self.attributes else []
        directives = {
            "default-src": ["'none'"],
            "script-src": ["'self'", *(["'wasm-unsafe-eval'"] if wasm else []), *sorted(self.scripts)],
            # A theme or a hand-written page may hold styles; they are let in one by one, never at large.
            "style-src": ["'self'", *sorted(self.styles), *attributes],
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


def _hashes(inline: Iterable[str]) -> frozenset[str]:
    """Give the source expressions that allow these texts."""
    return frozenset(f"'sha256-{_hash(text)}'" for text in inline)


def _hash(text: str) -> str:
    # Parsers see line feeds alone, whatever the file holds.
    seen = text.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(seen.encode("utf-8")).digest()).decode("ascii")
