"""What a page is, in a sentence or two, where its title alone would have to say it: for search engines."""

from generator.model.actors import Actor
from generator.model.places import Place
from generator.model.sources import Source
from generator.views.context import Context
from generator.views.fallen import standing_first, with_fall
from generator.views.language import N_
from generator.views.runs import joined
from generator.views.wording import claim_sentence

_OVERVIEWS = {
    "timeline": N_(
        "Every event, by the day it is said to have happened. The words say who says so; "
        "the word beside them says how far it is established."
    ),
    "places": N_("Who held each place, since when, and how far that is established."),
    "actors": N_(
        "Everybody who does, says or suffers something here. An actor on a side is a party: "
        "its own words alone never confirm what serves it."
    ),
    "casualties": N_(
        "Each table holds one scope: what was counted, of whom, where and when. Figures of different "
        "scopes or speakers are never added, averaged or ranked."
    ),
    "disagreements": N_("Where sources differ, side by side. Nothing here is decided by counting outlets."),
    "questions": N_("Each question with a short answer first, and what every sentence of it rests on."),
    "corrections": N_("What was put right, taken back, retracted or removed, by day."),
    "changes": N_(
        "What became known on each day, newest first: in the words of the day before and of that day, "
        "with the sources that brought it."
    ),
    "sources": N_("Every published item that this explainer rests on, with what rests on it."),
}


def description(context: Context, kind: str, record_id: str) -> str:
    """What the page of a kind is about, or the page of a record; else what the explainer is about."""
    match context.facts.by_id.get(record_id):
        case Place() as place:
            pattern = N_("{place}: who held it when, what happened there, and who says so.")
            return context.words(pattern).format(place=joined(context.text(place.name)))
        case Actor() as actor if actor.claims:
            first = standing_first(context, actor)[0]
            return joined(with_fall(context, claim_sentence(context, first), f"{actor.id}/{first.id}"))
        case Source() as source:
            pattern = N_("What rests on this item of {publisher}, and who speaks in it.")
            return context.words(pattern).format(publisher=source.publisher)
        case _ if kind in _OVERVIEWS:
            return context.words(_OVERVIEWS[kind])
        case _:
            return joined(context.text(context.facts.explainer.headlines[-1].standfirst))
