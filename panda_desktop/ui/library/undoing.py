"""One step back in the library: from the trash, off a board, a board that was deleted.

Promise: Ctrl+Z does what the button of the notice does, once, also when the notice has gone.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from panda_desktop.ui.kit import Notice, NoticeAction, NoticeHost

_KEY: Final = "library-undo"


class Undoing(QObject):
    """The last thing that can be taken back."""

    def __init__(self, host: NoticeHost, parent: QObject | None = None) -> None:
        """Says in `host` what was done."""
        super().__init__(parent)
        self._host = host
        self._step: Callable[[], object] | None = None

    def offer(self, words: str, step: Callable[[], object]) -> None:
        """Says what was done; `step` takes it back."""
        self._step = step
        action = NoticeAction(self.tr("Undo"), lambda: self._take(step))
        self._host.show_notice(Notice(words, actions=(action,), key=_KEY))

    def undo(self) -> None:
        """Takes the last one back. Does nothing when there is none."""
        if self._step is not None:
            self._take(self._step)
            self._host.close_notice(_KEY)

    def _take(self, step: Callable[[], object]) -> None:
        if step is self._step:
            self._step = None
            step()
