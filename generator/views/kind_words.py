"""The words for kinds of actors and places."""

from generator.model.vocabulary import ActorKind, PlaceKind
from generator.views.language import N_

ACTOR_KINDS = {
    ActorKind.PERSON: N_("person"),
    ActorKind.ARMED_GROUP: N_("armed group"),
    ActorKind.ALLIANCE: N_("alliance"),
    ActorKind.STATE: N_("state"),
    ActorKind.GOVERNMENT_BODY: N_("government body"),
    ActorKind.ARMY: N_("army"),
    ActorKind.PARTY: N_("political party"),
    ActorKind.ORGANISATION: N_("organisation"),
    ActorKind.UN_BODY: N_("UN body"),
    ActorKind.MONITOR: N_("monitor"),
    ActorKind.NEWS_OUTLET: N_("news outlet"),
    ActorKind.PEOPLE: N_("witnesses and unnamed sources"),
    ActorKind.DATASET: N_("data set"),
}

PLACE_KINDS = {
    PlaceKind.COUNTRY: N_("country"),
    PlaceKind.GOVERNORATE: N_("governorate"),
    PlaceKind.CAPITAL: N_("capital city"),
    PlaceKind.CITY: N_("city"),
    PlaceKind.TOWN: N_("town"),
    PlaceKind.VILLAGE: N_("village"),
    PlaceKind.DISTRICT: N_("district"),
    PlaceKind.CAMP: N_("camp"),
    PlaceKind.PRISON: N_("prison"),
    PlaceKind.AIRPORT: N_("airport"),
    PlaceKind.BASE: N_("military base"),
    PlaceKind.PORT: N_("port"),
    PlaceKind.CROSSING: N_("border crossing"),
    PlaceKind.SITE: N_("site"),
    PlaceKind.REGION: N_("region"),
}
