"""What a difference is, said the slow way: two whole editions, each asked for everything."""

from generator.derive.changes import RANK, ChangeKind
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.places import Point
from tests.derive.ask import ended_in, statement_status, status

AFFIRMING = ("asserts", "concedes")


def naive(before, after):
    found = {}
    for record in after.records():
        new = stated(after, record.id)
        if not new:
            continue
        old = stated(before, record.id)
        kind = naive_kind(record, old, new, (before, after))
        if kind:
            found[record.id] = kind
    return found


def stated(edition, record):
    return {
        ref: said
        for holder, ref, said in edition.each_statement()
        if holder.id == record and not isinstance(said, Point)
    }


def naive_kind(record, old, new, editions):
    if not old:
        return ChangeKind.NEW
    names = [standing(record.id, edition) for edition in editions]
    if names[0] != names[1]:
        if names[1] in ("withdrawn", "disputed"):
            return ChangeKind(names[1])
        ranks = [RANK.index(name) if name else len(RANK) for name in names]
        return ChangeKind.RAISED if ranks[1] > ranks[0] else ChangeKind.LOWERED
    if len(mended(record.id, editions[1])) > len(mended(record.id, editions[0])):
        return ChangeKind.CORRECTED
    if any(corrects(ref, old, new, editions) for ref in new):
        return ChangeKind.CORRECTED
    return ChangeKind.NEW if new.keys() - old.keys() else None


def mended(name, edition):
    return getattr(edition.by_id[name], "corrections", ())


def standing(name, edition):
    record = edition.by_id[name]
    if isinstance(record, Event | Relation):
        return status(record, edition).name
    affirmed = {ref for ref, said in stated(edition, name).items() if said.stance in AFFIRMING}
    fell = {ref for ref, fall in ended_in(record, edition).items() if not fall.stands}
    return "withdrawn" if affirmed and fell >= affirmed else None


def alone(ref, edition):
    record = edition.by_id[ref.record]
    favours = record.favours if isinstance(record, Series) else None
    return statement_status(edition.statements[ref], edition, favours=favours).name


def corrects(ref, old, new, editions):
    said = new[ref]
    if ref not in old:
        revised = getattr(said, "revised", None)
        return said.stance == "withdraws" or revised or any(renumbers(said, other) for other in old.values())
    if not isinstance(editions[1].by_id[ref.record], Event | Relation) and alone(ref, editions[0]) != alone(
        ref, editions[1]
    ):
        return True
    sources = ({c.source: edition.source(c) for c in edition.statements[ref].cite} for edition in editions)
    then, now = sources
    return any(now[name].retracted and not then[name].retracted for name in then)


def renumbers(new, old):
    if not hasattr(new, "as_of") or old.stance not in AFFIRMING:
        return False
    same = (new.by, new.as_of, new.period) == (old.by, old.as_of, old.period)
    return same and new.stance in AFFIRMING and new.bounds != old.bounds
