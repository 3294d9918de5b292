#!/usr/bin/env bash
# citation-js 0.9.0 (@citation-js/core and @citation-js/plugin-bibtex), with node
#
# One would guess: a reference with an Arabic title, written as BibTeX or BibLaTeX, has its title: both are
# UTF-8 today. At worst it would be refused, or written as LaTeX commands.
#
# It does: letters that it knows no LaTeX command for are left out. An Arabic title, journal, publisher and
# abstract come out as empty fields, a person as ", ", and the label begins with "undefined". A name given
# as a literal stays, so that the entry looks half right; a Latin title with one Arabic word just lacks it.
# Nothing is said.
#
# Seen: title = {}, author = {, }, journal = {}, @article{undefined2024...; with the setting below all of
# it is there.
#
# Why it matters: "cite this" of pages and sources in three scripts, and sources imported from, and exported
# to, reference managers. Who cites an Arabic source gets an entry without its title and author.
#
# Way round: plugins.config.get('@bibtex').format.asciiOnly = false before any output. Set ids and use them
# (useIdAsLabel): the label stays "undefined" even then.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type": "module"}' >package.json
npm install --silent --no-audit --no-fund --prefix . @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 >/dev/null
cat >cite.mjs <<'JS'
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
const title = 'سقوط دمشق'
const source = {
  id: 'example-2024', type: 'article-newspaper', title, 'container-title': 'جريدة', language: 'ar',
  author: [{ family: 'حداد', given: 'ليلى' }, { literal: 'وكالة' }], issued: { 'date-parts': [[2024, 12, 8]] },
}
const written = style => new Cite([source]).format(style)
let changed = false
const expect = (what, held) => { console.log(`${what}: ${held}`); changed ||= !held }
console.log(written('bibtex').trim())
for (const [style, journal] of [['bibtex', 'journal'], ['biblatex', 'journaltitle']]) {
  const entry = written(style)
  expect(`${style}: the title is blank`, /\ttitle = \{\s*\}/.test(entry))
  expect(`${style}: the journal is blank`, new RegExp(`\t${journal} = \\{\\s*\\}`).test(entry))
  expect(`${style}: the person is a comma, the body is there`, entry.includes('author = {,  and {وكالة}}'))
  expect(`${style}: the label begins with undefined`, entry.includes('{undefined2024'))
}
plugins.config.get('@bibtex').format.asciiOnly = false
expect('with asciiOnly = false the title is there', written('bibtex').includes(`title = {${title}}`))
expect('and the person', written('bibtex').includes('author = {حداد, ليلى and {وكالة}}'))
if (changed) console.error('the behaviour has changed')
process.exit(changed ? 1 : 0)
JS
node cite.mjs
