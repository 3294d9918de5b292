"""Builders: what they warn of is handed on, what stops them is said in words."""

from pathlib import Path

import pytest

from generator.site import builders
from generator.site.builders import BUILDERS, run, warnings
from generator.site.files import SiteError

pytestmark = pytest.mark.builds

NOON = 1525176000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "workshop" / "build-x"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Home\n\n[Nowhere](nowhere.md)\n")
    (folder / "mkdocs.yml").write_text("site_name: Ford\ntheme: {name: material, font: false}\nplugins: []\n")
    return folder


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_broken_link_is_a_warning_that_names_the_page(folder: Path, builder: str) -> None:
    (note,) = run(builder, folder, folder, NOON)
    assert "index.md" in note
    assert "\x1b" not in note
    assert (folder / "site/index.html").is_file()


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_template_that_fails_is_named_without_a_traceback(folder: Path, builder: str) -> None:
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text('{% extends "base.html" %}{% block content %}{{ oops')
    with (folder / "mkdocs.yml").open("a") as settings:
        settings.write("theme: {name: material, font: false, custom_dir: theme}\n")
    with pytest.raises(SiteError, match=f"{builder} could not build the site") as failure:
        run(builder, folder, folder, NOON)
    said = str(failure.value)
    assert "unexpected end of" in said
    assert "main.html" in said
    assert "Traceback" not in said
    assert str(folder) not in said
    log = folder.parent / f"{builder}.log"
    assert str(log) in said
    assert "Traceback" in log.read_text()


def test_a_setting_that_fails_is_named(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: Ford\nplugins: [no-such-plugin]\n")
    with pytest.raises(SiteError, match='"no-such-plugin" plugin is not installed'):
        run("mkdocs", folder, folder, NOON)


def test_a_builder_that_is_not_installed_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builders, "find_spec", lambda name: None)
    with pytest.raises(SiteError, match="pip install zensical"):
        run("zensical", folder, folder, NOON)


def test_a_file_of_the_explainer_does_not_stand_in_for_a_module(folder: Path) -> None:
    (folder / "yaml.py").write_text("raise SystemExit('not this one')\n")
    run("mkdocs", folder, folder, NOON)


def test_warnings_are_found_once_each_in_either_form() -> None:
    said = (
        "INFO    -  Building\nWARNING -  First thing\nWARNING -  Second thing\nWARNING -  First thing\n"
        "Warning: page does not exist\n   ╭─[ events/e.md:3:16 ]\n   │\n 3 │ text\n1 issue found\n"
    )
    assert warnings(said) == ("First thing", "Second thing", "events/e.md:3:16: page does not exist")
