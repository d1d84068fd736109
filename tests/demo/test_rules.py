"""What is refused with 400 or 404, and which field it names."""

from typing import Any

import httpx
import openai
import pytest

from tests.demo.running import Running

CHAT = {"model": "deepseek-v4-flash", "messages": [{"role": "user", "content": "Hi"}]}
IMAGE = {"model": "wan-2.7-image", "prompt": "a cat"}
TEXT = {"model": "deepseek-v4-flash", "prompt": "Hi"}
OUT_OF_RANGE: list[dict[str, Any]] = [
    *({"temperature": value} for value in (-0.1, 2.1, "hot", True)),
    *({"top_p": value} for value in (-0.1, 1.1)),
    *({"max_tokens": value} for value in (0, -5, 1.5, "many")),
    *({"n": value} for value in (0, 11, 2.5, "all")),
    {"stream": "yes"},
    {"stop": 5},
    {"stream_options": {"include_usage": True}},
]


def _refused(answer: httpx.Response, param: str | None, status: int = 400) -> None:
    assert answer.status_code == status
    error = answer.json()["error"]
    assert set(error) == {"message", "type", "code", "param"}
    assert error["param"] == param
    assert error["message"]


@pytest.mark.parametrize("field", OUT_OF_RANGE, ids=str)
@pytest.mark.parametrize(
    ("path", "body"), [("/chat/completions", CHAT), ("/completions", TEXT)], ids=["chat", "text"]
)
def test_a_parameter_out_of_range_is_named(
    demo: Running, path: str, body: dict[str, Any], field: dict[str, Any]
) -> None:
    _refused(demo.client.post(path, json={**body, **field}), next(iter(field)))


@pytest.mark.parametrize(
    "field",
    [
        {"n": 0},
        {"n": 11},
        {"n": 1.5},
        {"size": "3x3"},
        {"size": 7},
        {"response_format": "gif"},
        {"prompt": " "},
    ],
    ids=str,
)
def test_an_image_parameter_out_of_range_is_named(demo: Running, field: dict[str, Any]) -> None:
    _refused(demo.images(**{**IMAGE, **field}), next(iter(field)))


def test_the_edges_of_the_ranges_are_allowed(demo: Running) -> None:
    for field in (
        {"temperature": 0},
        {"temperature": 2},
        {"top_p": 0},
        {"top_p": 1},
        {"n": 10},
        {"max_tokens": 1},
    ):
        assert demo.client.post("/chat/completions", json={**CHAT, **field}).status_code == 200


@pytest.mark.parametrize(
    ("messages", "param"),
    [
        (None, "messages"),
        ([], "messages"),
        ("Hi", "messages"),
        (["Hi"], "messages[0]"),
        ([{"role": "user", "content": "  "}], "messages"),
        ([{"role": "robot", "content": "Hi"}], "messages[0].role"),
        ([{"role": "user", "content": 5}], "messages[0].content"),
        ([{"role": "user", "content": [{"type": "smell"}]}], "messages[0].content"),
    ],
)
def test_messages_that_are_wrong_are_named(demo: Running, messages: object, param: str) -> None:
    _refused(demo.client.post("/chat/completions", json={**CHAT, "messages": messages}), param)


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"\xff\xfe", b'"text"'])
def test_a_body_that_is_no_object_is_refused(demo: Running, body: bytes) -> None:
    for path in ("/chat/completions", "/completions", "/images/generations"):
        _refused(demo.client.post(path, content=body), None)


@pytest.mark.parametrize(
    ("path", "body"), [("/chat/completions", CHAT), ("/completions", TEXT), ("/images/generations", IMAGE)]
)
def test_a_model_nobody_offers_is_not_found(demo: Running, path: str, body: dict[str, Any]) -> None:
    answer = demo.client.post(path, json={**body, "model": "gpt-0"})
    _refused(answer, "model", 404)
    assert answer.json()["error"]["code"] == "model_not_found"
    _refused(demo.client.post(path, json={**body, "model": None}), "model")


@pytest.mark.parametrize(
    ("path", "body", "model"),
    [
        ("/chat/completions", CHAT, "kolors"),
        ("/completions", TEXT, "kolors"),
        ("/completions", TEXT, "wan-2.7-video"),
        ("/images/generations", IMAGE, "deepseek-v4-flash"),
        ("/images/generations", IMAGE, "wan-2.7-video"),
        ("/images/generations", IMAGE, "auto"),
    ],
)
def test_a_model_of_the_wrong_kind_is_refused(
    demo: Running, path: str, body: dict[str, Any], model: str
) -> None:
    _refused(demo.client.post(path, json={**body, "model": model}), "model")


def test_a_video_cannot_be_streamed(demo: Running) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        demo.sdk.chat.completions.create(
            model="wan-2.7-video", messages=[{"role": "user", "content": "a cat"}], stream=True
        )
    assert caught.value.param == "stream"


def test_nothing_refused_is_charged(demo: Running) -> None:
    before = demo.balance()
    answer = demo.images(model="wan-2.7-image", prompt="a cat", n=11)
    assert demo.entry(answer)["cost"] == 0
    assert demo.entry(answer)["outcome"] == "refused"
    assert demo.balance() == before
