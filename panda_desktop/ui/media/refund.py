"""Saves the evidence for a refund: all that is known of a job that was charged and gave nothing, as one file.

Promise: one question, where to put it; what was asked here is answered here, with the way to the file.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.evidence import EvidenceWords, Fact
from panda_desktop.domain.jobs import Job, JobState
from panda_desktop.ui.kit import Notice, NoticeAction
from panda_desktop.ui.media.revealing import reveal
from panda_desktop.ui.sentences import Sentences
from panda_desktop.viewmodels.evidence import EvidenceModel


class RefundEvidence(QObject):
    """The evidence, for the jobs of one page.

    Signals:
        notice_wanted(object): a `Notice` shall be shown.
    """

    notice_wanted = Signal(object)

    def __init__(self, owner: QWidget, evidence: EvidenceModel) -> None:
        """Opens its dialog over the window of `owner`."""
        super().__init__(owner)
        self._owner = owner
        self._evidence = evidence
        self._words = SummaryWords(self)
        self._sentences = Sentences(self)
        self._asked: set[str] = set()
        self._folder = ""
        self.dialog: QFileDialog | None = None
        evidence.written.connect(self._written)
        evidence.failed.connect(self._failed)

    def ask(self, job: Job) -> None:
        """Asks where to put the file of a job; ends in a notice, or in nothing."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        dialog = QFileDialog(self._owner.window(), self.tr("Save evidence for a refund"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(["ZIP (*.zip)"])
        dialog.setDefaultSuffix("zip")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(self._folder or QStandardPaths.writableLocation(documents))
        dialog.selectFile(self._evidence.file_name(job))
        dialog.fileSelected.connect(lambda name: self._write(job.id, Path(name)))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _write(self, job_id: str, target: Path) -> None:
        self._folder = str(target.parent)
        self._asked.add(job_id)
        self._evidence.write(job_id, target, self._words.words())

    def _written(self, job_id: str, target: Path) -> None:
        if job_id not in self._asked:
            return  # another page asked
        self._asked.discard(job_id)
        words = self.tr(
            "The evidence is in {name}: request, answer, times and balances, without your key. Send it to "
            "the gateway's support."
        ).format(name=target.name)
        show = NoticeAction(self.tr("Show in folder"), lambda: reveal(target))
        self.notice_wanted.emit(Notice(words, actions=(show,), key="evidence"))

    def _failed(self, error: PandaError) -> None:
        if self._asked:
            self._asked.clear()
            self.notice_wanted.emit(self._sentences.notice(error, key="evidence"))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class SummaryWords(QObject):
    """The words of the summary in the file; a QObject because `tr` finds translations by class."""

    def words(self) -> EvidenceWords:
        """Returns them in the language of the window."""
        return EvidenceWords(
            title=self.tr("Evidence for a refund"),
            headings={**self._request(), **self._outcome(), **self._money()},
            states=self._states(),
            moves=self.tr("States, by the clock of this computer (UTC)"),
            yes=self.tr("yes"),
            no_answer=self.tr("The gateway answered nothing."),
        )

    def _request(self) -> dict[Fact, str]:
        return {
            Fact.MODEL: self.tr("Model"),
            Fact.PROMPT: self.tr("Prompt"),
            Fact.CREATED: self.tr("Asked for"),
            Fact.SENT: self.tr("Sent"),
            Fact.GATEWAY: self.tr("Gateway"),
            Fact.REQUEST_ID: self.tr("Request id"),
            Fact.REMOTE_ID: self.tr("Job id of the gateway"),
            Fact.JOB_ID: self.tr("Job id of this program"),
            Fact.EXPECTED: self.tr("Results asked for"),
        }

    def _outcome(self) -> dict[Fact, str]:
        return {
            Fact.STATE: self.tr("State"),
            Fact.ERROR: self.tr("Error"),
            Fact.MESSAGE: self.tr("Message"),
            Fact.STATUS: self.tr("HTTP status"),
            Fact.STATUS_WORD: self.tr("Last status"),
            Fact.ANSWERED: self.tr("Answered"),
            Fact.FINISHED: self.tr("Ended"),
            Fact.ARRIVED: self.tr("Results received"),
            Fact.ANSWER: self.tr("Answer (bytes, SHA-256)"),
            Fact.REDACTED: self.tr("Places hidden in the answer because they looked like a key"),
        }

    def _money(self) -> dict[Fact, str]:
        return {
            Fact.BALANCE_BEFORE: self.tr("Balance before"),
            Fact.BALANCE_AFTER: self.tr("Balance after"),
            Fact.COST: self.tr("Charged"),
            Fact.SHARED: self.tr("Other paid requests at the same time"),
        }

    def _states(self) -> dict[JobState, str]:
        return {
            JobState.QUEUED: self.tr("waiting for its turn"),
            JobState.SUBMITTING: self.tr("sent, waiting for the answer"),
            JobState.ANSWERED: self.tr("answered"),
            JobState.POLLING: self.tr("the gateway works on it"),
            JobState.DOWNLOADING: self.tr("downloading"),
            JobState.DONE: self.tr("done"),
            JobState.REJECTED: self.tr("not accepted"),
            JobState.UNKNOWN: self.tr("outcome unknown"),
            JobState.FAILED: self.tr("failed"),
            JobState.EXPIRED: self.tr("the result could no longer be fetched"),
            JobState.REVIEW: self.tr("answered without a result"),
            JobState.ABANDONED: self.tr("no longer waited for"),
        }
