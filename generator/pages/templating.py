"""The Jinja environment: every value is escaped for Markdown unless a Writer marked it safe."""

from collections.abc import Callable
from functools import lru_cache, partial
from html import escape

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.pages.markdown import apart, attribute, escaped
from generator.views.borrowed import OPENED
from generator.views.language import Language


@lru_cache(maxsize=16)
def environment(words: Language) -> Environment:
    """Make the environment for one language. Templates hold no logic: values come ready from views."""
    made = Environment(
        loader=PackageLoader("generator.pages"),
        autoescape=True,
        finalize=_shown_in(words.direction),
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        # The usual comment marks would swallow Markdown's explicit anchors, `{#top}`.
        comment_start_string="{%#",
        comment_end_string="#%}",
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals["newline"] = Markup("\n")
    made.filters.update(attr_value=_attr_value, capitalised=_capitalised, as_it_is=_as_it_is)
    return made


def _shown_in(direction: str) -> Callable[[object], Markup]:
    """Escape what templates show. Attributes hold Latin words, which are whole on any page."""
    return escaped if direction == "rtl" else partial(apart, direction=direction)


def compile_templates(words: Language) -> None:
    """Compile every template for a language now rather than when it is first used."""
    made = environment(words)
    for name in made.list_templates(extensions=["j2"]):
        made.get_template(name)


def _attr_value(words: str | tuple[str, ...]) -> Markup:
    return Markup(attribute(words))


def _as_it_is(words: str) -> Markup:
    """Escape words inside a raw block of HTML; line breaks stay."""
    return Markup(escape(words, quote=False))


def _capitalised(words: str) -> str:
    start = 1 if words.startswith(OPENED) else 0
    return words[:start] + words[start : start + 1].upper() + words[start + 1 :]
