"""Notices about how this run has begun.

Promise: each is said once, with what it means for the person's data and the next step.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from panda_desktop.domain.backups import SalvageReport
from panda_desktop.ui.crash_report import CrashReport
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.window import MainWindow
from panda_desktop.ui.wiring.settings import open_folder


class Beginning(QObject):
    """Says what was unusual."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        """`folder` is the data folder."""
        super().__init__(window)
        self._window = window
        self._open = NoticeAction(self.tr("Open the data folder"), lambda: open_folder(folder))
        self.report: CrashReport | None = None

    def say_read_only(self) -> None:
        """The folder cannot be written."""
        words = self.tr(
            "The data folder cannot be written, so everything can be read and nothing is sent. What you "
            "change now is not kept. Give yourself the right to write there, then start again."
        )
        self._say(words, "read-only", NoticeLevel.WARNING, self._open)

    def say_restored(self) -> None:
        """A backup is in use now."""
        words = self.tr("The backup is in use now. What was here before is kept in the folder “set-aside”.")
        self._say(words, "restored", NoticeLevel.INFO, self._open)

    def say_salvaged(self, report: SalvageReport) -> None:
        """What could be read is in use now."""
        found = self.tr("Taken over: {chats} chats with {messages} messages, {items} pictures and videos.")
        words = found.format(chats=report.chats, messages=report.messages, items=report.items)
        if report.lost:
            words += " " + self.tr("%n entries could not be read.", "", report.lost)
        words += " " + self.tr("The damaged file is kept in the folder “set-aside”.")
        level = NoticeLevel.WARNING if report.lost else NoticeLevel.INFO
        self._say(words, "salvaged", level, self._open)

    def say_lost_log(self) -> None:
        """What lay beside the database did not belong to it."""
        words = self.tr(
            "The file with the last changes was damaged or from elsewhere, so the last messages may be "
            "missing. It is kept in the folder “set-aside”."
        )
        self._say(words, "lost-log", NoticeLevel.WARNING, self._open)

    def say_crashed(self, text: Callable[[], str], forget: Callable[[], object]) -> None:
        """The last run did not end well; `text` reads the report, `forget` deletes it."""
        words = self.tr(
            "Panda did not end well last time. Your chats are saved. There is a report that you can read."
        )
        read = NoticeAction(self.tr("Read the report"), lambda: self._show(text(), forget))
        self._say(words, "crashed", NoticeLevel.INFO, read, NoticeAction(self.tr("Delete it"), forget))

    def _show(self, text: str, forget: Callable[[], object]) -> None:
        self.report = CrashReport(text, self._window)
        self.report.delete_wanted.connect(forget)
        self.report.show()

    def _say(self, words: str, key: str, level: NoticeLevel, *actions: NoticeAction) -> None:
        self._window.notices.show_notice(Notice(words, level, actions, key=key, lasting=True))
