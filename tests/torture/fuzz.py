"""Streams nobody would send: valid ones with bytes changed, taken out, doubled, and values of other types."""

import json
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from typing import Any

from panda_desktop.domain.chat import Message, Role
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.fold import fold
from panda_desktop.gateway.chat_events import ChatReader
from panda_desktop.gateway.sse import SseDecoder
from tests.faults.answers import DONE, chat, delta, event
from tests.torture.score import Score, at_most, none_of

PART = 3_000
"""Streams of one seed."""
LONG_PARTS, SHORT_PARTS = 334, 2
AT_ONCE = 2
FIRST_SEED = 20261128
ODD: tuple[Any, ...] = (None, True, 0, -1, 1e400, "", "x" * 40, [], {}, [[]], {"a": {}}, "\ud800", [None, 5])
SEEDS = (
    chat("Hello ", "熊猫", model="m"),
    delta("a", reasoning_content="b") + chat("c"),
    event({"error": {"message": "no", "code": 5}}) + DONE,
    b": comment\n\n" * 3 + chat("d"),
    event({"choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 2}}) + DONE,
)


def spoiled(luck: random.Random) -> bytes:
    """Returns one stream."""
    data = bytearray(luck.choice(SEEDS))
    if luck.random() < 0.4:
        data = bytearray(event(odd(luck, 3)) + bytes(data))
    for _ in range(luck.randrange(6)):
        place = luck.randrange(len(data) + 1)
        match luck.randrange(4):
            case 0:
                data[place:place] = luck.randbytes(luck.randrange(1, 5))
            case 1:
                del data[place : place + luck.randrange(1, 9)]
            case 2:
                data[place:place] = data[: luck.randrange(1, 60)]
            case _:
                data[place:place] = luck.choice((b"\n", b"\r", b"\r\n\r\n", b"data:", b"data: {}\n\n", b"\0"))
    return bytes(data)


def odd(luck: random.Random, depth: int) -> Any:
    """Returns a chunk whose values are of other types than they should be."""
    names = (
        "choices",
        "delta",
        "content",
        "index",
        "finish_reason",
        "usage",
        "error",
        "model",
        "message",
        "0",
    )
    if depth == 0 or luck.random() < 0.3:
        return luck.choice(ODD)
    if luck.random() < 0.3:
        return [odd(luck, depth - 1) for _ in range(luck.randrange(3))]
    return {luck.choice(names): odd(luck, depth - 1) for _ in range(luck.randrange(1, 4))}


def fed(data: bytes, luck: random.Random) -> None:
    """Reads a stream in parts, as the program does. A `PandaError` is an answer; anything else is a bug."""
    decoder, reader = SseDecoder(), ChatReader()
    message = Message("m", "c", None, 1, Role.ASSISTANT, "", datetime(2026, 1, 1, tzinfo=UTC))
    try:
        at = 0
        while at < len(data):
            step = luck.randrange(1, 200)
            for each in reader.read(decoder.feed(data[at : at + step])):
                message = fold(message, each)
            at += step
        for each in (*reader.read(decoder.finish()), *reader.end()):
            message = fold(message, each)
    except PandaError:
        return


def fuzzed(seed: int) -> list[str]:
    """Reads as many streams as a part has; returns what was raised that should not have been."""
    luck, wrong = random.Random(seed), []
    for _ in range(PART):
        data = spoiled(luck)
        try:
            fed(data, luck)
        except Exception as error:
            wrong.append(f"{type(error).__name__}: {error}: {data[:200]!r}")
    return wrong


def scores(short: bool) -> Iterator[Score]:
    """Yields the number of exceptions, and what a byte costs in a long stream against a short one."""
    parts = SHORT_PARTS if short else LONG_PARTS
    seeds = range(FIRST_SEED, FIRST_SEED + parts)
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as processes:
        wrong = [said for part in processes.map(fuzzed, seeds) for said in part]
    print("".join(f"  {said}\n" for said in wrong), end="", flush=True)
    yield none_of("SSE fuzz: exceptions", len(wrong), parts * PART)
    ratios = [_byte_cost(4_000_000) / _byte_cost(500_000) for _ in range(3)]
    yield at_most("SSE: a byte of 4 MB against one of 0.5 MB", min(ratios), "x", 1.5, 3, max(ratios))


def _byte_cost(size: int) -> float:
    """Returns processor seconds a byte for one event of this size that comes in small parts."""
    data = b'data: {"choices":[{"delta":{"content":' + json.dumps("a" * size).encode() + b"}}]}\n\n"
    decoder = SseDecoder()
    began = time.process_time()
    for at in range(0, len(data), 1400):
        decoder.feed(data[at : at + 1400])
    return (time.process_time() - began) / len(data)
