"""Every paid request that arrived, for tests and for the curious.

Promise: one entry per POST, in order of arrival, also for those that failed; the newest 10,000 are kept.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

KEPT: Final = 10_000


@dataclass(slots=True)
class Entry:
    """One POST.

    Attributes:
        path: as requested.
        request_id: the `x-request-id` it was answered with.
        time: of arrival, UTC.
        model: as asked for; empty when the body was never read.
        stream: the answer was asked for as a stream.
        status: HTTP status; 0 until the answer starts.
        outcome: running, answered, accepted, refused, failed, cut or disconnected.
        cost: money taken for it, in USD.
    """

    path: str
    request_id: str
    time: datetime = field(default_factory=lambda: datetime.now(UTC))
    model: str = ""
    stream: bool = False
    status: int = 0
    outcome: str = "running"
    cost: Decimal = Decimal("0")

    def finish(self, *, complete: bool) -> None:
        """Settles the outcome when the answer has ended; not `complete`: the other side went away."""
        if self.outcome != "running":
            return
        if not complete:
            self.outcome = "disconnected"
        elif self.status >= 400:
            self.outcome = "failed" if self.status >= 500 else "refused"
        else:
            self.outcome = "accepted" if self.status == 202 else "answered"

    def as_json(self) -> dict[str, Any]:
        """Returns the entry as the control interface shows it."""
        return {
            "path": self.path,
            "model": self.model,
            "time": self.time.isoformat(),
            "x-request-id": self.request_id,
            "stream": self.stream,
            "status": self.status,
            "outcome": self.outcome,
            "cost": self.cost,
        }


class Ledger:
    """The entries of this run."""

    def __init__(self) -> None:
        """Starts empty."""
        self.entries: deque[Entry] = deque(maxlen=KEPT)

    def open(self, path: str, request_id: str) -> Entry:
        """Adds and returns an entry."""
        entry = Entry(path, request_id)
        self.entries.append(entry)
        return entry
