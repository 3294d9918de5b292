"""A manifest holds every byte of a site; verify names what differs."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site import manifest
from generator.site.files import SiteError
from generator.site.last_site import SiteFiles
from generator.site.manifest import ManifestHead, verify

EDITION = ManifestHead("The ford", date(2018, 5, 1), {"content/b.yml": "22", "content/a.yml": "11"})
FILES = {"index.html": b"home", "events/ford/index.html": b"ford", "assets/empty.js": b"", "a b/é.txt": b"x"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", FILES)


def lay(site: Path, files: dict[str, bytes]) -> Path:
    for below, content in files.items():
        (site / below).parent.mkdir(parents=True, exist_ok=True)
        (site / below).write_bytes(content)
    manifest.write(site, EDITION, SiteFiles(site, site / "none", site / "none").entries())
    return site


def test_a_manifest_names_the_edition_the_facts_and_every_file(site: Path) -> None:
    text = (site / "manifest.json").read_text(encoding="utf-8")
    said = json.loads(text)
    assert {key: said[key] for key in ("format", "title", "known", "content")} == {
        "format": "explainer-manifest/1",
        "title": "The ford",
        "known": "2018-05-01",
        "content": {"content/a.yml": "11", "content/b.yml": "22"},
    }
    assert sorted(said["files"]) == sorted(FILES)
    assert said["files"]["index.html"] == {
        "bytes": 4,
        "sha256": "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942",
    }
    assert text == json.dumps(said, sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def test_a_manifest_written_again_is_the_same(site: Path) -> None:
    before = (site / "manifest.json").read_bytes()
    manifest.write(site, EDITION, SiteFiles(site, site / "none", site / "none").entries())
    assert (site / "manifest.json").read_bytes() == before


def test_an_untouched_site_is_good(site: Path) -> None:
    verdict = verify(site)
    assert verdict.good
    assert verdict.matching == len(FILES)


def test_everything_that_differs_is_named(site: Path) -> None:
    (site / "index.html").write_bytes(b"hom3")
    (site / "assets/empty.js").write_bytes(b"x")
    (site / "events/ford/index.html").unlink()
    (site / "events/new.html").write_bytes(b"new")
    verdict = verify(site)
    assert not verdict.good
    assert verdict.changed == ("assets/empty.js", "index.html")
    assert verdict.missing == ("events/ford/index.html",)
    assert verdict.extra == ("events/new.html",)
    assert verdict.matching == 1


@settings(deadline=None, max_examples=50)
@given(
    name=st.sampled_from(sorted(name for name in FILES if FILES[name])), bit=st.integers(0, 7), data=st.data()
)
def test_one_flipped_bit_anywhere_is_found(
    tmp_path_factory: pytest.TempPathFactory, name: str, bit: int, data: st.DataObject
) -> None:
    site = lay(tmp_path_factory.mktemp("site"), FILES)
    content = bytearray(FILES[name])
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << bit
    (site / name).write_bytes(content)
    assert verify(site).changed == (name,)


def test_a_link_is_refused_even_to_the_same_bytes(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(FILES["index.html"])
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SiteError, match=r"index\.html is a symbolic link"):
        verify(site)


def test_a_linked_folder_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (site / "more").symlink_to(tmp_path / "folder")
    with pytest.raises(SiteError, match="more is a symbolic link"):
        verify(site)


def test_a_site_with_a_link_gets_no_manifest(site: Path) -> None:
    (site / "link").symlink_to("index.html")
    with pytest.raises(SiteError, match="symbolic link"):
        manifest.write(site, EDITION, SiteFiles(site, site / "none", site / "none").entries())


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"format": "explainer-manifest/1"}', '{"files": {}}', "\xff"]
)
def test_what_is_no_manifest_is_refused(site: Path, text: str) -> None:
    (site / "manifest.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(SiteError, match=r"manifest\.json"):
        verify(site)


def test_a_site_without_a_manifest_is_refused(site: Path) -> None:
    (site / "manifest.json").unlink()
    with pytest.raises(SiteError, match=r"manifest\.json is missing"):
        verify(site)


def test_a_manifest_cannot_lead_out_of_the_site(site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"s")
    said = json.loads((site / "manifest.json").read_text())
    said["files"]["../secret"] = {"bytes": 1, "sha256": "0"}
    (site / "manifest.json").write_text(json.dumps(said))
    assert verify(site).missing == ("../secret",)
