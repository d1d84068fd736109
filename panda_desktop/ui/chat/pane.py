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
from panda_desktop.ui.chat.typing_on import TypingOn
from panda_desktop.ui.chat.welcome import Welcome
from panda_desktop.ui.kit import NoticeHost, Surface
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.illustrations import ImageLoader


class ConversationPane(Surface):
    """One open chat.

    Attributes:
        image_loader: loads images of answers, each when it is asked for.
        header, temporary, transcript, finder, welcome, notices, composer: its parts, from top to bottom.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows an empty transcript."""
        super().__init__("background", parent=parent)
        self.image_loader: ImageLoader | None = None
        self.header = Header()
        self.temporary = TemporaryBar()
        self.transcript = TranscriptView()
        self.finder = FindBar(self.transcript)
        self.welcome = Welcome()
        self.notices = NoticeHost()
        self.composer = Composer()
        self._strips: list[QWidget] = []
        self._cover: QWidget | None = None
        self._welcome_wanted = False
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
        TypingOn(self.transcript, self.composer.field)
        self._line_up(0)
        look().changed.connect(self._dress)
        self._dress()

    def add_above_composer(self, strip: QWidget) -> QWidget:
        """Puts a strip between notices and composer, as wide as those; returns what Tab reaches before it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.composer), strip)
        self._strips.append(strip)
        self._line_up(self.transcript.width() - self.transcript.viewport().width())
        return self.transcript

    def set_image_loader(self, loader: ImageLoader) -> None:
        """Sets what loads an image of an answer when the person asks for it."""
        self.image_loader = loader
        self.transcript.set_image_loader(loader)

    def show_welcome(self, wanted: bool) -> None:
        """Shows the welcome instead of the messages."""
        self._welcome_wanted = wanted
        self._stack.setCurrentWidget(self._cover or (self.welcome if wanted else self.transcript))

    def cover(self, widget: QWidget | None) -> None:
        """Shows `widget` instead of messages and welcome, until None brings them back."""
        self._cover = widget
        if widget is not None and self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self.show_welcome(self._welcome_wanted)

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
        for beside in (self.notices, *self._strips):
            layout = beside.layout()
            assert layout is not None
            layout.setContentsMargins(MARGIN, 8, MARGIN + scroll_bar, 8)

    def _dress(self) -> None:
        self.transcript.set_theme(look().theme)
        self.transcript.set_zoom(look().zoom)
        self.composer.set_room(self.height())
