"""One Markdown page of the site."""

from dataclasses import dataclass

MARK = "# Generated from content/ by `explainer build`; edit the YAML there, not this file."


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: ``path`` is relative to docs/, ``made_from`` holds the ids it shows.

    ``text`` is the whole file. Its front matter opens with ``MARK``.
    """

    path: str
    title: str
    text: str
    made_from: tuple[str, ...]
