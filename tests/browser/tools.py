"""The programs that judge pages, as `make browser` installs them."""

import os
from pathlib import Path

from tests.built import REPOSITORY

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
# Chromium without windows: the same engine, but each new page costs it a sixth.
HEADLESS = Path(os.environ.get("CHROMIUM_HEADLESS", "/usr/bin/chromium-headless-shell"))
# A browser has no sandbox where root runs it.
AS_ROOT = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
AXE = Path("axe-core/axe.min.js")
LIGHTHOUSE = Path("lighthouse/cli/index.js")
VALIDATOR = Path("vnu-jar/build/dist/vnu.jar")


def needed(tool: Path) -> Path:
    """Where the tool is. Fails with the way to get it."""
    file = REPOSITORY / "tools/node_modules" / tool  # of the browser, whose path is absolute, this keeps that
    assert file.is_file(), f"There is no {file}. `make browser` installs what the browser tests need."
    return file
