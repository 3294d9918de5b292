#!/usr/bin/env bash
# Jinja 3.1.6 with Babel 2.18.0: the i18n extension with newstyle gettext
#
# One would guess: only a message that takes variables is formatted. A message without any ("Most of the
# sources agree") may be translated with a per cent sign, as words without variables may anywhere else.
#
# It does: with newstyle=True every translation goes through %, also where the template passes nothing, be it
# {{ _("...") }} or {% trans %}. French sets a space before the sign, so that "90 % sont" holds "% s": that is
# replaced by the empty dictionary, `90 {}ont`, without an error. "50 % environ" holds "% e" and ends the
# build with a TypeError; "98 %" with a ValueError. English, with "90%" before a space and a letter, can too.
# Nobody sees it in the template: the source text may hold no sign at all. Babel does not check the message,
# since its flag python-format is set by what the source text holds.
#
# Seen: "90 % sont du même avis" -> "90 {}ont du même avis"; right with newstyle=False.
#
# Why it matters: interface words of a site about numbers, in a language that its template authors do not
# read. A catalogue that its translator finds in order breaks or, worse, garbles a page of that edition alone.
#
# Way round: hold in a test that the translation of each message has just the placeholders of its source, and
# every other sign doubled (%%), whatever its flags say; or newstyle=False with formatting of one's own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check jinja2==3.1.6 babel==2.18.0 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" - <<'PY'
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from jinja2 import Environment

CATALOGUE = """
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Most of the sources agree"
msgstr "90 % sont du même avis"

msgid "half of all"
msgstr "50 % environ"

msgid "almost all"
msgstr "98 %"
"""
SOURCES = ("Most of the sources agree", "half of all", "almost all")
catalogue = read_po(BytesIO(CATALOGUE.encode()), locale="fr")
complaints = [error for _, errors in catalogue.check() for error in errors]
written = BytesIO()
write_mo(written, catalogue)


def shown(newstyle, template):
    environment = Environment(extensions=["jinja2.ext.i18n"])
    environment.install_gettext_translations(Translations(BytesIO(written.getvalue())), newstyle=newstyle)
    try:
        return environment.from_string(template).render()
    except (TypeError, ValueError) as error:
        return type(error).__name__


failed = bool(complaints)
print(f"Babel's complaints about the catalogue: {complaints}")
for newstyle, expected in (
    (True, ["90 {}ont du même avis", "TypeError", "ValueError"]),
    (False, ["90 % sont du même avis", "50 % environ", "98 %"]),
):
    for form in ('{{ _("%s") }}', "{%% trans %%}%s{%% endtrans %%}"):
        found = [shown(newstyle, form % source) for source in SOURCES]
        print(f"newstyle={newstyle}, {form % '...'}: {found}")
        failed |= found != expected
raise SystemExit("the behaviour has changed" if failed else 0)
PY
