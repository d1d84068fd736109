"""The days of the person's own calendar that moments belong to.

Promise: quick for many moments that follow each other, right across days of 23 and 25 hours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Items of one day that stand together: the ISO day, the row of the first, and how many."""

    day: str
    first: int
    count: int


def days_of(moments: Iterable[datetime]) -> list[str]:
    """Returns the ISO day of each moment in the time zone of this computer."""
    days: list[str] = []
    begin = end = datetime.fromtimestamp(0, UTC)
    day = ""
    for moment in moments:
        if not begin <= moment < end:
            day, begin, end = _around(moment)
        days.append(day)
    return days


def _around(moment: datetime) -> tuple[str, datetime, datetime]:
    """Returns the ISO day of a moment, and a stretch around it that is surely inside of that day."""
    try:
        local = moment.astimezone()
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
        # Midnight by the clock of now: on the day it is changed it was up to two hours earlier or later.
        begin = min(midnight + timedelta(hours=2), moment)
        end = max(midnight + timedelta(hours=22), moment + timedelta(microseconds=1))
        return local.date().isoformat(), begin, end
    except (OverflowError, ValueError, OSError):  # before or after all calendars, by a wrong clock
        return moment.date().isoformat(), moment, moment


def groups_of(moments: Iterable[datetime]) -> tuple[DayGroup, ...]:
    """Returns the runs of moments of one day."""
    groups: list[DayGroup] = []
    first, current, row = 0, "", -1
    for row, day in enumerate(days_of(moments)):
        if day != current:
            if row > first:
                groups.append(DayGroup(current, first, row - first))
            first, current = row, day
    if row >= first and current:
        groups.append(DayGroup(current, first, row + 1 - first))
    return tuple(groups)
