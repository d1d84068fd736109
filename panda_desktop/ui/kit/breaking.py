"""A paragraph of plain text that breaks a long word where the line is full: an address, a number, a name.

Promise: no letter is ever cut off at the side, however narrow it is, and what is copied has no marks in it.
"""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit.labels import Label

_BREAK: Final = "\u200b"
"""A place without width where Qt may begin a new line."""

_HIGH: Final = 1_000_000
"""Pixels, more than any text takes."""


class BreakingLabel(Label):
    """A paragraph. `QLabel` breaks lines between words only, so places to break are put into long words."""

    def __init__(self, text: str = "", role: str = "body", *, parent: QWidget | None = None) -> None:
        """Makes the paragraph."""
        self._whole = ""
        super().__init__("", role, wrap=True, parent=parent)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Sets the text."""
        self._whole = text
        self.setAccessibleName(text)
        self._show_broken()

    def text(self) -> str:
        """Returns the text as it was given."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Allows a few letters in a line."""
        metrics = self.fontMetrics()
        return QSize(4 * metrics.averageCharWidth(), metrics.height())

    def heightForWidth(self, width: int) -> int:
        """Returns the height of all lines at `width`, before they are broken for it too."""
        broken = self._broken(width)
        if broken == super().text():
            return super().heightForWidth(width)
        # As `QLabel` does it: lines with letters of another font, such as Chinese ones, are higher.
        room = QRect(0, 0, width, _HIGH)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, broken).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the words for the new width."""
        super().resizeEvent(event)
        self._show_broken()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies what is selected, as it was given."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers to copy."""
        from panda_desktop.ui.kit.menus import Menu  # seldom opened

        menu = Menu(self)
        menu.add(self.tr("Copy"), self.copy, shortcut="Ctrl+C", enabled=self.hasSelectedText())
        menu.add(self.tr("Select all"), self.select_all)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Copies what is selected."""
        QGuiApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))

    def select_all(self) -> None:
        """Selects the whole text."""
        self.setSelection(0, len(_units(super().text())) // 2)

    def _show_broken(self) -> None:
        broken = self._broken(self.contentsRect().width())
        if broken != super().text():
            super().setText(broken)

    def _broken(self, width: int) -> str:
        """Returns the text with places to break at the ends of its lines, where these are within a word."""
        if self.fontMetrics().horizontalAdvance(self._whole) <= width:
            return self._whole
        pieces = self._lines(width)
        return "".join(
            piece if piece[-1:].isspace() or following[:1].isspace() else piece + _BREAK
            for piece, following in pairwise([*pieces, " "])
        )

    def _lines(self, width: int) -> list[str]:
        """Returns the text in the lines it has at `width`."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines: list[str] = []
        for paragraph in self._whole.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            units = _units(paragraph)
            first = len(lines)
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width - 1))
                begin = 2 * line.textStart()
                lines.append(_text(units[begin : begin + 2 * line.textLength()]))
            layout.endLayout()
            lines[first:] = lines[first:] or [""]
            lines[-1] += "\n"
        lines[-1] = lines[-1].removesuffix("\n")
        return lines


def _units(text: str) -> bytes:
    """Returns a text as Qt counts it."""
    return text.encode("utf-16-le", "surrogatepass")


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")
