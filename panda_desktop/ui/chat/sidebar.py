"""The left panel: a new chat, the search, and the list of chats, the archive or the trash.

Promise: from the search the arrow down leads into what is under it and Enter opens the best hit, also one
that comes a moment later; Escape leads back to the list.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.folders import Shelf
from panda_desktop.ui.chat.search_panel import SearchPanel
from panda_desktop.ui.chat.shelf_head import ShelfFoot, ShelfHead
from panda_desktop.ui.chat.sidebar_list import SidebarList
from panda_desktop.ui.chat.sidebar_paint import INSET
from panda_desktop.ui.chat.sidebar_rows import SidebarRows
from panda_desktop.ui.chat.tags import TagRow
from panda_desktop.ui.kit import Button, IconButton, Label, Surface, TextField
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.search import SearchModel

LEAST_WIDTH: Final = 180
MOST_WIDTH: Final = 600
_LOW: Final = 480
_DAY_CHECK_MS: Final = 60_000
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sidebar(Surface):
    """The panel.

    Attributes:
        new, temporary: the buttons for a new chat.
        more: opens the menu of what there is beside chats.
        search: the field of the search.
        found: what stands under it while something is looked for.
        head: above the archive and the trash.
        tags: the chips that narrow the list.
        list: the chats.
        foot: the ways to archive and trash.

    Signals:
        new_wanted: a new chat shall be opened.
        temporary_wanted: a new chat that leaves nothing behind shall be opened.
        more_wanted: the menu of `more` shall open.
        left: Escape was hit: back to the composer.
    """

    new_wanted = Signal()
    temporary_wanted = Signal()
    more_wanted = Signal()
    left = Signal()

    def __init__(
        self, organisation: OrganisationModel, search: SearchModel, *, parent: QWidget | None = None
    ) -> None:
        """Shows the shelf of `organisation`, and what `search` finds."""
        super().__init__("side", parent=parent)
        self._organisation = organisation
        self._search = search
        self._enter_waits = False
        self.rows = SidebarRows(organisation, self)
        self.new = Button(self.tr("New chat"), icon_name="plus", tip=self.tr("New chat (Ctrl+N)"))
        self.temporary = IconButton(
            "eye-off",
            self.tr("New temporary chat: it leaves nothing behind (Ctrl+Shift+N)"),
            bordered=True,
        )
        self.more = IconButton("more", self.tr("Prompts, presets and the completion pad"), bordered=True)
        self.search = TextField(
            self.tr("Search all chats"),
            placeholder=self.tr("Search all chats…"),
            tip=self.tr("Search in titles and messages (Ctrl+Shift+F)"),
        )
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.found = SearchPanel(search)
        self.head = ShelfHead()
        self.tags = TagRow()
        self._untagged = Label(self.tr("No chat here carries this tag."), "muted", wrap=True)
        self._untagged.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.list = SidebarList(self.rows)
        self.foot = ShelfFoot()
        self._shelf = QWidget()
        self._build()
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self.setAccessibleName(self.tr("Chats"))
        self._midnight = QTimer(self)
        self._midnight.setInterval(_DAY_CHECK_MS)
        self._midnight.timeout.connect(self.rows.refresh)
        self._join()

    def sizeHint(self) -> QSize:
        """The width of the sketch."""
        return QSize(264, super().sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Sorts by the day it is now."""
        super().showEvent(event)
        self.rows.refresh()
        self._midnight.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops looking at the clock."""
        super().hideEvent(event)
        self._midnight.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what has no room beside the new chat: the same is in the command palette."""
        super().resizeEvent(event)
        self._fit()

    def focus_search(self) -> None:
        """Puts the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Puts the keyboard into what is shown: the hits, else the chats."""
        if self.is_searching():
            self.found.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_searching(self) -> bool:
        """Whether something is looked for: the hits are shown instead of the chats."""
        return not self.found.isHidden()

    def leave_search(self) -> bool:
        """Clears the search and goes back to the list; returns whether there was one."""
        if not self.search.text():
            return False
        self.search.clear()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the search first, then leaves the archive or the trash."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.leave_search():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._organisation.shelf is not Shelf.LIST:
            self._organisation.show(Shelf.LIST)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the arrow down lead from the search into the list, and Enter open the best hit."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._go_down()
                return True
            if event.key() in _ENTER:
                self._open_best()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if not self.leave_search():
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    # how it is done

    def _fit(self) -> None:
        room = self.width() - 2 * INSET
        self.tags.set_lines(1 if self.height() < look().pixels(_LOW) else 2)
        self.new.set_icon("plus")
        wanted = self.new.sizeHint().width()
        wanted += 8 + self.more.sizeHint().width()
        self.temporary.setVisible(wanted + 8 + self.temporary.sizeHint().width() <= room)
        if wanted > room:
            self.new.set_icon("")

    def _go_down(self) -> None:
        if not self.is_searching():
            self.list.focus_first()
        elif not self.found.list.isHidden():
            self.found.list.focus_first()

    def _open_best(self) -> None:
        if not self._search.has_query:
            return
        self._enter_waits = self._search.is_searching
        if not self._enter_waits:
            self.found.list.open_first()

    def _found(self) -> None:
        if self._enter_waits and self._search.has_query and not self._search.is_searching:
            self._enter_waits = False
            self.found.list.open_first()

    def _typed(self, text: str) -> None:
        self._enter_waits = False
        was = self.is_searching()
        self._search.set_query(text)
        wanted = self._search.has_query
        if wanted and not was:
            self.found.set_trashed(self._organisation.shelf is Shelf.TRASH)
        if wanted is not was:
            self.found.setVisible(wanted)
            self._shelf.setVisible(not wanted)

    def _show_shelf(self) -> None:
        shelf, tag = self._organisation.shelf, self._organisation.tag
        nothing = self._organisation.rows.rowCount() == 0
        self.head.show_shelf(shelf, 0 if nothing and tag is None else self._organisation.rows.rowCount())
        self.tags.show_tags(self._organisation.tags, tag)
        self._untagged.setVisible(nothing and tag is not None)
        self.list.setVisible(not nothing or (tag is None and shelf is Shelf.LIST))
        self.foot.setVisible(shelf is Shelf.LIST)

    def _join(self) -> None:
        organisation = self._organisation
        self.new.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        self.temporary.clicked.connect(lambda _checked=False: self.temporary_wanted.emit())
        self.more.clicked.connect(lambda _checked=False: self.more_wanted.emit())
        self.search.textChanged.connect(self._typed)
        self._search.found.connect(self._found)
        self.list.left_upwards.connect(lambda: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        self.found.left_upwards.connect(lambda: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        self.head.back_wanted.connect(lambda: organisation.show(Shelf.LIST))
        self.foot.shelf_wanted.connect(organisation.show)
        self.tags.chosen.connect(organisation.filter_tag)
        look().changed.connect(self._fit)
        organisation.shelf_changed.connect(lambda _shelf: self._show_shelf())
        organisation.tags_changed.connect(self._show_shelf)
        for signal in (self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.modelReset):
            signal.connect(lambda *_: self._show_shelf())
        self._show_shelf()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.new, 1)
        top.addWidget(self.temporary)
        top.addWidget(self.more)
        head = QVBoxLayout()
        head.setContentsMargins(INSET, 0, INSET, 0)
        head.setSpacing(8)
        head.addLayout(top)
        head.addWidget(self.search)
        tags = QVBoxLayout()
        tags.setContentsMargins(INSET, 0, INSET, 0)
        tags.setSpacing(8)
        tags.addWidget(self.tags)
        tags.addWidget(self._untagged)
        shelf = QVBoxLayout(self._shelf)
        shelf.setContentsMargins(0, 0, 0, 0)
        shelf.setSpacing(8)
        shelf.addWidget(self.head)
        shelf.addLayout(tags)
        shelf.addWidget(self.list, 1)
        shelf.addStretch(0)
        shelf.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, INSET, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._shelf, 1)
        column.addWidget(self.found, 1)
        self.found.hide()
