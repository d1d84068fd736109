"""What a screen reader needs to know of a conversation that is shown.

Promise: plain questions about rows; who answers them need not know how they are told.
"""

from typing import Protocol

from PySide6.QtCore import QPoint, QRectF

from panda_desktop.ui.transcript.contract import Row


class Document(Protocol):
    """What the accessible objects ask the view."""

    def row_count(self) -> int:
        """Number of messages."""
        ...

    def row(self, index: int) -> Row:
        """A message."""
        ...

    def spoken_name(self, row: int) -> str:
        """Who speaks, and in what state the message is."""
        ...

    def spoken_text(self, row: int) -> str:
        """The text of a message as it is read."""
        ...

    def spoken_actions(self, row: int) -> list[tuple[str, QRectF]]:
        """The visible buttons and links of a message, with their place in the viewport."""
        ...

    def press_action(self, row: int, index: int) -> None:
        """Does what the button or link at this place in `spoken_actions` does."""
        ...

    def row_rect(self, row: int) -> QRectF:
        """Where a message is in the viewport; empty when it is out of view."""
        ...

    def focused_row(self) -> int:
        """The message with the keyboard focus, or -1."""
        ...

    def row_at(self, point: QPoint) -> int:
        """The message at a point of the viewport, or -1."""
        ...
