"""Compare, byte for byte, what this checkout and a revision make of their default explainer.

    make same WITH=REV

Each builds with its own code, in a temporary folder of its own. Without editions a build leaves
docs/ alone, so that site/ is all there is to compare. The pictures for links are left out, and the
manifest, which holds the hash of each of them.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tools.checkouts import CheckoutError, revision, run, working_copy

ASIDE = ("site/assets/cards/", "site/manifest.json")
SHOWN = 20  # differences
WIDTH = 100  # of what is shown of a line
LEAD = 30  # of it before the place where it differs
EDITIONLESS = "--no-editions"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many files of each folder were compared, and what differs, file by file, in words."""

    counts: dict[str, int]
    differences: tuple[str, ...]


def compare(before: Path, after: Path, folders: Sequence[str]) -> Comparison:
    """Compare these folders of two checkouts. Raises CheckoutError where one of them is empty."""
    old, new = _files(before, folders), _files(after, folders)
    names = sorted(old.keys() | new.keys())
    counts = {folder: sum(name.startswith(f"{folder}/") for name in names) for folder in folders}
    told = (_difference(name, old.get(name), new.get(name)) for name in names)
    return Comparison(counts, tuple(filter(None, told)))


def _files(root: Path, folders: Sequence[str]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        files = {path.relative_to(root).as_posix(): path for path in (root / folder).rglob("*")}
        found |= {name: path for name, path in files.items() if path.is_file() and not name.startswith(ASIDE)}
        if not files:
            raise CheckoutError(f"the build of {root} left nothing in {folder}/")
    return found


def _difference(name: str, before: Path | None, after: Path | None) -> str:
    """Say how a file differs; nothing when it does not."""
    if before is None or after is None:
        return f"{name} {'is missing' if before else 'is new'}"
    old, new = before.read_bytes(), after.read_bytes()
    return "" if old == new else name + first_difference(old, new)


def first_difference(old: bytes, new: bytes) -> str:
    """Show the first line that differs, in both forms; of what is no text say where it differs."""
    try:
        pairs = zip_longest(old.decode().split("\n"), new.decode().split("\n"))
    except UnicodeDecodeError:
        return f" differs from byte {_common(old, new)} on"
    number, (was, now) = next((at, pair) for at, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    start = max(0, _common(was or "", now or "") - LEAD)
    return f":{number}\n  - {_shown(was, start)}\n  + {_shown(now, start)}"


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """How much two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _shown(line: str | None, start: int) -> str:
    """Give a piece of a line, in quotes so that its spaces show."""
    if line is None:
        return "(the file has ended)"
    before, after = "…" if start else "", "…" if len(line) > start + WIDTH else ""
    return f"{before}{line[start : start + WIDTH]!r}{after}"


def report(comparison: Comparison) -> Iterator[str]:
    """Put a comparison into lines."""
    counts = ", ".join(f"{count} files of {folder}/" for folder, count in comparison.counts.items())
    differences = comparison.differences
    yield f"same: {counts}" if not differences else f"{len(differences)} differ: {counts}"
    yield from differences[:SHOWN]
    if len(differences) > SHOWN:
        yield f"and {len(differences) - SHOWN} more"


def _built(name: str, words: Sequence[str], folders: Sequence[str]) -> Comparison:
    """Build a revision and the files as they are now, and compare them."""
    with revision(name) as before, working_copy() as after:
        for checkout, called in ((before, name), (after, "the working tree")):
            print(f"Building {called}", file=sys.stderr)
            run(checkout, "generator", "build", *words)
        return compare(before, after, folders)


def main() -> int:
    """Print what differs: 0 when nothing does, 1 when something does, 2 when a build failed, 130 stopped."""
    parser = argparse.ArgumentParser(description="Compare the output of this checkout and a revision.")
    parser.add_argument("revision", metavar="REV", nargs="?", default="HEAD", help="[default: HEAD]")
    parser.add_argument("--builder", default="mkdocs", help="what makes the HTML [default: mkdocs]")
    parser.add_argument(EDITIONLESS, action="store_true", help="leave earlier days out, for a quick look")
    options = parser.parse_args()
    words = ["--builder", options.builder, *([EDITIONLESS] if options.no_editions else [])]
    folders = ["site"] if options.no_editions else ["docs", "site"]
    try:
        comparison = _built(options.revision, words, folders)
    except CheckoutError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    print("\n".join(report(comparison)))
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
