"""What the search says of how much it found, in each plural form of the language."""

import json
from typing import Any

from generator.views.language import N_, Language

_MOST = 201  # numbers among which every form has one


def search_words(words: Language) -> dict[str, Any]:
    """Give what the theme tells the search's script: a tag for numbers, and sentences as JSON.

    ``found`` and ``all`` hold them by plural category, for a search by words and for one by facets alone;
    ``none`` and ``nothing`` are those for no result.
    """
    forms = {words.locale.plural_form(number): number for number in reversed(range(_MOST))}
    counts = {
        "found": {
            form: words.ngettext("{number} result for {words}", "{number} results for {words}", number)
            for form, number in sorted(forms.items())
        },
        "all": {
            form: words.ngettext("{number} result", "{number} results", number)
            for form, number in sorted(forms.items())
        },
        "none": words.gettext(N_("No results for {words}")),
        "nothing": words.gettext(N_("No results")),
    }
    tag = str(words.locale).replace("_", "-")
    return {"locale": tag, "counts": json.dumps(counts, ensure_ascii=False, separators=(",", ":"))}
