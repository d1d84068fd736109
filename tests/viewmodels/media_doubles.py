"""Services around the library that act at once, for tests of their view-models and pages."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from panda_desktop.domain.boards import Board, RemovedBoard
from panda_desktop.domain.changes import BoardsChanged, MediaRemoved
from panda_desktop.domain.disk import CleanedUp, CleanUp, CleanUpPlan, DiskUse
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.evidence import EvidenceWords
from panda_desktop.domain.folders import Tag
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import Job
from panda_desktop.domain.lineage import ChainCost, Lineage, LineageLink, LinkKind
from panda_desktop.domain.media import MediaItem, Origin
from panda_desktop.services.bus import Bus


class FakeBoards:
    """Boards in memory over a `FakeLibrary`."""

    def __init__(self, bus: Bus, library: Any) -> None:
        self.bus = bus
        self.library = library
        self.all: list[Board] = []
        self.all_tags: tuple[Tag, ...] = ()

    def boards(self) -> tuple[Board, ...]:
        return tuple(self.all)

    async def tags(self) -> tuple[Tag, ...]:
        return self.all_tags

    async def create_board(self, name: str, item_ids: tuple[str, ...] = ()) -> Board:
        if any(each.name == name for each in self.all):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="name"))
        board = Board(new_id(), name, len(self.all))
        await self.restore_board(RemovedBoard(board, item_ids))
        return board

    async def rename_board(self, board_id: str, name: str) -> str:
        place = next(place for place, each in enumerate(self.all) if each.id == board_id)
        before = self.all[place]
        self.all[place] = replace(before, name=name)
        self._tell()
        return before.name

    async def place_board(self, board_id: str, place: int) -> None:
        board = next(each for each in self.all if each.id == board_id)
        self.all.remove(board)
        self.all.insert(place, board)
        self._tell()

    async def delete_board(self, board_id: str) -> RemovedBoard:
        board = next(each for each in self.all if each.id == board_id)
        on = tuple(item.id for item in self.library.items() if board_id in item.board_ids)
        self.all.remove(board)
        self._tell()
        self._set("board_ids", on, board_id, False)
        return RemovedBoard(board, on)

    async def restore_board(self, removed: RemovedBoard) -> None:
        self.all.append(removed.board)
        self._tell()
        self._set("board_ids", removed.item_ids, removed.board.id, True)

    async def put(self, board_id: str, item_ids: tuple[str, ...], on: bool) -> tuple[str, ...]:
        return self._set("board_ids", item_ids, board_id, on)

    async def tag(self, tag_id: str, item_ids: tuple[str, ...], carried: bool) -> tuple[str, ...]:
        return self._set("tag_ids", item_ids, tag_id, carried)

    def _set(self, field: str, item_ids: tuple[str, ...], mark: str, on: bool) -> tuple[str, ...]:
        items = [self.library.all[item_id] for item_id in item_ids]
        items = [item for item in items if (mark in getattr(item, field)) is not on]
        for item in items:
            marks = tuple(each for each in getattr(item, field) if each != mark)
            self.library.put(replace(item, **{field: (*marks, mark) if on else marks}))
        return tuple(item.id for item in items)

    def _tell(self) -> None:
        self.bus.publish(BoardsChanged(tuple(self.all)))


class FakeTrash:
    """The trash of a `FakeLibrary`."""

    def __init__(self, bus: Bus, library: Any) -> None:
        self.bus = bus
        self.library = library

    def items(self) -> tuple[MediaItem, ...]:
        found = [item for item in self.library.all.values() if item.deleted_at is not None]
        return tuple(sorted(found, key=lambda item: (item.deleted_at, item.seq), reverse=True))

    async def delete(self, item_ids: tuple[str, ...]) -> int:
        gone = [self.library.all.pop(item_id) for item_id in item_ids]
        for item in gone:
            self.bus.publish(MediaRemoved(item.id))
        return sum(item.size for item in gone)

    async def empty(self) -> int:
        return await self.delete(tuple(item.id for item in self.items()))


class FakeDisk:
    """Finds what it is told. `failure` is raised once."""

    def __init__(self) -> None:
        self.found = DiskUse((), 0, 1_000)
        self.planned = CleanUpPlan(())
        self.failure: PandaError | None = None
        self.done: list[tuple[CleanUpPlan, frozenset[CleanUp]]] = []

    async def use(self) -> DiskUse:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        return self.found

    async def plan(self) -> CleanUpPlan:
        return self.planned

    async def clean_up(self, plan: CleanUpPlan, reasons: frozenset[CleanUp]) -> CleanedUp:
        self.done.append((plan, reasons))
        self.planned = CleanUpPlan(())
        return CleanedUp(sum(len(step.files) for step in plan.steps), plan.size, 0, 0)


class FakeLineage:
    """A lineage of the item alone."""

    def __init__(self, library: Any) -> None:
        self.library = library
        self.asked: list[str] = []

    async def lineage(self, item_id: str) -> Lineage:
        self.asked.append(item_id)
        item = self.library.all.get(item_id)
        if item is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="item"))
        links = (LineageLink(item.id, LinkKind.IMAGE, item=item, job_id=item.job_id),)
        return Lineage(item.id, links, links, ChainCost(), ChainCost())


class FakeEvidence:
    """Writes a name."""

    def file_name(self, job: Job) -> str:
        return f"{job.id}.zip"

    async def write(self, job_id: str, target: Path, words: EvidenceWords) -> None:
        if target.suffix != ".zip":
            raise PandaError(ErrorKind.CANNOT_WRITE)
        target.write_bytes(words.title.encode())


class FakeBringing:
    """Takes PNGs into a `FakeLibrary`."""

    def __init__(self, library: Any) -> None:
        self.library = library

    async def add_file(self, path: Path) -> MediaItem:
        if path.suffix != ".png":
            raise PandaError(ErrorKind.NOT_MEDIA, ErrorDetail(param="file"))
        item: MediaItem = self.library.image(name=path.name)
        return item

    async def add_picture(self, data: bytes, name: str, origin: Origin | None) -> MediaItem:
        if not data.startswith(b"\x89PNG"):
            raise PandaError(ErrorKind.NOT_MEDIA, ErrorDetail(param="file"))
        item: MediaItem = self.library.image(name=name, origin=origin)
        return item
