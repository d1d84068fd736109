"""Reads values of files that others have written: whatever stands there, something usable comes out.

Promise: never raises for a value of the wrong type; a date is either sane or None.
"""

import hashlib
import math
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

TITLE_LENGTH: Final = 200
_JOINERS: Final = "\u200c\u200d"  # inside words and emoji
_NAMESPACE: Final = uuid.UUID("6f1d9c3e-5a0b-4e0e-9a52-8d5f1b7c2a64")
_EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
_MILLISECONDS_FROM: Final = 1e11
"""As seconds it would be the year 5138."""


def derived_id(*names: str) -> str:
    """Returns the identity of what an export calls by these names, always the same (RFC 9562, version 5).

    That is how a chat that comes a second time is known again. It looks like any other id of ours and says
    nothing of the names.
    """
    name = "\x1f".join(names).encode("utf-8", "surrogatepass")
    return uuid.uuid5(_NAMESPACE, hashlib.sha256(name).hexdigest()).hex


def text_of(value: Any) -> str:
    """Returns the value when it is text, else nothing."""
    return value if isinstance(value, str) else ""


def object_of(value: Any) -> dict[str, Any]:
    """Returns the value when it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def list_of(value: Any) -> list[Any]:
    """Returns the value when it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def one_line(text: str) -> str:
    """Returns text with control characters, line ends and runs of spaces as one space each."""
    return " ".join("".join(char if char.isprintable() or char in _JOINERS else " " for char in text).split())


def title_of(value: Any) -> str:
    """Returns a title: one line of at most 200 characters; nothing for what is no text."""
    return one_line(text_of(value)[: 4 * TITLE_LENGTH])[:TITLE_LENGTH].rstrip()


def date_of(value: Any, now: datetime) -> datetime | None:
    """Returns a date given as seconds or milliseconds since 1970, or in ISO 8601 (UTC when it does not say).

    None for anything else, before 2000, or after tomorrow.
    """
    try:
        if isinstance(value, str) and not value.replace(".", "", 1).isdigit():
            date = datetime.fromisoformat(value)
            date = date if date.tzinfo is not None else date.replace(tzinfo=UTC)
            date = date.astimezone(UTC)
        elif isinstance(value, int | float | str) and not isinstance(value, bool):
            seconds = float(value)
            if not math.isfinite(seconds):
                return None
            seconds = seconds / 1000 if seconds >= _MILLISECONDS_FROM else seconds
            date = datetime.fromtimestamp(seconds, UTC)
        else:
            return None
    except (ValueError, OverflowError, OSError):
        return None
    return date if _EARLIEST <= date <= now + timedelta(days=1) else None


def joined(pieces: Iterable[str]) -> str:
    """Joins the pieces that hold anything, one empty line between them."""
    return "\n\n".join(piece for piece in pieces if piece.strip())
