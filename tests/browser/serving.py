"""A static host for built sites: below a path of its own, compressed, on this machine alone."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

# What hosts compress; everything else (pictures, fonts, search indexes) goes out as it is.
COMPRESSED = ("text/", "application/json", "application/xml", "application/wasm", "image/svg+xml")
# Not every machine's table of types knows these.
TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".jsonl": "application/json"}
PLAIN = "application/octet-stream"


class Host(ThreadingHTTPServer):
    """Publishes each site at /published/NAME/ and nothing anywhere else."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Response)
        self.sites: dict[str, Path] = {}

    def address(self, name: str) -> str:
        """Where the home page of the site of that name is, or will be."""
        return f"http://127.0.0.1:{self.server_port}/published/{name}/"

    def publish(self, name: str, site: Path) -> str:
        """Serve ``site``; give the address of its home page."""
        self.sites[urlsplit(self.address(name)).path] = site
        return self.address(name)

    def find(self, path: str) -> tuple[int, Path | None]:
        """The status of an address and the file behind it; below a site there is always one."""
        for prefix, site in self.sites.items():
            if path.startswith(prefix):
                file = (site / unquote(path.removeprefix(prefix))).resolve()
                if file.is_relative_to(site) and file.exists():
                    return 200, file
                return 404, site / "404.html"
        return 404, None


@contextmanager
def hosting() -> Iterator[Host]:
    """A host that answers until the block ends."""
    with Host() as host:
        serving = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        try:
            yield host
        finally:
            host.shutdown()
            serving.join()


class _Response(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        status, file = self.server.find(path)
        if file is None or not file.exists():
            self._send(404, "text/plain", b"There is nothing here.")
        elif file.is_dir() and not path.endswith("/"):
            self._send(301, "text/plain", b"", Location=path + "/")
        elif file.is_dir():
            self._file(status, file / "index.html")
        else:
            self._file(status, file)

    do_HEAD = do_GET

    def _file(self, status: int, file: Path) -> None:
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or PLAIN
        if "gzip" in self.headers.get("Accept-Encoding", "") and (
            kind.startswith(COMPRESSED) or "json" in kind
        ):
            self._send(status, kind, _packed(file), **{"Content-Encoding": "gzip"})
        else:
            self._send(status, kind, file.read_bytes())

    def _send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *words: object) -> None:
        """Say nothing: the tests speak."""


@lru_cache(maxsize=512)
def _packed(file: Path) -> bytes:
    """As hosts do it by default: level 6."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)
