"""Which items of the library are shown.

Promise: pure values; a new kind of filter, such as a board, is one more field and one more line in `accepts`.
"""

from dataclasses import dataclass
from enum import StrEnum

from panda_desktop.domain.media import MediaItem, MediaKind


class Shown(StrEnum):
    """What is shown."""

    ALL = "all"
    IMAGES = "images"
    VIDEOS = "videos"
    STARRED = "starred"


@dataclass(frozen=True, slots=True)
class LibraryFilter:
    """What the person asked to see.

    Attributes:
        shown: kind of items.
        words: each must occur in the prompt, the changed prompt or the model, in any letter case.
    """

    shown: Shown = Shown.ALL
    words: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Everything is shown."""
        return self.shown is Shown.ALL and not self.words

    def accepts(self, item: MediaItem, text: str) -> bool:
        """Whether an item is shown; `text` is what `searched_text` made of it."""
        if self.shown is Shown.STARRED and not item.starred:
            return False
        if self.shown is Shown.IMAGES and item.kind is not MediaKind.IMAGE:
            return False
        if self.shown is Shown.VIDEOS and item.kind is not MediaKind.VIDEO:
            return False
        return all(word in text for word in self.words)


def searched_text(item: MediaItem) -> str:
    """Returns what is searched of an item, in one letter case."""
    return f"{item.prompt}\n{item.revised_prompt}\n{item.model}".casefold()


def search_words(text: str) -> tuple[str, ...]:
    """Returns the words of a search."""
    return tuple(text.casefold().split())
