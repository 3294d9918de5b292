"""The theme's words are in the nearest language that it has, and pages say their own."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.build import BuildOptions, build
from generator.editor.scaffold import new
from generator.site.builders import BUILDERS
from generator.site.theme_languages import theme_language

NEAREST = {
    "en": "en", "en-GB": "en", "fr-CA": "fr", "ar-SY": "ar", "pt-BR": "pt-BR", "pt-PT": "pt",
    "zh-TW": "zh-TW", "ckb": "ku-IQ", "prs": "fa", "sr-Latn": "sh", "fil": "tl", "no": "nb",
    "ku": "en", "az-Arab": "en", "pa-Arab": "en", "yi": "en",
}  # fmt: skip


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize(("code", "near"), NEAREST.items())
def test_the_nearest_language_of_the_theme(code: str, near: str, builder: str) -> None:
    assert theme_language(code, builder, None) == near


def test_a_language_that_the_explainer_adds_to_the_theme(tmp_path: Path) -> None:
    added = tmp_path / "partials" / "languages" / "ku.html"
    added.parent.mkdir(parents=True)
    added.write_text("")
    assert theme_language("ku", "mkdocs", tmp_path) == "ku"


@pytest.mark.builds
@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize(
    ("code", "direction", "spoken"), [("ar-SY", "rtl", ""), ("ckb", "rtl", "en"), ("es", "ltr", "en")]
)
def test_pages_say_their_language(
    tmp_path: Path, builder: str, code: str, direction: str, spoken: str
) -> None:
    new(tmp_path / "site", "sample")
    facts = tmp_path / "site" / "content" / "explainer.yml"
    facts.write_text(facts.read_text("utf-8").replace("languages: [en]", f"languages: [{code}]"), "utf-8")
    built = build(tmp_path / "site", BuildOptions(builder=builder, editions=False)).site
    for below in ("index.html", "timeline/index.html", "404.html"):
        page = BeautifulSoup((built / below).read_text("utf-8"), "lxml")
        assert page.html["lang"] == code
        assert page.body["dir"] == direction
        main = page.select_one("h1, .not-here")
        assert bool(main.find_parent(lang="en") or main.get("lang") == "en") == bool(spoken)
