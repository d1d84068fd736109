"""Mends what was read from a damaged database: its first bytes, and what hangs together no longer.

Promise: a message is never given up because its conversation or the message before it is; what the program
would stumble over is taken out and counted.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from panda_desktop.domain.chat import Conversation, title_from
from panda_desktop.domain.media import MediaItem
from panda_desktop.storage.jobs import job_of
from panda_desktop.storage.migrations import STEPS
from panda_desktop.storage.saved_conversations import conversation_of, message_of, save_conversation

_HEAD: Final = 100
_WRONG: Final = (
    ValueError,
    IndexError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
    msgspec.ValidationError,
)


def mend(path: Path) -> bool:
    """Gives a file the first bytes of a sound one; returns whether that can help. The pages stay."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        head = bytearray(file.read(_HEAD))
        if len(head) < _HEAD:
            return False
        with closing(sqlite3.connect(":memory:")) as sound:
            sound.execute("CREATE TABLE any (one)")
            fresh = bytearray(sound.serialize()[:_HEAD])
        page = int.from_bytes(fresh[16:18], "big")
        fresh[18:20] = b"\x01\x01"  # without a log
        fresh[28:32] = (size // page).to_bytes(4, "big")
        fresh[32:40] = bytes(8)  # no free pages: none is needed for reading
        fresh[56:60] = (1).to_bytes(4, "big")  # UTF-8
        file.seek(0)
        file.write(fresh)
    return bytes(head) != bytes(fresh)


def make_coherent(fresh: sqlite3.Connection) -> int:
    """Makes what was taken over hang together, inside a transaction; returns how many rows had to go."""
    lost = _drop_what_is_not_understood(fresh)
    _adopt_messages(fresh)
    _join_branches(fresh)
    fresh.execute("UPDATE conversations SET folder_id = NULL WHERE folder_id NOT IN (SELECT id FROM folders)")
    for table, number, _parent, _key in fresh.execute("PRAGMA foreign_key_check").fetchall():
        if number is not None:
            lost += fresh.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,)).rowcount
    for table, column, parent in (
        ("conversation_tags", "conversation_id", "conversations"),
        ("conversation_tags", "tag_id", "tags"),
        ("board_items", "board_id", "boards"),
        ("board_items", "media_id", "media"),
        ("media_tags", "media_id", "media"),
        ("media_tags", "tag_id", "tags"),
    ):
        fresh.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM {parent})")
    return lost


def is_understood(path: Path) -> bool:
    """Reads the rows of a database that may be sound for SQLite and tells whether they mean something. One of
    another version is not judged.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            if opened.execute("PRAGMA user_version").fetchone()[0] != len(STEPS):
                return True
            opened.row_factory = sqlite3.Row
            return not any(
                True for _, select, read in _READERS for _ in _not_understood(opened, select, read)
            )
    except sqlite3.Error:
        return False


def _drop_what_is_not_understood(fresh: sqlite3.Connection) -> int:
    lost = 0
    fresh.row_factory = sqlite3.Row
    try:
        for table, select, read in _READERS:
            wrong = list(_not_understood(fresh, select, read))
            fresh.executemany(f"DELETE FROM {table} WHERE rowid = ?", wrong)
            lost += len(wrong)
    finally:
        fresh.row_factory = None
    return lost


def _not_understood(
    fresh: sqlite3.Connection, select: str, read: Callable[[sqlite3.Row], object]
) -> Iterator[tuple[int]]:
    for row in fresh.execute(select):
        try:
            read(row)
        except _WRONG:
            yield (row["number"],)


def _job_of(row: sqlite3.Row) -> object:
    return job_of((row["seq"], row["id"], row["kind"], row["state"], row["facts"]))


def _preset_of(row: sqlite3.Row) -> object:
    return json.loads(row["parameters"])


def _item_of(row: sqlite3.Row) -> object:
    return msgspec.json.decode(f'{{"seq":{row["seq"]},{row["facts"][1:]}', type=MediaItem)


def _answer_of(row: sqlite3.Row) -> object:
    return json.loads(row["headers"]), datetime.fromisoformat(row["received_at"])


def _queued_of(row: sqlite3.Row) -> object:
    return json.loads(row["attachments"]), datetime.fromisoformat(row["created_at"])


_READERS: Final[tuple[tuple[str, str, Callable[[sqlite3.Row], object]], ...]] = (
    ("messages", "SELECT seq AS number, * FROM messages", message_of),
    ("conversations", "SELECT rowid AS number, *, NULL AS tag_ids FROM conversations", conversation_of),
    ("jobs", "SELECT seq AS number, seq, id, kind, state, facts FROM jobs", _job_of),
    ("media", "SELECT seq AS number, facts, seq FROM media", _item_of),
    ("answers", "SELECT seq AS number, headers, received_at FROM answers", _answer_of),
    ("queued", "SELECT rowid AS number, attachments, created_at FROM queued", _queued_of),
    ("presets", "SELECT rowid AS number, parameters FROM presets", _preset_of),
)


def _adopt_messages(fresh: sqlite3.Connection) -> None:
    """Gives messages whose conversation is lost one again, named after the first of them."""
    orphans = fresh.execute(
        "SELECT conversation_id, min(seq), max(seq) FROM messages"
        " WHERE conversation_id NOT IN (SELECT id FROM conversations) GROUP BY conversation_id"
    ).fetchall()
    for conversation_id, first, last in orphans:
        text = fresh.execute("SELECT text FROM messages WHERE seq = ?", (first,)).fetchone()[0]
        leaf = fresh.execute("SELECT id FROM messages WHERE seq = ?", (last,)).fetchone()[0]
        now = datetime.now(UTC)
        save_conversation(
            fresh, Conversation(conversation_id, title_from(text), "auto", now, now, leaf_id=leaf)
        )


def _join_branches(fresh: sqlite3.Connection) -> None:
    """Puts a message whose parent is lost below the one before it, and shows a branch that is there."""
    fresh.execute(
        "UPDATE messages SET parent_id = (SELECT id FROM messages AS before"
        " WHERE before.conversation_id = messages.conversation_id AND before.seq < messages.seq"
        " ORDER BY before.seq DESC LIMIT 1)"
        " WHERE parent_id IS NOT NULL AND parent_id NOT IN (SELECT id FROM messages)"
    )
    fresh.execute(
        "UPDATE conversations SET leaf_id = (SELECT id FROM messages"
        " WHERE conversation_id = conversations.id ORDER BY seq DESC LIMIT 1)"
        " WHERE leaf_id IS NOT NULL AND leaf_id NOT IN (SELECT id FROM messages)"
    )
