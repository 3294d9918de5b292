"""Nodes to records: every list entry typed by its model; one that cannot be typed keeps its id."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from pydantic import ValidationError

from generator.load.text_file import TextFile
from generator.load.validation_messages import shape_problem, validation_problems
from generator.load.yaml_nodes import YamlNode
from generator.model.actors import Actor
from generator.model.clock import is_zone
from generator.model.events import Event
from generator.model.explainer import Explainer, Headline
from generator.model.fields import Entry
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.retired import FormerAddress, Retired
from generator.model.sources import Source
from generator.model.text import Text
from generator.model.unquoted import quoted
from generator.problems import Problem

AnyEntry = TypeVar("AnyEntry", bound=Entry)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass
class Typed(Generic[AnyEntry]):
    """What came of a file of records: those typed, with their nodes, and those that could not be."""

    records: list[tuple[AnyEntry, YamlNode]] = field(default_factory=list)
    broken: list[tuple[str, YamlNode]] = field(default_factory=list)


def type_list(
    model: type[AnyEntry], root: YamlNode, file: TextFile, problems: list[Problem], *, zone: str | None = None
) -> Typed[AnyEntry] | None:
    """Type every entry of a file that holds a list; ``None`` when it holds something else.

    ``zone`` is the one that times of day are told in, by its IANA name; without it they stay as written.
    """
    if not isinstance(root.value, list):
        if not root.reported:
            problems.append(shape_problem(file, root, "a list", f"in {file.name}"))
        return None
    typed: Typed[AnyEntry] = Typed()
    for node in root.items:
        record = type_entry(_model_of(model, node), node, file, problems, zone=zone)
        if record is None:
            typed.broken.extend(ids_in(node))
        else:
            typed.records.append((record, node))
    return typed


def _model_of(model: type[AnyEntry], node: YamlNode) -> type[AnyEntry]:
    """Tell the two kinds of entry of what is no longer there: an address has no id."""
    is_address = model is Retired and node.child("address") is not None and node.child("id") is None
    return FormerAddress if is_address else model  # type: ignore[return-value]  # the one list of two kinds


def type_entry(
    model: type[AnyEntry], node: YamlNode, file: TextFile, problems: list[Problem], *, zone: str | None = None
) -> AnyEntry | None:
    """Type one entry, or report all that is wrong with it. What only lacks quotes is typed all the same."""
    value, context = node.value, {"zone": zone}
    told = set()
    for _ in range(2):
        try:
            entry = model.model_validate(value, context=context)
        except ValidationError as error:
            found = validation_problems(error, model, node, file)
            problems.extend(problem for problem in found if problem.location not in told)
            told = {problem.location for problem in found}
            if {detail["type"] for detail in error.errors(include_url=False)} != {"unquoted-trap"}:
                return None
            value = quoted(value)
        else:
            return None if node.tainted else entry
    return None


def ids_in(node: YamlNode) -> Iterator[tuple[str, YamlNode]]:
    """Give the ids that an entry claims: its own and those of the relations inside it."""
    own = node.child("id")
    if own and isinstance(own.value, str) and _ID.fullmatch(own.value):
        yield own.value, node
    relations = node.child("relations")
    for relation in relations.items if relations else ():
        yield from ids_in(relation)


def places_in(record: Entry, node: YamlNode) -> Iterator[tuple[str, YamlNode]]:
    """Give the names under which the places of a typed entry are kept, with the nodes."""
    if isinstance(record, Retired | FormerAddress):
        return iter([(record.entry, node)])
    return ids_in(node)


def type_explainer(root: YamlNode, file: TextFile, problems: list[Problem]) -> Explainer | None:
    """Type explainer.yml; ``None`` when it is not even a mapping.

    What cannot be typed is left out or stands in, so that the other files can still be checked.
    """
    if not isinstance(root.value, dict):
        if not root.reported:
            problems.append(shape_problem(file, root, "a mapping", f"in {file.name}"))
        return None
    context = {"zone": zone_of(root)}
    try:
        return Explainer.model_validate(root.value, context=context)
    except ValidationError as error:
        problems.extend(validation_problems(error, Explainer, root, file))
        refused = {detail["loc"][0] for detail in error.errors(include_url=False)}
    kept = {key: value for key, value in root.value.items() if key not in refused}
    whole = kept | {key: value for key, value in _stand_ins().items() if key not in kept}
    return Explainer.model_validate(whole, context=context)


def zone_of(root: YamlNode) -> str | None:
    """Give the time zone that explainer.yml names, if there is such a zone."""
    named = root.child("time_zone")
    name = named.value if named else None
    return str(name) if isinstance(name, str) and is_zone(name) else None


def stand_in() -> Explainer:
    """Give an explainer for when explainer.yml cannot be read: never published, as that is an error."""
    return Explainer.model_validate(_stand_ins())


def _stand_ins() -> dict[str, object]:
    words = Text((("", "?"),))
    return {
        "headlines": [Headline(title=words, standfirst=words)],
        "languages": ["en"],
        "time_zone": "UTC",
        "as_of": date(2999, 12, 31),  # so that nothing seems to lie ahead of it
        "publisher": "?",
    }


AnyModel: TypeAlias = type[Source] | type[Actor] | type[Place] | type[Event] | type[Series] | type[Retired]
MODELS: dict[str, AnyModel] = {
    "sources": Source,
    "actors": Actor,
    "cities": Place,
    "timeline": Event,
    "casualties": Series,
    "retired": Retired,
}
