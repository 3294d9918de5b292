"""The foot of every page: as known when, last changed, how to cite it, how to report an error."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.views.citation import PageCitation, citation, known_words
from generator.views.context import Context
from generator.views.language import N_
from generator.views.subject import Subject


@dataclass(frozen=True, slots=True)
class Colophon:
    """``changed`` is "" on a page without statements, ``report`` where nobody can be told."""

    known: str
    changed: str
    cite: PageCitation
    report: str


def colophon(context: Context, subject: Subject, site: str) -> Colophon:
    """The foot of one page. ``site`` is the public address of the site, or ""."""
    return Colophon(
        known=known_words(context.facts, context.language),
        changed=context.language.day(subject.changed) if subject.changed else "",
        cite=citation(context, subject, site),
        report=_report(context, subject),
    )


def _report(context: Context, subject: Subject) -> str:
    """The address for reports on this page, with the page's path filled in."""
    contact = context.facts.explainer.contact
    page = subject.url or "/"
    if not contact:
        return ""
    if contact.startswith(("http://", "https://")):
        address, mark, anchor = contact.partition("#")
        return f"{address}{'&' if '?' in address else '?'}page={quote(page)}{mark}{anchor}"
    about = context.words(N_("Error on the page {path}")).format(path=page)
    separator = "&" if "?" in contact else "?"
    return f"mailto:{contact.removeprefix('mailto:')}{separator}subject={quote(about)}"
