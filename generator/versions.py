"""What makes the same facts come out otherwise: this product's own files, and what it is run with."""

import platform
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parent
_LEFT_OUT = {"__pycache__"}
# What pages, pictures and the search are made with; other libraries read, check or carry.
_LIBRARIES = (
    *(
        "arabic-reshaper",
        "babel",
        "jinja2",
        "markdown",
        "markupsafe",
        "mkdocs",
        "mkdocs-material",
        "pagefind",
    ),
    *(
        "pagefind-bin-extended",
        "pillow",
        "properdocs",
        "pydantic",
        "pyproj",
        "python-bidi",
        "pyyaml",
        "zensical",
    ),
)


@cache
def product_version() -> bytes:
    """Give a hash of this product's files, and of the versions of Python and the libraries it works with."""
    hashed = sha256(platform.python_version().encode())
    for name in _LIBRARIES:
        hashed.update(f"{name} {_version(name)}\n".encode())
    for path in sorted(_PACKAGE.rglob("*"), key=lambda path: path.relative_to(_PACKAGE).as_posix()):
        if path.is_file() and not _LEFT_OUT & set(path.parts) and path.suffix != ".pyc":
            content = path.read_bytes()
            hashed.update(f"{path.relative_to(_PACKAGE).as_posix()} {len(content)}\n".encode() + content)
    return hashed.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
