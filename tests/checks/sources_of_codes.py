"""Which problem codes the source can give, read from its syntax trees."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import generator

_GENERATOR = Path(generator.__file__).parent
_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
# The calls that take a code, and where among their arguments.
_POSITION = {
    "Finding": 2,
    "Problem": 1,
    "problem": 1,
    "_fail": 0,
    "PydanticCustomError": 0,
    "_Unreadable": 0,
}


def codes_in(folder: str = "") -> set[str]:
    """Every problem code written in the files of the package, or of a folder of it."""
    files = sorted((_GENERATOR / folder).rglob("*.py"))
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in files)
    return {code for tree in trees for node in ast.walk(tree) for code in _codes(node)}


def _codes(node: ast.AST) -> Iterator[str]:
    written = None
    if isinstance(node, ast.Call):
        position = _POSITION.get(_name(node.func))
        if position is not None and position < len(node.args):
            written = node.args[position]
    elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and all(map(_is_sentence, node.elts[1:])):
        written = node.elts[0]  # a fault: code, message, hint
    if (
        isinstance(written, ast.Constant)
        and isinstance(written.value, str)
        and _CODE.fullmatch(written.value)
    ):
        yield written.value


def _name(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


def _is_sentence(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and " " in node.value
    return isinstance(node, ast.JoinedStr | ast.Name | ast.Subscript)
