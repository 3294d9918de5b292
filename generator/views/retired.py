"""What is no longer there: what became of it, when and why, on its own old page or on that of its record."""

from dataclasses import dataclass

from generator.derive.retired import successors
from generator.model.figures import Series
from generator.model.refs import Ref, Target
from generator.model.retired import Retired
from generator.views.context import Context
from generator.views.language import N_
from generator.views.rich_text import RichText, Span, capital, compose, linked, plain, plain_text


@dataclass(frozen=True, slots=True)
class RetiredLine:
    """Something retired: its old name, the sentence that says what became of it, and why."""

    id: Target
    name: RichText
    said: RichText
    why: RichText
    moved: Target


def retired_line(context: Context, old_id: Target) -> RetiredLine:
    """Say what became of a retired id. ``moved`` is where readers are sent on at once, or ""."""
    entry = context.queries.retired(old_id)
    last = _last(context, entry)
    return RetiredLine(
        id=old_id,
        name=_name(context, entry),
        said=_said(context, entry),
        why=context.text(entry.why) if entry.why else (),
        moved=last if entry.renamed and not context.queries.find_retired(last) else "",
    )


def moved_line(context: Context, to: str, way: Target) -> RetiredLine:
    """Send readers of an older address on to a record, along a way: its id, or a file below docs/.

    It says of no day, for an edition before that day does so too.
    """
    name = context.name(to)
    said = compose(context.words(N_("This has another address: {now}.")), now=linked(name, way))
    return RetiredLine(id=to, name=name, said=said, why=(), moved=way)


def retired_from(context: Context, page: str) -> tuple[RetiredLine, ...]:
    """Say what stood on a page and is told of there: not the record that the page itself was of."""
    ids = context.queries.retired_from(page)
    return tuple(retired_line(context, old_id) for old_id in ids if old_id != page)


def _last(context: Context, entry: Retired) -> Target:
    return ("", *successors(entry, context.queries.find_retired))[-1]


def _name(context: Context, entry: Retired) -> RichText:
    """Give the name that it had; of what has another id the name it has now; else its id.

    A statement goes by its record.
    """
    last = _last(context, entry)
    if entry.name:
        return context.text(entry.name)
    if isinstance(last, str) and last and not context.queries.find_retired(last):
        return context.name(last)
    if isinstance(entry.id, Ref) and (label := context.queries.find_label(entry.id.record)):
        pattern = N_("{record}: a figure") if label.kind is Series else N_("{record}: a statement")
        return compose(context.words(pattern), record=context.name(entry.id.record))
    return plain(str(entry.id))


def _said(context: Context, entry: Retired) -> RichText:
    if not context.queries.has_come(entry.on):
        return plain(context.words(N_("This is no longer part of this explainer.")))
    date = context.language.day(entry.on)
    last = _last(context, entry)
    gone = context.queries.find_retired(last)
    if not last:
        return plain(context.words(_over(entry)).format(date=date))
    if gone:
        pattern = N_("Taken out of this explainer on {date}. What replaced it, {now}, went on {then}.")
        name = plain_text(_name(context, gone))
        then = context.language.day(gone.on)
        return capital(compose(context.words(pattern), date=date, now=(Span(name, last),), then=then))
    pattern = N_("Since {date} this has another address: {now}.")
    if not entry.renamed:
        pattern = N_("Taken out of this explainer on {date}. What there is now: {now}.")
    return compose(context.words(pattern), date=date, now=_linked(context, last))


def _over(entry: Retired) -> str:
    if entry.renamed:
        return N_("Since {date} this has another address.")
    return N_("Taken out of this explainer on {date}.")


def _linked(context: Context, target: Target) -> RichText:
    return linked(context.name(target), target)
