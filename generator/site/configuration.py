"""The builder's configuration: the explainer's mkdocs.yml with settings laid over it.

The two are merged here, not by ``INHERIT``: MkDocs replaces an inherited list and Zensical
appends to it, which would show every entry of the navigation twice. Values stay as YAML
nodes, so that tags such as ``!ENV`` and ``!!python/name:`` pass through unread.
"""

import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.site.files import SiteError, state

_STRING = "tag:yaml.org,2002:str"
_PAGE_MARK = "<!--page:body-->"


def derive(mkdocs_yml: Path, overrides: Mapping[str, Any]) -> str:
    """Give the text of a configuration that may stand in any folder.

    ``overrides`` are plain values; a mapping among them is merged, anything else replaces.
    Paths that mkdocs.yml gives relative to itself become absolute.
    """
    base = _read(mkdocs_yml)
    theme = _get(base, "theme")
    if isinstance(theme, yaml.ScalarNode):
        _lay(base, {"theme": {"name": theme.value}})
    _anchor(base, mkdocs_yml.parent.resolve())
    _lay(base, overrides)
    return str(yaml.serialize(base, Dumper=yaml.SafeDumper, allow_unicode=True))


def site_address(mkdocs_yml: Path) -> str:
    """Give the public address of the site, ``site_url``, or "" where mkdocs.yml gives none that is plain."""
    try:
        found = _get(_known(mkdocs_yml, state(mkdocs_yml)), "site_url")
    except (SiteError, OSError):
        return ""  # whoever builds with it hears what is wrong with it
    return str(found.value) if isinstance(found, yaml.ScalarNode) and found.tag == _STRING else ""


def marks_pages(mkdocs_yml: Path) -> bool:
    """Whether the theme marks the parts of its pages, as the editions of earlier days need it to."""
    theme = own_theme(mkdocs_yml)
    main = theme / "main.html" if theme else None
    return main is not None and main.is_file() and _PAGE_MARK in main.read_text(encoding="utf-8")


def own_theme(mkdocs_yml: Path) -> Path | None:
    """Give the folder of templates that the explainer lays over the theme, if it has one."""
    try:
        found = _get(_get(_known(mkdocs_yml, state(mkdocs_yml)), "theme"), "custom_dir")
    except (SiteError, OSError):
        return None
    return mkdocs_yml.parent / str(found.value) if isinstance(found, yaml.ScalarNode) else None


@lru_cache(maxsize=4)
def _known(path: Path, _: tuple[int, ...]) -> yaml.MappingNode:
    """Read a configuration that nothing is laid over."""
    return _read(path)


def _read(path: Path) -> yaml.MappingNode:
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except FileNotFoundError:
        raise SiteError(f"{path} is missing: it says how the site looks and is built") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SiteError(f"{path} is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(node, yaml.MappingNode):
        raise SiteError(f"{path} holds no settings: `site_name: ...` and others belong in it")
    return node


def _lay(node: yaml.MappingNode, overrides: Mapping[str, Any]) -> None:
    for key, value in overrides.items():
        below = _get(node, key)
        if isinstance(value, Mapping) and isinstance(below, yaml.MappingNode):
            _lay(below, value)
        else:
            _set(node, key, _node(value))


def _anchor(node: yaml.MappingNode, folder: Path) -> None:
    for scalar in (
        _get(node, "INHERIT"),
        _get(_get(node, "theme"), "custom_dir"),
        *_items(_get(node, "hooks")),
    ):
        if isinstance(scalar, yaml.ScalarNode) and scalar.tag == _STRING:
            scalar.value = str(folder / scalar.value)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _set(node: yaml.MappingNode, key: str, value: yaml.Node) -> None:
    node.value = [pair for pair in node.value if pair[0].value != key]
    node.value.append((yaml.ScalarNode(_STRING, key), value))


def _node(value: Any) -> yaml.Node:
    node: yaml.Node = yaml.SafeDumper(io.StringIO()).represent_data(value)
    return node
