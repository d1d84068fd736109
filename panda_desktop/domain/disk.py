"""What takes room in the data folder, and what of it could go.

Promise: a plan names every file it would remove and why nothing is lost by it; a picture or video that is not
in the trash is in no plan.
"""

from dataclasses import dataclass
from enum import StrEnum


class Share(StrEnum):
    """What a file of the data folder is for."""

    IMAGES = "images"  # originals of the library
    VIDEOS = "videos"  # originals of the library
    TRASH = "trash"  # originals that are in the trash
    FIRST_FRAMES = "first_frames"  # copies of pictures that videos start from
    THUMBNAILS = "thumbnails"  # small pictures that can be made again
    SPOOL = "spool"  # downloads and answers on their way
    ATTACHMENTS = "attachments"  # files of chats
    DATABASE = "database"  # chats, jobs, settings, and the copies made before updates
    ORPHANS = "orphans"  # in the library's folder, but of no item
    OTHER = "other"


class CleanUp(StrEnum):
    """Why files can go."""

    TRASH = "trash"  # the person deleted them
    LEFTOVERS = "leftovers"  # the trash was emptied while they could not be removed
    BROKEN_DOWNLOADS = "broken_downloads"  # parts of downloads that nobody goes on with
    OLD_FIRST_FRAMES = "old_first_frames"  # copies made for jobs that were taken out of the list
    DUPLICATES = "duplicates"  # of no item, and the library has the same bytes
    THUMBNAILS = "thumbnails"  # made again when they are needed
    OUTGOING = "outgoing"  # copies made to be dragged out


@dataclass(frozen=True, slots=True)
class Portion:
    """How much a share takes."""

    share: Share
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class DiskUse:
    """The data folder as it was found.

    Attributes:
        portions: every share that has files, in the order of `Share`.
        size: bytes of all of them.
        free: bytes free on the disk.
        missing: ids of items, not in the trash, whose file is gone or has another size.
    """

    portions: tuple[Portion, ...]
    size: int
    free: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanUpStep:
    """Files that can go for one reason.

    Attributes:
        reason: why nothing is lost.
        files: relative to the data folder, with `/`.
        item_ids: items of the trash that go with them.
        size: bytes.
    """

    reason: CleanUp
    files: tuple[str, ...]
    size: int
    item_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanUpPlan:
    """What a clean-up would do.

    Attributes:
        steps: what would be removed.
        found: files of no item that the library does not have: they would be taken into it, not removed.
    """

    steps: tuple[CleanUpStep, ...]
    found: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes that would be free."""
        return sum(step.size for step in self.steps)


@dataclass(frozen=True, slots=True)
class CleanedUp:
    """What a clean-up has done: files and bytes removed, items taken in, files that could not be removed."""

    files: int
    size: int
    taken_in: int
    kept: int
