"""The process that builds the preview, beside the one that serves it: it lives on, with all that it knows."""

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from traceback import format_exception
from typing import Any

import click

from generator.build import BuildOptions
from generator.cli.answering import from_here, progress, report, words
from generator.executors import may_fork
from generator.live import LiveSite, preview_place
from generator.problems import ContentError, as_text
from generator.site.files import SiteError
from generator.site.preview import Preview, Viewing

_LOOKS = 0.02  # seconds from one look at edits made meanwhile to the next
_IDLE = 2.0  # seconds after which there is time for what nobody waits for
_PATIENCE = 10.0  # seconds that a process gets to end
_SHOWN, _NEWER, _DONE = "shown", "newer", "done"
_ENDED = "The process that builds the preview has ended. The next edit starts another one."


@contextmanager
def previewing(root: Path, options: BuildOptions, address: str) -> Iterator[Preview]:
    """Follow the explainer at ``root`` in a process of its own, which ends with the block.

    Raises ContentError where there is none.
    """
    builder = _Builder(root, options, address)
    place = preview_place(root)
    builder.begin()
    try:
        yield Preview(place, root, builder.rebuild)
    finally:
        builder.end()


@dataclass(slots=True)
class _Builder:
    """The process that builds, seen from the one that serves."""

    root: Path
    options: BuildOptions
    address: str
    _pipe: Connection | None = None
    _process: BaseProcess | None = None

    def begin(self) -> None:
        """Start it: as a fork, before there are threads, or as a process that begins anew."""
        context: Any = get_context("fork" if may_fork() else "spawn")
        self._pipe, theirs = context.Pipe()
        given = (self._pipe, theirs, self.root, self.options, self.address)
        self._process = context.Process(target=_build, args=given, daemon=False)
        self._process.start()
        theirs.close()

    def rebuild(self, viewing: Viewing) -> str:
        """Let it bring the site up to date; give what is wrong in words."""
        if self._process is None or not self._process.is_alive():
            self.begin()
        try:
            return self._asked(viewing)
        except (EOFError, OSError):
            return _ENDED

    def _asked(self, viewing: Viewing) -> str:
        assert self._pipe
        self._pipe.send(viewing.open_pages)
        told = False
        while True:
            if self._pipe.poll(_LOOKS):
                what, given = self._pipe.recv()
                if what == _DONE:
                    return str(given)
                viewing.show(given)
            elif not told and viewing.is_newer():
                self._pipe.send(_NEWER)
                told = True

    def end(self) -> None:
        """End it, and wait until it has cleaned up."""
        if self._process:
            self._process.terminate()
            self._process.join(_PATIENCE)
            self._process.kill()


def _build(theirs: Connection, pipe: Connection, root: Path, options: BuildOptions, address: str) -> None:
    """Build whenever asked, until nobody asks any more."""
    with suppress(OSError):
        theirs.close()  # so that the end of the other process is seen
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process hears it, and ends this one
    signal.signal(signal.SIGTERM, _terminate)
    gc.disable()  # it would look through all facts and pages in the middle of an edit
    site = LiveSite(root, options)
    with suppress(EOFError, OSError):
        while True:
            if not pipe.poll(_IDLE):
                site.write_down()
                gc.collect()
            asked = pipe.recv()
            if asked != _NEWER:  # that word may come too late
                pipe.send((_DONE, _rebuilt(site, pipe, asked, address)))


def _terminate(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _rebuilt(site: LiveSite, pipe: Connection, open_pages: tuple[str, ...], address: str) -> str:
    began = monotonic()
    viewing = Viewing(open_pages, lambda files: pipe.send((_SHOWN, files)), pipe.poll)
    try:
        with progress() as tell:
            result = site.follow(viewing, tell)
    except ContentError as error:
        trouble = as_text(from_here(site.root, error.problems))
    except (SiteError, OSError) as error:
        trouble = words(error)
    except Exception as bug:  # ours; the preview goes on, since the next edit may avoid it
        trouble = "".join(format_exception(bug))
    else:
        if result:
            report(site.root, result, site.builder)
            click.echo(f"Built in {monotonic() - began:.1f} s. Look at {address} (Ctrl-C ends)", err=True)
        return ""
    click.echo(f"{trouble}\nThe page at {address} stays as it was.", err=True)
    return trouble
