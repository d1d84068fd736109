"""What happens when the form is sent or a button on a card is pressed.

Promise: one press is one job, however often it is hit; what was asked is answered where it was asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.budgets import OverBudget, Refusal
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest, Job, JobState
from panda_desktop.ui.images.board import ImagesBoard
from panda_desktop.ui.images.form import ImagesForm
from panda_desktop.ui.images.job_words import CardAction
from panda_desktop.ui.kit import Notice, NoticeHost, NoticeLevel
from panda_desktop.ui.media.refund import RefundEvidence
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.settings import SettingsModel

Steps = Mapping[NextStep, Callable[[], object]]


class Sending(QObject):
    """Joins the form and the cards to the jobs.

    Signals:
        leave_wanted(object): a `Refusal`: a request shall go over its budget once.
    """

    leave_wanted = Signal(object)

    def __init__(
        self,
        jobs: JobList,
        settings: SettingsModel,
        form: ImagesForm,
        board: ImagesBoard,
        notices: NoticeHost,
        refund: RefundEvidence,
        steps: Steps,
        parent: QObject,
    ) -> None:
        """`steps` are what the program can do about a failure; the form adds its own."""
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._form = form
        self._board = board
        self._notices = notices
        self._refund = refund
        self._steps: dict[NextStep, Callable[[], object]] = {
            **steps,
            NextStep.CHOOSE_MODEL: form.choose_model,
            NextStep.TRY_AGAIN: form.submit,
        }
        self._edited = ""
        self._from_form = False
        self._looking = False
        self._sentences = Sentences(self)
        self._lock = QTimer(self)
        self._lock.setSingleShot(True)
        form.submitted.connect(self._send)
        board.acted.connect(self._act)
        board.stopped.connect(jobs.abandon)
        jobs.accepted.connect(self._accepted)
        jobs.busy_changed.connect(form.set_busy)
        jobs.failed.connect(self._failed)

    def _send(self, request: ImageRequest) -> None:
        if self._may_pay():
            self._from_form = True
            self._settings.change(image_n=request.n, image_size=request.size)
            self._jobs.make_images(request)

    def _may_pay(self) -> bool:
        """One press is one job: a second press within a double click, or while one is sent, does nothing."""
        if self._jobs.busy or self._lock.isActive():
            return False
        self._lock.start(QApplication.doubleClickInterval())
        return True

    def _accepted(self, _job: Job) -> None:
        self._board.show_newest()
        if not self._from_form:
            return
        edited, self._edited, self._from_form = self._edited, "", False
        row = self._jobs.find(edited) if edited else None
        if row is not None and row.job.state is JobState.REJECTED:
            self._jobs.remove(edited)  # it became the new one
        self._form.variation.set_parent(None)

    def _failed(self, error: PandaError) -> None:
        looking, from_form = self._looking, self._from_form
        self._looking = self._from_form = False
        if looking and error.kind is ErrorKind.NO_RESULT:
            words = self.tr(
                "There is nothing to ask: the gateway gave no id for this request. The balance is read "
                "again; it shows whether it was charged."
            )
            self._notices.show_notice(Notice(words, NoticeLevel.WARNING, key="nothing-to-ask"))
        elif not self._form.show_error(error):
            steps = self._steps
            if isinstance(error, OverBudget) and from_form:
                steps = {**steps, NextStep.SEND_ANYWAY: lambda: self._pass(error.refusal)}
            notice = self._sentences.notice(error, steps, paid=True, key=f"images-{error.kind.value}")
            self._notices.show_notice(notice)

    def _pass(self, refusal: Refusal) -> None:
        self.leave_wanted.emit(refusal)
        self._form.submit()

    def _act(self, action: str, job_id: str) -> None:
        row = self._jobs.find(job_id)
        if row is None:
            return
        job = row.job
        match CardAction(action):
            case CardAction.SEND:
                self._start(job_id)
            case CardAction.REMOVE | CardAction.DISMISS:
                self._jobs.remove(job_id)
            case CardAction.LOOK:
                self._looking = True
                self._jobs.look_again(job_id)
            case CardAction.FETCH:
                self._jobs.look_again(job_id)
            case CardAction.EVIDENCE:
                self._refund.ask(job)
            case CardAction.SEND_AGAIN:
                if self._may_pay():
                    self._jobs.send_again(job_id)
            case CardAction.EDIT:
                self._edit(job, job.expected)
            case CardAction.MISSING:
                self._edit(job, max(1, job.expected - job.arrived))
            case CardAction.ANSWER:
                self._jobs.read_raw_answer(job_id)
            case CardAction.HIDE:
                self._board.tiles.hide_note(job_id)
            case CardAction.KEY:
                self._steps[NextStep.ENTER_KEY]()
            case CardAction.TOP_UP:
                self._steps[NextStep.TOP_UP]()
            case CardAction.SETTINGS:
                self._steps[NextStep.OPEN_SETTINGS]()
            case CardAction.MODEL:
                self._edit(job, job.expected)
                self._form.choose_model()

    def _start(self, job_id: str) -> None:
        if self._may_pay():
            self._board.tiles.was_sent(job_id)
            self._jobs.start(job_id)

    def _edit(self, job: Job, count: int) -> None:
        if isinstance(job.request, ImageRequest):
            self._edited = job.id
            self._form.set_request(replace(job.request, n=count))
