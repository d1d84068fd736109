"""Records real videos with the parts of Qt at hand: MPEG-4 part 2 in an .mp4, without sound."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QMediaFormat,
    QMediaRecorder,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
)

FRAMES = 25
RATE = 25
SIZE = QSize(320, 180)


def numbered(number: int, size: QSize) -> QImage:
    """A frame of which colour and bar tell the number."""
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(QColor.fromHsv(number * 300 // FRAMES, 200, 200))
    painter = QPainter(image)
    painter.fillRect(QRect(number * size.width() // FRAMES, 0, 12, size.height()), QColor("white"))
    font = painter.font()
    font.setPixelSize(size.height() // 3)
    painter.setFont(font)
    painter.setPen(QColor("black"))
    painter.drawText(image.rect(), int(Qt.AlignmentFlag.AlignCenter), str(number))
    painter.end()
    return image


def record(
    target: Path,
    draw: Callable[[int, QSize], QImage] = numbered,
    *,
    frames: int = FRAMES,
    size: QSize = SIZE,
) -> Path:
    """Records `frames` pictures into `target`; needs a running QApplication."""
    form = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_BGRA8888)
    form.setStreamFrameRate(RATE)
    source = QVideoFrameInput(form)
    session = QMediaCaptureSession()
    session.setVideoFrameInput(source)
    recorder = QMediaRecorder()
    session.setRecorder(recorder)
    media = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    media.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    recorder.setMediaFormat(media)
    recorder.setQuality(QMediaRecorder.Quality.HighQuality)
    recorder.setVideoFrameRate(RATE)
    recorder.setAutoStop(True)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(target)))
    loop = QEventLoop()
    sent = 0

    def send() -> None:
        nonlocal sent
        while sent < frames:
            frame = QVideoFrame(draw(sent, size))
            frame.setStartTime(sent * 1_000_000 // RATE)
            frame.setEndTime((sent + 1) * 1_000_000 // RATE)
            if not source.sendVideoFrame(frame):
                return
            sent += 1
        source.sendVideoFrame(QVideoFrame())

    def moved(state: QMediaRecorder.RecorderState) -> None:
        if state == QMediaRecorder.RecorderState.StoppedState:
            loop.quit()

    source.readyToSendVideoFrame.connect(send)
    recorder.recorderStateChanged.connect(moved)
    recorder.errorOccurred.connect(lambda *_: loop.quit())
    QTimer.singleShot(20_000, loop.quit)
    recorder.record()
    loop.exec()
    assert sent == frames and target.stat().st_size > 0, recorder.errorString()
    return target


def without_codec(video: bytes) -> bytes:
    """Turns a recorded video into one that says AV1: it ends at once, without frame and error."""
    assert video.count(b"mp4v") == 1 and video.count(b"esds") == 1
    return video.replace(b"mp4v", b"av01").replace(b"esds", b"free")
