"""What a sentence rests on, in short: who says it, where it was read, when, and how it stands."""

from dataclasses import dataclass

from generator.model.facts import Statement
from generator.model.places import Point
from generator.model.vocabulary import Stance
from generator.views.claims import CitationLine, citation_line
from generator.views.context import Context, Refs
from generator.views.fallen import fallen_words
from generator.views.language import N_
from generator.views.questions import statement_refs
from generator.views.runs import Run, Runs
from generator.views.wording import STANCE_LABELS, STATUS_LABELS


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement: its speaker, where it was read, and what there is to say of it beside.

    ``stance`` is what the speaker does with it unless it asserts, and what became of it.
    """

    ref: str
    speaker: Runs
    stance: str
    citations: tuple[CitationLine, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A record that a sentence rests on, with its status and everything cited of it, oldest first."""

    name: Runs
    status: str
    status_label: str
    refs: Refs
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a sentence rests on. ``speakers`` counts who says it; ``label`` says so in words.

    ``key`` is Latin, and the same for every sentence of a page that rests on the same.
    """

    key: str
    grounds: tuple[Ground, ...]
    speakers: str
    label: str


def note_key(cited: Refs) -> str:
    """The name of the note on a citation, known before the note is made."""
    return ".".join(cited)


def attribution(context: Context, cited: Refs) -> Attribution:
    """What lies behind a citation: record ids, or references of single statements."""
    grounds: dict[str, list[str]] = {}
    for target in cited:
        refs = grounds.setdefault(target.partition("/")[0], [])
        refs.extend(ref for ref in statement_refs(context, target) if ref not in refs)
    statements = context.facts.statements
    count = len({statements[ref].by for refs in grounds.values() for ref in refs})
    number = context.language.number(count)
    speakers = context.language.ngettext("{number} speaker", "{number} speakers", count).format(number=number)
    label = context.words(N_("Who says so, and where it was read: {speakers}"))
    return Attribution(
        key=note_key(cited),
        grounds=tuple(_ground(context, record, tuple(refs)) for record, refs in grounds.items()),
        speakers=number,
        label=label.format(speakers=speakers),
    )


def _ground(context: Context, record: str, refs: Refs) -> Ground:
    status = context.index.statuses.get(record)
    days = context.index.known_days
    return Ground(
        name=_name(context, record),
        status=status.name.value if status else "",
        status_label=context.words(STATUS_LABELS[status.name]) if status else "",
        refs=refs,
        voices=tuple(
            _voice(context, ref) for ref in sorted(refs, key=lambda ref: (days[ref], refs.index(ref)))
        ),
    )


def _name(context: Context, record: str) -> Runs:
    """The name of the record, linked; a relation goes by its holder."""
    shown = context.facts.relation_holders.get(record, record)
    return tuple(Run(run.words, record, run.language) for run in context.name(shown))


def _voice(context: Context, ref: str) -> Voice:
    statement = context.facts.statements[ref]
    stance = _stance(statement)
    named = "" if stance is Stance.ASSERTS else context.words(STANCE_LABELS[stance])
    return Voice(
        ref=ref,
        speaker=context.short(statement.by),
        stance=context.words(N_(", ")).join(filter(None, (named, fallen_words(context, ref)))),
        citations=tuple(citation_line(context, citation) for citation in statement.cite),
    )


def _stance(statement: Statement) -> Stance:
    return Stance.ASSERTS if isinstance(statement, Point) else statement.stance
