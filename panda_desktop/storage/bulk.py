"""Reads and writes conversations in bulk: for chats on their way into the program and out of it.

Promise: a conversation that comes in piece by piece is seen by nobody before it is whole; one that never is
counts as doomed, and its rows are removed like those of any other. New text is taken into the search index
later. A transaction is as long as what it is given.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.storage import search_index
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import many_to_json, whole
from panda_desktop.storage.saved_conversations import insert_message, message_of, save_conversation

Link = tuple[str, str | None]
"""The id of a message and that of the one before it."""


class BulkConversations:
    """The saved conversations, many messages at a time."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def counts(self) -> dict[str, int]:
        """Returns how many messages each conversation has."""
        statement = "SELECT conversation_id, count(*) FROM messages GROUP BY conversation_id"
        return await self._database.run(lambda connection: dict(connection.execute(statement).fetchall()))

    async def links(self, conversation_id: str) -> tuple[Link, ...]:
        """Returns how the messages of a conversation hang together, in order of creation."""
        statement = "SELECT id, parent_id FROM messages WHERE conversation_id = ? ORDER BY seq"
        return await self._database.run(
            lambda connection: tuple(connection.execute(statement, (conversation_id,)).fetchall())
        )

    async def pick(self, message_ids: Sequence[str], characters: int) -> tuple[Message, ...]:
        """Returns the first of these messages, at least one, up to what reaches so many characters.

        One that is gone is left out; nothing at all means that all of them are.
        """

        def work(connection: sqlite3.Connection) -> tuple[Message, ...]:
            connection.row_factory = sqlite3.Row
            found: list[Message] = []
            left = characters
            for message_id in message_ids:
                row = connection.execute("SELECT * FROM messages WHERE id = ?", (message_id,)).fetchone()
                if row is None:
                    continue
                found.append(message_of(row))
                left -= len(found[-1].text) + len(found[-1].reasoning)
                if left <= 0:
                    break
            return tuple(found)

        return await self._database.run(work)

    async def known(self, conversation_id: str) -> frozenset[str]:
        """Returns the ids of a conversation's messages, those that were deleted in this run included."""
        statement = (
            "SELECT id FROM messages WHERE conversation_id = :id"
            " UNION ALL SELECT id FROM removed_messages WHERE conversation_id = :id"
        )
        return await self._database.run(
            lambda connection: frozenset(
                message_id for (message_id,) in connection.execute(statement, {"id": conversation_id})
            )
        )

    async def taken(self, message_ids: Sequence[str]) -> frozenset[str]:
        """Returns those of these ids that a message has, or had in this run."""

        def work(connection: sqlite3.Connection) -> frozenset[str]:
            statement = (
                "SELECT 1 FROM messages WHERE id = :id"
                " UNION ALL SELECT 1 FROM removed_messages WHERE id = :id"
            )
            return frozenset(
                message_id
                for message_id in message_ids
                if connection.execute(statement, {"id": message_id}).fetchone() is not None
            )

        return await self._database.run(work)

    async def is_leaving(self, conversation_id: str) -> bool:
        """Tells whether it is deleted for good and not all of its rows are removed."""
        statement = "SELECT 1 FROM conversations WHERE id = ? AND doomed = 1"
        return await self._database.run(
            lambda connection: connection.execute(statement, (conversation_id,)).fetchone() is not None
        )

    async def bring_in(
        self, messages: Sequence[Message], conversation: Conversation | None, *, is_whole: bool
    ) -> None:
        """Stores messages of a conversation that comes in, and its values when they are given.

        With `is_whole` it is seen from now on, with its draft; before that by nobody.
        """

        def work(connection: sqlite3.Connection) -> None:
            if conversation is not None:
                save_conversation(connection, _in_a_folder_that_exists(connection, conversation))
                connection.execute(
                    "UPDATE conversations SET draft = ?, draft_attachments = ?, doomed = ? WHERE id = ?",
                    (
                        whole(conversation.draft),
                        many_to_json(conversation.draft_attachments),
                        not is_whole,
                        conversation.id,
                    ),
                )
            added = [insert_message(connection, message) for message in messages]
            search_index.postpone(connection, (message.seq for message in added))

        await self._database.run(work)


def _in_a_folder_that_exists(connection: sqlite3.Connection, conversation: Conversation) -> Conversation:
    statement = "SELECT 1 FROM folders WHERE id = ?"
    if connection.execute(statement, (conversation.folder_id,)).fetchone() is None:
        return replace(conversation, folder_id=None)
    return conversation
