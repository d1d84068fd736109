"""The ledger of paid requests.

Promise: one `UPDATE … WHERE state = old` a move; a job cannot be in two hands, and what is about to be
paid is on the disk before the first byte leaves. Each state is noted with its time in the same step.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Final, get_type_hints

import msgspec

from panda_desktop.domain.jobs import (
    MOVES,
    ImageRequest,
    Job,
    JobKind,
    JobMove,
    JobState,
    RawAnswer,
    VideoRequest,
)
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import to_json, whole

_COLUMNS: Final = ("id", "kind", "state", "seq", "received_bytes", "total_bytes")


class JobStore:
    """Reads and writes jobs."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def add(self, job: Job) -> Job:
        """Stores a new job; returns it with its `seq`."""
        return await self._database.run(lambda connection: _add(connection, job), durable=True)

    async def adopt(self, job: Job) -> Job | None:
        """Stores a job that this database does not know; returns it with its `seq`, or None when another
        program has stored it meanwhile.
        """

        def work(connection: sqlite3.Connection) -> Job | None:
            known = connection.execute("SELECT 1 FROM jobs WHERE id = ?", (job.id,)).fetchone()
            return None if known else _add(connection, job)

        return await self._database.run(work, durable=True)

    async def all(self) -> tuple[Job, ...]:
        """Returns the jobs of the list, newest first."""
        return await self._database.run(
            lambda connection: tuple(
                job_of(row)
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
            return job_of(row) if row else None

        return await self._database.run(work)

    async def many(self, job_ids: Sequence[str]) -> dict[str, Job]:
        """Returns jobs by id, hidden or not; those that are not there are left out."""

        def work(connection: sqlite3.Connection) -> dict[str, Job]:
            found = {}
            for job_id in job_ids:
                row = connection.execute(
                    "SELECT seq, id, kind, state, facts FROM jobs WHERE id = ?", (job_id,)
                ).fetchone()
                if row:
                    found[job_id] = job_of(row)
            return found

        return await self._database.run(work)

    async def in_states(self, states: Collection[JobState]) -> frozenset[str]:
        """Returns the ids of the jobs in one of these states, hidden ones too."""
        marks = ", ".join("?" * len(states))
        statement = f"SELECT id FROM jobs WHERE state IN ({marks})"
        values = [state.value for state in states]
        return await self._database.run(
            lambda connection: frozenset(row[0] for row in connection.execute(statement, values))
        )

    async def moves(self, job_id: str) -> tuple[JobMove, ...]:
        """Returns the states a job was in, oldest first; none for what a version before this one has done."""
        return await self._database.run(
            lambda connection: tuple(
                JobMove(JobState(state), datetime.fromisoformat(at))
                for state, at in connection.execute(
                    "SELECT state, at FROM job_moves WHERE job_id = ? ORDER BY seq", (job_id,)
                )
            )
        )

    async def times(self, most: int) -> tuple[tuple[str, float], ...]:
        """Returns model and seconds of finished jobs, hidden ones too, oldest first, at most `most`: from
        sending to the answer, or to the end for a job that was polled.
        """
        return await self._database.run(lambda connection: _times(connection, most))

    async def first_frames(self) -> dict[str, bool]:
        """Returns the files that videos start from, each with whether a job of the list still needs it."""

        def work(connection: sqlite3.Connection) -> dict[str, bool]:
            return dict(
                (file, bool(needed))
                for file, needed in connection.execute(
                    "SELECT json_extract(facts, '$.request.first_frame.file') AS file, max(hidden = 0)"
                    " FROM jobs WHERE kind = 'video' AND file != '' GROUP BY file"
                )
            )

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


def _add(connection: sqlite3.Connection, job: Job) -> Job:
    values = (job.id, job.kind.value, job.state.value, to_json(job, without=_COLUMNS))
    cursor = connection.execute("INSERT INTO jobs (id, kind, state, facts) VALUES (?, ?, ?, ?)", values)
    assert cursor.lastrowid is not None
    _note(connection, job)
    return replace(job, seq=cursor.lastrowid)


def check_move(old: JobState, new: JobState) -> None:
    """Raises `ValueError` for a move the job state machine does not have."""
    if new is not old and new not in MOVES[old]:
        raise ValueError(f"a job does not move from {old} to {new}")


def move(connection: sqlite3.Connection, old: JobState, job: Job) -> bool:
    """Moves the job inside a transaction; returns whether it was still in `old`."""
    values = (job.state.value, to_json(job, without=_COLUMNS), job.id, old.value)
    cursor = connection.execute("UPDATE jobs SET state = ?, facts = ? WHERE id = ? AND state = ?", values)
    was_there = cursor.rowcount == 1
    if was_there and job.state is not old:
        _note(connection, job)
    return was_there


def seconds_of(job: Job) -> float | None:
    """Returns how long a job took: from sending to its answer, or to its end when it was polled; None when
    either is not known or the clock went back.
    """
    end = job.finished_at if job.remote_id or job.poll_url else job.answered_at
    if job.sent_at is None or end is None or end < job.sent_at:
        return None
    return (end - job.sent_at).total_seconds()


def _times(connection: sqlite3.Connection, most: int) -> tuple[tuple[str, float], ...]:
    rows = connection.execute(
        "SELECT seq, id, kind, state, facts FROM jobs WHERE state = ? ORDER BY seq DESC LIMIT ?",
        (JobState.DONE.value, most),
    ).fetchall()
    jobs = [job_of(row) for row in reversed(rows)]
    times = ((job.request.model, seconds_of(job)) for job in jobs)
    return tuple((model, seconds) for model, seconds in times if seconds is not None)


def _note(connection: sqlite3.Connection, job: Job) -> None:
    connection.execute(
        "INSERT INTO job_moves (job_id, state, at) VALUES (?, ?, ?)",
        (job.id, job.state.value, datetime.now(UTC).isoformat()),
    )


def job_of(row: tuple[int, str, str, str, str]) -> Job:
    """Returns the job of `seq`, `id`, `kind`, `state` and `facts`."""
    seq, job_id, kind_text, state, facts = row
    kind = JobKind(kind_text)
    stored = _DECODE[kind](facts)
    values = {name: getattr(stored, name) for name in _FACTS}
    known = {name: value for name, value in values.items() if value is not msgspec.UNSET}
    return Job(id=job_id, kind=kind, state=JobState(state), seq=seq, **known)


def written_job(job: Job) -> str:
    """Returns a job as text for a place outside of the database: see `read_job`."""
    return f"{job.kind.value}\n{job.state.value}\n{to_json(job, without=_COLUMNS)}"


def read_job(job_id: str, text: str) -> Job | None:
    """Returns the job of what `written_job` wrote; None when it is not readable."""
    try:
        kind, state, facts = text.split("\n", 2)
        return job_of((0, job_id, kind, state, facts))
    except (ValueError, TypeError):  # a kind or state of a later version, a broken disk
        return None


def _decoder(request: type) -> Callable[[str], msgspec.Struct]:
    """Reads the facts of a job in one go, which is most of what a start with many jobs takes."""
    hints = get_type_hints(Job) | {"request": request}
    wanted = [(name, hints[name] | msgspec.UnsetType, msgspec.UNSET) for name in _FACTS]
    return msgspec.json.Decoder(msgspec.defstruct("JobFacts", wanted)).decode


_FACTS: Final = tuple(each.name for each in fields(Job) if each.name not in _COLUMNS)
_DECODE: Final = {JobKind.IMAGE: _decoder(ImageRequest), JobKind.VIDEO: _decoder(VideoRequest)}
