"""The branch of a conversation that is shown, as rows for the transcript.

Promise: text that streams is told at most once a frame, a change of branch touches only the rows that
differ, and of a long branch a row is made only when it is looked at.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.branch import branch_to, children_of
from panda_desktop.domain.chat import Message
from panda_desktop.viewmodels.frames import NextFrame

_ALONE: Final = (1, 1)
"""Place and number of siblings of a message that has none; such messages are not written down."""


class TranscriptRow(msgspec.Struct, frozen=True):
    """One message of the branch and its place among its siblings, from 1."""

    message: Message
    sibling_index: int = 1
    sibling_count: int = 1


class TranscriptRows(QObject):
    """Rows in the order of reading.

    Signals:
        reset: everything is different.
        inserted(int, int): first and count of rows that are new.
        removed(int, int): first and count of rows that are gone.
        changed(int): a row may differ in anything.
        grew(int): a row has more text or reasoning at its end.
    """

    reset = Signal()
    inserted = Signal(int, int)
    removed = Signal(int, int)
    changed = Signal(int)
    grew = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes an empty transcript."""
        super().__init__(parent)
        self._conversation_id = ""
        self._messages: list[Message] = []
        self._siblings: Mapping[str, tuple[int, int]] = {}
        self._places: dict[str, int] = {}
        self._frame = NextFrame(self, self._tell_growth)

    def count(self) -> int:
        """Returns the number of rows."""
        return len(self._messages)

    def row(self, index: int) -> TranscriptRow:
        """Returns a row, 0 to `count() - 1`."""
        message = self._messages[index]
        return TranscriptRow(message, *self._siblings.get(message.id, _ALONE))

    def messages(self) -> tuple[Message, ...]:
        """Returns the messages of the branch in order."""
        return tuple(self._messages)

    def message(self, message_id: str) -> Message | None:
        """Returns a message of the branch, None for any other."""
        place = self._places.get(message_id)
        return None if place is None else self._messages[place]

    def show(self, conversation_id: str, messages: Iterable[Message], leaf_id: str | None) -> None:
        """Shows the branch of `messages` that ends at `leaf_id`."""
        known = tuple(messages)
        branch = branch_to({message.id: message for message in known}, leaf_id)
        siblings = _siblings(known, branch)
        if conversation_id != self._conversation_id:
            self._conversation_id = conversation_id
            self._frame.clear()
            self._replace(branch)
            self._siblings = siblings
            self.reset.emit()
        else:
            self._move_to(branch, siblings)

    def clear(self) -> None:
        """Shows nothing."""
        self.show("", (), None)

    def append(self, message: Message) -> None:
        """Adds a message at the end of the branch that is shown."""
        if message.conversation_id != self._conversation_id or message.id in self._places:
            return
        self._places[message.id] = len(self._messages)
        self._messages.append(message)
        self.inserted.emit(len(self._messages) - 1, 1)

    def grow(self, message: Message) -> None:
        """Takes a message that has more text; told with the next frame."""
        place = self._places.get(message.id)
        if place is None:
            return
        before = self._messages[place]
        self._messages[place] = message
        if before.state is message.state:
            self._frame.due(message.id)
        else:
            self._frame.forget(message.id)
            self.changed.emit(place)

    def update(self, message: Message) -> None:
        """Takes a message that may differ in anything; told at once."""
        place = self._places.get(message.id)
        if place is None:
            return
        self._frame.forget(message.id)
        self._messages[place] = message
        self.changed.emit(place)

    def _tell_growth(self, message_id: str) -> None:
        place = self._places.get(message_id)
        if place is not None:
            self.grew.emit(place)

    def _replace(self, messages: list[Message]) -> None:
        self._messages = messages
        self._places = {message.id: place for place, message in enumerate(messages)}

    def _move_to(self, new: list[Message], siblings: Mapping[str, tuple[int, int]]) -> None:
        """Keeps the rows both branches begin with, so that nothing on the screen jumps."""
        old, before = self._messages, self._siblings
        same = 0
        while same < min(len(old), len(new)) and old[same].id == new[same].id:
            same += 1
        differing = [
            place
            for place, message in enumerate(new[:same])
            if old[place] != message or before.get(message.id) != siblings.get(message.id)
        ]
        gone = len(old) - same
        if gone:
            self._replace(old[:same])
            self.removed.emit(same, gone)
        self._replace(new)
        self._siblings = siblings
        for place in differing:
            self.changed.emit(place)
        if len(new) > same:
            self.inserted.emit(same, len(new) - same)


def _siblings(messages: Sequence[Message], branch: Sequence[Message]) -> dict[str, tuple[int, int]]:
    """Returns place, from 1, and number of siblings of the messages of a branch that have any.

    Nearly every message follows another alone: only where a parent has several are they put in order.
    """
    crowded = {
        parent for parent, count in Counter(map(attrgetter("parent_id"), messages)).items() if count > 1
    }
    children = children_of(message for message in messages if message.parent_id in crowded)
    found = {}
    for message in branch:
        if message.parent_id in crowded:
            alike = [each.id for each in children[message.parent_id] if each.role is message.role]
            if len(alike) > 1:
                found[message.id] = alike.index(message.id) + 1, len(alike)
    return found
