"""Plain words of YAML that its readers take for something else than text."""

from typing import Any, ClassVar


class Unquoted(str):
    """An unquoted scalar that the schemas of YAML 1.1 or 1.2 take for no text.

    It reads as it is written. Where a number, degrees, a date or a truth value is meant that is what
    counts; where words or an id are meant, ``taken_for`` says what readers would make of them.
    """

    taken_for: str
    __slots__: ClassVar[tuple[str, ...]] = ("taken_for",)

    def __new__(cls, written: str, taken_for: str) -> "Unquoted":
        """Keep what is written, and what it is taken for: ``a number``, ``a date``, ``true or false``."""
        made = super().__new__(cls, written)
        made.taken_for = taken_for
        return made

    @property
    def fault(self) -> tuple[str, str]:
        """What is wrong with it where words are meant, and the way out."""
        return f"YAML readers take `{self}` for {self.taken_for}", f'Quote it: "{self}".'


def quoted(value: Any) -> Any:
    """Give plain values with words in place of what lacks its quotes."""
    match value:
        case dict():
            return {quoted(key): quoted(held) for key, held in value.items()}
        case list():
            return [quoted(held) for held in value]
        case Unquoted():
            return str.__str__(value)
        case _:
            return value
