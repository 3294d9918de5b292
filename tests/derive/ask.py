"""Questions about one record of some facts, as tests ask them: now, or as known on a day."""

from datetime import date

from generator.derive import common_ground as _common_ground
from generator.derive.annotations import annotate
from generator.derive.common_ground import CommonGround
from generator.derive.corroboration import IndependentSpeaker, Interest
from generator.derive.corroboration import independent_speakers as _independent_speakers
from generator.derive.disagreements import Disagreement
from generator.derive.endings import Ended
from generator.derive.index import index
from generator.derive.positions import positions_on, statement_history
from generator.derive.status import Status, status_timeline
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts, StatedRecord, Statement
from generator.model.refs import Ref


def status(record: Event | Relation, facts: Facts, day: date | None = None) -> Status:
    annotations = facts.once(annotate)
    return annotations.status(record).on(day or annotations.until)


def history(record: Event | Relation, facts: Facts) -> tuple[Status, ...]:
    return facts.once(annotate).status(record).history


def statement_status(
    statement: Statement, facts: Facts, day: date | None = None, *, favours: tuple[str, ...] | None = None
) -> Status:
    annotations = facts.once(annotate)
    sources = dict(annotations.sources)
    missing = [cite.source for cite in statement.cite if cite.source not in sources]
    assert not missing, missing
    one = statement_history(Ref("lone", "statement"), statement, sources)
    timeline = status_timeline((one,), Interest(favours, annotations.sides), annotations.until)
    return timeline.on(day or annotations.until)


def independent_speakers(
    record: Event | Relation, facts: Facts, day: date | None = None
) -> tuple[IndependentSpeaker, ...]:
    annotations = facts.once(annotate)
    affirming = positions_on(annotations.of(record), day or annotations.until).affirming
    return _independent_speakers(affirming, Interest(record.favours, annotations.sides))


def ended_in(record: object, facts: Facts, day: date | None = None) -> dict[Ref, Ended]:
    return facts.once(annotate).ended(record, day) if isinstance(record, StatedRecord) else {}


def ended_statements(facts: Facts, day: date | None = None) -> dict[Ref, Ended]:
    return {ref: end for record in facts.records() for ref, end in ended_in(record, facts, day).items()}


def disagreements(facts: Facts) -> tuple[Disagreement, ...]:
    return tuple(facts.once(index).disagreements.values())


def common_ground(found: Disagreement, facts: Facts) -> CommonGround:
    return _common_ground.common_ground(found, facts.by_id[found.record], facts.once(annotate))
