"""The same answer however its bytes are cut: every place, every pair of places, one byte at a time; with each
line ending, with and without a byte order mark.
"""

import itertools
from collections.abc import Iterator

from panda_desktop.domain.events import ChatEvent, TextDelta
from panda_desktop.gateway.chat_events import ChatReader
from panda_desktop.gateway.sse import SseDecoder
from tests.faults.answers import chat, delta
from tests.torture.score import Score, all_of

LONG = b": keep-alive\n\n" + delta("Hé", reasoning_content="嗯") + chat("l", "熊猫 🐼", "\n", model="m")
SHORT = delta("é🐼") + chat("o")


def read(parts: Iterator[bytes]) -> tuple[str, list[ChatEvent]]:
    """Returns the text and the other events of an answer that comes in these parts."""
    decoder, reader = SseDecoder(), ChatReader()
    events: list[ChatEvent] = []
    for part in parts:
        events += reader.read(decoder.feed(part))
    events += reader.read(decoder.finish())
    events += reader.end()
    text = "".join(event.text for event in events if isinstance(event, TextDelta))
    return text, [event for event in events if not isinstance(event, TextDelta)]


def cut(data: bytes, short: bool) -> Iterator[Iterator[bytes]]:
    """Yields the data cut in every way."""
    yield (data[place : place + 1] for place in range(len(data)))
    for place in range(1, len(data)):
        yield iter((data[:place], data[place:]))
    for first, second in itertools.combinations(range(1, len(data)), 2):
        if not short or (first + second) % 3 == 0:
            yield iter((data[:first], data[first:second], data[second:]))


def scores(short: bool) -> Iterator[Score]:
    """Yields the share of cuts that gave the same answer."""
    for ending, name in ((b"\n", "LF"), (b"\r", "CR"), (b"\r\n", "CRLF")):
        for mark in (b"", b"\xef\xbb\xbf"):
            data = mark + (SHORT if short else LONG).replace(b"\n", ending)
            whole = read(iter((data,)))
            seen = [read(parts) == whole for parts in cut(data, short)]
            assert whole[0]
            yield all_of(f"SSE cut anywhere, {name}{', BOM' if mark else ''}", sum(seen), len(seen))
