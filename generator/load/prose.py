"""Prose of an answer: paragraphs, headings and lists, split into sentences that cite what they rest on."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import accumulate

from generator.load.sentences import SentenceSpan, sentence_spans
from generator.load.syntax import Message, bad_links
from generator.load.text_file import TextFile, shorten
from generator.model.questions import Block, Sentence
from generator.model.refs import Target, parse_target
from generator.problems import Problem

_LINK_OR_CITATION = re.compile(r"\[\[[^\[\]]*\]\]|\[@(?P<refs>[^\[\]]*)\]")
_REF = re.compile(r"@([a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?)")
# What is left of `... "I left." [@a].` without its citation.
_SECOND_STOP = re.compile(r"([.!?؟…][\"'”’»]+)\.$")
_CITE_HINT = "Write `[@record-id]` or `[@record-id/claim-id]`; several as `[@a; @b]`."
PROSE_LIMIT = 1_000_000

Line = tuple[int, int, str]
"""A line of a block: its number, the column where its words start, and the words."""


@dataclass
class _BlockLines:
    """A block while its lines are gathered."""

    kind: str
    editorial: bool
    items: list[list[Line]] = field(default_factory=list)


def parse_prose(file: TextFile, first_line: int, problems: list[Problem]) -> tuple[Block, ...]:
    """Read the blocks of a file from a line on (counted from 1). The first paragraph is the short answer."""
    if len(file.text) > PROSE_LIMIT:
        message = f"the prose has more than {PROSE_LIMIT:,} characters, as much as a book"
        problems.append(file.problem((1, 1), "too-large", message, "Split it into several questions."))
        return ()
    outline = _Outline(file, problems)
    for number, line in enumerate(file.lines[first_line - 1 :], first_line):
        outline.take(number, line)
    outline.close()
    reader = _SentenceReader(file, problems)
    blocks = _with_lead_ins([reader.block(draft) for draft in outline.drafts])
    for block in blocks:
        if not block.editorial and block.kind != "heading":
            reader.check_citations(block)
    if not any(block.kind == "paragraph" for block in blocks):
        hint = "Write the short answer as the first paragraph."
        problems.append(
            file.problem((first_line - 1, 1), "empty-answer", "no answer follows this line", hint)
        )
    return blocks


class _Outline:
    """Sorts lines into blocks; knows nothing of sentences."""

    def __init__(self, file: TextFile, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.drafts: list[_BlockLines] = []
        self.inside = False  # whether the last draft goes on
        self.editorial = 0  # the line that opened the editorial block, or 0

    def take(self, number: int, line: str) -> None:
        words = line.strip()
        at = (number, len(line) - len(line.lstrip()) + 1, words)
        if not words:
            self.inside = False
        elif words.startswith(":::"):
            self._fence(at)
        elif words.startswith("## "):
            self._start("heading", _cut(at, 3))
            self.inside = False
        elif words.startswith("- "):
            self._item(_cut(at, 2))
        elif self.inside:
            self.drafts[-1].items[-1].append(at)
        else:
            self._start("paragraph", at)

    def close(self) -> None:
        if self.editorial:
            hint = "Write `:::` on a line of its own where the editorial words end."
            self._report((self.editorial, 1, ""), ("bad-block", "this editorial block is never closed", hint))

    def _start(self, kind: str, at: Line) -> None:
        self.drafts.append(_BlockLines(kind, bool(self.editorial), [[at]]))
        self.inside = True

    def _item(self, at: Line) -> None:
        last = self.drafts[-1] if self.drafts else None
        if last and last.kind == "list" and last.editorial == bool(self.editorial):
            last.items.append([at])
            self.inside = True
        else:
            self._start("list", at)

    def _fence(self, at: Line) -> None:
        number, _, words = at
        name = words.strip(": ")
        self.inside = False
        if name == "editorial" and not self.editorial:
            self.editorial = number
        elif not name and self.editorial:
            self.editorial = 0
        elif name == "editorial":
            hint = f"Close the one of line {self.editorial} first, with `:::`."
            self._report(at, ("bad-block", "an editorial block opens inside another", hint))
        elif name:
            self._report(
                at, ("bad-block", f"`{shorten(words)}` opens no kind of block", "Write `::: editorial`.")
            )
        else:
            self._report(at, ("bad-block", "`:::` closes nothing here", "Open a block with `::: editorial`."))

    def _report(self, at: Line, fault: Message) -> None:
        self.problems.append(self.file.problem(at[:2], *fault))


class _SentenceReader:
    """Turns gathered lines into sentences."""

    def __init__(self, file: TextFile, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.miscited: set[tuple[int, int]] = set()  # sentences whose citation is reported already
        self.doubts: dict[tuple[int, int], str] = {}  # what may be a sentence by itself, by its place

    def block(self, draft: _BlockLines) -> Block:
        whole = draft.kind == "heading"
        items = tuple(self._sentences(_ItemText(lines), whole) for lines in draft.items)
        return Block(draft.kind, items, draft.editorial)

    def check_citations(self, block: Block) -> None:
        """Report each sentence of a block that cites nothing."""
        for sentence in (sentence for item in block.items for sentence in item):
            place = (sentence.line, sentence.column)
            if sentence.refs:
                self._check_doubt(place)
            elif place not in self.miscited:
                hint = "Cite before the full stop, `... [@id].`, or put it between `::: editorial` and `:::`."
                self._report(
                    place,
                    ("uncited-sentence", f"the sentence `{shorten(sentence.words)}` cites nothing", hint),
                )

    def _check_doubt(self, place: tuple[int, int]) -> None:
        """Warn of what may be a sentence without a citation, before an abbreviation's stop."""
        if words := self.doubts.get(place):
            message = f"`{shorten(words)}` may be a sentence of its own, and cites nothing"
            hint = (
                "If it is one, cite before its full stop; if the full stop is an abbreviation's, all is well."
            )
            self.problems.append(
                replace(self.file.problem(place, "uncited-sentence", message, hint), severity="warning")
            )

    def _sentences(self, run: "_ItemText", whole: bool) -> tuple[Sentence, ...]:
        spans = [SentenceSpan(0, len(run.text))] if whole else list(sentence_spans(run.text))
        found = [self._sentence(run, span.start, span.end) for span in spans]
        self.doubts.update(
            ((sentence.line, sentence.column), run.text[span.start : span.doubts[0]])
            for sentence, span in zip(found, spans, strict=True)
            if sentence and span.doubts and "[@" not in run.text[span.start : span.doubts[0]]
        )
        return tuple(sentence for sentence in found if sentence)

    def _sentence(self, run: "_ItemText", start: int, end: int) -> Sentence | None:
        pieces: list[str] = []
        refs: dict[Target, None] = {}
        position, place = start, run.place(start)
        for token in _LINK_OR_CITATION.finditer(run.text, start, end):
            if token["refs"] is not None:
                pieces.append(run.text[position : token.start()].rstrip())
                position = token.end()
                refs.update(dict.fromkeys(self._refs(token, run, place)))
        words = " ".join("".join([*pieces, run.text[position:end]]).split())
        words = _SECOND_STOP.sub(r"\1", words)
        self._check_brackets(run, start, end)
        if re.search(r"\w", words):
            return Sentence(words, tuple(refs), *place)
        if refs:
            message = "this citation has no sentence to belong to"
            self._report(place, ("bad-citation", message, "Put it before the full stop of a sentence."))
        return None

    def _refs(self, token: re.Match[str], run: "_ItemText", sentence: tuple[int, int]) -> list[Target]:
        found = [_REF.fullmatch(part.strip()) for part in f"@{token['refs']}".split(";")]
        if not all(found):
            self.miscited.add(sentence)
            message = f"`{shorten(' '.join(token[0].split()))}` is not a citation"
            self._report(run.place(token.start()), ("bad-citation", message, _CITE_HINT))
        return [parse_target(ref[1]) for ref in found if ref]

    def _check_brackets(self, run: "_ItemText", start: int, end: int) -> None:
        # Whole citations are blanked out, so that every offset stays what it is in the file.
        rest = _LINK_OR_CITATION.sub(_blank_citation, run.text[start:end])
        for snippet, fault in bad_links(rest):
            self._report(run.place(start + max(0, rest.find(snippet))), fault)
        if found := re.search(r"(?<!\[)\[@", rest):
            self.miscited.add(run.place(start))
            fault = ("bad-citation", "this citation is never closed", _CITE_HINT)
            self._report(run.place(start + found.start()), fault)

    def _report(self, place: tuple[int, int], fault: Message) -> None:
        self.problems.append(self.file.problem(place, *fault))


class _ItemText:
    """The text of a block's item in one piece, that still knows its lines."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.text = "\n".join(words for _, _, words in lines)
        self.starts = [0, *accumulate(len(words) + 1 for _, _, words in lines)]

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line and column in the file of an offset in the text."""
        index = bisect_right(self.starts, offset, hi=len(self.lines)) - 1
        number, column, _ = self.lines[index]
        return number, column + offset - self.starts[index]


def _blank_citation(token: re.Match[str]) -> str:
    return token[0] if token["refs"] is None else " " * len(token[0])


def _cut(at: Line, length: int) -> Line:
    number, column, words = at
    rest = words[length:].lstrip()
    return number, column + len(words) - len(rest), rest


def _with_lead_ins(blocks: list[Block]) -> tuple[Block, ...]:
    """Let a sentence that ends in a colon and introduces a list rest on what the list cites."""
    following = [*blocks[1:], None] if blocks else []
    return tuple(_lead_in(block, after) for block, after in zip(blocks, following, strict=True))


def _lead_in(block: Block, after: Block | None) -> Block:
    last = block.items[-1][-1] if block.items[-1] else None
    if block.kind != "paragraph" or after is None or after.kind != "list":
        return block
    if last is None or last.refs or not last.words.endswith(":"):
        return block
    refs = dict.fromkeys(ref for item in after.items for sentence in item for ref in sentence.refs)
    return replace(block, items=((*block.items[-1][:-1], replace(last, refs=tuple(refs))),))
