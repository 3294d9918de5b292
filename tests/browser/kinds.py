"""The kinds of page, and one page of each: the heaviest, which meets most of what can go wrong."""

from functools import cache
from pathlib import Path

# "cities" is the list, "cities/*" a page below it. A new kind of page is added here; a test asks for it.
KINDS = (
    "home",
    "a-z",
    "about",
    "about/*",
    "actors",
    "actors/*",
    "at",
    "at/*",
    "casualties",
    "changes",
    "cities",
    "cities/*",
    "common-knowledge",
    "corrections",
    "day-by-day",
    "disagreements",
    "disagreements/*",
    "events/*",
    "questions",
    "questions/*",
    "search",
    "sources",
    "sources/*",
    "timeline",
)
# Folders without pages of the explainer.
NO_PAGES = ("assets", "pagefind", "data")


@cache
def kinds(site: Path) -> dict[str, str]:
    """Kind -> address within the site ("" or "cities/damascus/") for every kind that the site has."""
    found = {"home": ""}
    for folder in sorted(path for path in site.iterdir() if path.is_dir() and path.name not in NO_PAGES):
        below = sorted(folder.rglob("index.html"), key=lambda page: (-page.stat().st_size, page.as_posix()))
        if (folder / "index.html") in below:
            found[folder.name] = f"{folder.name}/"
            below.remove(folder / "index.html")
        if below:
            found[f"{folder.name}/*"] = f"{below[0].parent.relative_to(site).as_posix()}/"
    return found
