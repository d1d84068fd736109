"""The left panel: a new chat, the search, and the list of chats.

Promise: from the search the arrow down leads into the list and Enter opens the first chat found.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.chat.sidebar_delegate import INSET
from panda_desktop.ui.chat.sidebar_list import SidebarList
from panda_desktop.ui.chat.sidebar_rows import SidebarRows
from panda_desktop.ui.kit import Button, Label, Surface, TextField
from panda_desktop.viewmodels.conversations import ConversationList

LEAST_WIDTH: Final = 180
MOST_WIDTH: Final = 600
_DAY_CHECK_MS: Final = 60_000


class Sidebar(Surface):
    """The panel.

    Attributes:
        new: the button for a new chat.
        search: the field of the search.
        list: the chats.

    Signals:
        new_wanted: a new chat shall be opened.
        left: Escape was hit: back to the composer.
    """

    new_wanted = Signal()
    left = Signal()

    def __init__(self, conversations: ConversationList, *, parent: QWidget | None = None) -> None:
        """Shows `conversations`."""
        super().__init__("side", parent=parent)
        self._conversations = conversations
        self.rows = SidebarRows(conversations, self)
        self.new = Button(self.tr("New chat"), icon_name="plus", tip=self.tr("New chat (Ctrl+N)"))
        self.search = TextField(
            self.tr("Search chats"),
            placeholder=self.tr("Search chats…"),
            tip=self.tr("Search chats (Ctrl+Shift+F)"),
        )
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = SidebarList(self.rows)
        self._nothing = Label(self.tr("No chat has these words in its title."), "muted", wrap=True)
        self._nothing.hide()
        self._build()
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self.setAccessibleName(self.tr("Chats"))
        self.new.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        self.search.textChanged.connect(self._filter)
        self.list.left_upwards.connect(lambda: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        self._midnight = QTimer(self)
        self._midnight.setInterval(_DAY_CHECK_MS)
        self._midnight.timeout.connect(self.rows.refresh)

    def sizeHint(self) -> QSize:
        """The width of the sketch."""
        return QSize(264, super().sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Sorts by the day it is now."""
        super().showEvent(event)
        self.rows.refresh()
        self._midnight.start()

    def hideEvent(self, event: QEvent) -> None:
        """Stops looking at the clock."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._midnight.stop()

    def focus_search(self) -> None:
        """Puts the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the arrow down lead from the search into the list, and Enter open the first chat found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.focus_first()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open_first()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
                return True
        return super().eventFilter(watched, event)

    def _open_first(self) -> None:
        first = self.list.first()
        if first is not None and self.search.text().strip():
            self.search.clear()
            self.list.open_wanted.emit(first.id)

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.left.emit()

    def _filter(self, words: str) -> None:
        self._conversations.set_filter(words)
        nothing = bool(words.strip()) and self.rows.rowCount() == 0
        self._nothing.setVisible(nothing)
        self.list.setVisible(not nothing)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, INSET, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(INSET, 0, INSET, 0)
        head.setSpacing(8)
        head.addWidget(self.new)
        head.addWidget(self.search)
        head.addWidget(self._nothing)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
