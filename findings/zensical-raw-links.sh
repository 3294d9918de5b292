#!/usr/bin/env bash
# Zensical 0.0.73 and MkDocs 1.6.1
#
# One would guess: HTML written into a Markdown page is left as it stands by both, since that is Markdown's
# rule; links to source files are followed in Markdown's own links alone. A program that writes raw links as
# they must be in the site (from events/fall/ to events/siege/: `../siege/`) is right in each builder.
#
# It does: MkDocs keeps to that. Zensical takes href and src of raw elements to be relative to the SOURCE file
# and rewrites them: `../siege/` in events/fall.md becomes `../../siege/`, in SVG and srcset too, and `fall.md`
# becomes `fall/`. It leaves pages called index.md right, absolute paths, `#...`, action of forms and data of
# objects. Neither says a word: MkDocs publishes raw `siege.md` as it stands, Zensical points out of the
# folder, and --strict minds neither.
#
# Seen, on docs/events/fall.md:
#   <a href="../siege/">   MkDocs ../siege/   Zensical ../../siege/ (there is no such page)
#   <a href="siege.md">    MkDocs siege.md    Zensical ../siege/
#   [words](siege.md)      both ../siege/
#   on docs/events/whole/index.md, <a href="../siege/"> stays in both
#
# Why it matters: one set of Markdown for several builders. Tables with attributes in their cells, figures,
# neighbours of a page, drawn maps and graphs are raw HTML; a test that compares words and anchors of the
# builders' pages passes while their links are dead.
#
# Way round: write every page as NAME/index.md: the source's folder is then the page's, and one relative
# address holds for both. Or Markdown links alone, in md_in_html blocks. Follow all links of the built site in
# a test, for each builder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check zensical==0.0.73 mkdocs==1.6.1 2>"$work/log" || { cat "$work/log"; exit 1; }
mkdir -p "$work/example/docs/events/whole"
cd "$work/example"
printf 'site_name: Example\nplugins: []\n' >mkdocs.yml
printf '# Home\n' >docs/index.md
printf '# Siege\n' >docs/events/siege.md
cat >docs/events/fall.md <<'MD'
# Fall

[markdown](siege.md) <a href="siege.md">source</a> <a href="../siege/">final</a>

<figure>
<svg viewBox="0 0 9 9"><a href="../siege/"><text>drawn</text></a></svg>
<a href="../../events/siege/">longer</a>
</figure>
MD
printf '# Whole\n\n[markdown](../siege.md) <a href="../siege/">final</a>\n' >docs/events/whole/index.md
links() {
  grep -hoE '<a href="[^"]*"[^>]*>(<text>)?(markdown|source|final|drawn|longer)' site/events/{fall,whole}/index.html |
    sed -E 's/<a href="([^"]*)".*>([a-z]+)/\2 \1/' | tr '\n' ';'
}
"$work/venv/bin/mkdocs" build --strict --quiet 2>/dev/null
mkdocs=$(links)
rm -rf site
"$work/venv/bin/zensical" build --strict >/dev/null 2>&1
zensical=$(links)
echo "MkDocs:   $mkdocs"
echo "Zensical: $zensical"
whole="markdown ../siege/;final ../siege/;"
if [ "$mkdocs" != "markdown ../siege/;source siege.md;final ../siege/;drawn ../siege/;longer ../../events/siege/;$whole" ] ||
  [ "$zensical" != "markdown ../siege/;source ../siege/;final ../../siege/;drawn ../../siege/;longer ../../../events/siege/;$whole" ]; then
  echo "the behaviour has changed" >&2
  exit 1
fi
