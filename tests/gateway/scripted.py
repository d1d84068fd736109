"""A server on loopback that answers each request with the bytes a test gives, and keeps what it was sent."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Play = Callable[["Call"], Awaitable[None]]


@dataclass
class Call:
    """One request and the way back."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        found = self.writer.get_extra_info("socket")
        found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


@dataclass
class Scripted:
    """`plays` are used up in order, the last one repeats; `routes` answer their paths and are not noted."""

    plays: list[Play]
    calls: list[Call] = field(default_factory=list)
    url: str = ""
    routes: dict[str, Play] = field(default_factory=dict)
    _serving: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> "Scripted":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for call in self.calls:
            call.writer.close()
        for serving in self._serving:
            serving.cancel()
        await asyncio.gather(*self._serving)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        me = asyncio.current_task()
        assert me is not None
        self._serving.add(me)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            method, path, _ = first.split(" ")
            call = Call(method, path, headers, body, writer)
            route = self.routes.get(path.rpartition("/v1")[2])
            if route is not None:
                await route(call)
                return
            self.calls.append(call)
            play = self.plays.pop(0) if len(self.plays) > 1 else self.plays[0]
            await play(call)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # either side has closed
        finally:
            self._serving.discard(me)
            writer.close()


def answer(body: bytes | str, status: str = "200 OK", **headers: str) -> Play:
    """A whole answer, the connection closed after it."""
    data = body.encode() if isinstance(body, str) else body
    lines = {"content-type": "application/json", "content-length": str(len(data)), "connection": "close"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)

    async def play(call: Call) -> None:
        await call.send(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + data)

    return play


def stream(*pieces: bytes, then_reset: bool = False, hold: asyncio.Event | None = None) -> Play:
    """A stream of server-sent events, ended by closing, a reset, or held open until `hold` is set."""

    async def play(call: Call) -> None:
        await call.send(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n")
        for piece in pieces:
            await call.send(piece)
            await asyncio.sleep(0)
        if hold is not None:
            await hold.wait()
        if then_reset:
            call.reset()

    return play


async def reset(call: Call) -> None:
    """Resets the connection instead of an answer."""
    call.reset()
