#!/usr/bin/env bash
# surt 0.3.1 (the keys by which web archives look pages up)
#
# One would guess: a key made of an address for look-up in an archive normalises what the standards say is
# without meaning: scheme, case of the host, default port, fragment, order of the query at most.
#
# It does: it folds the whole address, path and query too, to small letters. Addresses that differ in case
# alone have one key. Short links, videos and documents whose ids mix small and capital letters are then one
# and the same.
#
# Seen: https://video.example/watch?v=aBcD-1 and ...?v=AbCd-1 -> example,video)/watch?v=abcd-1, both
#
# Why it matters: sources are named by their address, and their archived copies are found by this key (CDX
# files, WARC tools). As an id of a source, or to tell whether two citations are of one source, it makes two
# films by two speakers one: a claim that has one voice seems to have two, or the copy shown is another film.
#
# Way round: take the key only to find candidates; then compare the address as written (host folded, path and
# query not). Keep the address as written in the facts, and never derive an id from the key.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check surt==0.3.1 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" - <<'PY'
from surt import surt

failed = False
for one, other, key in (
    ("https://video.example/watch?v=aBcD-1", "https://video.example/watch?v=AbCd-1", "example,video)/watch?v=abcd-1"),
    ("https://short.example/Xy7", "https://short.example/xY7", "example,short)/xy7"),
):
    print(f"{one} -> {surt(one)}\n{other} -> {surt(other)}")
    failed |= surt(one) != key or surt(other) != key
raise SystemExit("the behaviour has changed" if failed else 0)
PY
