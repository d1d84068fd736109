"""Posters are made late, once, one at a time, and only of what can be shown."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from panda_desktop.ui.videos import PosterStore
from panda_desktop.ui.videos.frame_reader import FrameReader, shows_something
from tests.ui.doubles import picture
from tests.ui.videos.recording import record


@pytest.fixture
def store(qtbot: QtBot) -> Iterator[PosterStore]:
    made = PosterStore()
    yield made
    made.close()


def test_the_multimedia_library_is_loaded_with_the_first_video_only() -> None:
    """Pitfall 16."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from panda_desktop.ui.videos import PosterStore, VideosPage; store = PosterStore();"
        "import panda_desktop.ui.videos.player as p; player = p.VideoPlayer();"
        "assert not [name for name in sys.modules if 'Multimedia' in name]"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, timeout=60)


def test_none_at_first_and_a_picture_that_covers_the_side_when_ready(
    qtbot: QtBot, store: PosterStore, video_file: Path
) -> None:
    with qtbot.waitSignal(store.ready) as caught:
        assert store.get(video_file, 100) is None
    assert caught.args == [str(video_file)]
    pixmap = store.get(video_file, 100)
    assert pixmap is not None
    assert min(pixmap.width(), pixmap.height()) == 128  # rounded up
    assert pixmap.width() / pixmap.height() == pytest.approx(16 / 9, abs=0.02)
    assert not store.failed(video_file)


def test_a_larger_one_is_made_while_the_smaller_one_is_shown(
    qtbot: QtBot, store: PosterStore, video_file: Path
) -> None:
    with qtbot.waitSignal(store.ready):
        store.get(video_file, 60)
    with qtbot.waitSignal(store.ready):
        small = store.get(video_file, 1000)
    assert small is not None
    large = store.get(video_file, 1000)
    assert large is not None
    assert large.size() == QSize(320, 180)  # the video's own size: never enlarged
    with qtbot.assertNotEmitted(store.ready, wait=50):
        store.get(video_file, 2000)


def test_v23_what_cannot_be_shown_is_told_once_and_not_tried_again(
    qtbot: QtBot, store: PosterStore, silent_failure: bytes, tmp_path: Path, video_file: Path
) -> None:
    silent, broken = tmp_path / "silent.mp4", tmp_path / "broken.mp4"
    silent.write_bytes(silent_failure)
    broken.write_bytes(b"nothing")
    told: list[str] = []
    store.ready.connect(told.append)
    for path in (silent, broken, tmp_path / "gone.mp4", video_file):
        store.get(path, 100)
    qtbot.waitUntil(lambda: len(told) == 4)
    assert [store.failed(path) for path in (silent, broken, video_file)] == [True, True, False]
    store.get(silent, 100)
    with qtbot.assertNotEmitted(store.ready, wait=50):
        store.get(broken, 100)


def test_the_newest_wish_is_met_first(qtbot: QtBot, store: PosterStore, video: bytes, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.mp4" for number in range(4)]
    for path in paths:
        path.write_bytes(video)
        store.get(path, 100)
    told: list[str] = []
    store.ready.connect(told.append)
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == [str(path) for path in reversed(paths)]


def test_memory_stays_within_the_limit(qtbot: QtBot, video: bytes, tmp_path: Path) -> None:
    store = PosterStore(limit=3 * 228 * 128 * 4)
    paths = [tmp_path / f"{number}.mp4" for number in range(6)]
    for path in paths:
        path.write_bytes(video)
        with qtbot.waitSignal(store.ready):
            store.get(path, 128)
    assert store.get(paths[-1], 128) is not None
    assert store.get(paths[0], 128) is None
    store.close()


def test_nothing_is_made_after_close(qtbot: QtBot, store: PosterStore, video_file: Path) -> None:
    store.get(video_file, 100)
    store.close()
    with qtbot.assertNotEmitted(store.ready, wait=100):
        store.get(video_file, 200)


def test_a_video_that_begins_black_gets_a_later_frame(qtbot: QtBot, tmp_path: Path) -> None:
    def fade_in(number: int, size: QSize) -> QImage:
        black = QImage(size, QImage.Format.Format_ARGB32)
        if number > 5:
            return QImage.fromData(picture(size.width(), size.height(), 200)).convertToFormat(black.format())
        black.fill(QColor("black"))
        return black

    path = record(tmp_path / "dark.mp4", fade_in)
    reader = FrameReader()
    with qtbot.waitSignal(reader.done) as caught:
        reader.read(path)
    assert caught.args is not None
    image = caught.args[0]
    assert isinstance(image, QImage)
    assert shows_something(image)
    reader.stop()


def test_a_wholly_black_video_gets_its_black_frame(qtbot: QtBot, tmp_path: Path) -> None:
    def dark(_number: int, size: QSize) -> QImage:
        black = QImage(size, QImage.Format.Format_ARGB32)
        black.fill(QColor("black"))
        return black

    path = record(tmp_path / "black.mp4", dark)
    reader = FrameReader()
    with qtbot.waitSignal(reader.done) as caught:
        reader.read(path)
    assert caught.args is not None
    assert isinstance(caught.args[0], QImage)
    reader.stop()
