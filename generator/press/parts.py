"""The parts of a page that the theme renders from its front matter: ``partials/page-NAME.html``."""

from pathlib import Path
from types import SimpleNamespace

from jinja2 import TemplateError

from generator.pages.yaml_text import FrontMatter
from generator.press.markdown_html import read_config
from generator.site.files import SiteError

# Those that editions of earlier days have around their articles.
NAMES = ("crumbs", "neighbours", "notes", "colophon", "data")


class PartRenderer:
    """Renders parts with the theme of a configuration. Raises SiteError where that lacks one."""

    def __init__(self, mkdocs_yml: Path) -> None:
        """Read the configuration and the theme's partials."""
        self._config = read_config(mkdocs_yml)
        try:
            theme = self._config.theme.get_env()
            self._partials = {name: theme.get_template(f"partials/page-{name}.html") for name in NAMES}
        except TemplateError as error:
            raise SiteError(f"the theme's part of a page cannot be read: {error}") from None

    def parts(self, url: str, front: FrontMatter) -> dict[str, str]:
        """Render the parts of the page at ``url`` below the site's address, by name."""
        page = SimpleNamespace(meta=front, url=url, canonical_url="", is_homepage=not url, toc=())
        known = {"page": page, "config": self._config, "base_url": "../" * url.count("/") or "."}
        return {name: partial.render(**known) for name, partial in self._partials.items()}
