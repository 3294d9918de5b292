"""What is wrong with a text that should be a whole number or degrees, and how to write it."""

import re
from collections.abc import Iterator

from generator.model.lookalikes import in_plain, strange_character

Fault = tuple[str, str]
"""What is wrong, and the way out."""

DIGITS = 12  # of a whole number, at most
DECIMALS = 8  # of degrees, at most: about a millimetre
_ALONE = "Write digits alone, as in 306887; what belongs around it goes into the text."
_DECIMAL = "Write degrees in digits with a point, as in 36.2012; south and west are negative."
_DIGITS_ALONE = re.compile(r"0|[1-9][0-9]*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([ ,.'_])[0-9]{3})(?:\1[0-9]{3})*")
_SPREAD = re.compile(r"([0-9]+) ?(?:-|to|\.\.) ?([0-9]+)")
_HEMISPHERES = {"N": 1, "E": 1, "S": -1, "W": -1}
_SEXAGESIMAL = re.compile(
    r"""(?P<before>[NSEW])?\s*(?P<sign>[-+]?)
        (?P<degrees>[0-9]{1,3}(?:\.[0-9]+)?)\s*(?:[°d\u00ba*:]|deg|\s)?\s*
        (?:(?P<minutes>[0-9]{1,2}(?:\.[0-9]+)?)\s*(?:['’′m:]|min|\s)?\s*)?
        (?:(?P<seconds>[0-9]{1,2}(?:\.[0-9]+)?)\s*(?:["”″s]|''|sec)?\s*)?
        (?P<after>[NSEW])?""",
    re.VERBOSE | re.IGNORECASE,
)


def whole_number_fault(text: str) -> Fault:
    """Say what keeps a text from being a whole number in digits alone."""
    return next(_whole_number_faults(text), ("it is not written in digits", _ALONE))


def _whole_number_faults(text: str) -> Iterator[Fault]:
    if strange := strange_character(text):
        plain = in_plain(text).strip()
        digits = plain.replace(" ", "")
        hint = f"Write {digits}." if _DIGITS_ALONE.fullmatch(digits) else whole_number_fault(plain)[1]
        yield f"it holds {strange}", hint
    if re.fullmatch(r"[0-9]+", text):
        if text.startswith("0"):
            yield "it starts with a zero", f"Write {int(text)}."
        yield (
            f"it has {len(text)} digits; {DIGITS} at most are read",
            "Look whether it is a number of people.",
        )
    if grouped := _GROUPED.fullmatch(text):
        digits = re.sub(r"[^0-9]", "", text)
        sign = {",": "a comma", ".": "a point", " ": "a space", "'": "an apostrophe"}.get(
            grouped[1], "an underscore"
        )
        yield (
            f"it holds {sign}",
            f"If the sign groups thousands write {digits}; parts of one are not counted.",
        )
    if spread := _SPREAD.fullmatch(text):
        hint = f"Write `low: {spread[1]}` and `high: {spread[2]}` in place of this key."
        yield "these are two numbers", hint
    if found := re.fullmatch(r"(?:~|c\.|ca\.?|about|around)\s*([0-9]+)", text, re.IGNORECASE):
        yield "it is a round number", f"Write `about: {found[1]}` in place of this key."
    if found := re.fullmatch(r"([0-9]+)\+|(?:>=|\u2265|at least)\s*([0-9]+)", text, re.IGNORECASE):
        yield "it is a least number", f"Write `at_least: {found[1] or found[2]}` in place of this key."
    if found := re.fullmatch(r"\+([1-9][0-9]*)", text):
        yield "it has a sign", f"Write {found[1]}."
    if re.fullmatch(r"-[0-9]+", text):
        yield "it is below zero", "What is counted is nought or more."
    yield from _other_notations(text)


def _other_notations(text: str) -> Iterator[Fault]:
    if text.endswith("%"):
        yield "it is a share", "Give the number that was counted; a share goes into the text."
    if re.fullmatch(r"[-+]?0[xobXOB][0-9a-fA-F_]+", text):
        yield "it is written in another base than ten", _ALONE
    if found := re.fullmatch(r"([0-9]+)\.0*", text):
        yield "it has a decimal point", f"Write {found[1]}."
    if found := re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)[eE]\+?([0-9]{1,2})", text):
        whole = float(found[1]) * 10 ** min(int(found[2]), DIGITS)
        hint = f"Write {whole:.0f}." if whole.is_integer() and int(found[2]) < DIGITS else _ALONE
        yield "it has an exponent", hint
    if re.fullmatch(r"[-+]?[0-9]*[.,][0-9]+", text):
        yield "it is not whole", "What is counted is whole: look whether the sign groups thousands."
    if "_" in text and text.replace("_", "").isdigit():
        yield "it holds an underscore", f"Write {text.replace('_', '')}."
    if found := re.fullmatch(r"[^0-9]*([0-9]+)[^0-9]*", text):
        yield "it holds more than digits", f"Write digits alone, {int(found[1])}; the words go into the text."


def degrees_fault(text: str) -> Fault:
    """Say what keeps a text from being degrees with a decimal point."""
    return next(_degrees_faults(text), ("it is not written in digits and a point", _DECIMAL))


def _degrees_faults(text: str) -> Iterator[Fault]:
    if found := re.fullmatch(r"(-?[0-9]{1,3})\.([0-9]{9,})", text):
        hint = f"Write {found[1]}.{found[2][:DECIMALS].rstrip('0') or '0'}: a millimetre needs no more."
        yield f"it has {len(found[2])} decimals; {DECIMALS} at most are read", hint
    if found := re.fullmatch(r"([-+]?[0-9]{1,3}),([0-9]+)", text):
        yield (
            "it has a decimal comma",
            f"Write {found[1].lstrip('+')}.{found[2][:DECIMALS].rstrip('0') or '0'}, with a point.",
        )
    if re.fullmatch(r"[-+]?[0-9]+[.,]?[0-9]*[,;/ ]\s*[-+]?[0-9]+\.?[0-9]*", text) and "." in text:
        yield "these are two numbers", "Give the one as `lat`, the other as `lon`."
    if found := re.fullmatch(r"\+([0-9]{1,3}(?:\.[0-9]{1,8})?)", text):
        yield "it has a sign", f"Write {found[1]}: north and east need none."
    if re.fullmatch(r"[-+]?\.[0-9]+|[-+]?[0-9]+\.", text):
        whole, _, rest = text.lstrip("+").partition(".")
        written = f"{whole if whole not in ('', '-') else whole + '0'}{'.' if rest else ''}{rest[:DECIMALS]}"
        yield "a digit is missing at its point", f"Write {written}."
    if re.fullmatch(r"[-+]?[0-9]*\.?[0-9]+[eE][-+]?[0-9]+", text):
        yield "it has an exponent", _DECIMAL
    if re.fullmatch(r"-?[0-9]{4,}(?:\.[0-9]*)?", text):
        yield "it has more than three digits before its point", f"{_DECIMAL} Metres of a grid are none."
    if strange_character(text) and re.fullmatch(r"[-+]?[0-9]+[.,]?[0-9]*", in_plain(text).strip()):
        written = in_plain(text).strip().replace(",", ".")
        yield f"it holds {strange_character(text)}", f"Write {written}."
    if decimal := _decimal(text):
        yield "it has degrees, minutes or a letter for its direction", f"Write {decimal}."


def _decimal(text: str) -> str:
    """Give degrees, minutes and seconds as decimal degrees; "" for anything else."""
    found = _SEXAGESIMAL.fullmatch(text.replace("\u2212", "-").strip())
    if not found or (found["minutes"] and "." in found["degrees"]):
        return ""
    minutes, seconds = float(found["minutes"] or 0), float(found["seconds"] or 0)
    if minutes >= 60 or seconds >= 60 or float(found["degrees"]) > 180:
        return ""
    letter = (found["before"] or found["after"] or "").upper()
    sign = -1 if found["sign"] == "-" else 1
    value = (float(found["degrees"]) + minutes / 60 + seconds / 3600) * sign * _HEMISPHERES.get(letter, 1)
    return f"{value:.5f}".rstrip("0").rstrip(".")
