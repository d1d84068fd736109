"""The player of the videos tab.

Promise: a video waits paused on its first frame until the person plays it, and stops when it is out of sight;
the multimedia library is loaded with the first video, not before.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import Card, Entrance
from panda_desktop.ui.videos.controls import RATES
from panda_desktop.ui.videos.full_screen import FullScreen
from panda_desktop.ui.videos.off_thread import OffThread
from panda_desktop.ui.videos.player_keys import keys_of
from panda_desktop.ui.videos.problems import Problem, sentence
from panda_desktop.ui.videos.stage import Stage

if TYPE_CHECKING:
    from panda_desktop.ui.videos.playback import Playback

_ANY_HEIGHT = 16_777_215  # QWIDGETSIZE_MAX


class VideoPlayer(Card):
    """One video of the library.

    Signals:
        grabbed(bytes, object): the frame that was shown, as PNG, of this `MediaItem`.
        next_wanted(bytes, object): the next clip shall start from that frame of this `MediaItem`.
        file_wanted(str, object): `save`, `open`, `reveal` or `copy` this `MediaItem`.
        loaded(object): this `MediaItem` is shown now, or None.
        playing_changed(bool): it runs, or no longer.
    """

    grabbed = Signal(bytes, object)
    next_wanted = Signal(bytes, object)
    file_wanted = Signal(str, object)
    loaded = Signal(object)
    playing_changed = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty player."""
        super().__init__(parent=parent)
        self._item: MediaItem | None = None
        self._path: Path | None = None
        self._playback: Playback | None = None
        self._places: dict[str, int] = {}
        self._volume = 100
        self._rate = 1.0
        self._height = 360
        self._loop = self._muted = False
        self._screen: FullScreen | None = None
        self._threads = OffThread(self)
        self.stage = Stage(self.image)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.stage)
        Entrance(self, self.stage)
        self._connect()
        self.stage.keys.update(keys_of(self))
        self._name()

    @property
    def item(self) -> MediaItem | None:
        """The video that is shown."""
        return self._item

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._playback is not None and self._playback.playing

    @property
    def touched(self) -> bool:
        """Whether the person is in the middle of watching: it must not be replaced by itself."""
        if self._playback is None:
            return False
        return self._playback.playing or 0 < self._playback.position < self._playback.duration

    @property
    def playback(self) -> "Playback | None":
        """What plays; None before the first video."""
        return self._playback

    def image(self) -> QImage | None:
        """Returns the frame that is shown, in its own size."""
        return None if self._playback is None else self._playback.image()

    def at(self) -> int:
        """Returns where it is, in milliseconds."""
        return 0 if self._playback is None else self._playback.position

    def load(self, item: MediaItem, path: Path) -> None:
        """Shows a video, paused where it was left, or on its first frame; the same one stays as it is."""
        if self._item is not None and self._item.id == item.id and self._path == path:
            self._item = item
            self._name()
            return
        self._keep_place()
        self._item, self._path = item, path
        self.stage.trouble.hide()
        self.stage.controls.set_usable(False)
        self.stage.controls.set_playing(False)
        self._made_playback().open(path, self._places.get(item.id, 0))
        self._name()
        self._mark()
        self.loaded.emit(item)

    def play(self) -> None:
        """Plays what is shown."""
        if self._playback is not None:
            self._playback.play()

    def pause(self) -> None:
        """Stops at the frame that is shown."""
        if self._playback is not None:
            self._playback.pause()

    def toggle(self) -> None:
        """Plays, or pauses."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def seek(self, position: int) -> None:
        """Goes to a place in milliseconds."""
        if self._playback is not None:
            self._playback.seek(position)
            self._mark()

    def seek_by(self, milliseconds: int) -> None:
        """Goes on or back."""
        if self._playback is not None:
            self.seek(self._playback.position + milliseconds)

    def step(self, frames: int) -> None:
        """Shows the next (1) or previous (-1) frame."""
        if self._playback is not None:
            self._playback.step(frames)
            self._mark()

    def set_loop(self, loop: bool) -> None:
        """Begins again at the end, or stays there."""
        self._loop = loop
        self.stage.controls.set_loop(loop)
        if self._playback is not None:
            self._playback.set_loop(loop)

    def set_muted(self, muted: bool) -> None:
        """Silences it."""
        self._muted = muted
        self.stage.controls.set_muted(muted)
        if self._playback is not None:
            self._playback.set_muted(muted)

    def set_rate(self, rate: float) -> None:
        """Sets the speed."""
        self._rate = rate
        self.stage.controls.set_rate(rate)
        if self._playback is not None:
            self._playback.set_rate(rate)

    def toggle_loop(self) -> None:
        """Begins again at the end, or no longer."""
        self.set_loop(not self._loop)

    def toggle_muted(self) -> None:
        """Silences it, or no longer."""
        self.set_muted(not self._muted)

    def set_volume(self, percent: int) -> None:
        """Sets how loud it is."""
        self._volume = max(0, min(100, percent))
        self.stage.controls.set_volume(self._volume)
        if self._playback is not None:
            self._playback.set_volume(self._volume)

    def change_volume(self, percent: int) -> None:
        """Makes it louder or quieter."""
        self.set_volume(self._volume + percent)

    def change_rate(self, steps: int) -> None:
        """Makes it faster (1) or slower (-1)."""
        place = RATES.index(self._rate) + steps
        self.set_rate(RATES[max(0, min(place, len(RATES) - 1))])

    def clear(self) -> None:
        """Lets the video go: its file is free."""
        self.leave_full_screen()
        self._item = self._path = None
        if self._playback is not None:
            self._playback.close()
        self.stage.trouble.hide()
        self.stage.controls.set_usable(False)
        self._name()
        self.stage.surface.update()
        self.loaded.emit(None)

    def grab_frame(self) -> None:
        """Hands on the frame that is shown; ends in `grabbed`."""
        self._grab(self.grabbed.emit)

    def begin_next(self) -> None:
        """Hands on the frame that is shown, for the next clip; ends in `next_wanted`."""
        self.leave_full_screen()
        self.pause()
        self._grab(self.next_wanted.emit)

    def want_file(self, what: str) -> None:
        """Hands on what is wanted of the file."""
        if what == "grab":
            self.grab_frame()
        elif what == "next":
            self.begin_next()
        elif self._item is not None:
            self.file_wanted.emit(what, self._item)

    def toggle_full_screen(self) -> None:
        """Fills the screen, or goes back."""
        if self._screen is not None:
            self.leave_full_screen()
        elif self._item is not None:
            self.stage.surface.setMinimumHeight(0)
            self.stage.surface.setMaximumHeight(_ANY_HEIGHT)
            self._screen = FullScreen(self.stage, self)
            self._screen.left.connect(self.leave_full_screen)
            self._screen.open()

    def leave_full_screen(self) -> None:
        """Goes back into the page; does nothing when it is there."""
        screen, self._screen = self._screen, None
        if screen is not None:
            self._column.addWidget(screen.give_back())
            self.stage.surface.setFixedHeight(self._height)
            self.stage.surface.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut_down(self) -> None:
        """Stops for good."""
        self.clear()
        self._threads.close()
        if self._playback is not None:
            self._playback.deleteLater()
            self._playback = None

    def set_picture_height(self, height: int) -> None:
        """Sets how high the picture is in the page."""
        self._height = height
        if self._screen is None:
            self.stage.surface.setFixedHeight(height)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pauses when the page is left."""
        super().hideEvent(event)
        # Later: moving the player to another place in the page hides it for a moment.
        QTimer.singleShot(0, self, self._pause_unseen)

    def showEvent(self, event: QShowEvent) -> None:
        """Draws what came while it was hidden."""
        super().showEvent(event)
        self.stage.surface.update()

    def sizeHint(self) -> QSize:
        """The height is given by the page."""
        return QSize(640, 400)

    def _grab(self, hand_on: Callable[[bytes, MediaItem], None]) -> None:
        item, image = self._item, self.image()
        if item is None or image is None:
            return
        # The encoder needs a tenth of a second for a large frame.
        self._threads.run(lambda: as_png(image), lambda png: hand_on(png, item))

    def _pause_unseen(self) -> None:
        if not self.isVisible():
            self.leave_full_screen()
            self.pause()

    def _made_playback(self) -> "Playback":
        if self._playback is not None:
            return self._playback
        from panda_desktop.ui.videos.playback import Playback  # large: not before the first video

        made = Playback(self)
        controls = self.stage.controls
        made.frame_changed.connect(self._frame_changed)
        made.position_changed.connect(controls.set_position)
        made.duration_changed.connect(controls.set_duration)
        made.sound_changed.connect(controls.set_has_sound)
        made.playing_changed.connect(self._playing_changed)
        made.problem_found.connect(self._problem_found)
        made.set_volume(self._volume)
        made.set_rate(self._rate)
        made.set_loop(self._loop)
        made.set_muted(self._muted)
        self._playback = made
        return made

    def _frame_changed(self) -> None:
        assert self._playback is not None
        if self._playback.frames == 1:
            controls = self.stage.controls
            controls.set_usable(True)
            controls.set_duration(self._playback.duration)
            controls.set_position(self._playback.position)
            controls.set_has_sound(self._playback.has_sound)
            self._mark()
        self.stage.surface.update()

    def _playing_changed(self, playing: bool) -> None:
        self.stage.controls.set_playing(playing)
        self._mark()
        self.playing_changed.emit(playing)

    def _problem_found(self, problem: Problem) -> None:
        self.leave_full_screen()
        self.stage.controls.set_usable(False)
        self.stage.trouble.say(sentence(problem), has_file=problem is not Problem.MISSING)
        self.stage.surface.update()

    def _mark(self) -> None:
        playback = self._playback
        at_rest = playback is not None and not playback.playing and playback.problem is None
        at_an_end = playback is not None and not 0 < playback.position < playback.duration
        self.stage.surface.set_marked(at_rest and at_an_end)

    def _keep_place(self) -> None:
        if self._item is not None and self._playback is not None and self._playback.frames:
            at_end = self._playback.position >= self._playback.duration - 1
            self._places[self._item.id] = 0 if at_end else self._playback.position

    def _name(self) -> None:
        prompt = self._item.prompt if self._item is not None else ""
        name = self.tr("Video: {prompt}").format(prompt=prompt[:300]) if prompt else self.tr("Video")
        self.stage.surface.set_words(
            name, self.tr("Click or Space plays and pauses, a double click fills the screen")
        )

    def _connect(self) -> None:
        controls, surface, trouble = self.stage.controls, self.stage.surface, self.stage.trouble
        surface.pressed.connect(self.toggle)
        surface.double_pressed.connect(self._double_pressed)
        controls.play_pressed.connect(self.toggle)
        controls.sought.connect(self.seek)
        controls.loop_toggled.connect(self.set_loop)
        controls.mute_toggled.connect(self.set_muted)
        controls.volume_changed.connect(self.set_volume)
        controls.rate_chosen.connect(self.set_rate)
        controls.step_wanted.connect(self.step)
        controls.full_screen_wanted.connect(self.toggle_full_screen)
        controls.file_wanted.connect(self.want_file)
        trouble.open.clicked.connect(lambda _=False: self.want_file("open"))
        trouble.reveal.clicked.connect(lambda _=False: self.want_file("reveal"))

    def _double_pressed(self) -> None:
        self.toggle()  # takes back what the first click did
        self.toggle_full_screen()


def as_png(image: QImage) -> bytes:
    """Returns a picture as PNG; takes long for a large one."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
