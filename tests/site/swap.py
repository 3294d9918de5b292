"""Folders before and after a swap, and swaps that are stopped on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import generator.site.publish as publishing
from generator.site import docs
from generator.site.files import move


class CrashError(BaseException):
    """The process ends here."""


def lay(root: Path, files: dict[str, str]) -> Path:
    for below, text in files.items():
        path = root / below
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def tree(root: Path) -> dict[str, str] | None:
    if not root.exists():
        return None
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()}


@contextmanager
def stopped_at(step: int, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Let ``step`` moves happen, then raise: before the next one when even, half way when odd."""
    moves: list[int] = []

    def stopping(source: Path, place: Path) -> None:
        moves.append(1)
        if len(moves) == step + 1:
            if step % 2:
                move(source, place)
            raise error
        move(source, place)

    with monkeypatch.context() as patched:
        patched.setattr(publishing, "move", stopping)
        patched.setattr(docs, "move", stopping)
        yield moves
