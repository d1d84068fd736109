"""What can go wrong, in the words of the program.

Promise: above the gateway and the storage only `PandaError` exists, and no instance ever carries the key.

    PandaError
      kind        what happened (`ErrorKind`)
      reached     how far the request had got (`Reached`): decides whether it may be repeated
      the rest    what the other side said, plain text, capped, for "Details"
"""

from dataclasses import dataclass
from enum import StrEnum


class ErrorKind(StrEnum):
    """Every failure a person can meet. The sentence for each lives in `ui/sentences.py`."""

    # the key
    NO_KEY = "no_key"  # nothing was sent: no key is set
    KEY_MALFORMED = "key_malformed"  # nothing was sent: the text cannot be a key
    KEY_REFUSED = "key_refused"  # 401
    FORBIDDEN = "forbidden"  # 403
    # money
    NO_CREDIT = "no_credit"  # 402, or a quota code under another status
    OVER_BUDGET = "over_budget"  # nothing was sent: a limit of the person's own; `param` is its span
    # the request
    BAD_REQUEST = "bad_request"  # 400, 422 and the other definite 4xx
    MODEL_NOT_FOUND = "model_not_found"  # 404 that names a model
    ADDRESS_WRONG = "address_wrong"  # 404 without a model, 405
    WRONG_KIND_OF_MODEL = "wrong_kind_of_model"  # refused here or by the gateway
    TOO_LARGE = "too_large"  # 413, or context length exceeded
    RATE_LIMITED = "rate_limited"  # 429; `retry_after` may be set
    INVALID_INPUT = "invalid_input"  # nothing was sent: a field is out of its range; `param` names it
    EMPTY_PROMPT = "empty_prompt"  # nothing was sent
    CANNOT_ATTACH = "cannot_attach"  # nothing was sent: a file that is neither image nor text, or empty
    CANNOT_SEE_IMAGES = "cannot_see_images"  # nothing was sent: the model is known to take no images
    # the other side
    SERVER_ERROR = "server_error"  # 500
    UPSTREAM_FAILED = "upstream_failed"  # 502
    UNAVAILABLE = "unavailable"  # 503, 529
    GATEWAY_TIMEOUT = "gateway_timeout"  # 504, 520-526: the job may still be running
    REQUEST_TIMEOUT = "request_timeout"  # 408, 425
    REDIRECTED = "redirected"  # a redirect of an API call: never followed
    NOT_THE_GATEWAY = "not_the_gateway"  # HTML where JSON was due: captive portal, wrong address
    BAD_ANSWER = "bad_answer"  # the answer cannot be understood
    EMPTY_ANSWER = "empty_answer"
    ANSWER_TOO_BIG = "answer_too_big"  # over a stated cap
    # the way there
    NAME_NOT_FOUND = "name_not_found"  # DNS
    CANNOT_CONNECT = "cannot_connect"  # refused, unreachable, connect time-out
    TLS_FAILED = "tls_failed"
    PROXY_FAILED = "proxy_failed"
    CONNECTION_LOST = "connection_lost"  # reset or closed after the request had left
    NO_FIRST_BYTE = "no_first_byte"  # nothing came within the limit
    STALLED = "stalled"  # data stopped coming within the limit
    TOOK_TOO_LONG = "took_too_long"  # the total limit was reached
    # answers that are not whole
    TRUNCATED = "truncated"  # the stream ended without a finish reason
    CRASHED = "crashed"  # the program ended while the answer was coming
    NOT_SENT = "not_sent"  # nothing was sent: the program ended before, or could not start its helper
    # results
    NO_RESULT = "no_result"  # an answer without image or video
    LINK_EXPIRED = "link_expired"  # 403, 404, 410 from the asset host
    NOT_MEDIA = "not_media"  # the bytes are no image or video
    BLOCKED_ADDRESS = "blocked_address"  # an asset address that is not allowed
    JOB_FAILED = "job_failed"  # the gateway says that the job failed
    # this computer
    DISK_FULL = "disk_full"
    CANNOT_WRITE = "cannot_write"
    CANNOT_READ = "cannot_read"
    DATA_DAMAGED = "data_damaged"  # the database does not open
    DATA_TOO_NEW = "data_too_new"  # written by a newer version
    DATA_IN_USE = "data_in_use"  # another program holds the data folder and does not answer
    NO_KEYRING = "no_keyring"  # no safe store for the key
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_NO_ANSWER = "keyring_no_answer"  # the unlock prompt was never answered
    DEMO_FAILED = "demo_failed"  # the demo gateway did not start
    # us
    BUG = "bug"  # anything nobody foresaw


class TlsCause(StrEnum):
    """Why a connection is not safe: `ErrorDetail.code` of `TLS_FAILED`."""

    EXPIRED = "certificate_expired"  # or this computer's clock is ahead
    NOT_YET_VALID = "certificate_not_yet_valid"  # or this computer's clock is behind
    SELF_SIGNED = "certificate_self_signed"
    UNKNOWN_AUTHORITY = "certificate_authority_unknown"  # neither public nor in the system's store
    OTHER_HOST = "certificate_for_another_host"
    OLD_PROTOCOL = "protocol_too_old"  # below TLS 1.2, or no TLS at all
    BROKEN_OFF = "handshake_broken_off"
    AUTHORITY_FILE = "authority_file_unreadable"  # the file of more trusted authorities, see the settings
    OTHER = "other"


class Reached(StrEnum):
    """How far a request had got when it ended. A paid one is repeated only after `NOTHING_SENT`."""

    NOTHING_SENT = "nothing_sent"  # no byte of the request left this computer
    MAYBE_SENT = "maybe_sent"  # a byte left; the other side may have acted, and charged
    ANSWERED = "answered"  # a status line came back: the refusal is definite


@dataclass(frozen=True, slots=True)
class ErrorDetail:
    """What the other side said, for "Details" and for a refund: plain text, capped, without the key.

    Attributes:
        status: HTTP status, or None when no answer came.
        message: the server's own sentence, at most 2,000 characters.
        code: `error.code` of the answer, as sent; a `TlsCause` for `TLS_FAILED`.
        param: name of the offending field, ours (`n`, `temperature`) or the server's.
        retry_after: seconds to wait, when the server said so.
        request_id: the server's id of the request.
        host: the host the request went to, without scheme and path; for `PROXY_FAILED` the proxy.
        technical: exception class and text, scrubbed; never shown outside "Details".
    """

    status: int | None = None
    message: str = ""
    code: str = ""
    param: str = ""
    retry_after: float | None = None
    request_id: str = ""
    host: str = ""
    technical: str = ""


class PandaError(Exception):
    """An expected failure: it becomes a notice with the next step, never a traceback."""

    def __init__(
        self,
        kind: ErrorKind,
        detail: ErrorDetail | None = None,
        *,
        reached: Reached = Reached.NOTHING_SENT,
    ) -> None:
        """Makes a failure of `kind`; `reached` tells whether money may have been spent."""
        super().__init__(kind.value)
        self.kind = kind
        self.detail = detail or ErrorDetail()
        self.reached = reached

    def __repr__(self) -> str:
        return f"PandaError({self.kind.value}, status={self.detail.status}, reached={self.reached.value})"

    def __str__(self) -> str:
        said = f": {self.detail.message}" if self.detail.message else ""
        return f"{self.kind.value}{said}"
