"""Source maps of scripts and style sheets: for whoever mends a theme, not for readers of a site."""

import re
from pathlib import Path

_POINTER = re.compile(
    rb"\n*(?://[#@] *sourceMappingURL=(\S+)[ \t]*|/\*[#@] *sourceMappingURL=(\S+?) *\*/)\s*\Z"
)


def drop_source_maps(site: Path) -> None:
    """Remove the maps of scripts and style sheets below ``assets/``, and the lines that point to them."""
    for source_map in sorted((site / "assets").rglob("*.map")):
        mapped = source_map.with_suffix("")
        if mapped.suffix in (".js", ".css") and mapped.is_file():
            source_map.unlink()
            _unlink_from(mapped, source_map.name)


def _unlink_from(mapped: Path, name: str) -> None:
    content = mapped.read_bytes()
    pointer = _POINTER.search(content)
    if pointer and (pointer[1] or pointer[2]) == name.encode():
        mapped.write_bytes(content[: pointer.start()] + b"\n")
