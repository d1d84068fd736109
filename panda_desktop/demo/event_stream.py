"""Sends an answer piece by piece as server-sent events, as OpenAI's interface does.

Promise: pieces leave at the pace of the model, and what was sent is charged however the stream ends.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import zip_longest
from typing import Any, Final

from starlette.responses import Response, StreamingResponse

from panda_desktop.demo.answers import Answer
from panda_desktop.demo.faults import CutConnection
from panda_desktop.demo.replies import encode

KEEP_ALIVE: Final = b": keep-alive\n\n"
DONE: Final = b"data: [DONE]\n\n"
_KEEP_ALIVE_EVERY: Final = 200
_YIELD_EVERY: Final = 16
_SPOILED_AFTER: Final = 12

# index of the choice, field (`reasoning_content` or `content`), text
Piece = tuple[int, str, str]


def event(value: Any) -> bytes:
    """Returns one event."""
    return b"data: " + encode(value) + b"\n\n"


def event_response(events: AsyncIterator[bytes]) -> Response:
    """Returns the response that sends events."""
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


def pieces(answers: list[Answer]) -> Iterator[Piece]:
    """Yields the pieces of all choices, interleaved as parallel choices are."""
    columns = [
        [
            *((index, "reasoning_content", text) for text in answer.reasoning),
            *((index, "content", text) for text in answer.content),
        ]
        for index, answer in enumerate(answers)
    ]
    for row in zip_longest(*columns):
        yield from (piece for piece in row if piece is not None)


async def paced(answers: list[Answer], tokens_per_s: float) -> AsyncIterator[Piece]:
    """Yields the pieces, each at its time."""
    loop = asyncio.get_running_loop()
    start = loop.time()
    for index, piece in enumerate(pieces(answers)):
        ahead = start + index / tokens_per_s - loop.time()
        if ahead > 0.002:
            await asyncio.sleep(ahead)
        elif index % _YIELD_EVERY == 0:
            await asyncio.sleep(0)
        yield piece


async def stream(
    answers: list[Answer],
    tokens_per_s: float,
    chunk: Callable[[Piece], bytes],
    ending: Callable[[], list[bytes]],
    settle: Callable[[int], None],
    spoil: str | None,
) -> AsyncIterator[bytes]:
    """Yields the bytes of a streamed answer.

    Args:
        answers: the choices.
        tokens_per_s: pace.
        chunk: makes the event of one piece.
        ending: makes the events after the last piece, before `[DONE]`.
        settle: called exactly once with the number of pieces sent, before the stream ends.
        spoil: `cut`, `stream` or None: how the stream goes wrong after a few pieces.
    """
    sent = 0
    try:
        yield KEEP_ALIVE
        async for piece in paced(answers, tokens_per_s):
            yield chunk(piece)
            sent += 1
            if spoil and sent >= _SPOILED_AFTER:
                break
            if sent % _KEEP_ALIVE_EVERY == 0:
                yield KEEP_ALIVE
    finally:
        settle(sent)
    if spoil == "cut":
        raise CutConnection
    if spoil == "stream":
        message = "The provider of the model failed in the middle of the answer."
        yield event({"error": {"message": message, "type": "upstream_error", "code": None, "param": None}})
        return
    for last in ending():
        yield last
    yield DONE
