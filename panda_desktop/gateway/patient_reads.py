"""Reads that have no time limit of their own, for there are better clocks (`clocks.ticking`).

Promise: what is read and what is raised are those of the HTTP library's own way.

The library opens a scope of cancellation around every read, also where nothing limits it: for the pieces of
an answer that takes a thirteenth of all that streaming takes.
"""

import ssl
from collections.abc import Iterable
from typing import Any

import anyio
import httpcore
import httpx


def read_patiently(transport: httpx.AsyncHTTPTransport) -> httpx.AsyncHTTPTransport:
    """Has a transport that has not connected yet read that way; returns it."""
    # `httpcore` takes it as an argument of the pool; `httpx` does not pass it on.
    transport._pool._network_backend = PatientBackend()
    return transport


class PatientBackend(httpcore.AsyncNetworkBackend):
    """Connects as the library does."""

    def __init__(self) -> None:
        """Has no connection yet."""
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connects. Raises `ConnectError` and `ConnectTimeout` of the library."""
        stream = await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return PatientStream(stream)

    async def sleep(self, seconds: float) -> None:
        """Waits between two tries."""
        await self._backend.sleep(seconds)


class PatientStream(httpcore.AsyncNetworkStream):
    """A connection."""

    def __init__(self, stream: Any) -> None:
        """`stream` is one of `httpcore.AnyIOBackend`."""
        self._stream = stream
        self._receive = stream._stream.receive

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Returns the next bytes, none at the end. Raises `ReadError` and `ReadTimeout` of the library."""
        data: bytes
        if timeout is not None:
            data = await self._stream.read(max_bytes, timeout)
            return data
        try:
            data = await self._receive(max_bytes)
        except anyio.EndOfStream:
            return b""
        except (anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            raise httpcore.ReadError(error) from error
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends all bytes. Raises `WriteError` and `WriteTimeout` of the library."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Ends the connection."""
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Goes on with TLS. Raises `ConnectError` and `ConnectTimeout` of the library."""
        return PatientStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """As the library's own."""
        return self._stream.get_extra_info(info)
