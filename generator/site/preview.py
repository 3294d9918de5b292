"""The preview: a site that follows the files, and shows what is wrong with them.

MkDocs' own live-reload server watches, serves and tells browsers to load again. Here it is given
another builder and, after a rebuild that failed, a notice on every page of the last good site.
"""

import html
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.site.files import SiteError

_WATCHED = ("content", "docs", "theme")
_NOTICE = (
    '<aside role="alert" style="position:fixed;inset:auto 0 0 0;z-index:99;max-height:60vh;overflow:auto;'
    'padding:1em;background:#fff3f0;color:#5c0011;border-top:4px solid #a8071a;font:14px/1.5 sans-serif">'
    "<strong>This is the last good page: the edit after it has a mistake.</strong>"
    '<pre style="white-space:pre-wrap;font:13px/1.5 monospace">{trouble}</pre></aside>'
)
_NO_PAGE_YET = '<!doctype html><html lang="en"><title>Not built yet</title><body></body></html>\n'

_LOOKS = 0.2  # seconds from one look at the files to the next

Respond = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a preview needs: the folder it serves, the explainer it follows, how it rebuilds.

    ``root`` is the explainer's folder: its content/, docs/ and theme/ are watched with all below
    them, and the files beside them. ``rebuild`` brings ``site`` up to date and gives what is
    wrong in words, empty when nothing is; it must not raise.
    """

    site: Path
    root: Path
    rebuild: Callable[[], str]


class _Server(LiveReloadServer):
    """The live-reload server, with a notice over its pages while something is wrong."""

    trouble = ""

    def serve_request(self, environ: dict[str, Any], start_response: Respond) -> Iterable[bytes]:
        """Answer a request (WSGI); HTML pages get the notice while there is trouble."""
        head: list[tuple[str, list[tuple[str, str]]]] = []
        body = super().serve_request(environ, lambda status, headers: head.append((status, headers)))
        status, headers = head[0]
        if not self.trouble or ("Content-Type", "text/html") not in headers:
            start_response(status, headers)
            return body
        page = _with_notice(b"".join(body), self.trouble)
        start_response(status, [("Content-Type", "text/html"), ("Content-Length", str(len(page)))])
        return [page]


def _with_notice(page: bytes, trouble: str) -> bytes:
    notice = _NOTICE.format(trouble=html.escape(trouble)).encode()
    before, end, after = page.rpartition(b"</body>")
    return before + notice + end + after if end else page + notice


def address(host: str, port: int) -> str:
    """Give the address of a preview, as written in a browser."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(preview: Preview, host: str, port: int) -> None:
    """Build, then serve and follow edits until Ctrl-C. Raises SiteError when the port is taken."""
    # Our own rebuild says what there is to say.
    logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)
    site = str(preview.site)
    server = _Server(lambda: _rebuild(server, preview), host, port, site, polling_interval=_LOOKS)
    try:
        for folder in (preview.root / name for name in _WATCHED):
            if folder.is_dir():
                server.watch(str(folder))
        server.watch(str(preview.root), recursive=False)  # for mkdocs.yml
        # The first build runs in the server's own loop, when the watch has begun: an edit made
        # during it is seen.
        server._want_rebuild = True
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs has not typed it
    except KeyboardInterrupt:
        pass
    except (OSError, OverflowError) as error:
        raise SiteError(f"cannot serve at {address(host, port)}: {error}; try another --port") from None
    finally:
        server.shutdown()


def _rebuild(server: _Server, preview: Preview) -> None:
    server.trouble = preview.rebuild()
    page = preview.site / "index.html"
    if server.trouble and not page.exists():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_NO_PAGE_YET, encoding="utf-8")
