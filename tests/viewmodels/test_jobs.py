"""Jobs and the library: one wish is one job, results arrive in their row, totals for the status bar."""

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest, JobState, VideoRequest
from panda_desktop.domain.media import MediaItem
from panda_desktop.viewmodels.running import RunningJobs
from tests.ui.doubles import Stage

REQUEST = ImageRequest("wan-2.7-image", "a cat", 2)


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


def test_a_job_and_its_results(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.images.accepted) as accepted:
        stage.images.make_images(REQUEST)
    job = accepted.args[0]
    stage.library_service.image(job)
    item = stage.library_service.image(job, position=1)
    assert [each.position for each in stage.images.row(0).items] == [0, 1]
    stage.library.trash((item.id,))
    assert len(stage.images.row(0).items) == 1
    stage.library.restore((item.id,))
    assert len(stage.images.row(0).items) == 2
    assert stage.videos.count() == 0


def test_v13_no_second_job_while_one_is_on_its_way(stage: Stage) -> None:
    def again(busy: bool) -> None:
        if busy:
            stage.images.make_images(REQUEST)

    stage.images.busy_changed.connect(again)
    stage.images.make_images(REQUEST)
    assert stage.images.count() == 1 and not stage.images.busy


def test_a_refused_wish_is_no_job(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.images.failed) as failed:
        stage.images.make_images(ImageRequest("kolors", "x", 11))
    assert failed.args[0].detail.param == "n"
    stage.jobs_service.failure = PandaError(ErrorKind.NO_KEY)
    with qtbot.waitSignal(stage.images.failed):
        stage.images.make_images(REQUEST)
    assert stage.images.count() == 0 and not stage.images.busy


def test_a_download_is_told_once_a_frame(qtbot: QtBot, stage: Stage) -> None:
    stage.videos.make_video(VideoRequest("wan-2.7-video", "x"))
    job = stage.videos.row(0).job
    job = stage.jobs_service.move(job, JobState.DOWNLOADING)
    told: list[int] = []
    stage.videos.changed.connect(told.append)
    with qtbot.waitSignal(stage.videos.changed):
        for received in range(1000):
            stage.jobs_service.move(job, JobState.DOWNLOADING, received_bytes=received, total_bytes=1000)
    assert told == [0]
    assert stage.videos.row(0).job.received_bytes == 999


def test_a_removed_job_leaves(stage: Stage) -> None:
    stage.images.make_images(REQUEST)
    stage.images.make_images(REQUEST)
    gone: list[int] = []
    stage.images.removed.connect(gone.append)
    stage.images.remove(stage.images.row(1).job.id)
    assert gone == [1] and stage.images.count() == 1


def test_a_frame_enters_the_library(qtbot: QtBot, stage: Stage) -> None:
    parent = stage.library_service.video(b"not looked at")
    with qtbot.waitSignal(stage.library.frame_added) as added:
        stage.library.add_frame(b"png", parent)
    frame = added.args[0]
    assert isinstance(frame, MediaItem) and frame.parent_id == parent.id
    assert stage.library.item(0).id == frame.id


def test_what_runs_and_what_it_will_cost(stage: Stage) -> None:
    running = RunningJobs(stage.bus, stage.jobs_service, stage.account.price_of)
    assert (running.count, running.committed) == (0, Decimal(0))
    stage.images.make_images(REQUEST)
    job = stage.jobs_service.move(stage.images.row(0).job, JobState.SUBMITTING)
    assert (running.count, running.committed) == (1, Decimal("0.08"))
    stage.images.make_images(ImageRequest("kolors", "x"))
    unpriced = stage.jobs_service.move(stage.images.row(0).job, JobState.SUBMITTING)
    assert (running.count, running.committed) == (2, None)
    stage.jobs_service.move(job, JobState.DONE)
    stage.jobs_service.move(unpriced, JobState.UNKNOWN)
    assert (running.count, running.committed) == (0, Decimal(0))
