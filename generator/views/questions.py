"""Questions: an editor's prose, each sentence with the statements it rests on."""

from dataclasses import dataclass

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.languages import nearest
from generator.model.places import Place
from generator.model.questions import Block, EditorsProse, Question, Sentence
from generator.model.refs import Ref, Refs, Target
from generator.model.text import Text
from generator.model.vocabulary import StatusName
from generator.views.context import Context, remembered
from generator.views.known_words import known_adverb, record_dating
from generator.views.language import N_
from generator.views.rich_text import RichText
from generator.views.statements import claims_of, end_words


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence: its words, the statements it rests on, and the records that it cites.

    ``since`` says what became of those: words, and where to read more.
    """

    text: RichText
    refs: Refs
    cited: tuple[Target, ...]
    since: tuple[tuple[str, Target], ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of prose; a list has an inner tuple for each of its items."""

    kind: str
    items: tuple[tuple[SentenceView, ...], ...]
    editorial: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question with its short answer and the rest of its answer."""

    id: str
    title: RichText
    answered: bool
    reviewed: str
    short: BlockView | None
    blocks: tuple[BlockView, ...]
    language: str
    cited: tuple[Target, ...]


def in_order(questions: tuple[Question, ...]) -> list[Question]:
    """Questions in the order that their editor gave them."""
    return sorted(questions, key=lambda question: (question.order, question.id))


@remembered
def question_page(context: Context, name: str) -> QuestionPage:
    """One question in this language, or in its original where this language lacks it."""
    (question,) = context.queries.records(Question, (name,))
    code, blocks = _answer(context, question)
    views = tuple(_block(context, block, code, number) for number, block in enumerate(blocks))
    short = next((view for view in views if view.kind == "paragraph" and not view.editorial), None)
    cited = (name for view in views for item in view.items for sentence in item for name in sentence.cited)
    return QuestionPage(
        id=question.id,
        title=context.text(question.title),
        answered=question.answered,
        reviewed=context.language.day(question.reviewed),
        short=short,
        blocks=tuple(view for view in views if view is not short),
        language="" if code == context.language.code else code,
        cited=tuple(dict.fromkeys(cited)),
    )


def words_of_day(context: Context, day: str) -> tuple[BlockView, ...]:
    """Give what an editor wrote to lead over to a day of the story, in this language or the original."""
    words = context.queries.find_day_words(day)
    if words is None:
        return ()
    code, blocks = _answer(context, words)
    return tuple(_block(context, block, code, number) for number, block in enumerate(blocks))


def _answer(context: Context, question: EditorsProse) -> tuple[str, tuple[Block, ...]]:
    """Give the answer for a reader of the page, and the language that it is in."""
    wanted, first = context.languages
    answers = {code or first: blocks for code, blocks in question.answers}
    code = next((one for one in (wanted, nearest(wanted, answers), first) if one in answers), wanted)
    return code, answers.get(code, ())


def _block(context: Context, block: Block, language: str, number: int) -> BlockView:
    items = tuple(tuple(_sentence(context, sentence, language) for sentence in item) for item in block.items)
    return BlockView(block.kind, items, block.editorial or block.kind == "heading", f"part-{number}")


def _sentence(context: Context, sentence: Sentence, language: str) -> SentenceView:
    text = Text(((language, sentence.words),))
    rests = tuple(dict.fromkeys(ref for cited in sentence.refs for ref in statement_refs(context, cited)))
    since = tuple((words, cited) for cited in sentence.refs if (words := _became(context, cited)))
    return SentenceView(context.text(text), rests, sentence.refs, since)


def _became(context: Context, cited: Target) -> str:
    """Say that a cited record is withdrawn, or what became of a cited statement; "" while it stands."""
    if isinstance(cited, Ref):
        return end_words(context, cited)
    status = context.queries.find_status(cited)
    if status is None or status.name is not StatusName.WITHDRAWN:
        return ""
    return context.words(N_("withdrawn {when}")).format(
        when=known_adverb(context, record_dating(context, cited, status.since))
    )


def statement_refs(context: Context, cited: Target) -> Refs:
    """Give the statements behind a citation in prose: itself, or all those of the record it names."""
    if isinstance(cited, Ref):
        return (cited,)
    match context.queries.record(cited):
        case Event() | Relation() | Actor() as record:
            return claims_of(record)
        case Place() as place:
            return claims_of(place) or (Ref(place.id, "point"),)
        case Series() as series:
            return tuple(ref for ref, _ in series.statements)
        case _:
            return ()
