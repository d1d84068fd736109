"""Data folders with something in them, to be damaged."""

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState
from panda_desktop.storage.storage import Storage
from tests.storage.book import NOW


def fill(folder: Path, chats: int = 5, messages: int = 20) -> None:
    """Makes a data folder with chats and one job."""

    async def main() -> None:
        storage = await Storage.open(folder)
        for chat in range(chats):
            branch = []
            for number in range(messages):
                parent = f"m{chat}-{number - 1}" if number else None
                role = Role.ASSISTANT if number % 2 else Role.USER
                text = f"Message {number} of chat {chat}. " * 12
                branch.append(
                    Message(
                        f"m{chat}-{number}",
                        f"c{chat}",
                        parent,
                        0,
                        role,
                        text,
                        NOW,
                        state=MessageState.DONE,
                    )
                )
            conversation = Conversation(f"c{chat}", f"Chat {chat}", "auto", NOW, NOW)
            await storage.conversations.add(branch, replace(conversation, leaf_id=branch[-1].id))
        request = ImageRequest("kolors", "a panda", 1)
        await storage.jobs.add(Job("j1", JobKind.IMAGE, request, JobState.QUEUED, NOW))
        await storage.settings.save(replace(await storage.settings.load(), theme="dark"))
        await storage.close()

    asyncio.run(main())


def opened(folder: Path, use: Callable[[Storage], Any]) -> Any:
    """Opens the folder, returns what `use` awaits to, and closes it."""

    async def main() -> Any:
        storage = await Storage.open(folder)
        try:
            return await use(storage)
        finally:
            await storage.close()

    return asyncio.run(main())


async def counts(storage: Storage) -> tuple[int, int]:
    """Returns how many chats and messages there are."""
    chats = await storage.conversations.list()
    return len(chats), sum([len(await storage.conversations.messages(chat.id)) for chat in chats])


def page_of(path: Path, table: str) -> tuple[int, int]:
    """Returns page size and number of the first page of a table."""
    connection = sqlite3.connect(path)
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    connection.close()
    return size, root


def leaves_of(path: Path, table: str) -> list[int]:
    """Returns the numbers, from 0, of the pages the root of a large table points to."""
    size, root = page_of(path, table)
    page = path.read_bytes()[(root - 1) * size : root * size]
    assert page[0] == 5, "it is not large"
    cells = [
        int.from_bytes(page[at : at + 2], "big")
        for at in range(12, 12 + 2 * int.from_bytes(page[3:5], "big"), 2)
    ]
    return [int.from_bytes(page[cell : cell + 4], "big") - 1 for cell in cells]


def is_whole(path: Path) -> bool:
    """Tells whether SQLite finds nothing wrong."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()
