"""The rows settings are made of: words at the left, a control at the right, groups in cards.

Promise: in a narrow window the control moves under its words, and nothing is cut off.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Card, Label, Separator
from panda_desktop.ui.theme import look

_STACK_BELOW: Final = 460


class SettingRow(QWidget):
    """One setting."""

    def __init__(
        self, title: str, note: str, control: QWidget, *, wide: bool = False, parent: QWidget | None = None
    ) -> None:
        """Makes the row.

        Args:
            title: what the setting is.
            note: one sentence more, or nothing.
            control: the widget that changes it.
            wide: the control takes the whole width, under its words.
            parent: the owner.
        """
        super().__init__(parent)
        self._wide = wide
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        self.title = Label(title)
        self.title.setBuddy(control)
        words.addWidget(self.title)
        self.note = Label(note, "small", wrap=True)
        self.note.setVisible(bool(note))
        words.addWidget(self.note)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._row.addWidget(control, 0 if not wide else 1)
        self._control = control
        if note and not control.accessibleDescription():
            control.setAccessibleDescription(note)
        self._arrange(stacked=wide)

    def set_note(self, note: str) -> None:
        """Changes the sentence under the title."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stacks the row when it is narrow."""
        super().resizeEvent(event)
        self._arrange(stacked=self._wide or self.width() < look().pixels(_STACK_BELOW))

    def _arrange(self, *, stacked: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._row.setSpacing(8 if stacked else 16)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        alignment = Qt.AlignmentFlag(0) if self._wide else side | Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._control, alignment)


class SettingGroup(QWidget):
    """A heading and a card with rows."""

    def __init__(self, title: str, rows: list[QWidget], *, parent: QWidget | None = None) -> None:
        """Makes the group."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(title, "strong"))
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(0)
        for index, row in enumerate(rows):
            if index:
                inside.addWidget(Separator())
            inside.addWidget(row)
        column.addWidget(card)
