"""What a schedule does to the services: which jobs, which faults on which bytes, and when who is killed.

Promise: values only; the same seed and number always give the same schedule.
"""

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tests.faults.media import mp4, png

KILLS: Final = (0, 1, 1, 2, 2, 3)
"""How many kills a schedule has: each as probable as it is often here."""
STEPS: Final = 76
"""Steps of a run from where it is ready to where its job has ended, at most."""
HOLDER_STEPS: Final = 24
"""Steps of a process that holds a request."""


class Dialect(StrEnum):
    """How the gateway gives a result."""

    IMAGE_LINKS = "image_links"
    IMAGE_BYTES = "image_bytes"
    HELD_LINK = "held_link"
    HELD_BYTES = "held_bytes"
    POLLED_LINK = "polled_link"
    POLLED_CONTENT = "polled_content"

    @property
    def is_image(self) -> bool:
        return self in (Dialect.IMAGE_LINKS, Dialect.IMAGE_BYTES)

    @property
    def is_polled(self) -> bool:
        return self in (Dialect.POLLED_LINK, Dialect.POLLED_CONTENT)

    @property
    def has_bytes_inside(self) -> bool:
        return self in (Dialect.IMAGE_BYTES, Dialect.HELD_BYTES)


class End(StrEnum):
    """How an answer ends before it is whole; a refusal is whole and says nothing definite."""

    RESET = "reset"
    CUT = "cut"
    STALL = "stall"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that ends after a part of its bytes (0 to 1)."""

    end: End
    part: float


@dataclass(frozen=True, slots=True)
class Order:
    """One paid job.

    Attributes:
        name: its prompt; unique.
        seed: of its files.
        size: about how many bytes a file has.
        count: files.
        delay_s: how long the gateway takes.
        post: what goes wrong with the one paid answer.
        polls: what goes wrong with the polls, one after the other, before the one that is answered.
        downloads: what goes wrong with the downloads, before they work.
        has_ranges: downloads can go on where they stopped.
    """

    name: str
    dialect: Dialect
    seed: int
    size: int
    count: int
    delay_s: float
    post: Fault | None
    polls: tuple[Fault, ...]
    downloads: tuple[Fault, ...]
    has_ranges: bool

    @property
    def files(self) -> tuple[bytes, ...]:
        """What must be on the disk in the end."""
        seeds = range(self.seed, self.seed + self.count)
        if self.dialect.is_image:
            return tuple(png(seed, side=max(4, int((self.size / 3) ** 0.5))) for seed in seeds)
        return tuple(mp4(seed, size=self.size) for seed in seeds)


@dataclass(frozen=True, slots=True)
class Kill:
    """When a run of the services is killed.

    Attributes:
        step: at that step, counted from `early` the start or else from when they are ready; 0: by time.
        after_s: seconds after they are ready.
        holder: what the processes it starts find in `killing.HOLDER`; empty: they live.
    """

    step: int = 0
    early: bool = False
    after_s: float = 0.0
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Jobs, and the kills of the runs that work on them; after the last kill a run goes on to the end."""

    number: int
    orders: tuple[Order, ...]
    kills: tuple[Kill, ...]
    last_holder: str

    @property
    def kills_holders(self) -> bool:
        """Whether a process that holds a request may be killed."""
        return bool(self.last_holder) or any(kill.holder for kill in self.kills)


SWEPT: Final = (STEPS + HOLDER_STEPS) * len(Dialect)
"""How many schedules kill once and at one step; together they kill at every step of every dialect."""


def planned(seed: int, number: int) -> Schedule:
    """Returns a schedule: by turns one of those that are swept, and one that is thrown."""
    dice = random.Random(f"{seed}/{number}")
    if number % 2 == 0 and number // 2 < SWEPT:
        return _swept(dice, number)
    orders = tuple(_order(dice, f"order {index}", index) for index in range(dice.choice((1, 1, 1, 2))))
    kills = tuple(_kill(dice) for _ in range(dice.choice(KILLS)))
    return Schedule(number, orders, kills, _holder(dice))


def _swept(dice: random.Random, number: int) -> Schedule:
    step, which = divmod(number // 2, len(Dialect))
    dialect = list(Dialect)[which]
    count = 2 if dialect.is_image else 1
    order = Order("order", dialect, dice.randrange(10**6), 4_000, count, 0.05, None, (), (), True)
    if step < STEPS:
        return Schedule(number, (order,), (Kill(step + 1),), "")
    return Schedule(number, (order,), (), f"step {step - STEPS + 1}")


def _order(dice: random.Random, name: str, index: int) -> Order:
    dialect = dice.choice(list(Dialect))
    return Order(
        name,
        dialect,
        seed=dice.randrange(10**6) * 10 + index * 5,
        size=dice.choice((300, 4_000, 60_000, 400_000)),
        count=dice.choice((1, 2, 3)) if dialect.is_image else 1,
        delay_s=dice.choice((0.0, 0.05, 0.3, 0.8)),
        post=_fault(dice) if dice.random() < 0.25 else None,
        polls=tuple(_fault(dice) for _ in range(dice.randrange(3))),
        downloads=tuple(_fault(dice) for _ in range(dice.randrange(4))),
        has_ranges=dice.random() < 0.7,
    )


def _fault(dice: random.Random) -> Fault:
    return Fault(dice.choice(list(End)), dice.random())


def _kill(dice: random.Random) -> Kill:
    holder = _holder(dice)
    if dice.random() < 0.35:
        return Kill(after_s=dice.choice((0.0, 0.2, 0.6, 1.5)) * dice.random(), holder=holder)
    early = dice.random() < 0.15
    return Kill(dice.randrange(1, 160 if early else STEPS), early, holder=holder)


def _holder(dice: random.Random) -> str:
    drawn = dice.random()
    if drawn < 0.1:
        return f"step {dice.randrange(1, HOLDER_STEPS + 1)}"
    return f"time {dice.random() * 0.9:.3f}" if drawn < 0.2 else ""
