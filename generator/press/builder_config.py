"""What putting pages together needs to know of a builder's configuration, as MkDocs reads it."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config import load_config

from generator.press.theme_parts import ThemeParts, partials_of
from generator.site.files import SiteError

_TOLD = ("site_name", "site_url", "site_description", "extra")
# Works on what is built, not on pages. Any other plugin may change each page, and so has to see each.
_HARMLESS_PLUGINS = frozenset({"search", "material/search"})


@dataclass(frozen=True, slots=True)
class Typesetting:
    """Which Markdown the builder reads: Python-Markdown's extensions and their settings."""

    extensions: tuple[Any, ...]
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BuilderConfig:
    """A configuration as far as pages depend on it.

    ``in_menu`` are the files that its navigation names, ``page_by_page`` the plugins and hooks that have
    to see every page, so that the builder must make each.
    """

    typesetting: Typesetting
    theme_parts: ThemeParts
    in_menu: frozenset[str]
    page_by_page: tuple[str, ...]
    theme: Path | None


def read_builder_config(mkdocs_yml: Path) -> BuilderConfig:
    """Read a configuration. Raises SiteError for one that MkDocs refuses."""
    with _listening() as said:
        try:
            config = load_config(str(mkdocs_yml))
        except Exception as error:  # whatever its plugins raise
            reasons = "; ".join(dict.fromkeys(said)) or str(error)
            raise SiteError(f"mkdocs.yml cannot be built from: {reasons}") from None
    custom = getattr(config.theme, "custom_dir", None)
    told = {name: _plain(config[name]) for name in _TOLD}
    return BuilderConfig(
        Typesetting(tuple(config.markdown_extensions), _plain(config.mdx_configs)),
        ThemeParts(partials_of(Path(custom)) if custom else {}, told),
        frozenset(_files(config.nav)),
        tuple(sorted({*config.plugins} - _HARMLESS_PLUGINS | set(map(str, config.hooks)))),
        Path(custom) if custom else None,
    )


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what MkDocs says is wrong, instead of letting it through to the terminal."""
    said: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(below) for key, below in value.items()}
    return value


def _files(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        for below in nav.values():
            yield from _files(below)
    elif isinstance(nav, list):
        for below in nav:
            yield from _files(below)
