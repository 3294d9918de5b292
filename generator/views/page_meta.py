"""What a page is about, for front matter, breadcrumbs, citations, cards and machines; its footer."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from generator.model.actors import Actor
from generator.model.dates import Moment, When
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.sources import Source
from generator.model.text import Text
from generator.views.actors import KINDS as ACTOR_KINDS
from generator.views.context import Context
from generator.views.feeds import SITE, feed_path
from generator.views.language import N_
from generator.views.places import KINDS as PLACE_KINDS
from generator.views.rich_text import plain_text
from generator.views.statements import standing_first, with_end
from generator.views.wording import STATUS_LABELS, claim_sentence

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
    match context.queries.find(record_id):
        case Place() as place:
            pattern = N_("{place}: who held it when, what happened there, and who says so.")
            return context.words(pattern).format(place=plain_text(context.text(place.name)))
        case Actor() as actor if actor.claims:
            first = standing_first(context, actor)[0]
            return plain_text(with_end(context, claim_sentence(context, first), first))
        case Source() as source:
            pattern = N_("What rests on this item of {publisher}, and who speaks in it.")
            return context.words(pattern).format(publisher=source.publisher)
        case _ if kind in _OVERVIEWS:
            return context.words(_OVERVIEWS[kind])
        case _:
            return plain_text(context.text(context.queries.headline.standfirst))


# The kinds of page that stand for one record, with the overview that each belongs to.
SECTIONS = {
    "event": (N_("Timeline"), "timeline.md"),
    "place": (N_("Places"), "cities/index.md"),
    "actor": (N_("Actors"), "actors/index.md"),
    "disagreement": (N_("Disagreements"), "disagreements/index.md"),
    "question": (N_("Questions"), "questions/index.md"),
    "source": (N_("Sources"), "sources/index.md"),
}

_FOLLOWED = ("home", "changes")
_CARDED = ("home", "event", "place", "actor", "question")
# Latin, Greek, Cyrillic, Arabic and punctuation: what the fonts of the cards hold.
_DRAWN = re.compile(r"[\u0020-\u052f\u0600-\u06ff\u0750-\u077f\u1e00-\u206f\u20a0-\u20bf]+")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What the page at ``path`` (below docs/) is about.

    ``kind`` is ``home``, ``event``, ...; ``record`` the id of the record that it is the page of,
    or "". ``when`` is EDTF. ``line`` says in a few words what the record is, ``card`` is the
    picture that links to the page are shown with, below the site's address, or "". ``feed`` is
    where its changes can be followed, less the ending, or "". ``changed`` is the latest known day
    of what the page says. ``moved`` is the address, below the site's, that
    readers are sent on to, or "".
    """

    path: str
    kind: str
    record: str
    title: str
    description: str
    status: str = ""
    status_label: str = ""
    when: str = ""
    aliases: tuple[str, ...] = ()
    line: str = ""
    card: str = ""
    feed: str = ""
    changed: date | None = None
    moved: str = ""

    @property
    def robots(self) -> str:
        """What search engines are told: to leave out what only says that something went."""
        return "noindex" if self.kind == "retired" and not self.moved else ""

    @property
    def url(self) -> str:
        """The page's address below the site's: "" for home, else ending in a slash."""
        return url(self.path)


def url(path: str) -> str:
    """The address below the site's of a file below docs/, as all builders make it."""
    page, _, anchor = path.partition("#")
    folder = page
    if page.endswith(".md"):
        folder = page.removesuffix("index.md") if page.rpartition("/")[2] == "index.md" else f"{page[:-3]}/"
    return f"{folder}#{anchor}" if anchor else folder


def page_meta(context: Context, path: str, kind: str, words: tuple[str, str]) -> PageMeta:
    """The subject of the page at ``path``; ``words`` are its title and its description or ""."""
    name = path.rpartition("/")[2].removesuffix(".md") if kind in SECTIONS else ""
    record = context.queries.find(name)
    status = context.queries.find_status(name)
    when = _when(record)
    return PageMeta(
        path=path,
        kind=kind,
        record=name,
        title=words[0],
        description=words[1] or description(context, kind, name),
        status=status.name.value if status else "",
        status_label=context.words(STATUS_LABELS[status.name]) if status else "",
        when=str(when) if when else "",
        aliases=_aliases(record, words[0]),
        line=_kind_line(context, record, when),
        card=_card(context, kind, name, words[0]),
        feed=SITE if kind in _FOLLOWED and context.queries.story else feed_path(context, name),
    )


def _card(context: Context, kind: str, name: str, title: str) -> str:
    wanted = context.queries.cards and kind in _CARDED and _DRAWN.fullmatch(title)
    return f"assets/cards/{kind}{'/' if name else ''}{name}.png" if wanted else ""


def _when(record: Record | None) -> When | None:
    match record:
        case Event():
            return record.occurred
        case Source():
            return record.published
        case Question():
            day = record.reviewed
            reviewed = Moment(day.year, day.month, day.day)
            return When(reviewed, reviewed)
        case _:
            return None


def _aliases(record: Record | None, title: str) -> tuple[str, ...]:
    """Every other name of a place or actor, in any language."""
    if not isinstance(record, Actor | Place):
        return ()
    short = record.short if isinstance(record, Actor) else None
    texts = [text for text in (record.name, short) if isinstance(text, Text)]
    names = [words for text in texts for _, words in text.variants]
    return tuple(name for name in dict.fromkeys((*names, *record.aliases)) if name != title)


def _kind_line(context: Context, record: Record | None, when: When | None) -> str:
    match record:
        case Place():
            return context.words(PLACE_KINDS[record.kind])
        case Actor():
            return context.words(ACTOR_KINDS[record.kind])
        case Event() if when:
            return context.language.when(when)
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class PageFooter:
    """``changed`` is "" on a page without statements, ``report`` where nobody can be told."""

    changed: str
    report: str


def page_footer(context: Context, subject: PageMeta) -> PageFooter:
    """The foot of one page."""
    return PageFooter(
        changed=context.language.day(subject.changed) if subject.changed else "",
        report=_report(context, subject),
    )


def _report(context: Context, subject: PageMeta) -> str:
    """The address for reports on this page, with the page's path filled in."""
    contact = context.queries.contact
    page = subject.url or "/"
    if not contact:
        return ""
    if contact.startswith(("http://", "https://")):
        address, mark, anchor = contact.partition("#")
        return f"{address}{'&' if '?' in address else '?'}page={quote(page)}{mark}{anchor}"
    about = context.words(N_("Error on the page {path}")).format(path=page)
    separator = "&" if "?" in contact else "?"
    return f"mailto:{contact.removeprefix('mailto:')}{separator}subject={quote(about)}"
