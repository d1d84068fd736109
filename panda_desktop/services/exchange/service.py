"""The use cases of exchange: chats to a file, and a file to chats.

Promise: one export or import runs at a time, and neither holds up an answer that streams. The forms of files
are imported with the first export or import.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.exchange import (
    ExportReport,
    ExportRequest,
    FileFormat,
    ImportReport,
    Labels,
    Watch,
)
from panda_desktop.domain.folders import Shelf
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.names import safe_name
from panda_desktop.storage.storage import Storage


class ExchangeService:
    """See `contract.ExchangeCommands`."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        storage: Storage,
        settings: SettingsService,
        writing: asyncio.Lock,
    ) -> None:
        """`writing` is held while a conversation is changed: `ChatService.writing`."""
        self._bus = bus
        self._tasks = tasks
        self._storage = storage
        self._store = storage.conversations
        self._settings = settings
        self._writing = writing
        self._one = asyncio.Lock()

    def file_name(self, title: str, file_format: FileFormat, labels: Labels) -> str:
        """Returns a name for a file that every system takes."""
        return safe_name(title.strip() or labels.untitled, file_format.suffix)

    async def chats(self, conversation_ids: tuple[str, ...] | None) -> tuple[tuple[Conversation, int], ...]:
        """Returns what an export would hold. Raises `CANNOT_READ` (`conversation`)."""
        counts = await self._store.counts()
        wanted = await self._wanted(conversation_ids)
        return tuple((chat, counts.get(chat.id, 0)) for chat in wanted)

    async def export(self, request: ExportRequest, watch: Watch) -> ExportReport:
        """Writes chats. Raises `DISK_FULL`, `CANNOT_WRITE`, `CANNOT_READ` (`conversation`)."""
        from panda_desktop.services.exchange.exporting import Exporting
        from panda_desktop.services.exchange.foreign import Shelves
        from panda_desktop.services.exchange.one_thread import OneThread

        async with self._one, OneThread("export") as thread:
            conversations = await self._wanted(request.conversation_ids)
            shelves = Shelves(await self._storage.folders.folders(), await self._storage.folders.tags())
            return await Exporting(self._storage, thread, request, watch, shelves).run(conversations)

    async def html(
        self, conversation_id: str, labels: Labels, *, all_branches: bool = False
    ) -> AsyncGenerator[str, None]:
        """Yields the page of a chat in pieces, to be printed. Raises `CANNOT_READ` (`conversation`)."""
        from panda_desktop.services.exchange.exporting import Exporting
        from panda_desktop.services.exchange.foreign import Shelves
        from panda_desktop.services.exchange.one_thread import OneThread

        request = ExportRequest(Path(), FileFormat.HTML, labels, (conversation_id,), all_branches)
        async with OneThread("page") as thread:
            conversations = await self._wanted((conversation_id,))
            exporting = Exporting(self._storage, thread, request, Watch(lambda _: None), Shelves())
            async with aclosing(exporting.text(conversations)) as texts:
                async for text in texts:
                    yield text

    async def import_file(self, path: Path, watch: Watch) -> ImportReport:
        """Takes in the chats of a file. Raises `CANNOT_READ`, `DATA_TOO_NEW`, `DISK_FULL`, `CANNOT_WRITE`."""
        from panda_desktop.services.exchange.importing import Importing, Steps
        from panda_desktop.services.exchange.intake import Intake
        from panda_desktop.services.exchange.one_thread import OneThread
        from panda_desktop.services.exchange.shelving import Shelving

        async with self._one, OneThread("import") as thread:
            shelving = Shelving(self._bus, self._storage.folders, self._writing)
            intake = Intake(
                self._bus, self._tasks, self._store, self._storage.attachments, shelving, self._writing
            )
            steps = Steps(path, self._settings.current.chat_model)
            return await Importing(intake, thread, watch).run(steps)

    async def _wanted(self, conversation_ids: tuple[str, ...] | None) -> list[Conversation]:
        if conversation_ids is None:
            shelves = [await self._store.shelf(shelf) for shelf in (Shelf.LIST, Shelf.ARCHIVE)]
            return [chat for shelf in shelves for chat in shelf if not chat.temporary]
        found = [await self._store.get(conversation_id) for conversation_id in conversation_ids]
        if None in found:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="conversation"))
        return [chat for chat in found if chat is not None]
