"""Interface words of an explainer's own: a gettext catalogue as plain data, and what its words may hold.

Words are put into sentences by the code that asks for them: ``{name}`` or ``%(name)s`` stand for what is
filled in. Words in which those are others than in the original would say something else, or nothing.
"""

import re
from dataclasses import dataclass

_SLOT = re.compile(r"\{\w+\}|%\(\w+\)s")
_COUNTS = frozenset({"{number}", "%(num)s", "%(number)s"})
_STRAY = re.compile(r"[{}]|%(?!%)")


@dataclass(frozen=True, slots=True)
class InterfaceMessage:
    """Words of the original, with their plural, and what is said for them in each form; their line."""

    id: tuple[str, ...]
    said: tuple[str, ...]
    fuzzy: bool
    line: int

    @property
    def counts(self) -> bool:
        """Whether it is said: in every form, and by somebody who was sure."""
        return bool(self.said) and all(self.said) and not self.fuzzy


@dataclass(frozen=True, slots=True)
class InterfaceWords:
    """A catalogue: its language and file, the rule of its plural forms, its messages in their order."""

    code: str
    path: str
    forms: int
    plural: str
    messages: tuple[InterfaceMessage, ...]


def slots_of(words: str) -> frozenset[str]:
    """Give what is filled into words."""
    return frozenset(_SLOT.findall(words))


def slot_fault(message: InterfaceMessage) -> str:
    """Say what is wrong with the slots of a message, or "".

    A form that stands for one or two may say its number in words.
    """
    wanted = frozenset().union(*map(slots_of, message.id))
    spared = _COUNTS if len(message.id) > 1 else frozenset()
    for form in message.said:
        has = slots_of(form)
        if unknown := sorted(has - wanted):
            return f"it holds {_listed(unknown)}, which nothing is put in for"
        if missing := sorted(wanted - has - spared):
            return f"it lacks {_listed(missing)}"
        stray = _STRAY.search(_SLOT.sub("", form))
        if stray and not _STRAY.search(_SLOT.sub("", message.id[0])):
            return f"a `{stray[0]}` stands in it that belongs to nothing"
    return ""


def _listed(slots: list[str]) -> str:
    return " and ".join(f"`{slot}`" for slot in slots)
