"""Conversations and their messages in the database.

Promise: a message that was acknowledged is in the file; one that was coming when the program ended is
marked; what is deleted for good is never seen again, even when its rows are still being removed.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.branch import branch_to
from panda_desktop.domain.chat import Conversation, Message, MessageState, Parameters, Role, TitleBy
from panda_desktop.domain.fold import crashed
from panda_desktop.domain.folders import Shelf
from panda_desktop.storage import search_index
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import from_json, many_from_json, many_to_json, to_json, whole

BULK: Final = 64
"""More new messages than these are taken into the search index later."""

_COLUMNS: Final = ("id", "conversation_id", "parent_id", "seq", "role", "text", "reasoning", "state")
_SELECT: Final = (
    "SELECT conversations.*, (SELECT group_concat(tag_id) FROM conversation_tags"
    " WHERE conversation_id = conversations.id) AS tag_ids FROM conversations WHERE doomed = 0"
)
_BRANCH: Final = (
    # UNION, not UNION ALL: a tree that is damaged into a ring ends too.
    "WITH RECURSIVE above (id, parent_id, conversation_id) AS ("
    " SELECT id, parent_id, conversation_id FROM messages WHERE id = ?"
    " UNION SELECT messages.id, messages.parent_id, messages.conversation_id FROM above JOIN messages"
    " ON messages.id = above.parent_id AND messages.conversation_id = above.conversation_id)"
    " SELECT messages.* FROM above JOIN messages ON messages.id = above.id"
)
_SHELVES: Final = {
    Shelf.LIST: "deleted_at IS NULL AND archived = 0",
    Shelf.ARCHIVE: "deleted_at IS NULL AND archived = 1",
    Shelf.TRASH: "deleted_at IS NOT NULL",
}

Rows = list[sqlite3.Row]


class SavedConversations:
    """Reads and writes what is kept."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def shelf(self, shelf: Shelf) -> tuple[Conversation, ...]:
        """Returns a shelf: pinned first, newest first."""
        rows = await self._rows(
            f"{_SELECT} AND {_SHELVES[shelf]} ORDER BY pinned DESC, updated_at DESC, rowid DESC"
        )
        return self._database.understood(lambda: tuple(conversation_of(row) for row in rows))

    async def get(self, conversation_id: str) -> Conversation | None:
        """Returns one, wherever it is."""
        rows = await self._rows(f"{_SELECT} AND id = ?", conversation_id)
        return self._database.understood(lambda: conversation_of(rows[0])) if rows else None

    async def save(self, conversation: Conversation) -> None:
        """Stores a new one, or its changed values but for draft, folder and tags."""
        await self._database.run(lambda connection: save_conversation(connection, conversation))

    async def save_draft(
        self, conversation_id: str, text: str | None, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Keeps text and files of the composer, those that are given."""
        files = None if attachments is None else many_to_json(attachments)
        values = (None if text is None else whole(text), files, conversation_id)
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE conversations SET draft = coalesce(?, draft),"
                " draft_attachments = coalesce(?, draft_attachments) WHERE id = ?",
                values,
            )
        )

    async def move(self, conversation_id: str, folder_id: str | None) -> None:
        """Puts it into a folder that exists, or into none."""
        values = (folder_id, conversation_id)
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE conversations SET folder_id = ? WHERE id = ?", values
            )
        )

    async def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        """Gives it a tag that exists, or takes it."""
        statement = (
            "INSERT OR IGNORE INTO conversation_tags (conversation_id, tag_id) VALUES (?, ?)"
            if carried
            else "DELETE FROM conversation_tags WHERE conversation_id = ? AND tag_id = ?"
        )
        await self._database.run(lambda connection: connection.execute(statement, (conversation_id, tag_id)))

    async def messages(self, conversation_id: str) -> tuple[Message, ...]:
        """Returns all messages of every branch, in order of creation."""
        statement = "SELECT * FROM messages WHERE conversation_id = ? ORDER BY seq"
        return await self._messages(statement, conversation_id)

    async def branch(self, leaf_id: str) -> tuple[Message, ...]:
        """Returns a message and all before it on its branch, from the first on."""
        found = await self._messages(_BRANCH, leaf_id)
        return tuple(branch_to({message.id: message for message in found}, leaf_id))

    async def message(self, message_id: str) -> Message | None:
        """Returns one message."""
        rows = await self._rows("SELECT * FROM messages WHERE id = ?", message_id)
        return self._database.understood(lambda: message_of(rows[0])) if rows else None

    async def add(
        self, messages: Sequence[Message], conversation: Conversation | None = None
    ) -> tuple[Message, ...]:
        """Stores new messages, and the conversation with them; returns them with their `seq`."""

        def work(connection: sqlite3.Connection) -> tuple[Message, ...]:
            if conversation is not None:
                save_conversation(connection, conversation)
            added = tuple(insert_message(connection, message) for message in messages)
            final = [message for message in added if message.state.is_final]
            if len(final) > BULK:
                search_index.postpone(connection, (message.seq for message in final))
            else:
                for message in final:
                    search_index.put_message(connection, message.seq, whole(message.text))
            return added

        return await self._database.run(work, durable=True)

    async def checkpoint(self, message: Message) -> None:
        """Stores the message as it is now; one that was deleted meanwhile stays so."""
        is_final = message.state.is_final
        await self._database.run(lambda connection: _update(connection, message), durable=is_final)

    async def delete_messages(self, message_ids: Sequence[str]) -> None:
        """Removes messages for good."""

        def work(connection: sqlite3.Connection) -> None:
            for message_id in message_ids:
                found = connection.execute(
                    "SELECT seq, state, text FROM messages WHERE id = ?", (message_id,)
                ).fetchone()
                if found is not None:
                    remove_message(connection, *found)

        await self._database.run(work)

    async def doom(self, conversation_id: str) -> None:
        """Deletes a conversation for good, for whoever looks; `clear_some` removes its rows."""
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE conversations SET doomed = 1 WHERE id = ?", (conversation_id,)
            )
        )

    async def clear_some(self, conversation_id: str) -> bool:
        """Removes some rows of a doomed conversation, in about 20 ms; returns whether there are more."""
        return await self._database.run(lambda connection: _remove_some(connection, conversation_id))

    async def expired(self, limit: datetime) -> tuple[str, ...]:
        """Returns the ids of those that came into the trash before `limit`, and of the doomed ones whose
        rows are not all removed.
        """
        rows = await self._rows(
            "SELECT id FROM conversations WHERE doomed = 1"
            " UNION SELECT id FROM conversations WHERE deleted_at IS NOT NULL AND deleted_at < ?",
            limit.isoformat(),
        )
        return tuple(row["id"] for row in rows)

    async def recover(self) -> tuple[Message, ...]:
        """Marks the answers that were coming when the program ended; returns them."""

        def work(connection: sqlite3.Connection) -> tuple[Message, ...]:
            connection.row_factory = sqlite3.Row
            rows = connection.execute("SELECT * FROM messages WHERE state IN ('waiting', 'streaming')")
            found = tuple(crashed(message_of(row)) for row in rows.fetchall())
            for message in found:
                _update(connection, message)
            return found

        return await self._database.run(work)

    async def _messages(self, statement: str, *values: object) -> tuple[Message, ...]:
        def work(connection: sqlite3.Connection) -> tuple[Message, ...]:
            # Beside the event loop: of 10,000 rows the messages are made in a fifth of a second.
            connection.row_factory = sqlite3.Row
            return tuple(message_of(row) for row in connection.execute(statement, values))

        return await self._database.run(work)

    async def _rows(self, statement: str, *values: object) -> Rows:
        def work(connection: sqlite3.Connection) -> Rows:
            connection.row_factory = sqlite3.Row
            return connection.execute(statement, values).fetchall()

        return await self._database.run(work)


def save_conversation(connection: sqlite3.Connection, conversation: Conversation) -> None:
    """Stores a new one with folder and tags, or the changed values but for draft, folder and tags."""
    title = whole(conversation.title)
    values = {
        "id": conversation.id,
        "title": title,
        "model": whole(conversation.model),
        "system_prompt": whole(conversation.system_prompt),
        "parameters": to_json(conversation.parameters),
        "leaf_id": conversation.leaf_id,
        "title_by": conversation.title_by.value,
        "pinned": conversation.pinned,
        "archived": conversation.archived,
        "deleted_at": conversation.deleted_at and conversation.deleted_at.isoformat(),
        "created_at": conversation.created_at.isoformat(),
        "updated_at": conversation.updated_at.isoformat(),
    }
    changes = ", ".join(f"{name} = :{name}" for name in values if name != "id")
    if not connection.execute(f"UPDATE conversations SET {changes} WHERE id = :id", values).rowcount:
        values["folder_id"] = conversation.folder_id
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        connection.execute(f"INSERT INTO conversations ({names}) VALUES ({marks})", values)
        connection.executemany(
            "INSERT INTO conversation_tags (conversation_id, tag_id) SELECT ?, id FROM tags WHERE id = ?",
            [(conversation.id, tag_id) for tag_id in conversation.tag_ids],
        )
    search_index.set_title(connection, conversation.id, title)


def conversation_of(row: sqlite3.Row) -> Conversation:
    """Returns the conversation a row of `conversations` holds, with its `tag_ids` joined by commas."""
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
        folder_id=row["folder_id"],
        tag_ids=tuple(sorted((row["tag_ids"] or "").split(","))) if row["tag_ids"] else (),
        draft_attachments=many_from_json(row["draft_attachments"], Attachment),
        title_by=TitleBy(row["title_by"]),
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


def insert_message(connection: sqlite3.Connection, message: Message) -> Message:
    """Stores a new message; returns it with its `seq`. The search index does not know it yet."""
    values = _values(message)
    cursor = connection.execute(
        f"INSERT INTO messages ({', '.join(values)}) VALUES ({', '.join(f':{name}' for name in values)})",
        values,
    )
    assert cursor.lastrowid is not None
    return replace(message, seq=cursor.lastrowid)


def _update(connection: sqlite3.Connection, message: Message) -> None:
    """Stores the message and keeps the search index in step: only a final text is in it."""
    values = _values(message)
    found = connection.execute("SELECT seq, state FROM messages WHERE id = ?", (message.id,)).fetchone()
    if found is None:
        return
    seq = found[0]
    old = None
    if MessageState(found[1]).is_final:
        old = connection.execute("SELECT text FROM messages WHERE seq = ?", (seq,)).fetchone()[0]
    new = values["text"] if message.state.is_final else None
    if old is not None and old != new:
        search_index.take_message(connection, seq, old)
    connection.execute(
        "UPDATE messages SET state = :state, text = :text, reasoning = :reasoning, facts = :facts"
        " WHERE id = :id",
        values,
    )
    if new is not None and old != new:
        search_index.put_message(connection, seq, new)


def remove_message(connection: sqlite3.Connection, seq: int, state: str, text: str) -> None:
    """Removes a message, and what the search index knows of it."""
    if MessageState(state).is_final:
        search_index.take_message(connection, seq, text)
    connection.execute("DELETE FROM messages WHERE seq = ?", (seq,))


def _remove_some(connection: sqlite3.Connection, conversation_id: str) -> bool:
    """Removes some messages of a doomed conversation, at the end itself; returns whether there is more."""
    left = search_index.STEP_CHARACTERS
    rows = connection.execute(
        "SELECT seq, state, text FROM messages WHERE conversation_id = ? ORDER BY seq LIMIT ?",
        (conversation_id, search_index.STEP_MESSAGES),
    )
    for seq, state, text in rows.fetchall():
        remove_message(connection, seq, state, text)
        left -= len(text)
        if left <= 0:
            return True
    if connection.execute("SELECT 1 FROM messages WHERE conversation_id = ?", (conversation_id,)).fetchone():
        return True
    search_index.drop_title(connection, conversation_id)
    connection.execute("DELETE FROM conversations WHERE id = ?", (conversation_id,))
    return False


def message_of(row: sqlite3.Row) -> Message:
    """Returns the message a row of `messages` holds."""
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
