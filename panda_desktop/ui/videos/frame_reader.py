"""Reads one picture out of a video file.

Promise: it ends in `done`, with a picture or without one, within a limit of time, and never makes a sound.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

LIMIT_MS: Final = 5_000
"""How long one file may take."""
_PLACES: Final = (0.0, 0.1, 0.3, 0.5)
"""Where to look, as parts of the duration, until a frame shows something."""
_LEAST_SPREAD: Final = 24


class FrameReader(QObject):
    """Opens one file at a time.

    Signals:
        done(object): the `QImage` of the first frame that shows something, or None.
    """

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes a reader at rest."""
        super().__init__(parent)
        self._sink = QVideoSink(self)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(lambda: self._end(self._best))
        self._open = False
        self._tried = 0
        self._best: QImage | None = None
        self._sink.videoFrameChanged.connect(self._got)
        self._player.mediaStatusChanged.connect(self._status_changed)
        # Queued: the player must not be told to let go of a file inside its own signal.
        self._player.errorOccurred.connect(
            lambda *_: self._end(self._best), Qt.ConnectionType.QueuedConnection
        )

    def read(self, path: Path, limit_ms: int = LIMIT_MS) -> None:
        """Begins with a file. Call it only after `done` of the one before."""
        self._open = True
        self._tried = 0
        self._best = None
        self._limit.start(limit_ms)
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.pause()

    def stop(self) -> None:
        """Lets the file go without telling."""
        self._open = False
        self._limit.stop()
        self._player.setSource(QUrl())

    def _got(self, frame: QVideoFrame) -> None:
        if not self._open or not frame.isValid():
            return
        image = frame.toImage()
        if image.isNull():
            return
        self._best = self._best if self._best is not None else image
        duration = self._player.duration()
        self._tried += 1
        if shows_something(image):
            self._end(image)
        elif self._tried < len(_PLACES) and duration > 0:
            self._player.setPosition(round(duration * _PLACES[self._tried]))
        else:
            self._end(self._best)

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        ends = (QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia)
        if self._open and status in ends:
            self._end(self._best)

    def _end(self, image: QImage | None) -> None:
        if not self._open:
            return
        self._open = False
        self._limit.stop()
        QTimer.singleShot(0, self, lambda: self._tell(image))

    def _tell(self, image: QImage | None) -> None:
        if self._open:
            return
        self._player.setSource(QUrl())
        self.done.emit(image)


def shows_something(image: QImage) -> bool:
    """Whether a picture is more than one even colour, such as the black a video fades in from."""
    small = image.scaled(24, 24).convertToFormat(QImage.Format.Format_Grayscale8)
    shades = sorted(bytes(small.constBits()))
    # The darkest and brightest few do not count: a logo in a corner is not the scene.
    return shades[-len(shades) // 20] - shades[len(shades) // 20] >= _LEAST_SPREAD
