"""A picture for every video: its first frame that shows something.

Promise: asking never waits; one video is opened at a time, for a limited time, memory stays within a limit,
and a video that cannot be shown is tried once.
"""

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

if TYPE_CHECKING:
    from panda_desktop.ui.videos.frame_reader import FrameReader

MEMORY_LIMIT: Final = 48 * 1024 * 1024
"""Bytes of pictures kept."""
_STEP: Final = 64
"""Sides are rounded up to this, so that a window that grows does not open every video anew."""
_MOST_WAITING: Final = 200


class PosterStore(QObject):
    """Makes and remembers posters.

    Signals:
        ready(str): the poster of the video at this path can be got now, or it is known that there is none.
    """

    ready = Signal(str)

    def __init__(self, parent: QObject | None = None, *, limit: int = MEMORY_LIMIT) -> None:
        """Makes an empty store; the multimedia library is loaded with the first video."""
        super().__init__(parent)
        self._limit = limit
        self._pixmaps: OrderedDict[Path, QPixmap] = OrderedDict()
        self._whole: dict[Path, int] = {}  # the shorter side of the video itself
        self._failed: set[Path] = set()
        self._wanted: OrderedDict[Path, int] = OrderedDict()
        self._now: Path | None = None
        self._side = 0
        self._due = False
        self._reader: FrameReader | None = None
        self._closed = False

    def get(self, path: Path, side: int) -> QPixmap | None:
        """Returns the poster of a video.

        It covers a square of `side` logical pixels (its shorter side is at least that long) unless the video
        is smaller, and carries the device pixel ratio of the sharpest screen.

        Args:
            path: a video file.
            side: logical pixels.

        Returns:
            None while it is made, after which `ready` is emitted, and for a video that `failed`. While a
            larger poster of the same video is made, the smaller one.
        """
        found = self._pixmaps.get(path)
        wanted = -(-round(side * _ratio()) // _STEP) * _STEP
        if found is None or _short_side(found.size()) < min(wanted, self._whole.get(path, wanted)):
            self._want(path, wanted)
        if found is not None:
            self._pixmaps.move_to_end(path)
        return found

    def failed(self, path: Path) -> bool:
        """Whether this video was tried and cannot be shown."""
        return path in self._failed

    def close(self) -> None:
        """Ends what is under way; nothing is made after it."""
        self._closed = True
        self._wanted.clear()
        if self._reader is not None:
            self._reader.stop()
            self._reader.deleteLater()
            self._reader = None

    def _want(self, path: Path, side: int) -> None:
        if self._closed or path in self._failed or (path == self._now and side <= self._side):
            return
        self._wanted[path] = max(side, self._wanted.get(path, 0))
        self._wanted.move_to_end(path)
        while len(self._wanted) > _MOST_WAITING:  # scrolled past long ago
            self._wanted.popitem(last=False)
        if self._now is None and not self._due:
            self._due = True  # not inside a paint event
            QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        self._due = False
        if self._closed or self._now is not None or not self._wanted:
            return
        # The newest wish first: it is the one on the screen.
        self._now, self._side = self._wanted.popitem()
        if self._reader is None:
            # Not at start-up: the multimedia library is large, and most starts show no video.
            from panda_desktop.ui.videos.frame_reader import FrameReader

            self._reader = FrameReader(self)
            self._reader.done.connect(self._done)
        self._reader.read(self._now)

    def _done(self, image: QImage | None) -> None:
        path, self._now = self._now, None
        if path is not None and not self._closed:
            if image is None:
                self._failed.add(path)
            else:
                self._keep(path, image)
            self.ready.emit(str(path))
        self._next()

    def _keep(self, path: Path, image: QImage) -> None:
        self._whole[path] = _short_side(image.size())
        pixmap = QPixmap.fromImage(_covering(image, self._side))
        pixmap.setDevicePixelRatio(_ratio())
        self._pixmaps[path] = pixmap
        self._pixmaps.move_to_end(path)
        used = sum(each.width() * each.height() * 4 for each in self._pixmaps.values())
        while used > self._limit and len(self._pixmaps) > 1:
            _, gone = self._pixmaps.popitem(last=False)
            used -= gone.width() * gone.height() * 4


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _short_side(size: QSize) -> int:
    return min(size.width(), size.height())


def _covering(image: QImage, side: int) -> QImage:
    if _short_side(image.size()) <= side:
        return image
    expand = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    if _short_side(image.size()) > 3 * side:  # most of the pixels can go cheaply
        image = image.scaled(QSize(2 * side, 2 * side), expand, Qt.TransformationMode.FastTransformation)
    return image.scaled(QSize(side, side), expand, Qt.TransformationMode.SmoothTransformation)
