"""What is said when the window is closed while paid requests wait for their answer.

Promise: closing never throws an answer away without a word, and a second close always works.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from panda_desktop.domain.jobs import JobKind, JobState
from panda_desktop.services.contract import JobCommands
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.window import MainWindow

_KEY: Final = "leaving"
_HELD: Final = frozenset({JobState.SUBMITTING})
"""Only these lose their answer: all others go on where they are at the next start."""


class Leaving(QObject):
    """Decides whether the window may close."""

    def __init__(self, window: MainWindow, jobs: JobCommands, leave: Callable[[], object]) -> None:
        """`leave` ends the program."""
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._leave = leave
        self._warned = False
        window.may_close = self._may_close
        window.closing.connect(leave)

    def _may_close(self) -> bool:
        held = sum(job.state in _HELD for kind in JobKind for job in self._jobs.jobs(kind))
        if not held or self._warned:
            return True
        self._warned = True
        words = (
            self.tr(
                "A picture or video is still being waited for. If you quit now, its answer is lost here and "
                "it may be charged all the same."
            )
            if held == 1
            else self.tr(
                "{count} pictures or videos are still being waited for. If you quit now, their answers are "
                "lost here and they may be charged all the same."
            ).format(count=held)
        )
        actions = (
            NoticeAction(self.tr("Keep running"), self._stay),
            NoticeAction(self.tr("Quit anyway"), self._leave),
        )
        self._window.notices.show_notice(Notice(words, NoticeLevel.WARNING, actions, key=_KEY))
        return False

    def _stay(self) -> None:
        self._warned = False
