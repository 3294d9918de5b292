"""Counts and orders in editors' words are found in each language of the interface."""

from dataclasses import replace

import pytest

from generator.checks.counts import count_in_note
from generator.checks.told_order import told_as_reply
from generator.model.facts import Facts
from tests.derive.make import actor, claim, event, explainer, facts, paragraph, question, sentence, source


def _each(words: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, each) for language, several in words.items() for each in several]


NOTES = {
    "en": ["Five sources.", "Only 5 independent sources say so.", "It rests on a single account."],
    "fr": [
        "Cinq sources.",
        "Selon 5 autres sources.",
        "Une seule source l’affirme.",
        "Deux récits différents",
    ],
    "ar": ["خمسة مصادر.", "٥ مصادر مستقلة", "مصدر واحد", "بحسب مصدرَين", "روايتان مختلفتان"],
}
RIGHT = {
    "en": ["Three sources.", "3 speakers", "Two men, three accounts."],
    "fr": ["Trois sources.", "Une source dit quand.", "trois voix"],
    "ar": ["ثلاثة مصادر", "٣ مصادر", "مصدر يقول متى"],
}


def told(**fields: object) -> Facts:
    """An event of which three speakers tell, each in a source of their own."""
    names = ("watch", "radio", "paper")
    claims = [claim(name, name, name) for name in names]
    taken = event("taken", *claims, **fields)
    return facts(
        explainer=explainer(languages=["en", "fr", "ar"]),
        sources=tuple(source(name) for name in names),
        actors=tuple(actor(name) for name in names),
        events=(taken,),
    )


@pytest.mark.parametrize(("language", "words"), _each(NOTES))
def test_a_wrong_count_is_found(language: str, words: str) -> None:
    for key in ("note", "settles"):
        (found,) = count_in_note(told(**{key: {language: words}}))
        assert (found.code, found.severity) == ("count-in-note", "warning")
        assert "`taken`" in found.message


@pytest.mark.parametrize(("language", "words"), _each(RIGHT))
def test_a_right_count_is_left_alone(language: str, words: str) -> None:
    assert not list(count_in_note(told(note={language: words})))


REPLIES = {
    "en": [
        "Watch replied.",
        "In response, watch spoke.",
        "Radio said so; Watch then denied it.",
        "Watch denied it.",
    ],
    "fr": ["La garde a répondu.", "En réponse, elle parle.", "La garde l’a démenti.", "Puis a démenti."],
    "ar": ["وردّت عليه ردًّا على الخبر", "ثم نفى ذلك", "لاحقًا", "ونفَت"],
}
NO_REPLIES = {
    "en": ["Watch had denied it before.", "Watch says otherwise.", "Watch denied it already on Friday."],
    "fr": ["La garde l’a démenti avant.", "La garde dit autrement."],
    "ar": ["وكان قد نفى ذلك", "تقول غير ذلك"],
}


def asked(language: str, words: str, *, denied: int, said: int, cited: tuple[str, ...]) -> Facts:
    """A sentence about what radio said on a day, and watch denied on another."""
    block = paragraph(sentence(words, *cited))
    return facts(
        explainer=explainer(languages=["en", "fr", "ar"]),
        sources=(source("denied", known=denied), source("said", known=said)),
        actors=(actor("watch"), actor("radio")),
        events=(
            event("taken", claim("radio", "radio", "said"), claim("watch", "watch", "denied", "denies")),
        ),
        questions=(replace(question("why", block), answers=((language, (block,)),)),),
    )


BOTH = ("taken/radio", "taken/watch")


@pytest.mark.parametrize("cited", [BOTH, BOTH[::-1], ("taken",)])
@pytest.mark.parametrize(("language", "words"), _each(REPLIES))
def test_a_denial_that_came_first_is_no_reply(language: str, words: str, cited: tuple[str, ...]) -> None:
    (found,) = told_as_reply(asked(language, words, denied=1, said=2, cited=cited))
    assert (found.code, found.severity) == ("told-as-reply", "warning")
    assert "`taken/watch` was known on 2031-05-01" in found.message


@pytest.mark.parametrize(("language", "words"), _each(REPLIES))
def test_a_reply_is_one_that_came_later_or_on_the_day(language: str, words: str) -> None:
    for day in (1, 2):
        assert not list(told_as_reply(asked(language, words, denied=2, said=day, cited=BOTH)))


@pytest.mark.parametrize(("language", "words"), _each(NO_REPLIES))
def test_what_tells_no_reply_or_the_right_order_is_left_alone(language: str, words: str) -> None:
    assert not list(told_as_reply(asked(language, words, denied=1, said=2, cited=BOTH)))


def test_one_statement_has_no_order() -> None:
    assert not list(told_as_reply(asked("", "Watch replied.", denied=1, said=2, cited=BOTH[1:])))
