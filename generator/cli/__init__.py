"""The command line: the only place that prints, exits and reads the clock.

Exit codes: 0 clean, 1 problems, 2 wrong usage, 130 stopped with Ctrl-C.
"""

import signal
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Any

import click

from generator import __version__, build, rendering
from generator.cli.answering import (
    advice,
    answering,
    count,
    errors,
    from_here,
    progress,
    report,
    shown,
    tally,
)
from generator.cli.catalogue import words_command
from generator.cli.previewing import previewing
from generator.editor import diff_report, scaffold
from generator.editor.diff import compare
from generator.editor.revisions import NoSuchRevisionError
from generator.model.dates import BadDateError, parse_day
from generator.problems import as_github, as_json, as_text
from generator.site.builders import BUILDERS
from generator.site.manifest import verify as verify_site

_DIFFERENCES = {"text": diff_report.as_text, "json": diff_report.as_json, "markdown": diff_report.as_markdown}
_FORMS = {"text": as_text, "json": as_json, "github": as_github}


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return parse_day(value) if value is not None else None
    except BadDateError as error:
        raise click.BadParameter(str(error)) from None


_root = click.argument(
    "root", metavar="[DIR]", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
_builder = click.option(
    "--builder",
    type=click.Choice(BUILDERS),
    default=BUILDERS[0],
    show_default=True,
    help="What makes the HTML.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="explainer %(version)s")
def main() -> None:
    """Turn attributed, dated facts in YAML into a checked static site."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name in a script that the terminal lacks must not end us
            stream.reconfigure(errors="backslashreplace")
    # A polite kill cleans up as Ctrl-C does: the build's own folder goes, docs/ and site/ stay.
    signal.signal(signal.SIGTERM, _terminate)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where Ctrl-C is ignored
        signal.signal(signal.SIGINT, _interrupt)


def _terminate(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


class _Interrupted(KeyboardInterrupt):
    """Ctrl-C, with the exit code that we give.

    CPython 3.11 ends ``python -m`` by the signal, whatever the exit code, once a KeyboardInterrupt itself
    has left any ``exec`` of a text, as in the making of a data class; not so for a class below it.
    """


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise _Interrupted


@main.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Choice(scaffold.SOURCES),
    default=scaffold.SOURCES[0],
    show_default=True,
    help="What to begin with: a small invented story that teaches the format, or the default explainer.",
)
def new(target: Path, source: str) -> None:
    """Write a new explainer into DIR, which must be empty or not there yet."""
    with answering():
        try:
            written = scaffold.new(target, source)
        except FileExistsError as error:
            raise click.BadParameter(str(error), param_hint="DIR") from None
    click.echo(f"Wrote {len(written)} files to {target}. Look at it: explainer serve {target}")


@main.command()
@_root
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for annotations on a pull request.",
)
@click.option("--all", "every", is_flag=True, help="Show every problem in the text, however many are alike.")
def check(root: Path, form: str, every: bool) -> None:
    """Say everything that is wrong in the facts of DIR, at once."""
    with answering(root), progress() as tell:
        tell("Checking the facts")
        problems = from_here(root, rendering.check(root))
    if problems or form == "json":
        click.echo(as_text(problems, 0) if every and form == "text" else _FORMS[form](problems))
    if form == "text":
        click.echo(tally(problems), err=True)
    sys.exit(1 if errors(problems) else 0)


@main.command(name="build")
@_root
@click.option(
    "--known-at", "known", metavar="DATE", callback=_day, help="Build the site as known on that day."
)
@_builder
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where the site goes. [default: DIR/site; with --known-at DIR/.explainer/at/DATE]",
)
@click.option(
    "--editions/--no-editions",
    "editions",
    default=True,
    help="Also build the editions of earlier days; without them docs/ stays.  [default: editions]",
)
@click.option(
    "--jobs",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="How many processes work at a time.  [default: one for each core]",
)
@click.option(
    "--cluster",
    default="",
    metavar="ADDRESS",
    help="Let the workers of a Dask scheduler work; they share DIR.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Use nothing that an earlier build kept in DIR/.explainer, and keep nothing.",
)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail when docs/ is not what the facts say."
)
def build_command(root: Path, only_check: bool, **asked: Any) -> None:
    """Check the facts of DIR, write its docs/ and build its site.

    With --known-at only the site of that day is built, into a place of its own; docs/ stays.
    A build that fails leaves docs/ and the last good site as they were.
    """
    if only_check and (asked["known"] or asked["out"]):
        raise click.UsageError("--check looks at docs/ alone; leave out --known-at and --out")
    if only_check:
        _check_docs(root)
        return
    began = monotonic()
    with answering(root), progress() as tell:
        try:
            result = build.build(root, build.BuildOptions(**asked, tell=tell))
        except rendering.NoSuchEditionError as error:
            raise click.BadParameter(str(error), param_hint="--known-at") from None
    report(root, result, asked["builder"])
    click.echo(_summary(root, result, monotonic() - began))
    for line in advice(result.story.facts, result.story.site_info.editions, result.story.site_info.site):
        click.echo(line)


def _check_docs(root: Path) -> None:
    with answering(root), progress() as tell:
        tell("Comparing docs/ with the facts")
        changes = rendering.docs_changes(root)
    named = [("is missing", changes.new), ("differs", changes.changed), ("is left over", changes.stale)]
    lines = [f"{shown(root / 'docs' / below)} {what}" for what, files in named for below in files]
    if lines:
        click.echo("\n".join(lines), err=True)
        click.echo(
            f"{count(len(lines), 'file')} of docs/ not as the facts say; run `explainer build`.", err=True
        )
        sys.exit(1)
    click.echo(f"docs/ is what the facts say: {count(changes.same, 'page')}.")


def _summary(root: Path, result: build.BuildResult, seconds: float) -> str:
    story, site = result.story, shown(result.site)
    known = f" as known on {story.facts.known}" if story.facts.known else ""
    changed = len(result.changes.written) + len(result.changes.stale) if result.changes else 0
    docs = f", {count(changed, 'file')} changed in docs/" if result.changes else ""
    here = "" if root == Path() else f" {root}"
    serve = f"explainer serve{here}, or " if result.changes else ""
    return (
        f"Built “{story.title}”{known} in {seconds:.1f} s: {count(result.pages, 'page')}{docs}; "
        f"the site is in {site}. Open it with {serve}python -m http.server -d {site}"
    )


@main.command(name="diff")
@click.argument("before", metavar="[A]", default="HEAD")
@click.argument("after", metavar="[B]", default="")
@click.option(
    "--root",
    metavar="DIR",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the explainer.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_DIFFERENCES)),
    default="text",
    show_default=True,
    help="text for people, json for programs, markdown for a pull request.",
)
def diff_command(before: str, after: str, root: Path, form: str) -> None:
    """Say what changes from A to B: facts, statuses, sentences, pages, feeds.

    A and B are git revisions or folders of explainers; without them the last commit and the
    files as they are now.
    """
    with answering(root), progress() as tell:
        tell("Comparing")
        try:
            found = compare(root, before, after)
        except NoSuchRevisionError as error:
            raise click.BadParameter(str(error), param_hint="A or B") from None
    click.echo(_DIFFERENCES[form](found))


@main.command()
@_root
@_builder
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen at."
)
def serve(root: Path, builder: str, host: str, port: int) -> None:
    """Show DIR in the browser; an edit shows by itself, a mistake as a notice on the page."""
    from generator.site import preview

    address = preview.address(host, port)
    options = build.BuildOptions(builder=builder, settings={"site_url": address})
    with answering(root), previewing(root, options, address) as followed:
        preview.serve(followed, host, port)
    click.echo("\nStopped.", err=True)


@main.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def verify(site: Path) -> None:
    """Compare every byte of SITE with its manifest.json, offline."""
    with answering(), progress() as tell:
        tell("Comparing with the manifest")
        verdict = verify_site(site)
    for what, files in (("changed", verdict.changed), ("missing", verdict.missing), ("extra", verdict.extra)):
        for below in files:
            click.echo(f"{what}: {below}", err=True)
    seal = f"manifest.json has SHA-256 {verdict.seal}"
    if not verdict.good:
        click.echo(f"{site} is not what its manifest says; {verdict.matching} files are. {seal}", err=True)
        sys.exit(1)
    click.echo(f"All {count(verdict.matching, 'file')} of {site} are what the manifest says. {seal}")


main.add_command(words_command)
