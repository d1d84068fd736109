"""The bar under a video: play, seek, sound, speed, frames, and what can be done with the file.

Promise: everything in the bar is in its menu too, so that a narrow window loses nothing; every button says
its key.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QWidget

from panda_desktop.ui.kit import Button, IconButton, Label, Menu, Surface, plain_tip, set_variant
from panda_desktop.ui.numerals import briefly, clock
from panda_desktop.ui.theme import look
from panda_desktop.ui.videos.seek_slider import SeekSlider

RATES: Final = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_ONE_LINE_FROM: Final = 560
_WORDS_FROM: Final = 820
_VOLUME_FROM: Final = 680
_ALL_FROM: Final = 450
_NEXT_FROM: Final = 610
_SOME_FROM: Final = 310
_GRABBED_MS: Final = 1_500


class ControlBar(Surface):
    """States what is wanted; shows what it is told.

    Signals:
        play_pressed: play or pause.
        sought(int): a place in milliseconds.
        loop_toggled(bool): begin again at the end.
        mute_toggled(bool): no sound.
        volume_changed(int): per cent.
        rate_chosen(float): 1.0 is the video's own speed.
        step_wanted(int): one frame on (1) or back (-1).
        full_screen_wanted: enter or leave the full screen.
        file_wanted(str): `grab`, `next`, `save`, `open`, `reveal` or `copy`.
    """

    play_pressed = Signal()
    sought = Signal(int)
    loop_toggled = Signal(bool)
    mute_toggled = Signal(bool)
    volume_changed = Signal(int)
    rate_chosen = Signal(float)
    step_wanted = Signal(int)
    full_screen_wanted = Signal()
    file_wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the bar of a video that is not known yet."""
        super().__init__("", parent=parent)
        # Time runs from left to right in a player, whatever the language does.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._duration = 0
        self._position = 0
        self._rate = 1.0
        self.play = IconButton("play", self.tr("Play (Space)"), role="text", size=20)
        self.time = Label("", "small")
        self.slider = SeekSlider()
        self.back = IconButton("frame-back", self.tr("One frame back (,)"))
        self.forward = IconButton("frame-forward", self.tr("One frame on (.)"))
        self.loop = IconButton("loop", self.tr("Loop (L)"), checkable=True)
        self.mute = IconButton("volume", self.tr("Mute (M)"), checkable=True)
        self.volume = self._volume_slider()
        self.rate = Button("1×", "quiet", small=True)
        self.grab_icon = IconButton("grab-frame", self.tr("Put this frame into the library (G)"))
        self.next_icon = IconButton("continue", self.tr("Make the next clip from this frame (N)"))
        self.next_words = Button(
            self.tr("Next clip"), "quiet", small=True, tip=self.tr("Make the next clip from this frame (N)")
        )
        self.save_icon = IconButton("save", self.tr("Save as… (S)"))
        self.grab_words = Button(
            self.tr("Grab frame"), "quiet", small=True, tip=self.tr("Put this frame into the library (G)")
        )
        self.save_words = Button(self.tr("Save"), "quiet", small=True, tip=self.tr("Save as… (S)"))
        self.more = IconButton("more", self.tr("More about this video"))
        self.full = IconButton("fullscreen", self.tr("Full screen (F)"))
        self._grabbed = QTimer(self)
        self._grabbed.setSingleShot(True)
        self._grabbed.setInterval(_GRABBED_MS)
        self._grabbed.timeout.connect(self._forget_grabbed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 4, 8, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2)
        self._fill()
        self._connect()
        self._arrange()
        look().changed.connect(self._arrange)

    def set_playing(self, playing: bool) -> None:
        """Shows whether it runs."""
        self.play.set_icon("pause" if playing else "play")
        self.play.set_name(self.tr("Pause (Space)") if playing else self.tr("Play (Space)"))

    def set_position(self, position: int) -> None:
        """Shows where it is."""
        self._position = position
        self.slider.set_position(position)
        self._show_time()

    def set_duration(self, duration: int) -> None:
        """Shows how long it is."""
        self._duration = duration
        self.slider.set_duration(duration)
        self._show_time()

    def set_has_sound(self, has_sound: bool) -> None:
        """Offers the sound only when there is one."""
        for control in (self.mute, self.volume):
            control.setEnabled(has_sound)
        self._name_mute()

    def set_muted(self, muted: bool) -> None:
        """Shows whether it is silent."""
        self.mute.setChecked(muted)
        self.mute.set_icon("mute" if muted else "volume")
        self._name_mute()

    def set_volume(self, percent: int) -> None:
        """Shows how loud it is."""
        self.volume.setValue(percent)

    def set_loop(self, loop: bool) -> None:
        """Shows whether it begins again at the end."""
        self.loop.setChecked(loop)

    def set_rate(self, rate: float) -> None:
        """Shows the speed."""
        self._rate = rate
        words = f"{briefly(rate)}×"
        self.rate.set_text(words)
        self.rate.setAccessibleName(self.tr("Speed: {rate}").format(rate=words))
        tip = self.tr("Speed: {rate} (< slower, > faster)").format(rate=words)
        self.rate.set_tip(tip)
        self.rate.setAccessibleDescription(tip)

    def show_grabbed(self) -> None:
        """Shows that a frame went into the library: on the full screen there is no other sign."""
        self.grab_icon.set_icon("check", "accent")
        self.grab_words.setMinimumWidth(self.grab_words.width())  # nothing beside it moves
        self.grab_words.set_text(self.tr("Grabbed"))
        self._grabbed.start()

    def _forget_grabbed(self) -> None:
        self.grab_icon.set_icon("grab-frame", "muted")
        self.grab_words.setMinimumWidth(0)
        self.grab_words.set_text(self.tr("Grab frame"))

    def set_full_screen(self, full: bool) -> None:
        """Shows whether it fills the screen; there the bar needs a ground of its own."""
        set_variant(self, "tone", "card" if full else "")
        self.full.set_name(self.tr("Leave full screen (F or Escape)") if full else self.tr("Full screen (F)"))

    def set_usable(self, usable: bool) -> None:
        """Offers what needs a picture only when there is one; what needs the file alone stays."""
        for control in self._of_picture():
            control.setEnabled(usable)
        if not usable:
            self.slider.set_duration(0)
            self.set_has_sound(False)

    def open_menu(self) -> Menu:
        """Opens the menu of everything."""
        menu = Menu(self)
        file = self.file_wanted.emit
        usable = self.play.isEnabled()
        add = menu.add
        add(self.tr("Save as…"), lambda: file("save"), icon_name="save", shortcut="S")
        add(
            self.tr("Put this frame into the library"),
            lambda: file("grab"),
            icon_name="grab-frame",
            shortcut="G",
            enabled=usable,
        )
        add(
            self.tr("Make the next clip from this frame"),
            lambda: file("next"),
            icon_name="continue",
            shortcut="N",
            enabled=usable,
        )
        add(self.tr("Copy the file"), lambda: file("copy"), icon_name="copy", shortcut="Ctrl+C")
        add(self.tr("Open with the system player"), lambda: file("open"), icon_name="open-external")
        add(self.tr("Show in the folder"), lambda: file("reveal"), icon_name="folder")
        menu.addSeparator()
        step = self.step_wanted.emit
        add(self.tr("One frame back"), lambda: step(-1), icon_name="frame-back", shortcut=",", enabled=usable)
        add(self.tr("One frame on"), lambda: step(1), icon_name="frame-forward", shortcut=".", enabled=usable)
        looped = self.loop.isChecked()
        add(self.tr("Loop"), lambda: self.loop_toggled.emit(not looped), shortcut="L", checked=looped)
        muted = self.mute.isChecked()
        add(
            self.tr("Mute"),
            lambda: self.mute_toggled.emit(not muted),
            shortcut="M",
            checked=muted,
            enabled=self.mute.isEnabled(),
        )
        quieter, louder = max(0, self.volume.value() - 10), min(100, self.volume.value() + 10)
        sound = self.mute.isEnabled()
        add(self.tr("Louder"), lambda: self.volume_changed.emit(louder), shortcut="Up", enabled=sound)
        add(self.tr("Quieter"), lambda: self.volume_changed.emit(quieter), shortcut="Down", enabled=sound)
        add(self.rate.accessibleName(), self.open_rates, enabled=usable)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        return menu

    def open_rates(self) -> Menu:
        """Opens the choice of speeds."""
        menu = Menu(self)
        for rate in RATES:
            menu.add(f"{briefly(rate)}×", self._choosing(rate), checked=rate == self._rate)
        menu.aboutToHide.connect(menu.deleteLater)
        anchor = self.rate if self.rate.isVisible() else self.more
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
        return menu

    def minimumSizeHint(self) -> QSize:
        """May become narrow: what there is no room for is in the menu."""
        return QSize(look().pixels(150), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps in sight what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _choosing(self, rate: float) -> Callable[[], None]:
        return lambda: self.rate_chosen.emit(rate)

    def _fill(self) -> None:
        for widget in (
            self.back,
            self.forward,
            self.loop,
            self.mute,
            self.volume,
            self.rate,
            self.grab_icon,
            self.grab_words,
            self.next_icon,
            self.next_words,
            self.save_icon,
            self.save_words,
            self.more,
            self.full,
        ):
            self._buttons.addWidget(widget)
        self.set_rate(1.0)
        self.set_usable(False)
        self._show_time()

    def _connect(self) -> None:
        self.play.clicked.connect(lambda _=False: self.play_pressed.emit())
        self.slider.sought.connect(self.sought)
        self.back.clicked.connect(lambda _=False: self.step_wanted.emit(-1))
        self.forward.clicked.connect(lambda _=False: self.step_wanted.emit(1))
        self.loop.clicked.connect(lambda checked: self.loop_toggled.emit(checked))
        self.mute.clicked.connect(lambda checked: self.mute_toggled.emit(checked))
        self.volume.valueChanged.connect(self.volume_changed)
        self.rate.clicked.connect(lambda _=False: self.open_rates())
        for button in (self.grab_icon, self.grab_words):
            button.clicked.connect(lambda _=False: self.file_wanted.emit("grab"))
        for button in (self.save_icon, self.save_words):
            button.clicked.connect(lambda _=False: self.file_wanted.emit("save"))
        for button in (self.next_icon, self.next_words):
            button.clicked.connect(lambda _=False: self.file_wanted.emit("next"))
        self.more.clicked.connect(lambda _=False: self.open_menu())
        self.full.clicked.connect(lambda _=False: self.full_screen_wanted.emit())

    def _of_picture(self) -> tuple[QWidget, ...]:
        return (
            self.play,
            self.back,
            self.forward,
            self.loop,
            self.rate,
            self.grab_icon,
            self.grab_words,
            self.next_icon,
            self.next_words,
            self.full,
        )

    def _volume_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setValue(100)
        slider.setPageStep(10)
        slider.setSingleStep(5)
        slider.setAccessibleName(self.tr("Volume"))
        slider.setToolTip(plain_tip(self.tr("Volume (↑ and ↓)")))
        slider.setFixedWidth(64)
        return slider

    def _arrange(self) -> None:
        factor = look().scale.factor
        width = self.width() / factor
        one_line = width >= _ONE_LINE_FROM
        self._place_slider(one_line=one_line)
        words = width >= _WORDS_FROM
        for shown, widgets in (
            (words, (self.grab_words, self.next_words, self.save_words)),
            (not words and width >= _ALL_FROM, (self.grab_icon, self.save_icon)),
            (width >= _VOLUME_FROM, (self.volume,)),
            (not words and width >= _NEXT_FROM, (self.next_icon,)),
            (width >= _ALL_FROM, (self.back, self.forward)),
            (width >= _SOME_FROM, (self.rate, self.loop, self.mute)),
        ):
            for widget in widgets:
                widget.setVisible(shown)
        self._grid.activate()  # now: what is shown must not be painted squeezed

    def _place_slider(self, *, one_line: bool) -> None:
        grid = self._grid
        if (grid.indexOf(self.slider) >= 0) and bool(self.property("oneLine")) == one_line:
            return
        self.setProperty("oneLine", one_line)
        for widget in (self.play, self.time, self.slider):
            grid.removeWidget(widget)
        grid.removeItem(self._buttons)
        row = 0 if one_line else 1
        grid.addWidget(self.play, row, 0)
        grid.addWidget(self.time, row, 1)
        if one_line:
            grid.addWidget(self.slider, 0, 2)
        else:
            grid.addWidget(self.slider, 0, 0, 1, 4)
        grid.addLayout(self._buttons, row, 3)
        grid.setColumnStretch(2, 1)

    def _show_time(self) -> None:
        text = f"{clock(self._position / 1000)} / {clock(self._duration / 1000)}" if self._duration else ""
        if text != self.time.text():
            self.time.setText(text)

    def _name_mute(self) -> None:
        if not self.mute.isEnabled():
            self.mute.set_name(self.tr("This video has no sound"))
        elif self.mute.isChecked():
            self.mute.set_name(self.tr("Sound on (M)"))
        else:
            self.mute.set_name(self.tr("Mute (M)"))
