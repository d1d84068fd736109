"""What a job card says and offers, as a value.

Promise: everything on a card is decided here and in `job_words`, so it can be tested without a widget.
"""

from dataclasses import dataclass
from decimal import Decimal

from panda_desktop.domain.account import Balance
from panda_desktop.domain.jobs import Job, UsualTime
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.videos.deeds import Deed


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What is known when a card is worded.

    Attributes:
        job: the job.
        items: its videos that are not in the trash.
        elapsed: seconds since it was sent; None while it was not.
        usual: what such a job took so far; None when nobody knows.
        price: money such a job usually costs; None when nobody knows.
        balance: the account now.
        wait_cap_minutes: the longest wait of the settings.
        queued_here: it was queued in this run and waits for its turn; else it was left by the last run.
        asking: the gateway is being asked again.
        note: a sentence about what was just tried.
    """

    job: Job
    items: tuple[MediaItem, ...] = ()
    elapsed: float | None = None
    usual: UsualTime | None = None
    price: Decimal | None = None
    balance: Balance | None = None
    wait_cap_minutes: int = 60
    queued_here: bool = True
    asking: bool = False
    note: str = ""

    @property
    def currency(self) -> str:
        """The currency of the account."""
        return self.balance.currency if self.balance is not None else "usd"


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card shows; every text is plain.

    Attributes:
        status: the state in words.
        tone: role of the label with the state: `small`, `warning`, `danger`.
        extra: a second, quiet line.
        spinning: something is going on.
        received: bytes of a running download; None when there is none.
        total: bytes it will be; None when nobody said.
        deeds: buttons, in order.
        more: what stands in the menu besides.
        details: what the other side said, shown on demand.
        excerpt: the beginning of an answer that held no video.
    """

    status: str
    tone: str = "small"
    extra: str = ""
    spinning: bool = False
    received: int | None = None
    total: int | None = None
    deeds: tuple[Deed, ...] = ()
    more: tuple[Deed, ...] = ()
    details: str = ""
    excerpt: str = ""
