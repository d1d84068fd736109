"""Plays a clip with Qt's player, without a window, and keeps its frames."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

# what the media library says about drivers that a test machine does not have
MISSING_LIBRARIES = r"Couldn't (load|resolve)|^Using Qt multimedia|^Using FFmpeg|No HW decoder|No RHI backend"


@dataclass
class Played:
    """What was seen: the frames and the length in milliseconds."""

    frames: list[QImage]
    duration: int


def play(clip: bytes, folder: Path, qtbot: QtBot, rate: float = 4.0) -> Played:
    """Plays a clip to its end, faster than life."""
    path = folder / "clip.mp4"
    path.write_bytes(clip)
    seen: list[QImage] = []

    def keep(frame: QVideoFrame) -> None:
        if frame.isValid():
            seen.append(frame.toImage())

    sink, player = QVideoSink(), QMediaPlayer()
    sink.videoFrameChanged.connect(keep)
    player.setVideoSink(sink)
    errors: list[str] = []
    player.errorOccurred.connect(lambda _error, sentence: errors.append(sentence))
    player.setSource(QUrl.fromLocalFile(str(path)))
    player.setPlaybackRate(rate)
    player.play()
    qtbot.waitUntil(lambda: player.mediaStatus() == QMediaPlayer.MediaStatus.EndOfMedia, timeout=20_000)
    duration = player.duration()
    player.stop()
    player.setSource(QUrl())
    player.setVideoSink(None)  # type: ignore[arg-type]
    QApplication.processEvents()
    assert errors == []
    return Played(seen, duration)


def difference(first: QImage, second: QImage) -> float:
    """Returns the mean difference of two pictures of the same shape, 0 to 255."""
    side = 48
    one, two = (
        image.scaled(side, side).convertToFormat(QImage.Format.Format_RGB32) for image in (first, second)
    )
    total = 0
    for x in range(side):
        for y in range(side):
            a, b = one.pixelColor(x, y), two.pixelColor(x, y)
            total += abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
    return total / (side * side * 3)
