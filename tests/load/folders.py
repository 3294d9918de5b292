"""Explainer folders to load, written for one test."""

import shutil
from pathlib import Path

from generator.load import Loaded, load

BROKEN = Path(__file__).parent.parent / "broken" / "load"
EVENT = """\
- id: weir-opens
  occurred: 2018-03-08
  title: The weir opens
  claims:
    - id: ledger-first
      says: The weir stood open.
      by: night-ledger
      cite: ledger-0308
"""
QUESTION = "---\ntitle: Why?\nreviewed: 2018-04-01\n---\n"


def explainer(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write ``files`` into ``root/content``, with a sound explainer.yml unless they hold one."""
    shutil.copytree(BROKEN / "_base", root / "content", dirs_exist_ok=True)
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def load_files(root: Path, files: dict[str, str | bytes]) -> Loaded:
    """Load an explainer of these files."""
    return load(explainer(root, files))


def found(loaded: Loaded) -> list[str]:
    """The problems as ``path:line:column: code``, without ``content/``."""
    return [f"{str(p.location).removeprefix('content/')}: {p.code}" for p in loaded.problems]
