"""What is said above the composer while an answer waits: until when, and how to end it.

Promise: spoken once; only the time in it goes on.
"""

import math
import time
from typing import Final

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from panda_desktop.domain.waits import Wait, WaitKind
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeBar, NoticeHost, NoticeLevel
from panda_desktop.ui.wording import duration
from panda_desktop.viewmodels.chat import ChatModel

_KEY: Final = "answer-waits"
_TICK_MS: Final = 1_000


class Waits(QObject):
    """The notice about the open chat's answer."""

    def __init__(self, chat: ChatModel, host: NoticeHost, parent: QObject | None = None) -> None:
        """Shows in `host` what `chat` waits for."""
        super().__init__(parent)
        self._chat = chat
        self._host = host
        self._bar: NoticeBar | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        chat.wait_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        wait = self._chat.wait
        if wait is None:
            self._ticks.stop()
            self._bar = None
            self._host.close_notice(_KEY)
            return
        asked = wait.kind is WaitKind.ASKED_TO_WAIT
        end = NoticeAction(self.tr("Cancel") if asked else self.tr("Stop"), self._chat.stop)
        self._bar = self._host.show_notice(Notice(self._words(wait), NoticeLevel.WARNING, (end,), key=_KEY))
        self._bar.closed.connect(self._closed)
        self._ticks.start()

    def _closed(self) -> None:
        self._ticks.stop()
        self._bar = None

    def _tick(self) -> None:
        # Too many notices at once push the oldest out.
        if self._bar is not None and isValid(self._bar) and (wait := self._chat.wait) is not None:
            self._bar.set_text(self._words(wait))

    def _words(self, wait: Wait) -> str:
        now = time.monotonic()
        if wait.kind is WaitKind.ASKED_TO_WAIT:
            words = self.tr(
                "Too many requests in a short time. Your message is sent once more in {time}; nothing was "
                "charged so far."
            )
            return words.format(time=duration(math.ceil(max(0.0, wait.at - now))))
        words = self.tr(
            "No data for {time}. The answer may still come; if you stop it, what has arrived is kept."
        )
        return words.format(time=duration(now - wait.at))
