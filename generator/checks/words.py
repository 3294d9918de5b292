"""Words in the languages of the explainer, its headlines and its clock."""

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import available_timezones

from generator.checks.did_you_mean import Nearest
from generator.checks.values import At, each_text
from generator.model.clock import is_zone
from generator.model.facts import Facts
from generator.model.languages import UnknownLanguageError, known_languages, locale_of, nearest
from generator.model.questions import EditorsProse
from generator.problems import Finding


def missing_language(facts: Facts) -> Iterator[Finding]:
    """Text or an answer that has other languages, but no words in the explainer's first one."""
    first = facts.explainer.languages[0]
    for text in each_text(facts):
        if _lacks(first, text.value.languages()):
            thing = f"`{text.key}` of {text.thing}"
            yield _no_words(text.record, text.at, thing, first)
    prose: tuple[EditorsProse, ...] = (*facts.questions, *facts.day_words)
    for question in prose:
        if _lacks(first, [language for language, _ in question.answers]):
            yield _no_words(question.id, (), f"the answer of `{question.id}`", first)


def headline_order(facts: Facts) -> Iterator[Finding]:
    """Headlines that do not begin with the one undated entry and go on in rising order of ``from``."""
    before = None
    for index, headline in enumerate(facts.explainer.headlines):
        if (message := _out_of_order(index, before, headline.since)) is not None:
            hint = "Put the one headline without `from` first, then the dated ones, oldest first."
            at = ("headlines", index, *(("from",) if headline.since else ()))
            yield Finding("", at, "headline-order", message, hint)
        before = headline.since or before


def unknown_language(facts: Facts) -> Iterator[Finding]:
    """Find a language of the explainer that CLDR has no forms of dates and numbers for."""
    for index, code in enumerate(facts.explainer.languages):
        try:
            locale_of(code)
        except UnknownLanguageError as unknown:
            message = f"pages cannot be written in `{code}`: {unknown}"
            wide = nearest(code, known_languages())
            near = wide or Nearest(known_languages()).to(code)
            guess = f"Did you mean `{near}`? " if near else ""
            hint = f"{guess}There are {', '.join(known_languages())}, and many of their regions and scripts."
            yield Finding("", ("languages", index), "unknown-language", message, hint)


def bad_time_zone(facts: Facts) -> Iterator[Finding]:
    """Find a time zone that the IANA database of this machine does not have."""
    name = facts.explainer.time_zone
    # A machine without any time zones cannot tell, and the generator itself needs none.
    if not is_zone(name) and (zones := available_timezones()):
        # `Etc/GMT+3` is three hours behind UTC: no guess that an editor would expect.
        near = Nearest(sorted(zone for zone in zones if not zone.startswith("Etc/"))).to(name)
        hint = (
            f"Did you mean `{near}`? " if near else ""
        ) + "Write an IANA name such as Asia/Damascus or UTC."
        yield Finding(
            "", ("time_zone",), "bad-time-zone", f"`time_zone` is `{name}`, which is no time zone", hint
        )


def _lacks(first: str, languages: Iterable[str]) -> bool:
    present = tuple(languages)
    return bool(present) and "" not in present and first not in present


def _no_words(record: str, at: At, thing: str, first: str) -> Finding:
    message = f"{thing} has no words in `{first}`, the first of the explainer's languages"
    hint = f"Write them in `{first}` too: every edition falls back on that language."
    return Finding(record, at, "missing-language", message, hint, "warning")


def _out_of_order(index: int, before: date | None, since: date | None) -> str | None:
    if index == 0:
        return f"the first headline is dated (`from: {since}`)" if since else None
    if since is None:
        return f"headline {index + 1} has no `from`; only the first one goes without"
    if before and since <= before:
        return f"headline {index + 1} is from {since}, not after the one before it ({before})"
    return None
