"""The whole program inside the test: the real window over the real services, on the test's own loop.

Promise: it is closed as a person closes it, and what it keeps is in the test's folder.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from panda_desktop.app.options import Options
from panda_desktop.app.program import Program, run_program
from panda_desktop.domain.chat import Conversation
from panda_desktop.ui.kit import Notice
from panda_desktop.ui.window import Place
from tests.canary import CANARY

KEY = CANARY
FILM_S = 120.0
"""How long to wait for a film: a process of its own makes it, and makes it again when that one broke."""


class Used:
    """A program that a test uses."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.views = program.views
        self.window = program.views.window

    async def until(self, is_so: Callable[[], object], limit_s: float = 30.0) -> None:
        """Waits until something is so."""
        try:
            async with asyncio.timeout(limit_s):
                while not is_so():
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"waited {limit_s:g} s in vain: {self.seen()}") from None

    def seen(self) -> dict[str, Any]:
        """Returns what the program shows, for a test that waited in vain."""
        rows = self.views.chat.rows
        messages = [rows.row(row).message for row in range(rows.count())]
        return {
            "place": self.window.place(),
            "messages": [(each.role.value, each.state.value, each.error) for each in messages],
            "answering": self.views.chat.is_answering,
            "sending": self.views.chat.is_sending,
            "hint": self.chat().pane.composer.hint(),
            "notices": [notice.text for notice in self.window.notices.notices()],
            "in chat": [notice.text for notice in self.chat().pane.notices.notices()],
        }

    def page(self, place: Place) -> Any:
        """Goes to a place and returns its page."""
        return self.window.go(place)

    def chat(self) -> Any:
        return self.page(Place.CHAT)

    def conversation(self) -> Conversation:
        """Returns the open chat; there is one."""
        found = self.views.chat.conversation
        assert found is not None, "no chat is open"
        return found

    async def ask(self, text: str) -> None:
        """Types a message and sends it."""
        page = self.chat()
        page.pane.composer.field.set_text(text)
        page.pane.composer.button.click()

    def last(self) -> Any:
        """Returns the last message that is shown."""
        rows = self.views.chat.rows
        return rows.row(rows.count() - 1).message

    async def answered(self) -> Any:
        """Waits for the end of an answer and until another one may be asked for; returns its message."""
        chat = self.views.chat
        await self.until(lambda: chat.rows.count() >= 2 and self.last().state.is_final)
        await self.until(lambda: not chat.is_answering and not chat.is_sending)
        return self.last()


def words_of(notices: tuple[Notice, ...]) -> str:
    """Returns what notices say."""
    return " ".join(notice.text for notice in notices)


@asynccontextmanager
async def used(
    folder: Path, environment: dict[str, str] | None = None, **options: Any
) -> AsyncIterator[Used]:
    """Starts the program, and closes it after the test; `environment` as `run_program` takes it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    started: asyncio.Future[Program] = asyncio.get_running_loop().create_future()
    leave = asyncio.Event()

    async def drive(program: Program) -> int:
        while program.views.window.place() is None and program.views.first_start.panel() is None:
            await asyncio.sleep(0.01)
        started.set_result(program)
        await leave.wait()
        return 0

    running = asyncio.ensure_future(
        run_program(app, Options(data_dir=folder, **options), environment or {}, drive)
    )
    await asyncio.wait((running, started), return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        running.result()
    try:
        yield Used(started.result())
    finally:
        leave.set()
        assert await running == 0


def environment(base_url: str, key: str = KEY) -> dict[str, str]:
    """Returns the variables that serve one run."""
    return {"PANDA_BASE_URL": base_url, "PANDA_API_KEY": key}
