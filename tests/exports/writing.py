"""Feeds written as a first build writes them."""

from functools import partial
from pathlib import Path

from generator.derive.kept_traces import KeptTraces
from generator.derive.trace import Digests, Inputs
from generator.exports.feeds import Published, all_documents, both, read_for, write
from generator.model.facts import Facts
from generator.views.context import context


class Folder:
    """A site's files in memory; ``stays`` are those of an earlier one, by what they were made from."""

    def __init__(self, stays: dict[str, str] | None = None) -> None:
        self.files: dict[str, bytes] = {}
        self.keys: dict[str, str] = {}
        self._stays = stays or {}

    def take(self, below: str, key: str) -> bool:
        self.keys[below] = key
        return self._stays.get(below) == key

    def write(self, below: str, content: bytes) -> None:
        self.files[below] = content


def write_feeds(
    facts: Facts, published: Published, kept: Path, stays: dict[str, str] | None = None
) -> Folder:
    """Write the feeds of some facts; ``kept`` is the file of traces."""
    folder = Folder(stays)
    traces = KeptTraces(kept, b"", Digests(Inputs.of(facts)))
    today = context(facts, "en", traced=True)
    for document in all_documents(today):
        if not traces.is_same(document.name):
            traces.keep(document.name, read_for(document, today, published)[1])
        make = partial(both, document, today, published)
        write(document, traces.hash(document.name), published, folder, make)
    traces.save()
    return folder
