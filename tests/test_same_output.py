"""What a refactoring must not change is compared byte for byte, wherever the code of each checkout lies."""

import subprocess
from pathlib import Path

import pytest

from tools.checkouts import CheckoutError, revision, run, working_copy
from tools.same_output import compare, first_difference, report

FOLDERS = ("docs", "site")
OUTPUT = {"docs/a.md": "one\ntwo\n", "site/a/index.html": "<p>one</p>\n", "site/b.bin": b"\xff\x00"}


def tree(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def told(folder: Path, before: dict[str, str | bytes], after: dict[str, str | bytes]) -> list[str]:
    return list(report(compare(tree(folder / "before", before), tree(folder / "after", after), FOLDERS)))


def test_the_same_files_are_counted(tmp_path: Path) -> None:
    assert told(tmp_path, OUTPUT, OUTPUT) == ["same: 1 files of docs/, 2 files of site/"]


def test_every_file_that_differs_is_listed_with_its_first_line_that_does(tmp_path: Path) -> None:
    other = {"docs/a.md": "one\n2\n3\n", "docs/new.md": "", "site/b.bin": b"\xff\x01"}
    assert told(tmp_path, OUTPUT, other) == [
        "4 differ: 2 files of docs/, 2 files of site/",
        "docs/a.md:2\n  - 'two'\n  + '2'",
        "docs/new.md is new",
        "site/a/index.html is missing",
        "site/b.bin differs from byte 1 on",
    ]


def test_cards_and_the_manifest_of_the_site_are_left_aside(tmp_path: Path) -> None:
    other = {"site/assets/cards/a.png": b"\x89", "site/manifest.json": "{}"}
    assert told(tmp_path, OUTPUT, OUTPUT | other) == ["same: 1 files of docs/, 2 files of site/"]
    assert told(tmp_path, OUTPUT, OUTPUT | {"site/data/manifest.json": "{}"})[1:] == [
        "site/data/manifest.json is new"
    ]


def test_a_long_list_is_cut(tmp_path: Path) -> None:
    lines = told(tmp_path, OUTPUT, OUTPUT | {f"docs/{number:02}.md": "" for number in range(23)})
    assert lines[0] == "23 differ: 24 files of docs/, 2 files of site/"
    assert lines[20:] == ["docs/19.md is new", "and 3 more"]


def test_a_build_that_left_nothing_is_not_the_same(tmp_path: Path) -> None:
    with pytest.raises(CheckoutError, match="left nothing in site/"):
        told(tmp_path, {"docs/a.md": ""}, {"docs/a.md": ""})


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a", "a\n", ":2\n  - (the file has ended)\n  + ''"),
        ("a \n", "a\r\n", ":1\n  - 'a '\n  + 'a\\r'"),
        ("x" * 500 + "old", "x" * 500 + "new", f":1\n  - …'{'x' * 30}old'\n  + …'{'x' * 30}new'"),
        ("a" + "x" * 200, "b", f":1\n  - 'a{'x' * 99}'…\n  + 'b'"),
    ],
    ids=["end", "spaces", "far along a line", "long"],
)
def test_what_is_shown_of_a_line_has_the_difference_in_it(old: str, new: str, shown: str) -> None:
    assert first_difference(old.encode(), new.encode()) == shown


def git(root: Path, *words: str) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", "-C", str(root), *identity, *words], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout whose generator was edited since its only commit."""
    root = tree(tmp_path / "top", {"generator/__init__.py": "", "generator/old.py": "print('of old')"})
    tree(root, {".gitignore": "built\n", "gone": "", "built": ""})
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "First")
    (root / "gone").unlink()
    return tree(root, {"generator/old.py": "print('as it is')", "generator/new.py": "print('new')"})


def test_each_checkout_runs_its_own_code(root: Path) -> None:
    with revision("HEAD", root) as before, working_copy(root) as after:
        assert run(before, "generator.old") == "of old\n"
        assert run(after, "generator.old") == "as it is\n"
        assert run(after, "generator.new") == "new\n"
        with pytest.raises(CheckoutError, match=r"No module named generator\.new"):
            run(before, "generator.new")


def test_a_module_that_a_checkout_lacks_is_not_taken_from_what_is_installed(root: Path) -> None:
    with revision("HEAD", root) as before, pytest.raises(CheckoutError, match=r"named generator\.problems"):
        run(before, "generator.problems")


def test_a_working_copy_has_the_files_that_git_does_not_ignore(root: Path) -> None:
    with working_copy(root) as copy:
        files = sorted(path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file())
    assert files == [".gitignore", "generator/__init__.py", "generator/new.py", "generator/old.py"]


def test_nothing_of_a_checkout_is_left(root: Path) -> None:
    with pytest.raises(KeyboardInterrupt), revision("HEAD", root) as before:
        tree(before, {"site/index.html": ""})
        raise KeyboardInterrupt
    assert not before.parent.exists()
    assert not list((root / ".git/worktrees").glob("*"))


def test_ctrl_c_ends_a_program_politely(root: Path) -> None:
    wait = """import os, signal, sys, pathlib
signal.signal(signal.SIGTERM, lambda *_: sys.exit(pathlib.Path("ended").touch()))
os.kill(os.getppid(), signal.SIGINT)
signal.pause()"""
    tree(root, {"generator/wait.py": wait})
    with working_copy(root) as copy:
        with pytest.raises(KeyboardInterrupt):
            run(copy, "generator.wait")
        assert (copy / "ended").exists()


@pytest.mark.parametrize("name", ["nowhere", "--help", ""])
def test_a_revision_that_there_is_not_is_told(root: Path, name: str) -> None:
    with pytest.raises(CheckoutError, match=f"git has no revision `{name}`"), revision(name, root):
        pass
