"""A new explainer: a folder that can be checked, built and kept in git at once."""

import json
import re
import shutil
from pathlib import Path

from generator.load import load
from generator.pages.menu_and_title import settings
from generator.pages.page import MARK
from generator.site.docs import hand_written
from generator.site.files import files

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped() -> Path:
    """Give the folder that holds ``mkdocs.yml``, ``theme/``, ``docs/`` and the default ``content/``."""
    inside = _PACKAGE / "_shipped"
    return inside if inside.is_dir() else _PACKAGE.parent


SOURCES = ("sample", "damascus")

_SAMPLE = Path(__file__).resolve().parent / "sample"
_README = """\
# {title}

An explainer. `content/` holds the facts: who said what, and where it was read. From them
`explainer build` writes the pages in `docs/` and the site in `site/`.

    explainer check     says what is wrong in the facts, with file, line and column
    explainer serve     shows the site while you edit
    explainer build     writes docs/ and site/

`docs/about/format.md` explains every file and key. Commit `docs/` with the facts, so that a
change of the facts shows the words that readers will see.
"""
_IGNORED = """\
/site/
/.explainer/
"""
# Generated pages are compared byte for byte, so no checkout may change their line ends.
_ATTRIBUTES = """\
* text=auto eol=lf
"""


def new(target: Path, source: str) -> list[Path]:
    """Write a new explainer into the folder ``target`` and return the files written, sorted.

    ``source`` is ``"sample"`` (a small invented story with comments that teach the format) or
    the name of the default explainer. Raises FileExistsError when there is something at
    ``target`` already, ValueError when there is no such source.
    """
    copies = _copies(source)
    _refuse_to_overwrite(target)
    for below, path in copies.items():
        copy = target / below
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    title = _title(target)
    made = {
        "mkdocs.yml": named((shipped() / "mkdocs.yml").read_text(encoding="utf-8"), title),
        "README.md": _README.format(title=title),
        ".gitignore": _IGNORED,
        ".gitattributes": _ATTRIBUTES,
    }
    for below, text in made.items():
        (target / below).write_text(text, encoding="utf-8", newline="\n")
    return sorted(target / below for below in (*copies, *made))


def _copies(source: str) -> dict[str, Path]:
    """Each file to copy, by its place in the new folder.

    Of docs/ these are the files that people keep: a build writes the others anew.
    """
    if source not in SOURCES:
        raise ValueError(f"there is no explainer `{source}` to copy; choose one of: {', '.join(SOURCES)}")
    origin = shipped()
    trees = {
        "content": dict(files((_SAMPLE if source == "sample" else origin) / "content")),
        "theme": dict(files(origin / "theme")),
        "docs": hand_written(origin / "docs", MARK),
    }
    return {f"{top}/{below}": path for top, tree in trees.items() for below, path in tree.items()}


def _refuse_to_overwrite(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()):
        raise FileExistsError(f"{target} is not empty; name a folder that does not exist yet")
    if target.exists() and not target.is_dir():
        raise FileExistsError(f"{target} is a file; name a folder that does not exist yet")


def _title(target: Path) -> str:
    """Say what the site of the new explainer is called, in its first language."""
    facts = load(target).facts
    return str(settings(facts, facts.explainer.languages[0])["site_name"])


def named(configuration: str, title: str) -> str:
    """Give the text of a site's configuration with ``title`` as its name; all else stays as written."""
    # A JSON string is a YAML string, whatever the title holds.
    line = f"site_name: {json.dumps(title, ensure_ascii=False)}"
    return re.sub(r"(?m)^site_name:.*$", lambda _: line, configuration, count=1)
