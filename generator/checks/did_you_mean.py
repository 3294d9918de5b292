"""Did you mean: the known name nearest to one that is not known."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from generator.model.folding import folded
from generator.model.opposites import turns_round

# Out of 1: a letter wrong in four is still like it; another word of three is not.
_ALIKE = 0.75
_TRIED = 12


class Nearest:
    """Names to guess from, indexed by pairs of letters so that one guess does not read them all."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index the names; their order decides between equally near ones."""
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            for pair in _pairs(name):
                self._by_pair[pair].append(name)

    def to(self, wrong: str) -> str | None:
        """Find the name most like ``wrong`` that does not mean the opposite, or ``None``."""
        wrong = wrong if wrong.isascii() else folded(wrong)
        shared = Counter(name for pair in _pairs(wrong) for name in self._by_pair.get(pair, ()))
        close = [(_likeness(wrong, name), name) for name, _ in shared.most_common(_TRIED)]
        likely = sorted((pair for pair in close if pair[0] >= _ALIKE), key=lambda pair: -pair[0])
        return next((name for _, name in likely if not turns_round(wrong, name)), None)


def _pairs(name: str) -> list[str]:
    padded = f"^{name}$"
    return list(dict.fromkeys(padded[i : i + 2] for i in range(len(padded) - 1)))


def _likeness(wrong: str, name: str) -> float:
    # `crews` for `reef-crews`: all the words of one are in the other.
    words, others = set(wrong.split("-")), set(name.split("-"))
    floor = _ALIKE if words <= others or others <= words else 0.0
    return max(floor, SequenceMatcher(None, wrong, name, autojunk=False).ratio())
