"""What is done with what is chosen in the grid: stars, tags, boards, copies, the trash, the menu.

Promise: a step means all that is chosen, or the one with the keyboard when nothing is; each entry of the menu
says its key.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.library.bar import LibraryBar
from panda_desktop.ui.library.marking import Marking
from panda_desktop.ui.media.dragging import DragOut
from panda_desktop.ui.media.item_actions import ItemActions
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.viewmodels.library_parts import LibraryParts


class Choosing(QObject):
    """The steps.

    Signals:
        opened(object): this `Tile` shall be shown large or played.
        lineage_wanted: the chain of the item with the keyboard shall be shown.
    """

    opened = Signal(object)
    lineage_wanted = Signal()

    def __init__(
        self,
        page: QWidget,
        grid: TileGrid,
        bar: LibraryBar,
        actions: ItemActions,
        marking: Marking,
        parts: LibraryParts,
    ) -> None:
        """Joins grid and bar to what they ask for."""
        super().__init__(page)
        self._page = page
        self._grid = grid
        self._bar = bar
        self._actions = actions
        self._marking = marking
        self._parts = parts
        self._place = QWidget(grid.viewport())  # where the tile with the keyboard is; never shown
        self._place.hide()
        actions.more = self._fill
        self._dragging = DragOut(grid, parts.library)
        grid.drag = self._dragging.begin_few
        grid.more_keys[Qt.Key.Key_T] = lambda: self.choose_tags(self.chosen())
        grid.more_keys[Qt.Key.Key_B] = lambda: self.choose_boards(self.chosen())
        self._connect()

    def chosen(self) -> tuple[MediaItem, ...]:
        """Returns what is chosen, else what has the keyboard."""
        tile = self._grid.current()
        alone = (tile.item,) if tile is not None and tile.item is not None else ()
        return self._grid.selected_items() or alone

    def count(self) -> None:
        """Shows in the bar how many are chosen."""
        # Ranges, not tiles: all of a large library may be chosen.
        chosen = self._grid.selectionModel().selection()
        self._bar.set_chosen(sum(chosen.at(place).height() for place in range(chosen.count())))

    def choose_tags(self, items: Sequence[MediaItem]) -> None:
        """Offers the tags for these items."""
        if items:
            self._marking.choose_tag(items, self._anchor(self._bar.tags))

    def choose_boards(self, items: Sequence[MediaItem]) -> None:
        """Offers the boards for these items."""
        if items:
            self._marking.choose_board(items, self._anchor(self._bar.boards))

    def trash(self, ids: tuple[str, ...]) -> None:
        """Moves items to the trash that are known by their ids."""
        found = (self._parts.library.find(identity) for identity in ids)
        self._actions.trash([item for item in found if item is not None])

    def _connect(self) -> None:
        grid, bar, actions = self._grid, self._bar, self._actions
        bar.star_wanted.connect(self._star_chosen)
        bar.tags_wanted.connect(lambda: self.choose_tags(self.chosen()))
        bar.boards_wanted.connect(lambda: self.choose_boards(self.chosen()))
        bar.save_wanted.connect(lambda: actions.save_all(grid.selected_items()))
        bar.trash_wanted.connect(lambda: actions.trash(grid.selected_items()))
        bar.clear_wanted.connect(self._choose_nothing)
        grid.star_wanted.connect(self._star)
        grid.save_wanted.connect(self._save)
        grid.copy_wanted.connect(actions.copy)
        grid.trash_wanted.connect(actions.trash)
        grid.menu_wanted.connect(self._menu)
        grid.selectionModel().selectionChanged.connect(lambda *_: self.count())

    def _choose_nothing(self) -> None:
        self._grid.clearSelection()
        self._grid.setFocus()

    def _star(self, item: MediaItem) -> None:
        chosen = self._grid.selected_items()
        if len(chosen) > 1 and item in chosen:
            self._star_chosen()
        else:
            self._actions.star(item)

    def _star_chosen(self) -> None:
        """Stars all that is chosen; takes the stars away when all have one."""
        chosen = self._grid.selected_items()
        self._actions.star_all(chosen, any(not item.starred for item in chosen))

    def _save(self, item: MediaItem) -> None:
        chosen = self._grid.selected_items()
        if len(chosen) > 1:
            self._actions.save_all(chosen)
        else:
            self._actions.save(item)

    def _anchor(self, button: QWidget) -> QWidget:
        """Returns what a list opens beside: the button while it is there, else the tile with the keyboard."""
        if button.isVisible():
            return button
        area = self._grid.visualRect(self._grid.currentIndex())
        self._place.setGeometry(area.intersected(self._grid.viewport().rect()))
        return self._place

    # the menu

    def _menu(self, tile: Tile, point: QPoint) -> None:
        chosen = self._grid.selected_items()
        if len(chosen) > 1:
            menu = self._actions.menu(chosen, self._page)
        elif tile.item is not None:
            menu = Menu(self._page)
            video = tile.item.kind is MediaKind.VIDEO
            words = self.tr("Play") if video else self.tr("Open")
            icon_name = "play" if video else "eye"
            menu.add(words, lambda: self.opened.emit(tile), icon_name=icon_name, shortcut="Return")
            self._actions.fill(menu, tile.item)
        else:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _fill(self, menu: Menu, items: Sequence[MediaItem]) -> None:
        """Adds what the library alone offers."""
        menu.add(self.tr("Tags…"), lambda: self.choose_tags(items), icon_name="tag", shortcut="T")
        menu.add(self.tr("Boards…"), lambda: self.choose_boards(items), icon_name="board", shortcut="B")
        identity = self._parts.view.filter.board_id
        board = self._parts.boards.board(identity) if identity is not None else None
        if board is not None:
            ids = tuple(item.id for item in items)
            words = self.tr("Take off “{name}”").format(name=board.name)
            menu.add(words, lambda: self._parts.boards.put(board.id, ids, False), icon_name="minus")
        if len(items) == 1:
            menu.add(self.tr("Lineage"), self.lineage_wanted.emit, icon_name="lineage", shortcut="L")
