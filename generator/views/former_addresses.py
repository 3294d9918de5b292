"""Addresses that were those of a page, or of a part of one: since when, why, and where they lead."""

from dataclasses import dataclass

from generator.model.actors import Relation
from generator.model.refs import Target
from generator.model.retired import FormerAddress
from generator.views.context import Context
from generator.views.disagreements import record_name
from generator.views.language import N_
from generator.views.retired import RetiredLine, retired_line
from generator.views.rich_text import RichText, compose, linked, plain


@dataclass(frozen=True, slots=True)
class WayOn:
    """An entry of the facts, and what it leads to: a record, a statement or a file below docs/, or "".

    ``label`` is what the page that it leads to is called where that is of no record, a word marked with
    ``N_``. ``dispute`` says that the versions of a record stood there.
    """

    entry: FormerAddress
    to: Target
    label: str = ""
    dispute: bool = False

    def is_sent(self, context: Context) -> bool:
        """Say whether readers are sent on at once: where there is no word on why."""
        return self.entry.why is None or not context.queries.has_come(self.entry.on)


def former_line(context: Context, way: WayOn) -> RetiredLine:
    """Say what became of an address; in an edition before that day only where it leads."""
    entry = way.entry
    there = plain(context.words(way.label)) if way.label else _name(context, way.to)
    said = compose(
        context.words(_pattern(context, way)), date=context.language.day(entry.on), now=linked(there, way.to)
    )
    return RetiredLine(
        id=entry.address,
        name=context.text(entry.name) if entry.name else there or plain(entry.anchor),
        said=said,
        why=context.text(entry.why) if entry.why else (),
        moved=way.to if way.is_sent(context) else "",
    )


def _name(context: Context, target: Target) -> RichText:
    if not target:
        return ()
    if context.queries.find_retired(target):
        return retired_line(context, target).name
    record = context.queries.find(target) if isinstance(target, str) else None
    return record_name(context, record.id) if isinstance(record, Relation) else context.name(target)


def _pattern(context: Context, way: WayOn) -> str:
    if not way.to:
        return N_("Taken out of this explainer on {date}.")
    if not context.queries.has_come(way.entry.on):
        return N_("This has another address: {now}.")
    if way.is_sent(context):
        return N_("Since {date} this has another address: {now}.")
    if way.dispute:
        return N_(
            "Until {date} accounts of this stood here that were held to differ. What is told of it: {now}."
        )
    return N_("Taken out of this explainer on {date}. What there is now: {now}.")
