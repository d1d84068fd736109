"""Exports and imports that act at once, or wait where a test wants them to."""

from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from pathlib import Path
from typing import Any

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.exchange import (
    ExportReport,
    ExportRequest,
    FileFormat,
    ImportReport,
    Labels,
    Progress,
    Watch,
)


class Pause:
    """Waits for `SteppedTasks.step`."""

    def __await__(self) -> Generator[None, None, None]:
        yield


class SteppedTasks:
    """Stands in for `TaskSet`: runs work up to its next `Pause`; `step` goes on."""

    def __init__(self) -> None:
        self.problems: list[PandaError] = []
        self._waiting: list[tuple[Coroutine[Any, Any, Any], Callable[[PandaError], None]]] = []

    def spawn(
        self,
        work: Coroutine[Any, Any, Any],
        *,
        name: str,
        failed: Callable[[PandaError], None] | None = None,
        brief: bool = False,
    ) -> None:
        self._run(work, failed or self.problems.append)

    def step(self) -> None:
        """Goes on after the pauses that are waited for."""
        waiting, self._waiting = self._waiting, []
        for work, failed in waiting:
            self._run(work, failed)

    def _run(self, work: Coroutine[Any, Any, Any], failed: Callable[[PandaError], None]) -> None:
        try:
            work.send(None)
        except StopIteration:
            return
        except PandaError as error:
            failed(error)
        else:
            self._waiting.append((work, failed))


class FakeExchange:
    """Chats are `chat_service`'s. `failure` is raised once; with `pauses` it waits so often, telling."""

    def __init__(self, chats: Any) -> None:
        self._chats = chats
        self.failure: PandaError | None = None
        self.pauses = 0
        self.imported = ImportReport(2, 9, 0, 1)
        self.calls: list[Any] = []

    def file_name(self, title: str, file_format: FileFormat, labels: Labels) -> str:
        return f"{(title or labels.untitled).replace('/', ' ')}{file_format.suffix}"

    async def chats(self, conversation_ids: tuple[str, ...] | None) -> tuple[tuple[Conversation, int], ...]:
        wanted = self._chats.all if conversation_ids is None else conversation_ids
        return tuple((self._chats.all[each], len(self._chats.messages.get(each, ()))) for each in wanted)

    async def export(self, request: ExportRequest, watch: Watch) -> ExportReport:
        self.calls.append(request)
        await self._work(watch)
        count = len(await self.chats(request.conversation_ids))
        if watch.stopped:
            return ExportReport((), 0, 0, stopped=True)
        files = [request.target]
        if request.separate:
            files = [request.target / f"{number}{request.format.suffix}" for number in range(count)]
        return ExportReport(tuple(files), count, 2 * count)

    async def html(
        self, conversation_id: str, labels: Labels, *, all_branches: bool = False
    ) -> AsyncGenerator[str, None]:
        self.calls.append((conversation_id, all_branches))
        yield f"<h1>{conversation_id}</h1>"

    async def import_file(self, path: Path, watch: Watch) -> ImportReport:
        self.calls.append(path)
        await self._work(watch)
        return self.imported

    async def _work(self, watch: Watch) -> None:
        for step in range(self.pauses):
            watch.told(Progress(1_000 * (step + 1), 1_000 * (self.pauses + 1), step))
            await Pause()
            if watch.stopped:
                return
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure


class FakePress:
    """Makes no files; remembers what they would hold."""

    def __init__(self) -> None:
        self.made: dict[Path, str] = {}
        self.failure: PandaError | None = None

    async def free_file(self, folder: Path, name: str) -> Path:
        number, target = 1, folder / name
        while target in self.made:
            number += 1
            target = folder / f"{number} {name}"
        return target

    async def make(
        self, pages: AsyncGenerator[str, None], target: Path, title: str, told: Callable[[int], bool]
    ) -> bool:
        if self.failure is not None:
            raise self.failure
        self.made[target] = "".join([page async for page in pages])
        return told(1)


def refused(reason: str) -> PandaError:
    """Returns why a file cannot be imported."""
    return PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param=reason))
