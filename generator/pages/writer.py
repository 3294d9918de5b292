"""What templates use to write one page: marked sentences, links, chips and headings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from generator.model.languages import direction_of
from generator.model.refs import Ref, Target, record_of
from generator.pages.addresses import address, below, page_file, placeholder, published
from generator.pages.attributes import attributes, broken, fits, inline, marked, tag
from generator.pages.day_placeholders import PLACEHOLDERS
from generator.pages.markdown import apart, attribute, destination, escaped
from generator.views.citation_notes import CitationNote, citation_note, note_key
from generator.views.context import Context
from generator.views.corrections import Corrections, corrected, corrections_of
from generator.views.known_words import Dating, latest_dating
from generator.views.language import N_
from generator.views.page_meta import PageMeta
from generator.views.rich_text import RichText, Span, linked, marked_apart, unlinked
from generator.views.sources import ways_to_source
from generator.views.versions import differ_words


@dataclass(frozen=True, slots=True)
class _SharedMarkup:
    """What a macro made of a line, with the statements and notes it rests on; ``line`` is kept alive."""

    markup: Markup
    used: dict[Ref, None]
    noted: dict[str, CitationNote]
    line: object


@dataclass(slots=True)
class Writer:
    """Write one page; remember which statements the page rests on, and its notes.

    ``site`` is the public address of the site, or ""; ``editions`` says whether earlier days can be read.
    """

    context: Context
    about: PageMeta
    site: str = ""
    editions: bool = False
    used: dict[Ref, None] = field(default_factory=dict)
    noted: dict[str, CitationNote] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The page's file below docs/."""
        return self.about.path

    @property
    def changed(self) -> Dating | None:
        """The latest known day of the statements used so far; ``None`` when there is none."""
        return latest_dating(self.context, self.used)

    def href(self, target: Target) -> str:
        """Give the link to a record, statement or page file, relative in the end; "" for what has no page."""
        found = target if isinstance(target, str) and ".md" in target else address(self.context, target)
        return placeholder(found) if found else ""

    def beside(self, path: str) -> str:
        """Give the address of a page as seen from this one, for scripts."""
        return published(path, self.path)

    def spot(self, words: RichText | str, target: Target, anchor: str) -> Markup:
        """Words that link on, with the anchor that what they lead to had here; in an editorial line."""
        written = f"{{ {attributes(anchor=anchor)} }}" if anchor else ""
        return Markup(f"[{self.text(_bare(words))}]({self.href(target)}){written}")

    def link_to(self, target: Target) -> str:
        """Give the address of a record, statement or file, for machines: absolute where the site has one."""
        found = below(self.context, target)
        if self.site:
            return f"{self.site.rstrip('/')}/{found}"
        return "../" * self.about.url.count("/") + found or "./"

    def stamp(self, part: str) -> str:
        """Give the place of words that tell the day of the edition: ``known`` or ``story``.

        They are filled in last, so that two editions in which the page says the same can be told.
        """
        return PLACEHOLDERS[part]

    def notes(self) -> tuple[CitationNote, ...]:
        """Give the notes of the page's sentences; the page rests on what is in them, too."""
        for note in self.noted.values():
            self.used.update(dict.fromkeys(ref for record in note.records for ref in record.refs))
        return tuple(self.noted.values())

    def earlier(self) -> Markup:
        """Give the way to editions of earlier days, if there are any; scripts make it a choice of days."""
        words, way = escaped(self.context.words(N_("Earlier days"))), self.href(page_file("editions"))
        link = Markup(f' [{words}]({way}){{ .editions data-page="{self.about.url}" }}')
        return link if self.editions else Markup()

    def text(self, rich: RichText | str) -> Markup:
        """Rich text as Markdown, with links and language marks but no claim mark."""
        if isinstance(rich, str):
            return apart(rich, self.context.language.direction)
        return self.context.queries.once(
            ("markdown", rich), lambda: Markup("").join(self._span(span) for span in rich)
        )

    def piece(self, macro: Callable[[Any], Markup], line: object) -> Markup:
        """Say what a macro makes of a line that several pages show: made once, whatever page it stands on.

        Views give the same object for the same line; what the piece rests on is remembered with it.
        """
        key = ("piece", macro.name, id(line))  # type: ignore[attr-defined]  # a macro of Jinja has a name
        made = self.context.queries.once(key, lambda: self._captured(macro, line))
        self.used.update(made.used)
        for name, note in made.noted.items():
            self.noted.setdefault(name, note)
        return made.markup

    def _captured(self, macro: Callable[[Any], Markup], line: object) -> "_SharedMarkup":
        outer, self.used, self.noted = (self.used, self.noted), {}, {}
        try:
            return _SharedMarkup(macro(line), self.used, self.noted, line)
        finally:
            self.used, self.noted = outer

    def fact(self, rich: RichText | str, refs: Iterable[Ref], kind: str = "") -> Markup:
        """Factual words within a line: they carry the references of the claims they rest on."""
        return inline("*", self.text(rich), self._use(refs), kind)

    def within(self, words: Markup, refs: Iterable[Ref] = (), kind: str = "") -> Markup:
        """Mark words within a line, in which others may be marked."""
        return inline("_", words, self._use(refs), kind)

    def own(self, rich: RichText | str, refs: Iterable[Ref], around: Iterable[Ref], kind: str = "") -> Markup:
        """Factual words within a line that rests on ``around``: they say what they rest on if it is other."""
        refs = tuple(refs)
        return self.fact(rich, () if refs == tuple(around) else refs, kind)

    def words(self, rich: RichText | str, kind: str = "") -> Markup:
        """Editorial or interface words within a line, marked as such."""
        return Markup(f"*{self.text(rich)}*{{ {attributes(kind=kind, editorial=True)} }}")

    def link(self, rich: RichText | str, target: Target, kind: str = "") -> Markup:
        """Editorial words within a line that link to a record or a page."""
        href = self.href(target)
        if not href:
            return self.words(_bare(rich), kind)
        return Markup(f"[{self.text(_bare(rich))}]({href}){{ {attributes(kind=kind, editorial=True)} }}")

    def goto(self, rich: RichText | str, target: Target) -> Markup:
        """Words that link to a record or a page, within a line that is editorial."""
        return self.text(linked(_bare(rich), target))

    def block(self, words: Markup, refs: Iterable[Ref] = (), kind: str = "", **more: Any) -> Markup:
        """Write a paragraph with the claims that it rests on; a line for each that the words have."""
        return marked("", words, self._use(refs), kind, **more)

    def item(self, words: Markup, refs: Iterable[Ref] = (), kind: str = "", **more: Any) -> Markup:
        """Write an item of a list with the claims that it rests on."""
        return marked("- ", words, self._use(refs), kind, **more)

    def step(self, words: Markup, refs: Iterable[Ref] = (), kind: str = "", **more: Any) -> Markup:
        """Write an item of a numbered list with the claims that it rests on."""
        return marked("1. ", words, self._use(refs), kind, **more)

    def _use(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        refs = tuple(refs)
        self.used.update(dict.fromkeys(refs))
        return refs

    def cell(
        self, words: Markup, refs: Iterable[Ref] = (), anchor: str = "", editorial: bool = False
    ) -> Markup:
        """Write a cell of a table with the claims that it rests on."""
        refs = self._use(refs)
        written = attributes(refs, anchor=anchor, editorial=editorial)
        return Markup(f"{words.strip()} {{ {written} }}") if words.strip() else words

    def title(
        self, rich: RichText | str, refs: Iterable[Ref], anchor: str, level: int = 1, kind: str = ""
    ) -> Markup:
        """Write a heading that rests on claims."""
        refs = self._use(refs)
        words, written = (
            self.text(marked_apart(rich, self.context.language.direction)),
            attributes(refs, kind=kind, anchor=anchor),
        )
        if fits(f"{words}{written}"):
            return Markup(f"{'#' * level} {words} {{{written}}}\n")
        start = tag(f"h{level}", refs, kind=kind, anchor=anchor, more='markdown="span"')
        return Markup(broken(f"{start}{words}</h{level}>\n"))

    def mark(self, rich: RichText | str, kind: str) -> Markup:
        """Words with a class of their own inside a line that says what it rests on."""
        return Markup(f"*{self.text(rich)}*{{ {attributes(kind=kind)} }}") if rich else Markup()

    def label(self, status: str, label: str) -> Markup:
        """Give a status chip inside a line that says what it rests on."""
        return self.chip(status, label, ())

    def linked(self, rich: RichText | str, target: Target) -> RichText:
        """Give the same words, linked to a record."""
        return linked(rich, target)

    def name(self, record_id: str) -> RichText:
        """Give the name of a record, without a link."""
        return self.context.name(record_id)

    def named(self, record_id: str) -> Markup:
        """Give the name of a record, linked to its page: a label, within a line that is editorial."""
        return self.goto(self.context.name(record_id), record_id)

    def marks(self, cited: Iterable[Target]) -> Markup:
        """Give the button behind a sentence that shows its note: who says so, and where it was read.

        ``cited`` are records or single statements. The notes themselves stand at the page's end.
        """
        cited = tuple(cited)
        if not cited:
            return Markup()
        key = note_key(cited)
        note = self.noted.get(key) or self.noted.setdefault(key, citation_note(self.context, cited))
        return Markup(
            f'<button class="marks"\npopovertarget="says-{key}" aria-label="{attribute(note.label)}"'
            f" data-editorial>{escaped(note.speakers)}</button>"
        )

    def versions(self, record_id: str) -> Markup:
        """Give a space and the way to the page on how accounts differ; nothing where they agree."""
        found = self.context.queries.find_disagreement(record_id)
        if not found or (page := self.disagreement(record_id)) == self.path:
            return Markup()
        return Markup(" ") + self.link(differ_words(self.context, found), page, "more")

    def disagreement(self, record_id: str) -> str:
        """Give the file below docs/ of the page on how accounts of a record differ."""
        return page_file("disagreement", record_id)

    def heading(self, words: RichText | str, anchor: str, level: int = 2) -> Markup:
        """Give an editorial heading with its explicit anchor."""
        return Markup(f"{'#' * level} {self._headed(words)} {{#{anchor} data-editorial}}")

    def _headed(self, rich: RichText | str) -> Markup:
        return self.text(marked_apart(rich, self.context.language.direction))

    def put_right(self, record_id: str) -> Corrections:
        """Say what was put right in a record, for its own page."""
        return corrections_of(self.context, record_id)

    def corrected(self, *cited: Target) -> Markup:
        """Give the dated marks that lead to the corrections of records, or of the records of statements."""
        records = dict.fromkeys(map(record_of, cited))
        marks = ((corrected(self.context, record), record) for record in records)
        return Markup("").join(
            Markup(" ") + self.link(words, record, "became") for words, record in marks if words
        )

    def outside(self, source_id: str) -> Markup:
        """Give the ways to a source, named by its host, and to its archived copies, where it has such."""
        ways = ways_to_source(self.context, source_id)
        return Markup("\n").join(self.web(words, url, "host") for words, url in ways)

    def web(self, words: str, url: str, kind: str) -> Markup:
        """Words that link to a page of the web, within a line that is editorial."""
        about = attributes(kind=kind, more={"rel": "external nofollow noopener"})
        shown = apart(words, self.context.language.direction)
        link = f"[{shown}]({destination(url)}){{ {about} }}"
        start = f'<a class="{kind}" rel="external nofollow noopener"\nhref="{attribute(url)}">'
        return Markup(link if fits(link) else f"{start}\n{shown}</a>")

    def marked_as(self, words: str, code: str) -> Markup:
        """Words in another language, within a line that is editorial."""
        return Markup(f"*{escaped(words)}*{{ {attributes(more={'lang': code, 'dir': direction_of(code)})} }}")

    def goto_marked(self, rich: RichText | str, target: Target, kind: str) -> Markup:
        """Words with a class of their own that link to a record, within a line that is editorial."""
        return self.mark(linked(_bare(rich), target), kind)

    def raw_chip(self, status: str, label: str, refs: Iterable[Ref]) -> Markup:
        """Give a status chip as HTML, for where builders leave words as they are."""
        return tag("span", self._use(refs), kind=f"chip chip--{status}") + escaped(label) + Markup("</span>")

    def chip(self, status: str, label: str, refs: Iterable[Ref]) -> Markup:
        """Give the quiet chip beside a sentence that says its status in a word."""
        return inline("**", escaped(label), self._use(refs), f"chip chip--{status}")

    def _span(self, span: Span) -> Markup:
        turn = direction_of(span.language or self.context.language.code)
        words, href = apart(span.words, turn), self.href(span.target) if span.target else ""
        if href:
            words = Markup(f"[{words}]({href})")
        if span.language:
            words = Markup(f'<span lang="{attribute(span.language)}" dir="{turn}">{words}</span>')
        return words


def _bare(rich: RichText | str) -> RichText | str:
    return rich if isinstance(rich, str) else unlinked(rich)
