"""The state of a video job in words.

Promise: total over `JobState`; a percentage is never invented, a charge never guessed, and what the gateway
said is shown as it is.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.evidence import may_be_claimed
from panda_desktop.domain.jobs import JobState, UsualTime
from panda_desktop.ui.numerals import clock
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.videos.card_content import CardContent, CardFacts
from panda_desktop.ui.videos.charge import ChargeWords, charge_of
from panda_desktop.ui.videos.deeds import Deed
from panda_desktop.ui.videos.elapsed import span
from panda_desktop.ui.videos.unknown_words import UnknownWords
from panda_desktop.ui.wording import ago, duration, file_size, joined

_NOTICES_S: Final = (15 * 60, 10 * 60, 5 * 60)
_WORD_LENGTH: Final = 60
_MESSAGE: Final = 600
_EXCERPT: Final = 400
_LINES: Final = 4
_ENOUGH: Final = 4
_SAME_S: Final = 10
_STEPS: Final = {
    NextStep.ENTER_KEY: Deed.ENTER_KEY,
    NextStep.TOP_UP: Deed.TOP_UP,
    NextStep.OPEN_SETTINGS: Deed.SETTINGS,
}


class JobWords(QObject):
    """Words a card; a QObject because `tr` finds translations by class."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Opens the books of sentences."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self._charges = ChargeWords(self)
        self._unknown = UnknownWords(self._sentences, self._charges, self)
        self._words: dict[JobState, Callable[[CardFacts], CardContent]] = {
            JobState.QUEUED: self._queued,
            JobState.SUBMITTING: self._waiting,
            JobState.ANSWERED: self._answered,
            JobState.POLLING: self._polling,
            JobState.DOWNLOADING: self._downloading,
            JobState.DONE: self._done,
            JobState.REJECTED: self._rejected,
            JobState.UNKNOWN: self._unknown.content,
            JobState.FAILED: self._failed,
            JobState.EXPIRED: self._expired,
            JobState.REVIEW: self._review,
            JobState.ABANDONED: self._abandoned,
        }

    def content(self, facts: CardFacts) -> CardContent:
        """Returns what the card of a job shows."""
        content = self._words[facts.job.state](facts)
        if not may_be_claimed(facts.job) or facts.job.state is JobState.DONE:
            return content
        *deeds, last = content.deeds
        return replace(content, deeds=(*deeds, Deed.EVIDENCE, last))

    def _queued(self, facts: CardFacts) -> CardContent:
        if facts.queued_here:
            return CardContent(
                self.tr("Waits for its turn; nothing has been sent yet"),
                deeds=(Deed.TAKE_BACK,),
                more=(Deed.COPY_PROMPT,),
            )
        return CardContent(
            self.tr("Not sent yet: the program ended before its turn."),
            tone="warning",
            extra=facts.note,
            deeds=(Deed.SEND, Deed.EDIT, Deed.TAKE_BACK),
        )

    def _waiting(self, facts: CardFacts) -> CardContent:
        return CardContent(
            self._with_times(self.tr("Waiting for the gateway"), facts),
            extra=self._patience(facts),
            spinning=True,
            deeds=(Deed.STOP,),
            more=(Deed.COPY_PROMPT, Deed.REUSE),
        )

    def _answered(self, facts: CardFacts) -> CardContent:
        return CardContent(self.tr("The answer is here and is being read"), spinning=True, deeds=(Deed.STOP,))

    def _polling(self, facts: CardFacts) -> CardContent:
        word = " ".join(facts.job.status_word.split())[:_WORD_LENGTH]
        words = self.tr("The gateway works on it")
        if word:
            words = self.tr("The gateway says “{word}”").format(word=word)
        return CardContent(
            self._with_times(words, facts),
            extra=self._patience(facts),
            spinning=True,
            deeds=(Deed.STOP,),
            more=(Deed.COPY_PROMPT, Deed.REUSE),
        )

    def _downloading(self, facts: CardFacts) -> CardContent:
        job = facts.job
        if job.error is not None:
            return CardContent(
                self.tr("The download stopped and is tried again by itself."),
                tone="warning",
                extra=self._sentences.of_kind(job.error, job.error_detail).text,
                spinning=True,
                deeds=(Deed.STOP,),
            )
        if job.total_bytes:
            words = self.tr("Downloading · {received} of {total}").format(
                received=file_size(job.received_bytes), total=file_size(job.total_bytes)
            )
        elif job.received_bytes:
            words = self.tr("Downloading · {received}").format(received=file_size(job.received_bytes))
        else:
            words = self.tr("The video is ready and is being downloaded")
        return CardContent(
            words,
            spinning=not job.total_bytes,
            received=job.received_bytes if job.total_bytes else None,
            total=job.total_bytes,
            deeds=(Deed.STOP,),
        )

    def _done(self, facts: CardFacts) -> CardContent:
        if not facts.items:
            return CardContent(self.tr("The video is in the trash."), deeds=(Deed.REUSE, Deed.REMOVE))
        job, item = facts.job, facts.items[0]
        parts = [job.request.model[:80]]
        if item.width and item.height:
            parts.append(f"{item.width} × {item.height}")
        parts.append(file_size(item.size))
        took = span(job)
        if took is not None:
            parts.append(self.tr("took {time}").format(time=duration(took)))
        parts.append(self._charges.short(charge_of(job, None), facts.currency))
        if job.finished_at is not None:
            parts.append(ago((datetime.now(UTC) - job.finished_at).total_seconds()))
        star = Deed.UNSTAR if item.starred else Deed.STAR
        return CardContent(
            " · ".join(part for part in parts if part),
            deeds=(Deed.PLAY, Deed.SAVE, star),
            more=(Deed.OPEN, Deed.REVEAL, Deed.COPY_FILE, Deed.REUSE, Deed.COPY_PROMPT, Deed.DELETE),
        )

    def _rejected(self, facts: CardFacts) -> CardContent:
        job = facts.job
        kind, detail = job.error or ErrorKind.BAD_REQUEST, job.error_detail or ErrorDetail()
        sentence = self._sentences.of_kind(kind, detail)
        steps = tuple(_STEPS[step] for step in sentence.steps if step in _STEPS)
        return CardContent(
            sentence.text,
            tone="danger",
            extra=_said(detail),
            deeds=(Deed.EDIT, *steps[:1], Deed.REMOVE),
            more=(Deed.COPY_PROMPT, Deed.COPY_DETAILS),
            details=self._sentences.details(detail),
        )

    def _failed(self, facts: CardFacts) -> CardContent:
        job = facts.job
        reason = _said(job.error_detail or ErrorDetail())
        words = self.tr("The gateway says that it failed.")
        if reason:
            words = self.tr("The gateway says that it failed: {reason}").format(reason=reason)
        return CardContent(
            words,
            tone="danger",
            extra=self._charges.of_job(job, facts.balance, facts.currency),
            deeds=(Deed.EDIT, Deed.SHOW_ANSWER, Deed.REMOVE),
            more=(Deed.COPY_DETAILS, Deed.COPY_PROMPT, Deed.SEND_AGAIN),
        )

    def _expired(self, facts: CardFacts) -> CardContent:
        words = self.tr("The link to the video no longer works.")
        if facts.job.error is ErrorKind.TOOK_TOO_LONG:
            words = self.tr("No video came within 24 hours of asking.")
        elif facts.job.error is ErrorKind.NO_KEY:
            words = self.tr("The key was removed while the gateway worked on it. Enter it, then look again.")
        elif facts.job.error is ErrorKind.KEY_REFUSED:
            words = self.tr(
                "The gateway no longer takes the key it was sent with. Enter a working key of the same "
                "account, then look again."
            )
        charge = self._charges.of_job(facts.job, facts.balance, facts.currency)
        return CardContent(
            words,
            tone="warning",
            extra=facts.note or charge,
            spinning=facts.asking,
            deeds=(Deed.LOOK, Deed.EDIT, Deed.REMOVE),
            more=(Deed.SHOW_ANSWER, Deed.COPY_DETAILS, Deed.COPY_PROMPT, Deed.SEND_AGAIN),
        )

    def _review(self, facts: CardFacts) -> CardContent:
        job = facts.job
        words = {
            ErrorKind.NOT_MEDIA: self.tr("What came is not a video. The answer is kept."),
            ErrorKind.BLOCKED_ADDRESS: self.tr(
                "The video lies at an address this program does not open, for your safety."
            ),
            ErrorKind.ANSWER_TOO_BIG: self.tr("The video is larger than this program accepts."),
            ErrorKind.REDIRECTED: self.tr(
                "Asking for the video was sent on to another address, which is not followed. Check the "
                "address in the settings, then look again."
            ),
        }.get(job.error or ErrorKind.NO_RESULT, self.tr("Answered without a video."))
        charge = self._charges.of_job(job, facts.balance, facts.currency)
        detail = job.error_detail or ErrorDetail()
        return CardContent(
            joined(words, charge),
            tone="warning",
            extra=facts.note,
            spinning=facts.asking,
            deeds=(Deed.SHOW_ANSWER, Deed.LOOK, Deed.EDIT, Deed.REMOVE),
            more=(Deed.COPY_DETAILS, Deed.COPY_PROMPT, Deed.SEND_AGAIN),
            excerpt=_beginning(detail.message),
        )

    def _abandoned(self, facts: CardFacts) -> CardContent:
        if facts.job.sent_at is None:
            return CardContent(
                self.tr("Taken back before it was sent. Nothing was charged."),
                deeds=(Deed.EDIT, Deed.REMOVE),
                more=(Deed.COPY_PROMPT,),
            )
        return CardContent(
            self.tr("You stopped waiting. Nothing is charged in the demo.")
            if facts.job.is_demo
            else self.tr("You stopped waiting. The render may still be charged."),
            extra=facts.note,
            spinning=facts.asking,
            deeds=(Deed.LOOK, Deed.EDIT, Deed.REMOVE),
            more=(Deed.SEND_AGAIN, Deed.COPY_DETAILS, Deed.COPY_PROMPT),
        )

    def _with_times(self, words: str, facts: CardFacts) -> str:
        parts = [words]
        if facts.elapsed is not None:
            parts.append(self.tr("{time} elapsed").format(time=clock(facts.elapsed)))
        if facts.usual is not None:
            parts.append(self.tr("usually {time}").format(time=_usual(facts.usual)))
        return " · ".join(parts)

    def _patience(self, facts: CardFacts) -> str:
        """What is said after 5, 10 and 15 minutes."""
        passed = next((limit for limit in _NOTICES_S if (facts.elapsed or 0) >= limit), None)
        if passed is None:
            return ""
        if passed < _NOTICES_S[0] or facts.job.state is JobState.POLLING:
            return self.tr("Still waiting after {count} minutes; safe to keep open.").format(
                count=passed // 60
            )
        return self.tr(
            "Still waiting after {count} minutes; safe to keep open. Waiting ends after {cap} minutes, as "
            "set in the settings."
        ).format(count=passed // 60, cap=facts.wait_cap_minutes)


def _beginning(text: str) -> str:
    """The first lines of an answer that held no video; “Show the answer” shows all of it."""
    lines = [line.rstrip() for line in text[:_EXCERPT].splitlines() if line.strip()]
    shown = "\n".join(lines[:_LINES]).strip()
    is_cut = len(lines) > _LINES or len(text.strip()) > _EXCERPT
    return f"{shown} …" if is_cut else shown


def _usual(usual: UsualTime) -> str:
    """The middle half of what past jobs took, or one time where they hardly differ or are few."""
    if usual.count < _ENOUGH or usual.high - usual.low < max(_SAME_S, usual.median / 10):
        return clock(usual.median)
    return f"{clock(usual.low)}–{clock(usual.high)}"


def _said(detail: ErrorDetail) -> str:
    """What the other side said, in one line."""
    return " ".join(detail.message.split())[:_MESSAGE]
