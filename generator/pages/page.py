"""One Markdown page of the site."""

from dataclasses import dataclass

from generator.views.page_meta import PageMeta

MARK = "# Generated from content/ by `explainer build`; edit the YAML there, not this file."


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: ``path`` is relative to docs/.

    ``text`` is the whole file. Its front matter opens with ``MARK``. ``subject`` says what the
    page is about.
    """

    path: str
    title: str
    text: str
    subject: PageMeta
