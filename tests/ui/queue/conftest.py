"""A chat page with messages that wait."""

from typing import Any

import pytest

from panda_desktop.domain.budgets import Refusal
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.queue import Hold, MessageQueue, QueuedMessage
from tests.ui.chat.conftest import Bench, bench
from tests.ui.queue_gallery import NOW

__all__ = ["bench"]


class Waiting:
    """A page whose open chat answers, with messages that wait."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.page = bench.show()
        bench.ask()
        self.service = bench.service

    def put(
        self,
        *texts: str,
        hold: Hold | None = None,
        error: ErrorKind | None = None,
        refusal: Refusal | None = None,
    ) -> None:
        """Lets these wait."""
        items = tuple(QueuedMessage(text, self.bench.open_id, text, NOW) for text in texts)
        self.service.put_queue(MessageQueue(self.bench.open_id, items, hold, error, refusal))

    @property
    def strip(self) -> Any:
        return self.page._queued.queueing.strip

    def row(self, place: int) -> Any:
        return self.strip.rows[place]

    def names(self) -> list[str]:
        """Returns what is heard of the rows."""
        return [row.accessibleName() for row in self.strip.rows]

    def queued(self) -> list[str]:
        """Returns what waits in the service."""
        return [item.text for item in self.service.queues[self.bench.open_id].items]


@pytest.fixture
def waiting(bench: Bench) -> Waiting:
    return Waiting(bench)
