"""Request bodies as bytes.

Promise: pictures of any size are put in and sent in small steps, so that nothing holds up the event loop.
"""

import asyncio
import json
import re
import secrets
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

LARGE: Final = 64 * 1024
"""Characters of a picture from which on it is put in as it is: nothing in base64 needs to be escaped."""
PIECE: Final = 256 * 1024
"""Bytes that are handed to the connection at once: encrypting 50 MB in one go takes too long."""
_PICTURE: Final = re.compile(r"data:image/[a-z]+;base64,[A-Za-z0-9+/]")


async def encoded(body: dict[str, Any]) -> tuple[bytes, ...]:
    """Returns a body as JSON in ASCII, cut at its large pictures, which are base64 of our own making."""
    found: list[str] = []
    mark = f"<{secrets.token_hex(16)}>"
    small = json.dumps(_without_pictures(body, mark, found), ensure_ascii=True)
    if not found:
        return (small.encode(),)
    first, *rest = small.split(mark)
    parts = [first.encode()]
    for picture, part in zip(found, rest, strict=True):
        parts += (await asyncio.to_thread(picture.encode), part.encode())
    return tuple(parts)


async def pieces(parts: Sequence[bytes]) -> AsyncIterator[bytes]:
    """Yields a body in pieces."""
    for part in parts:
        for start in range(0, len(part), PIECE):
            yield part[start : start + PIECE]


def _without_pictures(value: Any, mark: str, found: list[str]) -> Any:
    """Returns the value with each large picture taken into `found`, the mark in its place."""
    if isinstance(value, dict):
        return {name: _without_pictures(each, mark, found) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_pictures(each, mark, found) for each in value]
    if isinstance(value, str) and len(value) >= LARGE and value.isascii() and _PICTURE.match(value):
        found.append(value)
        return mark
    return value
