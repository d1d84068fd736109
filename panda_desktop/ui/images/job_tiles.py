"""The tiles of the image jobs: running ones first, then pictures and failures where they belong in time.

Promise: a change of one job makes new tiles for that job only.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from panda_desktop.domain.jobs import Job, JobState
from panda_desktop.ui.images.job_words import CardWords, JobWords
from panda_desktop.ui.media.tiles import Tile
from panda_desktop.viewmodels.jobs import JobList, JobRow

_PARTIAL_IS_NEWS: Final = timedelta(days=1)
_SPOKEN_LETTERS: Final = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """The card of a picture that is awaited.

    Attributes:
        job: what makes it.
        number: which picture that is awaited, from 0; the first has the words and the button.
        awaited: how many there are.
        doing: what the job is doing.
        progress: how far it is, or empty.
        usual: seconds such a job takes, when known.
    """

    job: Job
    number: int
    awaited: int
    doing: str
    progress: str
    usual: float | None


@dataclass(frozen=True, slots=True)
class Attention:
    """The card of a job that needs the person."""

    job: Job
    words: CardWords


class JobTiles(QObject):
    """The tiles.

    Signals:
        changed: `tiles` returns something else; told once for all that changed in one go.
        ended(object): a `Job` that was running no longer is.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, jobs: JobList, words: JobWords, parent: QObject | None = None) -> None:
        """Shows `jobs`; those that are queued now were queued when the program ended."""
        super().__init__(parent)
        self._jobs = jobs
        self._words = words
        self._tiles: dict[str, list[Tile]] = {}
        self._usual: dict[str, float | None] = {}
        self._running: set[str] = set()
        self._left_over: set[str] = set()
        self._hidden: set[str] = set()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.changed)
        jobs.reset.connect(self._read_all)
        jobs.inserted.connect(self._read_one)
        jobs.changed.connect(self._read_one)
        jobs.removed.connect(self._forget_gone)
        self._read_all()

    def tiles(self) -> list[Tile]:
        """Returns all tiles in order."""
        running: list[Tile] = []
        rest: list[Tile] = []
        for place in range(self._jobs.count()):
            job = self._jobs.row(place).job
            waits = job.state.is_running and not self._jobs.row(place).items  # else it stays where it is
            (running if waits else rest).extend(self._tiles.get(job.id, ()))
        return running + rest

    def was_sent(self, job_id: str) -> None:
        """A job left over from the last run is being sent: it waits like any other."""
        self._left_over.discard(job_id)
        self._again(job_id)

    def hide_note(self, job_id: str) -> None:
        """Hides the note that fewer pictures came than were asked for, until the next start."""
        self._hidden.add(job_id)
        self._again(job_id)

    def _again(self, job_id: str) -> None:
        row = self._jobs.find(job_id)
        if row is not None:
            self._tiles[job_id] = self._made(row)
            self._due.start()

    def _read_all(self) -> None:
        rows = [self._jobs.row(place) for place in range(self._jobs.count())]
        self._left_over = {row.job.id for row in rows if row.job.state is JobState.QUEUED}
        self._running = {row.job.id for row in rows if row.job.state.is_running}
        self._tiles = {row.job.id: self._made(row) for row in rows}
        self._due.start()

    def _read_one(self, place: int) -> None:
        row = self._jobs.row(place)
        self._tiles[row.job.id] = self._made(row)
        if row.job.state.is_running:
            self._running.add(row.job.id)
        elif row.job.id in self._running:
            self._running.discard(row.job.id)
            self.ended.emit(row.job)
        self._due.start()

    def _forget_gone(self, _place: int) -> None:
        there = {self._jobs.row(place).job.id for place in range(self._jobs.count())}
        for job_id in set(self._tiles) - there:
            del self._tiles[job_id]
        self._due.start()

    def _made(self, row: JobRow) -> list[Tile]:
        job = row.job
        if job.state.is_running and job.id not in self._left_over:
            awaited = max(1, job.expected - len(row.items))
            there = [Tile(item.id, item) for item in row.items]
            return [*there, *(self._waiting(job, number, awaited) for number in range(awaited))]
        if job.state is JobState.DONE:
            tiles = [Tile(item.id, item) for item in row.items]
            return [*tiles, self._attention(job)] if self._is_news(job) else tiles
        return [*(Tile(item.id, item) for item in row.items), self._attention(job)]

    def _is_news(self, job: Job) -> bool:
        if job.arrived >= job.expected or job.id in self._hidden or job.finished_at is None:
            return False
        return datetime.now(UTC) - job.finished_at < _PARTIAL_IS_NEWS

    def _waiting(self, job: Job, number: int, awaited: int) -> Tile:
        doing = self._words.running(job)
        if job.id not in self._usual:
            usual = self._jobs.usual_time(job.request.model)
            self._usual[job.id] = usual.median if usual is not None else None
        content = Waiting(job, number, awaited, doing, self._words.progress(job), self._usual[job.id])
        spoken = f"{doing}, {job.request.prompt[:_SPOKEN_LETTERS]}"
        if awaited > 1:
            spoken += ", " + self.tr("{number} of {count}").format(number=number + 1, count=awaited)
        return Tile(f"{job.id}/{number}", content=content, words=spoken)

    def _attention(self, job: Job) -> Tile:
        words = self._words.of(job)
        spoken = f"{words.title}. {words.text} {words.said} {job.request.prompt[:_SPOKEN_LETTERS]}"
        return Tile(f"{job.id}/note", content=Attention(job, words), words=spoken, wide=True)
