"""Pagefind's bundle of some pages, the same bytes for the same pages.

Its command walks folders in whatever order the file system has them, and numbers the pages so; its
service is told the pages in order, and hands the files back. (Told to write them itself, it may end
before the last of them are whole.) What stays in the order of its hash tables is settled here.
"""

import base64
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, Any

import cbor2

from generator.site.files import SiteError

_MARK = b"pagefind_dcd"  # opens the content of its files; it reads them compressed or not
_END = b","  # ends each message, which is JSON in base64


def bundle(pages: Iterable[tuple[str, str]], left_out: str) -> dict[str, bytes]:
    """Index pages, given as path below the site and HTML, in that order: path below the bundle -> bytes.

    ``left_out`` is a CSS selector of what is not indexed. Raises SiteError with what Pagefind said.
    """
    with tempfile.TemporaryFile() as aside, _service(aside) as service:
        try:
            files = _indexed(service, pages, left_out)
        except (OSError, ValueError) as error:
            raise SiteError(
                f"pagefind could not index the site: {_last_words(service, aside) or error}"
            ) from None
    return _settled(files)


def _service(aside: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the service. Settings for Pagefind in the environment would change the index."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    return subprocess.Popen(
        [sys.executable, "-m", "pagefind", "--service"],
        cwd=tempfile.gettempdir(),  # no pagefind.yml of the explainer's
        env={**kept, "PYTHONSAFEPATH": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=aside,
    )


def _last_words(service: subprocess.Popen[bytes], aside: IO[bytes]) -> str:
    """End a service that failed; give what it said beside its answers."""
    service.kill()
    service.wait()
    with suppress(OSError):
        assert service.stdin
        service.stdin.close()  # with what it did not read any more
    aside.seek(0)
    return " ".join(aside.read().decode("utf-8", errors="replace").split())


def _indexed(
    service: subprocess.Popen[bytes], pages: Iterable[tuple[str, str]], left_out: str
) -> dict[str, bytes]:
    made = _ask(service, {"type": "NewIndex", "config": {"exclude_selectors": [left_out]}})
    index = {"index_id": made["index_id"]}
    for path, html in pages:
        _ask(service, {"type": "AddFile", **index, "file_path": path, "file_contents": html})
    files = _ask(service, {"type": "GetFiles", **index})["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def _ask(service: subprocess.Popen[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    """Send one request and wait for its answer. Raises ValueError for anything but a good answer."""
    assert service.stdin and service.stdout
    service.stdin.write(base64.b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + _END)
    service.stdin.flush()
    said = bytearray()
    while not said.endswith(_END):
        more = os.read(service.stdout.fileno(), 1 << 20)
        if not more:
            raise ValueError("it ended without an answer")
        said += more
    answer: dict[str, Any] = json.loads(base64.b64decode(said[: -len(_END)]))["payload"]
    if answer["type"] == "Error":
        raise ValueError(answer["message"])
    return answer


def _settled(files: dict[str, bytes]) -> dict[str, bytes]:
    """Put what Pagefind keeps in hash tables in order: the values of each facet, and the facets."""
    renamed = {}
    for path in sorted(files):
        if path.startswith("filter/"):
            name, values = _decoded(files.pop(path))
            content = _encoded([name, sorted(values)])
            renamed[_stem(path)] = _named(_stem(path), content)
            files[f"filter/{renamed[_stem(path)]}.pf_filter"] = content
    entry = json.loads(files["pagefind-entry.json"])
    for language in entry["languages"].values():
        meta = _decoded(files.pop(f"pagefind.{language['hash']}.pf_meta"))
        meta[_FACETS] = sorted([name, renamed[stem]] for name, stem in meta[_FACETS])
        content = _encoded(meta)
        language["hash"] = _named(language["hash"], content)
        files[f"pagefind.{language['hash']}.pf_meta"] = content
    files["pagefind-entry.json"] = json.dumps(entry, sort_keys=True).encode()
    return files


_FACETS = 3  # of a pf_meta: version, pages, chunks of words, facets, sorts, fields


def _decoded(content: bytes) -> Any:
    return cbor2.loads(gzip.decompress(content).removeprefix(_MARK))


def _encoded(value: Any) -> bytes:
    """Uncompressed, since no two builds of zlib need compress alike."""
    return _MARK + cbor2.dumps(value)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _named(old: str, content: bytes) -> str:
    """Give a name of the same form, ``LANGUAGE_HASH``, that follows from the content."""
    language, _, digest = old.rpartition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digest)]}"
