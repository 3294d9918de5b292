"""What accounts of an event that cannot all be true differ on: who, when, where, how many.

Their editor may say so (``differs_in``). Else it is read off what is plain, of each two that contradict each
other: one denies what the other asserts; they hand one place to different holders; both name a time of one
kind (a clock time, a weekday, a day, a month, a year), and none of those is the same; both name places of
the event, of which none is or lies in one of the other; both count the same thing, in different numbers.
Where nothing is plain nothing is said of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from babel import Locale

from generator.derive.quantities import quantities
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.places import Place
from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.model.text import Text, links
from generator.model.vocabulary import Contested, Stance
from generator.views.context import Context
from generator.views.language import N_

CONTESTED = {
    Contested.WHETHER: N_("whether it is so"),
    Contested.WHO: N_("who it was"),
    Contested.WHEN: N_("the time"),
    Contested.WHERE: N_("the place"),
    Contested.HOW_MANY: N_("the number"),
    Contested.HOW: N_("how it happened"),
}

# Words that make the date after them the last that is meant, by language.
_BY = {"en": r"by|before|until", "fr": r"avant|jusqu’au|d’ici", "ar": r"بحلول|قبل|حتى"}
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:])")
_YEAR = re.compile(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d.,]\d|\d)")


def contested(
    context: Context, claims: Mapping[Ref, Claim], *, denied: bool = False
) -> tuple[Contested, ...]:
    """Say on what the claims of one record differ, as far as it is given or plain.

    ``denied``: some of them deny it, whether or not they name what they deny.
    """
    found = {one for pair in _rivals(claims) for one in _between(context, *pair)}
    if denied:
        found.add(Contested.WHETHER)
    return tuple(one for one in Contested if one in found)


def contested_words(context: Context, claims: Mapping[Ref, Claim], *, denied: bool = False) -> str:
    """Say in words on what the claims of one record differ; "" where nothing is given or plain."""
    found = tuple(context.words(CONTESTED[one]) for one in contested(context, claims, denied=denied))
    return context.language.listing(found) if found else ""


def _rivals(claims: Mapping[Ref, Claim]) -> Iterator[tuple[Ref, Claim, Claim]]:
    """Yield each claim with one that it contradicts, among those given."""
    for ref, claim in claims.items():
        for name in claim.rivals:
            other = claims.get(Ref(ref.record, name))
            if other:
                yield ref, claim, other


def _between(context: Context, ref: Ref, one: Claim, other: Claim) -> Iterator[Contested]:
    if given := one.differs_in or (other.differs_in if one.id in other.rivals else ()):
        yield from given
        return
    if Stance.DENIES in (one.stance, other.stance):
        yield Contested.WHETHER
        return
    record = context.queries.record(ref.record)
    if isinstance(record, Event) and _hand_to_others(record, one, other):
        yield Contested.WHO
    first = context.queries.languages[0]
    (mine, code), theirs = one.says.best(first, first), other.says.best(first, first)[0]
    if _apart_in_time(mine, theirs, code):
        yield Contested.WHEN
    if _apart_in_place(context, record, one.says, other.says):
        yield Contested.WHERE
    if _apart_in_number(mine, theirs, code):
        yield Contested.HOW_MANY


def _hand_to_others(event: Event, one: Claim, other: Claim) -> bool:
    def holders(claim: Claim) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for change in event.changes:
            if claim.id in change.claims:
                found.setdefault(change.place, set()).add(change.holder)
        return found

    mine, theirs = holders(one), holders(other)
    return any(mine[place].isdisjoint(theirs[place]) for place in mine.keys() & theirs.keys())


def _apart_in_time(mine: str, theirs: str, language: str) -> bool:
    one, other = _times(mine, language), _times(theirs, language)
    if _within(one, other) or _within(other, one):
        return False
    kinds = ("clock", "weekday", "day", "month", "year")
    return any(one[kind] and other[kind] and one[kind].isdisjoint(other[kind]) for kind in kinds)


def _within(last: Mapping[str, set[tuple[int, ...]]], other: Mapping[str, set[tuple[int, ...]]]) -> bool:
    """Say whether days that are the last meant, and days told without that, can be both."""
    days = other["day"] - other["last"]
    return bool(last["last"] and days) and max(days) <= min(last["last"])


def _times(words: str, language: str) -> dict[str, set[tuple[int, ...]]]:
    """Give the times that a text names, by their kind; a day is its month and number."""
    pattern, months, weekdays = _calendar(language)
    found: dict[str, set[tuple[int, ...]]] = {kind: set() for kind in ("day", "last", "month", "weekday")}
    for match in pattern.finditer(words):
        name = match["name"].casefold()
        if name in weekdays:
            found["weekday"].add((weekdays[name],))
            continue
        number = match["before"] or match["after"]
        found["month"].add((months[name],))
        if number:
            found["day"].add((months[name], int(number)))
            if match["by"]:
                found["last"].add((months[name], int(number)))
    found["clock"] = {(int(hour), int(minute)) for hour, minute in _CLOCK.findall(words)}
    found["year"] = {(int(year),) for year in _YEAR.findall(words)}
    return found


@cache
def _calendar(language: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int]]:
    """Give what finds the names of months, with their day, and of weekdays; and the number of each name."""
    locale = Locale.parse(language, sep="-")
    months = {name.casefold(): number for number, name in locale.months["format"]["wide"].items()}
    weekdays = {name.casefold(): number for number, name in locale.days["format"]["wide"].items()}
    names = "|".join(sorted(map(re.escape, (*months, *weekdays)), key=len, reverse=True))
    by = _BY.get(locale.language, "(?!)")
    pattern = (
        rf"(?:(?<!\w)(?P<by>{by})\s+(?:the\s+|le\s+)?(?:\w+\s+of\s+)?)?"
        rf"(?:(?<!\d)(?P<before>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?)?"
        rf"(?<!\w)(?P<name>{names})(?!\w)(?:\s+(?P<after>\d{{1,2}})(?!\d))?"
    )
    return re.compile(pattern, re.IGNORECASE), months, weekdays


def _apart_in_place(context: Context, record: Record, mine: Text, theirs: Text) -> bool:
    around = getattr(record, "where", ())
    one, other = _places(context, mine, around), _places(context, theirs, around)
    return bool(one and other) and not (one & _around(context, other) or other & _around(context, one))


def _places(context: Context, text: Text, around: Iterable[str]) -> set[str]:
    """Give the places that a text links to, and those of the event that it names."""
    found = {str(target) for target in links(text) if _is_place(context, str(target))}
    first = context.queries.languages[0]
    words = text.best(first, first)[0].casefold()
    named = {}
    for place in around:
        label = context.queries.find_label(place)
        if label and label.name:
            named[label.name.best(first, first)[0].casefold()] = place
    for name in sorted(named, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        if re.search(pattern, words):
            found.add(named[name])
            words = re.sub(pattern, " ", words)  # a longer name is not that of what is named in it
    return found


def _is_place(context: Context, target: str) -> bool:
    label = context.queries.find_label(target)
    return label is not None and label.kind is Place


def _around(context: Context, places: set[str]) -> set[str]:
    """Give places with all that they lie in."""
    found = set(places)
    for place in places:
        record = context.queries.find(place)
        while isinstance(record, Place) and record.within and record.within not in found:
            found.add(record.within)
            record = context.queries.find(record.within)
    return found


def _apart_in_number(mine: str, theirs: str, language: str) -> bool:
    one, other = quantities(mine, language), quantities(theirs, language)
    same = [(a, b) for a in one for b in other if a.counts_the_same(b)]
    return bool(same) and not any((a.least, a.most) == (b.least, b.most) for a, b in same)
