"""Common knowledge: what nobody disputes of an actor or place, and the editors vouch for."""

from dataclasses import dataclass

from generator.model.actors import Actor
from generator.model.places import Place
from generator.views.context import Context
from generator.views.language import N_
from generator.views.rich_text import RichText, compose


@dataclass(frozen=True, slots=True)
class CommonLine:
    """One thing that everybody knows of a record, with its name, and the editors' word for it."""

    id: str
    record: str
    name: RichText
    words: RichText
    vouched: RichText

    @property
    def anchor(self) -> str:
        """Its place on the page of all."""
        return f"{self.record}--{self.id}"


def common_lines(context: Context, record: Actor | Place) -> tuple[CommonLine, ...]:
    """Give what everybody knows of a record, in file order."""
    since = context.words(N_("The editors vouch for it since {date}. {why}"))
    later = context.words(N_("The editors vouch for it. {why}"))  # in an edition of before they did
    return tuple(
        CommonLine(
            id=one.id,
            record=record.id,
            name=context.name(record.id),
            words=context.text(one.says),
            vouched=compose(
                since if context.queries.has_come(one.on) else later,
                date=context.language.day(one.on),
                why=context.text(one.why),
            ),
        )
        for one in record.common
    )


def all_common(context: Context) -> tuple[CommonLine, ...]:
    """Give all that is told as common knowledge, actors first, in file order."""
    records: tuple[Actor | Place, ...] = (*context.queries.actors, *context.queries.places)
    return tuple(line for record in records for line in common_lines(context, record))
