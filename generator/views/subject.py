"""What a page is about, for front matter, breadcrumbs, citations, cards and machines."""

import re
from dataclasses import dataclass
from datetime import date

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
from generator.views.description import description
from generator.views.feeds import SITE, feed_path
from generator.views.language import N_
from generator.views.places import KINDS as PLACE_KINDS
from generator.views.wording import STATUS_LABELS

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
class Subject:
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


def subject(context: Context, path: str, kind: str, words: tuple[str, str]) -> Subject:
    """The subject of the page at ``path``; ``words`` are its title and its description or ""."""
    name = path.rpartition("/")[2].removesuffix(".md") if kind in SECTIONS else ""
    record = context.facts.by_id.get(name)
    status = context.index.statuses.get(name)
    when = _when(record)
    return Subject(
        path=path,
        kind=kind,
        record=name,
        title=words[0],
        description=words[1] or description(context, kind, name),
        status=status.name.value if status else "",
        status_label=context.words(STATUS_LABELS[status.name]) if status else "",
        when=str(when) if when else "",
        aliases=_aliases(record, words[0]),
        line=_line(context, record, when),
        card=_card(context, kind, name, words[0]),
        feed=SITE if kind in _FOLLOWED and context.index.changes else feed_path(context, name),
    )


def _card(context: Context, kind: str, name: str, title: str) -> str:
    wanted = context.facts.explainer.cards and kind in _CARDED and _DRAWN.fullmatch(title)
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


def _line(context: Context, record: Record | None, when: When | None) -> str:
    match record:
        case Place():
            return context.words(PLACE_KINDS[record.kind])
        case Actor():
            return context.words(ACTOR_KINDS[record.kind])
        case Event() if when:
            return context.language.when(when)
        case _:
            return ""
