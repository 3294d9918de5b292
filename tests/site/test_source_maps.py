"""Maps of the theme's scripts and style sheets are not deployed, and nothing points to them."""

from pathlib import Path

import pytest

from generator.site.builders import BUILDERS, run
from generator.site.source_maps import drop_source_maps

NOON = 1525176000
POINTER = b"sourceMappingURL="


def assets(site: Path, **files: bytes) -> Path:
    folder = site / "assets" / "javascripts"
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("ending", "pointer"),
    [("js", b"\n//# sourceMappingURL=a.js.map\n\n"), ("css", b"\n/*# sourceMappingURL=a.css.map */")],
)
def test_a_map_goes_with_the_line_that_points_to_it(tmp_path: Path, ending: str, pointer: bytes) -> None:
    made = {f"a__{ending}": b"one;\ntwo" + pointer, f"a__{ending}__map": b"{}"}
    folder = assets(tmp_path, **made)
    drop_source_maps(tmp_path)
    assert {path.name for path in folder.iterdir()} == {f"a.{ending}"}
    assert (folder / f"a.{ending}").read_bytes() == b"one;\ntwo\n"


def test_what_is_no_map_of_a_file_beside_it_stays(tmp_path: Path) -> None:
    inline = b"one\n//# sourceMappingURL=data:application/json;base64,e30=\n"
    files = {"roads__map": b"a list", "b__js__map": b"{}", "c__js": inline, "c__js__map": b"{}"}
    folder = assets(tmp_path, **files)
    drop_source_maps(tmp_path)
    assert {path.name for path in folder.iterdir()} == {"roads.map", "b.js.map", "c.js"}
    assert (folder / "c.js").read_bytes() == inline


@pytest.mark.builds
@pytest.mark.parametrize("builder", BUILDERS)
def test_no_builder_leaves_a_map(tmp_path: Path, builder: str) -> None:
    folder = tmp_path / "build"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Home\n")
    (folder / "mkdocs.yml").write_text("site_name: Ford\ntheme: {name: material, font: false}\nplugins: []\n")
    run(builder, folder, folder, NOON)
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    assert any(path.suffix == ".js" for path in files)
    assert not [path.name for path in files if path.suffix == ".map"]
    assert not [
        path.name for path in files if path.suffix in (".js", ".css") and POINTER in path.read_bytes()[-300:]
    ]
