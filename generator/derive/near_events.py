"""Events near others: of the same days, with some of the same actors taking part."""

from collections.abc import Iterator, Mapping

from generator.derive.index import Ids, index
from generator.model.events import Event
from generator.model.facts import Facts


class NearEvents(Mapping[str, Ids]):
    """Event -> the others near it, each found when it is first asked for."""

    def __init__(self, facts: Facts) -> None:
        """Find nothing yet."""
        self._facts = facts
        self._events = {event.id: event for event in reversed(facts.events)}
        self._near: dict[str, Ids] = {}

    def __getitem__(self, name: str) -> Ids:
        """Give the events near one. Raises KeyError for what is no event."""
        if name not in self._near:
            self._near[name] = tuple(self._found(self._events[name]))
        return self._near[name]

    def __iter__(self) -> Iterator[str]:
        """Give the ids of all events."""
        return iter(self._events)

    def __len__(self) -> int:
        """Count the events."""
        return len(self._events)

    def _found(self, event: Event) -> Iterator[str]:
        of_actor = self._facts.once(index).events_of_actor
        who = set(event.who)
        for name in dict.fromkeys(other for actor in event.who for other in of_actor.get(actor, ())):
            other = self._events.get(name)
            if not other or other is event or not who & set(other.who):
                continue
            if event.occurred.overlaps(other.occurred):
                yield name
