"""From which chat over which pictures and videos something came, and what became of it, with the costs.

Promise: every paid job is counted once however many results it gave; an unknown cost is never taken for 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from panda_desktop.domain.media import MediaItem


class LinkKind(StrEnum):
    """What a link of the chain is."""

    CHAT = "chat"  # a message of a chat
    IMAGE = "image"  # made by a job
    VIDEO = "video"  # made by a job
    FRAME = "frame"  # grabbed from a video: free
    IMPORT = "import"  # brought in by the person: free


@dataclass(frozen=True, slots=True)
class LineageLink:
    """One link.

    Attributes:
        key: identity in this lineage.
        kind: what it is.
        parent_key: the link it was made from; None for where the chain begins.
        depth: 0 for where the chain begins.
        item: the item; None for a chat. In the trash when it has `deleted_at`.
        is_gone: the item was removed for good: only what is needed to go on is known of it.
        conversation_id: the chat, for `CHAT`.
        message_id: the message, for `CHAT`; empty for the chat as a whole.
        title: name of the chat, for `CHAT`; empty when it is gone.
        job_id: what made it; None for what was free.
        cost: what the whole job, or the answer of the chat, cost; None when it is not known.
        cost_is_shared: other paid calls overlapped, so `cost` is not this one's alone.
        results: how many results the job gave: `cost` is for all of them together.
    """

    key: str
    kind: LinkKind
    parent_key: str | None = None
    depth: int = 0
    item: MediaItem | None = None
    is_gone: bool = False
    conversation_id: str = ""
    message_id: str = ""
    title: str = ""
    job_id: str | None = None
    cost: Decimal | None = None
    cost_is_shared: bool = False
    results: int = 1

    @property
    def is_free(self) -> bool:
        """It cost nothing by itself."""
        if self.kind is LinkKind.CHAT:
            return self.cost is None
        return self.job_id is None


@dataclass(frozen=True, slots=True)
class ChainCost:
    """A sum over links.

    Attributes:
        known: sum of what is known.
        unknown: paid links whose cost is not known; the sum is a lower bound when there are any.
        is_shared: some of it may have been spent by other calls.
    """

    known: Decimal = Decimal(0)
    unknown: int = 0
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """What belongs together.

    Attributes:
        focus: key of the link it was asked for.
        links: every link, each after the one it was made from; siblings in order of creation.
        path: the links from the beginning to the focus.
        cost: of all links.
        path_cost: of the links of `path`: what it took to get here.
        is_cut: there are more links than are shown.
    """

    focus: str
    links: tuple[LineageLink, ...]
    path: tuple[LineageLink, ...]
    cost: ChainCost
    path_cost: ChainCost
    is_cut: bool = False


def cost_of(links: Iterable[LineageLink]) -> ChainCost:
    """Returns the sum over links, each job once."""
    known, unknown, is_shared = Decimal(0), 0, False
    counted: set[str] = set()
    for link in links:
        paid_by = link.job_id or link.key
        if link.is_free or paid_by in counted:
            continue
        counted.add(paid_by)
        if link.cost is None:
            unknown += 1
        else:
            known += link.cost
            is_shared = is_shared or link.cost_is_shared
    return ChainCost(known, unknown, is_shared)
