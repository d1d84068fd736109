"""Records frames as an MP4 with Qt's own encoder.

Promise: the file is whole, with `ftyp` at its beginning and its index inside, or `RecordingFailed` is raised;
the process ends when the encoder stops moving.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QMediaFormat,
    QMediaRecorder,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
)

from panda_desktop.demo.film.stalling import moved

FRAMES_PER_S: Final = 24
SECONDS: Final = 5
_LIMIT_MS: Final = 50_000

# seconds since the beginning, part of the clip gone by (0 to 1)
FrameAt = Callable[[float, float], QImage]


class RecordingFailed(Exception):
    """The encoder gave no file."""


class Recording:
    """Sends frames whenever the encoder is ready for one."""

    def __init__(self, size: QSize, frame_at: FrameAt) -> None:
        """Prepares the encoder; needs a running application."""
        self._frame_at = frame_at
        self._sent = 0
        self._waiting: QVideoFrame | None = None
        self._error = ""
        self._bytes = QByteArray()  # the buffer only points at it
        self._file = QBuffer(self._bytes)
        self._file.open(QIODevice.OpenModeFlag.ReadWrite)
        shape = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_BGRA8888)
        shape.setStreamFrameRate(FRAMES_PER_S)
        self._input = QVideoFrameInput(shape)
        self._recorder = QMediaRecorder()
        self._session = QMediaCaptureSession()
        self._session.setVideoFrameInput(self._input)
        self._session.setRecorder(self._recorder)
        kind = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
        kind.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
        self._recorder.setMediaFormat(kind)
        self._recorder.setEncodingMode(QMediaRecorder.EncodingMode.ConstantQualityEncoding)
        self._recorder.setQuality(QMediaRecorder.Quality.VeryHighQuality)
        self._recorder.setVideoFrameRate(FRAMES_PER_S)
        self._recorder.setVideoResolution(size)
        self._recorder.setOutputDevice(self._file)
        self._recorder.setAutoStop(True)
        self._input.readyToSendVideoFrame.connect(self._send)
        self._recorder.errorOccurred.connect(self._failed)
        self._recorder.recorderStateChanged.connect(self._changed)

    def run(self) -> bytes:
        """Records the whole clip; returns the file. Raises `RecordingFailed`."""
        QTimer.singleShot(_LIMIT_MS, self._too_late)
        self._recorder.record()
        QGuiApplication.exec()
        data = bytes(self._file.data().data())
        if self._error or data[4:8] != b"ftyp" or b"moov" not in data:
            raise RecordingFailed(self._error or "the encoder wrote no whole file")
        return data

    def _send(self) -> None:
        total = FRAMES_PER_S * SECONDS
        while self._sent < total:
            frame = self._waiting or self._next(total)
            if not self._input.sendVideoFrame(frame):
                self._waiting = frame
                return
            self._waiting = None
            self._sent += 1
        if self._sent == total:
            moved()
            self._sent += 1
            self._input.sendVideoFrame(QVideoFrame())  # an empty one says that this was all

    def _next(self, total: int) -> QVideoFrame:
        moved()
        image = self._frame_at(self._sent / FRAMES_PER_S, self._sent / (total - 1))
        frame = QVideoFrame(image)
        frame.setStartTime(self._sent * 1_000_000 // FRAMES_PER_S)
        frame.setEndTime((self._sent + 1) * 1_000_000 // FRAMES_PER_S)
        return frame

    def _changed(self, state: QMediaRecorder.RecorderState) -> None:
        if state == QMediaRecorder.RecorderState.StoppedState:
            QGuiApplication.quit()

    def _failed(self, _error: QMediaRecorder.Error, sentence: str) -> None:
        self._error = sentence or "the encoder failed"
        QGuiApplication.quit()

    def _too_late(self) -> None:
        self._error = "the encoder took too long"
        QGuiApplication.quit()
