"""Addresses as people type them and as answers name them: normalised, refused, or never given the key."""

import pytest

from panda_desktop.domain.account import OFFICIAL, OFFICIAL_ALTERNATIVE
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.gateway.addresses import is_own, parse_endpoint
from panda_desktop.gateway.client import Gateway
from tests.gateway.test_client import KEY, run


@pytest.mark.parametrize(
    ("typed", "base_url"),
    [
        (" https://api.pandaworld.space/v1/ ", OFFICIAL.base_url),
        ("pandaworld.space/api", OFFICIAL.base_url),
        ("https://host.example", "https://host.example/v1"),
        ("http://localhost:8080/v1/chat/completions", "http://localhost:8080/v1"),
        ("http://[::1]:80/v1", "http://[::1]:80/v1"),
        ("https://pandaworld.space", OFFICIAL.base_url),
        ("www.pandaworld.space/", OFFICIAL.base_url),
        ("API.PandaWorld.Space/V1", OFFICIAL.base_url),
        ("https://api.pandaworld.space:443/v1", OFFICIAL.base_url),
        ("https://api.pandaworld.space./v1", OFFICIAL.base_url),
        ("<https://host.example/v1>\u200b", "https://host.example/v1"),
    ],
)
def test_h40_addresses(typed: str, base_url: str) -> None:
    assert parse_endpoint(typed).base_url == base_url


@pytest.mark.parametrize(
    "typed",
    [
        "http://host.example",
        "https://u:p@host.example",
        "ftp://x",
        "",
        "a b",
        "https://",
        "https:/host.example",
        "https://@host.example",
        "https://host.example:0",
    ],
)
def test_h40_refused_addresses(typed: str) -> None:
    with pytest.raises(PandaError) as caught:
        parse_endpoint(typed)
    assert caught.value.detail.param == "base_url"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/x",
        "https://10.0.0.1/x",
        "https://169.254.169.254/x",
        "http://x.example/",
        "file:///x",
        "http://[bad",
        "https://x.example:99999/",
    ],
)
def test_v16_a_polling_address_that_is_private_or_none_is_not_touched(url: str) -> None:
    async def main() -> None:
        gateway = Gateway(OFFICIAL, KEY)
        with pytest.raises(PandaError) as caught:
            await gateway.poll("", url)
        assert caught.value.kind is ErrorKind.BLOCKED_ADDRESS
        await gateway.aclose()

    run(main())


@pytest.mark.parametrize(
    ("url", "base_url", "own"),
    [
        (f"{OFFICIAL_ALTERNATIVE}/videos/v1", OFFICIAL.base_url, True),  # the same gateway
        (f"{OFFICIAL.base_url}/videos/v1", OFFICIAL.base_url, True),
        ("https://pandaworld.space.evil.example/x", OFFICIAL.base_url, False),
        ("https://pandaworld.space:8443/x", OFFICIAL.base_url, False),
        ("http://pandaworld.space/x", OFFICIAL.base_url, False),
        (f"{OFFICIAL_ALTERNATIVE}/x", "https://host.example/v1", False),
    ],
)
def test_k14_which_addresses_are_the_gateways_own(url: str, base_url: str, own: bool) -> None:
    assert is_own(url, base_url) is own
