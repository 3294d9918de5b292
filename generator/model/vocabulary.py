"""The closed vocabularies: the only words that the YAML takes in these places."""

from enum import StrEnum


class RecordKind(StrEnum):
    """The kinds of record that readers can point to."""

    EVENT = "event"
    ACTOR = "actor"
    RELATION = "relation"
    PLACE = "place"
    SERIES = "series"
    SOURCE = "source"
    QUESTION = "question"


class Stance(StrEnum):
    """What a speaker does with the statement of a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CANNOT_CONFIRM = "cannot-confirm"
    CONCEDES = "concedes"
    WITHDRAWS = "withdraws"

    @property
    def affirms(self) -> bool:
        """Whether it says that the thing is so."""
        return self is Stance.ASSERTS or self is Stance.CONCEDES


class Contested(StrEnum):
    """What accounts that cannot all be true differ on."""

    WHETHER = "whether"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how-many"
    HOW = "how"


class StatusName(StrEnum):
    """The derived standing of a record, weakest ground last."""

    WITHDRAWN = "withdrawn"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    CORROBORATED = "corroborated"
    REPORTED = "reported"
    CLAIMED = "claimed"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ARMED_GROUP = "armed-group"
    ALLIANCE = "alliance"
    STATE = "state"
    GOVERNMENT_BODY = "government-body"
    ARMY = "army"
    PARTY = "political-party"
    ORGANISATION = "organisation"
    UN_BODY = "un-body"
    MONITOR = "monitor"
    NEWS_OUTLET = "news-outlet"
    PEOPLE = "people"
    DATASET = "dataset"


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    GOVERNORATE = "governorate"
    CAPITAL = "capital"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    DISTRICT = "district"
    CAMP = "camp"
    PRISON = "prison"
    AIRPORT = "airport"
    BASE = "base"
    PORT = "port"
    CROSSING = "crossing"
    SITE = "site"
    REGION = "region"


class RelationType(StrEnum):
    """How one actor stands to another; read from the actor that holds the relation."""

    LEADS = "leads"
    SPEAKS_FOR = "speaks-for"
    MEMBER_OF = "member-of"
    PART_OF = "part-of"
    SUPPORTS = "supports"
    ALLIED_WITH = "allied-with"
    OPPOSES = "opposes"
    SUCCESSOR_OF = "successor-of"
    BROKE_WITH = "broke-with"
    GRANTED_ASYLUM_TO = "granted-asylum-to"
    RELATIVE_OF = "relative-of"
    LISTS_AS_TERRORIST = "lists-as-terrorist"


class Metric(StrEnum):
    """What a series of figures counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    DISPLACED = "displaced"
    REFUGEES = "refugees"
    RETURNED = "returned"
    DETAINED = "detained"
    FREED = "freed"
    MISSING = "missing"
    EXECUTED = "executed"
    DIED_IN_CUSTODY = "died-in-custody"
    CROSSED_BORDER = "crossed-border"
    STRENGTH = "strength"
    STRIKES = "strikes"


class Tier(StrEnum):
    """How far a source can carry a fact alone: A well, B with care, C only with a note."""

    A = "A"
    B = "B"
    C = "C"


class ReadAs(StrEnum):
    """How much of a source its editor had in front of them."""

    WHOLE = "whole"
    EXCERPT = "excerpt"
    DATA = "data"


class Method(StrEnum):
    """How a figure came about."""

    DOCUMENTED = "documented"
    ESTIMATE = "estimate"
    STATEMENT = "statement"


# The populations every explainer can count without naming them in explainer.yml.
POPULATIONS = ("everyone", "civilians", "combatants", "fighters", "women", "children", "men")
