"""The foot of every page: when it last changed, how to report an error."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.views.context import Context
from generator.views.language import N_
from generator.views.subject import Subject


@dataclass(frozen=True, slots=True)
class Colophon:
    """``changed`` is "" on a page without statements, ``report`` where nobody can be told."""

    changed: str
    report: str


def colophon(context: Context, subject: Subject) -> Colophon:
    """The foot of one page."""
    return Colophon(
        changed=context.language.day(subject.changed) if subject.changed else "",
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
