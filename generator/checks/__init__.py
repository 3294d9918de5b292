"""Rules that need more than one value: one small generator of findings each, in a plain tuple.

To add a check, write ``def what_is_wrong(facts) -> Iterator[Finding]`` in the file of its family,
put it into ``CHECKS``, document its code in ``docs/about/problems.md`` and give it a row in
``tests/checks``. A check reads any facts that could be typed, also those with other problems.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from generator.checks.attribution import cited_though_left_out, not_misattributed
from generator.checks.control import control_conflicts, groundless_changes
from generator.checks.corrections import corrected_in_future, corrected_unknown
from generator.checks.counts import count_in_note
from generator.checks.dates import (
    accessed_in_future,
    as_of_in_future,
    changes_too_early,
    event_in_future,
    published_after_accessed,
    reported_too_early,
    unknown_narrowings,
)
from generator.checks.days import untold_days
from generator.checks.figures import (
    as_of_before_period,
    mixed_series,
    parts_do_not_add,
    parts_exceed_total,
    running_total_falls,
)
from generator.checks.ids import (
    duplicate_ids,
    duplicate_statements,
    rival_claims,
    same_statements,
)
from generator.checks.namesakes import shared_names
from generator.checks.places import bad_coordinates, bad_frame, outside_frame
from generator.checks.prose import groundless_citations, stale_reviews
from generator.checks.references import (
    derivation_cycles,
    self_relations,
    unknown_ids,
    within_cycles,
    wrong_kinds,
)
from generator.checks.retired import retired_in_future, retired_in_use, retired_loops, retired_twice
from generator.checks.rivals import compatible_rivals
from generator.checks.sides import groundless_sides, missing_sides
from generator.checks.sources import shared_hosts
from generator.checks.stances import (
    concedes_own_gain,
    denial_without_assertion,
    single_speaker_confirmed,
    withdrawal_without_assertion,
)
from generator.checks.taken import taken_ids
from generator.checks.ties import denials_of_something, untied_claims
from generator.checks.told_order import told_as_reply
from generator.checks.twice import said_twice
from generator.checks.usage import tier_c_notes, unused_entries
from generator.checks.voices import one_place
from generator.checks.words import bad_time_zone, headline_order, missing_language, unknown_language
from generator.model.facts import Facts
from generator.problems import Finding

Check: TypeAlias = Callable[[Facts], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    unknown_ids,
    wrong_kinds,
    duplicate_ids,
    taken_ids,
    duplicate_statements,
    same_statements,
    rival_claims,
    compatible_rivals,
    self_relations,
    within_cycles,
    derivation_cycles,
    bad_coordinates,
    bad_frame,
    outside_frame,
    reported_too_early,
    published_after_accessed,
    accessed_in_future,
    as_of_in_future,
    changes_too_early,
    event_in_future,
    unknown_narrowings,
    parts_exceed_total,
    parts_do_not_add,
    running_total_falls,
    mixed_series,
    as_of_before_period,
    single_speaker_confirmed,
    concedes_own_gain,
    denial_without_assertion,
    withdrawal_without_assertion,
    one_place,
    groundless_changes,
    untied_claims,
    denials_of_something,
    control_conflicts,
    missing_sides,
    groundless_sides,
    shared_names,
    said_twice,
    shared_hosts,
    not_misattributed,
    cited_though_left_out,
    tier_c_notes,
    unused_entries,
    retired_in_use,
    retired_twice,
    retired_loops,
    retired_in_future,
    corrected_in_future,
    corrected_unknown,
    groundless_citations,
    stale_reviews,
    count_in_note,
    told_as_reply,
    untold_days,
    missing_language,
    headline_order,
    unknown_language,
    bad_time_zone,
)


def check(facts: Facts, broken: frozenset[str], complete: bool) -> list[Finding]:
    """Run every check that can be right about these facts; the findings, sorted.

    ``broken`` holds ids that exist in the files but could not be typed: naming one is no
    problem of its own. When not ``complete``, some file could not be read at all, and nothing
    can be said to be missing.
    """
    findings: set[Finding] = set()
    for rule in CHECKS:
        if rule is unknown_ids:
            findings.update(unknown_ids(facts, broken) if complete else ())
        elif rule is unused_entries and (broken or not complete):
            continue  # what could not be read may use them
        else:
            findings.update(rule(facts))
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    # Lists and mappings never stand at the same step of a path, but words and numbers do not compare.
    path = tuple((isinstance(step, str), step) for step in finding.at)
    return finding.record, path, finding.code, finding.message, finding.hint
