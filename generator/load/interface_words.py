"""A catalogue of interface words, ``content/words/CODE.po``, as gettext has them, to plain data."""

import re
from gettext import c2py
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from generator.load.text_file import TextFile
from generator.model.interface_words import InterfaceMessage, InterfaceWords, slot_fault
from generator.model.languages import UnknownLanguageError, locale_of, parse_tag
from generator.problems import Problem

_COUNTED = 1001  # numbers by which a rule of plural forms is tried
_LINE = re.compile(
    r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)[ \t]+)?"(?:[^"\\]|\\.)*"[ \t]*|[ \t]*(?:#.*)?'
)
_HINT = "Every word stands behind `msgid`, what you say for it behind `msgstr`, both in quotes."


def read_words(file: TextFile, problems: list[Problem]) -> InterfaceWords | None:
    """Read a catalogue; ``None``, with problems that say why, where nothing of it can be used."""
    code = file.name.removesuffix(".po")
    if not parse_tag(code):
        message = f"`{code}` is not a language code such as es or pt-BR, which names a catalogue of words"
        problems.append(file.problem((1, 1), "bad-language", message, "Name the file after its language."))
        return None
    broken = next((at for at, line in enumerate(file.lines, 1) if not _LINE.fullmatch(line)), 0)
    if broken:  # which the reader of catalogues takes for other words, or leaves out
        message = 'this is neither a comment nor words of a catalogue: msgid "...", msgstr "..."'
        problems.append(
            file.problem((broken, 1), "bad-words", message, "Look at its quotes; each line has its own.")
        )
        return None
    catalog = _parsed(file, code, problems)
    if catalog is None or not _has_forms(file, catalog, problems):
        return None
    messages = tuple(_message(message) for message in catalog if message.id)
    faults = [(one, fault) for one in messages if (fault := _fault(one, catalog.num_plurals))]
    for one, (what, hint) in faults:
        problems.append(file.problem((one.line, 1), "bad-words", f"the words for `{one.id[0]}` {what}", hint))
    wrong = {one.id for one, _ in faults}
    left = tuple(one for one in messages if one.id not in wrong)
    return InterfaceWords(code, file.path, catalog.num_plurals, catalog.plural_expr, left)


def _parsed(file: TextFile, code: str, problems: list[Problem]) -> Catalog | None:
    try:
        # Without a header of its own a catalogue has the forms that CLDR gives its language.
        locale = str(locale_of(code))
        return read_po(BytesIO(_in_utf8(file.text)), locale=locale, abort_invalid=True)
    except UnknownLanguageError as error:
        problems.append(file.problem((1, 1), "unknown-language", str(error), "Take the code of another one."))
    except PoFileError as error:
        at = (error.lineno + 1 if isinstance(error.lineno, int) else 1, 1)
        what = str(error).partition(" on ")[0] or "it is no catalogue of words"
        problems.append(file.problem(at, "bad-words", f"this cannot be read: {what.lower()}", _HINT))
    except (ValueError, LookupError, SyntaxError, AssertionError, TypeError, AttributeError, IndexError):
        # The reader of catalogues checks little of what it is given.
        problems.append(file.problem((1, 1), "bad-words", "this is no catalogue of words", _HINT))
    return None


def _in_utf8(text: str) -> bytes:
    return re.sub(r"(?mi)^(\"content-type:.*charset=)[\w-]+", r"\1utf-8", text).encode()


def _has_forms(file: TextFile, catalog: Catalog, problems: list[Problem]) -> bool:
    try:
        rule = c2py(catalog.plural_expr)
        used = {rule(number) for number in range(_COUNTED)}
    except (ValueError, ArithmeticError, RecursionError):
        used = {-1}
    if min(used) >= 0 and max(used) < catalog.num_plurals:
        return True
    line = next((at for at, line in enumerate(file.lines, 1) if "plural-forms" in line.lower()), 1)
    message = f"the rule of plural forms does not choose among {catalog.num_plurals}: `{catalog.plural_expr}`"
    hint = 'As in English it reads `"Plural-Forms: nplurals=2; plural=(n != 1);\\n"`.'
    problems.append(file.problem((line, 1), "bad-words", message, hint))
    return False


def _message(message: Message) -> InterfaceMessage:
    said = tuple(message.string) if isinstance(message.string, tuple | list) else (message.string,)
    ids = tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)
    return InterfaceMessage(ids, tuple(one or "" for one in said), message.fuzzy, message.lineno or 1)


def _fault(message: InterfaceMessage, forms: int) -> tuple[str, str] | None:
    if not message.counts:
        return None
    if len(message.id) > 1 and len(message.said) != forms:
        return (
            f"have {len(message.said)} forms of {forms}",
            "Give each form of the header: msgstr[0], msgstr[1], ...",
        )
    if any("\ue000" <= letter <= "\uf8ff" for form in message.said for letter in form):
        return "hold a private character", "Delete it: it has no meaning that readers could see."
    if fault := slot_fault(message):
        return f"cannot be filled in: {fault}", "What stands in braces, or between %( and )s, stays as it is."
    return None
