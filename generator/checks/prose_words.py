"""Words by which checks of prose know that it counts or tells an order, in the languages of the interface.

They are folded as ``folded`` gives them: small letters without accents or vowel signs, single spaces.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

_SPACES = re.compile(r"[^\w]+")


class Counted(StrEnum):
    """What a text may say the number of."""

    SPEAKERS = "speakers"
    ACCOUNTS = "accounts"
    SOURCES = "sources"
    VERSIONS = "versions"


NOUNS = MappingProxyType(
    {
        "en": {
            Counted.SPEAKERS: "speaker speakers voice voices",
            Counted.ACCOUNTS: "account accounts claim claims report reports",
            Counted.SOURCES: "source sources outlet outlets paper papers",
            Counted.VERSIONS: "version versions",
        },
        "fr": {
            Counted.SPEAKERS: "voix locuteur locuteurs",
            Counted.ACCOUNTS: "récit récits témoignage témoignages",
            Counted.SOURCES: "source sources journal journaux média médias",
            Counted.VERSIONS: "version versions",
        },
        "ar": {
            Counted.SPEAKERS: "قائل قائلا قائلين قائلون صوت صوتا اصوات",
            Counted.ACCOUNTS: "رواية روايات شهادة شهادات",
            Counted.SOURCES: "مصدر مصادر مصدرا",
            Counted.VERSIONS: "نسخة نسخ",
        },
    }
)

# Words of two that are one with their number.
DUALS = MappingProxyType(
    {
        Counted.SPEAKERS: "قائلان قائلين صوتان صوتين",
        Counted.ACCOUNTS: "روايتان روايتين شهادتان شهادتين",
        Counted.SOURCES: "مصدران مصدرين",
        Counted.VERSIONS: "نسختان نسختين",
    }
)

# From one on. "A source" and "one source" say which, not how many: only what excludes a second counts.
NUMBERS = MappingProxyType(
    {
        "en": "single|sole two three four five six seven eight nine ten eleven twelve",
        "fr": "seul|seule|unique deux trois quatre cinq six sept huit neuf dix onze douze",
        "ar": "واحد|واحدة|وحيد|وحيدة اثنان|اثنين|اثنتان|اثنتين ثلاثة|ثلاث اربعة|اربع خمسة|خمس ستة|ست "
        "سبعة|سبع ثمانية|ثماني تسعة|تسع عشرة|عشر",
    }
)

# How a reply is told, or something said later: words, then turns of phrase. A bare "denied it" counts, for
# it stands behind what is denied.
REPLIES = MappingProxyType(
    {
        "en": "replied reply replies answered answers responded responds countered retorted rebuffed "
        "afterwards subsequently|in response|in answer|in reply|in turn|then denied|then rejected|"
        "later denied|later rejected|denied it|denies it|deny it|denied this|denied that|denied by|"
        "went on to deny",
        "fr": "répondu répond répondent répondit réplique retorque ensuite|en réponse|en retour|"
        "par la suite|puis démenti|puis a démenti|puis ont démenti|plus tard démenti|a réagi|ont réagi|"
        "l a démenti|le dément|le démentent|l ont démenti|démenti par|démentie par|ce que dément",
        "ar": "رد ردت ردا اجاب اجابت لاحقا|ردا على|ثم نفى|ثم نفت|بعد ذلك|فنفى|فنفت|في المقابل|"
        "نفى ذلك|نفت ذلك|ينفي ذلك|تنفي ذلك|ونفى|ونفت|نفاه|نفته",
    }
)

# How a text says that a denial came first.
EARLIER = MappingProxyType(
    {
        "en": "before earlier already beforehand|had denied",
        "fr": "avant auparavant déjà|plus tôt|avait démenti|avaient démenti",
        "ar": "قبل سابقا مسبقا|كان قد|كانت قد",
    }
)


def folded(words: str) -> str:
    """Give words in small letters, without accents, vowel signs and marks."""
    plain = unicodedata.normalize("NFKD", words.casefold().replace("\u0640", ""))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SPACES.sub(" ", letters).strip()


def numbers(language: str) -> dict[str, int]:
    """Give the number words of a language, folded."""
    words = NUMBERS.get(language, "").split()
    return {folded(form): value for value, forms in enumerate(words, 1) for form in forms.split("|")}


def nouns(language: str) -> dict[str, Counted]:
    """Give the words for what is counted in a language, folded."""
    found = NOUNS.get(language, {})
    return {folded(word): kind for kind, words in found.items() for word in words.split()}


def duals(language: str) -> dict[str, Counted]:
    """Give the words that say two of something by themselves."""
    if language != "ar":
        return {}
    return {folded(word): kind for kind, words in DUALS.items() for word in words.split()}


def turns(of: Mapping[str, str], language: str) -> tuple[str, ...]:
    """Give the words and turns of phrase of such a list in a language, folded."""
    first, *others = of.get(language, "").split("|")
    found = tuple(dict.fromkeys(folded(turn) for turn in (*first.split(), *others) if turn))
    # In Arabic "and" is written as one with the word behind it.
    return (*found, *(f"و{turn}" for turn in found)) if language == "ar" else found
