"""What every test may ask for."""

import shutil
from pathlib import Path

import pytest

from generator.model.facts import Facts
from tests.world import WORLD, world


@pytest.fixture
def facts() -> Facts:
    """The facts of the invented country, in its current edition."""
    return world()


@pytest.fixture
def world_copy(tmp_path: Path) -> Path:
    """A folder of its own with the invented country's content, to edit."""
    folder = tmp_path / "world"
    shutil.copytree(WORLD, folder)
    return folder
