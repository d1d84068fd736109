"""How many items there are in each place of the library.

Promise: one pass over the items, however many places there are.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from panda_desktop.domain.media import MediaItem, MediaKind


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers.

    Attributes:
        whole: all items.
        images: pictures.
        videos: videos.
        starred: both, with a star.
        boards: by id of the board.
        tags: by id of the tag.
    """

    whole: int = 0
    images: int = 0
    videos: int = 0
    starred: int = 0
    boards: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)


def counted(items: Iterable[MediaItem]) -> Counts:
    """Returns the numbers of these items."""
    whole = videos = starred = 0
    boards: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    for item in items:
        whole += 1
        if item.kind is MediaKind.VIDEO:
            videos += 1
        if item.starred:
            starred += 1
        if item.board_ids:
            boards.update(item.board_ids)
        if item.tag_ids:
            tags.update(item.tag_ids)
    return Counts(whole, whole - videos, videos, starred, boards, tags)
