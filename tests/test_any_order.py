"""In whatever order facts, prose, theme and what builds keep are changed, a site is that of a clean build."""

from pathlib import Path

import pytest

from tests.torture import torture


@pytest.mark.builds
@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_a_site_is_that_of_a_clean_build(seed: int, tmp_path: Path) -> None:
    torture(seed, 4, tmp_path)
