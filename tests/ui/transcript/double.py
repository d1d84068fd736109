"""A model for the transcript, filled by the tests, and sample messages."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.chat import Message, MessageState, Receipt, Role, Usage


@dataclass(frozen=True, slots=True)
class DoubleRow:
    """One row."""

    message: Message
    sibling_index: int = 1
    sibling_count: int = 1


class DoubleModel(QObject):
    """Rows in a list."""

    reset = Signal()
    inserted = Signal(int, int)
    removed = Signal(int, int)
    changed = Signal(int)
    grew = Signal(int)

    def __init__(self, rows: list[DoubleRow] | None = None) -> None:
        super().__init__()
        self.rows = rows or []
        self.asked = 0

    def count(self) -> int:
        return len(self.rows)

    def row(self, index: int) -> DoubleRow:
        self.asked += 1
        return self.rows[index]

    def append(self, row: DoubleRow) -> None:
        self.rows.append(row)
        self.inserted.emit(len(self.rows) - 1, 1)

    def grow(self, index: int, text: str = "", reasoning: str = "") -> None:
        row = self.rows[index]
        message = replace(
            row.message,
            text=row.message.text + text,
            reasoning=row.message.reasoning + reasoning,
            state=MessageState.STREAMING,
        )
        self.rows[index] = replace(row, message=message)
        self.grew.emit(index)

    def change(self, index: int, edit: Callable[[Message], Message]) -> None:
        row = self.rows[index]
        self.rows[index] = replace(row, message=edit(row.message))
        self.changed.emit(index)


_count = 0


def message(role: Role, text: str, **fields: object) -> Message:
    """Makes a message with an id of its own."""
    global _count
    _count += 1
    made = Message(f"m{_count}", "c", None, _count, role, text, datetime.now(UTC))
    return replace(made, **fields)  # type: ignore[arg-type]


def mine(text: str, **fields: object) -> DoubleRow:
    """Makes a row the person wrote."""
    return DoubleRow(message(Role.USER, text, **fields))


def answer(text: str, *, siblings: tuple[int, int] = (1, 1), **fields: object) -> DoubleRow:
    """Makes a row a model wrote."""
    fields = {"model": "auto:quality", "served_model": "deepseek-v4-flash", "finish_reason": "stop", **fields}
    return DoubleRow(message(Role.ASSISTANT, text, **fields), *siblings)


RECEIPT = Receipt(first_token_s=0.6, total_s=6.4, cost=Decimal("0.0021"))
USAGE = Usage(30, 412, 442)

ANSWER = """## Only when nothing was sent

Repeat it if the failure came **before the first byte** left: name lookup, connect, TLS.
After that the server may have acted, so ask it instead of asking again:

```python
async def wait_before(outcome, *, creates: bool):
    if creates and outcome.bytes_sent:
        return None          # never paid for twice
    return backoff(outcome)
```

| Failure | Sent? | Repeat |
|---|---|---|
| connection refused | no | yes |
| 524 after 100 s | yes | ask first |
"""
