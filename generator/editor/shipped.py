"""Where the files are that come with the generator but are not code.

A wheel carries them in ``generator/_shipped`` (setup.py puts them there). In a checkout, and so
in an editable install, they lie at the top of the repository.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped() -> Path:
    """The folder that holds ``mkdocs.yml``, ``theme/``, ``docs/`` and the default ``content/``."""
    inside = _PACKAGE / "_shipped"
    return inside if inside.is_dir() else _PACKAGE.parent
