"""Which messages of a chat are written, and in which order.

Promise: linear, and safe against a tree that is damaged; works on ids, so that no text need be in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from panda_desktop.services.exchange.trees import plant
from panda_desktop.storage.bulk import Link


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message stands: `place` of `count` versions beside each other, from 1."""

    message_id: str
    place: int = 1
    count: int = 1


def all_in_order(links: Sequence[Link]) -> list[Place]:
    """Returns all messages in order of creation."""
    return [Place(message_id) for message_id, _ in links]


def shown_branch(links: Sequence[Link], leaf_id: str | None) -> list[Place]:
    """Returns the branch that ends with `leaf_id`; when that is gone, the one of the last message."""
    parents = dict(links)
    current = leaf_id if leaf_id in parents else next(reversed(parents), None)
    branch: list[str] = []
    seen: set[str] = set()
    while current is not None and current in parents and current not in seen:
        seen.add(current)
        branch.append(current)
        current = parents[current]
    return [Place(message_id) for message_id in reversed(branch)]


def every_branch(links: Sequence[Link]) -> list[Place]:
    """Returns all messages, each version with what follows it before the next version."""
    tree = plant(dict(links))
    beside: dict[str | None, int] = {}
    numbers: dict[str, int] = {}
    for message_id in tree.order:
        parent = tree.parents[message_id]
        beside[parent] = beside.get(parent, 0) + 1
        numbers[message_id] = beside[parent]
    return [Place(each, numbers[each], beside[tree.parents[each]]) for each in tree.order]
