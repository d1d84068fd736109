"""Makes a sound tree of messages that name their predecessors, whatever they name.

Promise: every message comes exactly once, after its predecessor, siblings in their order; linear.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """A sound tree.

    Attributes:
        order: all names, predecessors first.
        parents: the predecessor of each; None where a branch starts.
        leaves: names nobody follows.
        broken: names whose predecessor was missing or came after them in a circle: they start a branch now.
    """

    order: tuple[str, ...]
    parents: Mapping[str, str | None]
    leaves: frozenset[str]
    broken: frozenset[str]


def plant(parents: Mapping[str, str | None], siblings: Mapping[str, Sequence[str]] | None = None) -> Tree:
    """Returns the tree of the given names, in the given order where nothing else decides.

    Args:
        parents: the name each one follows; None for none.
        siblings: the names that follow one, in the order they shall have.
    """
    broken = {name for name, parent in parents.items() if parent is not None and parent not in parents}
    sound: dict[str, str | None] = {
        name: None if name in broken else parent for name, parent in parents.items()
    }
    children: dict[str | None, list[str]] = {}
    for name, parent in sound.items():
        children.setdefault(parent, []).append(name)
    for parent, wanted in (siblings or {}).items():
        if len(followers := children.get(parent, [])) > 1:
            places = {name: place for place, name in enumerate(wanted)}
            followers.sort(key=lambda name: places.get(name, len(places)))
    order = _walk(children.get(None, []), children, set())
    if len(order) < len(sound):
        _cut_circles(order, sound, children, broken)
    leaves = frozenset(name for name in order if not children.get(name))
    return Tree(tuple(order), sound, leaves, frozenset(broken))


def _cut_circles(
    order: list[str],
    sound: dict[str, str | None],
    children: dict[str | None, list[str]],
    broken: set[str],
) -> None:
    """Adds what no root leads to: one name of each circle becomes a root."""
    seen = set(order)
    for name in sound:
        if name in seen:
            continue
        above: set[str] = set()
        current: str | None = name
        while current is not None and current not in above:
            above.add(current)
            current = sound[current]
        assert current is not None, "what no root leads to hangs on a circle"
        children[sound[current]].remove(current)
        sound[current] = None
        broken.add(current)
        order.extend(_walk([current], children, seen))


def _walk(roots: Sequence[str], children: Mapping[str | None, Sequence[str]], seen: set[str]) -> list[str]:
    order: list[str] = []
    waiting = list(reversed(roots))
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        order.append(name)
        waiting.extend(reversed(children.get(name, ())))
    return order
