"""Social cards: the picture that a link to a page is shown with, 1200 by 630 pixels.

Drawn with the fonts beside this file, in two colours over white, so that a card is a small PNG
with a palette. The same card has the same bytes; cards are kept by a hash of what is on them.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path

from arabic_reshaper import reshape  # type: ignore[import-untyped]
from bidi.algorithm import get_display  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont

from generator.views.citation import known_words
from generator.views.context import Context
from generator.views.page_meta import PageMeta

# Raised when a card looks different though it says the same: cards kept from before are then stale.
DRAWING = "2"

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")
_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 80
_INK, _SOFT, _WHITE, _ACCENT = 0, 48, 127, 255
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
    site = title.in_language(words.code) or title.in_language("") or str(title)
    known = known_words(context.stamp, context.queries.time_zone, words)
    for meta in metas:
        if meta.card:
            yield Card(
                path=meta.card,
                title=meta.title,
                line=meta.line,
                status=meta.status_label,
                site=site,
                known=known,
                rtl=words.direction == "rtl",
            )


def write(cards: Iterable[Card], site: Path, kept: Path) -> None:
    """Put the cards into a built site. ``kept`` is the folder of those drawn before; it may be missing."""
    kept.mkdir(parents=True, exist_ok=True)
    for card in cards:
        drawn = kept / f"{_key(card)}.png"
        if not drawn.is_file():
            half = drawn.with_suffix(".part")
            half.write_bytes(draw(card))
            half.replace(drawn)
        target = site / card.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(drawn, target)


def _key(card: Card) -> str:
    said = "\x00".join(map(str, (DRAWING, *astuple(card)[1:])))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def draw(card: Card) -> bytes:
    """Give the PNG of a card."""
    image = Image.new("L", (_WIDTH, _HEIGHT), _WHITE)
    pen = _Pen(ImageDraw.Draw(image), card.rtl)
    pen.draw.rectangle((0, 0, _WIDTH, 15), fill=_ACCENT)
    if card.site != card.title:
        pen.text((64, 34), card.site, "regular", _SOFT)
    bottom = pen.title(130, card.title)
    pen.pair(bottom + 26, card.status, card.line)
    pen.text((_HEIGHT - 92, 28), card.known, "regular", _SOFT)
    image.putpalette(_palette())
    out = BytesIO()
    image.save(out, "PNG", compress_level=4)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes lines of text from the margin where the language begins."""

    draw: ImageDraw.ImageDraw
    rtl: bool

    def text(self, place: tuple[int, int], words: str, weight: str, ink: int) -> None:
        """One line; ``place`` is its top and its size in pixels."""
        top, size = place
        line = self._fitted(words, _font(weight, size))
        self._put(line, (top, 0), _font(weight, size), ink)

    def title(self, top: int, words: str) -> int:
        """Give the title in as many lines as it needs, as large as they fit; gives their lower edge."""
        for size, most in _TITLE_SIZES:
            font = _font("bold", size)
            lines = self._wrapped(words, font)
            if len(lines) <= most:
                break
        lines = lines[:most]
        for number, line in enumerate(lines):
            self._put(line, (top + round(number * size * 1.25), 0), font, _INK)
        return top + round(len(lines) * size * 1.25)

    def pair(self, top: int, first: str, second: str) -> None:
        """Two texts in a row, the first in the accent colour; either may be empty."""
        font = _font("regular", 36)
        skip = 0.0
        for words, ink in ((first, _ACCENT), (second, _SOFT)):
            if words:
                self._put(words, (top, round(skip)), font, ink)
                skip += font.getlength(self._shaped(words)) + 36

    def _put(self, words: str, place: tuple[int, int], font: ImageFont.FreeTypeFont, ink: int) -> None:
        """Words at ``place``: their top, and how far they stand from the margin."""
        shaped = self._shaped(words)
        top, skip = place
        left = _WIDTH - _MARGIN - skip - font.getlength(shaped) if self.rtl else _MARGIN + skip
        self.draw.text((left, top), shaped, font=font, fill=ink)

    def _shaped(self, words: str) -> str:
        """Letters in their joined forms, in the order in which they stand on the line."""
        if not self.rtl and not _RIGHT_TO_LEFT.search(words):
            return words
        return str(get_display(reshape(words), base_dir="R" if self.rtl else "L"))

    def _wrapped(self, words: str, font: ImageFont.FreeTypeFont) -> list[str]:
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and font.getlength(self._shaped(longer)) <= _WIDTH - 2 * _MARGIN:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _fitted(self, words: str, font: ImageFont.FreeTypeFont) -> str:
        """Give the words, cut where the line is full."""
        lines = self._wrapped(words, font)
        return lines[0] + (" …" if len(lines) > 1 else "") if lines else ""


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
