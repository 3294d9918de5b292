"""Opposites: whether a guess at what was meant would turn the meaning of a word round.

Names are near each other by their letters, and so are some that mean the opposite: `at_least` and
`at_most`, `north-quay` and `south-quay`, `confirmed` and `unconfirmed`. Names are compared word by
word; words that are opposites, a word that negates, one that turns a relation (`led-by` and `leads`)
or a sign before a number on one side alone make the two opposites.
"""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_\d]+")
_SIGN = re.compile(r"[+-](?=\d)")
_LIKE = 0.8  # out of 1: the same word with another ending, or a letter wrong
_NEGATING = frozenset(
    re.findall(
        r"\w+", "no not non never none neither nor cannot cant without nobody unable failed anti contra"
    )
)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "counter", "de", "mis", "contra")
_TURNING = frozenset({"by", "has"})  # who leads whom

_OPPOSITES = re.findall(
    r"(\w+)/(\w+)",
    """
    least/most less/more fewer/more min/max minimum/maximum minimal/maximal lowest/highest low/high
    lower/upper lower/higher lower/raise lower/rise under/over below/above down/up bottom/top smaller/larger
    small/large little/big short/long minor/major few/many some/all none/all nobody/everybody
    floor/ceiling decrease/increase fall/rise fell/rose drop/rise shrink/grow reduce/raise deflow/inflow
    outflow/inflow minus/plus loss/gain lose/win lost/won defeat/victory
    from/to from/until since/until since/till start/end begin/end begin/finish start/stop open/close
    opening/closing first/last earliest/latest early/late earlier/later old/new older/newer oldest/newest
    before/after pre/post past/future previous/next former/latter predecessor/successor ancestor/descendant
    parent/child senior/junior
    assert/deny affirm/deny claim/deny confirm/deny admit/deny accept/refuse accept/reject allow/forbid
    allow/deny approve/reject agree/contradict agree/differ concede/deny true/false yes/no on/off right/wrong
    right/left correct/wrong same/different like/unlike
    support/oppose ally/enemy allied/opposed friend/foe friendly/hostile pro/anti pro/contra for/against
    with/against join/leave join/quit with/without include/exclude inclusive/exclusive
    arrive/depart arrival/departure enter/leave enter/exit entry/exit come/go import/export immigrant/emigrant
    immigration/emigration advance/retreat attack/defend attack/retreat offensive/defensive take/lose
    capture/lose capture/release seize/release detain/free detain/release arrest/release jail/free
    occupy/liberate raise/lower build/destroy give/take give/receive send/receive buy/sell lend/borrow
    grant/refuse grant/revoke
    north/south northern/southern east/west eastern/western northeast/southwest northwest/southeast
    northeast/northwest southeast/southwest northeast/southeast northwest/southwest near/far inside/outside
    inner/outer in/out indoor/outdoor internal/external domestic/foreign upper/lower front/back front/rear
    head/tail left/right
    alive/dead living/dead live/dead born/died birth/death survive/die killed/survived wounded/unhurt
    missing/found lost/found hidden/shown hide/show public/private
    man/woman men/women male/female boy/girl boys/girls father/mother brother/sister husband/wife king/queen
    civilian/military civilian/combatant victim/perpetrator winner/loser victor/loser
    day/night morning/evening summer/winter am/pm hot/cold wet/dry light/dark good/bad best/worst better/worse
    legal/illegal full/empty whole/part strong/weak rich/poor easy/hard safe/dangerous war/peace
    positive/negative active/passive
    """,
)


def turns_round(wrong: str, guess: str) -> bool:
    """Say whether a guess means the opposite of what was written, as far as its words tell."""
    ours, theirs = _words(wrong), _words(guess)
    mine = [word for word in ours if word not in theirs]
    others = [word for word in theirs if word not in ours]
    return (
        _signs(wrong, guess) != _signs(guess, wrong)
        or _negated(mine, theirs) != _negated(others, ours)
        or _turned(mine, ours) != _turned(others, theirs)
        or any(_opposite(one, other) for one in mine for other in others)
    )


def _signs(name: str, other: str) -> list[str]:
    # Without a plus in sight, what stands before a number is a hyphen.
    return _SIGN.findall(name) if "+" in name + other else []


def _turned(words: list[str], every: list[str]) -> bool:
    return len(every) > 1 and bool(_TURNING.intersection(words))


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _negated(words: list[str], others: list[str]) -> bool:
    """Say whether words that only one side has negate what stands on the other."""
    return any(word in _NEGATING or _negates(word, other) for word in words for other in others or [""])


def _negates(word: str, other: str) -> bool:
    stems = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    # What is nearer with its prefix than without has no such prefix: `inside` in `indside`.
    return any(_same(stem, other) and _likeness(stem, other) > _likeness(word, other) for stem in stems)


def _opposite(one: str, other: str) -> bool:
    return any(
        (_same(one, word) and _same(other, opposite))
        or (len(word) > 2 and one.replace(word, opposite) == other)
        for pair in _OPPOSITES
        for word, opposite in (pair, pair[::-1])
        if word != opposite
    )


def _same(word: str, known: str) -> bool:
    """Say whether a word is a known one, in another form or with a letter wrong."""
    if word == known:
        return True
    return min(len(word), len(known)) > 3 and _likeness(word, known) >= _LIKE


def _likeness(word: str, known: str) -> float:
    return SequenceMatcher(None, _stem(word), _stem(known), autojunk=False).ratio()


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|ied|y)$", "i", re.sub(r"(?<=...)(?:ing|ed|es|s|d)$", "", word))
