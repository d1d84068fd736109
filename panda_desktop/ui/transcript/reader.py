"""One message as plain text with a cursor.

Promise: everything a text control can do with the keyboard and a screen reader (by character, word and line,
select, copy) can be done with a message; Escape goes back.
"""

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from panda_desktop.ui.transcript.style import Style

MAX_LINE: Final = 2_000
"""Longer lines are broken: Qt lays out a whole line at once."""
MAX_TEXT: Final = 200_000


class Reader(QPlainTextEdit):
    """A read-only text laid over a message.

    Signals:
        left: the person goes back to the conversation.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Makes it hidden."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setToolTip(self.tr("Escape goes back to the conversation"))
        self.hide()

    def read(self, name: str, text: str, place: QRect, style: Style) -> None:
        """Shows `text` at `place` and takes the keyboard focus; `name` says whose message it is."""
        self.setPlainText(broken_lines(text[:MAX_TEXT]))
        self.setAccessibleName(name)
        self.setFont(style.body)
        theme = style.theme
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.card}; color: {theme.text};"
            f" border: 2px solid {theme.focus}; border-radius: 10px; padding: 8px;"
            f" selection-background-color: {theme.selection}; selection-color: {theme.text}; }}"
        )
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes back on Escape and Tab."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Closes when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.hide()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


def broken_lines(text: str) -> str:
    """Returns text without lines that are too long for a text control."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.extend(line[start : start + MAX_LINE] for start in range(0, max(1, len(line)), MAX_LINE))
    return "\n".join(lines)
