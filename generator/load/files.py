"""Which files make the content, and their text: the only place that opens them."""

import hashlib
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.load.guesses import nearest
from generator.load.text_file import CONTROL, TextFile, control_problem
from generator.problems import Location, Problem

FILE_LIMIT = 16 * 1024**2
TOTAL_LIMIT = 256 * 1024**2
LISTS = ("sources", "actors", "cities", "timeline", "casualties", "retired")
_FOLDERS = (*LISTS, "questions", "days", "words")
_NAMES = ("explainer.yml", "questions", "days", "words", *(f"{kind}.yml" for kind in LISTS))
BASE_MAP = ".geojson"
_SUFFIXES = {"questions": ".md", "days": ".md", "words": ".po"}  # of files in folders of a kind
# What people keep beside content without meaning it as content.
_IGNORED = re.compile(r"\..*|.*~|(README|LICENSE|LICENCE)(\..*)?")
# Lines with control characters that are reported: a file with more is no text.
_MOST_CONTROLS = 1000


@dataclass
class Content:
    """The files that could be read, what is wrong with the others, and whether all were read."""

    files: list[TextFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True


class _Unreadable(Exception):
    """A file cannot be taken; carries the problem's code, message and hint."""


def read_content(root: Path) -> Content:
    """Read ``root/content``. Never raises for what it finds there; every fault is a Problem."""
    folder = root / "content"
    content = Content()
    reader = _FolderReader(folder, content)
    try:
        if not folder.is_dir():
            raise _Unreadable(
                "missing-content",
                "there is no folder `content` here",
                "Run the command in an explainer's folder, or make one with `explainer new DIR`.",
            )
        reader.base = folder.resolve()
        for kind, path in reader.each_file():
            reader.read(kind, path)
    except (OSError, _Unreadable) as error:
        reader.refuse(folder, error)
    return content


class _FolderReader:
    def __init__(self, folder: Path, content: Content) -> None:
        self.folder = folder
        self.base = folder
        self.content = content
        self.total = 0

    def each_file(self) -> Iterator[tuple[str, Path]]:
        """Every file to read with its kind: ``X.yml``, then the files of ``X/``, by name."""
        names = sorted(path.name for path in self.folder.iterdir())
        for name in names:
            if _IGNORED.fullmatch(name) or name in _NAMES or name in LISTS:
                continue
            if not name.endswith(BASE_MAP):
                self._unknown(self.folder / name, _NAMES)
        if "explainer.yml" in names:
            yield "explainer", self.folder / "explainer.yml"
        else:
            self._missing_explainer()
        for kind in _FOLDERS:
            if f"{kind}.yml" in names and kind in LISTS:
                yield kind, self.folder / f"{kind}.yml"
            if kind in names:
                yield from self._in_folder(kind)
        for name in names:
            if name.endswith(BASE_MAP) and not _IGNORED.fullmatch(name):
                yield "base-map", self.folder / name

    def _in_folder(self, kind: str) -> Iterator[tuple[str, Path]]:
        folder = self.folder / kind
        suffix = _SUFFIXES.get(kind, ".yml")
        try:
            self._check_inside(folder)
            if not folder.is_dir():
                raise _Unreadable(
                    "not-a-file", f"`{kind}` is wanted as a folder", f"Name a file `{kind}{suffix}`."
                )
            paths = sorted(folder.iterdir(), key=lambda path: path.name)
        except (OSError, RuntimeError, _Unreadable) as error:
            self.refuse(folder, error)
            return
        for path in paths:
            if path.suffix == suffix and not _IGNORED.fullmatch(path.name):
                yield kind, path
            elif not _IGNORED.fullmatch(path.name):
                self._unknown(path, (f"{path.stem}{suffix}",))

    def read(self, kind: str, path: Path) -> None:
        """Read one file into the content, or say why not."""
        try:
            data = self._bytes(path)
        except (OSError, RuntimeError, ValueError, _Unreadable) as error:
            self.refuse(path, error)
            return
        digest = hashlib.sha256(data).hexdigest()
        raw = data.removeprefix(b"\xef\xbb\xbf")
        try:
            text = raw.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self._not_utf8(path, raw, error.start)
            return
        name = _printable(path.name)
        file = TextFile(self._shown(path), kind, name, text, digest)
        self.content.files.append(self._without_controls(file))

    def _bytes(self, path: Path) -> bytes:
        self._check_inside(path)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _Unreadable("not-a-file", "this is not a regular file", "Put a plain text file here.")
        self._check_size(status.st_size)
        with path.open("rb") as stream:
            data = stream.read(FILE_LIMIT + 1)  # the file may have grown since it was measured
        self._check_size(len(data))
        self.total += len(data)
        return data

    def _check_inside(self, path: Path) -> None:
        # A link must not show a reader's page, or a problem's text, anything from outside content/.
        if not path.resolve(strict=True).is_relative_to(self.base):
            raise _Unreadable(
                "outside",
                "this link leads out of content/",
                "Copy the file into content/ instead of linking it.",
            )

    def _check_size(self, size: int) -> None:
        if size > FILE_LIMIT:
            limit = f"the limit is {FILE_LIMIT // 1024**2} MB"
            hint = "Split it: `X.yml` may be a folder `X/` of files."
            raise _Unreadable("too-large", f"the file has {size:,} bytes; {limit}", hint)
        if self.total + size > TOTAL_LIMIT:
            limit = f"the limit is {TOTAL_LIMIT // 1024**2} MB"
            raise _Unreadable(
                "too-large", f"with this file the content is too large; {limit}", "Keep less in content/."
            )

    def _without_controls(self, file: TextFile) -> TextFile:
        if not CONTROL.search(file.text):
            return file
        found = ((number, CONTROL.search(line)) for number, line in enumerate(file.lines, 1))
        for number, match in islice(((n, m) for n, m in found if m), _MOST_CONTROLS):
            problem = control_problem(file, (number, match.start() + 1), match[0])
            self.content.problems.append(problem)
        # A printable stand-in keeps every column, so that the rest of the file can be checked too.
        text = CONTROL.sub("\ufffd", file.text)
        return TextFile(file.path, file.kind, file.name, text, file.digest)

    def _not_utf8(self, path: Path, data: bytes, start: int) -> None:
        good = data[:start].decode("utf-8")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        source_line = data.decode("utf-8", "replace").split("\n")[line - 1].rstrip("\r")
        hint = "It looks like UTF-16. " if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
        self._add(
            Problem(
                Location(self._shown(path), line, column),
                "not-utf8",
                f"the byte 0x{data[start]:02X} is not UTF-8 text",
                f"{hint}Save the file as UTF-8.",
                source_line=source_line,
            )
        )

    def _unknown(self, path: Path, known: tuple[str, ...]) -> None:
        close = nearest(path.name, known)
        hint = f"Did you mean `{close}`? " if close else ""
        rest = f"Read are {', '.join(_NAMES)}; a list may be a folder of .yml files."
        location = Location(self._shown(path))
        name = _printable(path.name)
        complete = self.content.complete and path.suffix not in (".yml", ".yaml", ".md", "")
        self._add(Problem(location, "unknown-file", f"nothing reads `{name}`", hint + rest))
        self.content.complete = complete

    def _missing_explainer(self) -> None:
        hint = "It holds headlines, languages, time_zone, as_of and publisher; `explainer new DIR` makes one."
        location = Location("content/explainer.yml")
        self._add(Problem(location, "missing-file", "there is no `explainer.yml`", hint))

    def refuse(self, path: Path, error: Exception) -> None:
        """Keep the problem of a file or folder that cannot be read."""
        if isinstance(error, _Unreadable):
            code, message, hint = error.args
        else:
            reason = (getattr(error, "strerror", None) or "it cannot be opened").lower()
            code, message, hint = (
                "unreadable",
                f"the file cannot be read: {reason}",
                "See that it exists and may be read.",
            )
        self._add(Problem(Location(self._shown(path)), code, message, hint))

    def _add(self, problem: Problem) -> None:
        self.content.problems.append(problem)
        self.content.complete = False

    def _shown(self, path: Path) -> str:
        parts = ["content", *path.relative_to(self.folder).parts]
        return "/".join(_printable(part) for part in parts)


def _printable(name: str) -> str:
    """Give a file name that can be printed: names may hold line ends and bytes that are no text."""
    return CONTROL.sub("\ufffd", name.replace("\n", "\ufffd").replace("\t", "\ufffd"))
