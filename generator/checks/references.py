"""References: every id that names another record, followed to its other end; none leads in a circle."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from generator.checks.did_you_mean import Nearest
from generator.checks.kinds import ANY, CITABLE, FILES, PAGED, WANTED, a, each_id, one_of
from generator.checks.values import At, CheckedValue, each_value, shorten
from generator.derive.retired import by_old_id, successors
from generator.model.facts import Facts
from generator.model.fields import Citation
from generator.model.questions import Sentence
from generator.model.refs import Ref, Target, record_of
from generator.model.retired import FormerAddress, Retired
from generator.model.text import Text, pieces
from generator.problems import Finding


class Reference(NamedTuple):
    """One id as written: in which value and where, and the kinds of record that it may name.

    A link and a citation of prose may name a statement too.
    """

    value: CheckedValue
    at: At
    target: Target
    wanted: tuple[str, ...]

    @property
    def target_record(self) -> str:
        """The id of the record that it names, or that holds the statement that it names."""
        return record_of(self.target)

    @property
    def label(self) -> str:
        """Where it is written, in words for a message."""
        _, _, _, key, thing, written = self.value
        if isinstance(written, Sentence):
            label = f"the sentence “{shorten(written.words)}” of {thing}"
        else:
            label = f"`{key}` of {thing}"
        return f"a link in {label}" if self.wanted == ANY else label


def each_reference(facts: Facts) -> tuple[Reference, ...]:
    """Every reference of the facts, in file order: ids, citations, links in text, prose; found once."""
    return facts.once(_all_references)


def _all_references(facts: Facts) -> tuple[Reference, ...]:
    return tuple(reference for value in each_value(facts) for reference in _references(value))


def unknown_ids(facts: Facts, broken: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Find an id that no record has. Ids in ``broken`` exist in the files, so they are not unknown."""
    known = _KnownIds(facts, broken)
    for reference in each_reference(facts):
        if reference.value.owner in (Retired, FormerAddress) and reference.target in known.retired:
            continue  # what replaced it went as well, and says itself what it became
        if reference.target_record not in known.kinds:
            yield known.unknown_record(reference)
        elif isinstance(reference.target, Ref) and not known.has_statement(reference.target):
            yield known.unknown_statement(reference, reference.target)
    for gone in facts.retired:
        record = record_of(gone.id)
        if gone.is_statement and record not in known.kinds and record not in known.retired:
            yield _off_no_page(gone, record)


def wrong_kinds(facts: Facts) -> Iterator[Finding]:
    """Find an id of a record of another kind than the one wanted: an actor where a place belongs."""
    known = _KnownIds(facts)
    for reference in each_reference(facts):
        kinds: set[str] = known.kinds.get(reference.target_record, set())
        if isinstance(reference.target, str) and kinds and kinds.isdisjoint(reference.wanted):
            yield known.wrong_kind(reference)


def _references(value: CheckedValue) -> Iterator[Reference]:
    match value.value:
        case Citation(source):
            yield Reference(value, value.at, source, ("source",))
        case Sentence(words, refs):
            yield from (Reference(value, value.at, ref, CITABLE) for ref in refs)
            yield from _links(value, "", words)
        case Text(variants):
            for language, words in variants:
                yield from _links(value, language, words)
        case str() | Ref() as target if wanted := WANTED.get((value.owner, value.key)):
            yield Reference(value, value.at, target, wanted)


def _links(value: CheckedValue, language: str, words: str) -> Iterator[Reference]:
    if "[[" in words:
        at = (*value.at, language) if language else value.at
        yield from (Reference(value, at, piece.target, ANY) for piece in pieces(words) if piece.target)


class _KnownIds:
    """What exists, looked up by id: built once for a check."""

    def __init__(self, facts: Facts, broken: frozenset[str] = frozenset()) -> None:
        self.kinds: dict[str, set[str]] = defaultdict(set)
        for named in each_id(facts):
            self.kinds[named.id].add(named.kind)
        self.kinds.update({name: set(ANY) for name in sorted(broken)})
        self._broken = broken
        self._statements = facts.statements
        self.retired = by_old_id(facts)
        self._near: dict[tuple[str, ...], Nearest] = {}

    def has_statement(self, ref: Ref) -> bool:
        return ref in self._statements or ref.record in self._broken

    def unknown_record(self, reference: Reference) -> Finding:
        message = f"{reference.label} names `{reference.target_record}`, but {_no_such(reference.wanted)}"
        return Finding(reference.value.record, reference.at, "unknown-id", message, self._hint(reference))

    def unknown_statement(self, reference: Reference, ref: Ref) -> Finding:
        missing = f"`{ref.record}` has no claim or figure `{ref.statement}`"
        message = f"{reference.label} names `{ref}`, but {missing}"
        own = self._own_statements[ref.record]
        near = Nearest(own).to(str(ref))
        if ref in self.retired:
            hint = self._became(self.retired[ref])
            return Finding(reference.value.record, reference.at, "unknown-id", message, hint)
        hint = f"Did you mean `{near}`?" if near else _statements_hint(ref.record, own)
        return Finding(reference.value.record, reference.at, "unknown-id", message, hint)

    def wrong_kind(self, reference: Reference) -> Finding:
        found = " and ".join(a(kind) for kind in sorted(self.kinds[reference.target_record]))
        wanted = one_of(reference.wanted)
        message = f"{reference.label} names `{reference.target}`, which is {found}; {wanted} is wanted here"
        return Finding(reference.value.record, reference.at, "wrong-kind", message, self._hint(reference))

    @cached_property
    def _own_statements(self) -> dict[str, list[str]]:
        own = defaultdict(list)
        for ref in self._statements:
            own[ref.record].append(str(ref))
        return own

    def _became(self, gone: Retired) -> str:
        """Say what there is instead of something retired: the end of its chain, if that is still there."""
        *_, last = ("", *successors(gone, self.retired.get))
        word = "was renamed" if gone.renamed else "was retired"
        if last and last not in self.retired:
            return f"`{gone.id}` {word} on {gone.on}: write `{last}`."
        return f"`{gone.id}` {word} on {gone.on}: name a record that is still there, or take this out."

    def _hint(self, reference: Reference) -> str:
        if reference.target_record in self.retired:
            return self._became(self.retired[reference.target_record])
        near = self._nearest(reference.wanted).to(reference.target_record)
        guess = f"Did you mean `{near}`? " if near else ""
        if reference.wanted in (ANY, CITABLE, PAGED):
            return f"{guess}Write the id of {one_of(reference.wanted)}, or add the record."
        files = " or ".join(dict.fromkeys(FILES[kind] for kind in reference.wanted))
        return f"{guess}Write the id of {one_of(reference.wanted)} listed in {files}, or add it there."

    def _nearest(self, wanted: tuple[str, ...]) -> Nearest:
        if wanted not in self._near:
            names = (name for name, kinds in self.kinds.items() if not kinds.isdisjoint(wanted))
            self._near[wanted] = Nearest(names)
        return self._near[wanted]


def _off_no_page(gone: Retired, record: str) -> Finding:
    message = f"the retired statement `{gone.id}` was on the page of `{record}`, but no record has that id"
    hint = "Correct the part before the slash, or retire that record too."
    return Finding(gone.entry, ("id",), "unknown-id", message, hint)


def _no_such(wanted: tuple[str, ...]) -> str:
    if wanted in (ANY, CITABLE, PAGED):
        return "no record has that id"
    return f"there is no {one_of(wanted).partition(' ')[2]} with that id"


def _statements_hint(record: str, own: list[str]) -> str:
    if own:
        return f"Write one of {', '.join(own[:5])}, or `{record}` alone."
    return f"`{record}` has no claims of its own; name a record that has."


def self_relations(facts: Facts) -> Iterator[Finding]:
    """Find a relation of an actor to itself."""
    for actor in facts.actors:
        for relation in actor.relations:
            if relation.to == actor.id:
                message = f"`{relation.id}` relates `{actor.id}` to itself"
                hint = "Write the id of the other actor under `to`."
                yield Finding(relation.id, ("to",), "self-relation", message, hint)


def within_cycles(facts: Facts) -> Iterator[Finding]:
    """Places that lie within each other in a circle."""
    parents = {place.id: (place.within,) if place.within else () for place in facts.places}
    for circle in cycles(parents):
        message = f"`{circle[-1]}` lies within itself: {_path(circle, 'within')}"
        hint = "Take out the `within` that is wrong; it names the next larger place."
        yield Finding(circle[-1], ("within",), "within-cycle", message, hint)


def derivation_cycles(facts: Facts) -> Iterator[Finding]:
    """Find sources that only repeat each other in a circle, so that none of them is first."""
    origins = {source.id: source.derives_from for source in facts.sources}
    for circle in cycles(origins):
        at = ("derives_from", origins[circle[-1]].index(circle[0]))
        message = f"`{circle[-1]}` derives from itself: {_path(circle, 'from')}"
        hint = "Take out the `derives_from` of the source that was published first."
        yield Finding(circle[-1], at, "derivation-cycle", message, hint)


def cycles(edges: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give the circles in a graph: one for each edge that leads back, whose last node has that edge.

    Depth first with a trail of its own, so that a long chain does not meet Python's recursion
    limit; each edge is followed once.
    """
    finished: set[str] = set()
    for start in edges:
        trail = {} if start in finished else {start: iter(edges[start])}
        while trail:
            node, onward = next(reversed(trail.items()))
            step = next(onward, None)
            if step is None:
                finished.add(node)
                del trail[node]
            elif step in trail:
                names = list(trail)
                yield tuple(names[names.index(step) :])
            elif step in edges and step not in finished:
                trail[step] = iter(edges[step])


def _path(circle: tuple[str, ...], link: str) -> str:
    return f" {link} ".join(f"`{name}`" for name in (*circle, circle[0]))
