"""Plays one video file and hands out its frames.

Promise: whatever the file is, it ends in frames or in a `Problem`; a computer without sound plays it.
Import it only when a video is to be played: the multimedia library is large.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QAudioOutput,
    QMediaDevices,
    QMediaMetaData,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)

from panda_desktop.ui.videos.problems import Problem

FIRST_FRAME_LIMIT_MS: Final = 8_000
"""A file that gives no frame within this time is taken for one that cannot be shown."""
_USUAL_FRAME_US: Final = 40_000
_LONGEST_MS: Final = 2**31 - 1  # what a damaged file says may be more than a signal can carry


class Playback(QObject):
    """One open video.

    Signals:
        frame_changed: another frame is to be shown; see `image`.
        position_changed(int): milliseconds.
        duration_changed(int): milliseconds.
        playing_changed(bool): it runs, or no longer.
        sound_changed(bool): whether the file has sound.
        problem_found(object): a `Problem`; nothing more comes of this file.
    """

    frame_changed = Signal()
    position_changed = Signal(int)
    duration_changed = Signal(int)
    playing_changed = Signal(bool)
    sound_changed = Signal(bool)
    problem_found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes it with nothing open."""
        super().__init__(parent)
        self._path: Path | None = None
        self._frame: QVideoFrame | None = None
        self._image: QImage | None = None
        self._frames = 0
        self._position = 0
        self._begin_at = 0  # a position can be set only once the file is loaded
        self._loop = False
        self._problem: Problem | None = None
        self._sink: QVideoSink | None = None
        self._audio = QAudioOutput(self)
        self._devices = QMediaDevices(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._audio)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(FIRST_FRAME_LIMIT_MS)
        self._limit.timeout.connect(lambda: self._fail(Problem.NO_PICTURE))
        self._connect()

    def open(self, path: Path, position: int = 0) -> None:
        """Opens a file, paused at `position`."""
        self.close()
        self._path = path
        self._begin_at = position
        self._limit.start()
        self._renew_sink()
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.pause()

    def close(self) -> None:
        """Lets the file go."""
        self._limit.stop()
        self._path = None
        self._frame = self._image = self._problem = None
        self._frames = 0
        self._position = self._begin_at = 0
        if not self._player.source().isEmpty():
            self._player.setSource(QUrl())

    def play(self) -> None:
        """Goes on, from the start when it was at the end."""
        if self._path is None or self._problem is not None:
            return
        if self._stopped() or self._position >= self.duration > 0:
            self.seek(0)
        self._player.play()

    def pause(self) -> None:
        """Stops at the frame that is shown."""
        if self.playing:
            self._player.pause()

    def seek(self, position: int) -> None:
        """Goes to a place in milliseconds; outside the video, to its nearer end."""
        if self._path is None or self._problem is not None:
            return
        # At the very end there is no frame to show.
        position = max(0, min(position, self.duration - 1))
        self._player.setPosition(position)
        if self._stopped():
            self._player.pause()
        self._tell_position(position)

    def step(self, frames: int) -> None:
        """Pauses and shows the next (1) or the previous (-1) frame."""
        self.pause()
        if self._frame is None:
            return
        start, end = self._frame.startTime(), self._frame.endTime()
        length = end - start if end > start else self._frame_length()
        # The middle of the wanted frame: its edges belong to two frames.
        middle = start + length / 2 + frames * length
        self.seek(round(middle / 1000))

    def set_loop(self, loop: bool) -> None:
        """Begins again at the end, or stays there."""
        self._loop = loop
        self._player.setLoops(QMediaPlayer.Loops.Infinite if loop else QMediaPlayer.Loops.Once)

    def set_muted(self, muted: bool) -> None:
        """Silences it."""
        self._audio.setMuted(muted)

    def set_volume(self, percent: int) -> None:
        """Sets how loud it is, as the ear hears it."""
        self._audio.setVolume(max(0.0, min(1.0, percent / 100)) ** 2)

    def set_rate(self, rate: float) -> None:
        """Sets the speed, 1.0 for that of the video."""
        self._player.setPlaybackRate(rate)

    @property
    def rate(self) -> float:
        """The speed."""
        return self._player.playbackRate()

    @property
    def path(self) -> Path | None:
        """The open file."""
        return self._path

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._player.playbackState() == QMediaPlayer.PlaybackState.PlayingState

    @property
    def position(self) -> int:
        """Where it is, in milliseconds."""
        return self._position

    @property
    def duration(self) -> int:
        """How long it is, in milliseconds; 0 while nobody knows."""
        return max(0, min(self._player.duration(), _LONGEST_MS))

    @property
    def frames(self) -> int:
        """How many frames have come since it was opened."""
        return self._frames

    @property
    def has_sound(self) -> bool:
        """Whether the file has sound."""
        return self._player.hasAudio()

    @property
    def problem(self) -> Problem | None:
        """Why it cannot be shown."""
        return self._problem

    @property
    def size(self) -> QSize:
        """Width and height in pixels of the frame that is shown."""
        return self._frame.size() if self._frame is not None else QSize()

    def image(self) -> QImage | None:
        """Returns the frame that is shown, in its own size; made once, when it is first asked for."""
        if self._image is None and self._frame is not None:
            image = self._frame.toImage()
            self._image = None if image.isNull() else image
        return self._image

    def _connect(self) -> None:
        self._player.positionChanged.connect(self._position_told)
        self._player.durationChanged.connect(lambda _: self.duration_changed.emit(self.duration))
        self._player.hasAudioChanged.connect(lambda _: self.sound_changed.emit(self.has_sound))
        self._player.mediaStatusChanged.connect(self._status_changed)
        self._player.playbackStateChanged.connect(lambda _: self.playing_changed.emit(self.playing))
        # Queued: the player must not be told to let go of a file inside its own signal.
        queued = Qt.ConnectionType.QueuedConnection
        self._player.errorOccurred.connect(self._error_occurred, queued)
        self._devices.audioOutputsChanged.connect(
            lambda: self._audio.setDevice(QMediaDevices.defaultAudioOutput())
        )

    def _renew_sink(self) -> None:
        """Frames of the file before may still be on their way: each file has a sink of its own."""
        old, self._sink = self._sink, QVideoSink(self)
        new = self._sink
        new.videoFrameChanged.connect(lambda frame: self._got(frame, new))
        self._player.setVideoSink(new)
        if old is not None:
            old.deleteLater()

    def _got(self, frame: QVideoFrame, sink: QVideoSink) -> None:
        # The end of a video clears the sink: the last frame stays.
        if sink is not self._sink or not frame.isValid() or self._path is None:
            return
        self._frame = frame
        self._image = None
        self._frames += 1
        self._limit.stop()
        self.frame_changed.emit()
        if self.playing:
            self._tell_position(round(frame.startTime() / 1000))

    def _position_told(self, position: int) -> None:
        # While frames come they tell the position, more often and more exactly.
        if not self.playing or position >= self.duration:
            self._tell_position(position)

    def _tell_position(self, position: int) -> None:
        if 0 < self.duration <= position + 1:
            position = self.duration  # the last frame is the end
        if position != self._position:
            self._position = position
            self.position_changed.emit(position)

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.EndOfMedia and self._frames == 0:
            # AV1 reaches the end without a frame and without an error.
            self._fail(Problem.NO_PICTURE)
        elif status == QMediaPlayer.MediaStatus.EndOfMedia and self._loop:
            # An open file does not take notice of `setLoops`.
            QTimer.singleShot(0, self, self.play)
        elif status == QMediaPlayer.MediaStatus.LoadedMedia:
            if not self._player.hasVideo():
                self._fail(Problem.NO_PICTURE)
            elif self._begin_at > 0:
                begin, self._begin_at = self._begin_at, 0
                self.seek(begin)

    def _error_occurred(self, _error: QMediaPlayer.Error, _text: str) -> None:
        if self._path is None:
            return
        if not self._path.exists():
            self._fail(Problem.MISSING)
        elif self._player.hasVideo() and self._frames == 0:
            self._fail(Problem.NO_PICTURE)
        else:
            self._fail(Problem.BROKEN)

    def _fail(self, problem: Problem) -> None:
        if self._problem is not None or self._path is None:
            return
        self._limit.stop()
        self._problem = problem
        QTimer.singleShot(0, self, self._release)
        self.problem_found.emit(problem)

    def _release(self) -> None:
        if self._problem is not None:
            self._player.setSource(QUrl())

    def _stopped(self) -> bool:
        return self._player.playbackState() == QMediaPlayer.PlaybackState.StoppedState

    def _frame_length(self) -> float:
        rate = self._player.metaData().value(QMediaMetaData.Key.VideoFrameRate)
        return 1_000_000 / rate if isinstance(rate, float) and rate > 0 else _USUAL_FRAME_US
