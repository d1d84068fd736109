"""Days and times in words.

Promise: a day is the person's own, in their time zone and language.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from panda_desktop.domain.media import MediaItem


def date_and_time(when: datetime) -> str:
    """Returns day and time, short, as people here write it."""
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def day_words(day: str, today: date | None = None) -> str:
    """Returns an ISO day as a heading: “Today”, “Yesterday”, else the date."""
    shown, now = date.fromisoformat(day), today or datetime.now().astimezone().date()
    if shown == now:
        return QCoreApplication.translate("Days", "Today")
    if shown == now - timedelta(days=1):
        return QCoreApplication.translate("Days", "Yesterday")
    return QLocale().toString(QDate(shown.year, shown.month, shown.day), QLocale.FormatType.LongFormat)


def days_of(items: Iterable[MediaItem]) -> list[str]:
    """Returns the ISO day of each item; quick for many items that follow each other in time."""
    days: list[str] = []
    begin = end = datetime.fromtimestamp(0, UTC)
    day = ""
    for item in items:
        if not begin <= item.created_at < end:
            local = item.created_at.astimezone()
            midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
            begin = midnight.astimezone(UTC)
            # Days of 23 and 25 hours: a stretch that is surely inside is enough.
            end = max(begin + timedelta(hours=22), local.astimezone(UTC) + timedelta(microseconds=1))
            day = local.date().isoformat()
        days.append(day)
    return days
