"""Backups in words.

Promise: a day is the person's own; today and yesterday are called so.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale, QObject

from panda_desktop.domain.backups import Backup, BackupReason
from panda_desktop.ui.wording import file_size


class BackupWords(QObject):
    """Words for backups; a QObject because `tr` finds translations by class."""

    def when(self, made_at: datetime) -> str:
        """Returns a moment, such as “yesterday 18:00”."""
        moment = QDateTime.fromSecsSinceEpoch(int(made_at.timestamp()))
        time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
        today = datetime.now().astimezone().date()
        day = made_at.astimezone().date()
        if day == today:
            return self.tr("today {time}").format(time=time)
        if day == today - timedelta(days=1):
            return self.tr("yesterday {time}").format(time=time)
        return QLocale().toString(moment, QLocale.FormatType.ShortFormat)

    def about(self, backup: Backup) -> str:
        """Returns size and reason."""
        reason = {
            BackupReason.AUTOMATIC: self.tr("made by itself"),
            BackupReason.BY_HAND: self.tr("made by you"),
            BackupReason.UPDATE: self.tr("made before an update"),
        }[backup.reason]
        return self.tr("{size}, {reason}").format(size=file_size(backup.size), reason=reason)
