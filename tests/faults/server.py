"""A gateway that goes wrong on purpose: raw sockets that follow scripts, and a ledger of what was asked.

Promise: what leaves is what the script says, byte for byte; a request that no script is for is answered 404;
nothing is left open when the server has been left.

In a test:

    async with FaultServer() as server:
        server.api.on("POST /v1/chat/completions", stream(delta("Hel"), Reset()), stream(chat("Hello")))
        server.assets.on("GET /x.png", Serve(PNG, cut_at=100))
        … server.api.url, server.ledger.only("POST /v1/chat/completions").json …

As a process of its own, for a program that runs as one: see `tests.faults.process`.
"""

import asyncio
import contextlib
import hashlib
import itertools
import socket
import ssl
import struct
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from tests.faults.answers import json_answer, refusal
from tests.faults.ledger import KEPT, Ledger, Request
from tests.faults.steps import Close, Next, Pause, Repeat, Reset, Send, Stall, Timeline, Until

Reply = Timeline | Callable[[Request], Timeline]
"""What a route answers: a timeline, or what makes one of the request (such as `Serve`)."""
ROUNDS: Final = 5
"""Rounds of the loop in which a connection that was accepted gets to its handler."""
CHECK_S: Final = 0.005
"""How often a waiting step looks whether the client has closed."""


class _Gone(Exception):
    """The client has closed."""


class Origin:
    """One address with a port of its own.

    Attributes:
        name: as in the ledger.
        url: scheme, host and port, known once the server runs.
        port: the port alone.
        greeting: played as soon as a client has connected, before anything is read: handshakes that break,
            proxies of another kind, servers that answer nobody. It ends the connection unless its last step
            is `Next`.
        connections: how many were opened.
    """

    def __init__(self, name: str, ledger: Ledger, host: str, tls: ssl.SSLContext | None) -> None:
        self.name = name
        self.host = host
        self.port = 0
        self.greeting: Timeline = ()
        self.connections = 0
        self._tls = tls
        self._ledger = ledger
        self._replies: dict[str, list[Reply]] = {}
        self._early: set[str] = set()
        self._numbers = itertools.count(1)
        self._serving: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._idle: set[asyncio.StreamWriter] = set()
        self._is_open = False

    @property
    def url(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'http' if self._tls is None else 'https'}://{shown}:{self.port}"

    def on(self, route: str, *replies: Reply, early: bool = False) -> None:
        """Sets what a route answers: the replies in order, the last again and again.

        Args:
            route: `GET /v1/models` without query; `GET *` for every path of a method; `*` for everything.
            replies: see `Reply`; none means 404 again.
            early: answered as soon as the head is here, the body is not read.
        """
        self._replies[route] = list(replies)
        (self._early.add if early else self._early.discard)(route)

    def usual(self, *models: str, balance: str = "42.50") -> None:
        """Answers for the balance and the models, so that a test sees to what it is about."""
        listed = [{"id": name} for name in models or ("deepseek-v4-flash", "kolors", "wan-2.7-video")]
        self.on("GET /v1/models", json_answer({"data": listed}))
        money = {"balance": float(balance), "currency": "usd", "total_spent": 1}
        self.on("GET /v1/dashboard/billing", json_answer(money))

    def drop_idle(self) -> None:
        """Closes the connections that were kept for another request."""
        for writer in self._idle:
            writer.close()

    async def open(self) -> None:
        """Begins to listen, on the port it had before if it had one."""
        self._is_open = True
        self._server = await asyncio.start_server(
            self._accept, self.host, self.port, ssl=self._tls, limit=1 << 20, backlog=200
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Ends every connection and the listening; the port stays known and refuses."""
        self._is_open = False
        # Python loses a connection that is being accepted while its server closes.
        for _ in range(ROUNDS):
            await asyncio.sleep(0)
        self._server.close()
        for serving, writer in list(self._serving.items()):
            writer.transport.abort()
            serving.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.current_task()
        assert serving is not None
        serving.set_name(f"{self.name} connection")
        if not self._is_open:  # it had connected just before
            writer.transport.abort()
            return
        self._serving[serving] = writer
        self.connections += 1
        try:
            if self.greeting and not await self._play(self.greeting, reader, writer):
                return
            number = next(self._numbers)
            while await self._one(number, reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
            pass  # the client has closed, or speaks something else
        except asyncio.CancelledError:
            pass  # the server is left
        finally:
            self._serving.pop(serving, None)
            self._idle.discard(writer)
            writer.close()

    async def _one(self, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Takes one request and answers it; tells whether another may follow."""
        self._idle.add(writer)
        head = await reader.readuntil(b"\r\n\r\n")
        self._idle.discard(writer)
        request = self._noted(number, head)
        route, reply = self._reply(request)
        if route not in self._early:
            await _take_body(request, reader)
        timeline = reply(request) if callable(reply) else reply
        try:
            return await self._play(timeline, reader, writer)
        except (_Gone, ConnectionError):
            request.gone_at = time.monotonic()
            return False

    def _noted(self, number: int, head: bytes) -> Request:
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        method, _, rest = first.partition(" ")
        pairs = tuple(
            (name.strip().lower(), value.strip())
            for name, _, value in (line.partition(":") for line in lines)
        )
        request = Request(self.name, number, method, rest.rpartition(" ")[0], pairs)
        self._ledger.requests.append(request)
        return request

    def _reply(self, request: Request) -> tuple[str, Reply]:
        for route in (request.route, f"{request.method} *", "*"):
            if replies := self._replies.get(route):
                return route, replies.pop(0) if len(replies) > 1 else replies[0]
        return "", refusal(404, "no script for this", code="no_script")

    async def _play(
        self, timeline: Timeline, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        def check() -> None:
            if reader.at_eof() or reader.exception() is not None or writer.transport.is_closing():
                raise _Gone

        async def send(data: bytes, pause_s: float) -> None:
            check()
            writer.write(data)
            await writer.drain()
            await asyncio.sleep(pause_s)

        for step in timeline:
            match step:
                case Send(data, piece, pause_s):
                    for start in range(0, len(data), piece or len(data) or 1):
                        await send(data[start : start + (piece or len(data))], pause_s)
                case Repeat(data, times, pause_s):
                    for _ in itertools.count() if times is None else range(times):
                        await send(data, pause_s)
                case Pause(seconds):
                    ends = time.monotonic() + seconds
                    while (left := ends - time.monotonic()) > 0:
                        check()
                        await asyncio.sleep(min(CHECK_S, left))
                case Until(signal):
                    while not signal.is_set():
                        check()
                        await asyncio.sleep(CHECK_S)
                case Stall():
                    while True:
                        check()
                        await asyncio.sleep(CHECK_S)
                case Reset():
                    reset(writer)
                    return False
                case Close():
                    return False
                case Next():
                    return True
        return False


class FaultServer:
    """Origins on this computer that share a ledger.

    Attributes:
        api: the gateway.
        assets: the host of pictures and films, another origin.
        ledger: every request to any of them.
    """

    def __init__(self, *, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        """`tls` is for all origins; see `certificates.authority`."""
        self.ledger = Ledger()
        self._origins: list[Origin] = []
        self.api = self._origin("api", host, tls)
        self.assets = self._origin("assets", host, tls)

    def _origin(self, name: str, host: str, tls: ssl.SSLContext | None) -> Origin:
        origin = Origin(name, self.ledger, host, tls)
        self._origins.append(origin)
        return origin

    async def add(self, name: str, *, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Origin:
        """Opens one more origin while the server runs: a proxy, a target of redirects, another protocol."""
        origin = self._origin(name, host, tls)
        await origin.open()
        return origin

    @property
    def base_url(self) -> str:
        """What a client is given as the gateway's address."""
        return f"{self.api.url}/v1"

    async def __aenter__(self) -> Self:
        for origin in self._origins:
            await origin.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for origin in self._origins:
            await origin.close()


def reset(writer: asyncio.StreamWriter) -> None:
    """Ends a connection with a RST."""
    found = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):  # the client may have closed first
        found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def _take_body(request: Request, reader: asyncio.StreamReader) -> None:
    left = int(request.headers.get("content-length", "0") or 0)
    digest, kept = hashlib.sha256(), bytearray()
    try:
        while left > 0:
            data = await reader.read(min(left, 1 << 18))
            if not data:
                return
            left -= len(data)
            request.length += len(data)
            digest.update(data)
            kept += data[: KEPT - len(kept)]
        request.whole = True
    finally:
        request.body, request.digest = bytes(kept), digest.hexdigest()


def can_ipv6() -> bool:
    """Tells whether this computer has the newer family of addresses."""
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


def refused_port(host: str = "127.0.0.1") -> int:
    """Returns a port that nobody listens on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as closed:
        port: int = closed.getsockname()[1]
        return port


if __name__ == "__main__":
    from tests.faults.process import serve

    serve()
