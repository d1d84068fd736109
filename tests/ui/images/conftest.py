"""An images page over doubles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.storage.names import safe_name
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from tests.ui.doubles import Stage


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


@pytest.fixture
def store(qtbot: QtBot) -> Iterator[ThumbnailStore]:
    made = ThumbnailStore()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, stage: Stage, store: ThumbnailStore) -> Iterator[ImagesPage]:
    made = ImagesPage(
        stage.images,
        stage.models,
        stage.library,
        stage.account,
        stage.settings,
        store,
        stage.image_prompts,
        stage.evidence,
        safe_name=safe_name,
    )
    qtbot.addWidget(made)
    made.resize(1216, 790)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.shut_down()
