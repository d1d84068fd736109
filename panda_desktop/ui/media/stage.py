"""The viewer's picture with the buttons that lie on it.

Promise: the buttons stay in the corners at any size, and each says its key.
"""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.ui.media.dark_controls import DarkButton, DarkLabel
from panda_desktop.ui.media.picture_loader import PictureLoader
from panda_desktop.ui.media.picture_view import PictureView
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import percent

_EDGE = 12


class Stage(QWidget):
    """The picture and its buttons.

    Attributes:
        view: the picture.
        close_button, before, after, compare, info, smaller, larger, fitted: the buttons.
    """

    def __init__(self, loader: PictureLoader, *, parent: QWidget | None = None) -> None:
        """Makes an empty stage."""
        super().__init__(parent)
        self.view = PictureView(loader, parent=self)
        self.before = DarkButton("chevron-left", self.tr("Picture before (Left)"), parent=self)
        self.after = DarkButton("chevron-right", self.tr("Next picture (Right)"), parent=self)
        self._zoom_bar = QWidget(self)
        self.smaller = DarkButton("zoom-out", self.tr("Smaller (-)"))
        self.fitted = DarkButton("fullscreen", self.tr("Fit into the window (0)"))
        self.larger = DarkButton("zoom-in", self.tr("Larger (+)"))
        self.compare = DarkButton("compare", self.tr("Compare with another picture (C)"), parent=self)
        self.info = DarkButton("info", self.tr("Details (I)"), parent=self)
        self.info.setCheckable(True)
        self.info.setChecked(True)
        self.close_button = DarkButton("close", self.tr("Close (Esc)"), parent=self)
        self._place = DarkLabel(parent=self)
        self._zoom = DarkLabel(parent=self._zoom_bar)
        self._build()

    def show_place(self, place: int, count: int) -> None:
        """Says which of how many pictures it is, from 0."""
        self._place.setText(f"{place + 1} / {count}")
        self._place.setVisible(count > 1)
        for button, there in ((self.before, place > 0), (self.after, place < count - 1)):
            button.setVisible(count > 1)
            button.setEnabled(there)
        self._arrange()

    def zoom_words(self) -> str:
        """Returns the zoom as it is shown."""
        return self._zoom.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        row = QHBoxLayout(self._zoom_bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._zoom.set_least(percent(800))
        for widget in (self.smaller, self._zoom, self.larger, self.fitted):
            row.addWidget(widget)
        self.smaller.clicked.connect(lambda _checked=False: self.view.zoom_by(-1))
        self.larger.clicked.connect(lambda _checked=False: self.view.zoom_by(1))
        self.fitted.clicked.connect(lambda _checked=False: self.view.fit())
        self.view.zoom_changed.connect(self._show_zoom)
        look().changed.connect(self._arrange)
        self._show_zoom()

    def _show_zoom(self) -> None:
        self._zoom.setText(percent(round(self.view.zoom * 100)))

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        self.view.setGeometry(0, 0, width, height)
        self.close_button.move(width - self.close_button.width() - _EDGE, _EDGE)
        self.info.move(self.close_button.x() - self.info.width() - 4, _EDGE)
        self.compare.move(self.info.x() - self.compare.width() - 4, _EDGE)
        middle = (height - self.before.height()) // 2
        self.before.move(_EDGE, middle)
        self.after.move(width - self.after.width() - _EDGE, middle)
        self._place.adjustSize()
        self._place.move(_EDGE + 4, _EDGE + (self.close_button.height() - self._place.height()) // 2)
        self._zoom_bar.adjustSize()
        self._zoom_bar.move((width - self._zoom_bar.width()) // 2, height - self._zoom_bar.height() - _EDGE)
