"""Boards and tags of the library, observable, with a way back for each command.

Promise: undoing a deed restores exactly what it changed, and nothing that happened since.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal

from panda_desktop.domain.boards import Board
from panda_desktop.domain.changes import BoardsChanged, TagsChanged
from panda_desktop.domain.folders import Tag
from panda_desktop.services.bus import Bus
from panda_desktop.services.media.contract import BoardCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class DeedKind(StrEnum):
    """What was done."""

    CREATED = "created"  # a board
    RENAMED = "renamed"  # a board
    DELETED = "deleted"  # a board
    PUT_ON = "put_on"  # items on a board
    TAKEN_OFF = "taken_off"  # items off a board
    TAGGED = "tagged"  # items
    UNTAGGED = "untagged"  # items


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done and can be undone.

    Attributes:
        kind: what.
        name: of the board or tag, as it is now (or was, for `DELETED`).
        count: items concerned.
        back: undoes it; `BoardsModel.undo` calls it.
    """

    kind: DeedKind
    name: str
    count: int
    back: Callable[[], Coroutine[Any, Any, Any]]


class BoardsModel(Commanding):
    """All boards and tags.

    Signals:
        changed: `boards` or `tags` differ.
        done(object): a command was carried out: its `Deed`, to offer to undo it.
        created(object): a `Board` is new by a command of this one.
    """

    changed = Signal()
    done = Signal(object)
    created = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, boards: BoardCommands) -> None:
        """Listens from now on; `load` reads."""
        super().__init__(tasks)
        self._commands = boards
        self._boards: tuple[Board, ...] = ()
        self._tags: tuple[Tag, ...] = ()
        bus.subscribe(BoardsChanged, lambda change: self._take(boards=change.boards))
        bus.subscribe(TagsChanged, lambda change: self._take(tags=change.tags))

    @property
    def boards(self) -> tuple[Board, ...]:
        """All boards in order."""
        return self._boards

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags by name."""
        return self._tags

    def board(self, board_id: str) -> Board | None:
        """Returns a board."""
        return next((each for each in self._boards if each.id == board_id), None)

    def tag(self, tag_id: str) -> Tag | None:
        """Returns a tag."""
        return next((each for each in self._tags if each.id == tag_id), None)

    async def load(self) -> None:
        """Reads what is there after start."""
        self._take(boards=self._commands.boards(), tags=await self._commands.tags())

    def create(self, name: str, item_ids: tuple[str, ...] = ()) -> None:
        """Makes a board, with items on it; ends in `created` and `done`, or `failed`."""
        self._do(self._create(name, item_ids), "create board")

    def rename(self, board_id: str, name: str) -> None:
        """Gives a board another name; ends in `done` or `failed`."""
        self._do(self._rename(board_id, name), "rename board")

    def place(self, board_id: str, place: int) -> None:
        """Puts a board to a place among the others, 0 for the first."""
        self._do(self._commands.place_board(board_id, place), "place board")

    def delete(self, board_id: str) -> None:
        """Removes a board, not its items; ends in `done` or `failed`."""
        self._do(self._delete(board_id), "delete board")

    def put(self, board_id: str, item_ids: tuple[str, ...], on: bool) -> None:
        """Puts items on a board, or takes them off; ends in `done` when any changed, or `failed`."""
        self._do(self._put(board_id, item_ids, on), "put on a board")

    def mark(self, tag_id: str, item_ids: tuple[str, ...], carried: bool) -> None:
        """Gives items a tag, or takes it; ends in `done` when any changed, or `failed`."""
        self._do(self._mark(tag_id, item_ids, carried), "tag items")

    def undo(self, deed: Deed) -> None:
        """Undoes what was done."""
        self._do(deed.back(), "undo")

    # how it is done

    async def _create(self, name: str, item_ids: tuple[str, ...]) -> None:
        board = await self._commands.create_board(name, item_ids)
        self.created.emit(board)
        self._tell(DeedKind.CREATED, board.name, item_ids, lambda: self._commands.delete_board(board.id))

    async def _rename(self, board_id: str, name: str) -> None:
        before = await self._commands.rename_board(board_id, name)
        board = self.board(board_id)
        now = board.name if board is not None else name
        self._tell(DeedKind.RENAMED, now, (), lambda: self._commands.rename_board(board_id, before))

    async def _delete(self, board_id: str) -> None:
        removed = await self._commands.delete_board(board_id)
        name, ids = removed.board.name, removed.item_ids
        self._tell(DeedKind.DELETED, name, ids, lambda: self._commands.restore_board(removed))

    async def _put(self, board_id: str, item_ids: tuple[str, ...], on: bool) -> None:
        changed = await self._commands.put(board_id, item_ids, on)
        board = self.board(board_id)
        if changed and board is not None:
            kind = DeedKind.PUT_ON if on else DeedKind.TAKEN_OFF
            self._tell(kind, board.name, changed, lambda: self._commands.put(board_id, changed, not on))

    async def _mark(self, tag_id: str, item_ids: tuple[str, ...], carried: bool) -> None:
        changed = await self._commands.tag(tag_id, item_ids, carried)
        tag = self.tag(tag_id)
        if changed and tag is not None:
            kind = DeedKind.TAGGED if carried else DeedKind.UNTAGGED
            self._tell(kind, tag.name, changed, lambda: self._commands.tag(tag_id, changed, not carried))

    def _tell(
        self,
        kind: DeedKind,
        name: str,
        item_ids: tuple[str, ...],
        back: Callable[[], Coroutine[Any, Any, Any]],
    ) -> None:
        self.done.emit(Deed(kind, name, len(item_ids), back))

    def _take(self, *, boards: tuple[Board, ...] | None = None, tags: tuple[Tag, ...] | None = None) -> None:
        self._boards = self._boards if boards is None else boards
        self._tags = self._tags if tags is None else tags
        self.changed.emit()
