"""Words for a whole and for a part of it: whether two claims say the same but for how much of a thing.

Who says "all" says "some" and "most" too, so that the two do not contradict each other. Only what is plain is
judged: the words left of one claim are all in the other, and neither says that the rest is otherwise.
"""

from collections.abc import Iterator
from types import MappingProxyType

from generator.checks.prose_words import folded
from generator.model.text import Text

_WHOLE = MappingProxyType(
    {
        "en": "all whole wholly entire entirely complete completely full fully total totally every "
        "altogether",
        "fr": "tout toute tous toutes entier entière entiers entières entièrement complet complète "
        "complètement total totale totalement totalité intégralement ensemble",
        "ar": "كل كله كلها كلهم كامل كاملا كاملة بالكامل جميع جميعا جميعها كليا تماما",
    }
)
_PART = MappingProxyType(
    {
        "en": "part parts partly partial partially some half most mostly many several largely",
        "fr": "partie parties partiel partielle partiellement certains certaines quelques moitié plupart "
        "majorité plusieurs beaucoup",
        "ar": "جزء جزءا اجزاء جزئي جزئيا بعض بعضها نصف معظم معظمها اغلب اغلبية غالبية كثير عدة",
    }
)
# What says that it is no more than that, or tells of the rest: then the two cannot both be true.
_NO_MORE = MappingProxyType(
    {
        "en": "only alone just except but not no never nor without remain remains remained rest still keep "
        "keeps",
        "fr": "seulement seul seule seuls seules uniquement sauf mais ne n pas sans reste restent restait "
        "encore hormis",
        "ar": "فقط الا سوى باستثناء لكن لم لا لن ليس غير باقي بقي بقيت ما زال مازال عدا وحده وحدها",
    }
)
_SHORT = 3  # letters of words that join others, in the languages of Latin letters
_LEAST = 2  # words that two claims have in common


def differ_in_share_alone(one: Text, other: Text, language: str) -> bool:
    """Say whether one text tells of a whole what the other tells of a part, as far as their words say.

    ``language`` is that of plain text.
    """
    for code in dict.fromkeys((language, *(code for code, _ in one.variants))):
        mine, theirs = one.in_language(code), other.in_language(code)
        if code == language:
            mine, theirs = mine or one.in_language(""), theirs or other.in_language("")
        if mine and theirs and _compared(mine, theirs, code.partition("-")[0]):
            return True
    return False


def _compared(mine: str, theirs: str, language: str) -> bool:
    if language not in _WHOLE:
        return False
    one, other = folded(mine).split(), folded(theirs).split()
    if {*one, *other} & _words(_NO_MORE, language) or any(word.isdigit() for word in (*one, *other)):
        return False
    whole, part = _words(_WHOLE, language), _words(_PART, language)
    shares = [(bool(whole & {*each}), bool(part & {*each})) for each in (one, other)]
    if sorted(shares) != [(False, True), (True, False)]:
        return False
    left = [frozenset(_left(each, language)) for each in (one, other)]
    common = left[0] & left[1]
    return len(common) >= _LEAST and common in left


def _left(words: list[str], language: str) -> Iterator[str]:
    """Give the words that say what it is about."""
    shares = _words(_WHOLE, language) | _words(_PART, language)
    for word in words:
        if word not in shares and (language == "ar" or len(word) > _SHORT):
            yield word


def _words(of: MappingProxyType[str, str], language: str) -> frozenset[str]:
    return frozenset(map(folded, of[language].split()))
