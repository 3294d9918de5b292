"""Placeholders for what says the day of an edition: which day a page speaks of, and how to cite it.

Templates leave places for it. A page that says the same in two editions differs in these alone.
"""

from html import escape

from generator.views.citation import citation, known_words
from generator.views.context import Context
from generator.views.page_meta import PageMeta

# Private characters of Unicode: no words of an explainer hold them.
PLACEHOLDERS = {part: f"\ue000{part}\ue001" for part in ("known", "story", "words", "bibtex", "csl")}


def filled(text: str, meta: PageMeta, context: Context, site: str) -> str:
    """Fill in the placeholders of a page's text. ``site`` is the public address of the edition, or ""."""
    cite = citation(context, meta, site)
    known = known_words(context.stamp, context.queries.time_zone, context.language)
    story = context.language.day(context.queries.story_day)
    values = {"known": known, "story": story, "words": cite.words, "bibtex": cite.bibtex, "csl": cite.csl}
    for part, words in values.items():
        text = text.replace(PLACEHOLDERS[part], escape(words, quote=False))
    return text
