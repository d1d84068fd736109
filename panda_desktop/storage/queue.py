"""Messages that wait for the answer before them.

Promise: what waits survives the end of the program; an item that became a message is no longer in the queue,
whatever moment the program ended at; those of temporary conversations are in memory only.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.queue import QueuedMessage
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import many_from_json, many_to_json, whole


class QueueStore:
    """Reads and writes queues."""

    def __init__(self, database: Database, is_temporary: Callable[[str], bool]) -> None:
        """Uses an open database; `is_temporary` tells which conversations are in memory only."""
        self._database = database
        self._is_temporary = is_temporary
        self._memory: dict[str, list[QueuedMessage]] = {}

    async def items(self, conversation_id: str) -> tuple[QueuedMessage, ...]:
        """Returns what waits in a conversation, in order."""
        if self._is_temporary(conversation_id):
            return tuple(self._memory.get(conversation_id, ()))

        def work(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
            return connection.execute(
                "SELECT id, text, created_at, attachments FROM queued WHERE conversation_id = ?"
                " AND id NOT IN (SELECT id FROM messages WHERE conversation_id = ?) ORDER BY place, rowid",
                (conversation_id, conversation_id),
            ).fetchall()

        return tuple(
            QueuedMessage(
                row[0],
                conversation_id,
                row[1],
                datetime.fromisoformat(row[2]),
                many_from_json(row[3], Attachment),
            )
            for row in await self._database.run(work)
        )

    async def conversation_of(self, item_id: str) -> str | None:
        """Returns the id of the conversation an item waits in."""
        for items in self._memory.values():
            for item in items:
                if item.id == item_id:
                    return item.conversation_id
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT conversation_id FROM queued WHERE id = ?", (item_id,)
            ).fetchone()
        )
        return row[0] if row else None

    async def save(self, item: QueuedMessage) -> None:
        """Puts a new item at the end, or stores what an old one says now."""
        if self._is_temporary(item.conversation_id):
            items = self._memory.setdefault(item.conversation_id, [])
            place = next((at for at, each in enumerate(items) if each.id == item.id), len(items))
            items[place : place + 1] = [replace(item)]
            return
        values = {
            "id": item.id,
            "conversation_id": item.conversation_id,
            "text": whole(item.text),
            "attachments": many_to_json(item.attachments),
            "created_at": item.created_at.isoformat(),
        }
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT INTO queued (id, conversation_id, place, text, attachments, created_at)"
                " VALUES (:id, :conversation_id, (SELECT coalesce(max(place) + 1, 0) FROM queued"
                " WHERE conversation_id = :conversation_id), :text, :attachments, :created_at)"
                " ON CONFLICT (id) DO UPDATE SET text = excluded.text, attachments = excluded.attachments",
                values,
            )
        )

    async def order(self, conversation_id: str, item_ids: Sequence[str]) -> None:
        """Puts the items of a conversation into this order."""
        if self._is_temporary(conversation_id):
            self._memory[conversation_id].sort(key=lambda item: item_ids.index(item.id))
            return
        values = [(place, item_id) for place, item_id in enumerate(item_ids)]
        await self._database.run(
            lambda connection: connection.executemany("UPDATE queued SET place = ? WHERE id = ?", values)
        )

    async def remove(self, item_id: str) -> None:
        """Takes an item out."""
        for items in self._memory.values():
            items[:] = [each for each in items if each.id != item_id]
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM queued WHERE id = ?", (item_id,))
        )

    def forget_temporary(self) -> None:
        """Drops the queues of temporary conversations."""
        self._memory.clear()
