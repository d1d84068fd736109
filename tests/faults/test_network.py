"""The way to the gateway: names, addresses, safe connections, proxies, families of addresses."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached, TlsCause
from panda_desktop.gateway.proxies import proxy_for, shown
from panda_desktop.ui.sentences import Sentences
from tests.faults.answers import answer, chat, stream
from tests.faults.certificates import authority, trust
from tests.faults.client import BALANCE, CHAT, KEY, VIDEO, asked, chatted, client, paid, short
from tests.faults.server import FaultServer, can_ipv6, refused_port
from tests.faults.steps import Reset, Send, Stall

needs_ipv6 = pytest.mark.skipif(not can_ipv6(), reason="this computer has one family of addresses only")
Look = Callable[..., list[Any]]


@pytest.fixture
def trusting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own store holds the tests' authority."""
    trust(tmp_path, monkeypatch)


def resolve(monkeypatch: pytest.MonkeyPatch, **names: list[str] | Exception) -> None:
    """Lets names (dots written as underscores) have these addresses."""
    real: Look = socket.getaddrinfo

    def look(host: Any, port: Any, *rest: Any, **more: Any) -> list[Any]:
        name = host.decode() if isinstance(host, bytes) else str(host)
        found = names.get(name.replace(".", "_"))
        if isinstance(found, Exception):
            raise found
        if found is None:
            return real(host, port, *rest, **more)
        return [each for address in found for each in real(address, port, *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", look)


def said(error: PandaError | None) -> str:
    assert error is not None
    return Sentences().about(error).text


# Names and connections


async def test_h23_a_name_that_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve(monkeypatch, gateway_example=socket.gaierror(socket.EAI_NONAME, "unknown"))
    told = await chatted("https://gateway.example/v1")
    assert (told.kind, told.reached) == (ErrorKind.NAME_NOT_FOUND, Reached.NOTHING_SENT)
    assert "gateway.example" in said(told.error)
    async with client("https://gateway.example/v1") as gateway:
        error = await paid(gateway, VIDEO)
        assert isinstance(error, PandaError) and error.reached is Reached.NOTHING_SENT


async def test_h23_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve(monkeypatch, gateway_example=["0.0.0.0"])
    told = await chatted(f"https://gateway.example:{refused_port('0.0.0.0')}/v1")
    assert (told.kind, told.reached) == (ErrorKind.CANNOT_CONNECT, Reached.NOTHING_SENT)


async def test_h24_a_connection_that_is_refused() -> None:
    told = await chatted(f"http://127.0.0.1:{refused_port()}/v1")
    assert (told.kind, told.reached) == (ErrorKind.CANNOT_CONNECT, Reached.NOTHING_SENT)


async def test_h24_a_connection_that_never_comes() -> None:
    # A full backlog: the kernel answers nobody.
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        fillers = [socket.socket() for _ in range(3)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(address)
        told = await chatted(f"http://127.0.0.1:{address[1]}/v1", short(connect_s=0.3))
        assert (told.kind, told.reached) == (ErrorKind.CANNOT_CONNECT, Reached.NOTHING_SENT)
        for filler in fillers:
            filler.close()


# Safe connections


def context(cause: TlsCause) -> ssl.SSLContext:
    match cause:
        case TlsCause.EXPIRED:
            return authority().server(days=-2, begins_in_days=-9)
        case TlsCause.NOT_YET_VALID:
            return authority().server(days=99, begins_in_days=9)
        case _:
            return authority().server("elsewhere.example")


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (TlsCause.EXPIRED, "clock"),
        (TlsCause.NOT_YET_VALID, "clock"),
        (TlsCause.OTHER_HOST, "another name"),
    ],
)
async def test_h25_h41_why_a_connection_is_not_safe(cause: TlsCause, words: str) -> None:
    async with FaultServer(tls=context(cause)) as server:
        server.api.on("*", answer("{}"))
        told = await chatted(server.base_url)
        assert told.error is not None
        assert (told.kind, told.error.detail.code) == (ErrorKind.TLS_FAILED, cause)
        assert told.reached is Reached.NOTHING_SENT
        assert words in said(told.error) and "127.0.0.1" in said(told.error)
        assert len(server.ledger) == 0


@pytest.mark.parametrize("greeting", [b"\x15\x03\x01\x00\x02\x02\x46", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
async def test_h25_a_protocol_that_is_too_old_or_none(greeting: bytes) -> None:
    async with FaultServer() as server:
        server.api.greeting = (Send(greeting),)  # the alert of a server that stays below TLS 1.2, or no TLS
        told = await chatted(server.base_url.replace("http:", "https:"))
        assert told.error is not None and told.error.detail.code == TlsCause.OLD_PROTOCOL
        assert "TLS 1.2" in said(told.error) and told.reached is Reached.NOTHING_SENT


async def test_h25_nobody_vouches_for_it() -> None:
    async with FaultServer(tls=authority().server()) as server:
        told = await chatted(server.base_url)
        assert told.error is not None and told.error.detail.code == TlsCause.UNKNOWN_AUTHORITY
        assert "system's store" in said(told.error)


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("greeting", [(Reset(),), (Send(b""),)])
async def test_h25_a_handshake_that_breaks_off(greeting: Any) -> None:
    async with FaultServer() as server:
        server.api.greeting = greeting
        told = await chatted(server.base_url.replace("http:", "https:"))
        assert (told.kind, told.reached) == (ErrorKind.TLS_FAILED, Reached.NOTHING_SENT)


@pytest.mark.usefixtures("trusting")
async def test_h25_a_handshake_that_never_ends() -> None:
    async with FaultServer() as server:
        server.api.greeting = (Stall(),)
        told = await chatted(server.base_url.replace("http:", "https:"), short(connect_s=0.3))
        assert told.reached is Reached.NOTHING_SENT and told.error is not None


def test_h25_every_cause_has_words_of_its_own(qapp: object) -> None:
    causes = [cause for cause in TlsCause if cause is not TlsCause.OTHER]
    texts = {said(PandaError(ErrorKind.TLS_FAILED, ErrorDetail(code=cause, host="h"))) for cause in causes}
    assert len(texts) == len(causes) and not any("continue anyway" in text for text in texts)


@pytest.mark.usefixtures("trusting")
async def test_h26_an_authority_that_only_the_system_knows() -> None:
    async with FaultServer(tls=authority().server()) as server:
        server.api.on(CHAT, stream(chat("safe")))
        assert (await chatted(server.base_url)).text == "safe"


# Proxies


@pytest.fixture
def remote(monkeypatch: pytest.MonkeyPatch) -> str:
    """A gateway that is not this computer, so that a proxy is asked."""
    return "https://gateway.example/v1"


@pytest.mark.parametrize("scheme", ["http", "socks5", "socks5h"])
async def test_h27_a_dead_proxy_is_named(scheme: str, remote: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = refused_port()
    monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://user:secret@127.0.0.1:{port}")
    told = await chatted(remote)
    assert (told.kind, told.reached) == (ErrorKind.PROXY_FAILED, Reached.NOTHING_SENT)
    assert f"127.0.0.1:{port}" in said(told.error)
    assert told.error is not None and "secret" not in f"{told.error.detail}"


async def test_h27_a_proxy_that_wants_a_password(remote: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with FaultServer() as server:
        server.api.on("*", answer("no", 407, headers={"proxy-authenticate": "Basic"}))
        monkeypatch.setenv("HTTPS_PROXY", server.api.url)
        async with client(remote) as gateway:
            told = await asked(gateway)
            assert told.error is not None
            assert (told.kind, told.reached) == (ErrorKind.PROXY_FAILED, Reached.NOTHING_SENT)
            assert told.error.detail.status == 407
            assert "password" in said(told.error) and f"127.0.0.1:{server.api.port}" in said(told.error)
            error = await paid(gateway, VIDEO)
            assert isinstance(error, PandaError) and error.reached is Reached.NOTHING_SENT
        assert {request.method for request in server.ledger.requests} == {"CONNECT"}
        assert server.ledger.requests[0].path == "gateway.example:443"
        assert server.ledger.holding(KEY.reveal()) == []


@pytest.mark.parametrize("status", [403, 502, 503])
async def test_h27_a_proxy_that_refuses(status: int, remote: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with FaultServer() as server:
        server.api.on("*", answer("no", status))
        monkeypatch.setenv("ALL_PROXY", server.api.url)
        told = await chatted(remote)
        assert (told.kind, told.reached) == (ErrorKind.PROXY_FAILED, Reached.NOTHING_SENT)


# The library leaves the socket of a refused handshake to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("greeting", [(Send(b"\x05\xff"),), (Send(b"\x05\x00"), Reset()), (Reset(),)])
async def test_h27_a_socks_proxy_that_refuses(
    greeting: Any, remote: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with FaultServer() as server:
        server.api.greeting = greeting
        monkeypatch.setenv("ALL_PROXY", server.api.url.replace("http:", "socks5:"))
        told = await chatted(remote)
        assert told.reached is Reached.NOTHING_SENT
        assert told.kind is ErrorKind.PROXY_FAILED


async def test_h27_a_proxy_of_an_unknown_kind(remote: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "gopher://127.0.0.1:70")
    told = await chatted(remote)
    assert (told.kind, told.reached) == (ErrorKind.PROXY_FAILED, Reached.NOTHING_SENT)


@pytest.mark.usefixtures("trusting")
async def test_h27_through_a_proxy_the_key_is_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    async with FaultServer(tls=authority().server("gateway.example")) as server:
        server.api.on(CHAT, stream(chat("through")))
        seen, ended = bytearray(), asyncio.Event()

        async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            while data := await reader.read(65536):
                seen.extend(data)
                writer.write(data)
            writer.close()

        async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            seen.extend(await reader.readuntil(b"\r\n\r\n"))
            onward, back = await asyncio.open_connection(server.api.host, server.api.port)
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            await asyncio.gather(pump(reader, back), pump(onward, writer), return_exceptions=True)
            ended.set()

        async with await asyncio.start_server(tunnel, "127.0.0.1", 0) as proxy:
            monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}")
            told = await chatted("https://gateway.example/v1")
            assert told.text == "through"
            await ended.wait()
        assert server.ledger.only(CHAT).headers["authorization"] == f"Bearer {KEY.reveal()}"
        assert seen.startswith(b"CONNECT gateway.example:443") and KEY.reveal().encode() not in seen


@pytest.mark.parametrize(
    ("exceptions", "direct"),
    [
        ("", False),
        ("*", True),
        ("gateway.example", True),
        (".gateway.example", True),
        ("*.example", True),
        ("example", True),
        ("other.example, gateway.example", True),
        ("gateway.example:443", True),
        ("gateway.example:8443", False),
        ("way.example", False),
        ("10.0.0.0/8,::1,[::1],fe80::/10, ,:", False),
    ],
)
def test_h27_forms_of_no_proxy(exceptions: str, direct: bool) -> None:
    environment = {"https": "proxy.example:3128", "no": exceptions}
    assert proxy_for("https://gateway.example/v1", environment) == (
        "" if direct else "http://proxy.example:3128"
    )


def test_h27_networks_loopback_and_schemes() -> None:
    environment = {
        "all": "socks5://u:p@proxy:1080",
        "http": "http://plain",
        "no": "10.0.0.0/8,2001:db8::/32,::2",
    }
    for url in ("https://10.1.2.3/", "https://[2001:db8::5]/", "https://[::2]/"):
        assert proxy_for(url, environment) == ""
    for url in ("http://localhost:80", "http://127.0.0.2/", "https://[::1]:1/"):
        assert proxy_for(url, environment) == ""
    assert proxy_for("https://11.0.0.1/", environment) == "socks5://u:p@proxy:1080"
    assert proxy_for("http://11.0.0.1/", environment) == "http://plain"
    assert shown("socks5://u:p@proxy:1080") == "proxy:1080" and shown("http://[") == ""


# Families of addresses


@needs_ipv6
@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
@pytest.mark.parametrize("addresses", [["::1", "127.0.0.1"], ["127.0.0.1", "::1"]])
async def test_h28_one_family_only(host: str, addresses: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    resolve(monkeypatch, localhost=addresses)
    async with FaultServer(host=host) as server:
        server.api.on(BALANCE, answer('{"balance": 1}'))
        async with client(f"http://localhost:{server.api.port}/v1") as gateway:
            began = asyncio.get_running_loop().time()
            assert (await gateway.balance()).amount == 1
            assert asyncio.get_running_loop().time() - began < 0.8


@needs_ipv6
async def test_h28_a_family_that_answers_nobody_costs_little(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve(monkeypatch, localhost=["::1", "127.0.0.1"])
    async with FaultServer() as server:
        server.api.on(BALANCE, answer('{"balance": 1}'))
        with socket.create_server(("::1", server.api.port), family=socket.AF_INET6, backlog=0) as full:
            fillers = [socket.socket(socket.AF_INET6) for _ in range(3)]
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(full.getsockname())
            async with client(f"http://localhost:{server.api.port}/v1") as gateway:
                began = asyncio.get_running_loop().time()
                assert (await gateway.balance()).amount == 1
                assert asyncio.get_running_loop().time() - began < 0.6
            for filler in fillers:
                filler.close()


@pytest.mark.usefixtures("trusting")
async def test_h25_h40_the_failure_told_is_that_of_the_last_address() -> None:
    async with FaultServer() as server:
        server.api.greeting = (Reset(),)
        broken = server.base_url.replace("http:", "https:")
        nobody = f"http://127.0.0.1:{refused_port()}/v1"
        async with client(broken, alternative=nobody) as gateway:
            told = await asked(gateway)
            assert (told.kind, told.reached) == (ErrorKind.CANNOT_CONNECT, Reached.NOTHING_SENT)
