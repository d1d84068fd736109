"""A real video, a page over doubles, and what Qt's multimedia part may say on a bare machine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from panda_desktop.domain.jobs import Job
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.videos import PosterStore, VideosPage
from tests.ui.doubles import Stage
from tests.ui.videos.jobs import done_job
from tests.ui.videos.recording import record, without_codec

_HERE = Path(__file__).parent
_SAID = (
    r"^PulseAudioService",  # no sound on this machine
    r"Couldn't (load|resolve) ",  # optional libraries of the FFmpeg plug-in
    r"No RHI backend",
    r"JPEG",  # damaged ones are meant to be
    r"^This plugin does not support",
    r"Could not open media",  # broken files are meant to be
    r"No (HW|SW) decoder found",
    r"Could not find codec parameters",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lets the multimedia part say what it does not find."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            # First: pytest-qt looks at one mark only.
            item.add_marker(pytest.mark.qt_log_ignore(*_SAID, extend=True), append=False)


@pytest.fixture(scope="session")
def video_file(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One second of 25 numbered frames."""
    return record(tmp_path_factory.mktemp("videos") / "numbered.mp4")


@pytest.fixture(scope="session")
def video(video_file: Path) -> bytes:
    return video_file.read_bytes()


@pytest.fixture(scope="session")
def silent_failure(video: bytes) -> bytes:
    """A video whose codec cannot be shown, and which says nothing about it."""
    return without_codec(video)


class Thumbnails(QObject):
    """Pictures that are always ready."""

    ready = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Path] = []

    def get(self, path: Path, side: int) -> QPixmap | None:
        self.asked.append(path)
        pixmap = QPixmap(side, side)
        pixmap.fill("teal")
        return pixmap

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


class World:
    """A page and the hands behind it."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.qtbot = qtbot
        self.stage = stage
        self.thumbnails = Thumbnails()
        self.posters = PosterStore()
        self.page: VideosPage = None  # type: ignore[assignment]

    def open(self, width: int = 1216, height: int = 790) -> VideosPage:
        """Makes and shows the page."""
        stage = self.stage
        stage.load()
        self.page = VideosPage(
            stage.videos,
            stage.models,
            stage.library,
            stage.account,
            stage.settings,
            self.thumbnails,
            self.posters,
            stage.video_prompts,
            stage.evidence,
        )
        self.qtbot.addWidget(self.page)
        self.page.resize(width, height)
        with self.qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)
        self.qtbot.waitUntil(lambda: len(self.page.cards.cards()) > 0 or self.page.board.count() == 0)
        return self.page

    def settle(self) -> None:
        """Waits until everything has its place."""
        page = self.page
        timers = (
            page.cards._due,
            page.cards._more,
            page.cards._tabs,
            page.arrangement._due,
            page.board._due,
        )
        self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))

    def close(self) -> None:
        if self.page is not None:
            self.page.shut_down()
        self.posters.close()

    def finished(self, data: bytes, prompt: str = "A panda", **values: Any) -> tuple[Job, MediaItem]:
        """Puts a finished job with its video into the world."""
        job = done_job(self.stage, prompt)
        return job, self.stage.library_service.video(data, job, **values)

    def ready(self) -> None:
        """Waits until the player shows a frame."""
        self.qtbot.waitUntil(lambda: self.page.player.image() is not None)


@pytest.fixture
def world(qtbot: QtBot, stage: Stage) -> Iterator[World]:
    made = World(qtbot, stage)
    yield made
    made.close()
