"""What the layers above may ask of the library beside its items (`services.contract.LibraryCommands`).

Promise: a command returns when its effect is in the database; the rest is told on the bus. Every async method
may raise `PandaError`; those named are the ones to expect.
"""

from pathlib import Path
from typing import Protocol

from panda_desktop.domain.boards import Board, RemovedBoard
from panda_desktop.domain.disk import CleanedUp, CleanUp, CleanUpPlan, DiskUse
from panda_desktop.domain.evidence import EvidenceWords
from panda_desktop.domain.folders import Tag
from panda_desktop.domain.jobs import Job, UsualTime
from panda_desktop.domain.lineage import Lineage
from panda_desktop.domain.media import MediaItem, Origin


class BoardCommands(Protocol):
    """Boards, and the tags that items carry. Tags themselves are made by `OrganisationCommands`."""

    def boards(self) -> tuple[Board, ...]:
        """Returns all boards in order (known after start)."""

    async def tags(self) -> tuple[Tag, ...]:
        """Returns all tags by name: those of the chats."""

    async def create_board(self, name: str, item_ids: tuple[str, ...] = ()) -> Board:
        """Stores a new board, the last one, with items on it. Raises `INVALID_INPUT` (`name`: nothing
        readable, or another board has it).
        """

    async def rename_board(self, board_id: str, name: str) -> str:
        """Gives a board another name; returns the one it had. Raises `INVALID_INPUT` (`name`), `CANNOT_READ`
        (`board`).
        """

    async def place_board(self, board_id: str, place: int) -> None:
        """Puts a board to a place among the others, 0 for the first. Raises `CANNOT_READ` (`board`)."""

    async def delete_board(self, board_id: str) -> RemovedBoard:
        """Removes a board; its items stay. Returns what `restore_board` brings back. Raises `CANNOT_READ`
        (`board`).
        """

    async def restore_board(self, removed: RemovedBoard) -> None:
        """Brings a board back, with what lay on it and is still there."""

    async def put(self, board_id: str, item_ids: tuple[str, ...], on: bool) -> tuple[str, ...]:
        """Puts items on a board, or takes them off; returns those this changed. Raises `CANNOT_READ`
        (`board`, `item`).
        """

    async def tag(self, tag_id: str, item_ids: tuple[str, ...], carried: bool) -> tuple[str, ...]:
        """Gives items a tag, or takes it; returns those this changed. Raises `CANNOT_READ` (`tag` or `item`
        is gone).
        """


class BringingCommands(Protocol):
    """The person's own files."""

    async def add_file(self, path: Path) -> MediaItem:
        """Puts a copy of a picture or video into the library; returns the item that has the same bytes
        already. Raises `NOT_MEDIA`, `CANNOT_READ` (a folder, a pipe, no rights), `TOO_LARGE` (64 MiB, videos
        4 GiB), `DISK_FULL`, `CANNOT_WRITE`.
        """

    async def add_picture(self, data: bytes, name: str, origin: Origin | None) -> MediaItem:
        """Puts a picture of a chat into the library; returns the item that has the same bytes already.
        `origin` is the message it stands in. Raises `NOT_MEDIA`, `TOO_LARGE`, `DISK_FULL`, `CANNOT_WRITE`.
        """


class TrashCommands(Protocol):
    """The trash of the library. Moving there and back is `LibraryCommands`."""

    def items(self) -> tuple[MediaItem, ...]:
        """Returns what is in the trash, what came last first (known after start)."""

    async def delete(self, item_ids: tuple[str, ...]) -> int:
        """Removes items and their files for good; returns the bytes that are free now. Raises
        `INVALID_INPUT` (`item`) when one is not in the trash.
        """

    async def empty(self) -> int:
        """Removes everything in the trash for good; returns the bytes that are free now."""


class DiskCommands(Protocol):
    """Room on the disk."""

    async def use(self) -> DiskUse:
        """Measures the data folder, in a thread."""

    async def plan(self) -> CleanUpPlan:
        """Finds out what could go, in a thread. Removes nothing."""

    async def clean_up(self, plan: CleanUpPlan, reasons: frozenset[CleanUp]) -> CleanedUp:
        """Does what the plan says, for these reasons, as far as it still holds."""


class LineageQueries(Protocol):
    """What belongs together."""

    async def lineage(self, item_id: str) -> Lineage:
        """Returns what the item came from and what became of it. Raises `CANNOT_READ` (`item`)."""


class JobTimesQueries(Protocol):
    """What past jobs teach."""

    def usual_time(self, model: str) -> UsualTime | None:
        """Returns what this model's finished jobs took; None when there are none."""


class EvidenceCommands(Protocol):
    """Evidence for a refund."""

    def file_name(self, job: Job) -> str:
        """Returns a name for the bundle that every system takes."""

    async def write(self, job_id: str, target: Path, words: EvidenceWords) -> None:
        """Writes the bundle of a job to `target`, replacing it. Raises `INVALID_INPUT` (`job`) for a job
        that is running or gave all it was to give (see `may_be_claimed`), `CANNOT_READ` (`job`),
        `DISK_FULL`, `CANNOT_WRITE`.
        """
