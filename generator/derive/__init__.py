"""What follows from the facts: known days, status, control, disagreements. Pure functions."""

from generator.derive.change import Change, ChangeKind, DayOfChanges
from generator.derive.changes import changes, story_of_changes
from generator.derive.common_ground import CommonGround, common_ground
from generator.derive.contests import DisagreementKind
from generator.derive.control import Control, Holding, Run, control
from generator.derive.disagreements import Disagreement, Version, disagreement, disagreements
from generator.derive.edition import known_at
from generator.derive.edition_days import edition_days
from generator.derive.fallen import Fall, Fallen, fallen, fallen_in
from generator.derive.index import Index, index
from generator.derive.known import known_day
from generator.derive.open_questions import OpenQuestion, OpenReason, open_questions
from generator.derive.standing import Reason, Status
from generator.derive.status import history, statement_status, status
from generator.derive.voices import Voice, voices

__all__ = [
    "Change",
    "ChangeKind",
    "CommonGround",
    "Control",
    "DayOfChanges",
    "Disagreement",
    "DisagreementKind",
    "Fall",
    "Fallen",
    "Holding",
    "Index",
    "OpenQuestion",
    "OpenReason",
    "Reason",
    "Run",
    "Status",
    "Version",
    "Voice",
    "changes",
    "common_ground",
    "control",
    "disagreement",
    "disagreements",
    "edition_days",
    "fallen",
    "fallen_in",
    "history",
    "index",
    "known_at",
    "known_day",
    "open_questions",
    "statement_status",
    "status",
    "story_of_changes",
    "voices",
]
