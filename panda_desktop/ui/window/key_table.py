"""One table of the sheet of keys: a heading, and lines with keys at their end.

Promise: a line is never cut off; its words break into more lines where the room is narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from panda_desktop.ui.kit import give_role, paint_focus_ring
from panda_desktop.ui.theme import look
from panda_desktop.ui.window.fixed_keys import KeyLine, KeyTable

_GAP: Final = 12
_BETWEEN: Final = 4
_WRAP: Final = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class _Placed:
    line: KeyLine
    words: QRect
    caps: tuple[tuple[str, QRect], ...]


class KeyTableView(QWidget):
    """A table; it can be focused, so that it is read out."""

    def __init__(self, table: KeyTable, *, parent: QWidget | None = None) -> None:
        """Shows all lines of a table."""
        super().__init__(parent)
        self._table = table
        self._lines: tuple[KeyLine, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_role(self, QAccessible.Role.Paragraph)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self.updateGeometry)
        self.show_lines("")

    def show_lines(self, words: str) -> int:
        """Shows the lines that have all these words in text, keys or heading; returns how many there are."""
        wanted = words.casefold().split()
        self._lines = tuple(line for line in self._table.lines if self._has(line, wanted))
        self.setAccessibleName(self._table.title)
        self.setAccessibleDescription("; ".join(self._spoken(line) for line in self._lines))
        if self.parentWidget() is not None:  # without one it would be a window
            self.setVisible(bool(self._lines))
        self.updateGeometry()
        self.update()
        return len(self._lines)

    def lines(self) -> tuple[KeyLine, ...]:
        """Returns the lines that are shown."""
        return self._lines

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines with their words broken to the width."""
        placed = self._place(width)
        bottom = max((max(each.words.bottom(), each.caps[0][1].bottom()) for each in placed), default=0)
        return bottom + 5

    def sizeHint(self) -> QSize:
        """As high as it is at a usual width."""
        width = look().pixels(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May become narrow."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws heading and lines."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().body_font(bold=True))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRect(6, 4, self.width() - 12, self._heading()), _WRAP, self._table.title)
        for placed in self._place(self.width()):
            painter.setFont(look().body_font())
            painter.setPen(QColor(theme.text))
            painter.drawText(placed.words, _WRAP, placed.line.text)
            painter.setFont(look().small_font())
            for keys, area in placed.caps:
                painter.setPen(QPen(QColor(theme.line), 1))
                painter.setBrush(QColor(theme.side))
                painter.drawRoundedRect(area, 5, 5)
                painter.setPen(QColor(theme.muted))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), keys)
        painter.end()
        paint_focus_ring(self, radius=8)

    def _heading(self) -> int:
        return QFontMetrics(look().body_font(bold=True)).height() + 4

    def _place(self, width: int) -> list[_Placed]:
        top, placed = self._heading() + 8, []
        for line in self._lines:
            placed.append(_placed(line, top, width, look().body_font(), look().small_font()))
            top = (
                max(placed[-1].words.bottom(), *(area.bottom() for _, area in placed[-1].caps)) + 1 + _BETWEEN
            )
        return placed

    def _has(self, line: KeyLine, wanted: Sequence[str]) -> bool:
        text = f"{self._table.title} {line.text} {' '.join(line.keys)} {' '.join(_native(line))}".casefold()
        return all(word in text for word in wanted)

    def _spoken(self, line: KeyLine) -> str:
        return f"{line.text}: {', '.join(_native(line))}"


def _placed(line: KeyLine, top: int, width: int, body: QFont, small: QFont) -> _Placed:
    """Puts the keys at the end of the line and the words before them, or below them."""
    metrics, words = QFontMetrics(small), QFontMetrics(body)
    height = metrics.height() + 6
    widths = [max(metrics.horizontalAdvance(keys) + 12, height) for keys in _native(line)]
    across = sum(widths) + 4 * (len(widths) - 1)
    beside = across + _GAP <= (width - 12) * 0.62
    room = width - 12 - (across + _GAP if beside else 0)
    need = words.boundingRect(QRect(0, 0, max(room, 40), 10_000), _WRAP, line.text).height()
    text = QRect(6, top, room, max(need, height) if beside else need)
    x = width - 6 - across if beside else 6
    y = top if beside else text.bottom() + 3
    caps = []
    for keys, each in zip(_native(line), widths, strict=True):
        if not beside and x > 6 and x + each > width - 6:
            x, y = 6, y + height + 3
        caps.append((keys, QRect(x, y, each, height)))
        x += each + 4
    return _Placed(line, text, tuple(caps))


def _native(line: KeyLine) -> list[str]:
    return [_named(keys) for keys in line.keys]


def _named(keys: str) -> str:
    """Names keys as the program's sentences do: Enter is what stands on the key that Qt calls “Return”."""
    form = QKeySequence.SequenceFormat.NativeText
    own = QKeySequence("Return").toString(form)
    shown = QKeySequence(keys).toString(form) or keys
    return shown.replace(own, "Enter") if own.isalpha() else shown
