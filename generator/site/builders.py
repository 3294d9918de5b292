"""The builders that turn docs/ into a site: MkDocs, ProperDocs and Zensical, run alike.

Each runs as a process of its own in a folder that holds ``mkdocs.yml`` and ``docs/``, and
leaves ``site/`` there. Its banners are not shown; what it warns of is handed back.
"""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.site.files import SiteError
from generator.site.raw_links import relate_to_sources
from generator.site.sitemap import prune_sitemap
from generator.site.source_maps import drop_source_maps

BUILDERS = ("mkdocs", "properdocs", "zensical")

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WARNING = re.compile(r"^WARNING +- +(?P<words>.+)$", re.MULTILINE)
_ZENSICAL_WARNING = re.compile(r"^Warning: (?P<words>.+)\n.*\[ (?P<where>\S+) \]", re.MULTILINE)
_ERROR = re.compile(
    r"^(?:(?:ERROR|CRITICAL) +- +|Error: )(?P<plain>.+)$"
    r"|^(?P<raised>[\w.]+(?:Error|Exception|NotFound): .+)$",
    re.MULTILINE,
)
_TEMPLATE = re.compile(
    r'^ +File "([^"]+)", line (\d+), in (?:template|block|top-level template)', re.MULTILINE
)


def run(builder: str, folder: Path, root: Path, noon: int) -> tuple[str, ...]:
    """Build ``folder`` and give the warnings, one line each, in the order they came.

    ``noon`` is the moment that the builder takes for now, in seconds since 1970 (see
    reproducible-builds.org, SOURCE_DATE_EPOCH). The process works in ``root``, the explainer's
    own folder, as the builder would when called there. Raises SiteError when it fails.
    """
    if find_spec(builder) is None:
        raise SiteError(f"{builder} is not installed; `pip install {builder}` installs it")
    if builder == "zensical":
        relate_to_sources(folder / "docs")
    command = [sys.executable, "-m", builder, "build", "-f", str(folder / "mkdocs.yml")]
    done = subprocess.run(
        command, cwd=root, env=_environment(noon), capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    said = _plain(done.stdout + b"\n" + done.stderr, folder)
    if done.returncode or not (folder / "site").is_dir():
        log = folder.parent / f"{builder}.log"
        log.write_text(said, encoding="utf-8")
        raise SiteError(f"{builder} could not build the site: {_reason(said)}\nAll it said is in {log}")
    _drop_unrepeatable(folder / "site")
    drop_source_maps(folder / "site")
    prune_sitemap(folder / "site")
    return warnings(said)


def _environment(noon: int) -> dict[str, str]:
    fixed = {
        "SOURCE_DATE_EPOCH": str(noon),
        "PYTHONHASHSEED": "0",  # a plugin may walk a set
        "PYTHONSAFEPATH": "1",  # a file of the explainer must not stand in for a module
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "COLUMNS": "0",  # MkDocs wraps its messages at the terminal's width
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    return {**os.environ, **fixed}


def _plain(output: bytes, folder: Path) -> str:
    text = _COLOUR.sub("", output.decode("utf-8", errors="replace"))
    return text.replace(f"{folder}{os.sep}", "")


def warnings(said: str) -> tuple[str, ...]:
    """Find what a builder warned of in its output, repeats left out."""
    ours = [found["words"] for found in _WARNING.finditer(said)]
    zensical = [f"{found['where']}: {found['words']}" for found in _ZENSICAL_WARNING.finditer(said)]
    return tuple(dict.fromkeys(ours + zensical))


def _reason(said: str) -> str:
    """Give the lines that say why: its errors, then the exception that ended it."""
    lines = [found["plain"] or found["raised"] for found in _ERROR.finditer(said)]
    if template := _TEMPLATE.findall(said):
        lines.append("in {}, line {}".format(*template[-1]))
    if not lines:
        lines = [line for line in said.splitlines() if line.strip()][-1:] or ["it said nothing"]
    return "\n".join(dict.fromkeys(line.strip() for line in lines))


# Its bytes depend on the zlib that Python was built with; robots read sitemap.xml itself.
_UNREPEATABLE = ("sitemap.xml.gz",)


def _drop_unrepeatable(site: Path) -> None:
    """Remove the files whose bytes are not a function of the docs and the configuration.

    All else follows from SOURCE_DATE_EPOCH: without it MkDocs and ProperDocs write the day of
    the build into sitemap.xml and the clock into its gzip header. Zensical writes no date.
    """
    for name in _UNREPEATABLE:
        (site / name).unlink(missing_ok=True)
