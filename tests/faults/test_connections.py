"""Connections: kept ones that are gone, breaks in the middle, many at once, cookies, addresses."""

import asyncio

import pytest

from panda_desktop.domain.account import OFFICIAL
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.gateway.addresses import parse_endpoint
from tests.faults.answers import answer, chat, head, json_answer, stream
from tests.faults.client import BALANCE, CHAT, IMAGE, IMAGES, MODELS, VIDEO, answered, asked, client, paid
from tests.faults.server import FaultServer, refused_port
from tests.faults.steps import Close, Next, Reset, Send, Stall

MONEY = json_answer({"balance": 1}, keep=True)


@pytest.mark.parametrize("end", [Close(), Reset()])
@pytest.mark.parametrize("early", [False, True])
async def test_h34_a_break_before_the_status(end: Close | Reset, early: bool) -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        for route in (CHAT, IMAGES):
            server.api.on(route, (end,), early=early)
        told = await asked(gateway)
        assert (told.kind, told.reached) == (ErrorKind.CONNECTION_LOST, Reached.MAYBE_SENT)
        for request in (VIDEO, IMAGE):
            error = await paid(gateway, request)
            assert isinstance(error, PandaError)
            assert (error.kind, error.reached) == (ErrorKind.CONNECTION_LOST, Reached.MAYBE_SENT)
        assert len(server.ledger) == 3, "nothing is sent twice"


async def test_h34_a_break_in_the_status() -> None:
    told = await answered((Send(head(200)[:9]), Reset()))
    assert (told.kind, told.reached) == (ErrorKind.CONNECTION_LOST, Reached.MAYBE_SENT)


async def test_h34_what_is_no_http() -> None:
    told = await answered((Send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"),))
    assert (told.kind, told.reached) == (ErrorKind.CONNECTION_LOST, Reached.MAYBE_SENT)


async def test_h35_a_kept_connection_is_used_again() -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(BALANCE, MONEY)
        whole = chat("a")
        kept = {"content-length": str(len(whole)), "connection": "keep-alive"}
        server.api.on(CHAT, (*stream(whole, headers=kept), Next()))
        for _ in range(2):
            await gateway.balance()
            assert (await asked(gateway)).text == "a"
        assert server.api.connections == 1


async def test_h35_a_kept_connection_that_the_server_has_closed() -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(BALANCE, MONEY)
        server.api.on(CHAT, stream(chat("a")))
        for _ in range(3):
            await gateway.balance()
            server.api.drop_idle()
            await asyncio.sleep(0.02)
            assert (await asked(gateway)).text == "a"
        assert len(server.ledger.of(CHAT)) == 3


async def test_h35_a_kept_connection_that_closes_as_the_request_arrives() -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(BALANCE, MONEY, (Close(),), MONEY)
        await gateway.balance()
        assert (await gateway.balance()).amount == 1, "a GET is asked again"
        server.api.on(CHAT, (Close(),))
        told = await asked(gateway)
        assert (told.kind, told.reached) == (ErrorKind.CONNECTION_LOST, Reached.MAYBE_SENT)
        assert len(server.ledger.of(CHAT)) == 1, "a POST is not"


async def test_h36_held_requests_are_not_in_the_way_of_a_chat() -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(IMAGES, (Stall(),))
        server.api.on(CHAT, stream(chat("a")))
        held = [asyncio.create_task(paid(gateway, IMAGE)) for _ in range(12)]
        streams = [asyncio.create_task(asked(gateway)) for _ in range(12)]
        while len(server.ledger.of(IMAGES)) < 12:
            await asyncio.sleep(0.005)
        assert [told.text for told in await asyncio.gather(*streams)] == ["a"] * 12
        for task in held:
            task.cancel()
        await asyncio.gather(*held, return_exceptions=True)


async def test_h42_cookies_are_not_kept() -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        cookie = {"set-cookie": "session=1; Path=/", "content-length": "14"}
        server.api.on(BALANCE, answer('{"balance": 1}', headers=cookie))
        server.api.on(CHAT, stream(chat("a"), headers={"set-cookie": "b=2"}))
        for _ in range(2):
            await gateway.balance()
            await asked(gateway)
        assert all("cookie" not in request.headers for request in server.ledger.requests)
        server.api.on(IMAGES, answer("{}", headers={"set-cookie": "c=3"}))
        found = await paid(gateway, IMAGE)
        assert not isinstance(found, PandaError) and "set-cookie" not in found.headers


# Addresses


@pytest.mark.parametrize(
    ("typed", "base_url"),
    [
        ("https://host.example", "https://host.example/v1"),
        ("https://host.example/", "https://host.example/v1"),
        ("https://host.example/v1", "https://host.example/v1"),
        ("https://host.example/v1/", "https://host.example/v1"),
        ("https://host.example/v1/models", "https://host.example/v1"),
        ("\thttps://host.example/v1\n", "https://host.example/v1"),
        ("HTTPS://HOST.Example/v1", "https://host.example/v1"),
        ("host.example:8443/api", "https://host.example:8443/api/v1"),
        ("https://bücher.example/v1", "https://xn--bcher-kva.example/v1"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("https://pandaworld.space/api/v1", OFFICIAL.base_url),
        ("api.pandaworld.space", OFFICIAL.base_url),
    ],
)
def test_h40_ways_of_writing_an_address(typed: str, base_url: str) -> None:
    assert parse_endpoint(typed).base_url == base_url


@pytest.mark.parametrize(
    "typed",
    [
        "http://host.example",
        "http://192.168.1.5:8080",
        "https://user:pw@host.example",
        "https://user@host.example",
        "https://host.example/v1?key=1",
        "https://host.example:99999",
        "https://ho st.example",
        "file:///etc/passwd",
        "javascript://x",
        "https://",
        "https://[::1",
        "",
    ],
)
def test_h40_addresses_that_are_refused(typed: str) -> None:
    with pytest.raises(PandaError) as caught:
        parse_endpoint(typed)
    assert caught.value.detail.param == "base_url"


async def test_h40_the_other_address_never_repeats_what_was_sent() -> None:
    async with (
        FaultServer() as server,
        client(server.base_url, alternative=f"{server.assets.url}/v1") as gateway,
    ):
        for route in (CHAT, IMAGES):
            server.api.on(route, (Reset(),), answer("", 502))
        for _ in range(2):
            assert (await asked(gateway)).reached is Reached.MAYBE_SENT
            assert isinstance(await paid(gateway, IMAGE), PandaError)
        assert server.ledger.of(origin="assets") == []


async def test_h24_h40_the_other_address_is_asked_while_nothing_was_sent() -> None:
    async with FaultServer() as server:
        server.assets.on(MODELS, json_answer({"data": ["a"]}))
        server.assets.on(IMAGES, json_answer({"data": []}))
        nobody = f"http://127.0.0.1:{refused_port()}/v1"
        async with client(nobody, alternative=f"{server.assets.url}/v1") as gateway:
            assert [model.id for model in await gateway.models()] == ["a"]
            assert not isinstance(await paid(gateway, IMAGE), PandaError)
