"""The parts of a page that the theme writes from its front matter alone.

Each is a partial of the theme, ``partials/page-NAME.html``, which the builder includes between
``<!--page:NAME-->`` and ``<!--/page:NAME-->``. Here the same file is rendered by itself, as MkDocs does it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, Template
from mkdocs.utils.templates import url_filter

_FOLDER = "partials"
_PREFIX, _SUFFIX = f"{_FOLDER}/page-", ".html"


@dataclass(frozen=True, slots=True)
class PartPage:
    """A page as partials know it. ``url`` is its address below the site's, ``meta`` its front matter."""

    url: str
    meta: Mapping[str, Any]
    canonical_url: str

    @property
    def title(self) -> str:
        """The page's title."""
        return str(self.meta.get("title", ""))


@dataclass(frozen=True)
class ThemeParts:
    """The partials of a theme, by their files below it, and what they are told of the configuration."""

    partials: Mapping[str, str]
    config: Mapping[str, Any]

    def of(self, url: str, meta: Mapping[str, Any], names: frozenset[str] | None = None) -> dict[str, str]:
        """Write the parts (all, or those named) of a page from its address and its front matter."""
        site = str(self.config.get("site_url") or "")
        page = PartPage(url, meta, f"{site.rstrip('/')}/{url}" if site else "")
        up = "../" * url.count("/")
        told = {"page": page, "config": self.config, "base_url": up.rstrip("/") or "."}
        return {
            name: template.render(told)
            for name, template in self._templates.items()
            if names is None or name in names
        }

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(self._templates)

    @cached_property
    def _templates(self) -> dict[str, Template]:
        made = Environment(loader=DictLoader(dict(self.partials)), auto_reload=False)
        made.filters["url"] = url_filter
        names = sorted(name for name in self.partials if name.startswith(_PREFIX))
        return {name[len(_PREFIX) : -len(_SUFFIX)]: made.get_template(name) for name in names}

    def __reduce__(self) -> tuple[type["ThemeParts"], tuple[Any, ...]]:
        """Send it to another process without its compiled templates."""
        return ThemeParts, (dict(self.partials), dict(self.config))


def partials_of(theme: Path) -> dict[str, str]:
    """Read the partials of a theme's own folder, by their paths below it."""
    files = sorted((theme / _FOLDER).glob(f"*{_SUFFIX}"))
    return {f"{_FOLDER}/{path.name}": path.read_text(encoding="utf-8") for path in files}
