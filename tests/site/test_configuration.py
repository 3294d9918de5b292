"""The builder's configuration: mkdocs.yml with settings laid over it, good in any folder."""

from pathlib import Path

import pytest
import yaml

from generator.site.configuration import derive
from generator.site.files import SiteError


def derived(folder: Path, text: str, overrides: dict[str, object]) -> dict[str, object]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return yaml.safe_load(derive(folder / "mkdocs.yml", overrides))


def test_mappings_merge_and_everything_else_replaces(tmp_path: Path) -> None:
    text = "site_name: A\nnav: [a.md, b.md]\ntheme: {name: material, language: en, icon: {logo: x}}\n"
    overrides = {"site_name": "Ä", "nav": [{"B": "b.md"}], "theme": {"language": "fr"}, "docs_dir": "docs"}
    assert derived(tmp_path, text, overrides) == {
        "site_name": "Ä",
        "nav": [{"B": "b.md"}],
        "theme": {"name": "material", "language": "fr", "icon": {"logo": "x"}},
        "docs_dir": "docs",
    }


def test_a_theme_given_by_name_alone_keeps_its_name(tmp_path: Path) -> None:
    assert derived(tmp_path, "theme: material\n", {"theme": {"language": "ar"}}) == {
        "theme": {"name": "material", "language": "ar"}
    }


def test_paths_beside_mkdocs_yml_still_lead_there(tmp_path: Path) -> None:
    text = "INHERIT: ../base.yml\ntheme: {name: material, custom_dir: theme}\nhooks: [tools/hook.py]\n"
    here = tmp_path.resolve()
    assert derived(tmp_path, text, {}) == {
        "INHERIT": f"{here}/../base.yml",
        "theme": {"name": "material", "custom_dir": f"{here}/theme"},
        "hooks": [f"{here}/tools/hook.py"],
    }


def test_tags_that_only_the_builder_knows_pass_through(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_url: !ENV [URL, 'https://example.org/']\nextra: {to: !!python/name:a.module.name ''}\n"
    )
    text = derive(path, {"site_name": "A"})
    assert "!ENV" in text
    assert "!!python/name:a.module.name" in text


def test_numbers_and_flags_stay_what_they_are(tmp_path: Path) -> None:
    text = 'use_directory_urls: true\nextra: {version: "1.0", size: 3}\nanchor: &x [a]\nagain: *x\n'
    assert derived(tmp_path, text, {}) == {
        "use_directory_urls": True,
        "extra": {"version": "1.0", "size": 3},
        "anchor": ["a"],
        "again": ["a"],
    }


@pytest.mark.parametrize(
    ("text", "said"), [("a: [", "is not YAML"), ("", "holds no settings"), ("- a\n", "holds no settings")]
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SiteError, match=rf"mkdocs\.yml {said}"):
        derived(tmp_path, text, {})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"mkdocs\.yml is missing"):
        derive(tmp_path / "mkdocs.yml", {})
