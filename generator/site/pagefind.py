"""Pagefind's bundles of some pages, as its service makes them.

A service reads one page at a time, so several of them share the work. (Its command reads on every
core, but wants a file of each page, numbers them in whatever order the file system has them, and may
end before the last files of the bundle are whole.) What stays in the order of its hash tables is put
in order by generator/site/search_bundle.py.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import IO, Any

from generator.site.files import SiteError

_END = b","  # ends each message, which is JSON in base64
_MOST_SERVICES = 4
_WORTH_A_SERVICE = 100  # pages: fewer are read while another one starts
_PROGRAMS = ("pagefind_bin_extended", "pagefind_bin")  # what pagefind starts, in the order it looks


def bundles(pages: Sequence[tuple[str, str]], left_out: str) -> list[dict[str, bytes]]:
    """Index pages, given as path below the site and HTML: path below the bundle -> bytes, for each share.

    ``left_out`` is a CSS selector of what is not indexed. Raises SiteError with what Pagefind said.
    """
    count = max(1, min(os.cpu_count() or 1, _MOST_SERVICES, len(pages) // _WORTH_A_SERVICE))
    return _side_by_side([pages[number::count] for number in range(count)], left_out)


def bundle(pages: Sequence[tuple[str, str]], left_out: str) -> dict[str, bytes]:
    """Index pages as ``bundles`` does, all together."""
    return _side_by_side([pages], left_out)[0]


def _side_by_side(shares: Sequence[Sequence[tuple[str, str]]], left_out: str) -> list[dict[str, bytes]]:
    """Let a service of its own index each share. Whoever stops this build waits for none of them."""
    with ExitStack() as opened, ThreadPoolExecutor(len(shares)) as threads:
        asides = [opened.enter_context(tempfile.TemporaryFile()) for _ in shares]
        services = [opened.enter_context(_service(aside)) for aside in asides]
        try:
            return list(threads.map(partial(_bundle, left_out), services, asides, shares))
        except BaseException:
            for service in services:
                service.kill()
            raise


def _bundle(
    left_out: str, service: subprocess.Popen[bytes], aside: IO[bytes], pages: Sequence[tuple[str, str]]
) -> dict[str, bytes]:
    try:
        return _indexed(service, pages, left_out)
    except (OSError, ValueError) as error:
        raise SiteError(
            f"pagefind could not index the site: {_last_words(service, aside) or error}"
        ) from None


def program() -> str:
    """Name the program and version that ``bundle`` runs: another may index in another way."""
    for name in _PROGRAMS:
        with suppress(PackageNotFoundError):
            return f"{name} {version(name)}"
    return "pagefind"


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
    service: subprocess.Popen[bytes], pages: Sequence[tuple[str, str]], left_out: str
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
