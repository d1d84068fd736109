"""Pictures of chats: where they go, from which message, and what is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.media import MediaItem, Origin
from panda_desktop.ui.transcript.taking import TakenPicture
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.chat_pictures import ChatPictures
from panda_desktop.viewmodels.bringing import BringingModel
from tests.ui.doubles import Stage
from tests.viewmodels.media_doubles import FakeBringing

PNG = b"\x89PNG\r\n\x1a\n"


class Library(QWidget):
    """Notes what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[MediaItem] = []

    def show_item(self, item: MediaItem) -> None:
        self.shown.append(item)


class Desk:
    """A window with a chat, and what came of its pictures."""

    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder)
        self.stage.load()
        self.library = Library()
        makers: dict[Place, Callable[[], QWidget]] = {place: QWidget for place in Place}
        self.window = MainWindow(makers | {Place.LIBRARY: lambda: self.library})
        self.videos: list[MediaItem] = []
        self.bringing = BringingModel(self.stage.tasks, FakeBringing(self.stage.library_service))
        self.pictures = ChatPictures(self.window, self.stage.chat, self.bringing, self.videos.append)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    qtbot.addWidget(made.window)
    return made


def test_a_picture_goes_into_the_library_and_is_shown_there(desk: Desk) -> None:
    desk.stage.chat.start_new()
    chat = desk.stage.chat.conversation
    assert chat is not None
    desk.pictures.take(TakenPicture(PNG, "a.png", "m1", wants_video=False))
    (notice,) = desk.window.notices.notices()
    assert notice.text == "The picture is in the library."
    (item,) = desk.stage.library.items()
    assert item.origin == Origin(chat.id, "m1") and desk.videos == []
    notice.actions[0].run()
    assert desk.library.shown == [item]


def test_a_video_is_begun_from_what_is_in_the_library(desk: Desk) -> None:
    desk.stage.chat.start_new()
    desk.pictures.take(TakenPicture(PNG, "a.png", "m1", wants_video=True))
    assert desk.videos == list(desk.stage.library.items())
    assert len(desk.videos) == 1 and desk.window.notices.notices() == ()


def test_nothing_says_that_there_was_a_temporary_chat(desk: Desk) -> None:
    desk.stage.chat.start_new(temporary=True)
    desk.pictures.take(TakenPicture(PNG, "a.png", "m1", wants_video=True))
    assert [item.origin for item in desk.videos] == [None]


def test_m03_what_is_no_picture_is_refused(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.bringing.failed) as failed:
        desk.pictures.take(TakenPicture(b"<svg/>", "a.svg", "m1", wants_video=True))
    assert failed.args is not None and failed.args[0].kind is ErrorKind.NOT_MEDIA
    assert desk.videos == []
