"""404.html is shown at any depth: with the site's address each of its links lies below that."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli
from generator.build import BuildOptions, build
from generator.editor import scaffold
from generator.site.builders import BUILDERS

_LINK = re.compile(r'\s(?:href|src|content)="((?:\.{0,2}/|\w+/)[^"]*)"')


@pytest.mark.builds
@pytest.mark.parametrize("builder", BUILDERS)
def test_below_a_path_every_link_leads_there(tmp_path: Path, builder: str) -> None:
    root = tmp_path / "explainer"
    scaffold.new(root, "sample")
    settings = {"site_url": "https://example.org/deep/repo/"}
    site = build(root, BuildOptions(builder=builder, settings=settings, editions=False)).site
    links = _LINK.findall((site / "404.html").read_text("utf-8"))
    assert links
    for link in links:
        assert link.startswith("/deep/repo/"), link
        below = link.removeprefix("/deep/repo/").partition("#")[0]
        assert (site / below).exists(), link


@pytest.mark.builds
def test_without_an_address_the_build_says_what_is_needed(tmp_path: Path) -> None:
    root = tmp_path / "explainer"
    scaffold.new(root, "sample")
    arguments = ["build", str(root), "--no-editions"]
    assert "site_url" in CliRunner().invoke(cli.main, arguments).output
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nsite_url: https://example.org/repo/\n")
    assert "site_url" not in CliRunner().invoke(cli.main, arguments).output
