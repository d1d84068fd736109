"""The page as a whole: empty, by keyboard, at any width, with hundreds of jobs."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.kit import Button
from panda_desktop.ui.theme import look
from panda_desktop.ui.videos.job_card import JobCard
from tests.ui.videos.conftest import World
from tests.ui.videos.hands import card, order
from tests.ui.videos.jobs import video_job

Key = Qt.Key


def test_the_empty_place_begins_with_an_example(qtbot: QtBot, world: World) -> None:
    page = world.open()
    assert page.nothing.isVisible()
    assert not page.player.isVisible()
    page.nothing.examples[0].click()
    assert len(page.form.prompt.text()) > 40
    assert page.form.prompt.hasFocus()
    assert world.stage.jobs_service.calls == []


def test_commands_have_words_and_work(world: World) -> None:
    page = world.open()
    commands = {command.key: command for command in page.commands()}
    assert all(key.startswith("videos.") and command.text for key, command in commands.items())
    commands["videos.write"].run()
    assert page.form.prompt.hasFocus()
    for key in ("videos.play", "videos.grab", "videos.full", "videos.save", "videos.frame.remove"):
        commands[key].run()  # nothing is there: nothing happens


def test_cards_are_walked_by_arrows(qtbot: QtBot, world: World) -> None:
    for _ in range(30):
        video_job(world.stage, JobState.REJECTED, error=ErrorKind.BAD_REQUEST)
    page = world.open()
    page.cards.bring("job-30", focus=True)
    for _ in range(29):
        focused = QApplication.focusWidget()
        assert isinstance(focused, JobCard)
        qtbot.keyClick(focused, Key.Key_Down)
    focused = QApplication.focusWidget()
    assert isinstance(focused, JobCard)
    assert focused.job_id == "job-1"
    assert focused.visibleRegion().boundingRect().height() > 60
    qtbot.keyClick(focused, Key.Key_Up)
    assert QApplication.focusWidget() is card(page, "job-2")


def test_the_tab_key_goes_from_form_to_player_to_cards(qtbot: QtBot, world: World, video: bytes) -> None:
    world.finished(video)
    video_job(world.stage, JobState.UNKNOWN)
    page = world.open()
    world.ready()
    world.settle()
    page.form.prompt.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        qtbot.keyClick(focused, Key.Key_Tab)

    def first(area: QWidget) -> int:
        return next(place for place, each in enumerate(seen) if each is area or area.isAncestorOf(each))

    assert first(page.form) < first(page.player) < first(card(page, "job-2")) < first(card(page, "job-1"))
    assert [each for each in seen if not each.accessibleName()] == []


def test_every_control_has_a_name(qtbot: QtBot, world: World, video: bytes) -> None:
    world.finished(video)
    for state in JobState:
        if state is not JobState.DONE:
            video_job(
                world.stage, state, error=ErrorKind.GATEWAY_TIMEOUT, error_detail=ErrorDetail(status=524)
            )
    page = world.open(1216, 3000)
    world.ready()
    qtbot.waitUntil(lambda: len(page.cards.cards()) == 12)
    controls = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.focusProxy() is None
    ]
    assert len(controls) > 50
    assert [each for each in controls if not each.accessibleName()] == []
    assert [each for each in controls if isinstance(each, Button) and not each.toolTip()] == []


@pytest.mark.parametrize(
    ("width", "height", "zoom"),
    [(256, 500, 100), (656, 700, 100), (1216, 790, 80), (1216, 790, 200), (2496, 1300, 100), (656, 700, 200)],
)
def test_u12_nothing_is_cut_off_at_any_width(
    qtbot: QtBot, world: World, video: bytes, width: int, height: int, zoom: int
) -> None:
    look().set_zoom(zoom)
    try:
        world.finished(video)
        video_job(world.stage, JobState.UNKNOWN, error=ErrorKind.GATEWAY_TIMEOUT)
        page = world.open(width, height)
        page.set_narrow(width < 836)
        world.ready()
        world.settle()
        area = page.arrangement.area
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()
        for shown in page.cards.cards():
            right = shown.mapTo(area.viewport(), QPoint(shown.width(), 0)).x()
            assert right <= area.viewport().width()
            assert shown.height() >= shown.heightForWidth(shown.width())
        assert page.form.make.visibleRegion().boundingRect().width() > 60 or width < 300
    finally:
        look().set_zoom(100)


def test_a_narrow_window_keeps_what_was_written_and_what_plays(
    qtbot: QtBot, world: World, video: bytes
) -> None:
    world.finished(video)
    page = world.open()
    world.ready()
    page.form.prompt.set_text("Half a sentence")
    page.player.set_loop(True)
    page.player.play()
    qtbot.waitUntil(lambda: page.player.playing)
    page.set_narrow(True)
    page.resize(656, 700)
    world.settle()
    assert page.form.prompt.text() == "Half a sentence"
    assert page.player.playing
    assert page.form.isVisible()
    top = page.form.mapTo(page, QPoint(0, 0)).y()
    assert top < page.player.mapTo(page, QPoint(0, 0)).y()
    page.set_narrow(False)
    page.resize(1216, 790)
    qtbot.waitUntil(lambda: page.arrangement.docked)
    assert page.player.playing


def test_hundreds_of_jobs_are_a_handful_of_cards(qtbot: QtBot, world: World) -> None:
    states = [state for state in JobState if state is not JobState.DONE]
    for number in range(500):
        video_job(world.stage, states[number % len(states)], error=ErrorKind.BAD_REQUEST)
    page = world.open()
    assert page.board.count() == 500
    world.settle()
    assert len(page.cards.cards()) < 25
    bar = page.arrangement.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    world.settle()
    assert len(page.cards.cards()) < 25
    assert page.cards.cards()[-1].job_id == order(page)[-1]
    assert len(page.findChildren(JobCard)) < 45


def test_scrolling_up_past_cards_of_other_heights_does_not_jump(qtbot: QtBot, world: World) -> None:
    for number in range(80):
        long = ErrorDetail(message="a long reason that needs several lines " * (number % 7))
        video_job(world.stage, JobState.REJECTED, error=ErrorKind.BAD_REQUEST, error_detail=long)
    page = world.open(700, 790)
    area = page.arrangement.area
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    world.settle()
    for _ in range(60):
        watched = page.cards.cards()[-2]
        before = watched.mapTo(area.viewport(), QPoint(0, 0)).y()
        value = bar.value()
        bar.setValue(value - 40)
        QApplication.processEvents()
        moved = watched.mapTo(area.viewport(), QPoint(0, 0)).y() - before
        if watched.isVisible() and bar.value() > 0:
            assert moved == 40


def test_no_part_is_ever_a_window_of_its_own(
    qtbot: QtBot, world: World, video: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                windows.append(type(watched).__name__)
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    world.finished(video)
    for state in JobState:
        if state is not JobState.DONE:
            video_job(
                world.stage, state, error=ErrorKind.GATEWAY_TIMEOUT, error_detail=ErrorDetail(status=524)
            )
    page = world.open()
    world.ready()
    page.set_narrow(True)
    page.cards.bring("job-2")
    page.set_narrow(False)
    world.settle()
    app.removeEventFilter(watch)
    assert windows == ["VideosPage"]


def test_shut_down_leaves_nothing_running(qtbot: QtBot, world: World, video: bytes) -> None:
    world.finished(video)
    page = world.open()
    world.ready()
    page.player.play()
    page.shut_down()
    assert page.player.item is None
    assert page.player.playback is None
    assert not page.board._clock.isActive()


def test_the_theme_switches_live(qtbot: QtBot, world: World, video: bytes) -> None:
    from panda_desktop.ui.theme import ThemeMode

    world.finished(video)
    page = world.open()
    world.ready()
    controller: Any = look()
    controller.set_mode(ThemeMode.LIGHT)
    light = page.grab().toImage().pixelColor(6, 700)
    controller.set_mode(ThemeMode.DARK)
    dark = page.grab().toImage().pixelColor(6, 700)
    assert light.lightness() > 200 > 80 > dark.lightness()


def test_u18_the_keyboard_comes_into_the_prompt(world: World) -> None:
    page = world.open()
    page.form.past.setFocus()
    page.setFocus()
    assert QApplication.focusWidget() is page.form.prompt
