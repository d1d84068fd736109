"""Exports and imports as the window shows them."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import (
    ExportReport,
    ExportRequest,
    FileFormat,
    ImportReport,
    Labels,
    Progress,
    Watch,
)
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.exchange import ExchangeModel
from tests.services.exchange.rig import LABELS, rig
from tests.services.exchange.samples import saved, two_versions

REQUEST = ExportRequest(Path("x"), FileFormat.JSON, LABELS)


def unexpected(error: PandaError) -> None:
    pytest.fail(f"a task failed: {error!r}")


class FakeExchange:
    """Waits to be told to go on; ends early when it is stopped."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.failure: Exception | None = None
        self.steps = 100
        self.calls: list[str] = []

    def file_name(self, title: str, file_format: FileFormat, labels: Labels) -> str:
        return f"{title}{file_format.suffix}"

    async def _work(self, watch: Watch) -> bool:
        for step in range(self.steps):
            watch.told(Progress(step, self.steps, 0))
        while not self.go.is_set() and not watch.stopped:
            await asyncio.sleep(0.001)
        if self.failure is not None:
            raise self.failure
        return watch.stopped

    async def chats(self, conversation_ids: tuple[str, ...] | None) -> tuple[tuple[Conversation, int], ...]:
        self.calls.append("chats")
        return ()

    async def export(self, request: ExportRequest, watch: Watch) -> ExportReport:
        self.calls.append("export")
        return ExportReport((), 0, 0, await self._work(watch))

    async def import_file(self, path: Path, watch: Watch) -> ImportReport:
        self.calls.append("import")
        return ImportReport(1, 2, 0, 0, stopped=await self._work(watch))

    async def html(
        self, conversation_id: str, labels: Labels, *, all_branches: bool = False
    ) -> AsyncGenerator[str, None]:
        if self.failure is not None:
            raise self.failure
        for piece in ("<p>", conversation_id, "</p>"):
            yield piece


class Heard(QObject):
    """Everything a model has told, in order."""

    def __init__(self, model: ExchangeModel) -> None:
        super().__init__()
        self.all: list[object] = []
        self.ended = asyncio.Event()
        model.running_changed.connect(self.all.append)
        model.progressed.connect(self.all.append)
        model.finished.connect(self._end)
        model.failed.connect(self._end)
        model.page_ready.connect(self._end)

    def _end(self, what: object) -> None:
        self.all.append(what)
        self.ended.set()


async def test_it_runs_one_at_a_time_and_tells_progress_once_a_frame() -> None:
    tasks, exchange = TaskSet(unexpected), FakeExchange()
    model = ExchangeModel(tasks, exchange)
    heard = Heard(model)
    model.import_file(Path("x"))
    model.export(REQUEST)
    assert model.is_running and model.progress is None
    while len(heard.all) < 2:
        await asyncio.sleep(0.001)
    assert heard.all == [True, Progress(99, 100, 0)] and model.progress == Progress(99, 100, 0)
    exchange.go.set()
    await heard.ended.wait()
    assert heard.all[2:] == [False, ImportReport(1, 2, 0, 0)] and not model.is_running
    assert exchange.calls == ["import"]
    heard.ended.clear()
    model.export(REQUEST)
    assert model.progress is None
    await heard.ended.wait()
    assert exchange.calls == ["import", "export"] and isinstance(heard.all[-1], ExportReport)
    await tasks.close()


async def test_progress_comes_before_the_end_however_fast_it_is() -> None:
    tasks, exchange = TaskSet(unexpected), FakeExchange()
    exchange.go.set()
    model = ExchangeModel(tasks, exchange)
    heard = Heard(model)
    model.export(REQUEST)
    await heard.ended.wait()
    await asyncio.sleep(0.05)
    assert heard.all == [True, Progress(99, 100, 0), False, ExportReport((), 0, 0)]
    await tasks.close()


async def test_cancelling_ends_in_a_report() -> None:
    tasks, exchange = TaskSet(unexpected), FakeExchange()
    model = ExchangeModel(tasks, exchange)
    heard = Heard(model)
    model.cancel()  # nothing runs
    model.import_file(Path("x"))
    model.cancel()
    assert model.is_running and model.is_stopping
    await heard.ended.wait()
    assert heard.all[-1] == ImportReport(1, 2, 0, 0, stopped=True) and not model.is_stopping
    await tasks.close()


async def test_a_failure_is_told_and_the_next_one_can_run() -> None:
    tasks, exchange = TaskSet(unexpected), FakeExchange()
    exchange.failure = PandaError(ErrorKind.DISK_FULL)
    exchange.go.set()
    model = ExchangeModel(tasks, exchange)
    heard = Heard(model)
    model.export(REQUEST)
    await heard.ended.wait()
    assert isinstance(heard.all[-1], PandaError) and heard.all[-2] is False and not model.is_running
    exchange.failure = None
    heard.ended.clear()
    model.import_file(Path("x"))
    await heard.ended.wait()
    assert isinstance(heard.all[-1], ImportReport)
    await tasks.close()


async def test_a_page_to_be_printed() -> None:
    tasks, exchange = TaskSet(unexpected), FakeExchange()
    model = ExchangeModel(tasks, exchange)
    heard = Heard(model)
    model.make_page("c1", LABELS)
    await heard.ended.wait()
    assert heard.all == ["<p>c1</p>"]
    exchange.failure = PandaError(ErrorKind.CANNOT_READ)
    heard.ended.clear()
    model.make_page("c1", LABELS)
    await heard.ended.wait()
    assert isinstance(heard.all[-1], PandaError)
    await tasks.close()


async def test_with_the_real_service(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        model = ExchangeModel(here.tasks, here.exchange)
        heard = Heard(model)
        model.import_file(saved(tmp_path, [two_versions()]))
        await heard.ended.wait()
        assert isinstance(heard.all[-1], ImportReport) and heard.all[-1].messages == 3
        heard.ended.clear()
        name = model.file_name("A: chat?", FileFormat.MARKDOWN, LABELS)
        model.export(ExportRequest(tmp_path / name, FileFormat.MARKDOWN, LABELS))
        await heard.ended.wait()
        assert (tmp_path / "A chat.md").read_text().startswith("# A chat\n")
