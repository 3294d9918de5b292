"""Queries: the only door from views to the facts and what follows from them.

Every answer is noted as read where that is wanted, see ``trace``.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.derive.change_standings import ChangeStanding
from generator.derive.changes import Change, DayOfChanges
from generator.derive.common_ground import CommonGround
from generator.derive.control import Holding, HoldingPeriod, HoldingSpan, held_on
from generator.derive.disagreements import Disagreement
from generator.derive.endings import Ended
from generator.derive.fact_queries import FactQueries
from generator.derive.index import Ids
from generator.derive.near_events import NearEvents
from generator.derive.open_questions import OpenQuestion, open_questions
from generator.derive.status import Status
from generator.derive.story_dates import StoryDate, story_dates
from generator.derive.story_of_changes import changed_on, story_of_changes
from generator.model.events import Event
from generator.model.refs import Ref, Refs, Target
from generator.model.retired import FormerAddress, Retired


class Queries(FactQueries):
    """What views ask of one edition.

    A question for one thing raises KeyError where there is none, but for those that begin with ``find``,
    which give ``None``; questions for several things give none of them.
    """

    def status(self, name: str) -> Status:
        """Say how an event or relation stands now."""
        return self._at("status", self._index.timelines, name).now

    def find_status(self, name: str) -> Status | None:
        """Say how a record stands now, if it is an event or relation."""
        timeline = self._find("status", self._index.timelines, name)
        return timeline.now if timeline else None

    def find_claim_status(self, ref: Ref) -> Status | None:
        """Say how what a claim says stands now, if it asserts something about an event or relation."""
        timeline = self._find("claim_status", self._index.claim_timelines, ref)
        return timeline.now if timeline else None

    def find_claim_status_on(self, ref: Ref, day: date) -> Status | None:
        """Say how what a claim says stood as known on a day; see ``find_claim_status``."""
        timeline = self._find("claim_timelines", self._index.claim_timelines, ref)
        return timeline.on(day) if timeline else None

    def status_on(self, name: str, day: date) -> Status:
        """Say how an event or relation stood as known on a day."""
        return self._at("timelines", self._index.timelines, name).on(day)

    def changes(self, name: str) -> tuple[Change, ...]:
        """Give what became of a record on each known day, oldest first."""
        return self._several("changes", self._index.changes, name)

    @property
    def story(self) -> tuple[DayOfChanges, ...]:
        """What each known day brought, oldest first."""
        return self._all("story", self._facts.once(story_of_changes))

    def in_story_order(self, changes: Iterable[Change]) -> list[Change]:
        """Give changes newest first, those of one day as the files have their records."""

        def place(change: Change) -> tuple[int, int]:
            changed = self._several("changed_on", self._changed_on, change.day.isoformat())
            return -change.day.toordinal(), changed.index(change.record)

        return sorted(changes, key=place)

    @property
    def _changed_on(self) -> Mapping[str, Ids]:
        return self._facts.once(changed_on)

    def find_end(self, ref: Ref) -> Ended | None:
        """Say how a statement ended; nothing while it stands."""
        return self._find("ended", self._index.ended, ref)

    def is_confirmed(self, name: str) -> bool | None:
        """Say whether the grounds of an editor's confirmation still stand; nothing where there is none."""
        return self._find("confirmations", self._index.confirmations, name)

    def find_confirmed_since(self, name: str) -> date | None:
        """Give the day from which an editor's confirmation of a record counts."""
        return self._find("confirmed", self._index.confirmed, name)

    def find_retracted(self, source: str) -> date | None:
        """Give the day from which the retraction of a source counts."""
        return self._find("retracted", self._index.retracted, source)

    def known_day(self, ref: Ref) -> date:
        """Give the day on which a statement became known."""
        return self._at("known_days", self._index.known_days, ref)

    def retired(self, old: Target) -> Retired:
        """Give what became of an old id."""
        return self._at("retired", self._index.retired, old)

    def find_retired(self, old: Target) -> Retired | None:
        """Give what became of an old id, if it is one."""
        return self._find("retired", self._index.retired, old)

    def told_on(self, old: Target) -> str:
        """Give the record on whose page an old id is told of; SHARED for the page of all series."""
        return self._at("told_on", self._index.told_on, old)

    def retired_from(self, page: str) -> tuple[Target, ...]:
        """Give the old ids that are told of on the page of a record."""
        return self._several("retired_from", self._index.retired_from, page)

    def former(self, target: Target) -> tuple[Target, ...]:
        """Give the older ids of a record or statement, oldest first."""
        return self._several("former", self._index.former, target)

    def first_id(self, record: str) -> str:
        """Give the id under which a record was published first: what is keyed by it never changes."""
        return str(next(iter(self.former(record)), record))

    def find_newest(self, old: Target) -> Target | None:
        """Give what an older id of a record or statement leads to, if it is one."""
        return self._find("newest", self._index.newest, old)

    @property
    def all_former(self) -> Mapping[Target, tuple[Target, ...]]:
        """The older ids of everything that was renamed."""
        return self._all("former", self._index.former)

    def left_on(self, page: str) -> tuple[FormerAddress, ...]:
        """Give what parts of a page had an address that leads elsewhere now."""
        found = self._several("left_on", self._index.left_on, page)
        return tuple(self._at("addresses", self._index.addresses, one) for one in found)

    @property
    def former_addresses(self) -> Mapping[str, FormerAddress]:
        """Where each address leads that was that of a page, or of a part of one."""
        return self._all("addresses", self._index.addresses)

    def said_by(self, actor: str) -> Refs:
        """Give what an actor said, figures and positions of places too."""
        return self._several("said_by", self._index.said_by, actor)

    def statements_of_source(self, source: str) -> Refs:
        """Give the statements that cite a source."""
        return self._several("statements_of_source", self._index.statements_of_source, source)

    def speakers_of_source(self, source: str) -> Ids:
        """Give the actors whose words a source prints, of those that it is cited for."""
        return self._several("speakers_of_source", self._index.speakers_of_source, source)

    def repeats_of_source(self, source: str) -> Ids:
        """Give the sources that derive from one."""
        return self._several("repeats_of_source", self._index.repeats_of_source, source)

    def in_file_order(self, events: Iterable[Event]) -> list[Event]:
        """Give events by their first day, those that begin on one day as the files have them."""

        def place(event: Event) -> tuple[int, int]:
            day = event.occurred.first
            return day, self._several("events_from", self._index.events_from, str(day)).index(event.id)

        return sorted(events, key=place)

    def events_of_actor(self, actor: str) -> Ids:
        """Give the events that an actor takes part in, or holds a place after."""
        return self._several("events_of_actor", self._index.events_of_actor, actor)

    def events_of_place(self, place: str) -> Ids:
        """Give the events in a place, or that change its control."""
        return self._several("events_of_place", self._index.events_of_place, place)

    def near_events(self, event: str) -> Ids:
        """Give other events of the same days in which some of the same actors take part."""
        return self._at("near_events", self._facts.once(NearEvents), event)

    def series_of_place(self, place: str) -> Ids:
        """Give the series counted in a place."""
        return self._several("series_of_place", self._index.series_of_place, place)

    def series_of_event(self, event: str) -> Ids:
        """Give the series about an event."""
        return self._several("series_of_event", self._index.series_of_event, event)

    def relations_to(self, actor: str) -> Ids:
        """Give the relations that others have to an actor."""
        return self._several("relations_to", self._index.relations_to, actor)

    def places_within(self, place: str) -> Ids:
        """Give the places directly inside one."""
        return self._several("places_within", self._index.places_within, place)

    def disagreement(self, name: str) -> Disagreement:
        """Give what the accounts of a record differ on, or did."""
        return self._at("disagreements", self._index.disagreements, name)

    def find_disagreement(self, name: str) -> Disagreement | None:
        """Give what the accounts of a record differ on, if they do or did."""
        return self._find("disagreements", self._index.disagreements, name)

    def common_ground(self, name: str) -> CommonGround:
        """Give what the accounts of a record in disagreement agree on."""
        return self._at("common_grounds", self._index.common_grounds, name)

    def is_party(self, actor: str) -> bool:
        """Say whether an actor is on a side."""
        self._note("parties", actor)
        return actor in self._index.parties

    @property
    def known_days(self) -> Mapping[Ref, date]:
        """The day on which each statement became known."""
        return self._all("known_days", self._index.known_days)

    @property
    def speakers(self) -> Iterable[str]:
        """Everybody who said something."""
        return self._all("said_by", self._index.said_by)

    @property
    def all_retired(self) -> Mapping[Target, Retired]:
        """What became of every old id."""
        return self._all("retired", self._index.retired)

    @property
    def disagreements(self) -> Mapping[str, Disagreement]:
        """What the accounts of each record differ on, or did."""
        return self._all("disagreements", self._index.disagreements)

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What nobody could settle yet."""
        return self._all("open_questions", self._facts.once(open_questions))

    def find_story_date(self, event: str) -> StoryDate | None:
        """Give the day on which the story tells an event, unless it leaves it out."""
        return self._find("story_dates", self._facts.once(story_dates), event)

    @property
    def held_places(self) -> Ids:
        """The places whose control ever changed, in gazetteer order."""
        return tuple(self._all("holding_changes", self._control.lookups["holding_changes"]))

    def holdings_on(self, place: str, day: date) -> tuple[Holding, ...]:
        """Give the holdings of a place at the end of a day, in the order they took effect."""
        return held_on(self.holding_periods(place), day)

    def holding_changes(self, place: str) -> tuple[Holding, ...]:
        """Give every change of a place in the order in which they took effect."""
        self._note("holding_changes", place)
        return self._control.changes(place)

    def holding_periods(self, place: str) -> tuple[HoldingPeriod, ...]:
        """Give the stretches of days with the same holdings of a place, oldest first, without gaps."""
        self._note("holding_periods", place)
        return self._control.periods(place)

    def holdings_now(self, place: str) -> tuple[Holding, ...]:
        """Give the holdings of a place on the last day of the story that the edition can speak of."""
        self._note("holdings_now", place)
        return self._control.now(place)

    def holding_spans(self, place: str) -> tuple[HoldingSpan, ...]:
        """Give every holding of a place that lasted to the end of a day, in the order they took effect."""
        self._note("holding_spans", place)
        return self._control.spans(place)

    def change_standings(self, event: str) -> tuple[ChangeStanding, ...]:
        """Say how each change of control by an event stands, in the order in which it lists them."""
        self._note("change_standings", event)
        return self._control.standings(event)
