"""Chats to a file and a file to chats, as the window shows it.

Promise: one runs at a time; progress is told once a frame at most, and an end always.
"""

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.exchange import ExportRequest, FileFormat, Labels, Progress, Watch
from panda_desktop.services.contract import ExchangeCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.frames import NextFrame
from panda_desktop.viewmodels.printing import Press, Printing

_PROGRESS = "progress"


class ExchangeModel(Commanding):
    """Observable exports and imports.

    Signals:
        running_changed(bool): one has begun, or has ended.
        progressed(object): a `Progress`.
        finished(object): an `ExportReport` or an `ImportReport`; also when it was cancelled.
        failed(object): a `PandaError`: it has ended otherwise. Chats that were whole before stay.
        page_ready(str): the HTML page of a chat, to be printed.
    """

    running_changed = Signal(bool)
    progressed = Signal(object)
    finished = Signal(object)
    page_ready = Signal(str)

    def __init__(self, tasks: TaskSet, exchange: ExchangeCommands) -> None:
        """Nothing runs."""
        super().__init__(tasks)
        self._exchange = exchange
        self._watch: Watch | None = None
        self._progress: Progress | None = None
        self._frames = NextFrame(self, lambda _: self.progressed.emit(self._progress))

    @property
    def is_running(self) -> bool:
        """An export or import is under way."""
        return self._watch is not None

    @property
    def is_stopping(self) -> bool:
        """`cancel` was called and it has not ended yet."""
        return self._watch is not None and self._watch.stopped

    @property
    def progress(self) -> Progress | None:
        """How far it is; None before the first word of it."""
        return self._progress

    def file_name(self, title: str, file_format: FileFormat, labels: Labels) -> str:
        """Returns a name for the file of a chat."""
        return self._exchange.file_name(title, file_format, labels)

    def export(self, request: ExportRequest) -> None:
        """Writes chats; ends in `finished` or `failed`. Does nothing while one runs."""
        if self._watch is None:
            watch = Watch(self._heard)
            self._begin(self._exchange.export(request, watch), watch, "export chats")

    def print(self, request: ExportRequest, press: Press) -> None:
        """Writes chats as PDF; ends in `finished` or `failed`. Does nothing while one runs."""
        if self._watch is None:
            watch = Watch(self._heard)
            self._begin(Printing(self._exchange, press, request, watch).run(), watch, "print chats")

    def import_file(self, path: Path) -> None:
        """Takes in the chats of a file; ends in `finished` or `failed`. Does nothing while one runs."""
        if self._watch is None:
            watch = Watch(self._heard)
            self._begin(self._exchange.import_file(path, watch), watch, "import chats")

    def make_page(self, conversation_id: str, labels: Labels, *, all_branches: bool = False) -> None:
        """Makes the page of a chat; ends in `page_ready` or `failed`."""
        work = self._make_page(conversation_id, labels, all_branches)
        self._tasks.spawn(work, name="page", failed=self.failed.emit)

    def cancel(self) -> None:
        """Ends what runs, with a report of what is whole."""
        if self._watch is not None:
            self._watch.stopped = True

    def _begin(self, work: Coroutine[Any, Any, object], watch: Watch, name: str) -> None:
        self._watch = watch
        self._progress = None
        self.running_changed.emit(True)
        # Not brief: it may take minutes, and ends cleanly when it is cancelled.
        self._tasks.spawn(self._run(work), name=name, failed=self._ended_badly)

    async def _run(self, work: Coroutine[Any, Any, object]) -> None:
        report = await work
        self._end()
        self.finished.emit(report)

    def _ended_badly(self, error: PandaError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._frames.flush()
        self._watch = None
        self.running_changed.emit(False)

    async def _make_page(self, conversation_id: str, labels: Labels, all_branches: bool) -> None:
        pieces = [
            piece async for piece in self._exchange.html(conversation_id, labels, all_branches=all_branches)
        ]
        self.page_ready.emit("".join(pieces))

    def _heard(self, progress: Progress) -> None:
        self._progress = progress
        self._frames.due(_PROGRESS)
