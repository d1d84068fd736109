"""What stands under the field of the search while something is looked for.

Promise: it says at any time whether the search goes on, how much was found, and what is missing.
"""

from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.chat.search_list import SearchList
from panda_desktop.ui.chat.sidebar_paint import INSET
from panda_desktop.ui.kit import Button, Label, SegmentedChoice, Spinner, announce
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.search import SearchModel

_CHATS: Final = "chats"
_TRASH: Final = "trash"
_SLOW_MS: Final = 180
"""A search that takes longer says so; a faster one would only flicker."""


class SearchPanel(QWidget):
    """Hits, or why there are none.

    Attributes:
        where: chats or trash.
        status: what is going on, in words.
        list: the hits.
        elsewhere: searches the trash instead, where nothing was found.
        more: brings more hits.

    Signals:
        left_upwards: back to the field.
    """

    left_upwards = Signal()

    def __init__(self, search: SearchModel, *, parent: QWidget | None = None) -> None:
        """Shows what `search` finds."""
        super().__init__(parent)
        self._search = search
        self.where = SegmentedChoice(
            self.tr("Search in"), [(_CHATS, self.tr("All chats")), (_TRASH, self.tr("Trash"))]
        )
        self.where.set_value(_CHATS)
        self._spinner = Spinner(self.tr("Searching…"))
        self._spinner.setVisible(False)
        self.status = Label("", "small", wrap=True)
        self.list = SearchList(search.results)
        self._nothing = Label("", "muted", wrap=True)
        self.elsewhere = Button(self.tr("Search the trash"), icon_name="trash")
        self._hint = Label(
            self.tr("Older messages are still being taken in: more may be found soon."), "small", wrap=True
        )
        self.more = Button(self.tr("Show more"), icon_name="chevron-down")
        self.more.installEventFilter(self)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._show)
        self._build()
        self._join()
        self._show()

    def set_trashed(self, trashed: bool) -> None:
        """Searches the trash, or the chats."""
        self.where.set_value(_TRASH if trashed else _CHATS)
        self._search.set_trashed(trashed)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leads from the button under the hits back to the last one."""
        if (
            watched is self.more
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Up
        ):
            self.list.focus_last()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(INSET, 0, INSET, 0)
        head.setSpacing(8)
        head.addWidget(self.where)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._spinner)
        said.addWidget(self.status, 1)
        head.addLayout(said)
        head.addWidget(self._nothing)
        head.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._hint)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(INSET, 0, INSET, INSET)
        foot.addWidget(self.more)
        column.addLayout(foot)
        column.addStretch(0)

    def _join(self) -> None:
        search = self._search
        self.where.chosen.connect(lambda where: self.set_trashed(where == _TRASH))
        self.elsewhere.clicked.connect(lambda _checked=False: self._look_elsewhere())
        self.more.clicked.connect(lambda _checked=False: search.more())
        self.list.left_upwards.connect(self.left_upwards)
        self.list.left_downwards.connect(self._go_on)
        search.searching_changed.connect(self._searching)
        search.found.connect(self._found)
        search.results.rowsRemoved.connect(lambda *_: self._show())
        look().changed.connect(self._measure_again)

    def _measure_again(self) -> None:
        self._spinner.setFixedSize(self._spinner.sizeHint())

    def _look_elsewhere(self) -> None:
        self.left_upwards.emit()
        self.set_trashed(True)

    def _go_on(self) -> None:
        if self._search.has_more:
            self.more.setFocus(Qt.FocusReason.TabFocusReason)

    def _searching(self, searching: bool) -> None:
        if searching:
            self._slow.start()
        else:
            self._slow.stop()
        if not searching or self._search.results.rowCount() == 0:
            self._show()

    def _found(self) -> None:
        had_focus = self.more.hasFocus()
        before = self.list.currentIndex().row()
        self._show()
        if had_focus and before >= 0 and before + 1 < self._search.results.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentIndex(self.list.model().index(before + 1, 0))
        if self._search.has_query:
            announce(self.list if self.list.isVisible() else self, self._words())

    def _show(self) -> None:
        search = self._search
        count = search.results.rowCount()
        searching = search.is_searching and (count == 0 or not self._slow.isActive())
        nothing = count == 0 and not search.is_searching and search.has_query
        self._spinner.setVisible(searching)
        self.status.setText(self.tr("Searching…") if searching else self._words())
        self.status.setVisible(not nothing)
        self._nothing.setText(self._nothing_words())
        self._nothing.setVisible(nothing)
        self.elsewhere.setVisible(nothing and not search.is_trashed)
        self._hint.setVisible(search.has_query and not search.is_searching and not search.is_complete)
        self.list.setVisible(count > 0)
        self.more.setVisible(search.has_more)

    def _nothing_words(self) -> str:
        if self._search.is_trashed:
            return self.tr("Nothing in the trash has these words.")
        return self.tr("No message and no title has these words.")

    def _words(self) -> str:
        count = self._search.results.rowCount()
        if count == 0:
            return self._nothing_words()
        if count == 1:
            return self.tr("1 result")
        shown = QLocale().toString(count)
        if self._search.has_more:
            return self.tr("The best {count} results").format(count=shown)
        return self.tr("{count} results").format(count=shown)

    def sizeHint(self) -> QSize:
        """As wide as the panel it is in."""
        return QSize(240, super().sizeHint().height())
