"""What the schemas of YAML 1.1 and of YAML 1.2 make of a scalar without quotes.

Where one of them sees something else than text, a file means one thing to us and another to the
next program that reads it: https://yaml.org/type/ for 1.1, https://yaml.org/spec/1.2.2/#103-core-schema.
Digits alone, ``306887``, are the one number that everybody writes and reads alike.
"""

import re

from generator.model.unquoted import Unquoted

BOOLEAN = re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|[yYnN]|True|TRUE|False|FALSE")
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_FLAG = frozenset({"true", "false"})
_DIGITS = re.compile(r"0|[1-9][0-9]*")
# Both schemas in one: octals with and without "o", "_" between digits, sixties (12:30), exponents with
# and without a sign. The 1.1 expression for fractions has a slip that would take 1.2.3; no reader does.
_NUMBER = re.compile(
    r"""[-+]?(?:
      0b[01_]+ | 0o?[0-9_]+ | 0x[0-9a-fA-F_]+
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
      | (?:[0-9][0-9_]*(?:\.[0-9_]*)? | \.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?
      | \.(?:inf|Inf|INF)
    ) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)
_DATE = re.compile(
    r"""[0-9]{4}-[0-9]{2}-[0-9]{2}
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?
        (?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?""",
    re.VERBOSE,
)
# Characters that begin anything that is no text to somebody: a quick look spares most words the rest.
_BEGINS = frozenset("+-.=<~0123456789tTfFyYnNoO")


def as_read(value: str) -> str:
    """Give a scalar without quotes as it is written, marked where a reader of YAML takes it for no text."""
    if value[:1] not in _BEGINS or _DIGITS.fullmatch(value):
        return value
    taken_for = _taken_for(value)
    return Unquoted(value, taken_for) if taken_for else value


def _taken_for(value: str) -> str:
    if value in _FLAG or BOOLEAN.fullmatch(value):
        return "true or false"
    if _NUMBER.fullmatch(value):
        return "a number"
    if _DATE.fullmatch(value):
        return "a date"
    if value in EMPTY:
        return "nothing"
    return "a mark of their own" if value in ("=", "<<") else ""
