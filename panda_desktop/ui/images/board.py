"""The pictures of the images tab: the grid, the viewer over it, and the empty place.

Promise: a new job is seen at once, and nothing that is looked at moves away when another one ends.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.images.invitation import Invitation
from panda_desktop.ui.images.job_cards import JobCards
from panda_desktop.ui.images.job_tiles import Attention, JobTiles, Waiting
from panda_desktop.ui.images.job_words import CardAction, JobWords
from panda_desktop.ui.kit import Menu, announce
from panda_desktop.ui.media.dragging import DragOut
from panda_desktop.ui.media.item_actions import ItemActions
from panda_desktop.ui.media.lightbox import Facts, Lightbox
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList


class ImagesBoard(QWidget):
    """Grid, viewer and empty place.

    Attributes:
        grid: the grid.
        lightbox: the viewer over the page's body.
        invitation: shown while there is nothing.
        tiles: what is in the grid.

    Signals:
        acted(str, str): a `CardAction` on the card of the job with this id.
        stopped(str): the job of this id shall be waited for no longer.
    """

    acted = Signal(str, str)
    stopped = Signal(str)

    def __init__(
        self,
        body: QWidget,
        jobs: JobList,
        library: LibraryList,
        thumbnails: ThumbnailStore,
        actions: ItemActions,
        words: JobWords,
        facts: Facts,
    ) -> None:
        """Shows `jobs`; the viewer opens over `body`."""
        super().__init__(body)
        self._actions = actions
        self._words = words
        self.grid = TileGrid(self.tr("Pictures"), jobs.path_of, thumbnails)
        cards = JobCards(words, self)
        self.grid.cards.set_maker(cards)
        self.grid.drag = DragOut(self.grid, library).begin_few
        self.invitation = Invitation()
        self.lightbox = Lightbox(body, library, thumbnails, actions, facts)
        self.tiles = JobTiles(jobs, words, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.invitation)
        self._stack.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        cards.acted.connect(self.acted)
        cards.stopped.connect(self.stopped)
        self.tiles.changed.connect(self._show)
        self.tiles.ended.connect(lambda job: announce(self, words.ended(job)))
        self._connect()
        self._show()

    def show_newest(self) -> None:
        """Scrolls to the top, where a new job is."""
        self.grid.verticalScrollBar().setValue(0)

    def shut_down(self) -> None:
        """Waits for the viewer's thread."""
        self.lightbox.shut_down()

    def _connect(self) -> None:
        grid, actions = self.grid, self._actions
        grid.opened.connect(self._open)
        grid.star_wanted.connect(actions.star)
        grid.save_wanted.connect(actions.save)
        grid.copy_wanted.connect(actions.copy)
        grid.trash_wanted.connect(actions.trash)
        grid.menu_wanted.connect(self._menu)
        self.lightbox.left.connect(self._return)

    def _show(self) -> None:
        tiles = self.tiles.tiles()
        self.grid.tiles.set_tiles(tiles)
        self._stack.setCurrentWidget(self.grid if tiles else self.invitation)

    def _open(self, tile: Tile) -> None:
        if tile.item is not None:
            items = [each.item for each in self.grid.tiles.tiles() if each.item is not None]
            self.lightbox.open(items, tile.item)

    def _return(self, item: MediaItem) -> None:
        self.grid.go_to(item.id)
        self.grid.setFocus()

    def _menu(self, tile: Tile, point: QPoint) -> None:
        menu = Menu(self)
        if tile.item is None:
            self._fill_for_card(menu, tile)
        else:
            chosen = self.grid.selected_items()
            if len(chosen) > 1:
                menu = self._actions.menu(chosen, self)
            else:
                menu.add(self.tr("Open"), lambda: self._open(tile), icon_name="eye", shortcut="Return")
                self._actions.fill(menu, tile.item)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _fill_for_card(self, menu: Menu, tile: Tile) -> None:
        content = tile.content
        if isinstance(content, Waiting):
            job_id = content.job.id
            menu.add(
                self.tr("Stop waiting"), lambda: self.stopped.emit(job_id), icon_name="stop", danger=True
            )
        elif isinstance(content, Attention):
            for action in content.words.actions:
                words, _ = self._words.action(action)
                menu.add(words, self._acting(action, content.job.id))

    def _acting(self, action: CardAction, job_id: str) -> Callable[[], None]:
        return lambda: self.acted.emit(action.value, job_id)
