"""What templates use to write one page: marked sentences, links, chips and headings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.pages.addresses import address, relative
from generator.pages.markdown import attribute, escaped
from generator.views.context import Context
from generator.views.runs import Run, Runs, joined

_RTL = frozenset({"ar", "fa", "he", "ku", "ur"})


@dataclass(slots=True)
class Writer:
    """Writes for one page at ``path``; remembers which statements the page rests on."""

    context: Context
    path: str
    used: dict[str, None] = field(default_factory=dict)

    def href(self, target: str) -> str:
        """The relative link to a record, statement or page file; "" when it has no page."""
        found = target if ".md" in target else address(self.context, target)
        return relative(found, self.path) if found else ""

    def runs(self, runs: Runs | str) -> Markup:
        """Runs as Markdown, with links and language marks but no claim mark."""
        if isinstance(runs, str):
            return escaped(runs)
        return Markup("").join(self._run(run) for run in runs)

    def fact(self, runs: Runs | str, refs: Iterable[str], kind: str = "") -> Markup:
        """Factual words: they carry the references of the claims they rest on."""
        return Markup(f"{self.open(refs, kind)}{self.runs(runs)}</span>")

    def words(self, runs: Runs | str, kind: str = "") -> Markup:
        """Editorial or interface words, marked as such."""
        return Markup(f'<span{_class(kind)} data-editorial="">{self.runs(runs)}</span>')

    def link(self, runs: Runs | str, target: str, kind: str = "") -> Markup:
        """Editorial words that link to a record or a page."""
        href = self.href(target)
        shown = f"[{self.runs(_bare(runs))}]({href})" if href else self.runs(_bare(runs))
        return Markup(f'<span{_class(kind)} data-editorial="">{shown}</span>')

    def open(self, refs: Iterable[str], kind: str = "") -> Markup:
        """Open a factual span that holds several marked words; the template closes it."""
        refs = tuple(refs)
        self.used.update(dict.fromkeys(refs))
        return Markup(f'<span{_class(kind)} data-claims="{attribute(refs)}">')

    def mark(self, runs: Runs | str, kind: str) -> Markup:
        """Words with a class of their own inside an open span."""
        return Markup(f"<span{_class(kind)}>{self.runs(runs)}</span>")

    def label(self, status: str, label: str) -> Markup:
        """A status chip inside an open span."""
        return self.mark(label, f"chip chip--{status}")

    def linked(self, runs: Runs | str, target: str) -> Runs:
        """The same words, linked to a record."""
        parts = (Run(runs),) if isinstance(runs, str) else runs
        return tuple(Run(run.words, target, run.language) for run in parts)

    def name(self, record_id: str) -> Runs:
        """The name of a record, without a link."""
        return self.context.name(record_id)

    def named(self, record_id: str) -> Markup:
        """The name of a record, linked to its page: a label, so editorial."""
        return self.link(self.context.name(record_id), record_id)

    def marks(self, cited: Iterable[str]) -> Markup:
        """Small marks behind a sentence of prose, one for each thing that it cites."""
        links = (
            Markup(f'[{number}]({self.href(ref)}){{ title="{attribute(joined(self.name(ref)))}" }}')
            for number, ref in enumerate(cited, start=1)
        )
        return Markup(f'<sup class="marks" data-editorial="">{Markup(" ").join(links)}</sup>')

    def fact_heading(self, runs: Runs, anchor: str, refs: Iterable[str], level: int) -> Markup:
        """A factual heading with its explicit anchor."""
        return Markup(f"{'#' * level} {self.fact(runs, refs)} {{#{anchor}}}")

    def heading(self, words: str, anchor: str, level: int = 2) -> Markup:
        """An editorial heading with its explicit anchor."""
        return Markup(f'{"#" * level} {escaped(words)} {{#{anchor} data-editorial=""}}')

    def chip(self, status: str, label: str, refs: Iterable[str]) -> Markup:
        """The quiet chip beside a sentence that says its status in a word."""
        return self.fact(label, refs, f"chip chip--{status}")

    def _run(self, run: Run) -> Markup:
        words = escaped(run.words)
        href = self.href(run.target) if run.target else ""
        if href:
            words = Markup(f"[{words}]({href})")
        if run.language:
            turn = ' dir="rtl"' if run.language in _RTL else ' dir="ltr"'
            words = Markup(f'<span lang="{attribute(run.language)}"{turn}>{words}</span>')
        return words


def _class(kind: str) -> str:
    return f' class="{attribute(kind)}"' if kind else ""


def _bare(runs: Runs | str) -> Runs | str:
    return runs if isinstance(runs, str) else tuple(Run(run.words, "", run.language) for run in runs)
