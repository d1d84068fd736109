"""Boards and tags of the library.

Promise: a command tells what it really changed, so that undoing it restores exactly that; items themselves
are never touched.
"""

from collections.abc import Sequence
from dataclasses import replace

from panda_desktop.domain.boards import Board, RemovedBoard
from panda_desktop.domain.changes import BoardsChanged, TagsChanged
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.folders import Tag, clean_name
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.media import MediaItem
from panda_desktop.services.bus import Bus
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.boards import BoardStore
from panda_desktop.storage.folders import FolderStore


class BoardService:
    """See `contract.BoardCommands`. Tags are those of the chats too; `OrganisationService` makes them."""

    def __init__(
        self, bus: Bus, tasks: TaskSet, library: LibraryService, store: BoardStore, folders: FolderStore
    ) -> None:
        """Needs a library that has started; `start` reads the boards."""
        self._bus = bus
        self._tasks = tasks
        self._library = library
        self._store = store
        self._folders = folders
        self._boards: tuple[Board, ...] = ()
        bus.subscribe(TagsChanged, self._heard)

    async def start(self) -> None:
        """Reads the boards."""
        self._boards = await self._store.all()

    def boards(self) -> tuple[Board, ...]:
        """Returns all boards in order."""
        return self._boards

    async def tags(self) -> tuple[Tag, ...]:
        """Returns all tags by name."""
        return await self._folders.tags()

    # Boards

    async def create_board(self, name: str, item_ids: tuple[str, ...] = ()) -> Board:
        """Stores a new board, the last one, with items on it."""
        async with self._library.changing:
            name = self._free_name(name, None)
            place = self._boards[-1].place + 1 if self._boards else 0
            board = Board(new_id(), name, place)
            await self._put_up(board, item_ids)
            return board

    async def rename_board(self, board_id: str, name: str) -> str:
        """Gives a board another name; returns the one it had."""
        async with self._library.changing:
            board = self._board(board_id)
            await self._store.save(replace(board, name=self._free_name(name, board_id)))
            await self._tell_boards()
            return board.name

    async def place_board(self, board_id: str, place: int) -> None:
        """Puts a board to a place among the others, 0 for the first."""
        async with self._library.changing:
            board = self._board(board_id)
            ids = [each.id for each in self._boards if each.id != board.id]
            ids.insert(max(place, 0), board.id)
            await self._store.order(ids)
            await self._tell_boards()

    async def delete_board(self, board_id: str) -> RemovedBoard:
        """Removes a board; its items stay. Returns what `restore_board` brings back."""
        async with self._library.changing:
            board = self._board(board_id)
            lying = [item for item in self._library.all_items() if board_id in item.board_ids]
            await self._store.delete(board_id)
            await self._tell_boards()
            await self._library.tell([_off(item, board_id) for item in lying])
            return RemovedBoard(board, tuple(item.id for item in lying))

    async def restore_board(self, removed: RemovedBoard) -> None:
        """Brings a board back with what lay on it and is still there, at its old place."""
        async with self._library.changing:
            name = removed.board.name
            if self._named(name) is not None:  # another one took the name meanwhile
                name = f"{name[:57]} 2"
            await self._put_up(replace(removed.board, name=name), removed.item_ids)

    async def put(self, board_id: str, item_ids: tuple[str, ...], on: bool) -> tuple[str, ...]:
        """Puts items on a board, or takes them off; returns those that were not (or were) on it before."""
        async with self._library.changing:
            self._board(board_id)
            items = [self._library.item(item_id) for item_id in dict.fromkeys(item_ids)]
            items = [item for item in items if (board_id in item.board_ids) is not on]
            changed = tuple(item.id for item in items)
            await self._store.put(changed, board_id, on)
            await self._library.tell([(_on if on else _off)(item, board_id) for item in items])
            return changed

    async def _put_up(self, board: Board, item_ids: Sequence[str]) -> None:
        items = [self._library.item(each) for each in dict.fromkeys(item_ids) if self._library.has(each)]
        await self._store.save(board, [item.id for item in items])
        await self._tell_boards()
        await self._library.tell([_on(item, board.id) for item in items])

    # Tags

    async def tag(self, tag_id: str, item_ids: tuple[str, ...], carried: bool) -> tuple[str, ...]:
        """Gives items a tag, or takes it; returns those that did not (or did) carry it before."""
        async with self._library.changing:
            if all(tag.id != tag_id for tag in await self._folders.tags()):
                raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="tag"))
            items = [self._library.item(item_id) for item_id in dict.fromkeys(item_ids)]
            items = [item for item in items if (tag_id in item.tag_ids) is not carried]
            changed = tuple(item.id for item in items)
            await self._store.tag(changed, tag_id, carried)
            await self._library.tell([_tagged(item, tag_id, carried) for item in items])
            return changed

    def _heard(self, change: TagsChanged) -> None:
        known = frozenset(tag.id for tag in change.tags)
        if any(not known.issuperset(item.tag_ids) for item in self._library.all_items()):
            self._tasks.spawn(self._drop_tags(known), name="drop tags")

    async def _drop_tags(self, known: frozenset[str]) -> None:
        """The database has dropped them already."""
        async with self._library.changing:
            items = (item for item in self._library.all_items() if not known.issuperset(item.tag_ids))
            await self._library.tell(
                [
                    replace(item, tag_ids=tuple(each for each in item.tag_ids if each in known))
                    for item in items
                ]
            )

    # Rules

    def _board(self, board_id: str) -> Board:
        for board in self._boards:
            if board.id == board_id:
                return board
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="board"))

    def _named(self, name: str) -> Board | None:
        named = (board for board in self._boards if board.name.casefold() == name.casefold())
        return next(named, None)

    def _free_name(self, name: str, board_id: str | None) -> str:
        name = clean_name(name, "name")
        there = self._named(name)
        if there is not None and there.id != board_id:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="name"))
        return name

    async def _tell_boards(self) -> None:
        self._boards = await self._store.all()
        self._bus.publish(BoardsChanged(self._boards))


def _on(item: MediaItem, board_id: str) -> MediaItem:
    return replace(item, board_ids=(*_off(item, board_id).board_ids, board_id))


def _off(item: MediaItem, board_id: str) -> MediaItem:
    return replace(item, board_ids=tuple(each for each in item.board_ids if each != board_id))


def _tagged(item: MediaItem, tag_id: str, carried: bool) -> MediaItem:
    others = tuple(each for each in item.tag_ids if each != tag_id)
    return replace(item, tag_ids=(*others, tag_id) if carried else others)
