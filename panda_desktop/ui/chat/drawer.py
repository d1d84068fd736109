"""Where the list of chats is: beside the chat, or in a narrow window over it, behind a button.

Promise: over the chat it closes as soon as it has served, and the keyboard is never left behind it.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from panda_desktop.ui.chat.sidebar import LEAST_WIDTH, MOST_WIDTH, Sidebar
from panda_desktop.ui.theme import look

_SAVE_MS: Final = 400
_OVER: Final = 300


class _Shade(QWidget):
    """Darkens what lies under the open list; a click on it closes the list."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Closes the list."""
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the shade."""
        colour = QColor(look().theme.shadow)
        colour.setAlphaF(0.5 if look().theme.dark else 0.25)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        painter.end()


class Drawer(QObject):
    """Moves the list between both places.

    Signals:
        width_chosen(int): the person has made the list this wide.
        closed: the list over the chat was closed.
    """

    width_chosen = Signal(int)
    closed = Signal()

    def __init__(self, page: QWidget, splitter: QSplitter, sidebar: Sidebar, width: int) -> None:
        """`sidebar` is the first part of `splitter`, which fills `page`; it is `width` pixels wide."""
        super().__init__(page)
        self._page = page
        self._splitter = splitter
        self._sidebar = sidebar
        self._width = min(max(width, LEAST_WIDTH), MOST_WIDTH)
        self._narrow = False
        self._shade = _Shade(page)
        self._shade.hide()
        self._shade.pressed.connect(self.close)
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_MS)
        self._save.timeout.connect(self.flush)
        self._told = self._width
        splitter.splitterMoved.connect(self._moved)
        page.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def set_narrow(self, narrow: bool) -> None:
        """Collapses the list behind its button, or puts it beside the chat again."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._sidebar.setParent(self._page)
            self._sidebar.hide()
        else:
            self._shade.hide()
            self._splitter.insertWidget(0, self._sidebar)
            QWidget.setTabOrder(self._sidebar.foot.folder, self._splitter.handle(1))
            self._sidebar.show()
        self._arrange()

    def is_open(self) -> bool:
        """Whether the list lies over the chat."""
        return self._narrow and not self._sidebar.isHidden()

    def open(self) -> None:
        """Shows the list over the chat, where it is collapsed."""
        if not self._narrow:
            return
        self._shade.show()
        self._shade.raise_()
        self._sidebar.show()
        self._sidebar.raise_()
        self._arrange()

    def close(self) -> None:
        """Hides the list that lies over the chat."""
        if not self.is_open():
            return
        self._shade.hide()
        self._sidebar.hide()
        self.closed.emit()

    def flush(self) -> None:
        """Tells a width that was chosen just now."""
        self._save.stop()
        if self._width != self._told:
            self._told = self._width
            self.width_chosen.emit(self._width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the size of the page."""
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        area = self._page.rect()
        if self._narrow:
            self._sidebar.setMaximumWidth(MOST_WIDTH)
            width = min(look().pixels(_OVER), max(LEAST_WIDTH, area.width() - 40))
            self._shade.setGeometry(area)
            self._sidebar.setGeometry(QRect(0, 0, width, area.height()))
            return
        self._sidebar.setMaximumWidth(max(LEAST_WIDTH, min(MOST_WIDTH, area.width() // 2)))
        self._splitter.setSizes([self._width, max(1, area.width() - self._width - 1)])

    def _moved(self, _position: int, _index: int) -> None:
        if not self._narrow:
            self._width = self._sidebar.width()
            self._save.start()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Closes the list when the keyboard has gone on to what lies under it."""
        if not self.is_open() or new is None or new.window() is not self._page.window():
            return
        if new is not self._sidebar and not self._sidebar.isAncestorOf(new) and self._page.isAncestorOf(new):
            self.close()
