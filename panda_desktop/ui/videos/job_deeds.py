"""Does what is wanted of jobs and videos.

Promise: each deed is one call of a view-model or one wish told to the page; what cannot be undone was asked
before, and what can is offered to be taken back.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import Notice, NoticeAction
from panda_desktop.ui.media.refund import RefundEvidence
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.videos.charge import ChargeWords, charge_of
from panda_desktop.ui.videos.deeds import Deed
from panda_desktop.ui.videos.file_deeds import FileDeeds
from panda_desktop.ui.videos.job_board import JobBoard
from panda_desktop.ui.videos.making import Making
from panda_desktop.ui.videos.refund_facts import facts_of
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList

_STEPS = {
    Deed.ENTER_KEY: NextStep.ENTER_KEY,
    Deed.TOP_UP: NextStep.TOP_UP,
    Deed.SETTINGS: NextStep.OPEN_SETTINGS,
}


class JobDeeds(QObject):
    """The deeds.

    Signals:
        play_wanted(object): this `MediaItem` shall be played.
        edit_wanted(object): this `Job` shall be put into the form.
        step_wanted(object): a `NextStep` that the window must do.
        noticed(object): a `Notice` to be shown.
    """

    play_wanted = Signal(object)
    edit_wanted = Signal(object)
    step_wanted = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        board: JobBoard,
        making: Making,
        files: FileDeeds,
        refund: RefundEvidence,
        jobs: JobList,
        library: LibraryList,
        account: AccountModel,
        parent: QObject | None = None,
    ) -> None:
        """Listens to the board from now on."""
        super().__init__(parent)
        self._board = board
        self._making = making
        self._files = files
        self._refund = refund
        self._jobs = jobs
        self._library = library
        self._account = account
        self._charges = ChargeWords(self)
        self._trashed: tuple[str, ...] = ()
        self._saving: set[str] = set()
        self._grabbing = 0
        board.wanted.connect(lambda job_id, deed: self.do(job_id, Deed(deed)))
        jobs.raw_answer_read.connect(board.show_answer)
        library.trashed.connect(self._told_trashed)
        library.saved.connect(self._told_saved)
        refund.notice_wanted.connect(self.noticed)

    def do(self, job_id: str, deed: Deed) -> None:
        """Does a deed with a job."""
        row = self._jobs.find(job_id)
        if row is None:
            return
        if row.items and self._with_video(row.items[0], deed):
            return
        if deed in _STEPS:
            self.step_wanted.emit(_STEPS[deed])
        elif deed in (Deed.EDIT, Deed.REUSE):
            self.edit_wanted.emit(row.job)
        elif deed is Deed.EVIDENCE:
            self._refund.ask(row.job)
        elif deed is Deed.COPY_PROMPT:
            QGuiApplication.clipboard().setText(row.job.request.prompt)
        elif deed is Deed.COPY_DETAILS:
            balance = self._account.balance
            QGuiApplication.clipboard().setText(
                facts_of(row.job, balance.currency if balance is not None else "usd")
            )
            self.noticed.emit(Notice(self.tr("The facts are on the clipboard."), key="copied"))
        else:
            self._with_job(job_id, deed)

    def with_file(self, what: str, item: MediaItem) -> None:
        """Does what the player wants of its file: `save`, `open`, `reveal`, `copy`."""
        deed = {
            "save": Deed.SAVE,
            "open": Deed.OPEN,
            "reveal": Deed.REVEAL,
            "copy": Deed.COPY_FILE,
        }[what]
        self._with_video(item, deed)

    def delete(self, item: MediaItem) -> None:
        """Moves a video to the trash; the notice takes it back."""
        self._trashed = (item.id,)
        self._library.trash(self._trashed)

    def look_failed(self, error: PandaError) -> bool:
        """Says on its card that asking again found nothing; False for a failure of something else."""
        job_id = self._board.take_asking()
        if not job_id:
            return False
        row = self._jobs.find(job_id)
        if row is None or error.kind is not ErrorKind.NO_RESULT or error.reached is not Reached.MAYBE_SENT:
            self._board.refresh()
            return False
        self._account.refresh()
        words = self.tr("Nothing to ask for: the gateway gave this job no number.")
        balance = self._account.balance
        if charge_of(row.job, balance) is not None:
            words += " " + self.tr("The balance is the best sign of what became of it.")
        self._board.set_note(job_id, words)
        return True

    def _with_video(self, item: MediaItem, deed: Deed) -> bool:
        """Does a deed with a video; False when it is none of those."""
        match deed:
            case Deed.PLAY:
                self.play_wanted.emit(item)
            case Deed.SAVE:
                self._saving.add(item.id)
                self._files.save(item)
            case Deed.STAR | Deed.UNSTAR:
                self._library.star(item.id, deed is Deed.STAR)
            case Deed.OPEN:
                self._files.open(item)
            case Deed.REVEAL:
                self._files.reveal(item)
            case Deed.COPY_FILE:
                self._files.copy(item)
                self.noticed.emit(Notice(self.tr("The file is on the clipboard."), key="copied"))
            case Deed.DELETE:
                self.delete(item)
            case _:
                return False
        return True

    def _with_job(self, job_id: str, deed: Deed) -> None:
        match deed:
            case Deed.SEND:
                self._board.set_here(job_id)
                self._jobs.start(job_id)
            case Deed.STOP | Deed.TAKE_BACK:
                self._jobs.abandon(job_id)
            case Deed.LOOK:
                self._board.set_asking(job_id)
                self._jobs.look_again(job_id)
            case Deed.SEND_AGAIN:
                if not self._making.sending:
                    self._jobs.send_again(job_id)
            case Deed.SHOW_ANSWER:
                self._jobs.read_raw_answer(job_id)
            case Deed.REMOVE:
                self._jobs.remove(job_id)
            case _:
                return

    def _told_trashed(self, item_ids: tuple[str, ...]) -> None:
        if not self._trashed or set(item_ids) != set(self._trashed):
            return  # another page did it
        ids, self._trashed = self._trashed, ()
        undo = NoticeAction(self.tr("Undo"), lambda: self._library.restore(ids))
        self.noticed.emit(Notice(self.tr("The video is in the trash."), actions=(undo,), key="trashed"))

    def _told_saved(self, item: MediaItem, path: object) -> None:
        if item.id not in self._saving:
            return
        self._saving.discard(item.id)
        words = self.tr("Saved as {name}").format(name=str(path))
        self.noticed.emit(Notice(words, key="saved"))
