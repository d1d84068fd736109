"""Messages that were deleted and can still be brought back.

Promise: they are in no list, no search and no request; brought back they are what they were, at their old
place; and the next start removes them for good.
"""

import sqlite3
from collections.abc import Sequence
from typing import Final

from panda_desktop.domain.chat import Message, MessageState
from panda_desktop.storage import search_index
from panda_desktop.storage.database import Database
from panda_desktop.storage.saved_conversations import message_of, remove_message

_COLUMNS: Final = "seq, id, conversation_id, parent_id, role, state, text, reasoning, facts"


class RemovedMessages:
    """Moves rows out of `messages` and back."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def set_aside(self, message_ids: Sequence[str]) -> None:
        """Takes messages out."""

        def work(connection: sqlite3.Connection) -> None:
            for message_id in message_ids:
                connection.execute(
                    f"INSERT OR REPLACE INTO removed_messages ({_COLUMNS})"
                    f" SELECT {_COLUMNS} FROM messages WHERE id = ?",
                    (message_id,),
                )
                found = connection.execute(
                    "SELECT seq, state, text FROM messages WHERE id = ?", (message_id,)
                ).fetchone()
                if found is not None:
                    remove_message(connection, *found)

        await self._database.run(work)

    async def bring_back(self, message_ids: Sequence[str]) -> tuple[Message, ...]:
        """Puts messages back; returns those that are there again."""

        def work(connection: sqlite3.Connection) -> tuple[Message, ...]:
            connection.row_factory = sqlite3.Row
            back = []
            for message_id in message_ids:
                row = connection.execute(
                    "SELECT * FROM removed_messages WHERE id = ?", (message_id,)
                ).fetchone()
                if row is None:
                    continue
                # An import may have brought the same message in meanwhile.
                inserted = connection.execute(
                    f"INSERT OR IGNORE INTO messages ({_COLUMNS})"
                    f" SELECT {_COLUMNS} FROM removed_messages WHERE id = ?",
                    (message_id,),
                ).rowcount
                connection.execute("DELETE FROM removed_messages WHERE id = ?", (message_id,))
                if not inserted:
                    continue
                if MessageState(row["state"]).is_final:
                    search_index.put_message(connection, row["seq"], row["text"])
                back.append(message_of(row))
            return tuple(back)

        return await self._database.run(work)

    async def forget(self) -> None:
        """Removes for good what was taken out."""
        await self._database.run(lambda connection: connection.execute("DELETE FROM removed_messages"))
