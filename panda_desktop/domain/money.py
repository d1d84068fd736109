"""What was spent: one entry a paid call, and the sums over them.

Promise: money is exact and keeps its currency; a charge nobody knows is None, never 0, and no sum mixes
currencies.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class SpendKind(StrEnum):
    """What a paid call was for."""

    CHAT = "chat"
    IMAGE = "image"
    VIDEO = "video"
    COMPLETION = "completion"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a paid call is made for, before it is made.

    Attributes:
        kind: what for.
        model: as asked.
        conversation_id: the chat it belongs to.
        job_id: the job it belongs to.
        count: images or videos asked for; 0 for text.
        prompt_tokens: about how many are sent, when that is known.
        most_written: the most tokens that may be written; None when that is not limited.
        predicted: the expected cost in `currency`; None when nobody named a price.
        currency: of `predicted`; empty without one.
    """

    kind: SpendKind
    model: str
    conversation_id: str | None = None
    job_id: str | None = None
    count: int = 0
    prompt_tokens: int | None = None
    most_written: int | None = None
    predicted: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One paid call.

    Attributes:
        id: ours.
        at: aware UTC time at which it was admitted, before its first byte.
        day: the person's own calendar day at that time.
        profile: id of the profile that pays; `demo` for the demo gateway.
        base_url: the gateway.
        kind: what for.
        model: as asked.
        served_model: as the answer names it; empty when it does not.
        conversation_id: the chat it belongs to.
        job_id: the job it belongs to.
        count: images or videos asked for; 0 for text.
        prompt_tokens, completion_tokens: as the answer counts them.
        predicted: what was expected before sending; None when nobody named a price.
        charged: its part of what the balance fell; None until that is known, or for ever.
        shared: other paid calls were open over the same fall, which was divided between them.
        currency: of both amounts, lower case; empty while it is not known.
        ended: it is over.
    """

    id: str
    at: datetime
    day: date
    profile: str
    base_url: str
    kind: SpendKind
    model: str
    served_model: str = ""
    conversation_id: str | None = None
    job_id: str | None = None
    count: int = 0
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    predicted: Decimal | None = None
    charged: Decimal | None = None
    shared: bool = False
    currency: str = ""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class SpendingFilter:
    """Which entries are meant.

    Attributes:
        since: the first day; None from the beginning.
        until: the last day; None up to now.
        profile: id of the profile that paid; empty for all but the demo's.
    """

    since: date | None = None
    until: date | None = None
    profile: str = ""


class Grouping(StrEnum):
    """What entries are put together by."""

    DAY = "day"
    MODEL = "model"
    KIND = "kind"
    CHAT = "chat"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class SumRow:
    """The entries of one group in one currency.

    Attributes:
        key: a day as `YYYY-MM-DD`, a model, a kind, the id of a chat (empty for what belongs to none) or of a
            profile.
        title: the title of the chat when it is there; empty otherwise.
        currency: of the amounts; empty for entries whose charge nobody knows.
        count: entries.
        charged: the sum of the known charges.
        predicted: the sum of the predictions of entries whose charge is known too.
        unknown: entries without a known charge.
    """

    key: str
    currency: str
    count: int
    charged: Decimal
    predicted: Decimal
    unknown: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The gateway's own total beside the sum of the entries, for one account in one currency.

    Attributes:
        profile: who pays.
        currency: of the amounts.
        since: the first reading of the total, aware UTC.
        gateway: how much the gateway's total grew since then.
        explained: the known charges of the entries begun since then.
        unknown: entries since then without a known charge.
    """

    profile: str
    currency: str
    since: datetime
    gateway: Decimal
    explained: Decimal
    unknown: int

    @property
    def unexplained(self) -> Decimal:
        """What the entries do not explain: other programs, late charges. Negative after a refund."""
        return self.gateway - self.explained


@dataclass(frozen=True, slots=True)
class SpendingReport:
    """All sums of a filter.

    Attributes:
        rows: by grouping; days in order, the others by amount.
        totals: one a currency, `key` empty.
        reconciliations: over all time, of the accounts in the filter.
    """

    rows: dict[Grouping, tuple[SumRow, ...]]
    totals: tuple[SumRow, ...]
    reconciliations: tuple[Reconciliation, ...] = ()


class EntryOrder(StrEnum):
    """How entries are sorted."""

    TIME = "time"
    MODEL = "model"
    KIND = "kind"
    PREDICTED = "predicted"
    CHARGED = "charged"
