"""Lighthouse's report on a page, as for a phone on a slow line."""

import json
import os
import subprocess
from typing import Any

from tests.browser.tools import AS_ROOT, CHROMIUM, LIGHTHOUSE, needed

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = ("home", "cities/*", "events/*", "casualties")


def report(address: str) -> dict[str, Any]:
    """What Lighthouse says of the page, as it writes it."""
    command = ["node", str(needed(LIGHTHOUSE)), address, "--quiet", "--output=json"]
    flags = " ".join(["--headless=new", "--disable-gpu", *AS_ROOT])
    run = subprocess.run(
        [*command, f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"],
        capture_output=True,
        text=True,
        env={**os.environ, "CHROME_PATH": str(needed(CHROMIUM)), "CI": "1"},
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
