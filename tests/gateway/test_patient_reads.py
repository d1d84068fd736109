"""Reads without a limit of their own: the same bytes and the same errors, without a scope around each."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import httpx
import pytest

from panda_desktop.gateway.patient_reads import PatientStream, read_patiently

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n"
NEVER = httpx.Timeout(5.0, read=None)


@asynccontextmanager
async def answering(*pieces: bytes, reset: bool = False, hold: bool = False) -> AsyncIterator[str]:
    """Serves pieces, then the end of the connection, a reset, or nothing any more."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        for piece in (HEAD, *pieces):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)
        if hold:
            await reader.read()
        if reset:
            link = writer.get_extra_info("socket")
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def asked(url: str, timeout: httpx.Timeout) -> AsyncIterator[httpx.Response]:
    transport = read_patiently(httpx.AsyncHTTPTransport())
    async with (
        httpx.AsyncClient(transport=transport, trust_env=False, timeout=timeout) as client,
        client.stream("GET", url) as response,
    ):
        yield response


async def test_what_is_read_is_the_same_and_no_scope_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[float | None] = []
    fail_after = anyio.fail_after

    def noted(delay: float | None, shield: bool = False) -> object:
        limits.append(delay)
        return fail_after(delay, shield)

    async with answering(b"one", b"two", b"three") as url, asked(url, NEVER) as response:
        assert isinstance(response.extensions["network_stream"], PatientStream)
        monkeypatch.setattr("anyio.fail_after", noted)
        assert await response.aread() == b"onetwothree"
        assert limits == []


async def test_a_reset_is_an_error_of_the_library() -> None:
    async with answering(b"one", reset=True) as url:
        with pytest.raises(httpx.ReadError):
            async with asked(url, NEVER) as response:
                await response.aread()


async def test_a_limit_holds_where_there_is_one() -> None:
    async with answering(b"one", hold=True) as url:
        with pytest.raises(httpx.ReadTimeout):
            async with asked(url, httpx.Timeout(5.0, read=0.05)) as response:
                await response.aread()


async def test_a_read_that_waits_can_be_cancelled() -> None:
    async with answering(b"one", hold=True) as url, asked(url, NEVER) as response:
        pieces = response.aiter_raw()
        assert await anext(pieces) == b"one"
        reading = asyncio.ensure_future(anext(pieces))
        await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
