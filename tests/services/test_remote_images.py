"""M01: what is asked of whom when the person wants to see an image of an answer."""

import asyncio

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.services import remote_images
from panda_desktop.services.remote_images import RemoteImages
from tests.gateway.scripted import Scripted, answer

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def refusal(images: RemoteImages, address: str) -> ErrorKind:
    with pytest.raises(PandaError) as caught:
        await images.fetch(address)
    return caught.value.kind


async def test_m01_one_request_without_key_cookie_or_referer() -> None:
    async with Scripted([answer(PNG, set_cookie="a=b", content_type="text/html")]) as server:
        images = RemoteImages(lambda: f"{server.url}/v1")
        assert server.calls == []
        assert await images.fetch(f"{server.url}/c.png?d=1") == PNG
        assert await images.fetch(f"{server.url}/c.png") == PNG
        assert [(call.method, call.path) for call in server.calls] == [
            ("GET", "/c.png?d=1"),
            ("GET", "/c.png"),
        ]
        for call in server.calls:
            assert not {"authorization", "cookie", "referer", "range"} & set(call.headers)


@pytest.mark.parametrize(
    "address",
    [
        "http://images.example/x.png",
        "https://127.0.0.1/x.png",
        "https://10.0.0.8/x.png",
        "https://169.254.169.254/latest",
        "https://[::1]/x.png",
        "https://[::ffff:192.168.1.1]/x.png",
        "file:///etc/passwd",
        "ftp://images.example/x.png",
        "https:///x.png",
        "https://images.example:99999/x.png",
        "https://" + "a" * 70 + ".example/x.png",
    ],
)
async def test_m01_only_https_and_only_public_addresses(address: str) -> None:
    images = RemoteImages(lambda: "https://api.pandaworld.example/v1")
    assert await refusal(images, address) in (ErrorKind.BLOCKED_ADDRESS, ErrorKind.NAME_NOT_FOUND)


async def test_m01_loopback_is_closed_unless_the_gateway_is_there_itself() -> None:
    async with Scripted([answer(PNG)]) as server:
        images = RemoteImages(lambda: "https://api.pandaworld.example/v1")
        assert await refusal(images, f"{server.url}/c.png") is ErrorKind.BLOCKED_ADDRESS
        assert server.calls == []


async def test_m01_a_redirect_to_a_private_address_is_not_followed() -> None:
    moved = answer(b"", "302 Found", location="https://192.168.0.1/secret.png")
    async with Scripted([moved]) as server:
        images = RemoteImages(lambda: f"{server.url}/v1")
        assert await refusal(images, f"{server.url}/c.png") is ErrorKind.BLOCKED_ADDRESS
        assert len(server.calls) == 1


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "200 OK", ErrorKind.NOT_MEDIA),
        (b"<html></html>", "200 OK", ErrorKind.NOT_MEDIA),
        (b"\0\0\0 ftypmp42" + bytes(40), "200 OK", ErrorKind.NOT_MEDIA),
        (b"", "200 OK", ErrorKind.NOT_MEDIA),
        (b"no", "404 Not Found", ErrorKind.LINK_EXPIRED),
    ],
)
async def test_m01_m03_what_is_no_raster_image_is_refused(body: bytes, status: str, kind: ErrorKind) -> None:
    async with Scripted([answer(body, status)]) as server:
        assert await refusal(RemoteImages(lambda: f"{server.url}/v1"), f"{server.url}/c.png") is kind


@pytest.mark.parametrize("told", [True, False])
async def test_m01_too_large_is_ended_early(told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_images, "MAX_BYTES", 100_000)
    body = PNG + bytes(2_000_000)
    length = {} if told else {"content_length": ""}
    async with Scripted([answer(body, **length)]) as server:
        images = RemoteImages(lambda: f"{server.url}/v1")
        assert await refusal(images, f"{server.url}/c.png") is ErrorKind.ANSWER_TOO_BIG
        assert len(server.calls) == 1


async def test_m01_a_few_at_once_and_the_rest_after_them() -> None:
    async with Scripted([answer(PNG)]) as server:
        images = RemoteImages(lambda: f"{server.url}/v1")
        found = await asyncio.gather(*(images.fetch(f"{server.url}/{n}.png") for n in range(9)))
        assert found == [PNG] * 9 and len(server.calls) == 9
