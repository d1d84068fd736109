"""Images over HTTP, and the origin that serves them."""

import base64

import httpx
import pytest
from PySide6.QtGui import QImage

from tests.demo.running import Running, running

PNG = b"\x89PNG\r\n\x1a\n"


def _size(data: bytes) -> tuple[int, int]:
    image = QImage.fromData(data)
    return image.width(), image.height()


@pytest.fixture(scope="module")
def file(demo: Running) -> str:
    """The address of a picture."""
    return str(demo.images(model="seedream-5-lite", prompt="a lake at dawn").json()["data"][0]["url"])


def test_the_example_of_the_documentation(demo: Running) -> None:
    prompt = "A cute cat sitting on a window sill, digital art"
    answer = demo.sdk.images.generate(model="wan-2.7-image", prompt=prompt, n=1, size="1024x1024")
    assert answer.data is not None
    (image,) = answer.data
    assert image.revised_prompt is not None
    assert image.revised_prompt.startswith(prompt)
    data = httpx.get(str(image.url)).content
    assert data.startswith(PNG)
    assert _size(data) == (1024, 1024)


@pytest.mark.parametrize(
    ("model", "size"), [("wan-2.7-image", "1280x720"), ("kolors", "720x1440"), ("seedream-5-lite", "512x768")]
)
def test_the_size_is_the_one_asked_for(demo: Running, model: str, size: str) -> None:
    entry = demo.images(model=model, prompt="a forest", size=size).json()["data"][0]
    data = base64.b64decode(entry["b64_json"]) if "b64_json" in entry else httpx.get(entry["url"]).content
    assert "x".join(map(str, _size(data))) == size


def test_one_model_answers_in_base64_and_any_can(demo: Running) -> None:
    assert "b64_json" in demo.images(model="kolors", prompt="a cat").json()["data"][0]
    body = {"model": "seedream-5-lite", "prompt": "a cat", "response_format": "b64_json"}
    assert base64.b64decode(demo.images(**body).json()["data"][0]["b64_json"]).startswith(PNG)
    assert "url" in demo.images(**{**body, "response_format": "url"}).json()["data"][0]


def test_each_of_several_images_is_another_and_so_is_a_second_try(demo: Running) -> None:
    body = {"model": "seedream-5-lite", "prompt": "a panda", "n": 3}
    urls = [entry["url"] for _ in range(2) for entry in demo.images(**body).json()["data"]]
    assert len({httpx.get(url).content for url in urls}) == 6


def test_no_key_is_needed_for_a_file_and_what_came_is_noted() -> None:
    with running("--speed", "1000") as demo:
        url = demo.images(model="seedream-5-lite", prompt="a boat").json()["data"][0]["url"]
        assert url.startswith(demo.asset_url)
        assert httpx.get(url).status_code == 200
        assert demo.control("GET", "asset-ledger")["authorization_seen"] is False
        assert demo.client.get(url).status_code == 200
        noted = demo.control("GET", "asset-ledger")
        assert noted["authorization_seen"] is True
        assert [one["authorization"] for one in noted["requests"]] == [False, True]
        assert "sk-" not in str(noted)


def test_a_file_is_served_in_parts(file: str) -> None:
    whole = httpx.get(file)
    data = whole.content
    assert whole.headers["accept-ranges"] == "bytes"
    assert int(whole.headers["content-length"]) == len(data)
    assert httpx.head(file).headers["content-length"] == str(len(data))
    for span, expected in (
        ("bytes=0-9", data[:10]),
        ("bytes=100-", data[100:]),
        ("bytes=-7", data[-7:]),
        ("bytes=5-99999999", data[5:]),
    ):
        part = httpx.get(file, headers={"Range": span})
        assert part.status_code == 206
        assert part.content == expected
        assert part.headers["content-range"].endswith(f"/{len(data)}")
    beyond = httpx.get(file, headers={"Range": f"bytes={len(data)}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{len(data)}")


def test_a_part_is_only_given_of_the_same_file(file: str) -> None:
    tag = httpx.head(file).headers["etag"]
    assert httpx.get(file, headers={"Range": "bytes=0-9", "If-Range": tag}).status_code == 206
    assert httpx.get(file, headers={"Range": "bytes=0-9", "If-Range": '"other"'}).status_code == 200
    assert httpx.get(file, headers={"If-None-Match": tag}).status_code == 304


def test_a_file_that_is_not_there(demo: Running) -> None:
    assert httpx.get(f"{demo.asset_url}/files/nothing.png").status_code == 404
