"""One step back: from the trash, from the archive, a folder that was deleted.

Promise: Ctrl+Z does what the button of the notice does, once, also when the notice has gone; in a field it
takes back what was typed as long as there is such a thing.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from panda_desktop.ui.kit import Notice, NoticeAction, NoticeHost, TextArea

_KEY: Final = "undo"


class Undo(QObject):
    """The last thing that can be taken back."""

    def __init__(self, host: NoticeHost, parent: QObject | None = None) -> None:
        """Says in `host` what was done."""
        super().__init__(parent)
        self._host = host
        self._step: Callable[[], object] | None = None
        self._number = 0

    def offer(self, words: str, step: Callable[[], object]) -> None:
        """Says what was done; `step` takes it back."""
        self._number += 1
        number = self._number
        self._step = step
        action = NoticeAction(self.tr("Undo"), lambda: self._take(number, step))
        self._host.show_notice(Notice(words, actions=(action,), key=f"{_KEY}-{number}"))

    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._step is not None

    def undo(self) -> None:
        """Takes the last one back. Does nothing when there is none."""
        if (step := self._step) is not None:
            number = self._number
            self._take(number, step)
            self._host.close_notice(f"{_KEY}-{number}")

    def watch(self, field: TextArea) -> None:
        """Lets Ctrl+Z through where the field has nothing of its own to take back."""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaves the key to the window while the field has no use for it."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, TextArea)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.can_undo()
            and not watched.document().isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _take(self, number: int, step: Callable[[], object]) -> None:
        if number == self._number:
            self._step = None
        step()
