r"""Puts JSON events together to values, one chat or message at a time.

Promise: no value is held that is over the stated limits of size and depth: it becomes a `Refusal`; and two
members of one name are both kept, the later ones as `name\x00`, `name\x00\x00`, …

The root is a list of chats, or an object whose member `conversations` is one. In our own form a chat is an
object whose members `messages` and `files` are handed over one by one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any, Final

from panda_desktop.domain.exchange import Reason
from panda_desktop.services.exchange.tokens import Event

MAX_WEIGHT: Final = 512 * 1024 * 1024
"""Characters of a value plus `_COST` for each value inside: about the bytes it takes in memory."""
MAX_DEPTH: Final = 200
_COST: Final = 64
_STARTS: Final = {"start_map": dict, "start_array": list}
_ENDS: Final = ("end_map", "end_array")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Stands for a value that was over a limit (`TOO_BIG`, `TOO_DEEP`)."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class About:
    """A member of the root object."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Whole:
    """A chat, or whatever stands in its place."""

    value: Any


@dataclass(frozen=True, slots=True)
class Header:
    """A member of a chat of ours."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of a chat of ours."""

    value: Any


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes with messages of a chat of ours."""

    value: Any


@dataclass(frozen=True, slots=True)
class Closed:
    """A chat of ours has ended."""


Found = About | Whole | Header | Entry | File | Closed


class _Place(Enum):
    """A container that is walked through and not put together."""

    ROOT = auto()
    CHATS = auto()
    CHAT = auto()
    ENTRIES = auto()
    FILES = auto()


_WALKED: Final = {"messages": _Place.ENTRIES, "files": _Place.FILES}


class Picker:
    """Finds the chats in a stream of events.

    Attributes:
        ours: set it once the root says that the file is ours.
        has_chats: a list of chats has begun.
    """

    def __init__(self) -> None:
        """Starts before the root."""
        self._places: list[_Place] = []
        self._name = ""
        self._building: _Building | None = None
        self.ours = False
        self.has_chats = False

    def feed(self, events: Iterable[Event]) -> Iterator[Found]:
        """Yields what the events complete."""
        left = iter(events)
        while True:
            if self._building is not None:
                if not self._building.take(left):
                    return
                value = self._building.value
                self._building = None
                yield self._found(value)
            event = next(left, None)
            if event is None:
                return
            found = self._step(*event)
            if found is not None:
                yield found

    def _step(self, kind: str, value: Any) -> Found | None:
        if kind == "map_key":
            self._name = value
        elif kind in _ENDS:
            return Closed() if self._places.pop() is _Place.CHAT else None
        elif (inner := self._inner(kind)) is not None:
            self._places.append(inner)
            self.has_chats |= inner is _Place.CHATS
        elif kind in _STARTS:
            self._building = _Building(kind)
        else:
            return self._found(float(value) if isinstance(value, Decimal) else value)
        return None

    def _inner(self, kind: str) -> _Place | None:
        """Returns which container begins here, if it is one that is walked through."""
        place = self._places[-1] if self._places else None
        if kind == "start_map":
            if place is None:
                return _Place.ROOT
            return _Place.CHAT if place is _Place.CHATS and self.ours else None
        if kind == "start_array":
            if place is None or (place is _Place.ROOT and self._name == "conversations"):
                return _Place.CHATS
            return _WALKED.get(self._name) if place is _Place.CHAT else None
        return None

    def _found(self, value: Any) -> Found:
        match self._places[-1] if self._places else None:
            case _Place.ROOT:
                return About(self._name, value)
            case _Place.CHAT:
                return Header(self._name, value)
            case _Place.ENTRIES:
                return Entry(value)
            case _Place.FILES:
                return File(value)
            case _:
                return Whole(value)


class _Building:
    """A value that is being put together."""

    def __init__(self, kind: str) -> None:
        self.value: Any = _STARTS[kind]()
        self._current: Any = self.value
        self._outer: list[Any] = []
        self._name = ""
        self._depth = 1
        self._weight = 0

    def take(self, events: Iterator[Event]) -> bool:
        """Takes events up to the end of the value; returns whether it has come."""
        current, name, depth, weight = self._current, self._name, self._depth, self._weight
        outer = self._outer
        refused = isinstance(self.value, Refusal)
        for kind, value in events:
            if kind == "map_key":
                name = value
                continue
            if kind in _ENDS:
                depth -= 1
                if not depth:
                    return True
                if not refused:
                    current = outer.pop()
                continue
            opens = kind in _STARTS
            if opens:
                depth += 1
                value = _STARTS[kind]()
            elif kind == "string":
                weight += len(value)
            elif type(value) is Decimal:
                value = float(value)
            weight += _COST
            if refused:
                continue
            if weight > MAX_WEIGHT or depth > MAX_DEPTH:
                self._refuse(Reason.TOO_BIG if weight > MAX_WEIGHT else Reason.TOO_DEEP)
                refused = True
                current = None
            elif type(current) is dict:
                while name in current:
                    name += "\0"
                current[name] = value
            else:
                current.append(value)
            if opens and not refused:
                outer.append(current)
                current = value
        self._current, self._name, self._depth, self._weight = current, name, depth, weight
        return False

    def _refuse(self, reason: Reason) -> None:
        self.value = Refusal(reason)
        self._current = None
        self._outer.clear()
