"""The preview's server: files of a site, each page with a script that loads it again when it changes."""

import html
import re
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from posixpath import normpath
from socket import AF_INET, AF_INET6
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.site.live_pages import LivePages, file_of

_NOTICE = (
    '<aside role="alert" style="position:fixed;inset:auto 0 0 0;z-index:99;max-height:60vh;overflow:auto;'
    'padding:1em;background:#fff3f0;color:#5c0011;border-top:4px solid #a8071a;font:14px/1.5 sans-serif">'
    "<strong>This is the last good page: the edit after it has a mistake.</strong>"
    '<pre style="white-space:pre-wrap;font:13px/1.5 monospace">{trouble}</pre></aside>'
)
_NO_PAGE = b'<!doctype html><html lang="en"><title>Not built yet</title><body></body></html>\n'
_ASKED = "/livereload/"
_LONGEST = 30.0  # seconds that a browser waits for an answer before it asks again
# Only what is looked at asks: a browser has few connections for one host. A page that is loaded again
# stays where it was read.
_SCRIPT = """<script>
(() => {
  let asked
  const ask = async () => {
    const own = asked = new AbortController()
    let pause = 0
    try {
      const answer = await fetch("%s%d" + location.pathname, { cache: "no-store", signal: own.signal })
      if (answer.ok && (await answer.text()) === "changed") return location.reload()
      if (!answer.ok) pause = 1000
    } catch { pause = 1000 }
    if (asked === own) setTimeout(() => asked === own && ask(), pause)
  }
  const look = () => {
    asked?.abort()
    asked = undefined
    if (document.visibilityState === "visible") ask()
  }
  addEventListener("load", look)
  addEventListener("visibilitychange", look)
  addEventListener("pagehide", () => { asked?.abort(); asked = undefined })
  addEventListener("pageshow", event => event.persisted && look())
})()
</script>"""


class LiveServer(ThreadingHTTPServer):
    """Serves a site below ``/``. While there is ``trouble``, pages have a notice of it."""

    daemon_threads = True

    def __init__(self, site: Path, host: str, port: int) -> None:
        """Begin to listen. Raises OSError, or OverflowError for a port that cannot be."""
        self.address_family = AF_INET6 if _is_ipv6(host) else AF_INET
        self.site, self.pages, self.trouble = site, LivePages(), ""
        super().__init__((host, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""


def _is_ipv6(host: str) -> bool:
    try:
        return isinstance(ip_address(host), IPv6Address)
    except ValueError:
        return False


class _Handler(SimpleHTTPRequestHandler):
    server: LiveServer

    def __init__(self, *given: Any) -> None:
        super().__init__(*given, directory=str(given[2].site))

    def do_GET(self) -> None:
        """Answer a browser."""
        asked = unquote(urlsplit(self.path).path)
        path = normpath(f"/{asked}").rstrip("/") + ("/" if asked.endswith("/") else "")
        path = f"/{path.lstrip('/')}"
        if path.startswith(_ASKED):
            self._tell(path.removeprefix(_ASKED))
            return
        self.server.pages.wait_for_first()
        if path.startswith("/pagefind/"):
            self.server.pages.searched_from(file_of(unquote(urlsplit(self.headers.get("Referer", "")).path)))
        below = file_of(path)
        file = self.server.site / below
        if below.endswith(".html"):
            self._page(below, file)
        elif file.is_dir():
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif file.is_file():
            super().do_GET()
        else:
            self._page("404.html", self.server.site / "404.html", HTTPStatus.NOT_FOUND)

    def _tell(self, asked: str) -> None:
        """Wait until a page has changed, and say so; ``asked`` is the version that is shown, and the page."""
        found = re.fullmatch(r"(\d{1,20})(/.*)", asked)
        if not found:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        changed = self.server.pages.wait_for_newer(file_of(found[2]), int(found[1]), _LONGEST)
        self._send(b"changed" if changed else b"same", "text/plain; charset=utf-8")

    def _page(self, below: str, file: Path, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send a page, of a version that was asked for before its file is read."""
        pages, trouble = self.server.pages, self.server.trouble
        pages.opened(below)
        version = pages.version(below)
        try:
            content = file.read_bytes()
        except OSError:
            other = self.server.site / "404.html"
            if other.is_file():
                status, content = HTTPStatus.NOT_FOUND, other.read_bytes()
            else:
                content = _NO_PAGE
        added = _SCRIPT % (_ASKED, version)
        if trouble:
            added = _NOTICE.format(trouble=html.escape(trouble)) + added
        before, end, after = content.rpartition(b"</body>")
        whole = before + added.encode() + end + after if end else content + added.encode()
        self._send(whole, "text/html", status)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Let browsers keep nothing: files change within the second."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_head(self) -> Any:
        """Send a file whether or not the browser has seen one of this second."""
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the builds say what there is to say."""
