"""Watching an explainer's files: the system tells of a change at once; where it does not, we look."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

_WATCHED = ("content", "docs", "theme")
# Not what a build causes: that it opens a file, or closes it.
_EDITS = frozenset({EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED})
# Seconds between looks: no system tells of files on another machine, or of those a container was lent.
_LOOKS = 2.0


class _EditHandler(FileSystemEventHandler):
    """Passes on that something was edited, whatever it is."""

    def __init__(self, edited: Callable[[], None], states: "_States") -> None:
        self._edited, self._states = edited, states

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type not in _EDITS:
            return
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if self._states.are_new(paths):
            self._edited()


class _States:
    """How files were when they were last heard of: two who watch tell of the same edit."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[int, int, int] | None] = {}

    def are_new(self, paths: list[Path]) -> bool:
        """Say whether any of some files is not as it was."""
        new = False
        for path in paths:
            state = None
            with suppress(OSError):
                status = path.stat()
                state = (status.st_mtime_ns, status.st_size, status.st_ino)
            if path not in self._known or self._known[path] != state:
                self._known[path], new = state, True
        return new


@contextmanager
def watching(root: Path, edited: Callable[[], None]) -> Iterator[None]:
    """Call ``edited``, from other threads, when a file of the explainer at ``root`` changes."""
    handler = _EditHandler(edited, _States())
    with ExitStack() as running:
        for observer in (Observer(), PollingObserver(timeout=_LOOKS)):
            for name in _WATCHED:
                if (root / name).is_dir():
                    observer.schedule(handler, str(root / name), recursive=True)
            observer.schedule(handler, str(root), recursive=False)  # for mkdocs.yml
            try:
                observer.start()
            except OSError:  # the system watches no more files for us; looking goes on
                continue
            running.callback(observer.stop)
        yield
