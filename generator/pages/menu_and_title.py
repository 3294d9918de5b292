"""What the builder's configuration takes from the facts: the site's name, language and menu."""

from typing import Any

from generator.model.facts import Facts
from generator.pages import kinds
from generator.pages.search_words import search_words
from generator.views.borrowed import OPENED, bare, bare_all
from generator.views.language import N_, language_for

# The pages of the menu that are written by hand; the others are kinds of page.
_HAND_WRITTEN = ((N_("About"), "about/index.md"),)

# What the theme's own templates say.
_WORDS = {
    "lost": N_("This page is not here"),
    "lost_why": N_("The address may be misspelt: pages that were published keep theirs."),
    "follow": N_("Follow what changes here"),
    "way": N_("Where this page is"),
    "earlier": N_("Earlier days"),
    "before": N_("Before:"),
    "after": N_("After:"),
    "says": N_("Who says so, and where it was read"),
    "colon": N_(": "),
    "comma": N_(", "),
    "semicolon": N_("; "),
    "cite": N_("Cite this page"),
    "corrections": N_("Corrections"),
    "report": N_("Report an error on this page"),
    "search": N_("Search"),
    "a_to_z": N_("From A to Z"),
}


def settings(facts: Facts, code: str) -> dict[str, Any]:
    """Give what overrides mkdocs.yml: site name, menu, language, and the words of the theme."""
    words = language_for(facts, code)
    name, _ = facts.explainer.headlines[-1].title.best(code, facts.explainer.languages[0])
    said = {key: words.gettext(message) for key, message in _WORDS.items()}
    return {
        "site_name": name,
        "theme": {"language": code, "direction": words.direction},
        "extra": {
            "publisher": facts.explainer.publisher,
            "words": bare_all(said),
            "borrowed": [key for key, one in said.items() if OPENED in one],
            "language": code,
            "search": bare_all(search_words(words)),
            "spoken": "" if words.spoken == code else words.spoken,
        },
        "nav": [{bare(words.gettext(label)): path} for label, path in menu()],
    }


def menu() -> tuple[tuple[str, str], ...]:
    """Give the label and the file below docs/ of each page in the menu, in its order."""
    return (*((kind.label, kind.path()) for kind in kinds.KINDS if kind.in_menu), *_HAND_WRITTEN)
