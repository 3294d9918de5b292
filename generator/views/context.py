"""What every view is a function of: the facts, what follows from them, and a language."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeVar

from generator.derive.changes import DayOfChanges
from generator.derive.control import Control, control
from generator.derive.index import Index, index
from generator.derive.queries import Inputs, Trace, inputs, traced
from generator.derive.revisions import story_of_changes
from generator.model.facts import Facts, Label
from generator.model.fields import Note
from generator.model.text import Text
from generator.views.language import N_, Language, language
from generator.views.rich_text import RichText, Span, localised, plain_text

Refs: TypeAlias = tuple[str, ...]
R = TypeVar("R")

_POPULATIONS = {
    "everyone": N_("everyone"),
    "civilians": N_("civilians"),
    "combatants": N_("combatants"),
    "fighters": N_("fighters"),
    "women": N_("women"),
    "children": N_("children"),
    "men": N_("men"),
}


@dataclass(frozen=True)
class Context:
    """One edition in one language, with its lookups made once.

    ``stamp`` is the day that pages say they speak of; what they say follows from ``facts`` alone.
    """

    facts: Facts
    index: Index
    control: Control
    language: Language
    stamp: date

    @property
    def story(self) -> tuple[DayOfChanges, ...]:
        """What each known day brought, oldest first."""
        return story_of_changes(self.facts, self.index)

    @property
    def languages(self) -> tuple[str, str]:
        """The page's language and the explainer's first one."""
        return self.language.code, self.facts.explainer.languages[0]

    def text(self, text: Text) -> RichText:
        """A localised text in this language, links named."""
        return localised(text, self.languages, lambda target: plain_text(self.name(target)))

    def note(self, note: Note | None) -> RichText:
        """An editor's note, or nothing."""
        return self.text(note.text) if note else ()

    def name(self, record_id: str) -> RichText:
        """The name of a record, without a link."""
        label = self.facts.labels.get(record_id.partition("/")[0])
        return self._name(label) if label is not None else (Span(self._built_in(record_id)),)

    def link(self, record_id: str) -> RichText:
        """The name of a record, linked to its page."""
        return _linked(self.name(record_id), record_id)

    def short(self, actor_id: str) -> RichText:
        """An actor's short name, for tables, linked."""
        label = self.facts.labels.get(actor_id)
        if label and label.short:
            return _linked(self.text(label.short), actor_id)
        return self.link(actor_id)

    def mention(self, actor_id: str) -> RichText:
        """An actor as a sentence names it, linked."""
        label = self.facts.labels.get(actor_id)
        if label and label.mention:
            return _linked(self.text(label.mention), actor_id)
        return self.link(actor_id)

    def mentions(self, actor_ids: Refs) -> RichText:
        """Several actors as a sentence names them: "A, B and C"."""
        return self.joined(tuple(self.mention(actor) for actor in actor_ids))

    def records(self, kind: type[R], ids: Refs) -> tuple[R, ...]:
        """The records of one kind with these ids, in that order."""
        found = (self.facts.by_id[record_id] for record_id in ids)
        return tuple(record for record in found if isinstance(record, kind))

    def joined(self, items: tuple[RichText, ...]) -> RichText:
        """Runs joined as this language joins a list."""
        marks = tuple(f"\x00{number}\x00" for number in range(len(items)))
        runs: list[Span] = []
        for number, piece in enumerate(self.language.listing(marks).split("\x00")):
            if number % 2:
                runs.extend(items[int(piece)])
            elif piece:
                runs.append(Span(piece))
        return tuple(runs)

    def words(self, pattern: str) -> str:
        """An interface word in this language."""
        return self.language.gettext(pattern)

    def _built_in(self, record_id: str) -> str:
        return self.words(_POPULATIONS[record_id]) if record_id in _POPULATIONS else record_id

    def _name(self, label: Label) -> RichText:
        """A name by itself: a link in it shows its words or id, so that two names cannot chase each other."""
        if label.name is None:
            return self.name(label.to)
        return localised(label.name, self.languages, lambda target: target)


def _linked(runs: RichText, target: str) -> RichText:
    return tuple(Span(run.words, target, run.language) for run in runs)


def context(facts: Facts, code: str) -> Context:
    """The context of one edition in one language. Linear in the number of facts."""
    made = index(facts)
    return Context(facts, made, control(facts, made.statuses), language(code), facts.edition_day)


def watched_context(made: Context, reads: Trace) -> Context:
    """The same context, but what is read of it is noted in ``reads``."""
    return Context(*traced(made.facts, made.index, made.control, reads), made.language, made.stamp)


def context_ground(made: Context) -> Inputs:
    """What the reads of a context are looked up in."""
    return inputs(made.facts, made.index, made.control)
