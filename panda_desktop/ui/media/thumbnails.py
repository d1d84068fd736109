"""Small pictures of files, for grids.

Promise: asking never waits; memory stays within a limit however many files there are; a file that cannot be
shown is found out once.
"""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.reading import Problem, Unreadable, read_covering

MEMORY_LIMIT: Final = 64 * 1024 * 1024
"""Bytes of pictures kept on a screen of one device pixel per pixel."""

_STEP: Final = 64
"""Sides are rounded up to this, so that dragging the window's edge does not decode everything anew."""
_MOST_PROBLEMS: Final = 4_000

_Key = tuple[str, int]
"""Path, and side in device pixels."""


class ThumbnailStore(QObject):
    """Pictures by path and size.

    Signals:
        ready(str): the picture of this path can be had now, or it is known that there is none.
    """

    ready = Signal(str)

    def __init__(self, parent: QObject | None = None, *, limit: int = MEMORY_LIMIT) -> None:
        """Starts no thread before the first picture."""
        super().__init__(parent)
        self._limit = limit
        self._pixmaps: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._latest: dict[str, int] = {}
        self._bytes = 0
        self._asked: set[_Key] = set()
        self._problems: OrderedDict[str, Problem] = OrderedDict()
        self._decoder = Decoder(2, self)
        self._decoder.done.connect(self._take)
        self._decoder.dropped.connect(self._asked.discard)

    def get(self, path: Path, side: int) -> QPixmap | None:
        """Returns the picture of a file, its first frame when it moves.

        It covers a square of `side` logical pixels (its shorter side is at least that long) unless the file
        is smaller, and carries the device pixel ratio of the sharpest screen.

        Args:
            path: an image file.
            side: logical pixels.

        Returns:
            None while it is made, after which `ready` is emitted, and for a file that `failed`. While a
            larger picture of the same file is made, the smaller one.
        """
        name = str(path)
        ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
        key = (name, _rounded(side * ratio))
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            return found
        if name in self._problems:
            return None
        if key not in self._asked:
            self._asked.add(key)
            self._decoder.run(key, _reading(path, key[1]))
        return self._pixmaps.get((name, self._latest.get(name, 0)))

    def failed(self, path: Path) -> Problem | None:
        """Returns why a file has no picture; None when it has one or was never tried."""
        return self._problems.get(str(path))

    def forget(self, path: Path) -> None:
        """Tries a file anew when it is asked for next: it was written again."""
        name = str(path)
        self._problems.pop(name, None)
        for key in [key for key in self._pixmaps if key[0] == name]:
            self._drop(key)

    def memory(self) -> int:
        """Returns the bytes of all pictures kept."""
        return self._bytes

    def close(self) -> None:
        """Waits for its threads. Afterwards nothing new is decoded."""
        self._decoder.close()

    def _take(self, key: _Key, result: QImage | Problem | None) -> None:
        self._asked.discard(key)
        name, side = key
        if not isinstance(result, QImage):
            self._problems[name] = result or Problem.DAMAGED
            if len(self._problems) > _MOST_PROBLEMS:
                self._problems.popitem(last=False)
        else:
            pixmap = QPixmap.fromImage(result)
            pixmap.setDevicePixelRatio(QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]
            self._keep(key, pixmap)
            self._latest[name] = side
        self.ready.emit(name)

    def _keep(self, key: _Key, pixmap: QPixmap) -> None:
        self._drop(key)
        self._pixmaps[key] = pixmap
        self._bytes += _size(pixmap)
        # Twice as sharp a screen shows four times the pixels at once; all that is seen must fit.
        limit = self._limit * min(4.0, pixmap.devicePixelRatio() ** 2)
        while self._bytes > limit and len(self._pixmaps) > 1:
            self._drop(next(iter(self._pixmaps)))

    def _drop(self, key: _Key) -> None:
        gone = self._pixmaps.pop(key, None)
        if gone is not None:
            self._bytes -= _size(gone)
            if self._latest.get(key[0]) == key[1]:
                del self._latest[key[0]]


def _reading(path: Path, side: int) -> Callable[[], QImage | Problem]:
    def read() -> QImage | Problem:
        try:
            return read_covering(path, side)
        except Unreadable as error:
            return error.problem

    return read


def _rounded(side: float) -> int:
    return max(1, -(-round(side) // _STEP)) * _STEP


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
