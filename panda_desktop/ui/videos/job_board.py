"""The cards of the jobs: which are shown, in what order, with what in them.

Promise: running jobs first, then the newest; a card says what is so now, every second while it is in view.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import FirstFrame, Job, JobState, RawAnswer, VideoRequest
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.videos.card_column import CardColumn
from panda_desktop.ui.videos.card_content import CardFacts
from panda_desktop.ui.videos.charge import usual_cost
from panda_desktop.ui.videos.elapsed import Elapsed
from panda_desktop.ui.videos.first_frame_file import path_of_frame
from panda_desktop.ui.videos.job_card import JobCard
from panda_desktop.ui.videos.job_words import JobWords
from panda_desktop.ui.videos.posters import PosterStore
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.jobs import JobList, JobRow
from panda_desktop.viewmodels.settings import SettingsModel

_TICK_MS: Final = 1_000
_ORDER_MS: Final = 30
"""A job is done a moment before its video is in the library: its card must not vanish for that moment."""


class JobBoard(QObject):
    """Keeps a column of cards as the jobs are.

    Signals:
        wanted(str, str): job id and the `Deed` to do.
        shown_changed: another set of jobs is shown.
    """

    wanted = Signal(str, str)
    shown_changed = Signal()

    def __init__(
        self,
        jobs: JobList,
        account: AccountModel,
        settings: SettingsModel,
        thumbnails: Any,
        posters: PosterStore,
        parent: QObject | None = None,
    ) -> None:
        """Listens from now on; give it its column with `fill`."""
        super().__init__(parent)
        self._jobs = jobs
        self._account = account
        self._settings = settings
        self._thumbnails = thumbnails
        self._posters = posters
        self._words = JobWords(self)
        self._elapsed = Elapsed()
        self._here: set[str] = set()  # queued in this run
        self._asking: set[str] = set()
        self._notes: dict[str, str] = {}
        self._playing = ""
        self._column: CardColumn | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.refresh)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_ORDER_MS)
        self._due.timeout.connect(self.show_order)
        self._connect()

    def fill(self, column: CardColumn) -> None:
        """Shows the cards in `column`."""
        self._column = column
        column.filled.connect(lambda card, _key: self._show(card))
        self.show_order()

    def made_card(self) -> JobCard:
        """Makes a card of no job yet."""
        card = JobCard()
        card.wanted.connect(self._wanted)
        card.left.connect(self._left)
        return card

    def card(self, job_id: str) -> JobCard | None:
        """Returns the card of a job, if it exists."""
        return self._column.card(job_id) if self._column is not None else None

    def status_of(self, row: JobRow) -> str:
        """Returns what the card of a job says of its state, whether it has one yet or not."""
        return self._words.content(self._facts(row)).status

    def count(self) -> int:
        """Returns how many jobs are shown."""
        return len(self._column.keys()) if self._column is not None else 0

    def newest_video(self) -> MediaItem | None:
        """Returns the newest video that is done."""
        for place in range(self._jobs.count()):
            row = self._jobs.row(place)
            if row.job.state is JobState.DONE and row.items:
                return row.items[0]
        return None

    def set_awake(self, awake: bool) -> None:
        """Counts seconds only while somebody sees them."""
        if awake:
            self.refresh()
            self._clock.start()
        else:
            self._clock.stop()

    def set_playing(self, item_id: str) -> None:
        """Marks the card of the video in the player."""
        self._playing = item_id
        self.refresh()

    def set_here(self, job_id: str) -> None:
        """Takes note that a job left by the last run waits for its turn now."""
        self._here.add(job_id)
        self._refresh_one(job_id)

    def set_asking(self, job_id: str) -> None:
        """Shows that the gateway is asked again."""
        self._asking.add(job_id)
        self._notes.pop(job_id, None)
        self._refresh_one(job_id)

    def take_asking(self) -> str:
        """Returns the job the gateway was asked about, when there is just one, and ends the asking."""
        asked, self._asking = self._asking, set()
        return asked.pop() if len(asked) == 1 else ""

    def set_note(self, job_id: str, note: str) -> None:
        """Shows a sentence on a card until its state changes."""
        self._notes[job_id] = note
        self._refresh_one(job_id)

    def show_answer(self, job_id: str, answer: RawAnswer | None) -> None:
        """Shows a raw answer on its card."""
        if (card := self.card(job_id)) is not None:
            card.show_answer(answer)

    def refresh(self) -> None:
        """Words the cards in view anew."""
        if self._column is not None:
            for card in self._column.cards():
                self._show(card)

    def show_order(self) -> None:
        """Shows the jobs that are there: running ones first."""
        if self._column is None:
            return
        rows = [self._jobs.row(place) for place in range(self._jobs.count())]
        shown = [row.job for row in rows if not _is_in_trash(row)]
        shown.sort(key=lambda job: not job.state.is_running)
        self._column.set_keys([job.id for job in shown])
        self.shown_changed.emit()

    def _connect(self) -> None:
        jobs = self._jobs
        jobs.reset.connect(self._due.start)
        jobs.inserted.connect(self._inserted)
        jobs.removed.connect(lambda _: self._due.start())
        jobs.changed.connect(self._changed)
        self._account.balance_changed.connect(self.refresh)
        self._thumbnails.ready.connect(self._picture_ready)
        self._posters.ready.connect(self._picture_ready)

    def _inserted(self, place: int) -> None:
        self._here.add(self._jobs.row(place).job.id)
        self._due.start()

    def _changed(self, place: int) -> None:
        job = self._jobs.row(place).job
        card = self.card(job.id)
        if card is not None and card.state is not job.state:
            self._notes.pop(job.id, None)
            self._asking.discard(job.id)
        if card is not None:
            self._show(card)
        self._due.start()  # it may run no longer, or be in the trash

    def _refresh_one(self, job_id: str) -> None:
        if (card := self.card(job_id)) is not None:
            self._show(card)

    def _show(self, card: JobCard) -> None:
        row = self._jobs.find(card.job_id)
        if row is None:
            return
        facts = self._facts(row)
        card.show_content(facts, self._words.content(facts), self._picture(row))
        card.set_selected(any(item.id == self._playing for item in row.items))

    def _facts(self, row: JobRow) -> CardFacts:
        job = row.job
        return CardFacts(
            job,
            row.items,
            elapsed=self._elapsed.seconds(job) if job.state.is_running else None,
            usual=self._jobs.usual_time(job.request.model) if job.state.is_running else None,
            price=usual_cost(job.request.model, self._jobs, self._account),
            balance=self._account.balance,
            wait_cap_minutes=self._settings.current.wait_cap_minutes,
            queued_here=job.id in self._here,
            asking=job.id in self._asking,
            note=self._notes.get(job.id, ""),
        )

    def _picture(self, row: JobRow) -> Callable[[int], QPixmap | None] | None:
        if row.items:
            return self._from(self._posters, self._path(row.items[0]))
        request = row.job.request
        frame = request.first_frame if isinstance(request, VideoRequest) else None
        if frame is None or not frame.file:
            return None
        return self._from(self._thumbnails, self._frame_path(row.job, frame))

    def _from(self, store: Any, path: Path | None) -> Callable[[int], QPixmap | None] | None:
        if path is None:
            return None

        def picture(side: int) -> QPixmap | None:
            found = store.get(path, side)
            return found if isinstance(found, QPixmap) else None

        return picture

    def _path(self, item: MediaItem) -> Path | None:
        try:
            return self._jobs.path_of(item)
        except PandaError:
            return None

    def _frame_path(self, job: Job, frame: FirstFrame) -> Path | None:
        try:
            return path_of_frame(self._jobs, frame, job.created_at)
        except PandaError:
            return None

    def _picture_ready(self, _path: str) -> None:
        if self._column is not None:
            for card in self._column.cards():
                card.poster.update()

    def _wanted(self, job_id: str, deed: str) -> None:
        self.wanted.emit(job_id, deed)

    def _left(self, job_id: str, step: int) -> None:
        if self._column is not None and (key := self._column.neighbour(job_id, step)) is not None:
            self._column.bring(key, focus=True)


def _is_in_trash(row: JobRow) -> bool:
    return row.job.state is JobState.DONE and not row.items
