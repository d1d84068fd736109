"""The line along which a video is sought.

Promise: a click jumps there, keys move by seconds, and a screen reader hears the time, not a number.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from panda_desktop.ui.kit import plain_tip
from panda_desktop.ui.numerals import clock

SHORT_MS: Final = 1_000
LONG_MS: Final = 5_000


class SeekSlider(QSlider):
    """Position in milliseconds.

    Signals:
        sought(int): the person wants this place.
    """

    sought = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes a line of a video that is not known yet."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("Place in the video"))
        self.setToolTip(
            plain_tip(self.tr("Place in the video (← and → by 1 s, with Shift by 5 s; Home, End)"))
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(48)
        self.setRange(0, 0)
        self.setEnabled(False)
        self.sliderMoved.connect(self.sought)

    def set_duration(self, duration: int) -> None:
        """Sets how long the video is."""
        self.setRange(0, max(0, duration))
        self.setEnabled(duration > 0)
        self._describe()

    def set_position(self, position: int) -> None:
        """Shows where the video is, unless the person is moving the handle."""
        if self.isSliderDown():
            return
        second = self.value() // 1000
        self.setValue(position)
        if position // 1000 != second:
            self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves by seconds; other keys go to the player."""
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = LONG_MS if far else SHORT_MS
        sign = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        wanted = {
            Qt.Key.Key_Left: self.value() - step * sign,
            Qt.Key.Key_Right: self.value() + step * sign,
            Qt.Key.Key_PageDown: self.value() - LONG_MS,
            Qt.Key.Key_PageUp: self.value() + LONG_MS,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
        }.get(Qt.Key(event.key()))
        if wanted is None:
            event.ignore()
            return
        self._seek(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jumps to where it was clicked, and can be dragged on from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(self._value_at(event.position().x()))
        super().mousePressEvent(event)

    def _seek(self, position: int) -> None:
        position = max(0, min(position, self.maximum()))
        self.setValue(position)
        self._describe()
        self.sought.emit(position)

    def _value_at(self, x: float) -> int:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_Slider
        handle = self.style().subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        groove = self.style().subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
        span = groove.width() - handle.width()
        start = groove.left() + handle.width() // 2
        upside_down = option.upsideDown
        return QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(x) - start, span, upside_down
        )

    def _describe(self) -> None:
        words = self.tr("{position} of {duration}")
        self.setAccessibleDescription(
            words.format(position=clock(self.value() / 1000), duration=clock(self.maximum() / 1000))
        )
