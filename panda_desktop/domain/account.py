"""The account: where it is reached and what it holds.

Promise: money is exact (`Decimal`), and an unknown amount is `None`, never 0.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

OFFICIAL_BASE_URL: Final = "https://api.pandaworld.space/v1"
OFFICIAL_ALTERNATIVE: Final = "https://pandaworld.space/api/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the gateway is reached.

    Attributes:
        base_url: normalised address ending in the API root, without a slash at the end.
        alternative: a second address of the same gateway, tried in the connect phase only.
        is_demo: the answers come from the demo gateway on this computer.
    """

    base_url: str
    alternative: str | None = None
    is_demo: bool = False


OFFICIAL: Final = Endpoint(OFFICIAL_BASE_URL, OFFICIAL_ALTERNATIVE)


@dataclass(frozen=True, slots=True)
class Balance:
    """What the account held at one moment.

    Attributes:
        amount: money left, in `currency`; None when the answer named none.
        currency: lower-case ISO 4217 code as the gateway sends it (`usd`).
        total_spent: money spent ever, when the answer named it.
        fetched_at: aware UTC time of the answer.
    """

    amount: Decimal | None
    currency: str
    total_spent: Decimal | None
    fetched_at: datetime


def spent_between(before: Balance | None, after: Balance) -> Decimal | None:
    """Returns the money that left the account between two readings; None when they do not tell.

    A payment in between hides a part of the fall, or all of it: then what was spent ever has grown by more.
    """
    if before is None or before.currency != after.currency:
        return None
    found = []
    if before.amount is not None and after.amount is not None:
        found.append(before.amount - after.amount)
    if before.total_spent is not None and after.total_spent is not None:
        found.append(after.total_spent - before.total_spent)
    return max((each for each in found if each >= 0), default=None)


class KeyState(StrEnum):
    """Where the key is."""

    MISSING = "missing"
    STORED = "stored"  # in the OS keyring
    SESSION_ONLY = "session_only"  # in memory: no safe store, or it refused
    FROM_ENVIRONMENT = "from_environment"  # PANDA_API_KEY: serves one run
    LOCKED = "locked"  # one was saved, the keyring does not give it
    NOT_NEEDED = "not_needed"  # the demo gateway is in use


class Connection(StrEnum):
    """What the last call to the gateway showed."""

    UNKNOWN = "unknown"
    ONLINE = "online"
    OFFLINE = "offline"
    KEY_REFUSED = "key_refused"
