"""The interest rule: which speakers are parties, and whom a record serves if true.

A speaker with a ``side`` is a party. ``favours`` left out makes every party interested, since
nobody has said whom it serves; ``favours: []`` makes none interested.
"""

from dataclasses import dataclass

from generator.model.actors import Actor
from generator.model.facts import Facts


@dataclass(frozen=True)
class Interest:
    """Whom a record serves: its ``favours``, asked of the speakers in some facts."""

    favours: tuple[str, ...] | None
    facts: Facts

    def side(self, speaker: str) -> str | None:
        """The side a speaker is on; ``None`` for one that is no party."""
        actor = self.facts.by_id.get(speaker)
        return actor.side if isinstance(actor, Actor) else None

    def party(self, speaker: str) -> bool:
        """Whether a speaker is a party."""
        return self.side(speaker) is not None

    def interested(self, speaker: str) -> bool:
        """Whether a speaker is a party whom the record serves, as far as anybody has said."""
        return self.party(speaker) and (self.favours is None or self.side(speaker) in self.favours)

    def can_concede(self, speaker: str) -> bool:
        """Whether a concession by a speaker counts as one.

        A party concedes what serves another side. Where nobody has said whom it serves, the
        editor's word that it is a concession stands; where it serves nobody there is nothing
        to concede, and it is an ordinary assertion.
        """
        if self.favours is None:
            return self.party(speaker)
        return self.party(speaker) and bool(self.favours) and not self.interested(speaker)
