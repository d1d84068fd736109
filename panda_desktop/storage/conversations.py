"""Conversations and their messages.

Promise: a message that was acknowledged is in the file; one that was coming when the program ended is marked.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from panda_desktop.domain.chat import Conversation, Message, MessageState, Parameters, Role
from panda_desktop.domain.fold import crashed
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import from_json, to_json, whole

_COLUMNS: Final = ("id", "conversation_id", "parent_id", "seq", "role", "text", "reasoning", "state")

Rows = list[sqlite3.Row]


class ConversationStore:
    """Reads and writes conversations."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def list(self, *, trashed: bool = False) -> tuple[Conversation, ...]:
        """Returns the list (without archived ones) or the trash, pinned first, newest first."""
        where = "deleted_at IS NOT NULL" if trashed else "deleted_at IS NULL AND archived = 0"
        rows = await self._rows(
            f"SELECT * FROM conversations WHERE {where} ORDER BY pinned DESC, updated_at DESC, rowid DESC"
        )
        return tuple(_conversation(row) for row in rows)

    async def get(self, conversation_id: str) -> Conversation | None:
        """Returns one, wherever it is."""
        rows = await self._rows("SELECT * FROM conversations WHERE id = ?", conversation_id)
        return _conversation(rows[0]) if rows else None

    async def save(self, conversation: Conversation) -> None:
        """Stores a new one or its changed values. The draft is not touched: see `save_draft`."""
        await self._database.run(lambda connection: _save(connection, conversation))

    async def save_draft(self, conversation_id: str, text: str) -> None:
        """Keeps the text of the composer."""
        values = (whole(text), conversation_id)
        await self._database.run(
            lambda connection: connection.execute("UPDATE conversations SET draft = ? WHERE id = ?", values)
        )

    async def messages(self, conversation_id: str) -> tuple[Message, ...]:
        """Returns all messages of every branch, in order of creation."""
        rows = await self._rows(
            "SELECT * FROM messages WHERE conversation_id = ? ORDER BY seq", conversation_id
        )
        return tuple(_message(row) for row in rows)

    async def message(self, message_id: str) -> Message | None:
        """Returns one message."""
        rows = await self._rows("SELECT * FROM messages WHERE id = ?", message_id)
        return _message(rows[0]) if rows else None

    async def add(
        self, messages: Sequence[Message], conversation: Conversation | None = None
    ) -> tuple[Message, ...]:
        """Stores new messages, and the conversation with them; returns them with their `seq`."""

        def work(connection: sqlite3.Connection) -> tuple[Message, ...]:
            if conversation is not None:
                _save(connection, conversation)
            return tuple(_insert(connection, message) for message in messages)

        return await self._database.run(work)

    async def checkpoint(self, message: Message) -> None:
        """Stores the message as it is now."""
        await self._database.run(lambda connection: _update(connection, message))

    async def delete_messages(self, message_ids: Sequence[str]) -> None:
        """Removes messages for good."""
        values = [(message_id,) for message_id in message_ids]
        await self._database.run(
            lambda connection: connection.executemany("DELETE FROM messages WHERE id = ?", values)
        )

    async def delete(self, conversation_id: str) -> None:
        """Removes a conversation and its messages for good."""
        await self._database.run(
            lambda connection: connection.execute(
                "DELETE FROM conversations WHERE id = ?", (conversation_id,)
            )
        )

    async def recover(self) -> tuple[Message, ...]:
        """Marks the answers that were coming when the program ended; returns them."""

        def work(connection: sqlite3.Connection) -> tuple[Message, ...]:
            connection.row_factory = sqlite3.Row
            rows = connection.execute("SELECT * FROM messages WHERE state IN ('waiting', 'streaming')")
            found = tuple(crashed(_message(row)) for row in rows.fetchall())
            for message in found:
                _update(connection, message)
            return found

        return await self._database.run(work)

    async def _rows(self, statement: str, *values: object) -> Rows:
        def work(connection: sqlite3.Connection) -> Rows:
            connection.row_factory = sqlite3.Row
            return connection.execute(statement, values).fetchall()

        return await self._database.run(work)


def _save(connection: sqlite3.Connection, conversation: Conversation) -> None:
    values = {
        "id": conversation.id,
        "title": whole(conversation.title),
        "model": whole(conversation.model),
        "system_prompt": whole(conversation.system_prompt),
        "parameters": to_json(conversation.parameters),
        "leaf_id": conversation.leaf_id,
        "pinned": conversation.pinned,
        "archived": conversation.archived,
        "deleted_at": conversation.deleted_at and conversation.deleted_at.isoformat(),
        "created_at": conversation.created_at.isoformat(),
        "updated_at": conversation.updated_at.isoformat(),
    }
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "id")
    connection.execute(
        f"INSERT INTO conversations ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}",
        values,
    )


def _conversation(row: sqlite3.Row) -> Conversation:
    deleted = row["deleted_at"]
    return Conversation(
        id=row["id"],
        title=row["title"],
        model=row["model"],
        created_at=datetime.fromisoformat(row["created_at"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
        system_prompt=row["system_prompt"],
        parameters=from_json(row["parameters"], Parameters),
        leaf_id=row["leaf_id"],
        draft=row["draft"],
        pinned=bool(row["pinned"]),
        archived=bool(row["archived"]),
        deleted_at=datetime.fromisoformat(deleted) if deleted else None,
    )


def _values(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "conversation_id": message.conversation_id,
        "parent_id": message.parent_id,
        "role": message.role.value,
        "state": message.state.value,
        "text": whole(message.text),
        "reasoning": whole(message.reasoning),
        "facts": to_json(message, without=_COLUMNS),
    }


def _insert(connection: sqlite3.Connection, message: Message) -> Message:
    values = _values(message)
    cursor = connection.execute(
        f"INSERT INTO messages ({', '.join(values)}) VALUES ({', '.join(f':{name}' for name in values)})",
        values,
    )
    assert cursor.lastrowid is not None
    return replace(message, seq=cursor.lastrowid)


def _update(connection: sqlite3.Connection, message: Message) -> None:
    connection.execute(
        "UPDATE messages SET state = :state, text = :text, reasoning = :reasoning, facts = :facts"
        " WHERE id = :id",
        _values(message),
    )


def _message(row: sqlite3.Row) -> Message:
    return from_json(
        row["facts"],
        Message,
        id=row["id"],
        conversation_id=row["conversation_id"],
        parent_id=row["parent_id"],
        seq=row["seq"],
        role=Role(row["role"]),
        text=row["text"],
        reasoning=row["reasoning"],
        state=MessageState(row["state"]),
    )
