"""The front matter of a page's text, read as a builder reads it."""

from typing import Any

import yaml


def front(text: str) -> dict[str, Any]:
    """What the front matter says."""
    said = yaml.load(text.split("\n---\n", 1)[0], yaml.CSafeLoader)
    assert isinstance(said, dict)
    return said
