"""Checkouts in temporary folders, and programs run with their code by this interpreter.

No code of the generator is imported here: another revision may call its modules by other names.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
STARTUP = ROOT / "tools" / "startup"  # keeps the generator that is installed out of the programs


class CheckoutError(Exception):
    """A checkout could not be made, or a program in it failed; the message says why."""


@contextmanager
def revision(name: str, root: Path = ROOT) -> Iterator[Path]:
    """Check a revision out into a git worktree, for as long as the block lasts. Raises CheckoutError."""
    try:
        commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").strip()
    except CheckoutError:
        raise CheckoutError(f"git has no revision `{name}`") from None
    with TemporaryDirectory(prefix="explainer-") as folder:
        checkout = Path(folder).resolve() / "checkout"
        _git(root, "worktree", "add", "--quiet", "--detach", str(checkout), commit)
        try:
            yield checkout
        finally:
            _git(root, "worktree", "remove", "--force", str(checkout))


@contextmanager
def working_copy(root: Path = ROOT) -> Iterator[Path]:
    """Copy the files as they are now, all but those that git ignores. Raises CheckoutError."""
    listed = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    with TemporaryDirectory(prefix="explainer-") as folder:
        checkout = Path(folder).resolve() / "checkout"
        for name in filter(None, listed.split("\0")):
            if (root / name).is_file():  # git goes on listing a file that was removed
                (checkout / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / name, checkout / name)
        yield checkout


def run(checkout: Path, module: str, *words: str) -> str:
    """Run a module of a checkout in its top folder; give what it prints. Raises CheckoutError."""
    environment = {**os.environ, "PYTHONPATH": f"{checkout}{os.pathsep}{STARTUP}"}
    return _printed([sys.executable, "-m", module, *words], cwd=checkout, env=environment)


def _git(root: Path, *words: str) -> str:
    return _printed(["git", "-C", str(root), *words])


def _printed(command: list[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    # In a session of its own Ctrl-C does not reach the program: we tell it to end, once.
    process = Popen(
        command, cwd=cwd, env=env, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, text=True, start_new_session=True
    )
    try:
        said, errors = process.communicate()
    except BaseException:
        process.terminate()  # and not kill: it has programs of its own to end
        process.communicate()
        raise
    if process.returncode:
        raise CheckoutError(f"{' '.join(command)} failed:\n{errors.strip() or said.strip()}")
    return said
