"""Find the class names and type aliases that mean two things.

    python -m tools.class_names

A name defined in two files makes readers ask which of the two is meant. An underscore before it
does not tell them: `_Row` and `Row` are one name.
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
FOLDERS = ("generator", "tests", "benchmarks", "basemap", "tools")
FOREIGN = {"node_modules", "__pycache__"}
_TYPE_STATEMENT = getattr(ast, "TypeAlias", ())  # `type X = ...` came with Python 3.12


class Definition(NamedTuple):
    """Where a name is defined: a file, below the top folder, and a line in it."""

    file: str
    line: int

    def __str__(self) -> str:
        """Write it as editors open it."""
        return f"{self.file}:{self.line}"


def repeated(root: Path) -> dict[str, list[Definition]]:
    """Give every name that is defined in more than one file below ``root``, and where."""
    found: dict[str, list[Definition]] = defaultdict(list)
    for path in _files(root):
        for name, line in names(path.read_text(encoding="utf-8")):
            found[name.lstrip("_")].append(Definition(path.relative_to(root).as_posix(), line))
    return {name: places for name, places in sorted(found.items()) if len({one.file for one in places}) > 1}


def _files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            if not FOREIGN & set(path.relative_to(root).parts):
                yield path


def names(source: str) -> Iterator[tuple[str, int]]:
    """Give the classes and type aliases that a module defines, at any depth, with their lines."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.AnnAssign(target=ast.Name(id=name), annotation=kind) if _is_type_alias(kind):
                yield name, node.lineno
            case _ if isinstance(node, _TYPE_STATEMENT):
                yield node.name.id, node.lineno


def _is_type_alias(annotation: ast.expr) -> bool:
    return ast.unparse(annotation).rpartition(".")[2] == "TypeAlias"


def main(root: Path = ROOT) -> int:
    """Print a line for each name with two meanings; 1 when there is one."""
    found = repeated(root)
    for name, places in found.items():
        print(f"{name} means {len(places)} things: {', '.join(map(str, places))}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
