"""Picture, bar and keys of the player as one widget, in the page or on the full screen.

Promise: every key works wherever inside the focus is, and none of them reaches a text field.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button, Card, Entrance, FlowLayout, Label, announce
from panda_desktop.ui.videos.controls import ControlBar
from panda_desktop.ui.videos.player_keys import Keys
from panda_desktop.ui.videos.video_surface import VideoSurface

_HIDE_AFTER_MS = 2_500


class Stage(QWidget):
    """What is moved as a whole between page and screen."""

    def __init__(self, frame: Callable[[], QImage | None], *, parent: QWidget | None = None) -> None:
        """`frame` gives the picture to show."""
        super().__init__(parent)
        self.surface = VideoSurface(frame)
        self.controls = ControlBar()
        self.keys: Keys = {}
        self.trouble = Trouble(self.surface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.surface, 1)
        column.addWidget(self.controls)
        self._full = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_HIDE_AFTER_MS)
        self._quiet.timeout.connect(self._hide_controls)
        Entrance(self, self.surface)

    def set_full_screen(self, full: bool) -> None:
        """Hides the bar on the full screen while nothing moves."""
        self._full = full
        self.surface.set_rounded(not full)
        self.controls.set_full_screen(full)
        self.setMouseTracking(full)
        self._wake()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what a key of the player does."""
        self._wake()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        run = self.keys.get((modifiers, event.key()))
        if run is None:
            # A character that needs Shift on some keyboards, such as “<”, counts by itself.
            shift = Qt.KeyboardModifier.ShiftModifier
            run = self.keys.get((modifiers & ~shift, event.key())) if event.text() in ("<", ">") else None
        if run is None:
            super().keyPressEvent(event)
            return
        run()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the bar again."""
        super().mouseMoveEvent(event)
        self._wake()

    def _wake(self) -> None:
        self.controls.show()
        self.unsetCursor()
        if self._full:
            self._quiet.start()
        else:
            self._quiet.stop()

    def _hide_controls(self) -> None:
        focused = self.focusWidget()
        used = self.controls.underMouse() or (focused is not None and self.controls.isAncestorOf(focused))
        if not self._full or used:
            return
        self.controls.hide()
        self.setCursor(Qt.CursorShape.BlankCursor)


class Trouble(QWidget):
    """The sentence in place of a picture, with the way out."""

    def __init__(self, surface: QWidget) -> None:
        """Lies over `surface`, hidden."""
        super().__init__(surface)
        self._words = Label("", wrap=True)
        self.open = Button(self.tr("Open with the system player"), icon_name="open-external")
        self.reveal = Button(self.tr("Show in the folder"), icon_name="folder")
        card = Card()
        card.setMaximumWidth(520)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(12)
        inside.addWidget(self._words)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.open)
        flow.addWidget(self.reveal)
        inside.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(1)
        row = QHBoxLayout()  # an alignment would cut off wrapped words
        row.addStretch(1)
        row.addWidget(card, 1_000)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        over = QVBoxLayout(surface)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self)
        self.hide()

    def say(self, text: str, *, has_file: bool) -> None:
        """Shows the sentence; without a file there is nothing to open."""
        self._words.setText(text)
        self.open.setVisible(has_file)
        self.show()
        announce(self, text, urgent=True)

    def text(self) -> str:
        """Returns the sentence."""
        return self._words.text()
