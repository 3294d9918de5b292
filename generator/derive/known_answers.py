"""Known answers: which sentences of a question's prose an edition can still say."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.questions import Block, Question, Sentence


def known_answer(question: Question, known: frozenset[str]) -> Question | None:
    """Give what is left of a question when only some references are known; ``None`` for nothing.

    A sentence stays when it cites something and all that it cites is known. Editorial blocks
    have no day and go; so do headings with nothing left under them, and languages left empty.
    """
    left = ((language, tuple(_blocks(blocks, known))) for language, blocks in question.answers)
    answers = tuple((language, blocks) for language, blocks in left if blocks)
    return replace(question, answers=answers) if answers else None


def _blocks(blocks: tuple[Block, ...], known: frozenset[str]) -> Iterator[Block]:
    heading: Block | None = None
    for block in blocks:
        if block.editorial:
            continue
        if block.kind == "heading":
            heading = block if _all_known(block, known) else None
            continue
        left = _left(block, known)
        if left is not None:
            if heading is not None:
                yield heading
            heading = None
            yield left


def _all_known(heading: Block, known: frozenset[str]) -> bool:
    return all(known.issuperset(sentence.refs) for item in heading.items for sentence in item)


def _left(block: Block, known: frozenset[str]) -> Block | None:
    items = tuple(tuple(each for each in item if _says(each, known)) for item in block.items)
    items = tuple(item for item in items if item)
    return replace(block, items=items) if items else None


def _says(sentence: Sentence, known: frozenset[str]) -> bool:
    return bool(sentence.refs) and known.issuperset(sentence.refs)
