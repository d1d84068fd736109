"""Days and times in words.

Promise: a day is the person's own, in their time zone and language.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from panda_desktop.domain import days
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
    return days.days_of(item.created_at for item in items)
