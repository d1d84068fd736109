"""What is known of the files of the library.

Promise: a job's files enter the library and the job ends in one transaction.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import msgspec

from panda_desktop.domain.jobs import Job, JobState
from panda_desktop.domain.media import MediaItem
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import to_json
from panda_desktop.storage.jobs import check_move, move

_COLUMNS: Final = ("seq", "tag_ids", "board_ids")
_MARKS: Final = (("tag_ids", "media_tags", "tag_id"), ("board_ids", "board_items", "board_id"))


class MediaStore:
    """Reads and writes items."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def all(self) -> tuple[MediaItem, ...]:
        """Returns every item, the trash too, oldest first; not those that were removed for good."""
        return await self._database.run(lambda connection: _read(connection, gone=False))

    async def gone(self) -> tuple[MediaItem, ...]:
        """Returns what is left of the items that were removed for good: ids, kind and file name only."""
        return await self._database.run(lambda connection: _read(connection, gone=True))

    async def add(self, item: MediaItem) -> MediaItem:
        """Stores a new item; returns it with its `seq`."""
        return await self._database.run(lambda connection: _insert(connection, item), durable=True)

    async def finish(
        self, old: JobState, job: Job, items: Sequence[MediaItem]
    ) -> tuple[MediaItem, ...] | None:
        """Adds a job's items and moves the job; None, and nothing done, when it is no longer in `old`."""
        check_move(old, job.state)

        def work(connection: sqlite3.Connection) -> tuple[MediaItem, ...] | None:
            if not move(connection, old, job):
                return None
            return tuple(_insert(connection, item) for item in items)

        return await self._database.run(work, durable=True)

    async def save(self, *items: MediaItem) -> None:
        """Stores the changed values of items, but for their tags and boards, in one step."""
        values = [(to_json(item, without=_COLUMNS), item.id) for item in items]
        await self._database.run(
            lambda connection: connection.executemany("UPDATE media SET facts = ? WHERE id = ?", values)
        )

    async def remove(self, items: Sequence[MediaItem]) -> None:
        """Removes items for good; what led from one item to the next stays, without words."""
        values = [(to_json(_bare(item), without=_COLUMNS), item.id) for item in items]

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany("UPDATE media SET facts = ?, gone = 1 WHERE id = ?", values)
            ids = [(item.id,) for item in items]
            for _, table, _ in _MARKS:
                connection.executemany(f"DELETE FROM {table} WHERE media_id = ?", ids)

        await self._database.run(work, durable=True)


def _read(connection: sqlite3.Connection, *, gone: bool) -> tuple[MediaItem, ...]:
    marks = [(field, _marks(connection, table, column)) for field, table, column in _MARKS]
    decode = msgspec.json.Decoder(MediaItem).decode
    found = []
    rows = connection.execute("SELECT seq, id, facts FROM media WHERE gone = ? ORDER BY seq", (gone,))
    for seq, media_id, facts in rows:
        # The values that have columns of their own are put in front: decoding is the whole cost of a start.
        extra = f'{{"seq":{seq},'
        for field, carried in marks:
            if media_id in carried:
                extra += f'"{field}":{msgspec.json.encode(carried[media_id]).decode()},'
        found.append(decode(extra + facts[1:]))
    return tuple(found)


def _marks(connection: sqlite3.Connection, table: str, column: str) -> dict[str, list[str]]:
    carried: defaultdict[str, list[str]] = defaultdict(list)
    for media_id, mark_id in connection.execute(f"SELECT media_id, {column} FROM {table} ORDER BY 1, 2"):
        carried[media_id].append(mark_id)
    return dict(carried)


def _bare(item: MediaItem) -> MediaItem:
    return replace(item, prompt="", revised_prompt="", name="", starred=False)


def _insert(connection: sqlite3.Connection, item: MediaItem) -> MediaItem:
    values = (item.id, item.job_id, item.position, to_json(item, without=_COLUMNS))
    cursor = connection.execute("INSERT INTO media (id, job_id, position, facts) VALUES (?, ?, ?, ?)", values)
    assert cursor.lastrowid is not None
    return replace(item, seq=cursor.lastrowid)


def mark(
    connection: sqlite3.Connection, table: str, column: str, pairs: Iterable[tuple[str, str]], carried: bool
) -> None:
    """Writes or removes (item, mark) pairs of a table of marks, inside a transaction."""
    statement = (
        f"INSERT OR IGNORE INTO {table} (media_id, {column}) SELECT ?, ?"
        if carried
        else f"DELETE FROM {table} WHERE media_id = ? AND {column} = ?"
    )
    connection.executemany(statement, pairs)
