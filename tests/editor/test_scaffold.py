"""`explainer new`: what it writes holds, and it never writes over anything."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editor import scaffold
from generator.pages.page import MARK
from generator.rendering import check, read_story, rendered_pages
from generator.site.docs import is_generated
from generator.site.files import files

ROOT = Path(__file__).parents[2]
SAMPLE, DEFAULT = scaffold.SOURCES

# What a title can hold once its words were read from YAML.
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]), min_size=1)


def below(folder: Path) -> list[str]:
    return [path for path, _ in files(folder)]


def test_the_sample_has_no_problem(tmp_path: Path) -> None:
    scaffold.new(tmp_path / "town", SAMPLE)
    assert check(tmp_path / "town") == []


def test_the_sample_renders(tmp_path: Path) -> None:
    scaffold.new(tmp_path / "town", SAMPLE)
    assert "index.md" in rendered_pages(read_story(tmp_path / "town"))


def test_it_returns_exactly_the_files_it_wrote(tmp_path: Path) -> None:
    written = scaffold.new(tmp_path / "town", SAMPLE)
    assert written == sorted(path for _, path in files(tmp_path / "town"))


@pytest.mark.parametrize("source", scaffold.SOURCES)
def test_it_brings_all_that_a_build_needs(tmp_path: Path, source: str) -> None:
    scaffold.new(tmp_path / "town", source)
    assert {"README.md", ".gitignore", ".gitattributes", "mkdocs.yml"} <= set(below(tmp_path / "town"))
    assert below(tmp_path / "town/theme") == below(ROOT / "theme")
    assert "about/format.md" in below(tmp_path / "town/docs")


@pytest.mark.parametrize("source", scaffold.SOURCES)
def test_it_leaves_out_the_pages_that_a_build_writes(tmp_path: Path, source: str) -> None:
    written = scaffold.new(tmp_path / "town", source)
    assert not [path for path in written if is_generated(path, MARK)]


def test_the_default_explainer_is_copied_byte_for_byte(tmp_path: Path) -> None:
    scaffold.new(tmp_path / "town", DEFAULT)
    for path, original in files(ROOT / "content"):
        assert (tmp_path / "town/content" / path).read_bytes() == original.read_bytes()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    scaffold.new(tmp_path, SAMPLE)
    assert (tmp_path / "content/explainer.yml").is_file()


def test_a_folder_with_anything_in_it_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="is not empty"):
        scaffold.new(tmp_path, SAMPLE)
    assert below(tmp_path) == ["diary.txt"]


def test_a_file_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("mine")
    with pytest.raises(FileExistsError, match="is a file"):
        scaffold.new(tmp_path / "diary", SAMPLE)
    assert (tmp_path / "diary").read_text() == "mine"


def test_an_unknown_source_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="choose one of"):
        scaffold.new(tmp_path / "town", "atlantis")
    assert not (tmp_path / "town").exists()


def test_the_site_is_called_as_the_explainer(tmp_path: Path) -> None:
    scaffold.new(tmp_path / "town", SAMPLE)
    title = read_story(tmp_path / "town").title
    assert f'site_name: "{title}"\n' in (tmp_path / "town/mkdocs.yml").read_text(encoding="utf-8")
    assert (tmp_path / "town/README.md").read_text(encoding="utf-8").startswith(f"# {title}\n")


@given(title=TITLES)
@settings(deadline=None)
def test_any_title_may_name_a_site(title: str) -> None:
    before = "# how it looks\nsite_name: Old \\1 name\ntheme: {name: material}\n"
    after = scaffold.named(before, title)
    assert yaml.safe_load(after) == {"site_name": title, "theme": {"name": "material"}}
    assert after.startswith("# how it looks\n")


def test_an_installed_copy_carries_all_that_a_new_explainer_needs(tmp_path: Path) -> None:
    library = tmp_path / "library"
    make = [sys.executable, "setup.py", "--quiet", "build_py", "--build-lib", str(library)]
    subprocess.run(make, cwd=ROOT, check=True, capture_output=True)
    for source in scaffold.SOURCES:
        there = f"from generator.editor.scaffold import *; new(Path({source!r}), {source!r})"
        command = [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(library)!r}); {there}"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        scaffold.new(tmp_path / f"{source}-here", source)
        assert below(tmp_path / source) == below(tmp_path / f"{source}-here")
