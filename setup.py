"""Put what is not code into the wheel; everything else about packaging is in pyproject.toml.

The default explainer, the theme and the site's configuration lie at the top of the repository,
where editors look for them. A wheel carries them in ``generator/_shipped``.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHIPPED = ("mkdocs.yml", "content", "theme", "docs/about", "docs/assets")


class BuildWithFiles(build_py):
    """Copy ``SHIPPED`` beside the code. An editable install reads them where they are."""

    def run(self) -> None:
        """Build as usual, then copy."""
        super().run()
        if self.editable_mode:
            return
        top = Path(self.build_lib) / "generator" / "_shipped"
        shutil.rmtree(top, ignore_errors=True)
        for path in sorted(file for name in SHIPPED for file in _files(Path(name))):
            (top / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, top / path)


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]


setup(cmdclass={"build_py": BuildWithFiles})
