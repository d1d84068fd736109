"""What is said of a job that was sent and not answered.

Promise: the reason, what the balance shows, and two ways on, of which one costs nothing (V08).
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.jobs import Job
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.videos.card_content import CardContent, CardFacts
from panda_desktop.ui.videos.charge import ChargeWords
from panda_desktop.ui.videos.deeds import Deed
from panda_desktop.ui.videos.elapsed import span
from panda_desktop.ui.wording import duration, joined

K = ErrorKind
_SILENT = (K.REQUEST_TIMEOUT, K.NO_FIRST_BYTE, K.STALLED)
_BROKEN = (K.SERVER_ERROR, K.UPSTREAM_FAILED, K.UNAVAILABLE)


class UnknownWords(QObject):
    """Words such a job's card; a QObject because `tr` finds translations by class."""

    def __init__(self, sentences: Sentences, charges: ChargeWords, parent: QObject | None = None) -> None:
        """Uses the books of sentences that are open."""
        super().__init__(parent)
        self._sentences = sentences
        self._charges = charges

    def content(self, facts: CardFacts) -> CardContent:
        """Returns what the card shows."""
        job = facts.job
        charge = self._charges.of_job(job, facts.balance, facts.currency)
        words = self.tr("Outcome unknown: {reason} {charge}").format(reason=self._reason(job), charge=charge)
        return CardContent(
            words,
            tone="warning",
            extra=joined(self._charges.balances(job, facts.balance, facts.currency), facts.note),
            spinning=facts.asking,
            deeds=(Deed.LOOK, Deed.SEND_AGAIN, Deed.REMOVE),
            more=(Deed.COPY_DETAILS, Deed.EDIT, Deed.COPY_PROMPT),
            details=self._sentences.details(job.error_detail or ErrorDetail()),
        )

    def _reason(self, job: Job) -> str:
        seconds = span(job)
        time = duration(seconds) if seconds is not None else ""
        kind = job.error
        if kind is K.CRASHED:
            return self.tr("the program ended while it was waiting.")
        if kind is K.TOOK_TOO_LONG:
            return self.tr("no answer came within {time}, the longest wait of the settings.").format(
                time=time
            )
        if not time:
            return self.tr("no answer came.")
        if kind is K.GATEWAY_TIMEOUT:
            return self.tr("the gateway cut the call after {time}.").format(time=time)
        if kind in _SILENT:
            return self.tr("no answer came within {time}.").format(time=time)
        if kind in _BROKEN:
            return self.tr("the gateway answered with an error after {time}.").format(time=time)
        if kind is K.CONNECTION_LOST:
            return self.tr("the connection was lost after {time}.").format(time=time)
        return self.tr("the request ended without an answer after {time}.").format(time=time)
