"""In which language the theme's own words stand: the nearest that it has to the explainer's, else English."""

from importlib.util import find_spec
from pathlib import Path

from generator.model.languages import nearest

_BELOW = Path("partials", "languages")
# What the theme calls languages that have another code in CLDR.
_CALLED = {"ckb": "ku-IQ", "no": "nb"}
_ENGLISH = "en"


def theme_language(code: str, builder: str, own_theme: Path | None) -> str:
    """Choose the language of a builder's theme for an explainer in the language with this code.

    ``own_theme`` is the folder of templates that the explainer lays over the theme.
    """
    shipped = _templates("zensical" if builder == "zensical" else "material")
    known = {name for folder in (shipped, own_theme) if folder for name in _languages(folder)}
    called = _CALLED.get(code, "")
    return called if called in known else nearest(code, known) or _ENGLISH


def _templates(package: str) -> Path | None:
    found = find_spec(package)
    return Path(found.origin).parent / "templates" if found and found.origin else None


def _languages(folder: Path) -> list[str]:
    return [path.stem for path in (folder / _BELOW).glob("*.html")]
