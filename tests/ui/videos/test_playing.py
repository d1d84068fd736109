"""A real file is played, stepped, sought and grabbed; a wrong one ends in a sentence."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QSlider, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.videos.playback import Playback
from panda_desktop.ui.videos.player import VideoPlayer
from panda_desktop.ui.videos.problems import Problem, sentence
from tests.ui.videos.recording import FRAMES, numbered

Key = Qt.Key


def item(name: str = "one", prompt: str = "A panda") -> MediaItem:
    return MediaItem(name, MediaKind.VIDEO, "x.mp4", "video/mp4", 1, "", datetime.now(UTC), prompt=prompt)


def number_of(image: QImage | None) -> int:
    """Which of the recorded frames a picture shows, told by its colour and bar."""
    assert image is not None

    def unlike(number: int) -> int:
        wanted = numbered(number, image.size())
        places = [
            QPoint(x, y)
            for x in range(6, image.width(), 12)
            for y in (4, image.height() // 2, image.height() - 5)
        ]
        both = ((image.pixelColor(place), wanted.pixelColor(place)) for place in places)
        return sum(
            abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) for a, b in both
        )

    return min(range(FRAMES), key=unlike)


@pytest.fixture
def playback(qtbot: QtBot) -> Iterator[Playback]:
    made = Playback()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[VideoPlayer]:
    made = VideoPlayer()
    qtbot.addWidget(made)
    made.set_picture_height(180)
    made.resize(900, 240)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.shut_down()


@pytest.fixture
def loaded(qtbot: QtBot, player: VideoPlayer, video_file: Path) -> VideoPlayer:
    player.load(item(), video_file)
    qtbot.waitUntil(lambda: player.image() is not None)
    player.stage.surface.setFocus()
    qtbot.waitUntil(player.stage.surface.hasFocus)
    return player


def press(
    qtbot: QtBot, player: VideoPlayer, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(player.stage.surface, key, modifier)


def settled(qtbot: QtBot, player: VideoPlayer, number: int) -> None:
    """Waits until the player shows this frame."""
    qtbot.waitUntil(lambda: number_of(player.image()) == number)


def test_every_frame_of_a_real_file_is_shown_once(qtbot: QtBot, playback: Playback, video_file: Path) -> None:
    shown: list[int] = []
    playback.open(video_file)
    qtbot.waitUntil(lambda: playback.frames == 1)
    playback.frame_changed.connect(lambda: shown.append(number_of(playback.image())))
    playback.play()
    qtbot.waitUntil(lambda: playback.position >= 1000 and not playback.playing)
    assert playback.frames == FRAMES
    assert shown == list(range(1, FRAMES))
    assert playback.duration == 1000
    assert playback.size == QSize(320, 180)
    assert not playback.has_sound


def test_it_waits_paused_on_the_first_frame(loaded: VideoPlayer) -> None:
    assert number_of(loaded.image()) == 0
    assert not loaded.playing
    assert not loaded.touched


def test_space_and_click_play_and_pause(qtbot: QtBot, loaded: VideoPlayer) -> None:
    press(qtbot, loaded, Key.Key_Space)
    qtbot.waitUntil(lambda: loaded.playing)
    assert loaded.stage.controls.play.accessibleName() == "Pause (Space)"
    assert loaded.touched
    qtbot.mouseClick(loaded.stage.surface, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not loaded.playing)
    qtbot.mouseClick(loaded.stage.controls.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: loaded.playing)


def test_playing_again_after_the_end_begins_at_the_start(qtbot: QtBot, loaded: VideoPlayer) -> None:
    playback = loaded.playback
    assert playback is not None
    loaded.play()
    qtbot.waitUntil(lambda: playback.position >= 1000 and not playback.playing)
    assert number_of(loaded.image()) == FRAMES - 1
    loaded.play()
    qtbot.waitUntil(lambda: playback.playing and playback.position < 500)


def test_loop_begins_again_by_itself(qtbot: QtBot, loaded: VideoPlayer) -> None:
    press(qtbot, loaded, Key.Key_L)
    assert loaded.stage.controls.loop.isChecked()
    assert loaded.playback is not None
    loaded.play()
    qtbot.waitUntil(lambda: loaded.playback is not None and loaded.playback.frames > FRAMES + 5)
    assert loaded.playing


def test_frame_steps_forward_and_back(qtbot: QtBot, loaded: VideoPlayer) -> None:
    for number in (1, 2, 3):
        press(qtbot, loaded, Key.Key_Period)
        settled(qtbot, loaded, number)
    for number in (2, 1, 0):
        press(qtbot, loaded, Key.Key_Comma)
        settled(qtbot, loaded, number)
    press(qtbot, loaded, Key.Key_Comma)
    settled(qtbot, loaded, 0)
    press(qtbot, loaded, Key.Key_End)
    settled(qtbot, loaded, FRAMES - 1)
    press(qtbot, loaded, Key.Key_Period)
    settled(qtbot, loaded, FRAMES - 1)
    assert not loaded.playing


def test_seeking_by_keys_on_picture_and_slider(qtbot: QtBot, loaded: VideoPlayer) -> None:
    slider = loaded.stage.controls.slider
    press(qtbot, loaded, Key.Key_Right)  # by a second: to the end
    settled(qtbot, loaded, FRAMES - 1)
    press(qtbot, loaded, Key.Key_Home)
    settled(qtbot, loaded, 0)
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_End)
    settled(qtbot, loaded, FRAMES - 1)
    assert slider.accessibleDescription() == "0:01 of 0:01"
    qtbot.keyClick(slider, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    settled(qtbot, loaded, 0)


def test_a_click_on_the_line_goes_there(qtbot: QtBot, loaded: VideoPlayer) -> None:
    slider = loaded.stage.controls.slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    qtbot.waitUntil(lambda: abs(number_of(loaded.image()) - FRAMES // 2) <= 1)
    assert 400 < slider.value() < 600


def test_seeking_after_the_end_shows_a_frame(qtbot: QtBot, loaded: VideoPlayer) -> None:
    playback = loaded.playback
    assert playback is not None
    loaded.play()
    qtbot.waitUntil(lambda: playback.position >= 1000 and not playback.playing)
    loaded.seek(500)
    settled(qtbot, loaded, 12)
    assert not loaded.playing


def test_the_window_s_picture_holds_the_frame(qtbot: QtBot, loaded: VideoPlayer) -> None:
    """Pitfall 19: what `grab` gives is what is seen."""
    loaded.seek(500)
    settled(qtbot, loaded, 12)
    surface = loaded.stage.surface
    surface.setFixedSize(320, 180)
    surface.set_rounded(False)
    surface.set_marked(False)
    surface.clearFocus()
    shown = surface.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    image = loaded.image()
    assert image is not None
    assert shown == image.convertToFormat(QImage.Format.Format_RGB32)


def test_proportions_are_kept_with_dark_bars(qtbot: QtBot, loaded: VideoPlayer) -> None:
    surface = loaded.stage.surface
    surface.setFixedSize(640, 180)
    area = surface.picture_area()
    assert (area.width(), area.height()) == (320, 180)
    assert area.center().x() == pytest.approx(320, abs=1)
    bar = surface.grab().toImage().pixelColor(20, 120)
    assert max(bar.red(), bar.green(), bar.blue()) < 40


def test_the_grabbed_frame_is_the_one_that_is_shown(qtbot: QtBot, loaded: VideoPlayer) -> None:
    loaded.seek(300)
    settled(qtbot, loaded, 7)
    with qtbot.waitSignal(loaded.grabbed) as caught:
        press(qtbot, loaded, Key.Key_G)
    assert caught.args is not None
    png, of = caught.args
    image = loaded.image()
    assert image is not None
    assert bytes(png).startswith(b"\x89PNG\r\n\x1a\n")
    grabbed = QImage.fromData(bytes(png))
    assert grabbed.convertToFormat(QImage.Format.Format_RGB32) == image.convertToFormat(
        QImage.Format.Format_RGB32
    )
    assert of == loaded.item


def test_sound_speed_and_volume(qtbot: QtBot, loaded: VideoPlayer) -> None:
    controls = loaded.stage.controls
    press(qtbot, loaded, Key.Key_M)
    assert controls.mute.isChecked()
    press(qtbot, loaded, Key.Key_Down)
    assert controls.volume.value() == 95
    controls.rate_chosen.emit(2.0)
    assert controls.rate.text() == "2×"
    assert loaded.playback is not None
    assert loaded.playback.rate == 2.0
    qtbot.keyClick(loaded.stage.surface, "<")
    assert controls.rate.text() == "1.5×"
    assert [action.text() for action in controls.open_rates().actions()][:2] == ["0.25×", "0.5×"]
    assert not controls.mute.isEnabled()
    assert controls.mute.toolTip().find("no sound") > 0


def test_full_screen_and_back_by_keys(qtbot: QtBot, loaded: VideoPlayer) -> None:
    stage = loaded.stage
    press(qtbot, loaded, Key.Key_F)
    assert stage.window() is not loaded.window()
    assert stage.window().isFullScreen()
    loaded.play()
    qtbot.keyClick(stage.surface, Key.Key_Escape)
    assert stage.window() is loaded.window()
    assert loaded.isAncestorOf(stage)
    assert loaded.playing
    qtbot.mouseDClick(stage.surface, Qt.MouseButton.LeftButton)
    screen = stage.window()
    assert screen is not loaded.window()
    screen.close()
    assert stage.window() is loaded.window()


def test_it_pauses_when_it_is_hidden_and_remembers_the_place(qtbot: QtBot, loaded: VideoPlayer) -> None:
    loaded.play()
    qtbot.waitUntil(lambda: loaded.playback is not None and loaded.playback.position > 200)
    loaded.hide()
    qtbot.waitUntil(lambda: not loaded.playing)
    assert loaded.playback is not None
    place = loaded.playback.position
    loaded.show()
    assert loaded.playback.position == place > 200


def test_another_video_and_back_goes_on_where_it_was(
    qtbot: QtBot, loaded: VideoPlayer, video_file: Path
) -> None:
    loaded.seek(500)
    settled(qtbot, loaded, 12)
    loaded.load(item("two"), video_file)
    settled(qtbot, loaded, 0)
    loaded.load(item("one"), video_file)
    settled(qtbot, loaded, 12)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda data: data[:9000], Problem.BROKEN),
        (lambda data: bytes(2000), Problem.BROKEN),
        (lambda data: b"<html>not a video</html>" * 50, Problem.BROKEN),
        (lambda data: b"", Problem.BROKEN),
        (lambda data: data.replace(b"mp4v", b"zzzz").replace(b"esds", b"free"), Problem.NO_PICTURE),
    ],
)
def test_v23_a_broken_file_ends_in_a_sentence(
    qtbot: QtBot,
    player: VideoPlayer,
    video: bytes,
    tmp_path: Path,
    spoil: Callable[[bytes], bytes],
    problem: Problem,
) -> None:
    path = tmp_path / "broken.mp4"
    path.write_bytes(spoil(video))
    player.load(item(), path)
    trouble = player.stage.trouble
    qtbot.waitUntil(trouble.isVisible)
    assert trouble.text() == sentence(problem)
    with qtbot.waitSignal(player.file_wanted) as caught:
        qtbot.mouseClick(trouble.open, Qt.MouseButton.LeftButton)
    assert caught.args is not None
    assert caught.args[0] == "open"
    assert path.exists()


def test_v23_a_codec_that_fails_silently_is_found_out_by_counting_frames(
    qtbot: QtBot, player: VideoPlayer, silent_failure: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "av1.mp4"
    path.write_bytes(silent_failure)
    player.load(item(), path)
    qtbot.waitUntil(player.stage.trouble.isVisible)
    assert player.stage.trouble.text() == sentence(Problem.NO_PICTURE)
    assert player.playback is not None
    assert player.playback.frames == 0
    assert not player.stage.controls.play.isEnabled()
    assert player.stage.controls.save_words.isEnabled()


def test_v23_the_silent_failure_after_a_good_video_shows_no_old_frame(
    qtbot: QtBot, loaded: VideoPlayer, silent_failure: bytes, tmp_path: Path, video_file: Path
) -> None:
    path = tmp_path / "av1.mp4"
    path.write_bytes(silent_failure)
    loaded.play()
    qtbot.waitUntil(lambda: loaded.playback is not None and loaded.playback.frames > 5)
    loaded.load(item("two"), path)
    qtbot.waitUntil(loaded.stage.trouble.isVisible)
    assert loaded.image() is None
    loaded.load(item("one"), video_file)
    qtbot.waitUntil(lambda: loaded.image() is not None)
    assert not loaded.stage.trouble.isVisible()


def test_d18_a_file_that_is_gone_is_said_so(qtbot: QtBot, player: VideoPlayer, tmp_path: Path) -> None:
    player.load(item(), tmp_path / "gone.mp4")
    qtbot.waitUntil(player.stage.trouble.isVisible)
    assert player.stage.trouble.text() == sentence(Problem.MISSING)
    assert not player.stage.trouble.open.isVisible()


def test_cleared_it_lets_the_file_go(loaded: VideoPlayer) -> None:
    loaded.clear()
    assert loaded.item is None
    assert loaded.image() is None
    assert not loaded.stage.controls.play.isEnabled()


@pytest.mark.parametrize("width", [216, 340, 500, 700, 1000])
def test_nothing_is_squeezed_and_the_menu_has_everything(loaded: VideoPlayer, width: int) -> None:
    loaded.resize(width, 260)
    controls = loaded.stage.controls
    shown = [child for child in controls.findChildren(QWidget) if child.isVisible() and child.isEnabled()]
    assert controls.play in shown
    assert controls.more in shown
    assert controls.slider in shown
    assert all(child.geometry().right() <= controls.width() for child in shown if child.parent() is controls)
    assert all(
        child.height() >= 28 and child.width() >= 28
        for child in shown
        if not isinstance(child, QSlider) and child.focusPolicy() != Qt.FocusPolicy.NoFocus
    )
    words = [action.text().split("\t")[0] for action in controls.open_menu().actions() if action.text()]
    assert {
        "Save as…",
        "Copy the file",
        "Open with the system player",
        "One frame on",
        "Loop",
        "Speed: 1×",
    } <= set(words)


def test_every_control_has_a_name_and_a_tip_with_its_key(loaded: VideoPlayer) -> None:
    controls = [
        child
        for child in loaded.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
    ]
    assert len(controls) >= 10
    assert [child for child in controls if not child.accessibleName()] == []
    assert [child for child in controls if not child.toolTip()] == []
    keys = {"play": "Space", "loop": "L", "full": "F", "back": ",", "forward": "."}
    for name, key in keys.items():
        assert f"({key})" in getattr(loaded.stage.controls, name).toolTip()
    assert loaded.stage.surface.accessibleName() == "Video: A panda"
    assert QKeySequence("Ctrl+C")
