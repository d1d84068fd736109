"""The rows settings are made of: words at the left, a control at the right, groups in cards.

Promise: in a narrow window the control moves under its words, and nothing is cut off.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Card, Separator
from panda_desktop.ui.settings.hit_label import HitLabel, has_all
from panda_desktop.ui.theme import look

_STACK_BELOW: Final = 460


class SettingRow(QWidget):
    """One setting."""

    def __init__(
        self,
        title: str,
        note: str,
        control: QWidget,
        *,
        wide: bool = False,
        keywords: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Makes the row.

        Args:
            title: what the setting is.
            note: one sentence more, or nothing.
            control: the widget that changes it.
            wide: the control takes the whole width, under its words.
            keywords: more words the search finds it by, translated, separated by spaces.
            parent: the owner.
        """
        super().__init__(parent)
        self._wide = wide
        self._keywords = keywords
        self._of_use = True
        self._found = True
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        self.title = HitLabel(title)
        self.title.setBuddy(control)
        words.addWidget(self.title)
        self.note = HitLabel(note, "small")
        words.addWidget(self.note)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self.note.setVisible(bool(note))  # it has a parent by now; without one it would be a window
        self._row.addWidget(control, 0 if not wide else 1)
        self._control = control
        if note and not control.accessibleDescription():
            control.setAccessibleDescription(note)
        self._arrange(stacked=wide)
        self._fit()
        look().changed.connect(self._fit)

    def set_note(self, note: str) -> None:
        """Changes the sentence under the title."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def search(self, words: Sequence[str], *, whole: bool = False) -> bool:
        """Shows itself only if it has all these words (in lower case), or if `whole` does, and marks them.

        Returns whether it is shown.
        """
        text = f"{self.title.text()} {self.note.text()} {self._keywords}"
        self._found = whole or has_all(text, words)
        self.title.mark(words)
        self.note.mark(words)
        super().setVisible(self._of_use and self._found)
        return self._of_use and self._found

    def setVisible(self, visible: bool) -> None:
        """Says whether the row is of use now; a search may hide it all the same."""
        self._of_use = visible
        super().setVisible(visible and self._found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stacks the row when it is narrow."""
        super().resizeEvent(event)
        self._arrange(stacked=self._wide or self.width() < look().pixels(_STACK_BELOW))

    def _fit(self) -> None:
        self._row.setContentsMargins(16, look().pad(12), 16, look().pad(12))

    def _arrange(self, *, stacked: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._row.setSpacing(8 if stacked else 16)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        alignment = Qt.AlignmentFlag(0) if self._wide else side | Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._control, alignment)


class SettingGroup(QWidget):
    """A heading and a card with rows."""

    def __init__(
        self, title: str, rows: list[QWidget], *, keywords: str = "", parent: QWidget | None = None
    ) -> None:
        """Makes the group; without a title there is no heading. `keywords` find all of it."""
        super().__init__(parent)
        self._keywords = keywords
        self._rows = tuple(rows)
        self._lines: list[Separator] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = HitLabel(title, "strong")
        column.addWidget(self.title)
        self.title.setVisible(bool(title))
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(0)
        for index, row in enumerate(rows):
            if index:
                self._lines.append(Separator())
                inside.addWidget(self._lines[-1])
            inside.addWidget(row)
            row.installEventFilter(self)
        column.addWidget(card)
        self._draw_lines()

    def search(self, words: Sequence[str], *, whole: bool = False) -> bool:
        """Shows only rows with all these words (in lower case), or all of them if `whole` or its title does.

        Returns whether a row is left; the group hides without one.
        """
        whole = whole or has_all(f"{self.title.text()} {self._keywords}", words)
        self.title.mark(words)
        left = any([_find_in(row, words, whole=whole) for row in self._rows])
        self.setVisible(left)
        return left

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draws lines only between rows that are shown."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._draw_lines()
        return super().eventFilter(watched, event)

    def _draw_lines(self) -> None:
        above = not self._rows[0].isHidden() if self._rows else False
        for line, row in zip(self._lines, self._rows[1:], strict=True):
            line.setVisible(above and not row.isHidden())
            above = above or not row.isHidden()


def _find_in(row: QWidget, words: Sequence[str], *, whole: bool) -> bool:
    """Has a row looked through; what is no `SettingRow` stays with its group."""
    if isinstance(row, SettingRow):
        return row.search(words, whole=whole)
    return whole or has_all(" ".join(label.text() for label in row.findChildren(QLabel)), words)
