"""A catalogue of interface words in an explainer's own folder: begun, or brought up to date."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from generator.model.languages import locale_of, parse_tag
from generator.views.catalogues import ORIGINAL, catalogue, interface_languages

FOLDER = Path("content", "words")
# Of the header only the language, its plural forms and how the file is written mean anything here.
_OF_PROGRAMS = re.compile(
    r"(?m)^\"(?:Project-Id|Report-|POT-|PO-|Last-|Language-Team|Generated-By).*\n|\A(?:#.*\n)+"
)


def begin(root: Path, code: str) -> tuple[Path, int]:
    """Write ``content/words/CODE.po`` with every word of the interface; give it and how many are empty.

    What it holds already stays; words that the interface has no more go to its end, as comments. Raises
    ValueError for what is no language that CLDR knows, and for a file that cannot be read.
    """
    if not parse_tag(code):
        raise ValueError(f"`{code}` is not a language code such as es or pt-BR")
    locale, path = str(locale_of(code)), root / FOLDER / f"{code}.po"
    words = Catalog(locale=locale, fuzzy=False)
    if path.exists():
        try:
            words = read_po(BytesIO(path.read_bytes()), locale=locale, abort_invalid=True)
        except (PoFileError, ValueError, LookupError) as error:
            raise ValueError(f"{path} cannot be read; `explainer check` says where: {error}") from None
    words.update(_every_word(), no_fuzzy_matching=True, update_creation_date=False)
    out = BytesIO()
    write_po(out, words, width=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_OF_PROGRAMS.sub("", out.getvalue().decode()), encoding="utf-8")
    return path, sum(not _is_said(message.string) for message in words if message.id)


def _every_word() -> Catalog:
    """Give every word and sentence of the interface, with what tells programs how it is filled in."""
    template = Catalog()
    for message in catalogue(next(code for code in interface_languages() if code != ORIGINAL)):
        if message.id:
            template.add(message.id, flags=message.flags - {"fuzzy"}, user_comments=message.user_comments)
    return template


def _is_said(words: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(words) and (isinstance(words, str) or all(words or ()))
