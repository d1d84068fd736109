"""Signs that something is going on: a spinner, a moving line, the time that has passed.

Promise: they never invent a percentage, stand still when the system asks for less motion, and cost nothing
while hidden.
"""

import time
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit.labels import Label
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import duration

_FRAME_MS: Final = 40
_TURN_S: Final = 1.1
_SWEEP_S: Final = 1.6


class _Moving(QWidget):
    """Repaints itself while it is shown and motion is allowed."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setInterval(_FRAME_MS)
        self._clock.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Starts moving."""
        super().showEvent(event)
        if look().motion_allowed():
            self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops moving."""
        super().hideEvent(event)
        self._clock.stop()

    def phase(self, period: float) -> float:
        """Returns 0 to 1, once in `period` seconds; a fixed value when motion is not wanted."""
        return time.monotonic() % period / period if self._clock.isActive() else 0.1


class Spinner(_Moving):
    """A turning arc of the height of a line of text."""

    def __init__(self, name: str, *, size: int = 16, parent: QWidget | None = None) -> None:
        """Makes a spinner heard as `name`, such as “Sending”."""
        super().__init__(parent)
        self._side = size
        self.setAccessibleName(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Square; follows the text zoom."""
        side = look().pixels(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws ring and arc."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(theme.line), 2))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, round(-self.phase(_TURN_S) * 360 * 16) + 90 * 16, -100 * 16)
        painter.end()


class BusyBar(_Moving):
    """A 3-px line along which a short stretch travels: for the edge of a tile or card that waits."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Makes a line heard as `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line and its stretch."""
        theme = look().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.line))
        stretch = self.width() * 0.35
        left = self.phase(_SWEEP_S) * (self.width() + stretch) - stretch
        painter.fillRect(QRectF(left, 0, stretch, self.height()), QColor(theme.accent))
        painter.end()


class ElapsedLabel(Label):
    """Counts seconds: “14 s · usually 18 s”."""

    def __init__(self, *, role: str = "small", parent: QWidget | None = None) -> None:
        """Makes a label at rest."""
        super().__init__("", role, parent=parent)
        self._since: float | None = None
        self._usual: float | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._show)

    def start(self, elapsed: float = 0.0) -> None:
        """Starts counting from `elapsed` seconds."""
        self._since = time.monotonic() - elapsed
        self._show()
        self._clock.start()

    def stop(self) -> None:
        """Stops counting and leaves the last time shown."""
        self._show()
        self._clock.stop()

    def set_usual(self, seconds: float | None) -> None:
        """Sets what such a wait usually takes; None when nobody knows."""
        self._usual = seconds
        self._show()

    def _show(self) -> None:
        if self._since is None:
            return
        text = duration(time.monotonic() - self._since)
        if self._usual is not None:
            text = self.tr("{elapsed} · usually {usual}").format(elapsed=text, usual=duration(self._usual))
        self.setText(text)
