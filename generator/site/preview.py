"""The preview: a site that follows the files, and shows what is wrong with them.

An edit that is seen starts a rebuild; what it has put in place is shown at once, the pages that browsers
have open before all others. After one that failed, every page of the last good site has a notice.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread
from time import monotonic

from generator.site.files import SiteError
from generator.site.live_server import LiveServer
from generator.site.watching import watching

_SETTLED = 0.03  # seconds without another change: whoever saves a file may write it in several steps
_UNSETTLED = 0.5  # seconds after which it is read all the same
_LOOKS = 0.25  # seconds after which Ctrl-C is heard, where waiting hides it


@dataclass(frozen=True, slots=True)
class Viewing:
    """What a rebuild may know of those who look at the preview, and how it tells them.

    ``open_pages`` are the files below the site of pages that browsers have open, ``show`` is told of
    changed files that are in place; ``is_newer`` says whether something was edited since it began.
    """

    open_pages: tuple[str, ...]
    show: Callable[[list[str]], None]
    is_newer: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a preview needs: the folder it serves, the explainer it follows, how it rebuilds.

    ``root`` is the explainer's folder: its content/, docs/ and theme/ are watched with all below
    them, and the files beside them. ``rebuild`` brings ``site`` up to date and gives what is
    wrong in words, empty when nothing is; it must not raise. It may give up where something newer is there.
    """

    site: Path
    root: Path
    rebuild: Callable[[Viewing], str]


def address(host: str, port: int) -> str:
    """Give the address of a preview, as written in a browser."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(preview: Preview, host: str, port: int) -> None:
    """Build, then serve and follow edits until Ctrl-C. Raises SiteError when the port is taken."""
    try:
        server = LiveServer(preview.site, host, port)
    except (OSError, OverflowError) as error:
        raise SiteError(f"cannot serve at {address(host, port)}: {error}; try another --port") from None
    edits = _Edits()
    try:
        # The watch begins before the first build: an edit made during it is seen.
        with watching(preview.root, edits.add), _answering(server):
            edits.add()
            while True:
                edits.wait()
                _rebuild(server, preview, edits)
    except KeyboardInterrupt:
        pass


@contextmanager
def _answering(server: LiveServer) -> Iterator[None]:
    """Answer browsers meanwhile."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": _LOOKS}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.pages.end()
        server.shutdown()
        server.server_close()


def _rebuild(server: LiveServer, preview: Preview, edits: "_Edits") -> None:
    def show(files: list[str]) -> None:
        if server.trouble:  # every page has had a notice of it
            server.trouble = ""
            server.pages.show_all()
        server.pages.show(files)

    trouble = preview.rebuild(Viewing(tuple(server.pages.open), show, edits.waiting))
    if trouble != server.trouble:
        server.trouble = trouble
        server.pages.show_all()
    server.pages.show([])


@dataclass(slots=True)
class _Edits:
    """What was edited and not yet built."""

    _changed: Condition = field(default_factory=Condition)
    _last: float | None = None

    def add(self) -> None:
        """Take note of an edit."""
        with self._changed:
            self._last = monotonic()
            self._changed.notify_all()

    def waiting(self) -> bool:
        """Say whether there is an edit that no build has begun with."""
        return self._last is not None

    def wait(self) -> None:
        """Wait for an edit, and until files have settled."""
        with self._changed:
            while self._last is None:
                self._changed.wait(_LOOKS)
            begun = monotonic()
            while monotonic() - self._last < _SETTLED and monotonic() - begun < _UNSETTLED:
                self._changed.wait(_SETTLED)
            self._last = None
