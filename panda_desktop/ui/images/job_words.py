"""The words on the card of a job: what it is doing, or what became of it and what can be done.

Promise: every state of a job has a sentence and a next step; what may have been charged says so; what the
gateway said is kept apart and shown plain.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.evidence import may_be_claimed
from panda_desktop.domain.jobs import Job, JobState
from panda_desktop.ui.kit import NoticeLevel
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.wording import file_size, joined, money

_MOST_SAID: Final = 240
_MOST_WORD: Final = 40


class CardAction(StrEnum):
    """A button on a card."""

    SEND = "send"
    REMOVE = "remove"
    LOOK = "look"
    SEND_AGAIN = "send_again"
    EDIT = "edit"
    MISSING = "missing"
    FETCH = "fetch"
    EVIDENCE = "evidence"
    ANSWER = "answer"
    KEY = "key"
    TOP_UP = "top_up"
    SETTINGS = "settings"
    MODEL = "model"
    DISMISS = "dismiss"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says.

    Attributes:
        title: in a few words what has become of the job.
        text: one or two sentences more.
        said: what the gateway said; foreign.
        level: how grave it is.
        actions: the buttons, best first.
    """

    title: str
    text: str = ""
    said: str = ""
    level: NoticeLevel = NoticeLevel.INFO
    actions: tuple[CardAction, ...] = ()


_STEPS: Final = {
    NextStep.ENTER_KEY: CardAction.KEY,
    NextStep.TOP_UP: CardAction.TOP_UP,
    NextStep.OPEN_SETTINGS: CardAction.SETTINGS,
    NextStep.CHOOSE_MODEL: CardAction.MODEL,
}
_A: Final = CardAction
_K: Final = ErrorKind
_TOO_SLOW: Final = (_K.GATEWAY_TIMEOUT, _K.REQUEST_TIMEOUT, _K.NO_FIRST_BYTE, _K.TOOK_TOO_LONG, _K.STALLED)
_CUT: Final = (_K.CONNECTION_LOST, _K.TRUNCATED, _K.CANNOT_CONNECT, _K.PROXY_FAILED)
_BROKEN: Final = (_K.SERVER_ERROR, _K.UPSTREAM_FAILED, _K.UNAVAILABLE, _K.BAD_ANSWER, _K.EMPTY_ANSWER)


class JobWords(QObject):
    """Finds the words."""

    def __init__(self, currency: Callable[[], str], parent: QObject | None = None) -> None:
        """`currency` names the currency of the account."""
        super().__init__(parent)
        self._currency = currency
        self._sentences = Sentences(self)

    def running(self, job: Job) -> str:
        """Returns what a job is doing."""
        return {
            JobState.QUEUED: self.tr("Waiting for its turn"),
            JobState.ANSWERED: self.tr("Reading the answer"),
            JobState.DOWNLOADING: self.tr("Downloading"),
        }.get(job.state, self.tr("Waiting for the gateway"))

    def progress(self, job: Job) -> str:
        """Returns how far it is, where somebody knows."""
        if job.state is JobState.POLLING and job.status_word:
            return self.tr("The gateway says “{word}”").format(word=job.status_word[:_MOST_WORD])
        if job.state is not JobState.DOWNLOADING:
            return ""
        if job.error is not None:
            return self.tr("The download was interrupted and is tried again.")
        if job.total_bytes:
            sizes = file_size(job.received_bytes), file_size(job.total_bytes)
            return self.tr("{size} of {whole}").format(size=sizes[0], whole=sizes[1])
        return file_size(job.received_bytes) if job.received_bytes else ""

    def ended(self, job: Job) -> str:
        """Returns what is read out when a job has ended."""
        if job.state is JobState.DONE and job.arrived >= job.expected:
            return self.tr("Pictures have arrived: {count}").format(count=job.arrived)
        words = self.of(job)
        return (
            self.tr("{what}: {why}").format(what=words.title, why=words.text) if words.text else words.title
        )

    def of(self, job: Job) -> CardWords:
        """Returns what is said of a job that does not run, or that waits to be sent since the last start."""
        words = {
            JobState.QUEUED: self._not_sent,
            JobState.REJECTED: self._rejected,
            JobState.UNKNOWN: self._unknown,
            JobState.FAILED: self._failed,
            JobState.EXPIRED: self._expired,
            JobState.REVIEW: self._review,
            JobState.ABANDONED: self._abandoned,
        }.get(job.state, self._partial)(job)
        if may_be_claimed(job):
            *actions, last = words.actions
            words = replace(words, actions=(*actions, _A.EVIDENCE, last))
        return words

    def short(self, action: CardAction) -> str:
        """Returns the words of a button where there is no room for all of them."""
        return {
            _A.SEND_AGAIN: self.tr("Send again"),
            _A.EVIDENCE: self.tr("Save evidence…"),
        }.get(action) or self.action(action)[0]

    def action(self, action: CardAction) -> tuple[str, str]:
        """Returns the words of a button and its tooltip."""
        return {
            _A.SEND: (self.tr("Send"), self.tr("Send it now; it will be charged")),
            _A.REMOVE: (self.tr("Remove"), self.tr("Take it out of the list; nothing was sent")),
            _A.LOOK: (self.tr("Look for the result"), self.tr("Ask again without paying")),
            _A.SEND_AGAIN: (
                self.tr("Send again (may be charged again)"),
                self.tr("Make a new request of it; you may pay twice"),
            ),
            _A.EDIT: (self.tr("Edit and try again"), self.tr("Fill the form with it")),
            _A.MISSING: (self.tr("Ask for the rest"), self.tr("Fill the form with what is missing")),
            _A.FETCH: (
                self.tr("Download the rest again"),
                self.tr("Fetch what is missing once more; it costs nothing"),
            ),
            _A.EVIDENCE: (
                self.tr("Save evidence for a refund…"),
                self.tr("Save request, answer, times and balances as one file, without your key"),
            ),
            _A.ANSWER: (self.tr("Show the answer"), self.tr("What the gateway answered, as it came")),
            _A.KEY: (self.tr("Enter a key"), self.tr("Open the settings of the key")),
            _A.TOP_UP: (self.tr("Add credit"), self.tr("Open the gateway's website")),
            _A.SETTINGS: (self.tr("Open settings"), self.tr("Open settings")),
            _A.MODEL: (
                self.tr("Choose another model"),
                self.tr("Fill the form with it and choose another model"),
            ),
            _A.DISMISS: (self.tr("Dismiss"), self.tr("Take it out of the list")),
            _A.HIDE: (self.tr("Hide"), self.tr("Hide this note; the pictures stay")),
        }[action]

    def _not_sent(self, job: Job) -> CardWords:
        text = self.tr("The program ended before this was sent, so nothing was charged.")
        return CardWords(self.tr("Not sent yet"), text, actions=(_A.SEND, _A.EDIT, _A.REMOVE))

    def _rejected(self, job: Job) -> CardWords:
        text, steps = self._why(job)
        actions = (*steps, _A.EDIT, _A.DISMISS)
        return CardWords(self.tr("Not accepted"), text, self._said(job), NoticeLevel.ERROR, actions)

    def _unknown(self, job: Job) -> CardWords:
        title = (
            self.tr("The demo gave no answer")
            if job.is_demo
            else self.tr("Sent, no answer yet — may have been charged")
        )
        why = self._why_unknown(job)
        actions = (_A.LOOK, _A.SEND_AGAIN, _A.DISMISS)
        return CardWords(title, self._with_money(job, why), self._said(job), NoticeLevel.WARNING, actions)

    def _failed(self, job: Job) -> CardWords:
        why, _ = self._why(job)
        text = self._with_money(job, why)
        actions = (_A.EDIT, _A.SEND_AGAIN, _A.ANSWER, _A.DISMISS)
        return CardWords(
            self.tr("The gateway could not make it"), text, self._said(job), NoticeLevel.ERROR, actions
        )

    def _expired(self, job: Job) -> CardWords:
        why, _ = self._why(job)
        text = self._with_money(job, why)
        actions = (_A.LOOK, _A.SEND_AGAIN, _A.ANSWER, _A.DISMISS)
        if job.error is _K.NO_KEY:
            title = self.tr("The key was removed while the gateway worked on it")
            text = self._with_money(job, self.tr("Enter the key again, then look for the result."))
            return CardWords(title, text, level=NoticeLevel.WARNING, actions=actions)
        if job.error is _K.KEY_REFUSED:
            title = self.tr("The gateway no longer takes the key it was sent with")
            way_out = self.tr("Enter a working key of the same account, then look for the result.")
            text = self._with_money(job, way_out)
            return CardWords(title, text, level=NoticeLevel.WARNING, actions=actions)
        return CardWords(
            self.tr("The result can no longer be fetched"), text, level=NoticeLevel.WARNING, actions=actions
        )

    def _review(self, job: Job) -> CardWords:
        if job.error in (None, ErrorKind.NO_RESULT):
            title = self.tr("Answered without a picture")
            why = self.tr("The answer is kept. Look at it before you send again.")
        else:
            title = self.tr("The picture could not be fetched")
            why, _ = self._why(job)
        actions = (_A.ANSWER, _A.LOOK, _A.SEND_AGAIN, _A.DISMISS)
        return CardWords(title, self._with_money(job, why), self._said(job), NoticeLevel.WARNING, actions)

    def _abandoned(self, job: Job) -> CardWords:
        if job.sent_at is None:
            text = self.tr("It was stopped before it was sent, so nothing was charged.")
            return CardWords(self.tr("Stopped"), text, actions=(_A.EDIT, _A.DISMISS))
        doubt = "" if job.is_demo else self.tr("It may still be charged, and its result may still come.")
        text = self._with_money(job, doubt)
        actions = (_A.LOOK, _A.SEND_AGAIN, _A.DISMISS)
        return CardWords(self.tr("You stopped waiting"), text, level=NoticeLevel.WARNING, actions=actions)

    def _partial(self, job: Job) -> CardWords:
        title = self.tr("{arrived} of {expected} arrived").format(arrived=job.arrived, expected=job.expected)
        actions: tuple[CardAction, ...] = (_A.MISSING, _A.ANSWER, _A.HIDE)
        if job.error is not None:
            text, _ = self._why(job)
            actions = (_A.FETCH, *actions)
        else:
            text = self.tr("The gateway sent fewer pictures than were asked for.")
        return CardWords(title, self._with_money(job, text), level=NoticeLevel.WARNING, actions=actions)

    def _why_unknown(self, job: Job) -> str:
        """Says why there is no answer; the usual sentences would say to try again, which may cost twice."""
        if job.error is ErrorKind.CRASHED:
            return self.tr("The program ended while it waited for the answer.")
        if job.error in _TOO_SLOW:
            return self.tr("No answer came in time. The picture may still be in the making.")
        if job.error in _CUT:
            return self.tr("The connection was lost before the answer came.")
        if job.error in _BROKEN:
            return self.tr("The gateway answered with an error that does not tell what became of it.")
        return self._why(job)[0]

    def _why(self, job: Job) -> tuple[str, tuple[CardAction, ...]]:
        if job.error is None:
            return "", ()
        sentence = self._sentences.of_kind(job.error, job.error_detail)
        return sentence.text, tuple(_STEPS[step] for step in sentence.steps if step in _STEPS)

    def _said(self, job: Job) -> str:
        message = " ".join(job.error_detail.message.split()) if job.error_detail is not None else ""
        if not message:
            return ""
        cut = message if len(message) <= _MOST_SAID else message[: _MOST_SAID - 1] + "…"
        return self.tr("The gateway says: “{message}”").format(message=cut)

    def _with_money(self, job: Job, text: str) -> str:
        """Adds what the balance shows."""
        if job.is_demo:
            return joined(text, self.tr("Nothing is charged in the demo."))
        cost = job.cost
        if cost is None:
            return text
        if cost < Decimal(0):  # credit was added meanwhile: whether it was charged cannot be told
            return joined(text, self._balances(job))
        if not cost:
            fact = self.tr("Your balance has not fallen since it was sent.")
        else:
            amount = money(cost, self._currency(), exact=True)
            fact = self.tr("Your balance fell by {amount} since it was sent.").format(amount=amount)
            if job.cost_is_shared:
                fact = joined(fact, self.tr("Other requests ran at the same time."))
        return joined(text, fact, self._balances(job))

    def _balances(self, job: Job) -> str:
        """The two numbers by which it can be checked."""
        if job.balance_before is None or job.balance_after is None or not job.cost:
            return ""
        before, after = (
            money(amount, self._currency(), exact=True) for amount in (job.balance_before, job.balance_after)
        )
        return self.tr("Balance before: {before}, after: {after}.").format(before=before, after=after)
