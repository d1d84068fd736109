"""The exchange service as the program wires it, over a real database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.exchange import (
    ExportReport,
    ExportRequest,
    FileFormat,
    ImportReport,
    Labels,
    Progress,
    Watch,
)
from panda_desktop.services.exchange.service import ExchangeService
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage
from tests.services.world import HearingBus

LABELS = Labels(
    "en", "You", "Assistant", "System prompt", "Thoughts", "Untitled", "Stopped.", "Interrupted.", "Failed."
)


@dataclass
class Rig:
    storage: Storage
    bus: HearingBus
    tasks: TaskSet
    exchange: ExchangeService
    folder: Path
    problems: list[PandaError] = field(default_factory=list)
    told: list[Progress] = field(default_factory=list)

    def watch(self) -> Watch:
        return Watch(self.told.append)

    async def take_in(self, path: Path) -> ImportReport:
        return await self.exchange.import_file(path, self.watch())

    async def put_out(self, file_format: FileFormat, *ids: str, **more: bool) -> ExportReport:
        target = self.folder / f"out{file_format.suffix}"
        request = ExportRequest(target, file_format, LABELS, ids or None, **more)
        return await self.exchange.export(request, self.watch())

    async def read_out(self, file_format: FileFormat, *ids: str, **more: bool) -> str:
        report = await self.put_out(file_format, *ids, **more)
        return report.files[0].read_text(encoding="utf-8")

    async def everything(self) -> dict[str, tuple[Conversation, tuple[Message, ...]]]:
        store = self.storage.conversations
        chats = (*await store.list(), *await store.list(trashed=True))
        return {chat.id: (chat, await store.messages(chat.id)) for chat in chats}

    async def only(self) -> tuple[Conversation, tuple[Message, ...]]:
        (found,) = (await self.everything()).values()
        return found


@asynccontextmanager
async def rig(folder: Path) -> AsyncIterator[Rig]:
    storage = await Storage.open(folder / "data")
    problems: list[PandaError] = []
    bus, tasks = HearingBus(), TaskSet(problems.append)
    settings = SettingsService(storage.settings, bus, await storage.settings.load())
    exchange = ExchangeService(bus, tasks, storage, settings, asyncio.Lock())
    try:
        yield Rig(storage, bus, tasks, exchange, folder, problems)
    finally:
        await tasks.close()
        await storage.close()
        assert not problems
