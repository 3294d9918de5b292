"""Field types shared by the records: how a value as written in YAML becomes a typed value.

Values arrive as the loader read them: every scalar is still the string that was written.
Each validator raises a PydanticCustomError whose type is the problem's code.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.model.address_faults import address_fault
from generator.model.dates import BadDateError, When, parse_day, parse_when
from generator.model.languages import in_its_case, parse_tag
from generator.model.lookalikes import strange_character, unseen_character
from generator.model.number_faults import degrees_fault, whole_number_fault
from generator.model.refs import Ref, Target
from generator.model.text import Text
from generator.model.unquoted import Unquoted
from generator.model.vocabulary import Contested
from generator.model.web import host_fault

LONGEST_ID = 80  # characters
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SITE_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/){1,2}(?:#[a-z0-9]+(?:-+[a-z0-9]+)*)?")


class Entry(BaseModel):
    """Base of everything an editor writes: frozen, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the values alone: what pydantic adds differs between equal entries, and is slow."""
        told = self.__dict__
        return _entry, (type(self), tuple([told[name] for name in type(self).model_fields]))


def _entry(kind: type[Entry], values: tuple[Any, ...]) -> Entry:
    return kind.model_construct(**dict(zip(kind.model_fields, values, strict=True)))


@dataclass(frozen=True, order=True, slots=True)
class Citation:
    """A pointer into a source: its id, and where in it (a line, page or row), if said."""

    source: str
    locator: str = ""

    def __str__(self) -> str:
        """Give it as written: ``source@locator``."""
        return f"{self.source}@{self.locator}" if self.locator else self.source


def _fail(code: str, message: str, hint: str = "") -> PydanticCustomError:
    # Content may hold braces, which pydantic would read as its own template fields.
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def _as_words(value: Any) -> Any:
    """Refuse what is no text to some reader of YAML. Raises unquoted-trap."""
    if isinstance(value, Unquoted):
        raise _fail("unquoted-trap", *value.fault)
    return value


def _id(value: Any) -> str:
    _as_words(value)
    if isinstance(value, str) and len(value) <= LONGEST_ID and _ID.fullmatch(value):
        return value
    strange = strange_character(value[:80]) if isinstance(value, str) else ""
    what = f"it holds {strange}; " if strange else ""
    raise _fail(
        "bad-id", f"`{value}` is not an id: {what}use a-z, 0-9 and single hyphens, as in `homs-falls`"
    )


def _target(value: Any) -> Target:
    if isinstance(value, Ref):
        return value
    _as_words(value)
    record, slash, statement = value.partition("/") if isinstance(value, str) else (value, "", "")
    return Ref(_id(record), _id(statement)) if slash else _id(record)


def _words(value: Any) -> str:
    _as_words(value)
    if not isinstance(value, str):
        raise _fail("bad-text", "words are wanted here, not a list or a mapping")
    words = " ".join(value.split())
    if not words:
        raise _fail("empty-value", "there are no words here")
    return words


def _text(value: Any) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, dict):
        return (
            Text(tuple((_language(code), _words(words)) for code, words in value.items()))
            if value
            else _empty()
        )
    return Text((("", _words(value)),))


def _empty() -> Text:
    raise _fail("empty-value", "there are no words here")


def _language(value: Any) -> str:
    _as_words(value)
    if isinstance(value, str) and parse_tag(value):
        return value
    meant = in_its_case(value) if isinstance(value, str) else ""
    guess = f"; write `{meant}`" if parse_tag(meant) else ""
    raise _fail("bad-language", f"`{value}` is not a language code such as en, fr or ar{guess}")


def _when(value: Any, info: ValidationInfo) -> When:
    """Type a date; times with an offset become those of the zone that the context names, if any."""
    if isinstance(value, When):
        return value
    try:
        return parse_when(value if isinstance(value, str) else str(value), (info.context or {}).get("zone"))
    except BadDateError as bad:
        raise _fail("bad-date", str(bad), bad.hint) from None


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return parse_day(str(value))
    except BadDateError as bad:
        raise _fail("bad-date", str(bad), bad.hint) from None


def _count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,11}", value):
        return int(value)
    what, hint = whole_number_fault(str(value))
    raise _fail("bad-number", f"`{value}` is not a whole number: {what}", hint)


def _degrees(value: Any) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{1,8})?", value):
        return float(value)
    what, hint = degrees_fault(str(value))
    raise _fail("bad-number", f"`{value}` is not a number of degrees: {what}", hint)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise _fail("bad-flag", f"`{value}` is neither `true` nor `false`")


def _citation(value: Any) -> Citation:
    if isinstance(value, Citation):
        return value
    _as_words(value)
    source, _, locator = value.partition("@") if isinstance(value, str) else ("", "", "")
    if not _ID.fullmatch(source) or (isinstance(value, str) and value.endswith("@")):
        raise _fail("bad-citation", f"`{value}` is not a citation; write a source id, or `source-id@locator`")
    return Citation(source, " ".join(locator.split()))


def _url(value: Any) -> str:
    _as_words(value)
    parts = re.fullmatch(r"(https?://[^/?#\s<>\"]+)([^\s<>\"]*)", value) if isinstance(value, str) else None
    if parts and (fault := host_fault(value)):
        raise _fail("private-url", f"readers cannot be sent to `{value}`: {fault}")
    if parts and not unseen_character(value):
        # Browsers show and take these as they are; in HTML they are not valid.
        return parts[1] + re.sub(r"[\[\]\\^`{|}]", lambda found: quote(found[0]), parts[2])
    what, hint = address_fault(str(value))
    raise _fail("bad-url", f"`{value}` is not a web address: {what}", hint)


def _site_address(value: Any) -> str:
    words = _words(value)
    if _SITE_ADDRESS.fullmatch(words):
        return words
    bare = words.partition("://")[2].partition("/")[2] if "://" in words else words.lstrip("/")
    path, sign, anchor = bare.removesuffix("index.html").removesuffix(".md").partition("#")
    meant = f"{path.rstrip('/')}/{sign}{anchor}"
    hint = f"Write `{meant}`." if _SITE_ADDRESS.fullmatch(meant) else ""
    raise _fail("bad-retired", f"`{words}` is no address of a page below the site's own", hint)


def _contact(value: Any) -> str:
    """Type where readers report errors: an address of the web, or of mail with ``mailto:`` or without."""
    words = _words(value)
    if re.fullmatch(r"(?:mailto:)?[^@\s/:]+@[^@\s/]+\.[^@\s/?]+(?:\?\S*)?", words):
        return words
    if words.startswith(("http://", "https://")) or "@" not in words:
        return _url(words)
    hint = "Write mailto:corrections@example.org, or the address of a page: https://example.org/contact."
    raise _fail("bad-url", f"`{words}` is neither a mail address nor a web address", hint)


def _speakers(value: Any) -> Any:
    named = _many(value)
    if isinstance(named, list):
        twice = next((name for name in named if isinstance(name, str) and named.count(name) > 1), None)
        if twice is not None:
            raise _fail("repeated-speaker", f"`{twice}` stands twice among the speakers")
    return named


def _many(value: Any) -> Any:
    return [value] if isinstance(value, str | Citation) else value


Id = Annotated[str, BeforeValidator(_id)]
TargetField = Annotated[Ref | str, PlainValidator(_target)]
Words = Annotated[str, BeforeValidator(_words)]
LocalText = Annotated[Text, BeforeValidator(_text)]
Url = Annotated[str, BeforeValidator(_url)]
SiteAddress = Annotated[str, BeforeValidator(_site_address)]
Contact = Annotated[str, BeforeValidator(_contact)]
Language = Annotated[str, BeforeValidator(_language)]
WhenField = Annotated[When, BeforeValidator(_when)]
Day = Annotated[date, BeforeValidator(_day)]
Count = Annotated[int, BeforeValidator(_count)]
Degrees = Annotated[float, BeforeValidator(_degrees)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_many)]
Urls = Annotated[tuple[Url, ...], BeforeValidator(_many)]
Speakers = Annotated[tuple[Id, ...], BeforeValidator(_speakers), Field(min_length=1)]
"""Who speaks: one actor, or several who say one thing together. Their order makes no difference."""
ContestedList = Annotated[tuple[Contested, ...], BeforeValidator(_many)]
WordList = Annotated[tuple[Words, ...], BeforeValidator(_many)]
Cites = Annotated[
    tuple[Annotated[Citation, BeforeValidator(_citation)], ...], BeforeValidator(_many), Field(min_length=1)
]


class Note(Entry):
    """Editorial words. They show in editions from ``since`` on; undated, only in the current one."""

    since: Day | None = Field(default=None, alias="from")
    text: LocalText


def _note(value: Any) -> Any:
    if isinstance(value, dict) and "text" in value:
        return value
    return value if isinstance(value, Note) else {"text": value}


NoteField = Annotated[Note, BeforeValidator(_note)]
