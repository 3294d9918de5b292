#!/usr/bin/env bash
# Pagefind 1.5.2 (1.6.0 does the same: PAGEFIND=1.6.0), with node
#
# One would guess: words are split at punctuation. `d’Alep` is found by `Alep`, and `11–12 December`
# by `12`, whichever apostrophe or dash the page has, as its mark-up and its diacritics do not matter either.
#
# It does: only ASCII punctuation splits. `d'Alep` is indexed as d, alep and dalep, but the typographic
# `d’Alep` as one word, with and without its apostrophe; since a search matches beginnings of words, `Alep`
# does not find it. `11-12` is indexed with its parts, but not `11–12` (en dash; the non-breaking hyphen and
# the minus sign fare alike): `11` still finds it, as the word begins so; `12` does not.
#
# Seen:
#   page with d'Alep and 11-12: found by Alep, 11, 12
#   page with d’Alep and 11–12: found by 11 alone, and by the whole words, however they are typed
#
# Why it matters: French text set with care has ’ in every elision, and CLDR (so Babel) writes intervals with
# an en dash: whoever searches for a place or for a day misses just the pages that are typeset well. The
# reader sees results, only not all of them. Nothing warns.
#
# Way round: in the HTML given to the indexer (not in the one published) put a space behind ’ and around
# – ‑ − between letters or digits, or add the parts in a hidden data-pagefind-meta or an indexed attribute.
set -euo pipefail
version=${PAGEFIND:-1.5.2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type": "module"}' >package.json
npm install --silent --no-audit --no-fund --prefix . "pagefind@$version" >/dev/null
page() {
  mkdir -p "site/$1"
  printf '<!doctype html><html lang="fr"><title>%s</title><body data-pagefind-body><h1>%s</h1><p>%s</p></body></html>' \
    "$1" "$1" "$2" >"site/$1/index.html"
}
page ascii "La chute d'Alep, du 11-12 au soir"
page typeset "La chute d’Alep, du 11–12 au soir"
node_modules/.bin/pagefind --site site >/dev/null 2>&1
cat >ask.mjs <<'JS'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
// As little of a browser as Pagefind's script asks for.
const bundle = resolve('site/pagefind') + '/'
globalThis.fetch = async address => {
  const below = String(address).split('?')[0].split('/pagefind/')[1]
  const type = below.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
  return new Response(await readFile(bundle + below), { headers: { 'content-type': type } })
}
globalThis.window = globalThis
globalThis.location = { origin: 'http://site.invalid', href: 'http://site.invalid/' }
globalThis.document = { currentScript: null, querySelector: () => ({ content: null, getAttribute: () => 'fr' }) }
const pagefind = await import(pathToFileURL(bundle + 'pagefind.js'))
await pagefind.options({ basePath: '/pagefind/', baseUrl: '/' })
await pagefind.init()
let changed = false
for (const [words, expected] of [
  ['Alep', '/ascii/'],
  ["d'Alep", '/ascii/ /typeset/'],
  ['d’Alep', '/ascii/ /typeset/'],
  ['11', '/ascii/ /typeset/'],
  ['12', '/ascii/'],
  ['11-12', '/ascii/ /typeset/'],
]) {
  const found = await pagefind.search(words)
  const pages = (await Promise.all(found.results.map(one => one.data()))).map(one => one.url).sort().join(' ')
  console.log(`${words}: ${pages || 'nothing'}`)
  changed ||= pages !== expected
}
if (changed) console.error('the behaviour has changed')
process.exit(changed ? 1 : 0)
JS
node ask.mjs
