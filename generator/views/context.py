"""What every view is a function of: questions about the facts, and a language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from generator.derive.queries import Queries
from generator.derive.status import Status
from generator.model.events import Event
from generator.model.facts import Facts, Label
from generator.model.fields import Note
from generator.model.names import same_name
from generator.model.refs import Target, record_of
from generator.model.text import Text
from generator.views.hedges import hedge, status_label
from generator.views.language import N_, Language, language_for
from generator.views.qualifiers import Trait, telling_traits
from generator.views.rich_text import RichText, Span, compose, linked, localised, plain, plain_text

P = ParamSpec("P")
T = TypeVar("T")

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
    """One edition in one language. ``stamp`` is the day that pages say they speak of; what they say
    follows from the answers of ``queries`` alone.
    """

    queries: Queries
    language: Language
    stamp: date

    @property
    def languages(self) -> tuple[str, str]:
        """The page's language and the explainer's first one."""
        return self.language.code, self.queries.languages[0]

    def words(self, pattern: str) -> str:
        """Give an interface word in this language."""
        return self.language.gettext(pattern)

    def text(self, text: Text) -> RichText:
        """Give a localised text in this language, links named."""
        return self.queries.once(
            text,
            lambda: localised(
                text, self.languages, self.language.spoken, lambda target: plain_text(self.name(target))
            ),
        )

    def note(self, note: Note | None) -> RichText:
        """Give an editor's note, or nothing."""
        return self.text(note.text) if note else ()

    def name(self, target: Target) -> RichText:
        """Give the name of a record, or of the record of a statement, without a link.

        That of an event says how far it is established, see ``hedges``.
        """
        record = record_of(target)
        return self.queries.once(("name", record), lambda: self._name(record))

    def title(self, target: Target) -> RichText:
        """Give the name of a record where its status stands beside it."""
        record = record_of(target)
        return self.queries.once(("title", record), lambda: self._title(record))

    def qualifier(self, record: str) -> RichText:
        """Give what tells a record apart from those that go by its name in this language, if any do."""
        return self.queries.once(("qualifier", record), lambda: self._qualifier(record))

    def mixed_up(self, record: str) -> tuple[str, ...]:
        """Give the records that one may be taken for: of its name, or said by editors not to be it."""
        label = self.queries.find_label(record)
        return label.mixed_up if label else ()

    def bare(self, record: str) -> RichText:
        """Give the name of a record as it is written, whoever else goes by it."""
        label = self.queries.find_label(record)
        if label is None or label.name is None:
            return self._title(record)
        # A link in a name shows its words or id, so that two names cannot chase each other.
        return localised(label.name, self.languages, self.language.spoken, str)

    def hedged(self, title: RichText, status: Status | None) -> RichText:
        """Give the title of a record with the word of its status, unless it is established."""
        pattern = hedge(status)
        return compose(self.words(pattern), title=title) if pattern else title

    def status_words(self, status: Status | None) -> str:
        """Give the word of a status; "" for what has none."""
        return self.words(status_label(status)) if status else ""

    def link(self, record: str) -> RichText:
        """Give the name of a record, linked to its page."""
        return self.queries.once(("link", record), lambda: linked(self.name(record), record))

    def short(self, actor: str) -> RichText:
        """Give an actor's short name, for tables, linked."""
        return self.queries.once(("short", actor), lambda: self._called(actor, lambda label: label.short))

    def mention(self, actor: str) -> RichText:
        """Give an actor as a sentence names it, linked."""
        return self.queries.once(("mention", actor), lambda: self._called(actor, lambda label: label.mention))

    def mentions(self, actors: Iterable[str]) -> RichText:
        """Give several actors as a sentence names them: "A, B and C"."""
        return self.joined(tuple(self.mention(actor) for actor in actors))

    def links(self, actors: Iterable[str]) -> RichText:
        """Give the names of several actors, each linked: "A, B and C"."""
        return self.joined(tuple(self.link(actor) for actor in actors))

    def names(self, actors: Iterable[str]) -> RichText:
        """Give the names of several actors, without links: "A, B and C"."""
        return self.joined(tuple(self.name(actor) for actor in actors))

    def shorts(self, actors: Iterable[str]) -> RichText:
        """Give the short names of several actors, linked: "A, B and C"."""
        return self.joined(tuple(self.short(actor) for actor in actors))

    def joined(self, items: tuple[RichText, ...]) -> RichText:
        """Join texts as this language joins a list."""
        if len(items) == 1:
            return items[0]
        marks = tuple(f"\x00{number}\x00" for number in range(len(items)))
        spans: list[Span] = []
        for number, piece in enumerate(self.language.listing(marks).split("\x00")):
            if number % 2:
                spans.extend(items[int(piece)])
            elif piece:
                spans.append(Span(piece))
        return tuple(spans)

    def _called(self, actor: str, wanted: Callable[[Label], Text | None]) -> RichText:
        label = self.queries.find_label(actor)
        text = wanted(label) if label else None
        if label is None or text is None:
            return self.link(actor)
        others = (self.queries.find_label(other) for other in label.namesakes)
        if any(other is not None and wanted(other) == text for other in others):
            return linked(self._qualified(self.text(text), actor), actor)
        return linked(self.text(text), actor)

    def _name(self, record: str) -> RichText:
        label = self.queries.find_label(record)
        is_event = label is not None and label.kind is Event
        return self.hedged(self.title(record), self.queries.find_status(record) if is_event else None)

    def _title(self, record: str) -> RichText:
        label = self.queries.find_label(record)
        if label is None:
            return (Span(self.words(_POPULATIONS[record]) if record in _POPULATIONS else record),)
        if label.name is None:
            return self.name(label.to)
        return self._qualified(self.bare(record), record) if label.namesakes else self.bare(record)

    def _qualified(self, name: RichText, record: str) -> RichText:
        told = self.qualifier(record)
        return compose(self.words(N_("{name} ({qualifier})")), name=name, qualifier=told) if told else name

    def _qualifier(self, record: str) -> RichText:
        label = self.queries.find_label(record)
        if label is None or not label.namesakes:
            return ()
        name = same_name(plain_text(self.bare(record)))
        same = [other for other in label.namesakes if same_name(plain_text(self.bare(other))) == name]
        if not same:
            return ()
        if label.qualifier:
            return self.text(label.qualifier)
        traits = telling_traits(self.queries.record(record), [self.queries.record(other) for other in same])
        between = plain(self.words(N_(", ")))
        told = [self._trait(trait) for trait in traits]
        return tuple(span for number, one in enumerate(told) for span in (between if number else ()) + one)

    def _trait(self, trait: Trait) -> RichText:
        if trait.record:
            return self.bare(trait.record)
        if trait.when:
            return plain(self.language.when(trait.when))
        return plain(self.words(trait.word) if trait.word else trait.plain)


def context(facts: Facts, code: str, *, traced: bool = False) -> Context:
    """Give the context of one edition in one language; note what is read of it where ``traced``."""
    return Context(Queries(facts, traced=traced), language_for(facts, code), facts.edition_day)


def remembered(view: Callable[Concatenate[Context, P], T]) -> Callable[Concatenate[Context, P], T]:
    """Make what a view gives for the same ids once for each context, however many pages show it."""

    @wraps(view)
    def asked(context: Context, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (view, args, tuple(sorted(kwargs.items())))
        return context.queries.once(key, lambda: view(context, *args, **kwargs))

    return asked
