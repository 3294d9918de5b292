"""Where a sentence ends: in languages that end one with ``.``, ``!``, ``?``, ``؟`` or ``…``."""

import re
from collections.abc import Iterator

# Links and citations are passed over whole. An end mark may be followed by closing quotes and
# brackets, and must be followed by space or the end. The look-behind keeps long runs of dots linear.
_TOKEN = re.compile(
    r"\[\[[^\[\]]*\]\]"
    r"|(?P<cite>\[@[^\[\]]*\])"
    r"|(?<![.!?؟…])(?P<end>[.!?؟…]++)[\"'”’»)\]]*+(?:\s?»)?(?=\s|\[@|\Z)"
)
# Citations straight after an end mark belong to the sentence that it ends.
_TAIL = re.compile(r"(?:\s*+\[@[^\[\]]*\])+[.!?؟…]*")

_SPACE = re.compile(r"\s*")
_TITLE = re.compile(
    r"Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Brig|Sgt|St|Sen|Rep|Gov|Rev|Hon|Mme|Mlle|MM|vs|cf|incl"
)
_BEFORE_NUMBER = re.compile(
    r"Nos?|nr|pp?|vol|fig|ch|ca?|approx|env|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a block starts and ends in its text, space at the edges left out."""
    start, cited_to, position = _skip_space(text, 0), -1, 0
    while token := _TOKEN.search(text, position):
        position = token.end()
        if token["cite"]:
            cited_to = token.end()
            continue
        tail = _TAIL.match(text, position) if token["end"] else None
        if tail or (token["end"] and (cited_to == token.start() or _ends(text, token))):
            position = tail.end() if tail else position
            yield start, position
            start = _skip_space(text, position)
    end = len(text.rstrip())
    if start < end:
        yield start, end


def _skip_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _ends(text: str, token: re.Match[str]) -> bool:
    next_word = _skip_space(text, token.end())
    after = text[next_word : next_word + 1]
    if not after:
        return True
    if token["end"] != ".":
        # `"Why?" he asked.` and `He waited... then left.` go on.
        return not after.islower()
    words = text[max(0, token.start() - 20) : token.start()].split()
    return not words or not _is_abbreviation(words[-1].lstrip("([\"'“‘«"), after)


def _is_abbreviation(word: str, after: str) -> bool:
    if "." in word:  # e.g. U.S. p.m.
        return after.islower() or after.isdigit() or word.isupper()
    if len(word) == 1 and word.isupper():  # an initial
        return word != "I"
    return bool(_TITLE.fullmatch(word) or (after.isdigit() and _BEFORE_NUMBER.fullmatch(word)))
