"""Renames: under which ids a record or statement was published before, in the order of their days.

What is keyed by an id stays where it was: an id that was renamed is an older name of the same thing. Of a
renamed record all statements had older names too.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.model.facts import Facts
from generator.model.refs import Ref, Target

Former = Mapping[Target, tuple[Target, ...]]


def former_ids(facts: Facts) -> Former:
    """Give the older ids of each record and statement that has any, the oldest first.

    An edition knows of renames that came after its day: an address is no news.
    """
    before = _before(facts)
    if not before:
        return MappingProxyType({})
    targets: list[Target] = [*facts.by_id, *facts.statements]
    found = {target: tuple(_olders(target, before))[::-1] for target in targets}
    gone = {entry.id for entry in facts.retired if not entry.renamed}
    there = gone.union(targets)
    kept = {target: tuple(old for old in olds if old not in there) for target, olds in found.items()}
    return MappingProxyType({target: olds for target, olds in kept.items() if olds})


def _before(facts: Facts) -> dict[Target, list[Target]]:
    """Give the ids that each id had just before, the latest first."""
    renamed = [entry for entry in (*facts.retired, *facts.later_renames) if entry.renamed and entry.now]
    found: dict[Target, list[Target]] = {}
    for entry in sorted(renamed, key=lambda entry: (entry.on, str(entry.id)), reverse=True):
        assert entry.now
        found.setdefault(entry.now, []).append(entry.id)
    return found


def _olders(target: Target, before: Mapping[Target, list[Target]]) -> Iterator[Target]:
    """Give every older id, nearest first; a loop (a problem) ends where it would begin again."""
    seen, waiting = {target}, [target]
    while waiting:
        for old in _just_before(waiting.pop(0), before):
            if old not in seen:
                seen.add(old)
                waiting.append(old)
                yield old


def _just_before(target: Target, before: Mapping[Target, list[Target]]) -> Iterator[Target]:
    yield from before.get(target, ())
    if isinstance(target, Ref):
        for record in before.get(target.record, ()):
            if isinstance(record, str):
                yield Ref(record, target.statement)


def newest_ids(former: Former) -> Mapping[Target, Target]:
    """Give what each older id leads to; the first where two do."""
    found: dict[Target, Target] = {}
    for target, olds in former.items():
        for old in olds:
            found.setdefault(old, target)
    return MappingProxyType(found)
