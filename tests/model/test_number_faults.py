"""Numbers, degrees and addresses that are not read: what is wrong with each, and how to write it."""

import pytest

from generator.model.address_faults import address_fault
from generator.model.number_faults import degrees_fault, whole_number_fault

NUMBERS = {
    "1,400": ("a comma", "1400"),
    "1.400.000": ("a point", "1400000"),
    "1 400": ("a space", "1400"),
    "1'400": ("an apostrophe", "1400"),
    "1_400": ("an underscore", "1400"),
    "1\u202f400": ("narrow no-break space", "1400"),
    "١٤٠٠": ("arabic-indic digit one", "1400"),
    "１４": ("fullwidth digit one", "14"),
    "1.0": ("decimal point", "Write 1."),
    "1e5": ("exponent", "Write 100000."),
    "+5": ("sign", "Write 5."),
    "-5": ("below zero", "nought"),
    "007": ("zero", "Write 7."),
    "0x1F": ("base", "digits alone"),
    "1234567890123": ("13 digits; 12 at most", "number of people"),
    "about 40": ("round", "about: 40"),
    "40+": ("least", "at_least: 40"),
    "40–50": ("en dash", "low: 40"),
    "40%": ("share", "counted"),
    "forty": ("not written in digits", "digits alone"),
}
DEGREES = {
    "40.012000000000001": ("15 decimals; 8 at most", "Write 40.012:"),
    "36,2012": ("decimal comma", "Write 36.2012,"),
    "40°00'43\"N": ("minutes", "Write 40.01194."),
    "29° 58′ 48″ W": ("direction", "Write -29.98."),
    "S 12.5": ("direction", "Write -12.5."),
    "36:30": ("minutes", "Write 36.5."),
    "36 30": ("minutes", "Write 36.5."),
    "+36.2": ("sign", "Write 36.2:"),
    ".5": ("digit is missing", "Write 0.5."),
    "-.5": ("digit is missing", "Write -0.5."),
    "36.": ("digit is missing", "Write 36."),
    "1e1": ("exponent", "point"),
    "−30.5": ("minus sign", "Write -30.5."),
    "٣٦٫٢": ("arabic-indic digit three", "Write 36.2."),
    "40.012, -29.98": ("two numbers", "`lon`"),
    "436000.5": ("more than three digits", "grid"),
    "north": ("not written in digits", "36.2012"),
}
ADDRESSES = {
    "https://example.org/05 13.pdf": ("a space", "https://example.org/05%2013.pdf"),
    "https://example.org/a\u00a0b": ("no-break space", "https://example.org/a%20b"),
    "https://example.org/\u200ba": ("zero width space", "https://example.org/a"),
    "https://example.org/\u00ada": ("soft hyphen", "https://example.org/a"),
    "www.example.org/x": ("lacks https://", "https://www.example.org/x"),
    "example.org": ("lacks https://", "https://example.org"),
    "//example.org/x": ("beginning", "https://example.org/x"),
    "http:/example.org": ("not https://", "https://example.org"),
    "htps://example.org": ("misspelt", "https://example.org"),
    "HTTPS://example.org": ("capitals", "https://example.org"),
    "ftp://example.org": ("`ftp:`", "whole address"),
    "mailto:a@example.org": ("`mailto:`", "whole address"),
    "doi:10.1000/182": ("document", "https://doi.org/10.1000/182"),
    "“https://example.org”": ("quotes", "https://example.org"),
    "<https://example.org>": ("angle brackets", "https://example.org"),
    "[a](https://example.org/a)": ("Markdown", "https://example.org/a"),
    "https://a.org https://b.org": ("several", "another source"),
    "/page": ("no host", "whole address"),
    "https://": ("no host", "whole address"),
    "the paper": ("does not start", "whole address"),
}


@pytest.mark.parametrize(
    ("fault", "cases"),
    [(whole_number_fault, NUMBERS), (degrees_fault, DEGREES), (address_fault, ADDRESSES)],
    ids=["number", "degrees", "address"],
)
def test_the_fault_is_named_and_the_hint_says_what_to_write(fault, cases):
    told = {written: fault(written) for written in cases}
    wrong = {
        written: told[written]
        for written, (what, hint) in cases.items()
        if what not in told[written][0] or hint not in told[written][1]
    }
    assert not wrong
