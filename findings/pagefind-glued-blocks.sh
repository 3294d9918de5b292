#!/usr/bin/env bash
# Pagefind 1.5.2 (1.6.0 does the same: PAGEFIND=1.6.0), with node
#
# One would guess: the text of two block elements is two words, as in a browser's innerText, with or
# without white space between the tags.
#
# It does: it keeps its own list of elements that part words: p, li, td, div, section and headings do;
# dt, dd, th, summary, figcaption, blockquote, pre, aside, header, button and legend do not. Where the
# HTML has no white space between their tags, the end of one and the beginning of the next become one word,
# found by neither (but for the first, whose beginning matches). Upper and lower case hide it in tests:
# `NameValue` is split at the capital letter. Arabic has no capital letters, and many labels have none.
#
# Seen: <dl><dt>hama</dt><dd>homs</dd></dl> is found by hama, not by homs; the same as <ul><li> by both;
#       the index then holds the word "hamahoms", in Arabic the two words as one likewise.
#
# Why it matters: a fact sheet (speaker, status, date) is a <dl> or has <th> for its rows' names, and both
# templates and minifiers leave out the white space. The pages look right, the index has fewer words.
#
# Way round: a line break or a space between such tags in the HTML given to the indexer; index before
# minifying, or tell the minifier to keep one space.
set -euo pipefail
version=${PAGEFIND:-1.5.2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . "pagefind@$version" >/dev/null
changed=0
# What a page is left with in its fragment: the words as excerpts and the index have them.
words() {
  rm -rf site
  mkdir -p site
  printf '<!doctype html><html lang="%s"><title>t</title><body data-pagefind-body><div>%s</div></body></html>' \
    "$1" "$2" >site/index.html
  node_modules/.bin/pagefind --site site >/dev/null 2>&1
  gzip -dc site/pagefind/fragment/*.pf_fragment | grep -o '"content":"[^"]*"' | cut -d'"' -f4 | sed 's/\.$//'
}
expect() {
  found=$(words "$1" "$2")
  echo "$2: $found"
  [ "$found" = "$3" ] || changed=1
}
for tag in dt dd th summary figcaption blockquote pre aside header button legend; do
  expect en "<$tag>hama</$tag><$tag>homs</$tag>" "hamahoms"
done
for tag in p li td section h2; do
  expect en "<$tag>hama</$tag><$tag>homs</$tag>" "hama. homs"
done
expect ar "<dt>حماة</dt><dd>حمص</dd>" "حماةحمص"
expect en "<dt>hama</dt> <dd>homs</dd>" "hama homs"
if [ "$changed" = 1 ]; then
  echo "the behaviour has changed" >&2
  exit 1
fi
