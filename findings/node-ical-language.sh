#!/usr/bin/env bash
# node-ical 0.27.2, with node
#
# One would guess: event.summary is a string, in whatever language the calendar says that it is.
#
# It does: a property with any parameter becomes an object, {params, val}; one without stays a string. The
# kind of value thus depends on what the writer added: SUMMARY;LANGUAGE=ar is an object, SUMMARY a string,
# URL;VALUE=URI (which is its default type) an object too. A program that shows `event.summary` shows
# "[object Object]"; one that asks for `.val` shows nothing of all plain calendars.
#
# Seen: SUMMARY:... -> string; SUMMARY;LANGUAGE=ar:... -> {params: {LANGUAGE: 'ar'}, val: '...'}
#
# Why it matters: a timeline as ICS in three languages is tempted to mark the language of each title, as RFC
# 5545 provides for. What many programs build calendars on then shows events without a name.
#
# Way round: write no LANGUAGE and no other optional parameter; one calendar for each language, the language
# in its name (X-WR-CALNAME) or address. Who reads: take `typeof x === 'string' ? x : x.val`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . node-ical@0.27.2 >/dev/null
cat >read.cjs <<'JS'
const ical = require('node-ical')
const event = line =>
  ical.sync.parseICS([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//EN', 'BEGIN:VEVENT', 'UID:one@example.org',
    'DTSTAMP:20241208T000000Z', 'DTSTART;VALUE=DATE:20241208', line, 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n'))['one@example.org']
let changed = false
const see = (line, name, expected) => {
  const found = JSON.stringify(event(line)[name])
  console.log(`${line}  ->  ${found}`)
  changed ||= found !== JSON.stringify(expected)
}
see('SUMMARY:سقوط دمشق', 'summary', 'سقوط دمشق')
see('SUMMARY;LANGUAGE=ar:سقوط دمشق', 'summary', { params: { LANGUAGE: 'ar' }, val: 'سقوط دمشق' })
see('LOCATION;LANGUAGE=fr:Alep', 'location', { params: { LANGUAGE: 'fr' }, val: 'Alep' })
see('URL;VALUE=URI:https://example.org/', 'url', { params: { VALUE: 'URI' }, val: 'https://example.org/' })
const shown = `${event('SUMMARY;LANGUAGE=ar:سقوط دمشق').summary}`
console.log(`as text: ${shown}`)
changed ||= shown !== '[object Object]'
if (changed) console.error('the behaviour has changed')
process.exit(changed ? 1 : 0)
JS
node read.cjs
