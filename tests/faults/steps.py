"""What a server does on a connection, step by step: bytes, pauses and the ways a connection ends.

Promise: values only, so that a script can be kept, compared and handed to another process.

    (Send(b"HTTP/1.1 200 OK\\r\\n\\r\\n"), Pause(0.2), Send(b"half an ans"), Reset())

A timeline that comes to its end closes the connection (FIN), unless its last step is `Next`. Nothing waits
longer than the client: `Stall`, `Repeat` and `Until` end when the client has closed.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Send:
    """Sends bytes, in one go or in pieces of `piece` bytes with `pause_s` after each."""

    data: bytes
    piece: int = 0
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Repeat:
    """Sends the same bytes `times` times (None: until the client closes), `pause_s` after each."""

    data: bytes
    times: int | None = None
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Pause:
    """Sends nothing for that many seconds."""

    seconds: float


class Signal(Protocol):
    """An event that a test sets (`asyncio.Event`)."""

    def is_set(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Until:
    """Sends nothing until the test sets the signal. Not for another process."""

    signal: Signal


@dataclass(frozen=True, slots=True)
class Stall:
    """Sends nothing more, and holds the connection until the client closes it."""


@dataclass(frozen=True, slots=True)
class Close:
    """Ends with a FIN."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Ends with a RST: SO_LINGER 0, whatever is unsent is dropped."""


@dataclass(frozen=True, slots=True)
class Next:
    """Keeps the connection for the next request."""


Step = Send | Repeat | Pause | Until | Stall | Close | Reset | Next
Timeline = tuple[Step, ...]


def sliced(data: bytes, *cuts: int, pause_s: float = 0.0) -> Timeline:
    """Sends `data` cut at these places, each part in a packet of its own."""
    edges = (0, *cuts, len(data))
    return tuple(
        Send(data[start:end], pause_s=pause_s) for start, end in itertools.pairwise(edges) if end > start
    )


def bytewise(data: bytes, pause_s: float = 0.0) -> Timeline:
    """Sends one byte after the other."""
    return (Send(data, piece=1, pause_s=pause_s),)


def every_cut(data: bytes) -> Iterator[Timeline]:
    """Gives a timeline for each way of cutting `data` in two."""
    return (sliced(data, cut) for cut in range(1, len(data)))


def every_pair_of_cuts(data: bytes) -> Iterator[Timeline]:
    """Gives a timeline for each way of cutting `data` in three."""
    return (sliced(data, *cuts) for cuts in itertools.combinations(range(1, len(data)), 2))


def before(data: bytes, place: int, end: Step) -> Timeline:
    """Sends the first `place` bytes of `data`, then ends as told."""
    return (Send(data[:place]), end)
