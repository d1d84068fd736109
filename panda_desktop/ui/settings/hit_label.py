"""A label in which the words of a search are marked.

Promise: marking changes nothing but the paint: text, size and what a screen reader hears stay.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption

from panda_desktop.ui.kit.breaking import BreakingLabel
from panda_desktop.ui.theme import look


class HitLabel(BreakingLabel):
    """A label that can mark words."""

    _words: tuple[str, ...] = ()

    def mark(self, words: Sequence[str]) -> None:
        """Marks these words, given in lower case, wherever they occur; none for no marks."""
        if tuple(words) != self._words:
            self._words = tuple(words)
            self.update()

    def hits(self) -> list[tuple[int, int]]:
        """Returns what is marked, as beginning and length."""
        text = self.text().lower()
        found = []
        for word in self._words:
            start = text.find(word) if word else -1
            while start >= 0:
                found.append((start, len(word)))
                start = text.find(word, start + len(word))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the text, with the marks behind their words."""
        hits = self.hits()
        if not hits:
            super().paintEvent(event)
            return
        area = self.contentsRect()
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        wrap = QTextOption.WrapMode
        option.setWrapMode(wrap.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = area.top() + max(0.0, (area.height() - height) / 2)
        layout.draw(painter, QPointF(area.left(), top), [_marked(*hit) for hit in hits])
        painter.end()


def has_all(text: str, words: Sequence[str]) -> bool:
    """Whether every one of these words, in lower case, is in a text."""
    text = text.casefold()
    return all(word in text for word in words)


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    look_of_it = QTextCharFormat()
    look_of_it.setBackground(QColor(look().theme.selection))
    look_of_it.setForeground(QColor(look().theme.text))
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, length
    marked.format = look_of_it
    return marked
