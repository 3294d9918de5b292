"""What a page is about, for front matter, breadcrumbs, citations, cards and machines; its footer."""

import re
from dataclasses import KW_ONLY, dataclass
from urllib.parse import quote

from generator.model.actors import Actor
from generator.model.dates import Moment, When
from generator.model.edtf import edtf
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.sources import Source
from generator.model.text import Text
from generator.views.actors import KINDS as ACTOR_KINDS
from generator.views.borrowed import bare
from generator.views.context import Context
from generator.views.feeds import SITE, feed_path
from generator.views.known_words import Dating, known_adverb, known_label
from generator.views.language import N_
from generator.views.places import KINDS as PLACE_KINDS
from generator.views.rich_text import plain_text
from generator.views.sentences import claim_sentence
from generator.views.statements import standing_first, with_end


def description(context: Context, summary: str, record_id: str) -> str:
    """Say what the page of a record is about, or that of a kind; else what the explainer is about."""
    match context.queries.find(record_id):
        case Place() as place:
            pattern = N_("{place}: who held it when, what happened there, and who says so.")
            return context.words(pattern).format(place=plain_text(context.title(place.id)))
        case Actor() as actor if actor.claims:
            first = standing_first(context, actor)[0]
            return plain_text(with_end(context, claim_sentence(context, first), first))
        case Source() as source:
            pattern = N_("What is based on this item from {publisher}, and who is quoted in it.")
            return context.words(pattern).format(publisher=source.publisher)
        case _ if summary:
            return context.words(summary)
        case _:
            return plain_text(context.text(context.queries.headline.standfirst))


# Latin, Greek, Cyrillic, Arabic and punctuation: what the fonts of the cards hold.
_DRAWN = re.compile(r"[\u0020-\u052f\u0600-\u06ff\u0750-\u077f\u1e00-\u206f\u20a0-\u20bf]+")


@dataclass(frozen=True)
class KindMeta:
    """What a kind of page says of all its pages.

    ``summary`` describes an overview, in words marked with ``N_``. ``has_card`` asks for a picture
    that links are shown with, ``follows_all`` offers the feed of the whole explainer. ``schema_type``
    is the page's type in schema.org, ``schema_entity`` that of what it is about where that is no
    record. ``robots`` is what search engines are told.
    """

    name: str
    _: KW_ONLY
    summary: str = ""
    has_card: bool = False
    follows_all: bool = False
    schema_type: str = "CollectionPage"
    schema_entity: str = ""
    robots: str = ""


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What the page at ``path`` (below docs/) is about.

    ``kind`` is the name of its kind: ``home``, ``event``, ...; ``record`` the id of the record that it is the
    page of, or "". ``when`` is EDTF. ``line`` says in a few words what the record is, ``card`` is the picture
    that links to the page are shown with, below the site's address, or "". ``feed`` is where its changes can
    be followed, less the ending, or "". ``changed`` is the latest known day of what the page says, with what
    is told of it. ``moved`` is the address, below the site's, that readers are sent on to, or "".
    ``breadcrumbs`` are the words and files of the pages that lead here, home first; ``layout`` is the kind
    whose place among the pages it has: its own, or that of what is retired. ``part`` names the part of a list
    that it holds, or "".
    """

    path: str
    kind: str
    record: str
    title: str
    bare: str
    description: str
    schema_type: str
    schema_entity: str = ""
    status: str = ""
    status_label: str = ""
    when: str = ""
    aliases: tuple[str, ...] = ()
    line: str = ""
    card: str = ""
    feed: str = ""
    changed: Dating | None = None
    moved: str = ""
    robots: str = ""
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    layout: str = ""
    part: str = ""

    @property
    def is_home(self) -> bool:
        """Whether it is the page that all breadcrumbs begin with."""
        return not self.url

    @property
    def url(self) -> str:
        """The page's address below the site's: "" for home, else ending in a slash."""
        return url(self.path)


def url(path: str) -> str:
    """Give the address below the site's of a file below docs/, as all builders make it."""
    page, _, anchor = path.partition("#")
    folder = page
    if page.endswith(".md"):
        folder = page.removesuffix("index.md") if page.rpartition("/")[2] == "index.md" else f"{page[:-3]}/"
    return f"{folder}#{anchor}" if anchor else folder


def page_meta(
    context: Context, kind: KindMeta, path: str, record_id: str, words: tuple[str, str]
) -> PageMeta:
    """Say what the page at ``path`` is about; ``words`` are its title and its description or "".

    ``record_id`` is the record that it is the page of, or was before that went, or "".
    """
    record = context.queries.find(record_id)
    status = context.queries.find_status(record_id)
    when = _when(record)
    return PageMeta(
        path=path,
        kind=kind.name,
        record=record_id if record else "",
        title=words[0],
        bare=plain_text(context.title(record_id)) if isinstance(record, Event) else words[0],
        description=words[1] or description(context, kind.summary, record_id),
        schema_type=kind.schema_type,
        schema_entity=kind.schema_entity,
        status=status.name.value if status else "",
        status_label=context.status_words(status),
        when=edtf(when) if when else "",
        aliases=_aliases(record, plain_text(context.bare(record_id)) if record else words[0]),
        line=_kind_line(context, record, when),
        card=card_path(context, kind, record_id, words[0]),
        feed=SITE if kind.follows_all and context.queries.story else feed_path(context, record_id),
        robots=kind.robots,
    )


def card_path(context: Context, kind: KindMeta, record_id: str, title: str) -> str:
    """Say where the card of a page is, below the site's address; "" for a page that has none."""
    wanted = context.queries.cards and kind.has_card and _DRAWN.fullmatch(title)
    return f"assets/cards/{kind.name}{'/' if record_id else ''}{record_id}.png" if wanted else ""


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
    """Give every other name of a place or actor, in any language."""
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


def page_footer(context: Context, meta: PageMeta) -> PageFooter:
    """Give the foot of one page."""
    return PageFooter(
        changed=_changed(context, meta.changed) if meta.changed else "",
        report=_report(context, meta),
    )


def _changed(context: Context, changed: Dating) -> str:
    if changed.is_day:
        return context.words(N_("Last changed on {date}.")).format(date=context.language.day(changed.day))
    if changed.read is not None:
        return context.words(N_("Newest source on this page: {label}.")).format(
            label=known_label(context, changed)
        )
    return context.words(N_("Last changed {when}.")).format(when=known_adverb(context, changed))


def _report(context: Context, meta: PageMeta) -> str:
    """Give the address for reports on this page, with the page's path filled in."""
    contact = context.queries.contact
    page = meta.url or "/"
    if not contact:
        return ""
    if contact.startswith(("http://", "https://")):
        address, mark, anchor = contact.partition("#")
        return f"{address}{'&' if '?' in address else '?'}page={quote(page)}{mark}{anchor}"
    about = context.words(N_("Error on the page {path}")).format(path=page)
    separator = "&" if "?" in contact else "?"
    return f"mailto:{contact.removeprefix('mailto:')}{separator}subject={quote(bare(about))}"
