"""Which picture belongs on a tile, and which tile a picture that is ready belongs on.

Promise: a file that is missing or broken is told in words, never as an endless wait.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QPixmap

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.media.reading import Problem


class PictureSource(Protocol):
    """Where pictures come from: a `ThumbnailStore`, or one for videos. It may also have `failed(path)`."""

    ready: Any

    def get(self, path: Path, side: int) -> QPixmap | None:
        """Returns the picture, or None while it is made."""
        ...


class TilePictures(QObject):
    """The pictures of one grid.

    Signals:
        ready(str): key of a tile whose picture can be drawn now.
    """

    ready = Signal(str)

    def __init__(
        self,
        path_of: Callable[[MediaItem], Path],
        thumbnails: PictureSource,
        posters: PictureSource | None,
        parent: QObject | None = None,
    ) -> None:
        """See `TileGrid`."""
        super().__init__(parent)
        self._path_of = path_of
        self._sources = {MediaKind.IMAGE: thumbnails, MediaKind.VIDEO: posters}
        self._paths: dict[str, Path | None] = {}
        self._keys: dict[str, str] = {}
        for source in (thumbnails, posters):
            if source is not None:
                source.ready.connect(self._picture_ready)

    def path(self, item: MediaItem) -> Path | None:
        """Returns where the file of an item is; None when it cannot be anywhere."""
        if item.id not in self._paths:
            try:
                self._paths[item.id] = self._path_of(item)
            except PandaError:
                self._paths[item.id] = None
        return self._paths[item.id]

    def picture(self, key: str, item: MediaItem, side: int) -> tuple[QPixmap | None, str]:
        """Returns the picture for a tile of that key, or None with the reason when there is none."""
        path, source = self.path(item), self._sources[item.kind]
        if path is None:
            return None, problem_words(Problem.MISSING)
        if source is None:
            return None, ""
        self._keys[str(path)] = key
        picture = source.get(path, side)
        if picture is not None:
            return picture, ""
        failed = getattr(source, "failed", None)
        problem = failed(path) if callable(failed) else None
        return None, problem_words(problem) if problem else ""

    def _picture_ready(self, path: str) -> None:
        if path in self._keys:
            self.ready.emit(self._keys[path])


def problem_words(problem: object) -> str:
    """Returns why a file is not shown; what is no `Problem` means that it is missing."""
    translate = QCoreApplication.translate
    if problem == Problem.TOO_LARGE:
        return translate("TilePictures", "This picture is too large to be shown")
    if problem == Problem.NOT_A_PICTURE:
        return translate("TilePictures", "This file is not a picture")
    if problem == Problem.DAMAGED:
        return translate("TilePictures", "This file is damaged")
    return translate("TilePictures", "The file is no longer there")
