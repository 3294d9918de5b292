#!/usr/bin/env bash
# python-bidi 0.6.12
#
# One would guess: `from bidi import get_display` and `from bidi.algorithm import get_display` are the
# same function, the first written in Rust for speed. Both turn text into the order in which a plain
# drawing library puts the letters, so brackets in Arabic come out as brackets.
#
# It does: the Rust one reorders the letters and leaves every bracket as it was. What opens on the right
# of an Arabic word then closes it: `(word)` is drawn as `)word(`. Guillemets too, the usual quotation
# marks of Arabic, and comparison signs. The older Python one mirrors them.
# The Python one in turn knows nothing of pairs (rule N0), so it can turn one bracket of a pair alone.
#
# Seen:
#   brackets    from bidi: )...(     from bidi.algorithm: (...)
#   guillemets  from bidi: »...«     from bidi.algorithm: «...»
#   a pair behind a right-to-left mark in a left-to-right line, from bidi.algorithm: ...)...)
#
# Why it matters: pictures drawn on a server (social cards, maps, charts as PNG) are drawn in visual order
# with a plain text layout. Titles with a speaker or a Latin name in brackets are common there, a test with
# a plain Arabic title does not show it, and no browser is involved that would put it right.
#
# Way round: take get_display from bidi.algorithm for drawing; what it gets wrong needs a pair that begins
# among letters of one direction and ends among the other's. Test with brackets and guillemets, and look at
# the picture. Or let a layout engine with shaping (Raqm) do both steps.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check python-bidi==0.6.12 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" - <<'PY'
import bidi
import bidi.algorithm

WORD = "حلب"  # any Arabic word
failed = False


def seen(what, text, base, rust, python):
    global failed
    for name, found, expected in (
        ("bidi", bidi.get_display(text, base_dir=base), rust),
        ("bidi.algorithm", bidi.algorithm.get_display(text, base_dir=base), python),
    ):
        marks = "".join("..." if sign == "_" else sign for sign in found.replace(WORD[::-1], "_") if sign in "_()[]«»")
        print(f"{what}: {name} gives {marks}")
        failed |= marks != expected


seen("brackets", f"({WORD})", "R", ")...(", "(...)")
seen("square brackets", f"[{WORD}]", "R", "]...[", "[...]")
seen("guillemets", f"«{WORD}»", "R", "»...«", "«...»")
seen("a pair in a left-to-right line", f"\u200f({WORD})", "L", ")...(", "...))")
raise SystemExit("the behaviour has changed" if failed else 0)
PY
