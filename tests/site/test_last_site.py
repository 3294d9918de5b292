"""A site being made beside the last one: what is the same stays, and what somebody touched is made again."""

import os
from pathlib import Path

import pytest

from generator.site.last_site import SiteChanges, SiteFiles
from generator.site.publish import Destination, publish


def files(folder: Path, number: int) -> SiteFiles:
    return SiteFiles(folder / f"build-{number}" / "site", folder / "site", folder / "record")


def put(site: SiteFiles, said: dict[str, str]) -> None:
    for below, words in said.items():
        site.put(below, words.encode())


def published(folder: Path, number: int, said: dict[str, str]) -> SiteChanges | None:
    """Make a site of these files and put it in place; says what changed."""
    site = files(folder, number)
    put(site, said)
    site.entries()
    changes = site.changes()
    publish(folder / f"build-{number}", Destination(site.last, site_changes=changes))
    site.save()
    return changes


def content(folder: Path) -> dict[str, str]:
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*") if path.is_file()}


FIRST = {"index.html": "home", "a/index.html": "a", "b/index.html": "b"}


def test_what_is_the_same_stays_and_all_else_follows(tmp_path: Path) -> None:
    assert published(tmp_path, 1, FIRST) is None
    numbers = {below: (tmp_path / "site" / below).stat().st_ino for below in FIRST}
    now = {"index.html": "home", "a/index.html": "another", "c/index.html": "c"}
    assert published(tmp_path, 2, now) == SiteChanges(("a/index.html", "c/index.html"), ("b/index.html",))
    assert content(tmp_path) == now
    assert (tmp_path / "site/index.html").stat().st_ino == numbers["index.html"]
    assert not (tmp_path / "site/b").exists()


@pytest.mark.parametrize("meddle", ["edited", "replaced", "gone", "strange"])
def test_what_somebody_touched_is_made_again(tmp_path: Path, meddle: str) -> None:
    published(tmp_path, 1, FIRST)
    page = tmp_path / "site/a/index.html"
    if meddle == "edited":
        page.write_text("z")
        os.utime(page, ns=(1, 1))
    elif meddle == "replaced":
        (tmp_path / "other").write_text("z")
        (tmp_path / "other").replace(page)
    elif meddle == "gone":
        page.unlink()
    else:
        (tmp_path / "site/d.html").write_text("strange")
    published(tmp_path, 2, FIRST)
    assert content(tmp_path) == FIRST


@pytest.mark.parametrize("record", [b"", b"\x00", b"\x83\x01"])
def test_without_a_record_all_is_written(tmp_path: Path, record: bytes) -> None:
    published(tmp_path, 1, FIRST)
    (tmp_path / "record").write_bytes(record)
    assert published(tmp_path, 2, FIRST) is None
    assert content(tmp_path) == FIRST


def test_the_entries_of_what_stays_are_those_of_what_is_written(tmp_path: Path) -> None:
    published(tmp_path, 1, FIRST)
    again, new = files(tmp_path, 2), SiteFiles(tmp_path / "new", tmp_path / "none", tmp_path / "none")
    put(again, FIRST)
    put(new, FIRST)
    assert again.entries() == new.entries()
    assert not list((tmp_path / "build-2/site").iterdir())


def test_a_shared_file_is_stored_once_and_follows_what_it_shares(tmp_path: Path) -> None:
    for number, words in enumerate(("said", "said", "said anew"), start=1):
        site = files(tmp_path, number)
        put(site, {"index.html": "home", "at/1/index.html": words})
        site.share("at/2/index.html", "at/1/index.html")
        site.entries()
        publish(tmp_path / f"build-{number}", Destination(site.last, site_changes=site.changes()))
        site.save()
        assert content(tmp_path)["at/2/index.html"] == words
        places = [tmp_path / f"site/at/{day}/index.html" for day in (1, 2)]
        assert len({place.stat().st_ino for place in places}) == 1


def test_parts_made_elsewhere_come_together(tmp_path: Path) -> None:
    published(tmp_path, 1, FIRST)
    site = files(tmp_path, 2)
    for below, words in {**FIRST, "b/index.html": "other"}.items():
        part = site.part()
        put(part, {below: words})
        site.add(part.made())
    assert site.changes() == SiteChanges(("b/index.html",), ())
    assert site.entries().keys() == FIRST.keys()
