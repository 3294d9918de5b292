"""Lighthouse's report on a page, as for a phone on a slow line."""

import json
import os
import subprocess
from collections.abc import Sequence
from typing import Any

from tests.browser.tools import AS_ROOT, CHROMIUM, HEADLESS, LIGHTHOUSE, needed

PERFORMANCE = "performance"  # measured in time: only a quiet machine can tell
CATEGORIES = ("accessibility", "best-practices", "seo")
# For these it asks the browser about each link by itself, which takes half of its time;
# tests/contract/test_sentences.py looks at the links of all pages.
ABOUT_LINKS = ("crawlable-anchors", "link-text")
PAGES = ("home", "cities/*", "events/*", "casualties")


def report(address: str, *categories: str, without: Sequence[str] = ()) -> dict[str, Any]:
    """What Lighthouse says of the page, as it writes it; ``without`` are audits to leave out."""
    command = ["node", str(needed(LIGHTHOUSE)), address, "--quiet", "--output=json"]
    flags = " ".join(["--headless=new", "--disable-gpu", *AS_ROOT])
    # What is not measured in time needs no picture of the page, and no whole browser.
    timed = PERFORMANCE in categories
    program = HEADLESS if HEADLESS.is_file() and not timed else needed(CHROMIUM)
    command += [] if timed else ["--disable-full-page-screenshot"]
    command += [f"--skip-audits={','.join(without)}"] if without else []
    run = subprocess.run(
        [*command, f"--only-categories={','.join(categories)}", f"--chrome-flags={flags}"],
        capture_output=True,
        text=True,
        env={**os.environ, "CHROME_PATH": str(program), "CI": "1"},
        timeout=180,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)


def score(found: dict[str, Any], category: str) -> float:
    """From 0 to 1."""
    return found["categories"][category]["score"] or 0.0


def lost_points(found: dict[str, Any], category: str) -> list[str]:
    """The audits that cost something, with what they are about."""
    audits = [
        found["audits"][part["id"]] for part in found["categories"][category]["auditRefs"] if part["weight"]
    ]
    return [
        f"{audit['title']} {audit.get('displayValue', '')}"
        for audit in audits
        if audit["score"] is not None and audit["score"] < 1
    ]
