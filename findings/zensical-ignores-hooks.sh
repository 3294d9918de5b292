#!/usr/bin/env bash
# Zensical 0.0.73 and MkDocs 1.6.1
#
# One would guess: a builder that reads mkdocs.yml either runs its hooks and plugins or says that it cannot,
# at the least when told --strict.
#
# It does: hooks are not run, plugins that it does not know are passed over, even names that no package has,
# and a hook's file that is missing is not missed. The build ends well and says "No issues found" or nothing.
# MkDocs runs the hook, and refuses the configuration for the unknown plugin.
#
# Seen: hook that adds a notice to each page: MkDocs' page has it, Zensical's has not, exit code 0, --strict.
#
# Why it matters: what a hook or plugin does to content is then missing from the site in silence: a banner
# "as known on this day", a check that fails the build, redirects, a licence line. Strict or not, it is
# published.
#
# Way round: let nothing that pages need rest on hooks or plugins: write it into the Markdown or the theme's
# templates, or do it before and after the builder. Check built pages for what each must have.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check zensical==0.0.73 mkdocs==1.6.1 2>"$work/log" || { cat "$work/log"; exit 1; }
mkdir -p "$work/site-of/docs"
cd "$work/site-of"
printf 'site_name: Example\nhooks: [notice.py]\nplugins: []\n' >mkdocs.yml
printf 'def on_page_markdown(markdown, **_):\n    return markdown + "\\n\\nAs known on this day."\n' >notice.py
printf '# Home\n\nWords.\n' >docs/index.md
notices() { grep -c "As known on this day." site/index.html || true; }
"$work/venv/bin/mkdocs" build --strict --quiet 2>/dev/null
mkdocs=$(notices)
rm -rf site
NO_COLOR=1 "$work/venv/bin/zensical" build --strict >log 2>&1
zensical=$(notices)
echo "notices by the hook: MkDocs $mkdocs, Zensical $zensical"
printf 'site_name: Example\nhooks: [no-such-file.py]\nplugins: [no-such-plugin]\n' >mkdocs.yml
refused=0
"$work/venv/bin/mkdocs" build --quiet >/dev/null 2>&1 || refused=1
code=0
NO_COLOR=1 "$work/venv/bin/zensical" build --strict >>log 2>&1 || code=$?
echo "no such plugin, no such hook: MkDocs refuses: $refused; Zensical ends with $code, having said:"
cat log
if [ "$mkdocs$zensical$refused$code" != 1010 ] || grep -qiE "hook|plugin|warning" log; then
  echo "the behaviour has changed" >&2
  exit 1
fi
