"""The bus: typed changes from the services to whoever shows them.

Promise: one listener's failure reaches neither the publisher nor the other listeners.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from panda_desktop.domain.changes import Change

C = TypeVar("C")
_log = logging.getLogger(__name__)


class Bus:
    """Delivers each change at once, in the order of subscription, to those who asked for its type."""

    def __init__(self) -> None:
        """Makes a bus without listeners."""
        self._listeners: defaultdict[type, list[Callable[[Any], None]]] = defaultdict(list)

    def subscribe(self, change_type: type[C], listener: Callable[[C], None]) -> Callable[[], None]:
        """Calls `listener` with every change of exactly that type; returns what ends it."""
        listeners = self._listeners[change_type]
        listeners.append(listener)

        def unsubscribe() -> None:
            if listener in listeners:
                listeners.remove(listener)

        return unsubscribe

    def publish(self, change: Change) -> None:
        """Tells every listener; a listener that raises is logged as a bug."""
        for listener in tuple(self._listeners[type(change)]):
            try:
                listener(change)
            except Exception:
                _log.exception("a listener failed on %s", type(change).__name__)

    def branch(self) -> "Branch":
        """Returns a bus of the same changes whose listeners can be ended together."""
        return Branch(self)


class Branch(Bus):
    """The listeners of something that ends before the bus does, such as a window."""

    def __init__(self, bus: Bus) -> None:
        """Makes a branch without listeners."""
        super().__init__()
        self._bus = bus
        self._ends: list[Callable[[], None]] = []

    def subscribe(self, change_type: type[C], listener: Callable[[C], None]) -> Callable[[], None]:
        """As on the bus itself."""
        end = self._bus.subscribe(change_type, listener)
        self._ends.append(end)
        return end

    def publish(self, change: Change) -> None:
        """Tells every listener of the bus itself."""
        self._bus.publish(change)

    def end(self) -> None:
        """Ends all who listen by this branch."""
        for end in self._ends:
            end()
        self._ends.clear()
