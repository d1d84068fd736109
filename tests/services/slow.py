"""Lets one call be slow, so that what happens meanwhile happens in a known order."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Slow:
    """A call that waits: `reached` is set when it has come to waiting, and `go` lets it go on."""

    reached: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)


@contextmanager
def slow(owner: Any, name: str, *, after: bool = False) -> Iterator[Slow]:
    """Makes the next call of a method wait before it does its work, or `after` it: before its caller hears of
    it.
    """
    work, waiting = getattr(owner, name), Slow()

    async def call(*given: Any, **named: Any) -> Any:
        setattr(owner, name, work)
        if after:
            result = await work(*given, **named)
        waiting.reached.set()
        await waiting.go.wait()
        return result if after else await work(*given, **named)

    setattr(owner, name, call)
    try:
        yield waiting
    finally:
        setattr(owner, name, work)
        waiting.go.set()
