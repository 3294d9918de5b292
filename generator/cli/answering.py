"""How commands answer: what went wrong in words, the step under way, numbers and paths."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.live import Live
from rich.text import Text

from generator.build import BuildResult
from generator.derive.known_days import days_left_out
from generator.model.facts import Facts
from generator.problems import ContentError, Problem, as_text
from generator.site.files import SiteError

_NO_ADDRESS = (
    "mkdocs.yml gives no site_url: 404.html, which hosts show at any depth, takes the site to lie at the top"
    " of its host. Give the address where it lies below a path, as in https://example.org/bridge/"
)


@contextmanager
def answering(root: Path | None = None) -> Iterator[None]:
    """Say in words what went wrong, and end with the exit code for it."""
    try:
        yield
    except ContentError as error:
        click.echo(as_text(from_here(root or Path(), error.problems)), err=True)
        click.echo(f"{tally(error.problems)} Nothing was written.", err=True)
        sys.exit(1)
    except (SiteError, OSError) as error:
        click.echo(f"explainer: {words(error)}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("\nStopped; docs/ and the site are as they were.", err=True)
        sys.exit(130)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show the step under way on a terminal; in a pipe, nothing."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    # No thread turns a wheel meanwhile: processes of a build are forks only where it is alone.
    with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as shown_now:
        yield lambda step: shown_now.update(Text(f"{step}…"), refresh=True)


def report(root: Path, result: BuildResult, builder: str) -> None:
    """Say what a build warns of."""
    if result.story.warnings:
        click.echo(as_text(from_here(root, result.story.warnings)), err=True)
    for note in result.notes:
        click.echo(f"{builder}: warning: {note}", err=True)


def words(error: SiteError | OSError) -> str:
    """Say what went wrong."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'a file'}: {error.strerror}"
    return str(error)


def from_here(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems with paths that a terminal or an editor can open from this folder."""
    return [
        replace(problem, location=replace(problem.location, path=(root / problem.location.path).as_posix()))
        for problem in problems
    ]


def errors(problems: list[Problem]) -> int:
    """How many of the problems are errors."""
    return sum(problem.severity == "error" for problem in problems)


def tally(problems: list[Problem]) -> str:
    """How many errors and warnings there are."""
    bad = errors(problems)
    return f"{count(bad, 'error')}, {count(len(problems) - bad, 'warning')}."


def count(number: int, noun: str) -> str:
    """Give a number with its noun: "1 file", "1,200 files"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def shown(path: Path) -> str:
    """Give a path as one would type it here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def advice(facts: Facts, editions: Sequence[date], site: str) -> Iterator[str]:
    """Yield what a build left out and how to have it; ``site`` is the public address, or ""."""
    left = len(days_left_out(facts)) if editions else 0
    if left:
        yield (
            f"{len(editions)} of {len(editions) + left} days have an edition; at/DATE/ leads on from the"
            " others. For all of them write `all_editions: true` in content/explainer.yml, or list days"
            " under `editions`."
        )
    if not site:
        yield _NO_ADDRESS
