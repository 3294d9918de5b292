"""The order in which prose tells what was said, against the days and hours at which it was said."""

from collections.abc import Iterator

from generator.checks.prose_words import EARLIER, REPLIES, folded, turns
from generator.checks.values import each_sentence, shorten
from generator.derive.annotations import Annotations, annotate
from generator.model.facts import Facts, StatedRecord
from generator.model.questions import Sentence
from generator.model.refs import Ref
from generator.model.vocabulary import Stance
from generator.problems import Finding


def told_as_reply(facts: Facts) -> Iterator[Finding]:
    """Find a sentence that tells as a reply what became known before the words that it would answer."""
    annotations = facts.once(annotate)
    known = annotations.known_days
    first = facts.explainer.languages[0]
    for question, at, sentence in each_sentence(facts):
        word = _reply(sentence.words, str(at[1]) or first)
        pair = _reversed(facts, sentence, annotations) if word else None
        if pair:
            reply, said = pair
            hours = ", by the hours of both" if known[reply] == known[said] else ""
            message = (
                f"“{shorten(sentence.words)}” tells a reply (“{word}”), but `{reply}` was known on "
                f"{known[reply]}, before `{said}` on {known[said]}{hours}"
            )
            hint = "Tell them in the order of their days: who denies before it is said answers nobody."
            yield Finding(question.id, at, "told-as-reply", message, hint, "warning")


def _reply(words: str, language: str) -> str:
    """Give the word or turn of phrase by which a sentence tells a reply; "" where it tells none.

    Where a text says of something that it came before, it knows the order.
    """
    row, language = f" {folded(words)} ", language.partition("-")[0]
    if any(f" {turn} " in row for turn in turns(EARLIER, language)):
        return ""
    return next((turn for turn in turns(REPLIES, language) if f" {turn} " in row), "")


def _reversed(facts: Facts, sentence: Sentence, annotations: Annotations) -> tuple[Ref, Ref] | None:
    """Give what cannot be a reply, and what it would answer, of the statements that a sentence cites.

    A denial replies to what asserts; where none is cited, what is named last to what is named first.
    """
    known, told = annotations.known_days, annotations.told
    refs = [ref for ref in _statements(facts, sentence) if ref in known]
    if len(refs) < 2:
        return None
    stances = {ref: facts.statements[ref].stance for ref in refs}
    denials = [ref for ref in refs if stances[ref] is Stance.DENIES]
    asserting = [ref for ref in refs if stances[ref].affirms]
    if denials and asserting:
        reply = max(denials, key=lambda ref: (known[ref], told[ref].last))
        said = min(asserting, key=lambda ref: (known[ref], told[ref].first))
    elif all(isinstance(ref, Ref) for ref in sentence.refs):
        said, *_, reply = refs
    else:
        return None
    return (reply, said) if told[reply].is_before(told[said]) else None


def _statements(facts: Facts, sentence: Sentence) -> Iterator[Ref]:
    for target in sentence.refs:
        record = facts.by_id.get(target) if isinstance(target, str) else None
        if isinstance(target, Ref):
            yield target
        elif isinstance(record, StatedRecord):
            yield from (ref for ref, _ in record.statements)
