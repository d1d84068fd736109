"""The time of something in a list, as short as can be.

Promise: what is of today shows the time of day, what is of this week the weekday, the rest the date.
"""

from datetime import date, datetime
from functools import cache

from PySide6.QtCore import QDate, QLocale, QTime


def short_time(moment: datetime, today: date | None = None) -> str:
    """Returns the time of day for today, the weekday for the last week, else the date, in local time."""
    local = moment.astimezone()
    days = ((today or date.today()) - local.date()).days
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    if days <= 0:
        return locale.toString(QTime(local.hour, local.minute), _time_format(locale.name()))
    if days < 7:
        return locale.dayName(local.isoweekday(), short)
    return locale.toString(QDate(local.year, local.month, local.day), short)


@cache
def _time_format(_locale: str) -> str:
    """Returns the format of a time of day in the locale in force; Qt takes half a millisecond to find it."""
    return QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(":ss", "")
