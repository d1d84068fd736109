"""Walks the tree of messages: the branch that is shown, siblings, and where a branch ends.

Promise: pure, linear in the number of messages, and safe against a tree that is damaged (no endless walk).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from panda_desktop.domain.chat import Message


def children_of(messages: Iterable[Message]) -> dict[str | None, list[Message]]:
    """Groups messages by parent, siblings in order of creation."""
    children: dict[str | None, list[Message]] = defaultdict(list)
    for message in sorted(messages, key=lambda message: message.seq):
        children[message.parent_id].append(message)
    return dict(children)


def branch_to(messages: Mapping[str, Message], leaf_id: str | None) -> list[Message]:
    """Returns the messages from the first to `leaf_id`; a parent that is missing ends the walk."""
    branch: list[Message] = []
    seen: set[str] = set()
    current = leaf_id
    while current is not None and current in messages and current not in seen:
        seen.add(current)
        branch.append(messages[current])
        current = messages[current].parent_id
    branch.reverse()
    return branch


def last_leaf(children: Mapping[str | None, Sequence[Message]], start_id: str | None) -> str | None:
    """Follows the newest child from `start_id` down to the end of the branch."""
    current = start_id
    seen: set[str | None] = set()
    while current not in seen and children.get(current):
        seen.add(current)
        current = children[current][-1].id
    return current
