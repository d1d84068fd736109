"""A reader that pauses between two pieces keeps its notifier; one that stays away is taken out at once."""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from panda_desktop.app.loop import adopt_readers
from panda_desktop.app.loop_readers import LoopReaders


class Loop:
    """What the library does with readers, counted."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.soon: list[Callable[[], None]] = []

    def _add_reader(self, fd: int, _callback: object, *_words: object) -> None:
        self.done.append(f"add {fd}")

    def _remove_reader(self, fd: int) -> bool:
        self.done.append(f"remove {fd}")
        return True

    def is_running(self) -> bool:
        return True

    def is_closed(self) -> bool:
        return False

    def call_soon(self, callback: Callable[[], None]) -> Any:
        self.soon.append(callback)
        return callback

    def turn(self) -> None:
        soon, self.soon = self.soon, []
        for callback in soon:
            callback()


class Transport(asyncio.Transport):
    def read_ready(self) -> None: ...


def test_pauses_between_a_hundred_pieces_make_one_notifier() -> None:
    loop, transport = Loop(), Transport()
    readers = LoopReaders(loop)
    readers.add(7, transport.read_ready)
    for _ in range(100):
        readers.remove(7)
        readers.add(7, transport.read_ready)
        loop.turn()
    assert loop.done == ["add 7"]


def test_who_stays_away_is_taken_out_before_what_is_called_next() -> None:
    loop, transport = Loop(), Transport()
    readers = LoopReaders(loop)
    readers.add(7, transport.read_ready)
    assert readers.remove(7)
    loop.call_soon(lambda: loop.done.append("closed"))
    loop.turn()
    assert loop.done == ["add 7", "remove 7", "closed"]
    readers.add(7, transport.read_ready)
    assert loop.done[-1] == "add 7"


def test_another_connection_with_the_same_number_has_a_notifier_of_its_own() -> None:
    loop = Loop()
    readers = LoopReaders(loop)
    readers.add(7, Transport().read_ready)
    readers.remove(7)
    readers.add(7, Transport().read_ready)
    loop.turn()
    assert loop.done == ["add 7", "remove 7", "add 7"]


def test_who_may_close_the_socket_at_once_is_taken_out_at_once() -> None:
    loop = Loop()
    readers = LoopReaders(loop)
    readers.add(7, loop.turn)
    readers.remove(7)
    assert loop.done == ["add 7", "remove 7"]


def test_what_was_there_before_goes_the_library_s_way() -> None:
    loop = Loop()
    LoopReaders(loop).remove(3)
    assert loop.done == ["remove 3"]
    assert loop.soon == []


async def test_an_answer_of_many_pieces_is_read_with_one_notifier(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")
        for _ in range(50):
            writer.write(b"data: x\n\n")
            await writer.drain()
            await asyncio.sleep(0.002)
        writer.close()

    loop = asyncio.get_running_loop()
    made: Counter[int] = Counter()
    before = loop._add_reader  # type: ignore[attr-defined]

    def counted(fd: int, callback: Callable[..., object], *words: object) -> None:
        made[fd] += 1
        before(fd, callback, *words)

    monkeypatch.setattr(loop, "_add_reader", counted, raising=False)
    monkeypatch.setattr(loop, "_remove_reader", loop._remove_reader, raising=False)  # type: ignore[attr-defined]
    adopt_readers(loop)
    server = await asyncio.start_server(answer, "127.0.0.1")
    address = server.sockets[0].getsockname()
    pieces = 0
    async with (
        server,
        httpx.AsyncClient() as client,
        client.stream("GET", f"http://127.0.0.1:{address[1]}") as response,
    ):
        async for _ in response.aiter_raw():
            pieces += 1
    assert pieces > 10
    assert max(made.values()) <= 2
