"""What is known of the files of the library.

Promise: a job's files enter the library and the job ends in one transaction.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from panda_desktop.domain.jobs import Job, JobState
from panda_desktop.domain.media import MediaItem
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import from_json, to_json
from panda_desktop.storage.jobs import check_move, move


class MediaStore:
    """Reads and writes items."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def all(self) -> tuple[MediaItem, ...]:
        """Returns every item, the trash too, oldest first."""
        return await self._database.run(
            lambda connection: tuple(
                from_json(facts, MediaItem, seq=seq)
                for seq, facts in connection.execute("SELECT seq, facts FROM media ORDER BY seq")
            )
        )

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

    async def save(self, item: MediaItem) -> None:
        """Stores an item's changed values."""
        values = (to_json(item, without=("seq",)), item.id)
        await self._database.run(
            lambda connection: connection.execute("UPDATE media SET facts = ? WHERE id = ?", values)
        )


def _insert(connection: sqlite3.Connection, item: MediaItem) -> MediaItem:
    values = (item.id, item.job_id, item.position, to_json(item, without=("seq",)))
    cursor = connection.execute("INSERT INTO media (id, job_id, position, facts) VALUES (?, ?, ?, ?)", values)
    assert cursor.lastrowid is not None
    return replace(item, seq=cursor.lastrowid)
