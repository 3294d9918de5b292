"""Sentences worded as the status table demands: who says so, and how far it is established."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.refs import Ref
from generator.model.vocabulary import Stance, StatusName
from generator.views.context import Context, context
from generator.views.rich_text import RichText, Span, plain_text
from generator.views.sentences import claim_sentence, record_sentence, why
from tests.derive.make import NEUTRAL, PARTIES, actor, cast, claim, event, facts, source, tell
from tests.derive.make import Told as W

CODES = ("en", "fr", "ar")
NBSP = "\u00a0"

# Each status on small facts that serve the north: what is said, and the sentence in each language.
ROWS: dict[str, tuple[list[W], dict[str, str]]] = {
    "withdrawn": (
        [W("watch"), W("watch", "withdraws", 3)],
        {
            "en": "Withdrawn: It is so, Watch had said.",
            "fr": f"Retiré{NBSP}: It is so (affirmation faite auparavant par Watch).",
            "ar": "مسحوب: It is so، وفق قول سابق صدر عن Watch.",
        },
    ),
    "disputed": (
        [W("north-guard"), W("south-guard", "denies", 2)],
        {
            "en": "It is so, according to North-Guard; South-Guard denies it.",
            "fr": "It is so, selon North-Guard, ce que South-Guard dément.",
            "ar": "It is so، بحسب North-Guard؛ وصدر نفي لذلك عن South-Guard.",
        },
    ),
    "confirmed": (
        [W("watch"), W("south-guard", "concedes")],
        dict.fromkeys(CODES, "It is so."),
    ),
    "corroborated": (
        [W("watch"), W("paper"), W("north-guard")],
        {
            "en": "It is so (2 independent sources).",
            "fr": "It is so (2 sources indépendantes).",
            "ar": "It is so (مصادر مستقلة: 2).",
        },
    ),
    "reported": (
        [W("watch")],
        {
            "en": "It is so, according to Watch.",
            "fr": "It is so, selon Watch.",
            "ar": "It is so، بحسب Watch.",
        },
    ),
    "claimed": (
        [W("north-guard")],
        {
            "en": "It is so, North-Guard claims; this is not independently confirmed.",
            "fr": "It is so, affirme North-Guard, sans confirmation indépendante.",
            "ar": "It is so، وفق ادعاء North-Guard؛ ولم يؤكد ذلك مصدر مستقل.",
        },
    ),
}
HEDGE = {
    "en": "not independently confirmed",
    "fr": "sans confirmation indépendante",
    "ar": "لم يؤكد ذلك مصدر مستقل",
}
UNABLE = {
    "en": "Radio could not confirm it{then}.",
    "fr": "Cela n’a pas pu être confirmé{then} par Radio.",
    "ar": "تعذّر على Radio تأكيد ذلك{then}.",
}
THEN = {"en": " at the time", "fr": " à l’époque", "ar": " في حينه"}

every_language = pytest.mark.parametrize("code", CODES)
every_status = pytest.mark.parametrize("status", ROWS)


@dataclass(frozen=True)
class ToldCase:
    """An event about which some words are said, as a page in one language puts it."""

    context: Context
    status: StatusName
    text: RichText

    @property
    def sentence(self) -> str:
        return plain_text(self.text)


def put(words: Sequence[W], code: str = "en", plural: Sequence[str] = (), **fields: Any) -> ToldCase:
    told, world = tell(words, **{"favours": ["north"], **fields})
    actors = tuple(actor(one.id, one.side, plural=one.id in plural) for one in cast())
    made = context(replace(world, actors=actors), code)
    status = made.queries.status("told")
    return ToldCase(made, status.name, record_sentence(made, dict(told.statements), status))


def said(by: str, stance: str = "asserts", code: str = "en", says: Any = None, **fields: Any) -> RichText:
    """The sentence of one claim; ``fields`` are its speaker's."""
    told = event("told", claim("c1", by, "s1", stance, says=says or "It is so."))
    actors = (*(one for one in cast() if one.id != by), actor(by, PARTIES.get(by), **fields))
    made = context(facts(sources=(source("s1"),), events=(told,), actors=actors), code)
    return claim_sentence(made, Ref("told", "c1"))


# Records


@every_language
@every_status
def test_a_record_reads_as_its_status_demands(status: str, code: str) -> None:
    words, sentences = ROWS[status]
    assert put(words).status == status
    assert put(words, code).sentence == sentences[code]


def test_every_status_has_a_row() -> None:
    assert set(ROWS) == set(StatusName)


@every_language
@every_status
def test_who_could_not_confirm_it_is_always_named(status: str, code: str) -> None:
    words, sentences = ROWS[status]
    then = THEN[code] if status in ("confirmed", "corroborated") else ""
    sentence = put([*words, W("radio", "cannot-confirm", 4)], code).sentence
    assert sentence == f"{sentences[code]} {UNABLE[code].format(then=then)}"


def test_several_could_not_confirm_it() -> None:
    words = [W("north-guard"), W("radio", "cannot-confirm", 2), W("paper", "cannot-confirm", 3)]
    assert put(words).sentence.endswith("confirmed. Radio and Paper could not confirm it.")


def test_a_claim_without_a_known_interest_is_hedged() -> None:
    assert HEDGE["en"] in put([W("north-guard")], favours=None).sentence


def test_a_party_whom_it_does_not_serve_is_quoted_without_the_hedge() -> None:
    told = put([W("north-guard")], favours=["south"])
    assert told.sentence == "It is so, according to North-Guard."


def test_a_lone_denial_reads_as_one() -> None:
    told = put([W("north-guard", "denies")], favours=["south"])
    assert told.sentence == "North-Guard denies reports of this, “Event told”: It is so."


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ("The ford is open.", "The ford is open."),
        ("The ford is open", "The ford is open."),
        ("Who holds the ford?", "Who holds the ford?"),
        ("The ford is open!", "The ford is open!"),
    ],
)
def test_a_plain_sentence_has_one_closing_mark(says: str, sentence: str) -> None:
    told = put(ROWS["confirmed"][0])
    lead = {Ref("told", "c1"): claim("c1", "watch", "s1", says=says)}
    status = told.context.queries.status("told")
    assert plain_text(record_sentence(told.context, lead, status)) == sentence


# Verbs agree with their speakers


@pytest.mark.parametrize(
    ("status", "plural", "words"),
    [
        ("claimed", "north-guard", {"en": "North-Guard claim;", "fr": "affirment North-Guard,"}),
        ("disputed", "south-guard", {"en": "South-Guard deny it.", "fr": "South-Guard démentent."}),
        ("disputed", "north-guard", {"en": "South-Guard denies it.", "fr": "South-Guard dément."}),
    ],
)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_verbs_agree_with_a_plural_speaker(
    status: str, plural: str, words: dict[str, str], code: str
) -> None:
    assert words[code] in put(ROWS[status][0], code, [plural]).sentence


@pytest.mark.parametrize(("code", "verb"), [("en", "deny it."), ("fr", "démentent.")])
def test_verbs_agree_with_several_speakers(code: str, verb: str) -> None:
    denied = put([*ROWS["disputed"][0], W("east-envoy", "denies", 3)], code)
    assert denied.sentence.endswith(verb)
    assert {"north-guard", "south-guard", "east-envoy"} <= {span.target for span in denied.text}


@every_status
def test_arabic_needs_no_agreement(status: str) -> None:
    words, sentences = ROWS[status]
    assert put(words, "ar", [*NEUTRAL, *PARTIES]).sentence == sentences["ar"]


# Single claims


@pytest.mark.parametrize(
    ("by", "stance", "one", "many"),
    [
        ("watch", "asserts", "{says}, according to Watch.", "{says}, according to Watch."),
        ("north-guard", "asserts", "{says}, North-Guard says.", "{says}, North-Guard say."),
        ("north-guard", "concedes", "{says}, North-Guard concedes.", "{says}, North-Guard concede."),
        ("watch", "denies", "Watch denies it: {says}.", "Watch deny it: {says}."),
        ("watch", "withdraws", "Watch withdraws it: {says}.", "Watch withdraw it: {says}."),
        (
            "watch",
            "cannot-confirm",
            "Watch could not confirm it: {says}.",
            "Watch could not confirm it: {says}.",
        ),
    ],
)
def test_a_claim_is_attributed(by: str, stance: str, one: str, many: str) -> None:
    assert plain_text(said(by, stance)) == one.format(says="It is so")
    assert plain_text(said(by, stance, plural=True)) == many.format(says="It is so")


@every_language
@pytest.mark.parametrize("by", ["watch", "north-guard"])
def test_stances_read_differently_and_name_their_speaker(code: str, by: str) -> None:
    sentences = [plain_text(said(by, stance.value, code)) for stance in Stance]
    assert len(set(sentences)) == len(Stance)
    assert all(by.title() in sentence and "It is so" in sentence for sentence in sentences)


def test_a_sentence_uses_the_mention_of_its_speaker() -> None:
    assert plain_text(said("watch", mention="the watch")) == "It is so, according to the watch."
    assert plain_text(said("watch", "denies", mention="the watch")).startswith("The watch denies it")


# Rich text


def test_links_stay_and_the_speaker_is_one() -> None:
    text = said("watch", says="Boats crossed the [[ford]].")
    shown = [span for span in text if span.words]
    assert shown[:2] == [Span("Boats crossed the "), Span("Ford", "ford")]
    assert shown[2:] == [Span(", according to "), Span("Watch", "watch"), Span(".")]


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_words_that_lack_the_language_are_marked_with_their_own(code: str) -> None:
    text = said("watch", code=code, says={"en": "The ford is open."})
    assert [span.words for span in text if span.language] == ["The ford is open", "Watch"]
    assert {span.language for span in text} == {"", "en"}


def test_words_in_the_language_of_the_page_are_not_marked() -> None:
    says = {"en": "The ford is open.", "fr": "Le gué est ouvert."}
    text = said("watch", code="fr", says=says)
    assert [span for span in text if span.language] == [Span("Watch", "watch", "en")]
    text = said("watch", code="fr", says=says, mention={"en": "the watch", "fr": "la veille"})
    assert plain_text(text) == "Le gué est ouvert, selon la veille."
    assert not any(span.language for span in text)


# Whatever is said


def words_by_several() -> st.SearchStrategy[list[W]]:
    """Some speakers, each with one word; the first one asserts."""
    stances = st.sampled_from(["asserts", "denies", "cannot-confirm"])
    speakers = st.lists(st.sampled_from([*NEUTRAL, *PARTIES]), min_size=1, max_size=5, unique=True)
    words = speakers.flatmap(lambda found: st.tuples(*(st.builds(W, st.just(by), stances) for by in found)))
    return words.map(lambda found: [replace(found[0], stance="asserts"), *found[1:]])


@every_language
@given(words=words_by_several(), favours=st.none() | st.sets(st.sampled_from(["north", "south"])))
@settings(deadline=None, max_examples=60)
def test_nothing_unsettled_is_said_without_a_speaker(
    code: str, words: list[W], favours: set[str] | None
) -> None:
    told = put(words, code, favours=favours if favours is None else sorted(favours))
    named = {span.target for span in told.text if span.target}
    stances = {stance: {word.by for word in words if word.stance == stance} for stance in Stance}
    assert told.sentence.endswith(".")
    assert not {"{", "}"} & set(told.sentence)
    assert named >= stances[Stance.CANNOT_CONFIRM]
    assert (HEDGE[code] in told.sentence) == (told.status == "claimed")
    assert bool(named & stances[Stance.ASSERTS]) == (told.status in ("disputed", "reported", "claimed"))
    assert (named >= stances[Stance.DENIES]) == (told.status == "disputed" or not stances[Stance.DENIES])
    assert plain_text(why(told.context, told.context.queries.status("told"))).endswith(".")
