"""The gettext catalogues of interface words: those in ``locales/``, and one that an explainer brings."""

import gettext
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.model.interface_words import InterfaceWords
from generator.model.languages import locale_of

ORIGINAL = "en"  # the language of the words in the code


@lru_cache(maxsize=1)
def interface_languages() -> tuple[str, ...]:
    """Give the languages that there are interface words in, in order."""
    names = (file.name for file in files("generator.views").joinpath("locales").iterdir())
    return tuple(sorted([ORIGINAL, *(name.removesuffix(".po") for name in names if name.endswith(".po"))]))


@lru_cache(maxsize=16)
def catalogue(code: str) -> Catalog:
    """Read the interface words of one of the ``interface_languages``, other than English."""
    with files("generator.views").joinpath("locales", f"{code}.po").open("rb") as text:
        return read_po(text, locale=code.replace("-", "_"))


@lru_cache(maxsize=16)
def translations(code: str, own: InterfaceWords | None) -> gettext.NullTranslations:
    """Give words of an explainer's own before those that the product has, if it has any."""
    kept: gettext.NullTranslations = gettext.NullTranslations()
    if code not in ("", ORIGINAL):
        kept = _compiled(catalogue(code))
    if own is None:
        return kept
    catalog = Catalog(locale=str(locale_of(own.code)))
    catalog.mime_headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Plural-Forms", f"nplurals={own.forms}; plural={own.plural};"),
    ]
    for one in own.messages:
        if one.counts:
            catalog.add(_as_asked(one.id), _as_asked(one.said))
    first = _compiled(catalog)
    first.add_fallback(kept)
    return first


def _as_asked(words: tuple[str, ...]) -> str | tuple[str, ...]:
    return words if len(words) > 1 else words[0]


def _compiled(catalog: Catalog) -> gettext.GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@lru_cache(maxsize=16)
def translated(code: str) -> frozenset[tuple[str, ...]]:
    """Give the words for which one of the ``interface_languages``, other than English, has others."""
    said = (one for one in catalogue(code) if one.id and not one.fuzzy)
    return frozenset(forms_of(one.id) for one in said if all(forms_of(one.string)))


def forms_of(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Give words that may have more forms than one, in each of them."""
    return (words,) if isinstance(words, str) else tuple(words or ("",))
