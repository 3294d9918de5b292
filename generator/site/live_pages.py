"""What browsers have open of a preview, and from when on which page reads otherwise."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from threading import Condition

_SEARCH = "pagefind/"
# What a page takes along when it is loaded; the rest is data, asked for or not.
_TAKEN_ALONG = frozenset((".css", ".js", ".mjs", ".svg", ".png", ".jpg", ".webp", ".woff2"))
_MOST_OPEN = 4  # pages that are taken for open


def version() -> int:
    """Give a number that is higher than any before, of an earlier preview too."""
    return time.time_ns() // 1000


def file_of(address: str) -> str:
    """Give the file below the site that an address below it leads to."""
    below = address.lstrip("/")
    return f"{below}index.html" if below.endswith("/") or not below else below


@dataclass
class LivePages:
    """The versions of a preview's pages, and who has which open. Pages are files below the site.

    Until ``begun`` nothing can be shown. All of it may be used from any thread.
    """

    changed: Condition = field(default_factory=Condition)
    begun: bool = False
    ended: bool = False
    _all: int = field(default_factory=version)
    _pages: dict[str, int] = field(default_factory=dict)
    _open: dict[str, None] = field(default_factory=dict)
    _searching: set[str] = field(default_factory=set)

    def version(self, page: str) -> int:
        """Give the version of a page: it reads as it did when that was lower or the same."""
        return max(self._all, self._pages.get(page, 0))

    def opened(self, page: str) -> None:
        """Take note of a page that a browser loads anew."""
        with self.changed:
            self._searching.discard(page)
        self.looked_at(page)

    def looked_at(self, page: str) -> None:
        """Take note of a page that is open in a browser."""
        with self.changed:
            self._open.pop(page, None)
            self._open[page] = None
            while len(self._open) > _MOST_OPEN:
                del self._open[next(iter(self._open))]

    def searched_from(self, page: str) -> None:
        """Take note of a page that has loaded the index of the search."""
        with self.changed:
            self._searching.add(page)

    @property
    def open(self) -> list[str]:
        """The pages that browsers had open last, the latest first."""
        with self.changed:
            return list(reversed(self._open))

    def show(self, files: Iterable[str]) -> None:
        """Let browsers load again what some changed files of the site are part of."""
        with self.changed:
            now = version()
            self.begun = True
            for below in files:
                if below.startswith(_SEARCH):
                    self._pages.update(dict.fromkeys(self._searching, now))
                elif below.endswith(".html"):
                    self._pages[below] = now
                elif PurePosixPath(below).suffix in _TAKEN_ALONG:
                    self._all = now
            self.changed.notify_all()

    def show_all(self) -> None:
        """Let browsers load every page again."""
        with self.changed:
            self.begun, self._all = True, version()
            self.changed.notify_all()

    def end(self) -> None:
        """Let nobody wait any more."""
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def wait_for_first(self) -> None:
        """Wait until there is something to show."""
        with self.changed:
            self.changed.wait_for(lambda: self.begun or self.ended)

    def wait_for_newer(self, page: str, than: int, seconds: float) -> bool:
        """Wait until a page reads otherwise than in a version; say whether it does."""
        self.looked_at(page)
        with self.changed:
            self.changed.wait_for(lambda: self.version(page) > than or self.ended, seconds)
            return self.version(page) > than
