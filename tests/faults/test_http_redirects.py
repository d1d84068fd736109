"""Redirects of the API: none is ever followed."""

from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from tests.faults.answers import answer
from tests.faults.certificates import authority, trust
from tests.faults.client import CHAT, IMAGES, MODELS, VIDEO, answered, asked, client, paid
from tests.faults.server import FaultServer, Reply


def moved(status: int, location: str) -> Reply:
    return answer("", status, headers={"location": location})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("elsewhere", [False, True])
async def test_h19_a_redirect_of_a_post(status: int, elsewhere: bool) -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        target = server.assets.url if elsewhere else server.api.url
        server.api.on(CHAT, moved(status, f"{target}/v2/chat/completions"))
        server.assets.on("*", answer("{}"))
        told = await asked(gateway)
        assert told.error is not None
        assert (told.kind, told.error.detail.host) == (ErrorKind.REDIRECTED, "127.0.0.1")
        found = await paid(gateway, VIDEO)
        assert isinstance(found, PandaError)
        assert (found.kind, found.reached) == (ErrorKind.REDIRECTED, Reached.ANSWERED)
        assert [request.route for request in server.ledger.requests] == [CHAT, CHAT]


async def test_h20_a_redirect_of_a_get() -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(MODELS, moved(302, f"{server.assets.url}/v1/models"))
        server.assets.on("*", answer('{"data":[{"id":"x"}]}'))
        with pytest.raises(PandaError) as caught:
            await gateway.models()
        assert caught.value.kind is ErrorKind.REDIRECTED
        assert server.ledger.of(origin="assets") == []


@pytest.mark.parametrize(
    "location",
    ["", "file:///etc/passwd", "javascript:alert(1)", "//", "http://[", "\x7f", "/v1/chat/completions"],
)
async def test_h21_odd_places_and_a_loop(location: str) -> None:
    told = await answered(moved(302, location))
    assert told.kind is ErrorKind.REDIRECTED


async def test_h22_from_https_to_http(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(tmp_path, monkeypatch)
    async with FaultServer(tls=authority().server()) as server, client(server.base_url) as gateway:
        open_text = await server.add("open text")
        server.api.on(IMAGES, moved(307, f"{open_text.url}/v1/images/generations"))
        server.api.on(CHAT, moved(307, f"{open_text.url}/v1/chat/completions"))
        assert (await asked(gateway)).kind is ErrorKind.REDIRECTED
        assert isinstance(await paid(gateway, VIDEO), PandaError)
        assert server.ledger.of(origin="open text") == []
