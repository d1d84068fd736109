"""Takes what is typed or pasted over the messages into the message that is being written.

Promise: the keys of the messages stay theirs; nothing that a person types while reading is lost.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TypingOn(QObject):
    """Watches the messages for a letter, and leads it to the field."""

    def __init__(self, messages: QWidget, field: QWidget) -> None:
        """Watches `messages` as long as they live; `field` takes the text."""
        super().__init__(messages)
        self._field = field
        messages.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gives the focus to the field with the first letter, and the letter too."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _is_text(event):
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            QCoreApplication.sendEvent(self._field, event)
            return True
        return super().eventFilter(watched, event)


def _is_text(event: QKeyEvent) -> bool:
    """Whether a key writes or pastes something; a space scrolls."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return True
    letter = event.text()
    return bool(letter) and letter.isprintable() and not letter.isspace() and not event.modifiers() & ~_PLAIN
