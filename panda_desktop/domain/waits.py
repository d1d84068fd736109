"""What an answer that is coming waits for, when that is worth saying.

Promise: values only; times are monotonic seconds.
"""

from dataclasses import dataclass
from enum import StrEnum


class WaitKind(StrEnum):
    """Why nothing comes."""

    ASKED_TO_WAIT = "asked_to_wait"  # the gateway takes no more requests for now: it is sent once more later
    SILENT = "silent"  # it has begun, and no data has come for a while


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait.

    Attributes:
        kind: why.
        at: when the request is sent once more (`ASKED_TO_WAIT`), or when the last data came (`SILENT`).
    """

    kind: WaitKind
    at: float
