"""Make the fonts of pages, ``theme/assets/fonts``, from packages of the npm registry: always the same bytes.

    cd DIR
    npm install @fontsource-variable/source-sans-3@5.3.1 @fontsource-variable/source-serif-4@5.3.1
    npm install @fontsource-variable/noto-sans-arabic@5.3.0 @fontsource-variable/noto-naskh-arabic@5.3.0
    pip install fonttools==4.68.0 brotli==1.2.1
    python -m tools.fonts DIR

Each is cut down to the letters that ``theme/assets/fonts.css`` says it has, and to the weights 400 to 700.
Their licence, the SIL Open Font License 1.1, reserves the name "Source": what is changed is called otherwise.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

FONTS = Path(__file__).parent.parent / "theme" / "assets" / "fonts"
SOURCES = {
    "sans-latin": ("source-sans-3", "latin"),
    "sans-names": ("source-sans-3", "latin-ext"),  # what Arabic and Turkish names in Latin letters need
    "sans-latin-ext": ("source-sans-3", "latin-ext"),
    "sans-arabic": ("noto-sans-arabic", "arabic"),  # Arabic, Persian, Urdu, Kurdish, Pashto, Uyghur
    "sans-arabic-ext": ("noto-sans-arabic", "arabic"),
    "serif-latin": ("source-serif-4", "latin"),
    "serif-names": ("source-serif-4", "latin-ext"),
    "serif-latin-ext": ("source-serif-4", "latin-ext"),
    "serif-arabic": ("noto-naskh-arabic", "arabic"),
    "serif-arabic-ext": ("noto-naskh-arabic", "arabic"),
}
_FACE = re.compile(r"fonts/([a-z-]+)\.woff2.*?unicode-range: ([^;}]+)", re.DOTALL)
_NAMES = (
    1,
    3,
    4,
    6,
    16,
)  # of the name table: family, unique and full name, PostScript name, typographic family
_LATIN_FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]


def letters(css: str) -> dict[str, list[int]]:
    """Give the code points that each font has, as the style sheet says."""
    return {name: sorted(set(_code_points(ranges))) for name, ranges in _FACE.findall(css)}


def _code_points(ranges: str) -> Iterator[int]:
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def made(source: Path, family: str, codes: list[int], features: list[str]) -> bytes:
    """Give the font of a file with these letters alone, under another name."""
    from fontTools import subset  # not among what development needs
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(hinting=False, layout_features=features))
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    font = instantiateVariableFont(font, {"wght": (400, 400, 700)})
    for entry in font["name"].names:
        if entry.nameID in _NAMES:
            font["name"].setName(family, entry.nameID, entry.platformID, entry.platEncID, entry.langID)
    font.flavor = "woff2"
    written = FONTS / "arriving.woff2"
    font.save(written)
    content = written.read_bytes()
    written.unlink()
    return content


def main(packages: Path) -> None:
    """Make every font from the packages below a folder."""
    wanted = letters((FONTS.parent / "fonts.css").read_text(encoding="utf-8"))
    FONTS.mkdir(exist_ok=True)
    for name, (package, part) in SOURCES.items():
        folder = packages / "node_modules" / "@fontsource-variable" / package
        features = ["*"] if part == "arabic" else _LATIN_FEATURES
        family = f"Explainer {name.partition('-')[0].title()}"
        source = folder / "files" / f"{package}-{part}-wght-normal.woff2"
        (FONTS / f"{name}.woff2").write_bytes(made(source, family, wanted[name], features))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
