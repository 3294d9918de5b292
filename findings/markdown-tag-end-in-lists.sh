#!/usr/bin/env bash
# Python-Markdown 3.10, with and without md_in_html
#
# One would guess: a tag in the words of a list item may be broken over several lines wherever HTML allows a line
# break, before its closing `>` too, as formatters of HTML do with long attributes.
#
# It does: a line that begins with `>` begins a quotation, whatever stands before it, also within a tag. The half
# tag before it becomes text, and the link's words a block quotation inside the item. In a paragraph outside of a
# list the same happens. A break between two attributes does no harm.
#
# Seen:
#   broken before the last `>`     <li> ... &lt;a ... <blockquote>
#   broken between attributes      <li> ... <a ...>words</a>
#
# Why it matters: generators that keep lines short (long addresses of sources, lists of ids in data attributes)
# break tags; most are short enough to stay whole, so that only the longest address of a site comes out as text.
#
# Way round: end a line with `>` and begin the next with the words; or break between attributes alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check markdown==3.10 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" - <<'PY'
import markdown

BEFORE_END = '- Read at: <a class="outside"\n  href="https://example.org/a-long-address"\n  >example.org</a>\n'
BETWEEN = '- Read at: <a class="outside"\n  href="https://example.org/a-long-address">\n  example.org</a>\n'
failed = False
for extensions in ([], ["md_in_html"]):
    for name, text, quoted in (("before its end", BEFORE_END, True), ("between attributes", BETWEEN, False)):
        html = markdown.markdown(text, extensions=extensions)
        print(f"{extensions or 'plain'}: broken {name}: a quotation is {'' if '<blockquote>' in html else 'not '}there")
        failed |= ("<blockquote>" in html, "&lt;a" in html, '<a class="outside"' in html) != (quoted, quoted, not quoted)
raise SystemExit("the behaviour has changed" if failed else 0)
PY
