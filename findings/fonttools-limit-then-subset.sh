#!/usr/bin/env bash
# fontTools 4.68.0, brotli 1.2.1, @fontsource-variable/source-sans-3 5.3.1
#
# One would guess: a variable font is made small for a site in any order: limit its axes with
# instantiateVariableFont, then keep the letters that are needed with Subsetter, as one does by hand with the
# two command lines one after the other; or the other way round.
#
# It does: limited to a range of weights first, in the same process, the subsetter raises KeyError with the
# name of a glyph ('space'): the limited font's gvar table no longer lists glyphs without variations, and
# the subsetter asks it for each glyph that stays. Letters first and axes then works; so does saving the
# limited font and opening it again in between, or pinning the weight, after which there is no gvar.
#
# Seen: limited, then cut: KeyError; cut, then limited: fine; saved in between: fine; pinned, then cut: fine
#
# Why it matters: newsrooms host their own cut-down fonts (privacy, weight of a first page), and the error names
# a glyph, not the order of steps. The command lines save in between, so a script made from them fails
# where they worked.
#
# Way round: cut the letters first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --loglevel=error \
    @fontsource-variable/source-sans-3@5.3.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check fonttools==4.68.0 brotli==1.2.1 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" - "$work" <<'PY'
import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FILES = Path(sys.argv[1]) / "node_modules" / "@fontsource-variable" / "source-sans-3" / "files"
RANGE = {"wght": (400, 400, 700)}


def opened():
    return TTFont(FILES / "source-sans-3-latin-wght-normal.woff2")


def cut(font):
    cutter = subset.Subsetter(subset.Options(hinting=False))
    cutter.populate(unicodes=range(0x20, 0x7F))
    cutter.subset(font)
    return font


def again(font):
    kept = BytesIO()
    font.save(kept)
    kept.seek(0)
    return TTFont(kept)


ORDERS = {
    "limited, then cut": lambda: cut(instantiateVariableFont(opened(), RANGE)),
    "cut, then limited": lambda: instantiateVariableFont(cut(opened()), RANGE),
    "limited, saved, then cut": lambda: cut(again(instantiateVariableFont(opened(), RANGE))),
    "pinned, then cut": lambda: cut(instantiateVariableFont(opened(), {"wght": 400})),
}
failing = set()
for name, make in ORDERS.items():
    try:
        make()
        print(f"{name}: fine")
    except KeyError as error:
        failing.add(name)
        print(f"{name}: KeyError {error}")
raise SystemExit("the behaviour has changed" if failing != {"limited, then cut"} else 0)
PY
