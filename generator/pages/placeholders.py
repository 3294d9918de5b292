"""Placeholders for what says the day of an edition: which day a page speaks of, and how to cite it.

Templates leave places for it. A page that says the same in two editions differs in these alone.
"""

from dataclasses import replace
from html import escape

from generator.pages.page import Page
from generator.views.citation import citation, known_words
from generator.views.context import Context

# Private characters of Unicode: no words of an explainer hold them.
PLACEHOLDERS = {part: f"\ue000{part}\ue001" for part in ("known", "story", "words", "bibtex", "csl")}


def filled(page: Page, made: Context, site: str) -> Page:
    """The page with its stamp filled in. ``site`` is the public address of the edition, or ""."""
    cite = citation(made, page.subject, site)
    known = known_words(made.stamp, made.queries.time_zone, made.language)
    text = page.text
    story = made.language.day(made.queries.story_day)
    values = {"known": known, "story": story, "words": cite.words, "bibtex": cite.bibtex, "csl": cite.csl}
    for part, words in values.items():
        text = text.replace(PLACEHOLDERS[part], escape(words, quote=False))
    return replace(page, text=text)
