"""The ledger of paid requests.

Promise: one `UPDATE … WHERE state = old` a move; a job cannot be in two hands, and what is about to be
paid is on
the disk before the first byte leaves.
"""

import json
import sqlite3
from dataclasses import replace
from datetime import datetime
from typing import Final

from panda_desktop.domain.jobs import MOVES, ImageRequest, Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import from_json, to_json, whole

_COLUMNS: Final = ("id", "kind", "state", "seq", "received_bytes", "total_bytes")


class JobStore:
    """Reads and writes jobs."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def add(self, job: Job) -> Job:
        """Stores a new job; returns it with its `seq`."""

        def work(connection: sqlite3.Connection) -> Job:
            values = (job.id, job.kind.value, job.state.value, to_json(job, without=_COLUMNS))
            cursor = connection.execute(
                "INSERT INTO jobs (id, kind, state, facts) VALUES (?, ?, ?, ?)", values
            )
            assert cursor.lastrowid is not None
            return replace(job, seq=cursor.lastrowid)

        return await self._database.run(work, durable=True)

    async def all(self) -> tuple[Job, ...]:
        """Returns the jobs of the list, newest first."""
        return await self._database.run(
            lambda connection: tuple(
                _job(row)
                for row in connection.execute(
                    "SELECT seq, id, kind, state, facts FROM jobs WHERE hidden = 0 ORDER BY seq DESC"
                )
            )
        )

    async def get(self, job_id: str) -> Job | None:
        """Returns one job, hidden or not."""

        def work(connection: sqlite3.Connection) -> Job | None:
            found = connection.execute("SELECT seq, id, kind, state, facts FROM jobs WHERE id = ?", (job_id,))
            row = found.fetchone()
            return _job(row) if row else None

        return await self._database.run(work)

    async def move(self, old: JobState, job: Job) -> bool:
        """Stores the job if it is still in `old`; returns whether it was.

        Raises:
            ValueError: the states do not allow this move.
        """
        check_move(old, job.state)
        durable = job.state is JobState.SUBMITTING
        return await self._database.run(lambda connection: move(connection, old, job), durable=durable)

    async def store_answer(self, old: JobState, job: Job, answer: RawAnswer) -> bool:
        """As `move`, and keeps the raw answer in the same transaction."""
        check_move(old, job.state)

        def work(connection: sqlite3.Connection) -> bool:
            if not move(connection, old, job):
                return False
            headers = whole(json.dumps(answer.headers))
            values = (job.id, answer.status, headers, answer.body, answer.received_at.isoformat())
            connection.execute(
                "INSERT INTO answers (job_id, status, headers, body, received_at) VALUES (?, ?, ?, ?, ?)",
                values,
            )
            return True

        return await self._database.run(work, durable=True)

    async def answer(self, job_id: str) -> RawAnswer | None:
        """Returns the last raw answer."""

        def work(connection: sqlite3.Connection) -> RawAnswer | None:
            found = connection.execute(
                "SELECT status, headers, body, received_at FROM answers WHERE job_id = ?"
                " ORDER BY seq DESC LIMIT 1",
                (job_id,),
            )
            row = found.fetchone()
            if row is None:
                return None
            return RawAnswer(row[0], json.loads(row[1]), row[2], datetime.fromisoformat(row[3]))

        return await self._database.run(work)

    async def hide(self, job_id: str) -> None:
        """Takes the job out of the list; the row stays as the record of what was paid."""
        await self._database.run(
            lambda connection: connection.execute("UPDATE jobs SET hidden = 1 WHERE id = ?", (job_id,))
        )


def check_move(old: JobState, new: JobState) -> None:
    """Raises `ValueError` for a move the job state machine does not have."""
    if new is not old and new not in MOVES[old]:
        raise ValueError(f"a job does not move from {old} to {new}")


def move(connection: sqlite3.Connection, old: JobState, job: Job) -> bool:
    """Moves the job inside a transaction; returns whether it was still in `old`."""
    values = (job.state.value, to_json(job, without=_COLUMNS), job.id, old.value)
    cursor = connection.execute("UPDATE jobs SET state = ?, facts = ? WHERE id = ? AND state = ?", values)
    return cursor.rowcount == 1


def _job(row: tuple[int, str, str, str, str]) -> Job:
    seq, job_id, kind_text, state, facts = row
    kind = JobKind(kind_text)
    made = ImageRequest if kind is JobKind.IMAGE else VideoRequest
    request = from_json(json.dumps(json.loads(facts)["request"]), made)
    return from_json(facts, Job, id=job_id, kind=kind, state=JobState(state), seq=seq, request=request)
