"""Boards, trash, disk, lineage, prompts, evidence and files of the person, observable."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.changes import TagsChanged
from panda_desktop.domain.disk import CleanUp, CleanUpPlan, CleanUpStep
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.evidence import EvidenceWords
from panda_desktop.domain.folders import Tag
from panda_desktop.domain.jobs import ImageRequest, JobKind, JobState, VideoRequest
from panda_desktop.viewmodels.boards import BoardsModel, Deed, DeedKind
from panda_desktop.viewmodels.bringing import BringingModel
from panda_desktop.viewmodels.disk import DiskModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.library_trash import LibraryTrash
from panda_desktop.viewmodels.lineage import LineageModel
from panda_desktop.viewmodels.prompt_history import PastPrompt, PromptHistory
from tests.ui.doubles import Stage
from tests.viewmodels.media_doubles import (
    FakeBoards,
    FakeBringing,
    FakeDisk,
    FakeEvidence,
    FakeLineage,
    FakeTrash,
)


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


@pytest.fixture
def boards(stage: Stage) -> BoardsModel:
    made = BoardsModel(stage.bus, stage.tasks, FakeBoards(stage.bus, stage.library_service))
    stage.tasks.spawn(made.load(), name="load")
    return made


def test_each_deed_has_a_way_back(stage: Stage, boards: BoardsModel) -> None:
    one, two = (stage.library_service.image() for _ in range(2))
    stage.bus.publish(TagsChanged((Tag("t", "Blue"),)))
    deeds: list[Deed] = []
    boards.done.connect(deeds.append)
    boards.create("Sea", (one.id,))
    (board,) = boards.boards
    boards.put(board.id, (one.id, two.id), True)
    boards.mark("t", (two.id,), True)
    boards.rename(board.id, "Shore")
    boards.put(board.id, (one.id,), False)
    boards.mark("t", (one.id,), False)  # changes nothing: nothing to undo
    boards.delete(board.id)
    kinds = DeedKind
    assert [(deed.kind, deed.name, deed.count) for deed in deeds] == [
        (kinds.CREATED, "Sea", 1),
        (kinds.PUT_ON, "Sea", 1),
        (kinds.TAGGED, "Blue", 1),
        (kinds.RENAMED, "Shore", 0),
        (kinds.TAKEN_OFF, "Shore", 1),
        (kinds.DELETED, "Shore", 1),
    ]

    def state() -> list[Any]:
        items = [stage.library_service.all[each.id] for each in (one, two)]
        return [
            [each.name for each in boards.boards],
            *[(len(each.board_ids), each.tag_ids) for each in items],
        ]

    assert state() == [[], (0, ()), (0, ("t",))]
    expected: list[list[Any]] = [
        [["Shore"], (0, ()), (1, ("t",))],
        [["Shore"], (1, ()), (1, ("t",))],
        [["Sea"], (1, ()), (1, ("t",))],
        [["Sea"], (1, ()), (1, ())],
        [["Sea"], (1, ()), (0, ())],
        [[], (0, ()), (0, ())],
    ]
    for deed, after in zip(reversed(deeds), expected, strict=True):
        boards.undo(deed)
        assert state() == after


def test_a_refused_name_is_told(qtbot: QtBot, boards: BoardsModel) -> None:
    boards.create("Sea")
    with qtbot.waitSignal(boards.failed) as failed:
        boards.create("Sea")
    assert failed.args[0].detail.param == "name" and len(boards.boards) == 1


def test_the_trash_follows_and_tells_once_a_frame(qtbot: QtBot, stage: Stage) -> None:
    trash = LibraryTrash(
        stage.bus, stage.tasks, stage.library_service, FakeTrash(stage.bus, stage.library_service)
    )
    assert trash.items() == ()
    items = [stage.library_service.image() for _ in range(5)]
    told: list[int] = []
    trash.changed.connect(lambda: told.append(1))
    with qtbot.waitSignal(trash.changed):
        stage.library.trash(tuple(item.id for item in items))
    assert len(told) == 1 and len(trash.items()) == 5 and trash.size() == sum(i.size for i in items)
    first = trash.items()[0]
    assert first.deleted_at is not None
    assert trash.kept_until(first) == first.deleted_at + timedelta(days=30)
    assert trash.kept_until(items[0]) is None
    with qtbot.waitSignal(trash.restored):
        trash.restore((items[0].id,))
    with qtbot.waitSignal(trash.emptied) as emptied:
        trash.delete((items[1].id,))
    assert emptied.args == [items[1].size]
    with qtbot.waitSignal(trash.emptied):
        trash.empty()
    assert trash.items() == () and stage.library.count() == 1
    assert stage.library.find(items[0].id) is not None


def test_the_disk_is_measured_and_cleaned(qtbot: QtBot, stage: Stage) -> None:
    service = FakeDisk()
    step = CleanUpStep(CleanUp.THUMBNAILS, ("thumbnails/a",), 10)
    service.planned = CleanUpPlan((step,))
    disk = DiskModel(stage.tasks, service)
    disk.clean_up(frozenset(CleanUp))  # nothing was shown yet
    assert service.done == [] and disk.use is None and not disk.busy
    disk.refresh()
    assert disk.use is not None and disk.plan is not None and disk.plan.size == 10
    plan = disk.plan
    with qtbot.waitSignal(disk.cleaned) as cleaned:
        disk.clean_up(frozenset({CleanUp.THUMBNAILS}))
    assert service.done == [(plan, frozenset({CleanUp.THUMBNAILS}))]
    assert cleaned.args[0].size == 10 and disk.plan.steps == () and not disk.busy
    service.failure = PandaError(ErrorKind.CANNOT_READ)
    with qtbot.waitSignal(disk.failed):
        disk.refresh()
    assert not disk.busy


def test_a_lineage_follows_its_links(qtbot: QtBot, stage: Stage) -> None:
    service = FakeLineage(stage.library_service)
    model = LineageModel(stage.bus, stage.tasks, service)
    one, two = stage.library_service.image(), stage.library_service.image()
    model.show(one.id)
    assert model.lineage is not None and model.lineage.focus == one.id
    stage.library.star(two.id, True)  # none of it
    with qtbot.waitSignal(model.changed):
        stage.library.star(one.id, True)
    item = model.lineage.links[0].item
    assert item is not None and item.starred and service.asked == [one.id, one.id]
    child = stage.library_service.image(parent_id=one.id)
    qtbot.waitUntil(lambda: len(service.asked) == 3)
    assert child.parent_id == one.id
    model.clear()
    assert model.lineage is None
    with qtbot.waitSignal(model.failed):
        model.show("none")
    assert model.lineage is None


def test_prompts_are_there_once_the_latest_first(qtbot: QtBot, stage: Stage) -> None:
    history = PromptHistory(stage.bus, JobKind.IMAGE, stage.jobs_service)
    assert prompts(history) == ()
    for prompt, size in (("a cat", ""), ("Ein Bär", ""), ("a cat", "64x64"), ("never sent", "")):
        stage.images.make_images(ImageRequest("kolors", prompt, 1, size))
        job = stage.images.row(0).job
        if prompt != "never sent":
            with qtbot.waitSignal(history.changed):
                stage.jobs_service.move(job, JobState.SUBMITTING)
    stage.videos.make_video(VideoRequest("wan", "a film"))
    stage.jobs_service.move(stage.videos.row(0).job, JobState.SUBMITTING)
    assert [(each.prompt, each.count) for each in history.prompts] == [("a cat", 2), ("Ein Bär", 1)]
    last = history.prompts[0].last
    assert isinstance(last, ImageRequest) and last.size == "64x64"
    assert [each.prompt for each in history.matching("bar EIN")] == ["Ein Bär"]
    assert history.matching(" ") == history.prompts
    with qtbot.waitSignal(history.changed):
        stage.images.remove(next(row.job.id for row in rows(stage) if row.job.request.prompt == "Ein Bär"))
    assert [each.prompt for each in history.prompts] == ["a cat"]


def prompts(history: PromptHistory) -> tuple[PastPrompt, ...]:
    """Returns the prompts as they are now; a type checker takes an attribute once seen empty to stay so."""
    return history.prompts


def rows(stage: Stage) -> list[Any]:
    return [stage.images.row(place) for place in range(stage.images.count())]


def test_evidence_is_written_where_it_was_wanted(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    model = EvidenceModel(stage.tasks, FakeEvidence())
    stage.images.make_images(ImageRequest("kolors", "x"))
    job = stage.images.row(0).job
    assert not model.is_offered(job)
    failed = replace(job, state=JobState.FAILED, sent_at=datetime.now(UTC))
    assert model.is_offered(failed) and model.file_name(failed) == f"{job.id}.zip"
    words = EvidenceWords("Refund", {}, {}, "", "", "")
    with qtbot.waitSignal(model.written) as written:
        model.write(job.id, tmp_path / "a.zip", words)
    assert written.args == [job.id, tmp_path / "a.zip"]
    with qtbot.waitSignal(model.failed):
        model.write(job.id, tmp_path / "a.txt", words)


def test_u03_one_refused_file_keeps_no_other_out(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    model = BringingModel(stage.tasks, FakeBringing(stage.library_service))
    refused: list[tuple[Path, PandaError]] = []
    model.refused.connect(lambda path, error: refused.append((path, error)))
    names = ("a.png", "b.exe", "c.png")
    with qtbot.waitSignal(model.finished) as finished:
        model.add([tmp_path / name for name in names])
    assert finished.args == [2, 1] and stage.library.count() == 2
    assert [(path.name, error.kind) for path, error in refused] == [("b.exe", ErrorKind.NOT_MEDIA)]


def test_copies_are_made_to_drag_out(qtbot: QtBot, stage: Stage) -> None:
    item = stage.library_service.image()
    with qtbot.waitSignal(stage.library.copies_made) as made:
        stage.library.make_copies((item,))
    assert made.args == [(item,), (stage.library.path_of(item),)]
