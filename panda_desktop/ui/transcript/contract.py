"""What the transcript needs from the model that feeds it.

Promise: nothing else of the model is used, so any object with these members can be shown.
"""

from typing import Any, Protocol

from panda_desktop.domain.chat import Message


class Row(Protocol):
    """One message of the branch that is shown.

    Attributes:
        message: the message.
        sibling_index: its place among the answers (or edits) it can be switched with, from 1.
        sibling_count: how many there are; 1 when there is nothing to switch.
    """

    @property
    def message(self) -> Message:
        """The message."""
        ...

    @property
    def sibling_index(self) -> int:
        """Its place, from 1."""
        ...

    @property
    def sibling_count(self) -> int:
        """How many there are."""
        ...


class RowModel(Protocol):
    """Rows and the signals that tell of changes (all `PySide6.QtCore.Signal`).

    Attributes:
        reset: everything is different.
        inserted: `(first, count)` rows are new.
        removed: `(first, count)` rows are gone.
        changed: `(row,)` may differ in anything.
        grew: `(row,)` has more text or reasoning at its end; at most once a frame.
    """

    reset: Any
    inserted: Any
    removed: Any
    changed: Any
    grew: Any

    def count(self) -> int:
        """Returns the number of rows."""
        ...

    def row(self, index: int) -> Row:
        """Returns a row, 0 to `count() - 1`."""
        ...
