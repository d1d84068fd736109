"""The library: every picture and video on this computer, by date.

Promise: what is deleted can be taken back; everything can be reached by keyboard; thousands of items open
like ten.
"""

from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import EmptyState, Menu, NoticeHost
from panda_desktop.ui.library.bar import LibraryBar
from panda_desktop.ui.library.shelf import Shelf
from panda_desktop.ui.media.dates import day_words
from panda_desktop.ui.media.item_actions import ItemActions, Wish
from panda_desktop.ui.media.lightbox import Lightbox
from panda_desktop.ui.media.saving import SafeName, name_by_date
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.ui.theme import look
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.library import LibraryList

_ONE_LINE = 760


class LibraryPage(QWidget):
    """The page.

    Attributes:
        bar: filter and search.
        grid: the tiles.
        lightbox: the viewer of images.
        notices: what is said above them.

    Signals:
        video_wanted(object): a video shall be made of this image, a `MediaItem`.
        play_wanted(object): this video, a `MediaItem`, shall be played.
        prompt_wanted(object): the prompt of this `MediaItem` shall be used for the next images.
    """

    video_wanted = Signal(object)
    play_wanted = Signal(object)
    prompt_wanted = Signal(object)

    def __init__(
        self,
        library: LibraryList,
        thumbnails: ThumbnailStore,
        posters: Any,
        *,
        safe_name: SafeName = name_by_date,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the page.

        Args:
            library: what is shown.
            thumbnails: pictures of images.
            posters: pictures of videos, with the interface of `ThumbnailStore`; None for none.
            safe_name: makes names for saved copies.
            parent: the owner.
        """
        super().__init__(parent)
        self._library = library
        self._narrow = False
        self.notices = NoticeHost()
        wishes = (Wish.PROMPT, Wish.VIDEO)
        self.item_actions = ItemActions(self, library, wishes, safe_name=safe_name)
        self.shelf = Shelf(library, self)
        self.bar = LibraryBar()
        self.grid = TileGrid(
            self.tr("Library"), library.path_of, thumbnails, posters, heading=day_words, marks=True
        )
        self._body = QWidget()
        self.lightbox = Lightbox(self._body, library, thumbnails, self.item_actions)
        self._empty = EmptyState(
            "library",
            self.tr("Nothing here yet"),
            self.tr("Every picture and video you make is kept here, on this computer."),
            action=self.tr("Make a picture"),
        )
        self._nothing = EmptyState(
            "search",
            self.tr("Nothing found"),
            self.tr("No picture or video fits what you look for."),
            action=self.tr("Show all"),
        )
        self._build()
        self._connect()
        self._show()

    # for the program

    def set_narrow(self, narrow: bool) -> None:
        """The window became narrow, or no longer is."""
        self._narrow = narrow
        self._arrange()

    def commands(self) -> list[Command]:
        """Returns what can be done here, for the command palette."""
        words = self.tr("Search the library")
        section = self.tr("Library")
        return [Command("library.search", words, self._search, icon="search", section=section)]

    def shut_down(self) -> None:
        """Ends what runs for this page only."""
        self.lightbox.shut_down()
        self.item_actions.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the search under the chips where both do not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    # building

    def _build(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self.grid, self._empty, self._nothing):
            self._stack.addWidget(widget)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.bar)
        inner.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        grid, actions = self.grid, self.item_actions
        self.shelf.changed.connect(self._show)
        self.bar.filter_wanted.connect(self.shelf.set_filter)
        self.bar.star_wanted.connect(lambda: actions.star_all(grid.selected_items(), True))
        self.bar.trash_wanted.connect(lambda: actions.trash(grid.selected_items()))
        self.bar.clear_wanted.connect(self._choose_nothing)
        grid.opened.connect(self._open)
        grid.star_wanted.connect(actions.star)
        grid.save_wanted.connect(actions.save)
        grid.copy_wanted.connect(actions.copy)
        grid.trash_wanted.connect(actions.trash)
        grid.menu_wanted.connect(self._menu)
        grid.selectionModel().selectionChanged.connect(lambda *_: self._count_chosen())
        actions.wished.connect(self._wish)
        actions.notice_wanted.connect(self.notices.show_notice)
        self.lightbox.left.connect(self._return)
        self._empty.acted.connect(self._make_picture)
        self._nothing.acted.connect(self.bar.show_all)
        look().changed.connect(self._arrange)

    def _arrange(self) -> None:
        self.bar.set_narrow(self._narrow or self.width() < look().pixels(_ONE_LINE))

    def _show(self) -> None:
        tiles = self.shelf.tiles()
        self.grid.tiles.set_tiles(tiles)
        self.bar.set_count(len(tiles), self.shelf.count())
        self.bar.setVisible(self.shelf.count() > 0)
        page: QWidget = self.grid
        if not tiles:
            page = self._nothing if self.shelf.count() else self._empty
        self._stack.setCurrentWidget(page)
        self._count_chosen()

    def _count_chosen(self) -> None:
        self.bar.set_chosen(len(self.grid.selectionModel().selectedIndexes()))

    def _choose_nothing(self) -> None:
        self.grid.clearSelection()
        self.grid.setFocus()

    # what is wanted

    def _open(self, tile: Tile) -> None:
        if tile.item is None:
            return
        if tile.item.kind is MediaKind.VIDEO:
            self.play_wanted.emit(tile.item)
            return
        items = (each.item for each in self.grid.tiles.tiles())
        images = [item for item in items if item is not None and item.kind is MediaKind.IMAGE]
        self.lightbox.open(images, tile.item)

    def _return(self, item: MediaItem) -> None:
        self.grid.go_to(item.id)
        self.grid.setFocus()

    def _menu(self, tile: Tile, point: QPoint) -> None:
        chosen = self.grid.selected_items()
        if len(chosen) > 1:
            menu = self.item_actions.menu(chosen, self)
        elif tile.item is not None:
            menu = Menu(self)
            video = tile.item.kind is MediaKind.VIDEO
            words = self.tr("Play") if video else self.tr("Open")
            icon_name = "play" if video else "eye"
            menu.add(words, lambda: self._open(tile), icon_name=icon_name, shortcut="Return")
            self.item_actions.fill(menu, tile.item)
        else:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _wish(self, wish: str, item: MediaItem) -> None:
        signal = self.video_wanted if Wish(wish) is Wish.VIDEO else self.prompt_wanted
        signal.emit(item)

    def _search(self) -> None:
        self._come(Place.LIBRARY)
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def _make_picture(self) -> None:
        self._come(Place.IMAGES)

    def _come(self, place: Place) -> None:
        window = self.window()
        if isinstance(window, MainWindow) and window.place() is not place:
            window.go(place)
