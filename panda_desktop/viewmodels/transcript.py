"""The branch of a conversation that is shown, as rows for the transcript.

Promise: text that streams is told at most once a frame, and a change of branch touches only the rows that
differ.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.branch import branch_to, children_of
from panda_desktop.domain.chat import Message
from panda_desktop.viewmodels.frames import NextFrame


@dataclass(frozen=True, slots=True)
class TranscriptRow:
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
        self._rows: list[TranscriptRow] = []
        self._places: dict[str, int] = {}
        self._frame = NextFrame(self, self._tell_growth)

    def count(self) -> int:
        """Returns the number of rows."""
        return len(self._rows)

    def row(self, index: int) -> TranscriptRow:
        """Returns a row, 0 to `count() - 1`."""
        return self._rows[index]

    def messages(self) -> tuple[Message, ...]:
        """Returns the messages of the branch in order."""
        return tuple(row.message for row in self._rows)

    def message(self, message_id: str) -> Message | None:
        """Returns a message of the branch, None for any other."""
        place = self._places.get(message_id)
        return None if place is None else self._rows[place].message

    def show(self, conversation_id: str, messages: Iterable[Message], leaf_id: str | None) -> None:
        """Shows the branch of `messages` that ends at `leaf_id`."""
        rows = _rows(tuple(messages), leaf_id)
        if conversation_id != self._conversation_id:
            self._conversation_id = conversation_id
            self._frame.clear()
            self._replace(rows)
            self.reset.emit()
        else:
            self._move_to(rows)

    def clear(self) -> None:
        """Shows nothing."""
        self.show("", (), None)

    def append(self, message: Message) -> None:
        """Adds a message at the end of the branch that is shown."""
        if message.conversation_id != self._conversation_id or message.id in self._places:
            return
        self._places[message.id] = len(self._rows)
        self._rows.append(TranscriptRow(message))
        self.inserted.emit(len(self._rows) - 1, 1)

    def grow(self, message: Message) -> None:
        """Takes a message that has more text; told with the next frame."""
        place = self._places.get(message.id)
        if place is None:
            return
        before = self._rows[place]
        self._rows[place] = _with(before, message)
        if before.message.state is message.state:
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
        self._rows[place] = _with(self._rows[place], message)
        self.changed.emit(place)

    def _tell_growth(self, message_id: str) -> None:
        place = self._places.get(message_id)
        if place is not None:
            self.grew.emit(place)

    def _replace(self, rows: Sequence[TranscriptRow]) -> None:
        self._rows = list(rows)
        self._places = {row.message.id: place for place, row in enumerate(rows)}

    def _move_to(self, rows: list[TranscriptRow]) -> None:
        """Keeps the rows both branches begin with, so that nothing on the screen jumps."""
        old = self._rows
        same = 0
        while same < min(len(old), len(rows)) and old[same].message.id == rows[same].message.id:
            same += 1
        differing = [place for place in range(same) if old[place] != rows[place]]
        gone = len(old) - same
        self._replace(old[:same])
        if gone:
            self.removed.emit(same, gone)
        self._replace(rows)
        for place in differing:
            self.changed.emit(place)
        if len(rows) > same:
            self.inserted.emit(same, len(rows) - same)


def _with(row: TranscriptRow, message: Message) -> TranscriptRow:
    return TranscriptRow(message, row.sibling_index, row.sibling_count)


def _rows(messages: Sequence[Message], leaf_id: str | None) -> list[TranscriptRow]:
    children = children_of(messages)
    rows = []
    for message in branch_to({message.id: message for message in messages}, leaf_id):
        siblings = [each.id for each in children[message.parent_id] if each.role is message.role]
        rows.append(TranscriptRow(message, siblings.index(message.id) + 1, len(siblings)))
    return rows
