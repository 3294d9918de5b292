"""Taking out of a built site what two machines would build differently."""

from pathlib import Path

# Its bytes depend on the zlib that Python was built with; robots read sitemap.xml itself.
_UNREPEATABLE = ("sitemap.xml.gz",)


def settle(site: Path) -> None:
    """Remove the files whose bytes are not a function of the docs and the configuration.

    All else follows from SOURCE_DATE_EPOCH: without it MkDocs and ProperDocs write the day of
    the build into sitemap.xml and the clock into its gzip header. Zensical writes no date.
    """
    for name in _UNREPEATABLE:
        (site / name).unlink(missing_ok=True)
