"""Language codes (BCP 47): their parts, script and direction, and what CLDR knows of them.

Any well-formed code may mark words or a source. The languages of an explainer need more: forms of dates,
numbers and lists from CLDR.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global
from babel.localedata import load as load_data
from babel.localedata import locale_identifiers

_CODE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<territory>[A-Z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)"
)
# The scripts that Unicode writes from right to left, by ISO 15924.
_SCRIPTS = """
Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo
Orkh Ougr Palm Phli Phlp Phlv Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa Todr Yezi
"""
_RIGHT_TO_LEFT = frozenset(_SCRIPTS.split())
_UNNAMED_MONTH = re.compile(r"M?\d+")  # what CLDR's root has where a language has no months of its own


class UnknownLanguageError(ValueError):
    """CLDR has no forms of dates and numbers for a language; the message says which one it is."""


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """The parts of a code; what it does not say is ""."""

    language: str
    script: str = ""
    territory: str = ""
    variants: str = ""

    def __str__(self) -> str:
        """Give the code as BCP 47 writes it."""
        return "-".join(filter(None, (self.language, self.script, self.territory))) + self.variants


def parse_tag(code: str) -> LanguageTag | None:
    """Take a code apart; ``None`` for one that is not well-formed, or not in BCP 47's letter cases."""
    found = _CODE.fullmatch(code)
    return LanguageTag(*(part or "" for part in found.groups())) if found else None


def in_its_case(code: str) -> str:
    """Write a code in BCP 47's letter cases and with its hyphens: ``EN_gb`` is ``en-GB``."""
    first, *others = code.strip().replace("_", "-").lower().split("-")
    cased = {4: str.title, 2: str.upper}
    return "-".join([first, *(cased.get(len(part), str)(part) for part in others)])


@lru_cache(maxsize=1000)
def canonical(code: str) -> LanguageTag:
    """Give the code by which CLDR knows a language: ``prs`` is ``fa-AF``, ``iw`` is ``he``.

    What is no code is a language that nobody knows.
    """
    tag = parse_tag(code) or LanguageTag(code)
    alias = get_global("language_aliases").get(tag.language)
    other = parse_tag(str(alias).replace("_", "-")) if alias else None
    if other is None:
        return tag
    return LanguageTag(
        other.language, tag.script or other.script, tag.territory or other.territory, tag.variants
    )


@lru_cache(maxsize=1000)
def script_of(code: str) -> str:
    """Give the script in which a language is written, by ISO 15924: its own, else CLDR's likely one."""
    tag = canonical(code)
    if tag.script:
        return tag.script
    likely = get_global("likely_subtags")
    found = likely.get(f"{tag.language}_{tag.territory}") or likely.get(tag.language) or ""
    return next((part for part in str(found).split("_")[1:] if len(part) == 4), "Latn")


def direction_of(code: str) -> str:
    """Give the direction in which a language is written: ``rtl`` or ``ltr``."""
    return "rtl" if script_of(code) in _RIGHT_TO_LEFT else "ltr"


def nearest(code: str, known: Iterable[str]) -> str:
    """Find the code among the known ones that is nearest to a language and written like it, or "".

    The whole code comes first, then one without its variants, its territory, its script. Codes that CLDR
    takes for the same are: ``sh`` for ``sr-Latn``.
    """
    named = _by_every_code(frozenset(known))
    alike = (named[wider] for wider in _wider(code) if wider in named)
    return next((one for one in alike if script_of(one) == script_of(code)), "")


@lru_cache(maxsize=100)
def _by_every_code(known: frozenset[str]) -> Mapping[str, str]:
    """Give each known code by itself, and by what CLDR takes it for."""
    return {str(canonical(one)): one for one in sorted(known)} | {one: one for one in known}


def _wider(code: str) -> Iterator[str]:
    """Give codes that say less and less of a language."""
    tag, script = canonical(code), script_of(code)
    yield code
    yield str(tag)
    for territory in dict.fromkeys((tag.territory, "")):
        yield str(LanguageTag(tag.language, tag.script, territory))
        yield str(LanguageTag(tag.language, script, territory))
        yield str(LanguageTag(tag.language, "", territory))


@lru_cache(maxsize=100)
def locale_of(code: str) -> Locale:
    """Give what CLDR knows of a language in the region that its code names, or by itself.

    Raises UnknownLanguageError.
    """
    found = nearest(code, _known_to_cldr())
    if not found or canonical(code).territory not in ("", canonical(found).territory):
        raise UnknownLanguageError(f"CLDR knows no language `{code}`")
    locale = Locale.parse(found, sep="-")
    # Read as it is: to ask the locale would write what it answers into data that other locales share.
    wide = load_data(str(locale))["months"]["format"]["wide"]
    if isinstance(wide, dict) and _UNNAMED_MONTH.fullmatch(wide[12]):
        raise UnknownLanguageError(f"CLDR has no names of months for `{code}`")
    return locale


@cache
def known_languages() -> tuple[str, ...]:
    """Give the codes of all languages that CLDR knows, without regions, in order."""
    return tuple(sorted(code for code in _known_to_cldr() if len(code) <= 3 and _has_months(code)))


def _has_months(code: str) -> bool:
    try:
        locale_of(code)
    except UnknownLanguageError:
        return False
    return True


@cache
def _known_to_cldr() -> frozenset[str]:
    return frozenset(name.replace("_", "-") for name in locale_identifiers() if name != "root")
