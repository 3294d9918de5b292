"""Times of day: as a source gives them, with its offset from UTC, and as the clocks of a zone showed them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as clock_time
from functools import cache
from zoneinfo import ZoneInfo


class NoSuchTimeError(ValueError):
    """The clocks of a zone never showed that time: they were put forward over it."""


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A minute or second as the clocks of a zone showed it; ``offset`` in seconds east of UTC, if known."""

    day: tuple[int, int, int]
    time: str
    offset: int | None


def local_time(day: tuple[int, int, int], time: str, offset: str | None, zone: str | None) -> LocalTime:
    """Give a time of day in a zone. One without an offset is that of the zone already.

    Without a zone the time stays as written. Where the clocks showed a time twice the first is taken, unless
    the offset says which. Raises NoSuchTimeError, and OverflowError beyond the years 1 to 9999.
    """
    written = None if offset is None else _seconds(offset)
    if zone is None or not 1 <= day[0] <= 9999:
        return LocalTime(day, time, written)
    clock = datetime.combine(date(*day), clock_time.fromisoformat(time), _zone(zone))
    if written is None:
        if clock.astimezone(UTC).astimezone(clock.tzinfo).replace(tzinfo=None) != clock.replace(tzinfo=None):
            raise NoSuchTimeError
    else:
        clock = clock.replace(tzinfo=timezone(timedelta(seconds=written))).astimezone(_zone(zone))
    form = "%H:%M:%S" if clock.second else "%H:%M"
    shift = clock.utcoffset() or timedelta()
    return LocalTime((clock.year, clock.month, clock.day), clock.strftime(form), round(shift.total_seconds()))


def seconds_of(time: str) -> int:
    """Give the seconds since midnight of ``HH:MM`` or ``HH:MM:SS``."""
    hours, minutes, seconds = (*map(int, time.split(":")), 0)[:3]
    return hours * 3600 + minutes * 60 + seconds


def is_zone(name: str) -> bool:
    """Say whether this machine knows a zone of that name."""
    try:
        _zone(name)
    except (KeyError, ValueError, OSError):  # not found; no name of a zone at all; a folder of zones
        return False
    return True


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _seconds(offset: str) -> int:
    if offset == "Z":
        return 0
    hours, _, minutes = offset[1:].partition(":")
    return (-1 if offset[0] == "-" else 1) * (int(hours) * 3600 + int(minutes or 0) * 60)
