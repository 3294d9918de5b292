"""The processes that make editions end with the build that began them."""

import os
import subprocess
import sys
import time
from pathlib import Path

# Makes the editions of the invented country, says who does, and is gone before it could tell them.
KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from generator.pages.page import SiteInfo
from generator.press.workers import EditionJob, building_editions
from multiprocessing import active_children
from tests.world import world

if __name__ == "__main__":
    days = tuple(date(2018, 3, day) for day in range(1, 29))
    job = EditionJob(world(), "en", SiteInfo(editions=days), Path(sys.argv[1]), {"index.md": 1})
    with building_editions(job):
        print(*(child.pid for child in active_children()), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""
REPOSITORY = Path(__file__).parent.parent.parent
PATIENCE = 30  # seconds


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_killed_build_leaves_no_worker_behind(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(REPOSITORY / "mkdocs.yml")],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        timeout=60 + PATIENCE,  # whoever is left holds the pipe open
        check=False,
    )
    pids = [int(pid) for pid in done.stdout.split()]
    assert done.returncode == -9 and pids
    for _ in range(PATIENCE * 10):
        if not any(map(_is_running, pids)):
            return
        time.sleep(0.1)
    raise AssertionError(f"still running after {PATIENCE} seconds: {[*filter(_is_running, pids)]}")
