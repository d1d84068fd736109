"""The library: every picture and video on this computer, by date, on boards, and how one came from another.

Promise: what is deleted can be taken back; everything can be reached by keyboard; thousands of items open
like ten.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import Job
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import EmptyState, Notice, NoticeHost, PageStack
from panda_desktop.ui.library.bar import LibraryBar
from panda_desktop.ui.library.browsing import Browsing
from panda_desktop.ui.library.choosing import Choosing
from panda_desktop.ui.library.frame import LibraryFrame, Pane
from panda_desktop.ui.library.info_panel import DETAILS, LINEAGE, InfoPanel
from panda_desktop.ui.library.item_facts import ItemFacts
from panda_desktop.ui.library.lineage_view import LineageView
from panda_desktop.ui.library.marking import Marking
from panda_desktop.ui.library.places import ALL, DISK, TRASH, PlacesPanel
from panda_desktop.ui.library.rooms import Rooms
from panda_desktop.ui.library.shelf import Shelf
from panda_desktop.ui.library.taking_in import TakingIn
from panda_desktop.ui.library.undoing import Undoing
from panda_desktop.ui.media.dates import day_words
from panda_desktop.ui.media.item_actions import ItemActions, Wish
from panda_desktop.ui.media.lightbox import Lightbox
from panda_desktop.ui.media.refund import RefundEvidence
from panda_desktop.ui.media.saving import SafeName, name_by_date
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.library_parts import LibraryParts


def _dollars() -> str:
    return "usd"


class LibraryPage(QWidget):
    """The page.

    Attributes:
        places: everything, boards, tags, the trash, the room on the disk.
        bar: filter and search.
        grid: the tiles.
        lightbox: the viewer of images.
        notices: what is said above them.

    Signals:
        video_wanted(object): a video shall be made of this image, a `MediaItem`.
        ask_wanted(object): this image, a `MediaItem`, shall be asked about in a chat.
        play_wanted(object): this video, a `MediaItem`, shall be played.
        prompt_wanted(object): the prompt of this `MediaItem` shall be used for the next images.
        chat_wanted(str, str): this message of this chat shall be shown; the message may be empty.
    """

    video_wanted = Signal(object)
    ask_wanted = Signal(object)
    play_wanted = Signal(object)
    prompt_wanted = Signal(object)
    chat_wanted = Signal(str, str)

    def __init__(
        self,
        parts: LibraryParts,
        thumbnails: ThumbnailStore,
        posters: Any,
        *,
        currency: Callable[[], str] = _dollars,
        safe_name: SafeName = name_by_date,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the page.

        Args:
            parts: the view-models.
            thumbnails: pictures of images.
            posters: pictures of videos, with the interface of `ThumbnailStore`; None for none.
            currency: of all amounts.
            safe_name: makes names for saved copies.
            parent: the owner.
        """
        super().__init__(parent)
        self._parts = parts
        self._pictures = thumbnails, posters
        self._currency = currency
        self._sentences = Sentences(self)
        self.notices = NoticeHost()
        self.undoing = Undoing(self.notices, self)
        wishes = (Wish.PROMPT, Wish.VIDEO, Wish.ASK)
        self.item_actions = ItemActions(self, parts.library, wishes, safe_name=safe_name)
        self.marking = Marking(self, parts.boards, parts.tags, self.undoing)
        self.taking_in = TakingIn(self, parts.bringing)
        self.facts = ItemFacts(parts, currency, self)
        self.shelf = Shelf(parts.view, self)
        self.bar = LibraryBar()
        self.places = PlacesPanel()
        self.grid = TileGrid(
            self.tr("Library"), parts.library.path_of, thumbnails, posters, heading=day_words, marks=True
        )
        self.choosing = Choosing(self, self.grid, self.bar, self.item_actions, self.marking, parts)
        self.browsing = Browsing(parts, self.bar, self.places, self)
        self.frame = LibraryFrame(self.places, self.bar, lambda: self.info)
        self.lightbox = Lightbox(self.frame, parts.library, thumbnails, self.item_actions, self.facts.of)
        self.refund = RefundEvidence(self, parts.evidence)
        self._empty = EmptyState(
            "library",
            self.tr("Nothing here yet"),
            self.tr(
                "Every picture and video you make is kept here, on this computer. You can also drop your own "
                "files here."
            ),
            action=self.tr("Make a picture"),
            second_action=self.tr("Add files…"),
        )
        self._nothing = EmptyState(
            "search",
            self.tr("Nothing found"),
            self.tr("No picture or video fits what you look for."),
            action=self.tr("Show all"),
        )
        self._build()
        self._connect()
        self._connect_places()
        self._show()

    @cached_property
    def info(self) -> InfoPanel:
        """Details and chain of the item with the keyboard; made when it is first shown."""
        lineage = LineageView(self._parts.lineage, self.grid.pictures.path, self._pictures, self._currency)
        panel = InfoPanel(self._parts.lineage, lineage, self.item_actions, self.facts)
        lineage.item_wanted.connect(self.show_item)
        lineage.chat_wanted.connect(self.chat_wanted)
        panel.closed.connect(self._close_info)
        panel.evidence_wanted.connect(self.refund.ask)
        return panel

    # for the program

    def commands(self) -> list[Command]:
        """Returns what can be done here, for the command palette."""
        section = self.tr("Library")

        def command(
            key: str, words: str, run: Callable[[], object], shortcut: str, icon_name: str
        ) -> Command:
            return Command(f"library.{key}", words, run, shortcut, icon_name, section)

        return [
            command("search", self.tr("Search the library"), self._search, "Ctrl+F", "search"),
            command("add", self.tr("Add pictures and videos…"), self.taking_in.choose, "Ctrl+O", "upload"),
            command("places", self.tr("Boards and tags"), self._go_to_places, "Ctrl+B", "sidebar"),
            command("board", self.tr("New board"), self._new_board, "Ctrl+Shift+N", "board"),
            command("details", self.tr("Details"), lambda: self._toggle_info(DETAILS), "", "info"),
            command("lineage", self.tr("Lineage"), lambda: self._toggle_info(LINEAGE), "", "lineage"),
            command("trash", self.tr("Trash of the library"), lambda: self._go(Pane.TRASH), "", "trash"),
            command("disk", self.tr("Room on the disk"), lambda: self._go(Pane.DISK), "", "disk"),
            command("undo", self.tr("Undo in the library"), self.undoing.undo, "Ctrl+Z", "undo"),
        ]

    def show_item(self, item: MediaItem) -> None:
        """Shows an item of the library or of its trash."""
        now = self._parts.library.find(item.id)
        if now is None:
            self._go(Pane.TRASH)
            self.rooms.trash.go_to(item.id)
            return
        if self._parts.view.row_of(now) < 0:
            self.browsing.show_all()
        self._go(Pane.GRID)
        self.grid.go_to(item.id)

    def shut_down(self) -> None:
        """Ends what runs for this page only."""
        self.lightbox.shut_down()
        self.item_actions.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back; files are pasted."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.taking_in.paste()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    # building

    def _build(self) -> None:
        self._stack = PageStack()
        for widget in (self.grid, self._empty, self._nothing):
            self._stack.addWidget(widget)
        self.rooms = Rooms(self._parts, self.frame, self._pictures, self)
        self.frame.add(Pane.GRID, self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.frame, 1)
        self.item_actions.undo = self.undoing
        self.grid.more_keys[Qt.Key.Key_L] = lambda: self._toggle_info(LINEAGE)
        self.grid.more_keys[Qt.Key.Key_I] = lambda: self._toggle_info(DETAILS)

    def _connect(self) -> None:
        grid, actions, bar = self.grid, self.item_actions, self.bar
        self.shelf.changed.connect(self._show)
        self.browsing.wanted.connect(lambda: self._go(Pane.GRID))
        bar.grid_wanted.connect(self._enter_grid)
        grid.opened.connect(self._open)
        self.choosing.opened.connect(self._open)
        self.choosing.lineage_wanted.connect(lambda: self._toggle_info(LINEAGE, shown=True))
        grid.typed.connect(lambda text: bar.begin_search("" if text == "/" else text))
        grid.selectionModel().currentChanged.connect(lambda *_: self._show_info())
        actions.wished.connect(self._wish)
        self.frame.info_shown.connect(lambda _shown: self._show_info())
        self.lightbox.left.connect(self._return)
        self._empty.acted.connect(lambda: self._come(Place.IMAGES))
        self._empty.acted_second.connect(self.taking_in.choose)
        self._nothing.acted.connect(self.browsing.show_all)
        self.rooms.left.connect(lambda: self._go(Pane.GRID))
        for source in (actions, self.taking_in, self.refund, self.rooms):
            source.notice_wanted.connect(self.notices.show_notice)
        parts = self._parts
        for failed in (self.marking.failed, parts.trash.failed, parts.disk.failed, parts.lineage.failed):
            failed.connect(self._failed)
        parts.boards.changed.connect(self._show_info)
        for jobs in parts.jobs:
            jobs.changed.connect(lambda row, jobs=jobs: self._job_changed(jobs.row(row).job))
        self.marking.said.connect(lambda words: self.notices.show_notice(Notice(words)))
        self.taking_in.item_wanted.connect(self.show_item)

    def _connect_places(self) -> None:
        places, boards = self.places, self._parts.boards
        places.trash_wanted.connect(lambda: self._go(Pane.TRASH))
        places.disk_wanted.connect(lambda: self._go(Pane.DISK))
        places.put_wanted.connect(lambda board, ids: boards.put(board, ids, True))
        places.mark_wanted.connect(lambda tag, ids: boards.mark(tag, ids, True))
        places.delete_wanted.connect(self.choosing.trash)
        places.new_board_wanted.connect(self.marking.new_board)
        places.rename_board_wanted.connect(self.marking.rename_board)
        places.delete_board_wanted.connect(boards.delete)
        places.move_board_wanted.connect(boards.place)

    # what is shown

    def _show(self) -> None:
        tiles = self.shelf.tiles()
        self.grid.tiles.set_tiles(tiles)
        whole = self.shelf.count()
        self.bar.set_count(self._parts.view.count(), whole)
        page: QWidget = self.grid
        if not tiles:
            page = self._nothing if whole else self._empty
        self._stack.setCurrentWidget(page)
        self._show_bar()
        self.choosing.count()
        self._show_info()

    def _show_bar(self) -> None:
        pane = self.frame.pane()
        self.bar.set_title(self.rooms.title(pane))
        some = self.shelf.count() > 0 or bool(self._parts.trash.items())
        self.bar.setVisible(pane is not Pane.GRID or some)

    def show_room(self) -> None:
        """Shows the room on the disk."""
        self._go(Pane.DISK)

    def _go(self, pane: Pane) -> None:
        """Shows the grid, the trash or the room on the disk."""
        self.rooms.prepare(pane)
        self.frame.show_pane(pane)
        self.browsing.set_place({Pane.GRID: ALL, Pane.TRASH: TRASH, Pane.DISK: DISK}[pane])
        self._show_bar()

    def _show_info(self) -> None:
        """Shows the item with the keyboard in the details, when they are on the screen."""
        if self.frame.info_open():
            tile = self.grid.current()
            self.info.show_item(tile.item if tile is not None else None)

    def _job_changed(self, job: Job) -> None:
        if self.frame.info_open():
            self.info.job_changed(job)

    def _toggle_info(self, tab: str, *, shown: bool = False) -> None:
        """Shows a tab of the details, or hides it when it is shown."""
        if self.frame.info_open() and self.info.tab() == tab and not shown:
            self._close_info()
            return
        self._come(Place.LIBRARY)
        self._go(Pane.GRID)
        self.frame.set_info_open(True)
        self.info.show_tab(tab)

    def _close_info(self) -> None:
        self.frame.set_info_open(False)
        self._enter_grid()

    def _step_back(self) -> None:
        """Leaves what was opened last: the details, another pane, a filter."""
        if self.frame.info_open():
            self._close_info()
        elif self.frame.pane() is not Pane.GRID:
            self._go(Pane.GRID)
            self._enter_grid()
        elif not self.browsing.filter.is_open:
            self.browsing.show_all()
            self._enter_grid()

    def _enter_grid(self) -> None:
        if not self.grid.currentIndex().isValid() and self.grid.tiles.count():
            self.grid.setCurrentIndex(self.grid.tiles.index(0))
        self.grid.setFocus()

    # what is wanted

    def _open(self, tile: Tile) -> None:
        if tile.item is None:
            return
        if tile.item.kind is MediaKind.VIDEO:
            self.play_wanted.emit(tile.item)
            return
        images = [item for item in self._parts.view.items() if item.kind is MediaKind.IMAGE]
        self.lightbox.open(images, tile.item)

    def _return(self, item: MediaItem) -> None:
        self.grid.go_to(item.id)
        self.grid.setFocus()

    def _wish(self, wish: str, item: MediaItem) -> None:
        signals = {
            Wish.PROMPT: self.prompt_wanted,
            Wish.VIDEO: self.video_wanted,
            Wish.ASK: self.ask_wanted,
        }
        signals[Wish(wish)].emit(item)

    def _failed(self, error: PandaError) -> None:
        if self.isVisible():
            self.notices.show_notice(self._sentences.notice(error))

    def _search(self) -> None:
        self._come(Place.LIBRARY)
        self._go(Pane.GRID)
        self.bar.begin_search()

    def _go_to_places(self) -> None:
        self._come(Place.LIBRARY)
        focused = QApplication.focusWidget()
        inside = focused is not None and self.places.isAncestorOf(focused)
        if self.places.isHidden() or inside:
            self.frame.toggle_places()
        if self.places.isHidden():
            self._enter_grid()
        else:
            self.places.focus_row()

    def _new_board(self) -> None:
        self._come(Place.LIBRARY)
        self.marking.new_board(self.places.new_board if self.places.isVisible() else self.bar.places)

    def _come(self, place: Place) -> None:
        window = self.window()
        if isinstance(window, MainWindow) and window.place() is not place:
            window.go(place)
