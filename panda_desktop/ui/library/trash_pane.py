"""The trash of the library: what was deleted, until when it is kept, and the ways back and out.

Promise: nothing goes for good without a question that says so; what is restored is back where it was.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import Button, EmptyState, FlowLayout, Label, Menu, PageStack, Surface
from panda_desktop.ui.library.question import Question
from panda_desktop.ui.media.dates import day_words
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tile_pictures import PictureSource
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.ui.wording import file_size, joined
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.library_trash import LibraryTrash


class TrashPane(QWidget):
    """The trash.

    Attributes:
        grid: what is in it, what came last first; under each heading what goes on that day.
        restore, delete, empty: the buttons.
        question: the open question; None while there is none.

    Signals:
        left: the library shall be shown.
    """

    left = Signal()

    def __init__(
        self,
        trash: LibraryTrash,
        library: LibraryList,
        thumbnails: PictureSource,
        posters: PictureSource | None,
    ) -> None:
        """Shows `trash`."""
        super().__init__()
        self._trash = trash
        self.question: Question | None = None
        self.grid = TileGrid(
            self.tr("Trash"), library.path_of, thumbnails, posters, heading=self._heading, marks=True
        )
        self.restore = Button(
            self.tr("Restore"), icon_name="undo", tip=self.tr("Put back what is chosen (R)")
        )
        self.delete = Button(
            self.tr("Delete for good…"), "danger", icon_name="trash", tip=self.tr("Delete for good (Del)")
        )
        self.empty = Button(self.tr("Empty the trash…"), "danger", tip=self.tr("Delete everything for good"))
        self._words = Label("", "small", wrap=True)
        self._nothing = EmptyState(
            "trash",
            self.tr("The trash is empty"),
            self.tr("What you delete is kept here for 30 days, then it goes for good."),
            action=self.tr("Back to the library"),
        )
        self._stack = PageStack()
        self._build()
        self._connect()
        self._show()

    def chosen(self) -> tuple[MediaItem, ...]:
        """Returns what is chosen."""
        return self.grid.selected_items()

    def go_to(self, item_id: str) -> None:
        """Puts keyboard and view on an item."""
        self.grid.go_to(item_id)
        self.grid.setFocus()

    def _build(self) -> None:
        self._bar = Surface("background", edge="bottom")
        flow = FlowLayout(gap=8)
        for button in (self.restore, self.delete, self.empty):
            flow.addWidget(button)
        head = QVBoxLayout(self._bar)
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(8)
        head.addWidget(self._words)
        head.addLayout(flow)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._trash.changed.connect(self._show)
        self.grid.more_keys[Qt.Key.Key_R] = lambda: self._restore(self.chosen())
        self.grid.trash_wanted.connect(self._ask_delete)
        self.grid.menu_wanted.connect(self._menu)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.restore.clicked.connect(lambda _checked=False: self._restore(self.chosen()))
        self.delete.clicked.connect(lambda _checked=False: self._ask_delete(self.chosen()))
        self.empty.clicked.connect(lambda _checked=False: self._ask_empty())
        self._nothing.acted.connect(self.left)

    def _show(self) -> None:
        items = self._trash.items()
        tiles = [Tile(item.id, item, section=day) for item, day in zip(items, self._days(items), strict=True)]
        self.grid.tiles.set_tiles(tiles)
        self._bar.setVisible(bool(items))
        self._stack.setCurrentWidget(self.grid if items else self._nothing)
        count = self.tr("%n items, {size}.", "", len(items)).format(size=file_size(self._trash.size()))
        kept = self.tr("Each is kept for 30 days, then it goes for good.")
        self._words.setText(joined(count, kept))
        self._show_buttons()

    def _days(self, items: tuple[MediaItem, ...]) -> list[str]:
        """Returns the day each item goes for good."""
        ends = (self._trash.kept_until(item) for item in items)
        return [end.astimezone().date().isoformat() if end is not None else "" for end in ends]

    def _heading(self, day: str) -> str:
        return self.tr("Kept until {day}").format(day=day_words(day)) if day else ""

    def _show_buttons(self) -> None:
        some = bool(self.grid.selectionModel().hasSelection())
        self.restore.setEnabled(some)
        self.delete.setEnabled(some)

    def _restore(self, items: tuple[MediaItem, ...]) -> None:
        ids = tuple(item.id for item in items)
        if ids:
            self._trash.restore(ids)

    def _ask_delete(self, items: tuple[MediaItem, ...]) -> None:
        ids = tuple(item.id for item in items)
        if not ids:
            return
        size = file_size(sum(item.size for item in items))
        words = self.tr(
            "%n items and their files ({size}) go for good. They were paid for and cannot be made again "
            "exactly.",
            "",
            len(ids),
        ).format(size=size)
        self._ask(words, self.tr("Delete for good"), lambda: self._trash.delete(ids), self.delete)

    def _ask_empty(self) -> None:
        words = self.tr(
            "Everything in the trash, %n items and their files ({size}), goes for good.",
            "",
            len(self._trash.items()),
        ).format(size=file_size(self._trash.size()))
        self._ask(words, self.tr("Empty the trash"), self._trash.empty, self.empty)

    def _ask(self, words: str, yes: str, run: Callable[[], object], anchor: QWidget) -> None:
        question = Question(self, words, yes, run)
        question.closed.connect(self._forget)
        self.question = question
        question.open_at(anchor)

    def _forget(self) -> None:
        self.question = None
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu(self, tile: Tile, point: QPoint) -> None:
        chosen = self.chosen()
        menu = Menu(self)
        menu.add(self.tr("Put back"), lambda: self._restore(chosen), icon_name="undo", shortcut="R")
        menu.addSeparator()
        menu.add(
            self.tr("Delete for good…"),
            lambda: self._ask_delete(chosen),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
