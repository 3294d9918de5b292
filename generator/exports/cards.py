"""Social cards: the picture that a link to a page is shown with, 1200 by 630 pixels.

Drawn with the fonts beside this file, in two colours over white, so that a card is a small PNG
with a palette. The same card has the same bytes; cards are kept by a hash of what is on them.
"""

import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from functools import cache, lru_cache
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path

from arabic_reshaper import reshape  # type: ignore[import-untyped]
from bidi.algorithm import get_display  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont

from generator.executors import Executor
from generator.exports.card_text import Measure, cut, fitted, has_long_word, lines_of
from generator.store import Store
from generator.views.borrowed import bare
from generator.views.citation import known_words
from generator.views.context import Context
from generator.views.isolation import isolated
from generator.views.page_meta import PageMeta

# Raised when a card looks different though it says the same: cards kept from before are then stale.
DRAWING = "4"

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2068\u2069"))
_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 80
_ROOM = _WIDTH - 2 * _MARGIN  # pixels of a line
_INK, _SOFT, _WHITE, _ACCENT = 0, 48, 127, 255
_AT_ONCE = 25  # cards of one piece of work
_TITLE_SIZES = ((72, 3), (60, 4), (50, 5))  # size in pixels, lines that fit
_COLOURS = {_INK: (0x16, 0x18, 0x1D), _WHITE: (0xFF, 0xFF, 0xFF), _ACCENT: (0x9B, 0x1C, 0x1C)}


@dataclass(frozen=True, slots=True)
class Card:
    """What is on a card. ``path`` is its file below the site; ``status`` is shown in the accent colour."""

    path: str
    title: str
    line: str
    status: str
    site: str
    known: str
    rtl: bool


def cards(context: Context, metas: Iterable[PageMeta]) -> Iterator[Card]:
    """Give the cards of the pages that have one, in the language of the context."""
    words, title = context.language, context.queries.headline.title
    site, _ = title.best(*context.languages)
    known = known_words(context.stamp, context.queries.time_zone, words)
    for meta in metas:
        if meta.card:
            card = Card(
                path=meta.card,
                title=meta.bare,
                line=meta.line,
                status=meta.status_label,
                site=site,
                known=bare(known),
                rtl=words.direction == "rtl",
            )
            yield card
            for old in context.queries.former(meta.record):
                yield replace(card, path=f"{meta.card.rpartition('/')[0]}/{old}.png")


@dataclass(frozen=True, slots=True)
class PendingCards:
    """Cards being drawn into a store, where each is kept by what is on it."""

    cards: Sequence[Card]
    store: Store
    drawn: Sequence[Callable[[], None]]

    def put(self, site: Path, take: Callable[[str, str], bool]) -> None:
        """Wait for the cards, then put them into a built site.

        ``take`` takes over a file of the last site if it was made from the same; it says whether it did.
        """
        for wait in self.drawn:
            wait()
        for card in self.cards:
            key = card_key(card)
            if not take(card.path, key):
                target = site / card.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self.store.get(key) or draw(card))


def begin(executor: Executor, cards: Iterable[Card], store: Store) -> PendingCards:
    """Begin to draw those cards that are not in a store."""
    wanted = list(cards)
    missing = [card for card in wanted if not store.has(card_key(card))]
    job = executor.share(store)
    pieces = [missing[at : at + _AT_ONCE] for at in range(0, len(missing), _AT_ONCE)]
    return PendingCards(wanted, store, [executor.submit(_draw_all, job, piece) for piece in pieces])


def _draw_all(store: Store, cards: Sequence[Card]) -> None:
    for card in cards:
        store.put(card_key(card), draw(card))


def card_key(card: Card) -> str:
    """Name a card by all that is on it, and by how it is drawn."""
    said = "\x00".join(map(str, (DRAWING, *astuple(card)[1:])))
    return hashlib.sha256(said.encode()).hexdigest()


def draw(card: Card) -> bytes:
    """Give the PNG of a card."""
    pen = _Pen(
        _background(card.site if card.site != card.title else "", card.known, card.rtl).copy(), card.rtl
    )
    bottom = pen.title(130, card.title)
    pen.pair(bottom + 26, card.status, card.line)
    pen.image.putpalette(_palette())
    out = BytesIO()
    # Runs of one colour are nearly all there is: half of the time of a search for patterns, 14 % larger.
    pen.image.save(out, "PNG", compress_type=zlib.Z_RLE)
    return out.getvalue()


@lru_cache(maxsize=8)
def _background(site: str, known: str, rtl: bool) -> Image.Image:
    """Draw what all cards of an explainer share."""
    pen = _Pen(Image.new("L", (_WIDTH, _HEIGHT), _WHITE), rtl)
    pen.image.paste(_ACCENT, (0, 0, _WIDTH, 16))
    if site:
        pen.text((64, 34), site, "regular", _SOFT)
    pen.text((_HEIGHT - 92, 28), known, "regular", _SOFT)
    return pen.image


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes lines of text from the margin where the language begins."""

    image: Image.Image
    rtl: bool

    def text(self, place: tuple[int, int], words: str, weight: str, ink: int) -> None:
        """One line; ``place`` is its top and its size in pixels."""
        top, size = place
        font = _font(weight, size)
        self._put(fitted(words, _ROOM, self._width(font)), (top, 0), font, ink)

    def title(self, top: int, words: str) -> int:
        """Give the title in as many lines as it needs, as large as they fit; gives their lower edge."""
        for size, most in _TITLE_SIZES:
            font = _font("bold", size)
            width = self._width(font)
            lines = lines_of(words, _ROOM, width)
            if len(lines) <= most and not has_long_word(words, _ROOM, width):
                break
        lines = cut(lines, most, _ROOM, width)
        for number, line in enumerate(lines):
            self._put(line, (top + round(number * size * 1.25), 0), font, _INK)
        return top + round(len(lines) * size * 1.25)

    def pair(self, top: int, first: str, second: str) -> None:
        """Two texts in a row, the first in the accent colour; either may be empty."""
        font = _font("regular", 36)
        width = self._width(font)
        skip = 0.0
        for words, ink in ((first, _ACCENT), (second, _SOFT)):
            line = fitted(words, _ROOM - skip, width)
            if line:
                self._put(line, (top, round(skip)), font, ink)
                skip += width(line) + 36

    def _put(self, words: str, place: tuple[int, int], font: ImageFont.FreeTypeFont, ink: int) -> None:
        """Words at ``place``: their top, and how far they stand from the margin."""
        shaped = self._shaped(words)
        top, skip = place
        left = _WIDTH - _MARGIN - skip - _length(shaped, font) if self.rtl else _MARGIN + skip
        for at, word in _words(shaped, font):
            mask, offset = _mask(word, font)
            self.image.paste(ink, (round(left + at) + offset[0], top + offset[1]), mask)

    def _shaped(self, words: str) -> str:
        """Letters in their joined forms, in the order in which they stand on the line."""
        if not self.rtl and not _RIGHT_TO_LEFT.search(words):
            return words
        apart = _embedded(isolated(reshape(words), "rtl" if self.rtl else "ltr"), self.rtl)
        return str(get_display(apart, base_dir="R" if self.rtl else "L")).translate(_MARKS)

    def _width(self, font: ImageFont.FreeTypeFont) -> Measure:
        """Measure words as they are drawn, in pixels."""
        return lambda words: _length(self._shaped(words), font)


def _embedded(words: str, rtl: bool) -> str:
    """Put embeddings for isolates, which the bidirectional algorithm at hand does not know.

    A mark of the line's own direction on either side keeps them from drawing in what stands beside them.
    """
    mark = "\u200f" if rtl else "\u200e"
    start = "\u202a" if rtl else "\u202b"  # what is isolated runs against the line
    return words.replace("\u2068", mark + start).replace("\u2069", f"\u202c{mark}")


def _words(line: str, font: ImageFont.FreeTypeFont) -> Iterator[tuple[float, str]]:
    """Yield the words of a line, and how far each stands from its beginning."""
    at = 0.0
    for word in line.split(" "):
        if word:
            yield at, word
        at += _length(f"{word} ", font)


@lru_cache(maxsize=4096)
def _length(words: str, font: ImageFont.FreeTypeFont) -> float:
    return font.getlength(words)


@lru_cache(maxsize=512)  # titles repeat names: most words were drawn before, and a drawn one is 20 KB
def _mask(word: str, font: ImageFont.FreeTypeFont) -> tuple[Image.Image, tuple[int, int]]:
    """Draw a word; give its shape, and where that stands from the word's place."""
    left, top, right, bottom = map(round, font.getbbox(word))
    mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(mask).text((-left, -top), word, font=font, fill=255)
    return mask, (left, top)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(files("generator.exports") / "fonts" / f"cards-{weight}.ttf") as path:
        # The plain layout: the other one differs by machine, and letters are joined before.
        return ImageFont.truetype(BytesIO(path.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> bytes:
    """White in the middle, ink below it and the accent above: the edges of letters blend to white."""
    values: list[int] = []
    for shade in range(256):
        end = _INK if shade <= _WHITE else _ACCENT
        share = abs(shade - _WHITE) / abs(end - _WHITE)
        values += [
            round(white + (full - white) * share)
            for white, full in zip(_COLOURS[_WHITE], _COLOURS[end], strict=True)
        ]
    return bytes(values)
