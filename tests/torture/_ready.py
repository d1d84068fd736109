"""Waits for the program as a script of `_child` uses it, and asks in its chat."""

import asyncio
import time
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from panda_desktop.app.program import Program
from panda_desktop.ui.window import Place

LONGEST_S: Final = 90.0


async def ready(program: Program) -> Any:
    """Waits until the program can be used; returns the chat page. Raises `TimeoutError` when it never can."""
    async with asyncio.timeout(LONGEST_S):
        while program.views.window.place() is None or not program.services.connection.has_access:
            await asyncio.sleep(0.02)
    return program.views.window.go(Place.CHAT)


async def ask(program: Program, page: Any, text: str) -> None:
    """Sends a message and waits for the end of its answer. Raises `RuntimeError` when none comes."""
    chat = program.views.chat
    rows, ends = chat.rows.count(), time.monotonic() + LONGEST_S
    page.pane.composer.replace_text(text)
    QTest.keyClick(page.pane.composer.field, Qt.Key.Key_Return)
    while chat.rows.count() < rows + 2 or chat.is_answering or chat.is_sending:
        if time.monotonic() > ends:
            state = f"{rows}, now {chat.rows.count()} rows, {chat.is_answering=}, {chat.is_sending=}"
            raise RuntimeError(f"no answer: {state}, in the field: {page.pane.composer.text()!r:.40}")
        await asyncio.sleep(0.01)


async def start_new(program: Program) -> None:
    """Begins a new chat and waits until it is shown. Raises `TimeoutError` when it never is."""
    chat = program.views.chat
    chat.start_new()
    async with asyncio.timeout(LONGEST_S):
        while chat.rows.count():
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)  # nobody types sooner
