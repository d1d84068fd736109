"""Boards and tags of what is chosen: put on, taken off, made, renamed, deleted.

Promise: each step says what it did and can be taken back; a new name that is typed becomes a board or a tag
in the same step.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.folders import COLOURS, clean_name
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import Choice, ChoicePopover
from panda_desktop.ui.library.naming import BoardNamePanel
from panda_desktop.ui.library.undoing import Undoing
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.boards import BoardsModel, Deed, DeedKind
from panda_desktop.viewmodels.organisation import OrganisationModel

_ID: Final = "\0"
"""Begins the value of a choice that is there already: nobody can type it."""


class Marking(QObject):
    """The steps.

    Attributes:
        panel: the open list or question; None while there is none.

    Signals:
        failed(object): a `PandaError` to be told.
        said(str): a sentence to be told.
    """

    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self, owner: QWidget, boards: BoardsModel, tags: OrganisationModel, undoing: Undoing
    ) -> None:
        """Acts for the page `owner`."""
        super().__init__(owner)
        self._owner = owner
        self._boards = boards
        self._tags = tags
        self._undoing = undoing
        self._coming: tuple[str, tuple[str, ...]] | None = None
        self.panel: QWidget | None = None
        boards.done.connect(self._done)
        boards.failed.connect(self._failed)
        boards.changed.connect(self._mark_new)
        tags.failed.connect(self._tag_failed)

    def choose_board(self, items: Sequence[MediaItem], anchor: QWidget) -> None:
        """Offers the boards for these items, beside `anchor`."""
        choices = [
            Choice(_ID + board.id, board.name, self._state(items, lambda item: item.board_ids, board.id))
            for board in self._boards.boards
        ]
        ids = tuple(item.id for item in items)
        self._offer(self.tr("Boards"), choices, anchor, lambda value: self._take_board(value, items, ids))

    def choose_tag(self, items: Sequence[MediaItem], anchor: QWidget) -> None:
        """Offers the tags for these items, beside `anchor`."""
        choices = [
            Choice(_ID + tag.id, tag.name, self._state(items, lambda item: item.tag_ids, tag.id), icon="tag")
            for tag in self._boards.tags
        ]
        ids = tuple(item.id for item in items)
        self._offer(self.tr("Tags"), choices, anchor, lambda value: self._take_tag(value, items, ids))

    def new_board(self, anchor: QWidget) -> None:
        """Asks for the name of a new board."""
        panel = BoardNamePanel(self._owner)
        panel.named.connect(lambda name: self._boards.create(name))
        self._open(panel, anchor)

    def rename_board(self, board_id: str, anchor: QWidget) -> None:
        """Asks for another name."""
        board = self._boards.board(board_id)
        if board is not None:
            panel = BoardNamePanel(self._owner, board.name)
            panel.named.connect(lambda name: self._boards.rename(board_id, name))
            self._open(panel, anchor)

    # how it is done

    def _state(
        self, items: Sequence[MediaItem], marks: Callable[[MediaItem], tuple[str, ...]], mark: str
    ) -> str:
        carried = sum(mark in marks(item) for item in items)
        if carried == 0:
            return ""
        if carried < len(items):
            return self.tr("{count} of {whole}").format(count=carried, whole=len(items))
        return self.tr("✓ take off")

    def _offer(
        self, name: str, choices: Sequence[Choice], anchor: QWidget, take: Callable[[str], None]
    ) -> None:
        panel = ChoicePopover(self._owner, name, choices, "", free_text=True)
        panel.search.setPlaceholderText(self.tr("Search, or type a new name"))
        panel.setMinimumWidth(look().pixels(280))
        panel.taken.connect(take)
        panel.closed.connect(panel.deleteLater)
        self._open(panel, anchor)

    def _open(self, panel: ChoicePopover | BoardNamePanel, anchor: QWidget) -> None:
        self.panel = panel
        panel.closed.connect(self._forget)
        panel.open_at(anchor)

    def _forget(self) -> None:
        self.panel = None

    def _take_board(self, value: str, items: Sequence[MediaItem], ids: tuple[str, ...]) -> None:
        if value.startswith(_ID):
            board_id = value.removeprefix(_ID)
            self._boards.put(board_id, ids, any(board_id not in item.board_ids for item in items))
        else:
            self._boards.create(value, ids)

    def _take_tag(self, value: str, items: Sequence[MediaItem], ids: tuple[str, ...]) -> None:
        if value.startswith(_ID):
            tag_id = value.removeprefix(_ID)
            self._boards.mark(tag_id, ids, any(tag_id not in item.tag_ids for item in items))
            return
        try:
            name = clean_name(value, "name")
        except PandaError as error:
            self.failed.emit(error)
            return
        self._coming = (name.casefold(), ids)
        self._tags.create_tag(name, len(self._boards.tags) % (COLOURS - 1) + 1)
        self._mark_new()

    def _mark_new(self) -> None:
        """A tag was made for items: they get it now."""
        if self._coming is None:
            return
        name, ids = self._coming
        tag = next((each for each in self._boards.tags if each.name.casefold() == name), None)
        if tag is not None:
            self._coming = None
            self._boards.mark(tag.id, ids, True)

    def _done(self, deed: Deed) -> None:
        self._undoing.offer(self._words(deed), lambda: self._boards.undo(deed))

    def _words(self, deed: Deed) -> str:
        name = deed.name
        words = {
            DeedKind.CREATED: self.tr("Board “{name}” made."),
            DeedKind.RENAMED: self.tr("The board is called “{name}” now."),
            DeedKind.DELETED: self.tr("Board “{name}” deleted. Its pictures are still in the library."),
            DeedKind.PUT_ON: self.tr("%n put on “{name}”.", "", deed.count),
            DeedKind.TAKEN_OFF: self.tr("%n taken off “{name}”.", "", deed.count),
            DeedKind.TAGGED: self.tr("%n tagged “{name}”.", "", deed.count),
            DeedKind.UNTAGGED: self.tr("Tag “{name}” taken from %n.", "", deed.count),
        }[deed.kind]
        return words.format(name=name)

    def _tag_failed(self, error: PandaError) -> None:
        if self._coming is not None:  # else the chats asked
            self._coming = None
            self.failed.emit(error)

    def _failed(self, error: PandaError) -> None:
        if error.kind is ErrorKind.INVALID_INPUT and error.detail.param == "name":
            self.said.emit(self.tr("There is a board of this name already. Choose another name."))
        else:
            self.failed.emit(error)
