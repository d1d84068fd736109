"""A picture of a message over the whole page.

Promise: it is the viewer of the library without what only the library knows; Escape leads back.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.ui.media.dark_controls import DarkButton
from panda_desktop.ui.media.overlay import Overlay
from panda_desktop.ui.media.picture_loader import PictureLoader
from panda_desktop.ui.media.stage import Stage
from panda_desktop.ui.media.tile_pictures import problem_words
from panda_desktop.ui.theme import DARK

_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_PAN: Final = 60
_EDGE: Final = 12


class PictureViewer(Overlay):
    """Shows one picture at a time.

    Attributes:
        stage: the picture with the buttons on it.
        video, library: the buttons that use it elsewhere; hidden where it cannot be.
    """

    def __init__(self, host: QWidget) -> None:
        """Makes a closed viewer over `host`."""
        super().__init__(host)
        self._loader = PictureLoader(self)
        self.stage = Stage(self._loader, parent=self)
        self._save: Callable[[], object] | None = None
        self._copy: Callable[[], object] | None = None
        self._take_it: Callable[[bool], object] | None = None
        self._taking = QWidget(self.stage)
        self.video = DarkButton("video", self.tr("Make a video of it (V)"))
        self.library = DarkButton("library", self.tr("Put it into the library (L)"))
        self._build_taking()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stage)
        self.setAccessibleName(self.tr("Picture viewer"))
        self.stage.info.hide()
        self.stage.compare.hide()  # there is one picture
        self.stage.show_place(0, 1)
        self.stage.close_button.clicked.connect(lambda _checked=False: self.leave())
        view = self.stage.view
        self._loader.failed.connect(lambda problem: view.show_problem(problem_words(problem)))

    def open(
        self,
        data: bytes,
        name: str,
        size: QSize,
        rough: QPixmap | None,
        save: Callable[[], object],
        copy: Callable[[], object],
    ) -> None:
        """Shows a picture.

        Args:
            data: its content.
            name: what it is, for a screen reader.
            size: in pixels when it is known, else empty.
            rough: a small picture of it to show until it is decoded.
            save: done for S.
            copy: done for Ctrl+C.
        """
        self._save, self._copy = save, copy
        self.show_over()
        view = self.stage.view
        view.setAccessibleName(name)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.show_picture(data, size, rough)

    def offer_taking(self, take: Callable[[bool], object] | None) -> None:
        """Offers to use the picture elsewhere: `take` hears whether for a video; None offers nothing."""
        self._take_it = take
        self._taking.setVisible(take is not None)

    def _build_taking(self) -> None:
        row = QHBoxLayout(self._taking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button, wants_video in ((self.video, True), (self.library, False)):
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, video=wants_video: self._use(video))
        self._taking.move(_EDGE, _EDGE)
        self._taking.hide()

    def _use(self, wants_video: bool) -> None:
        if self._take_it is not None:
            self._take_it(wants_video)

    def leave(self) -> None:
        """Closes it and frees the memory."""
        self.stage.view.clear()
        super().leave()

    def shut_down(self) -> None:
        """Waits for its thread."""
        self._loader.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what a key means here."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._copy is not None:
            self._copy()
        elif not event.modifiers() & _HELD:
            self._take(Qt.Key(event.key()), repeated=event.isAutoRepeat())
        super().keyPressEvent(event)

    def _take(self, key: Qt.Key, *, repeated: bool) -> None:
        keys, view = Qt.Key, self.stage.view
        moves: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_Plus: lambda: view.zoom_by(1),
            keys.Key_Equal: lambda: view.zoom_by(1),
            keys.Key_Minus: lambda: view.zoom_by(-1),
            keys.Key_Left: lambda: view.pan(_PAN, 0),
            keys.Key_Right: lambda: view.pan(-_PAN, 0),
            keys.Key_Up: lambda: view.pan(0, _PAN),
            keys.Key_Down: lambda: view.pan(0, -_PAN),
            keys.Key_0: view.fit,
            keys.Key_1: lambda: view.zoom_to(1.0),
        }
        if key in moves:
            moves[key]()
        elif key == keys.Key_S and self._save is not None and not repeated:
            self._save()
        elif key in (keys.Key_V, keys.Key_L) and not repeated:
            self._use(key == keys.Key_V)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.rail))
        painter.end()
