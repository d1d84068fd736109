"""The fault server does what its scripts say."""

import asyncio
import socket
import ssl
import struct
import zlib
from pathlib import Path

import pytest

from tests.faults.answers import Serve, answer, chat, chunked, compressed, stream
from tests.faults.bombs import BOMBS, brotli_bomb, double_gzip_bomb, gzip_bomb
from tests.faults.certificates import authority
from tests.faults.process import FaultProcess
from tests.faults.server import FaultServer, Origin, can_ipv6, refused_port
from tests.faults.steps import Next, Pause, Reset, Stall, bytewise, every_cut, every_pair_of_cuts, sliced

ASK = b"GET /x?q=1 HTTP/1.1\r\nHost: here\r\nX-Two: 1\r\n\r\n"


async def told(origin: Origin, request: bytes = ASK, tls: ssl.SSLContext | None = None) -> bytes:
    reader, writer = await asyncio.open_connection(origin.host, origin.port, ssl=tls)
    writer.write(request)
    try:
        return await reader.read()
    finally:
        writer.close()


async def test_what_is_scripted_is_sent_in_order_and_the_last_again() -> None:
    async with FaultServer() as server:
        server.api.on("GET /x", answer("one"), stream(chat("two")))
        assert (await told(server.api)).endswith(b"\r\n\r\none")
        for _ in range(2):
            assert (await told(server.api)).endswith(b"data: [DONE]\n\n")
        assert b"404" in await told(server.assets)
        assert [request.origin for request in server.ledger.requests] == ["api", "api", "api", "assets"]


async def test_the_ledger_keeps_what_was_asked() -> None:
    async with FaultServer() as server:
        server.api.on("*", answer())
        await told(
            server.api, b"POST /v1/y?k=sk-1 HTTP/1.1\r\nContent-Length: 7\r\nA: b\r\n\r\n" + b'{"a":1}'
        )
        request = server.ledger.only("POST /v1/y")
        assert (request.json, request.headers["a"], request.whole) == ({"a": 1}, "b", True)
        assert server.ledger.holding("sk-1") == [request] and not server.ledger.holding("sk-2")


async def test_a_reset_a_stall_and_a_kept_connection() -> None:
    async with FaultServer() as server:
        server.api.on("GET /x", (*sliced(b"abcdef", 2), Reset()))
        with pytest.raises(ConnectionResetError):
            await told(server.api)
        server.api.on("GET /x", (Stall(),))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await told(server.api)
        async with asyncio.timeout(5):
            while server.ledger.requests[-1].gone_at is None:
                await asyncio.sleep(0)
        server.api.on("GET /x", answer("1", keep=True), (Pause(0.01), *answer("2")))
        assert (await told(server.api, ASK * 2)).count(b"HTTP/1.1 200") == 2
        first, second = server.ledger.requests[-2:]
        assert first.connection == second.connection


async def test_a_greeting_comes_before_the_request() -> None:
    async with FaultServer() as server:
        server.api.greeting = (*bytewise(b"\x05\xff"), Next())
        server.api.on("*", answer("then"))
        said = await told(server.api)
        assert said.startswith(b"\x05\xff") and said.endswith(b"then")
        server.api.greeting = (Reset(),)
        with pytest.raises(ConnectionError):
            await told(server.api)
        assert (server.api.connections, len(server.ledger)) == (2, 1)


@pytest.mark.parametrize("host", ["127.0.0.1", *(["::1"] if can_ipv6() else [])])
async def test_tls_by_an_authority_made_now(host: str, tmp_path: Path) -> None:
    trusting = ssl.create_default_context(cafile=str(authority().file(tmp_path)))
    async with FaultServer(host=host, tls=authority().server()) as server:
        server.api.on("*", answer("safe"))
        assert (await told(server.api, tls=trusting)).endswith(b"safe")
        with pytest.raises(ssl.SSLCertVerificationError):
            await told(server.api, tls=ssl.create_default_context())
        wrong = await server.add("wrong", host=host, tls=authority().server("elsewhere.example"))
        with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
            await told(wrong, tls=trusting)
        expired = await server.add("expired", host=host, tls=authority().server(days=-1))
        with pytest.raises(ssl.SSLCertVerificationError, match="expired"):
            await told(expired, tls=trusting)


async def test_a_file_in_ranges() -> None:
    async with FaultServer() as server:
        server.assets.on("*", Serve(b"0123456789", cut_at=4))
        said = await told(server.assets)
        assert b"content-length: 10" in said and said.endswith(b"\r\n\r\n0123")
        said = await told(server.assets, ASK[:-2] + b'Range: bytes=4-\r\nIf-Range: "1"\r\n\r\n')
        assert b"206" in said and b"bytes 4-9/10" in said and said.endswith(b"\r\n\r\n4567")
        said = await told(server.assets, ASK[:-2] + b'Range: bytes=4-\r\nIf-Range: "0"\r\n\r\n')
        assert b" 200 " in said and said.endswith(b"\r\n\r\n0123")
        assert b" 416 " in await told(server.assets, ASK[:-2] + b"Range: bytes=10-\r\n\r\n")


def test_slices_chunks_and_codings() -> None:
    assert len(list(every_cut(b"abcd"))) == 3 and len(list(every_pair_of_cuts(b"abcd"))) == 3
    assert chunked(b"ab", b"c", sizes={1: "zz"}) == b"2\r\nab\r\nzz\r\nc\r\n0\r\n\r\n"
    parts = compressed(b"one", b"two")
    unpacker = zlib.decompressobj(31)
    assert [unpacker.decompress(part) for part in parts] == [b"one", b"two", b""] and unpacker.eof


def test_bombs_are_small() -> None:
    assert all(len(bomb()) < 1_000_000 for bomb in BOMBS.values())
    assert len(zlib.decompressobj(31).decompress(gzip_bomb(), 1 << 20)) == 1 << 20
    assert zlib.decompressobj(31).decompress(double_gzip_bomb(), 20) == gzip_bomb()[:20]
    assert len(brotli_bomb()) == 809


def test_as_a_process_of_its_own() -> None:
    with FaultProcess() as server:
        server.on("assets", "GET /x", Serve(b"file"), early=True)
        server.usual()
        host, _, port = server.assets_url.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(ASK)
            said = b"".join(iter(lambda: connection.recv(1000), b""))
        assert said.endswith(b"file")
        assert server.ledger().only("GET /x").headers["x-two"] == "1"


def test_a_refused_port_refuses() -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", refused_port()))
    assert struct.calcsize("ii") == 8
