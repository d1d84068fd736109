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
            local = moment.astimezone()
            midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
            begin = midnight.astimezone(UTC)
            # Days of 23 and 25 hours: a stretch that is surely inside is enough.
            end = max(begin + timedelta(hours=22), local.astimezone(UTC) + timedelta(microseconds=1))
            day = local.date().isoformat()
        days.append(day)
    return days


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
