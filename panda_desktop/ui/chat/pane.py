"""The right side of the page: head, find bar, messages or welcome, notices, composer.

Promise: only the arrangement lives here; what anything does is joined in `page`.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from panda_desktop.ui.chat.composer import MARGIN, Composer
from panda_desktop.ui.chat.find_bar import FindBar
from panda_desktop.ui.chat.header import Header
from panda_desktop.ui.chat.temporary_bar import TemporaryBar
from panda_desktop.ui.chat.welcome import Welcome
from panda_desktop.ui.kit import NoticeHost, Surface
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript import TranscriptView


class ConversationPane(Surface):
    """One open chat.

    Attributes:
        header, temporary, transcript, finder, welcome, notices, composer: its parts, from top to bottom.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows an empty transcript."""
        super().__init__("background", parent=parent)
        self.header = Header()
        self.temporary = TemporaryBar()
        self.transcript = TranscriptView()
        self.finder = FindBar(self.transcript)
        self.welcome = Welcome()
        self.notices = NoticeHost()
        self.composer = Composer()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.transcript)
        self._stack.addWidget(self.welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.temporary)
        column.addWidget(self.finder)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notices)
        column.addWidget(self.composer)
        self.transcript.viewport().installEventFilter(self)
        self._line_up(0)
        look().changed.connect(self._dress)
        self._dress()

    def show_welcome(self, wanted: bool) -> None:
        """Shows the welcome instead of the messages."""
        self._stack.setCurrentWidget(self.welcome if wanted else self.transcript)

    def is_welcome(self) -> bool:
        """Whether the welcome is shown."""
        return self._stack.currentWidget() is self.welcome

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lets the composer grow to a share of the height."""
        super().resizeEvent(event)
        self.composer.set_room(self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the composer in line with the column of the messages."""
        if watched is self.transcript.viewport() and event.type() is QEvent.Type.Resize:
            self._line_up(self.transcript.width() - self.transcript.viewport().width())
        return super().eventFilter(watched, event)

    def _line_up(self, scroll_bar: int) -> None:
        self.composer.set_scroll_bar(scroll_bar)
        layout = self.notices.layout()
        assert layout is not None
        layout.setContentsMargins(MARGIN, 8, MARGIN + scroll_bar, 8)

    def _dress(self) -> None:
        self.transcript.set_theme(look().theme)
        self.transcript.set_zoom(look().zoom)
        self.composer.set_room(self.height())
