"""U18: the whole main job by keyboard alone, in the real program over the demo gateway."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.ui.window import Place
from tests.access.walk import tab_stops
from tests.e2e.gateway import DemoServer
from tests.e2e.program import FILM_S, Used, environment, used

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MOST_STEPS = 200


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def key(which: Qt.Key, how: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focused(), which, how)


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)


def tab_to(name: str) -> QWidget:
    """Goes on with Tab until something with this name has the keyboard."""
    seen = []
    for _ in range(MOST_STEPS):
        if focused().accessibleName().startswith(name):
            return focused()
        seen.append(focused().accessibleName())
        key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}, but to {sorted(set(seen))}")


@pytest.mark.timeout(240)
async def test_u18_from_the_first_start_to_the_library_by_keyboard(tmp_path: Path) -> None:
    async with used(tmp_path, demo_speed=50) as program:
        window = program.window
        window.activateWindow()
        await program.until(lambda: program.views.first_start.panel() is not None)
        await program.until(lambda: QApplication.focusWidget() is not None)
        panel = program.views.first_start.panel()
        assert panel is not None
        tab_to(panel.demo.accessibleName())
        key(Qt.Key.Key_Return)
        await program.until(lambda: window.place() is Place.CHAT)
        await program.until(lambda: program.views.account.balance is not None)
        await chat(program)
        await picture(program)
        await library(program)
        await video(program)
        await settings(program)
        key(Qt.Key.Key_1, CONTROL)
        await program.until(lambda: window.place() is Place.CHAT)
        assert program.chat().isAncestorOf(focused()), "back where it was left"


async def chat(program: Used) -> None:
    """Asks, stops, asks again, reads the answer and copies it."""
    views = program.views.chat
    key(Qt.Key.Key_N, CONTROL)
    await program.until(lambda: focused().accessibleName() == "Message")
    views.choose_model("kimi-k3-longform")
    write("Write a long essay about bridges")
    key(Qt.Key.Key_Return)
    await program.until(lambda: views.rows.count() == 2 and len(program.last().text) > 50)
    key(Qt.Key.Key_Escape)
    assert (await program.answered()).state is MessageState.STOPPED
    views.choose_model("auto")
    write("Show Python code")
    key(Qt.Key.Key_Return)
    await program.until(lambda: views.rows.count() == 4)
    answer = await program.answered()
    QApplication.clipboard().clear()
    tab_to("Conversation")
    transcript = program.chat().pane.transcript
    for _ in range(MOST_STEPS):  # messages and their buttons are stops inside of it
        spot = transcript._attention.focused
        if spot is not None and spot.row == 3 and transcript._pointing.name_of(spot) == "Copy":
            break
        key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return)
    await asyncio.sleep(0)
    assert QApplication.clipboard().text(), "the button of the answer copies"
    assert answer.text


async def picture(program: Used) -> None:
    """Makes a picture."""
    images = program.views.images
    key(Qt.Key.Key_2, CONTROL)
    await program.until(lambda: program.window.place() is Place.IMAGES)
    tab_to("Prompt")
    write("A cat on a window sill")
    tab_to("Generate")
    key(Qt.Key.Key_Return)
    await program.until(lambda: images.count() == 1 and not images.row(0).job.state.is_running)


async def library(program: Used) -> None:
    """Opens the picture, looks at it and comes back."""
    key(Qt.Key.Key_4, CONTROL)
    await program.until(lambda: program.window.place() is Place.LIBRARY)
    grid = tab_to("Library")
    key(Qt.Key.Key_Return)
    await asyncio.sleep(0)
    assert focused() is not grid
    key(Qt.Key.Key_Escape)
    await program.until(lambda: focused() is grid)


async def video(program: Used) -> None:
    """Makes a video and plays it."""
    videos = program.views.videos
    key(Qt.Key.Key_3, CONTROL)
    await program.until(lambda: program.window.place() is Place.VIDEOS)
    tab_to("Prompt")
    write("A boat leaves the harbour")
    tab_to("Make video")
    key(Qt.Key.Key_Return)
    await program.until(lambda: videos.count() == 1 and not videos.row(0).job.state.is_running, FILM_S)
    assert videos.row(0).items
    await program.until(lambda: any(each.accessibleName() == "Play" for each in tab_stops(program.window)))


async def settings(program: Used) -> None:
    """Finds two settings and changes them: one of several with an arrow, a switch with Space."""
    current = program.views.settings
    key(Qt.Key.Key_Comma, CONTROL)
    await program.until(lambda: program.window.place() is Place.SETTINGS)
    tab_to("Search the settings")
    write("colours")
    tab_to("Colours: ")
    was = current.current.theme
    key(Qt.Key.Key_Left)
    await program.until(lambda: current.current.theme != was)
    chosen = focused()
    assert isinstance(chosen, QAbstractButton) and chosen.isChecked()
    tab_to("Search the settings")
    key(Qt.Key.Key_A, CONTROL)
    write("titles")
    tab_to("Automatic titles")
    titles = current.current.auto_titles
    key(Qt.Key.Key_Space)
    await program.until(lambda: current.current.auto_titles is not titles)


async def test_u18_the_rail_is_walked_with_arrows(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.window.activateWindow()
        program.chat()
        await program.until(lambda: QApplication.focusWidget() is not None)
        tab_to("Chat")
        key(Qt.Key.Key_Down)
        assert focused().accessibleName() == "Images"
        key(Qt.Key.Key_Return)
        assert program.window.place() is Place.IMAGES


async def test_u18_an_error_is_reached_read_and_closed_by_keyboard(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.window.activateWindow()
        program.chat()
        await program.until(lambda: QApplication.focusWidget() is not None)
        for kind in ErrorKind:
            notices = program.window.notices
            for notice in notices.notices():
                notices.close_notice(notice.key)
            program.views.notices.show(PandaError(kind, ErrorDetail()))
            if not notices.notices():
                continue  # told elsewhere, such as in the status bar
            key(Qt.Key.Key_F6)
            assert focused().accessibleName() == notices.notices()[0].text, kind
            key(Qt.Key.Key_Escape)
            assert not notices.notices(), kind
