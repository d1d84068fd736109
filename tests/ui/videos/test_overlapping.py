"""Two things at the same time in the form of the videos: what is paid for is what was asked for."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.jobs import FirstFrame
from tests.ui.chat.conftest import HeldTasks
from tests.ui.doubles import Stage, picture
from tests.ui.videos.conftest import World


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


@pytest.fixture
def stage(tmp_path: Path, tasks: HeldTasks) -> Stage:
    return Stage(tmp_path, tasks=tasks)


def test_v13_a_frame_chosen_while_another_is_copied_is_not_taken_for_it(
    qtbot: QtBot, world: World, tasks: HeldTasks, tmp_path: Path
) -> None:
    page = world.open()
    (tmp_path / "a.png").write_bytes(picture(300, 200, 10))
    (tmp_path / "b.png").write_bytes(picture(200, 300, 90))
    page.form.prompt.set_text("It moves")
    page.form.frame.take_file(tmp_path / "a.png", "item-a")
    qtbot.waitUntil(lambda: not page.form.frame.checking)
    tasks.held = True
    page.making.submit()
    page.form.frame.take_file(tmp_path / "b.png", "item-b")
    qtbot.waitUntil(lambda: not page.form.frame.checking)
    tasks.release()
    page.making._settling.stop()
    page.making.submit()
    frames = [call[1].first_frame for call in world.stage.jobs_service.calls if call[0] == "make"]
    assert frames == [_frame("item-a"), _frame("item-b")]


def _frame(media_id: str) -> Any:
    return FirstFrame(file="media/frame.png", media_id=media_id)
