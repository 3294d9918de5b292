"""The Jinja environment: every value is escaped for Markdown unless a Writer marked it safe."""

from collections.abc import Callable
from functools import lru_cache, partial
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup

from generator.pages.markdown import apart, attribute, escaped
from generator.views.borrowed import OPENED
from generator.views.language import Language


class _PlainCalls(TemplateContext):
    """Calls from templates as they are written: nothing that ours call asks for the context.

    Jinja looks that up at each of the hundreds of thousands of calls of a build, and makes a new context
    for each message within a loop.
    """

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call something with what the template gives it."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class _EscapedOnce(CodeGenerator):
    """What templates show was escaped by ``finalize``; Jinja would look at each value once more."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class _Environment(Environment):
    context_class = _PlainCalls
    code_generator_class = _EscapedOnce


@lru_cache(maxsize=16)
def environment(words: Language) -> Environment:
    """Make the environment for one language. Templates hold no logic: values come ready from views."""
    made = _Environment(
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
    )
    made.globals.update(
        {"_": partial(_message, words.gettext), "ngettext": partial(_messages, words.ngettext)}
    )
    made.globals["newline"] = Markup("\n")
    made.filters.update(attr_value=_attr_value, capitalised=_capitalised, as_it_is=_as_it_is)
    return made


def _message(translate: Callable[[str], str], message: str, /, **variables: object) -> Markup:
    return Markup(translate(message)) % variables


def _messages(
    translate: Callable[[str, str, int], str], one: str, several: str, number: int, /, **variables: object
) -> Markup:
    return Markup(translate(one, several, number)) % {"num": number, **variables}


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
