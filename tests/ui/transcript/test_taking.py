"""Pictures of messages that are used elsewhere in the program: by menu, button and key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import Menu
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.picture_viewer import PictureViewer
from panda_desktop.ui.transcript.pointing import Spot
from panda_desktop.ui.transcript.taking import TakenPicture
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine
from tests.ui.transcript.sources import FileSource, ImageSource, picture
from tests.ui.transcript.test_attachments import middle_of
from tests.ui.transcript.test_remote_images import came, chips, click

ADDRESS = "https://a.example/c.png"


@pytest.fixture
def taken() -> list[TakenPicture]:
    return []


def shown(open_view: Open, data: bytes) -> TranscriptView:
    """A message with a picture."""
    files = FileSource()
    view, _ = open_view([mine("Look", attachments=(files.put(data, "a.png"),))])
    view.set_attachment_source(files)
    view.grab()
    return view


def menu_at(view: TranscriptView, at: QPoint) -> dict[str, Callable[[], object]]:
    """Opens the menu there; returns what triggers its entries."""
    place = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, place))
    menu = next(each for each in view.findChildren(Menu) if each.isVisible())
    return {action.text(): action.trigger for action in menu.actions()}


def close_menus(view: TranscriptView) -> None:
    for menu in view.findChildren(Menu):
        menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_attachment_is_taken_from_its_menu(
    open_view: Open, taken: list[TakenPicture], qtbot: QtBot
) -> None:
    data = picture(64, 32)
    view = shown(open_view, data)
    assert "Make a video of it" not in menu_at(view, middle_of(view))
    close_menus(view)
    view.set_picture_taker(taken.append)
    entries = menu_at(view, middle_of(view))
    entries["Make a video of it"]()
    entries["Put it into the library"]()
    close_menus(view)
    qtbot.waitUntil(lambda: len(taken) == 2)
    message = view._column.message(0).id
    assert taken == [TakenPicture(data, "a.png", message, wants) for wants in (True, False)]


def viewer_of(view: TranscriptView, qtbot: QtBot) -> PictureViewer:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view))
    qtbot.waitUntil(lambda: view._handling.opener().viewer is not None)
    viewer = view._handling.opener().viewer
    assert viewer is not None
    qtbot.waitUntil(viewer.isVisible)
    return viewer


@pytest.mark.parametrize("by_key", [True, False])
@pytest.mark.parametrize("wants_video", [True, False])
def test_an_attachment_is_taken_from_the_viewer_which_closes(
    open_view: Open, taken: list[TakenPicture], qtbot: QtBot, by_key: bool, wants_video: bool
) -> None:
    view = shown(open_view, picture(64, 32))
    view.set_picture_taker(taken.append)
    viewer = viewer_of(view, qtbot)
    button = viewer.video if wants_video else viewer.library
    assert button.isVisible() and viewer.rect().contains(button.mapTo(viewer, button.rect().bottomRight()))
    if by_key:
        QTest.keyClick(viewer, Qt.Key.Key_V if wants_video else Qt.Key.Key_L)
    else:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [each.wants_video for each in taken] == [wants_video]
    assert viewer.isHidden()


def test_where_nothing_takes_it_the_viewer_offers_nothing(open_view: Open, qtbot: QtBot) -> None:
    viewer = viewer_of(shown(open_view, picture(64, 32)), qtbot)
    assert not viewer.video.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_V)
    assert viewer.isVisible()
    viewer.leave()


def test_a_loaded_image_is_taken_and_one_that_is_not_loaded_is_not(
    open_view: Open, taken: list[TakenPicture], qtbot: QtBot
) -> None:
    images = ImageSource()
    images.images[ADDRESS] = picture(60, 40)
    view, _ = open_view([mine("Show me"), answer(f"![boat]({ADDRESS})")])
    view.set_image_loader(images)
    view.set_picture_taker(taken.append)
    settle(view)
    chip = view._pointing.rect_of(chips(view)[0]).center().toPoint()
    assert "Put it into the library" not in menu_at(view, chip)
    close_menus(view)
    click(view, chips(view)[0])
    images.answer()
    came(view, qtbot)
    spots = view._pointing.spots_of(1)
    spot: Spot = next(each for each in spots if each.target.startswith("image:"))
    entries = menu_at(view, view._pointing.rect_of(spot).center().toPoint())
    entries["Put it into the library"]()
    close_menus(view)
    (one,) = taken
    assert one.data == images.images[ADDRESS] and one.file_name.startswith("boat")
    assert one.message_id == view._column.message(1).id and not one.wants_video
