"""Dates as they leave the product: EDTF and ISO 8601, with seconds and offset where there is a time.

Editors write less: a time without seconds, without its offset, with a mark. ``Moment`` and ``When`` print
what they write; machines get what the standards have a form for, and never more than is known.
"""

from datetime import datetime, timedelta, timezone

from generator.model.dates import Moment, When


def edtf(when: When) -> str:
    """Give a date or period in EDTF, level 1; a period between times of day as ISO 8601 writes it.

    EDTF has no mark for a time: a day whose time is in doubt is written without it.
    """
    if not when.is_interval:
        return _edtf(when.start)
    left_out = "" if when.unknown else ".."
    return f"{_edtf(when.start) or left_out}/{_edtf(when.end) or left_out}"


def iso(moment: Moment | None) -> str:
    """Give a date in ISO 8601 as far as it is known for certain; "" where it is in doubt or has no such form.

    A day of May is in May: less precise, and as certain.
    """
    if moment is None or moment.mark or moment.season or moment.years > 1 or moment.is_long:
        return ""
    if moment.time:
        return _instant(moment)
    return moment.written_date.replace("-XX", "")


def _edtf(moment: Moment | None) -> str:
    if moment is None:
        return ""
    return _instant(moment) if moment.time and not moment.mark else f"{moment.written_date}{moment.mark}"


def _instant(moment: Moment) -> str:
    """Give a day with its time, with seconds and its offset from UTC where that is known."""
    assert moment.time and moment.month and moment.day
    time = moment.time if moment.time.count(":") > 1 else f"{moment.time}:00"
    if moment.offset is None:
        return f"{moment.written_date}T{time}"
    clock = datetime.fromisoformat(f"{moment.written_date}T{time}")
    if moment.offset % 60:
        # Before there were zones clocks differed by seconds, for which offsets have no form.
        return f"{(clock - timedelta(seconds=moment.offset)).isoformat()}Z"
    return clock.replace(tzinfo=timezone(timedelta(seconds=moment.offset))).isoformat()
