"""Chats to PDF: the pages are made by the services, the file by a press of the user interface.

Promise: one chat after the other, with progress, and an end after the next few lines when it is stopped.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Final, Protocol

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.exchange import ExportReport, ExportRequest, Progress, Watch
from panda_desktop.services.contract import ExchangeCommands

SUFFIX: Final = ".pdf"


class Press(Protocol):
    """Makes PDF files. Both methods may raise `CANNOT_WRITE` and `DISK_FULL`."""

    async def free_file(self, folder: Path, name: str) -> Path:
        """Returns a path in the folder, made if it is not there, that nothing has."""

    async def make(
        self, pages: AsyncGenerator[str, None], target: Path, title: str, told: Callable[[int], bool]
    ) -> bool:
        """Makes the file of HTML pages; `told` hears how many messages are set and answers whether to go on.

        Returns:
            Whether the file is there; False when `told` ended it, and nothing is left then.
        """


class Printing:
    """One export to PDF."""

    def __init__(
        self, exchange: ExchangeCommands, press: Press, request: ExportRequest, watch: Watch
    ) -> None:
        """Nothing is read yet; the format of `request` does not matter."""
        self._exchange = exchange
        self._press = press
        self._request = request
        self._watch = watch
        self._before = 0
        self._total = 0
        self._chats = 0
        self._messages = 0

    async def run(self) -> ExportReport:
        """Makes the files. Raises what reading and the press raise."""
        wanted = await self._exchange.chats(self._request.conversation_ids)
        self._total = sum(count for _, count in wanted)
        if not self._request.separate:
            files = [self._request.target]
            whole = await self._make(self._request.target, wanted)
            return ExportReport(tuple(files if whole else ()), self._chats, self._messages, stopped=not whole)
        made: list[Path] = []
        for chat, count in wanted:
            target = await self._press.free_file(self._request.target, self._name(chat))
            if not await self._make(target, [(chat, count)]):
                return ExportReport(tuple(made), self._chats, self._messages, stopped=True)
            made.append(target)
        return ExportReport(tuple(made), self._chats, self._messages)

    def _name(self, chat: Conversation) -> str:
        request = self._request
        name = self._exchange.file_name(chat.title, request.format, request.labels)
        return name.removesuffix(request.format.suffix) + SUFFIX

    async def _make(self, target: Path, wanted: Sequence[tuple[Conversation, int]]) -> bool:
        before, set_so_far, passed = self._before, 0, 0

        def told(messages: int) -> bool:
            nonlocal set_so_far
            set_so_far = messages
            self._tell(max(before + messages, before + passed))
            return not self._watch.stopped

        async def pages() -> AsyncGenerator[str, None]:
            nonlocal passed
            for chat, count in wanted:
                request = self._request
                page = self._exchange.html(chat.id, request.labels, all_branches=request.all_branches)
                async with aclosing(page) as pieces:
                    async for piece in pieces:
                        yield piece
                passed += count

        title = wanted[0][0].title if len(wanted) == 1 else ""
        whole = await self._press.make(pages(), target, title or self._request.labels.untitled, told)
        self._before += sum(count for _, count in wanted)
        if whole:
            self._chats += len(wanted)
            self._messages += set_so_far
            self._tell(self._before)
        return whole

    def _tell(self, done: int) -> None:
        self._watch.told(Progress(min(done, self._total), self._total, self._chats))
