"""Systems that are not Linux: what only POSIX has is not needed to import, check or build."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from generator.cli.answering import from_here
from generator.editor import scaffold
from generator.problems import Location, Problem

ROOT = Path(__file__).parents[1]
# Takes away what Windows' Python lacks, then does as it is told. Processes that are begun from nothing
# import this again, and so lack it too.
WITHOUT = """
import multiprocessing, multiprocessing.context, os, signal, sys

sys.modules["fcntl"] = sys.modules["resource"] = sys.modules["pwd"] = None
for name in ("pthread_sigmask", "sigwait", "SIGKILL", "SIGHUP", "SIGALRM", "alarm", "setitimer"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("link", "fork", "sched_getaffinity", "getuid", "chown", "mkfifo"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("fork", "forkserver"):
    multiprocessing.context._concrete_contexts.pop(name, None)
multiprocessing.get_all_start_methods = lambda: ["spawn"]

if __name__ == "__main__":
    from generator.cli import main

    main(sys.argv[1:])
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    script = folder / "without.py"
    script.write_text(WITHOUT, encoding="utf-8")
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.run(
        [sys.executable, str(script), *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_explainer_is_checked_without_what_only_posix_has(tmp_path: Path) -> None:
    scaffold.new(tmp_path / "town", "sample")
    done = run(tmp_path, "check", "town", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout), list | dict)


@pytest.mark.builds
def test_an_explainer_is_built_without_what_only_posix_has(tmp_path: Path) -> None:
    scaffold.new(tmp_path / "town", "sample")
    done = run(tmp_path, "build", "town", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    days = json.loads((tmp_path / "town/site/at/days.json").read_text("utf-8"))["days"]
    for day in days:
        assert (tmp_path / "town/site/at" / day / "index.html").is_file()
    done = run(tmp_path, "verify", "town/site")
    assert done.returncode == 0, done.stderr


def test_no_module_imports_what_only_posix_has() -> None:
    only = re.compile(
        r"^\s*(?:import|from) (?:fcntl|pwd|grp|resource|termios|tty|pty|posix|syslog)\b"
        r"|from (?:os|signal) import .*\b(?:link|fork|pthread_sigmask|getuid|SIGKILL|SIGHUP|alarm)\b",
        re.MULTILINE,
    )
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {hit[0].strip()}"
        for path in sorted((ROOT / "generator").rglob("*.py"))
        for hit in only.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_paths_of_problems_are_written_with_slashes_everywhere() -> None:
    problem = Problem(Location("content/actors.yml", 1, 1), "bad-id", "No.")
    (found,) = from_here(PureWindowsPath("stories") / "town", [problem])  # type: ignore[arg-type]
    assert found.location.path == "stories/town/content/actors.yml"
