"""Ids that nothing may have: they would be the names of files, or anchors, that are there already.

Pages of records lie beside the page that lists them, and some records are a part of a page with headings
of its own. ``tests/pages/test_reserved.py`` holds these words to what the pages really have.
"""

import re

from generator.model.vocabulary import Metric, RecordKind

_EVERY_PAGE = frozenset({"top", "search-dialog", "search-result"})

FILES = frozenset({"index", "readme"})
"""Names of files that stand for the folder they lie in."""

# Windows opens a device instead of a file of such a name, whatever its case and ending:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")

ANCHORS = {
    RecordKind.RELATION: _EVERY_PAGE | {"claims", "relations", "events", "said", "names", "no-longer-here"},
    RecordKind.SERIES: _EVERY_PAGE
    | {"latest", "other-numbers", "no-longer-here", *(f"metric-{one}" for one in Metric)},
    RecordKind.QUESTION: _EVERY_PAGE,
}
"""Anchors of headings, by the kind of record that has its bare id as an anchor on the same page."""

NO_SIDE = "no-side"
"""What the group of actors without a side is called in anchors."""


def is_device(name: str) -> bool:
    """Say whether Windows takes a name without ending for that of a device."""
    return _DEVICE.fullmatch(name.casefold()) is not None
