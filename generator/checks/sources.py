"""Sources: each address the publisher's own."""

from collections import defaultdict
from collections.abc import Iterator

from generator.model.facts import Facts
from generator.model.names import alike
from generator.model.sources import Source
from generator.model.web import host_of
from generator.problems import Finding


def shared_hosts(facts: Facts) -> Iterator[Finding]:
    """Find a host that carries what several publishers put out: one of mere copies, it may be."""
    by_host: dict[str, list[Source]] = defaultdict(list)
    for source in facts.sources:
        if source.url and not source.platform:
            by_host[host_of(source.url)].append(source)
    for host, sources in by_host.items():
        for source in sources[1:]:
            if not _same_publisher(source.publisher, sources[0].publisher):
                yield _shared_host(host, source, sources[0])


def _same_publisher(one: str, other: str) -> bool:
    # "The Lantern" and "The Lantern, Brell" are one: all the words of one are in the other.
    words, others = set(alike(one).split()), set(alike(other).split())
    return words <= others or others <= words


def _shared_host(host: str, source: Source, other: Source) -> Finding:
    message = (
        f"`{host}` serves “{source.publisher}” in `{source.id}` and “{other.publisher}” in `{other.id}`: "
        "it is hardly the publisher’s own"
    )
    hint = (
        "Where a copy was read, say so under `copy_at` and give the publisher's own address or none; "
        "`platform` names a service that carries it by right."
    )
    return Finding(source.id, ("url",), "shared-host", message, hint, "warning")
