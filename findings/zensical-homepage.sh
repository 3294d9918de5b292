#!/usr/bin/env bash
# Zensical 0.0.73, beside MkDocs 1.6.1
#
# One would guess: a template of MkDocs' that asks `page.is_homepage` gets the same answer from Zensical, which
# reads the same mkdocs.yml, takes theme overrides, and says that templates carry over.
#
# It does: the name is there in the templates of MkDocs alone. In Zensical `page.is_homepage` is not set on any
# page, not even on the one made from docs/index.md, and an unset name counts as false, without a word.
#
# Seen, for an override that prints whether the page is the first:
#   MkDocs    index.html: first     about/index.html: other
#   Zensical  index.html: other     about/index.html: other
#
# Why it matters: titles, Open Graph types and structured data of home pages commonly hang on it. After a change
# of builder the home page gets what other pages get, and nothing says so.
#
# Way round: ask for the address, which both have: `{% if page.url in ["", ".", "./"] %}`; or write what kind of page
# it is into front matter, and ask for that.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check zensical==0.0.73 mkdocs==1.6.1 mkdocs-material==9.8.1 2>log || { cat log; exit 1; }
mkdir -p docs theme
printf '# Home\n\nWords.\n' > docs/index.md
printf '# About\n\nWords.\n' > docs/about.md
cat > theme/main.html <<'T'
{% extends "base.html" %}
{% block content %}<p>seen: {{ "first" if page.is_homepage else "other" }}</p>{% endblock %}
T
cat > mkdocs.yml <<'Y'
site_name: A site
site_url: https://example.org/
theme: {name: material, custom_dir: theme, font: false}
Y
seen() { sed -n 's|.*<p>seen: \([a-z]*\)</p>.*|\1|p' "site/$1"; }
for builder in mkdocs zensical; do
  rm -rf site
  NO_MKDOCS_2_WARNING=1 venv/bin/python -m "$builder" build >log 2>&1 || { cat log; exit 1; }
  found="$(seen index.html) $(seen about/index.html)"
  echo "$builder: $found"
  case "$builder" in mkdocs) wanted="first other" ;; *) wanted="other other" ;; esac
  [ "$found" = "$wanted" ] || { echo "the behaviour has changed"; exit 1; }
done
