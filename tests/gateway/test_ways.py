"""The way the settings want: proxies, trusted authorities, waits, and the address that was reached last."""

import asyncio
import base64
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached, TlsCause
from panda_desktop.domain.network import Login, Network, ProxyMode
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.clocks import Clocks
from panda_desktop.gateway.paid import PaidPost, send
from panda_desktop.gateway.proxies import way_to
from panda_desktop.gateway.routes import Routes
from panda_desktop.gateway.transport import trusted
from tests.faults.answers import answer, chat, stream
from tests.faults.certificates import authority
from tests.faults.client import BALANCE, CHAT, IMAGE, IMAGES, KEY, asked, paid
from tests.faults.server import FaultServer, refused_port
from tests.faults.steps import Reset

FAR = "https://gateway.example/v1"
LOGIN = Login("some one", "p@ss:word/é")


@dataclass
class Proxy:
    """A proxy that leads every name to one place and keeps what it was told."""

    port: int = 0
    seen: bytearray = field(default_factory=bytearray)
    onward: tuple[str, int] = ("127.0.0.1", 0)
    asks_login: bool = False

    async def http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.seen += await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await self._join(reader, writer)

    async def socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        count = (await reader.readexactly(2))[1]
        self.seen += await reader.readexactly(count)
        writer.write(b"\x05\x02" if self.asks_login else b"\x05\x00")
        if self.asks_login:
            for _ in range(2):
                length = (await reader.readexactly(2 if _ == 0 else 1))[-1]
                self.seen += b"|" + await reader.readexactly(length)
            writer.write(b"\x01\x00")
        kind = (await reader.readexactly(4))[3]
        assert kind == 3, "a name, not an address: the proxy looks it up"
        self.seen += b"|" + await reader.readexactly((await reader.readexactly(1))[0])
        await reader.readexactly(2)
        writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x01")
        await self._join(reader, writer)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(*self.onward)
        await asyncio.gather(self._pump(reader, back), self._pump(there, writer), return_exceptions=True)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            self.seen += data
            writer.write(data)
        writer.close()


@asynccontextmanager
async def proxy(kind: ProxyMode, server: FaultServer) -> AsyncIterator[Proxy]:
    made = Proxy(onward=(server.api.host, server.api.port))
    serve = made.http if kind is ProxyMode.HTTP else made.socks
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as listening:
        made.port = listening.sockets[0].getsockname()[1]
        yield made


@asynccontextmanager
async def gateway(
    network: Network | list[Network], base_url: str = FAR, alternative: str | None = None
) -> AsyncIterator[Gateway]:
    """`network` may be a list whose last one is in force."""
    current = network if isinstance(network, list) else [network]
    made = Gateway(Endpoint(base_url, alternative), KEY, network=lambda: current[-1])
    try:
        yield made
    finally:
        await made.aclose()


@pytest.mark.parametrize("kind", [ProxyMode.HTTP, ProxyMode.SOCKS5])
@pytest.mark.parametrize("login", [None, LOGIN])
async def test_h27_the_proxy_of_the_settings_is_asked_and_sees_no_key(
    kind: ProxyMode, login: Login | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{refused_port()}")
    authorities = str(authority().file(tmp_path))
    async with FaultServer(tls=authority().server("gateway.example")) as server, proxy(kind, server) as way:
        way.asks_login = login is not None
        server.api.on(CHAT, stream(chat("through")))
        server.api.on(IMAGES, answer('{"data": []}'))
        network = Network(kind, "127.0.0.1", way.port, login, ca_file=authorities)
        async with gateway(network) as client:
            assert (await asked(client)).text == "through"
            # The process that holds a paid request goes the same way.
            whole = b"".join((await client.paid_images(IMAGE)).written())
        import io

        post = PaidPost.read(io.BytesIO(whole))
        assert post is not None and post.network == network
        assert (await send(post)).status == 200
        assert {request.headers["authorization"] for request in server.ledger.requests} == {
            f"Bearer {KEY.reveal()}"
        }
        assert KEY.reveal().encode() not in way.seen and b"gateway.example" in way.seen
        if login is not None and kind is ProxyMode.HTTP:
            told = base64.b64encode(f"{login.name}:{login.password}".encode())
            assert b"Proxy-Authorization: Basic " + told in way.seen
        elif login is not None:
            assert b"|".join((login.name.encode(), login.password.encode())) in way.seen


async def test_h27_a_dead_proxy_of_the_settings_is_named_without_its_password() -> None:
    port = refused_port()
    for kind in (ProxyMode.HTTP, ProxyMode.SOCKS5):
        async with gateway(Network(kind, "127.0.0.1", port, Login("someone", "secret"))) as client:
            told = await asked(client)
            assert told.error is not None
            assert (told.kind, told.reached) == (ErrorKind.PROXY_FAILED, Reached.NOTHING_SENT)
            assert told.error.detail.host == f"127.0.0.1:{port}"
            assert "secret" not in f"{told.error.detail}"


async def test_h27_none_is_none_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")
    assert way_to(FAR, Network()) == "http://proxy.example:3128"
    assert way_to(FAR, Network(ProxyMode.NONE)) == ""
    for url in ("http://127.0.0.1:1/v1", "http://localhost/v1", "https://[::1]/v1"):
        assert way_to(url, Network(ProxyMode.HTTP, "proxy.example", 1)) == ""
    assert way_to(FAR, Network(ProxyMode.SOCKS5, "::2", 1080)) == "socks5h://[::2]:1080"


async def test_h27_another_way_serves_the_next_request(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = [Network(ProxyMode.HTTP, "127.0.0.1", refused_port())]
    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    async with gateway(ways) as client:
        assert (await asked(client)).kind is ErrorKind.PROXY_FAILED
        ways.append(Network(ProxyMode.NONE))
        assert (await asked(client)).kind is ErrorKind.NAME_NOT_FOUND


def nowhere(*_: object, **__: object) -> list[object]:
    raise socket.gaierror(socket.EAI_NONAME, "unknown")


async def test_h26_an_authority_from_a_file_is_trusted_beside_the_system(tmp_path: Path) -> None:
    async with FaultServer(tls=authority().server()) as server:
        server.api.on(CHAT, stream(chat("safe")))
        ways = [Network()]
        async with gateway(ways, server.base_url) as client:
            told = await asked(client)
            assert (told.kind, told.reached) == (ErrorKind.TLS_FAILED, Reached.NOTHING_SENT)
            ways.append(Network(ca_file=str(authority().file(tmp_path))))
            assert (await asked(client)).text == "safe"


@pytest.mark.parametrize("content", [None, "", "no certificate", "\0\xff"])
async def test_h25_a_file_of_authorities_that_is_none_sends_nothing(
    content: str | None, tmp_path: Path
) -> None:
    file = tmp_path / "authority.pem"
    if content is not None:
        file.write_text(content, encoding="latin-1")
    async with gateway(Network(ca_file=str(file))) as client:
        told = await asked(client)
        assert told.error is not None and told.error.detail.code == TlsCause.AUTHORITY_FILE
        assert (told.kind, told.reached) == (ErrorKind.TLS_FAILED, Reached.NOTHING_SENT)


def test_k13_a_key_log_file_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "keys.log"
    monkeypatch.setenv("SSLKEYLOGFILE", str(log))

    async def main() -> None:
        file = str(authority().file(tmp_path))
        async with FaultServer(tls=authority().server()) as server:
            server.api.on(BALANCE, answer('{"balance": 1}'))
            async with gateway(Network(ca_file=file), server.base_url) as client:
                assert (await client.balance()).amount == 1

    asyncio.run(main())
    assert trusted().keylog_filename is None
    assert not log.exists()


def test_waits_are_those_of_the_settings() -> None:
    clocks = Clocks().of(Network(connect_s=7, first_byte_s=600, idle_s=500))
    assert (clocks.connect_s, clocks.first_byte_s, clocks.bytes_idle_s) == (7.0, 600.0, 500.0)
    assert clocks.payload_idle_s == 500.0 and clocks.total_s == 600.0
    assert Clocks().of(Network()) == Clocks()


async def test_h40_the_address_that_was_reached_is_asked_first_from_then_on() -> None:
    async with FaultServer() as server:
        server.assets.on(BALANCE, answer('{"balance": 1}'))
        server.assets.on(IMAGES, answer('{"data": []}'))
        dead = f"http://127.0.0.1:{refused_port()}/v1"
        routes = Routes()
        endpoint = Endpoint(dead, f"{server.assets.url}/v1")
        client = Gateway(endpoint, KEY, routes=routes)
        other = Gateway(endpoint, KEY, routes=routes)
        try:
            assert routes.order(endpoint)[0] == dead
            assert (await client.balance()).amount == 1
            assert routes.order(endpoint) == (endpoint.alternative, dead)
            # Also for other clients, and for the process that holds a paid request.
            post = await other.paid_images(IMAGE)
            assert post.endpoint == Endpoint(f"{server.assets.url}/v1", dead)
        finally:
            await client.aclose()
            await other.aclose()


async def test_h40_a_remembered_address_never_repeats_what_was_sent() -> None:
    async with FaultServer() as server:
        first, second = server.base_url, f"{server.assets.url}/v1"
        routes = Routes()
        routes.reached(Endpoint(first, second), second)
        server.assets.on("*", (Reset(),))
        server.api.on("*", answer('{"data": []}'))
        client = Gateway(Endpoint(first, second), KEY, routes=routes)
        try:
            failed = await paid(client, IMAGE)
            assert isinstance(failed, PandaError) and failed.reached is Reached.MAYBE_SENT
            assert (await asked(client)).reached is Reached.MAYBE_SENT
        finally:
            await client.aclose()
        assert server.ledger.of(origin="api") == []


async def test_k15_a_client_whose_key_was_removed_sends_nothing() -> None:
    async with FaultServer() as server:
        async with gateway(Network(), server.base_url) as client:
            client.forget_key()
            assert (await asked(client)).kind is ErrorKind.NO_KEY
            with pytest.raises(PandaError) as caught:
                await client.poll("id")
            assert caught.value.kind is ErrorKind.NO_KEY
            with pytest.raises(PandaError):
                await client.paid_images(IMAGE)
        assert len(server.ledger) == 0


def test_a_network_is_a_value_that_can_be_compared() -> None:
    assert replace(Network(), login=LOGIN) != Network()
