"""One paid request that is held by a process of its own, as a folder on disk.

Promise: whoever reads the folder can tell whether a byte of the request may have left, also after any kill or
loss of power; each file in it has one writer, and an answer is there whole or not at all.

    lock     held by the process that holds the request, as long as it lives; or for a moment by a reader
    job      written by the program: the job as the ledger has it, should the ledger lose it; never the key
    wanted   written by the program; without it nothing is sent, and waiting ends
    begun    written by the holder before the first byte of the request leaves
    answer   written by the holder: a line of JSON, and the body as it came
    failure  written by the holder instead: why there is no answer, and how far the request had got

A reader that gets the lock takes `wanted` away when nothing has begun, so that a holder that comes late sends
nothing. Every function blocks and is called in a thread.
"""

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.storage.files import sync_folder, writing_failures
from panda_desktop.storage.replacing import put_in_place


class Withdrawn(Exception):
    """Nobody wants the request any more, or it was sent before: nothing of it is sent."""


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A held request ended without an answer; `at` is aware UTC."""

    error: PandaError
    at: datetime


class Spool:
    """The folder of one held request."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read or written yet."""
        self._folder = folder
        self._job = folder / "job"
        self._wanted = folder / "wanted"
        self._begun = folder / "begun"
        self._answer = folder / "answer"
        self._failure = folder / "failure"

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._folder

    # The program's side

    def prepare(self, job: str = "") -> None:
        """Makes the folder, before the request is noted as under way; one that is there stays as it is, for
        another program may have overtaken this one. `job` is what `job` returns, in any program later. Raises
        `DISK_FULL`, `CANNOT_WRITE`.
        """
        with writing_failures():
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
            if job and not self._job.exists():
                _write(self._job, job.encode())
            if not self.is_wanted:
                _write(self._wanted, b"")
            for folder in (self._folder.parent, self._folder.parent.parent):
                sync_folder(folder)

    def job(self) -> str:
        """Returns what `prepare` was told of the job; empty when that was nothing, as in versions before this
        one. Raises `CANNOT_READ`.
        """
        with _reading_failures():
            return self._job.read_bytes().decode("utf-8", "replace") if self._job.exists() else ""

    def begun_at(self) -> datetime | None:
        """Returns when the request was about to leave, in aware UTC; None when it was not."""
        try:
            return datetime.fromtimestamp(self._begun.stat().st_mtime, UTC)
        except (OSError, ValueError, OverflowError):
            return None

    def withdraw(self) -> None:
        """Tells the holder to end, and one that comes late to send nothing."""
        with writing_failures():
            self._wanted.unlink(missing_ok=True)

    def settle(self) -> RawAnswer | NoAnswer | None:
        """Returns how it ended; None while a process holds it. Afterwards nothing can begin.

        Without the folder nothing is known of the request, and it may have been sent. Raises `CANNOT_READ`:
        what is there stays there; `CANNOT_WRITE`.
        """
        if not self._folder.is_dir():
            return _ended(ErrorKind.CRASHED, Reached.MAYBE_SENT)
        with _reading_failures(), self.locked() as is_mine:
            if not is_mine:
                return None
            if self._answer.exists():
                return _read_answer(self._answer)
            if self._failure.exists():
                return _read_failure(self._failure)
            if self._begun.exists():
                return _ended(ErrorKind.CRASHED, Reached.MAYBE_SENT)
            self.withdraw()
            return _ended(ErrorKind.NOT_SENT, Reached.NOTHING_SENT)

    def remove(self) -> None:
        """Removes the folder, when what it held is in the database or nobody wants it."""
        shutil.rmtree(self._folder, ignore_errors=True)

    # The holder's side

    @contextlib.contextmanager
    def locked(self) -> Iterator[bool]:
        """Gives whether the lock is mine until this is left; the system frees it when a process dies."""
        try:
            handle = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:  # the folder is gone
            yield False
            return
        try:
            yield _lock(handle)
        finally:
            os.close(handle)

    @property
    def is_wanted(self) -> bool:
        """Whether anybody still waits for the answer."""
        return self._wanted.exists()

    @property
    def is_open(self) -> bool:
        """Whether the request may be sent: it is wanted, and nobody has begun it or tried to before."""
        before = (self._begun, self._answer, self._failure)
        return self.is_wanted and not any(path.exists() for path in before)

    def begin(self) -> None:
        """Notes that the request is about to leave; with the lock. Raises `Withdrawn`, `DISK_FULL`,
        `CANNOT_WRITE`.
        """
        if not self.is_open:
            raise Withdrawn
        with writing_failures():
            _write(self._begun, b"")

    @property
    def has_begun(self) -> bool:
        """Whether a byte of the request may have left."""
        return self._begun.exists()

    def keep_answer(self, answer: RawAnswer) -> None:
        """Writes the answer. Raises `DISK_FULL`, `CANNOT_WRITE`."""
        head = {
            "status": answer.status,
            "headers": answer.headers,
            "received_at": answer.received_at.isoformat(),
            "size": len(answer.body),
        }
        with writing_failures():
            _write(self._answer, json.dumps(head).encode() + b"\n", answer.body)

    def keep_failure(self, error: PandaError) -> None:
        """Writes why there is no answer. Raises `DISK_FULL`, `CANNOT_WRITE`."""
        facts = {
            "kind": error.kind.value,
            "reached": error.reached.value,
            "detail": asdict(error.detail),
            "at": datetime.now(UTC).isoformat(),
        }
        with writing_failures():
            _write(self._failure, json.dumps(facts).encode())


class Spools:
    """The held requests of a data folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder."""
        self._folder = folder / "held"

    def of(self, job_id: str) -> Spool:
        """Returns the place of a job, whether it is there or not."""
        return Spool(self._folder / job_id)

    def left(self) -> tuple[str, ...]:
        """Returns the jobs that have a folder."""
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(entry.name for entry in self._folder.iterdir() if entry.is_dir()))


def _ended(kind: ErrorKind, reached: Reached) -> NoAnswer:
    return NoAnswer(PandaError(kind, reached=reached), datetime.now(UTC))


def _write(path: Path, *pieces: bytes) -> None:
    """Writes a file that survives a loss of power, whole before it has its name."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(part, path)
    sync_folder(path.parent)


def _read_answer(path: Path) -> RawAnswer | NoAnswer:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        facts = json.loads(head)
        if len(body) != facts["size"]:
            raise ValueError("a part is missing")
        when = datetime.fromisoformat(facts["received_at"])
        return RawAnswer(facts["status"], facts["headers"], body, when)
    except (ValueError, KeyError, TypeError):  # only a broken disk makes it so
        return _ended(ErrorKind.CRASHED, Reached.MAYBE_SENT)


def _read_failure(path: Path) -> NoAnswer:
    try:
        facts = json.loads(path.read_bytes())
        detail = ErrorDetail(**facts["detail"])
        error = PandaError(ErrorKind(facts["kind"]), detail, reached=Reached(facts["reached"]))
        return NoAnswer(error, datetime.fromisoformat(facts["at"]))
    except (ValueError, KeyError, TypeError):
        return _ended(ErrorKind.CRASHED, Reached.MAYBE_SENT)


@contextlib.contextmanager
def _reading_failures() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(technical=type(error).__name__)) from error


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
