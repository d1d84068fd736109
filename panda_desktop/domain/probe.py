"""A test of the connection, stage by stage.

Promise: a stage is called good only when the answer proves it; one that was not reached is not judged.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import ErrorKind, PandaError


class Stage(StrEnum):
    """What has to go well, in this order."""

    NAME = "name"  # the name of the gateway leads to an address
    CONNECTION = "connection"  # there is a connection, also through a proxy
    SAFETY = "safety"  # it is encrypted, and the gateway is who it says
    KEY = "key"  # the gateway takes the key
    BALANCE = "balance"  # it says what is left


class Outcome(StrEnum):
    """How a stage went."""

    GOOD = "good"
    FAILED = "failed"
    NOT_REACHED = "not_reached"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a test; `error` tells why it failed."""

    stage: Stage
    outcome: Outcome
    error: PandaError | None = None


@dataclass(frozen=True, slots=True)
class Probe:
    """A whole test.

    Attributes:
        host: the host of the gateway that was asked, without scheme and path.
        proxy: host and port of the proxy on the way; empty for none.
        steps: every stage in order.
        balance: what was read; None when it came to no answer.
    """

    host: str
    proxy: str
    steps: tuple[Step, ...]
    balance: Balance | None = None

    @property
    def is_good(self) -> bool:
        """Whether nothing failed."""
        return all(step.outcome in (Outcome.GOOD, Outcome.NOT_NEEDED) for step in self.steps)


_FAILS: Final = {
    ErrorKind.NAME_NOT_FOUND: Stage.NAME,
    ErrorKind.CANNOT_CONNECT: Stage.CONNECTION,
    ErrorKind.PROXY_FAILED: Stage.CONNECTION,
    ErrorKind.TLS_FAILED: Stage.SAFETY,
    ErrorKind.NO_CREDIT: Stage.BALANCE,  # who has too little is known by the key
    ErrorKind.BAD_ANSWER: Stage.BALANCE,
}


def steps_of(error: PandaError | None, *, encrypted: bool, by_proxy: bool) -> tuple[Step, ...]:
    """Returns the stages of a request for the balance.

    Args:
        error: how it ended; None for well.
        encrypted: the address begins with https.
        by_proxy: a proxy is on the way: it looks the name up, and nobody here can tell how that went.
    """
    failed = None if error is None else _FAILS.get(error.kind, Stage.KEY)
    unneeded = set() if encrypted else {Stage.SAFETY}
    if by_proxy and failed is not Stage.NAME:
        unneeded.add(Stage.NAME)
    steps = []
    reached = True
    for stage in Stage:
        if stage is failed:
            steps.append(Step(stage, Outcome.FAILED, error))
            reached = False
        elif stage in unneeded:
            steps.append(Step(stage, Outcome.NOT_NEEDED))
        else:
            steps.append(Step(stage, Outcome.GOOD if reached else Outcome.NOT_REACHED))
    return tuple(steps)
