"""A paid request for images or a video as a row of the ledger: its states and the moves between them.

Promise: a job only moves along `MOVES`; after `SUBMITTING` it never becomes sendable again.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.media import Origin

MAX_IMAGES: Final = 10
"""Most images of one request (API reference, `n`)."""


class JobKind(StrEnum):
    """What a job makes."""

    IMAGE = "image"
    VIDEO = "video"


class JobState(StrEnum):
    """Where a job is (the job state machine of the gateway's description)."""

    QUEUED = "queued"  # not sent
    SUBMITTING = "submitting"  # the request is on its way or held open; it may be charged
    ANSWERED = "answered"  # the raw answer is stored, not yet read
    POLLING = "polling"  # the gateway gave an id; free GETs ask for the result
    DOWNLOADING = "downloading"  # the result's addresses are known
    DONE = "done"  # the files are here, all or those that could be fetched
    REJECTED = "rejected"  # definitely refused, or nothing was sent; may be edited and sent as a new job
    UNKNOWN = "unknown"  # sent, no answer: may have been charged; never sent again by itself
    FAILED = "failed"  # the gateway says that it failed
    EXPIRED = "expired"  # the result was there and its link died, or polling gave up
    REVIEW = "review"  # answered without a result this program can find; the raw answer is kept
    ABANDONED = "abandoned"  # the person stopped waiting

    @property
    def is_running(self) -> bool:
        """True while something is being done about the job."""
        return self in _RUNNING

    @property
    def may_be_charged(self) -> bool:
        """True when money is or may be committed and no result is here yet."""
        return self in _COMMITTED


_RUNNING: Final = frozenset(
    {JobState.QUEUED, JobState.SUBMITTING, JobState.ANSWERED, JobState.POLLING, JobState.DOWNLOADING}
)
_COMMITTED: Final = frozenset({JobState.SUBMITTING, JobState.ANSWERED, JobState.POLLING})

_S = JobState
MOVES: Final[dict[JobState, frozenset[JobState]]] = {
    _S.QUEUED: frozenset({_S.SUBMITTING, _S.REJECTED, _S.ABANDONED}),
    _S.SUBMITTING: frozenset({_S.ANSWERED, _S.POLLING, _S.REJECTED, _S.UNKNOWN, _S.ABANDONED}),
    _S.ANSWERED: frozenset({_S.POLLING, _S.DOWNLOADING, _S.FAILED, _S.REVIEW, _S.ABANDONED}),
    _S.POLLING: frozenset({_S.ANSWERED, _S.DOWNLOADING, _S.FAILED, _S.EXPIRED, _S.REVIEW, _S.ABANDONED}),
    _S.DOWNLOADING: frozenset({_S.DONE, _S.POLLING, _S.EXPIRED, _S.REVIEW, _S.ABANDONED}),
    _S.UNKNOWN: frozenset({_S.ANSWERED, _S.POLLING, _S.ABANDONED}),
    _S.EXPIRED: frozenset({_S.POLLING, _S.DOWNLOADING, _S.ABANDONED}),
    _S.REVIEW: frozenset({_S.ANSWERED, _S.POLLING, _S.DOWNLOADING, _S.ABANDONED}),
    _S.ABANDONED: frozenset({_S.POLLING, _S.ANSWERED, _S.UNKNOWN}),
    _S.DONE: frozenset({_S.DOWNLOADING}),  # some of its files could not be fetched: once more, for free
    _S.REJECTED: frozenset(),
    _S.FAILED: frozenset({_S.ANSWERED}),
}


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """What `POST /images/generations` is asked (API reference, "Image Generation").

    Attributes:
        model: model id.
        prompt: what the images show.
        n: 1 to 10 images.
        size: `WxH` in pixels; empty leaves it to the model.
        parent_id: the library item this one is a variation of; ours.
        origin: the message of a chat the wish began with; ours.
    """

    model: str
    prompt: str
    n: int = 1
    size: str = ""
    parent_id: str | None = None
    origin: Origin | None = None

    def check(self) -> None:
        """Checks what can be checked before paying.

        Raises:
            PandaError: `EMPTY_PROMPT`, or `INVALID_INPUT` whose `param` is `model`, `n` or `size`.
        """
        _check_prompt(self.model, self.prompt)
        if not 1 <= self.n <= MAX_IMAGES:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="n"))
        if self.size and not _is_size(self.size):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="size"))


@dataclass(frozen=True, slots=True)
class FirstFrame:
    """The image a video starts from: a public address, or a file of the program's own folder.

    Attributes:
        url: https address, sent as it is; empty when `file` is set.
        file: path relative to the data folder; sent as a data URL.
        media_id: the library item it came from, when it did.
    """

    url: str = ""
    file: str = ""
    media_id: str | None = None


@dataclass(frozen=True, slots=True)
class VideoRequest:
    """What a video model is asked through `POST /chat/completions` (API reference, "Video Generation").

    Attributes:
        model: model id.
        prompt: what happens.
        first_frame: the image it starts from.
        origin: the message of a chat the wish began with; ours.
    """

    model: str
    prompt: str
    first_frame: FirstFrame | None = None
    origin: Origin | None = None

    def check(self) -> None:
        """Checks what can be checked before paying.

        Raises:
            PandaError: `EMPTY_PROMPT`, or `INVALID_INPUT` whose `param` is `model` or `first_frame`.
        """
        _check_prompt(self.model, self.prompt)
        frame = self.first_frame
        if frame is not None and not frame.file and not frame.url.startswith("https://"):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="first_frame"))


def _check_prompt(model: str, prompt: str) -> None:
    if not prompt.strip():
        raise PandaError(ErrorKind.EMPTY_PROMPT)
    if not model.strip():
        raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="model"))


def _is_size(size: str) -> bool:
    width, cross, height = size.partition("x")
    return cross == "x" and all(
        side.isascii() and side.isdigit() and 0 < int(side) <= 16384 for side in (width, height)
    )


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """An answer exactly as it came, kept before it is read so that nothing paid for is lost.

    Attributes:
        status: HTTP status.
        headers: response headers in lower case, without cookies.
        body: the bytes, not decoded; at most 64 MiB.
        received_at: aware UTC.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    received_at: datetime


@dataclass(frozen=True, slots=True)
class UsualTime:
    """How long a model took so far, in seconds from sending to the answer.

    Attributes:
        median: half of the jobs were faster.
        low: a quarter of the jobs were faster.
        high: a quarter of the jobs were slower.
        count: how many jobs these are.
    """

    median: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class JobMove:
    """A state a job was in, and since when (aware UTC, by the clock of this computer)."""

    state: JobState
    at: datetime


@dataclass(frozen=True, slots=True)
class Job:
    """One paid request and what became of it.

    Attributes:
        id: ours; also the intent that makes a double click one job.
        kind: image or video.
        request: what was asked.
        state: see `JobState`.
        seq: order of creation.
        created_at: aware UTC.
        profile_id: whose account pays for it (see `domain.profiles`); empty in jobs from before profiles.
        base_url: the endpoint it was sent to; empty before that.
        is_demo: it was sent to the demo gateway.
        sent_at: aware UTC, set with `SUBMITTING`.
        answered_at: aware UTC of the first answer.
        finished_at: aware UTC of the end.
        remote_id: the gateway's id of the job, when it gave one.
        poll_url: the address to ask, when the gateway gave one.
        status_word: the gateway's last word about it, as sent.
        request_id: the gateway's id of the request.
        error: what went wrong.
        error_detail: what the other side said.
        balance_before: money before sending, when known.
        balance_after: money after the end, when known.
        currency_before: the currency of `balance_before`; empty in jobs from before it was kept.
        currency_after: the currency of `balance_after`, likewise.
        cost_is_shared: other paid calls overlapped, so the difference is not this job's alone.
        expected: results asked for.
        arrived: results on disk.
        received_bytes: bytes of the running download.
        total_bytes: size of the running download; None when not said.
    """

    id: str
    kind: JobKind
    request: ImageRequest | VideoRequest
    state: JobState
    created_at: datetime
    seq: int = 0
    profile_id: str = ""
    base_url: str = ""
    is_demo: bool = False
    sent_at: datetime | None = None
    answered_at: datetime | None = None
    finished_at: datetime | None = None
    remote_id: str = ""
    poll_url: str = ""
    status_word: str = ""
    request_id: str = ""
    error: ErrorKind | None = None
    error_detail: ErrorDetail | None = None
    balance_before: Decimal | None = None
    balance_after: Decimal | None = None
    currency_before: str = ""
    currency_after: str = ""
    cost_is_shared: bool = False
    expected: int = 1
    arrived: int = 0
    received_bytes: int = field(default=0, compare=False)
    total_bytes: int | None = field(default=None, compare=False)

    @property
    def cost(self) -> Decimal | None:
        """Fall of the balance over the job; None when either side is not known, or in another currency."""
        if self.balance_before is None or self.balance_after is None:
            return None
        if self.currency_before != self.currency_after and self.currency_before:
            return None
        return self.balance_before - self.balance_after
