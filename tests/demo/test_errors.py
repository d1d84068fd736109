"""Keys, and errors on demand: by model, by header, mapped to the exceptions of the official package."""

import httpx
import openai
import pytest

from tests.demo.running import Running

NAMED = [
    ("400", openai.BadRequestError, 400, None),
    ("401", openai.AuthenticationError, 401, "invalid_api_key"),
    ("402", openai.APIStatusError, 402, "insufficient_funds"),
    ("403", openai.PermissionDeniedError, 403, "content_policy"),
    ("404", openai.NotFoundError, 404, "model_not_found"),
    ("429", openai.RateLimitError, 429, "rate_limited"),
    ("quota", openai.RateLimitError, 429, "insufficient_user_quota"),
    ("500", openai.InternalServerError, 500, None),
    ("502", openai.InternalServerError, 502, None),
    ("503", openai.InternalServerError, 503, None),
    ("524", openai.InternalServerError, 524, None),
]


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(("word", "kind", "status", "code"), NAMED)
def test_a_model_fails_as_its_name_says(
    demo: Running, word: str, kind: type[openai.APIStatusError], status: int, code: str | None, stream: bool
) -> None:
    with pytest.raises(kind) as caught:
        demo.sdk.chat.completions.create(
            model=f"error-{word}", messages=[{"role": "user", "content": "Hi"}], stream=stream
        )
    assert caught.value.status_code == status
    assert caught.value.code == code


@pytest.mark.parametrize("word", ["402", "429", "500"])
def test_images_and_videos_fail_as_well(demo: Running, word: str) -> None:
    with pytest.raises(openai.APIStatusError):
        demo.sdk.images.generate(model=f"error-{word}-image", prompt="a cat")
    assert demo.chat(f"error-{word}-video", "a cat").status_code == int(word)


def test_the_header_makes_any_request_fail(demo: Running) -> None:
    headers = {"X-Demo-Error": "503"}
    assert demo.client.get("/models", headers=headers).status_code == 503
    assert demo.client.get("/dashboard/billing", headers=headers).status_code == 503
    body = {"model": "kolors", "prompt": "a cat"}
    assert demo.client.post("/images/generations", json=body, headers=headers).status_code == 503


def test_a_rate_limit_says_when_to_come_back(demo: Running) -> None:
    assert demo.chat("error-429", "Hi").headers["retry-after"] == "20"


def test_no_credit_names_balance_and_cost(demo: Running) -> None:
    sentence = demo.chat("error-402", "Hi").json()["error"]["message"]
    assert "$0.50" in sentence
    assert "Estimated cost: $0.75" in sentence


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer"}, {"Authorization": "Basic sk-x"}])
def test_without_a_key_nothing_is_shown(demo: Running, header: dict[str, str]) -> None:
    for path in ("/models", "/models/kolors", "/dashboard/billing"):
        answer = httpx.get(demo.base_url + path, headers=header)
        assert answer.status_code == 401
        assert answer.json()["error"]["type"] == "authentication_error"


@pytest.mark.parametrize(("key", "works"), [("sk-anything", True), ("sk-bad", False), ("other", False)])
def test_any_key_works_but_the_bad_one(demo: Running, key: str, works: bool) -> None:
    sdk = demo.sdk.with_options(api_key=key)
    if works:
        assert sdk.models.list().data
    else:
        with pytest.raises(openai.AuthenticationError):
            sdk.models.list()


def test_the_poor_key_sees_its_balance_and_can_pay_nothing(demo: Running) -> None:
    poor = demo.sdk.with_options(api_key="sk-poor")
    assert poor.models.list().data
    with pytest.raises(openai.APIStatusError) as caught:
        poor.images.generate(model="kolors", prompt="a cat")
    assert caught.value.status_code == 402


def test_every_answer_carries_its_id_and_the_limits(demo: Running) -> None:
    answers = [
        demo.client.get("/models"),
        demo.client.get("/nothing"),
        httpx.get(f"{demo.base_url}/models"),
        demo.chat("error-500", "Hi"),
        demo.chat("deepseek-v4-flash", "Hi"),
    ]
    assert len({answer.headers["x-request-id"] for answer in answers}) == len(answers)
    assert all(int(answer.headers["x-ratelimit-remaining-requests"]) > 0 for answer in answers)


def test_an_answer_can_be_cut_in_the_middle(demo: Running) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        demo.chat("error-cut", "Tell me about the sea")
    with pytest.raises(httpx.RemoteProtocolError):
        demo.images(model="error-cut-image", prompt="a cat", size="1024x1024")
    pieces = []
    with pytest.raises((openai.APIError, httpx.TransportError)):
        for chunk in demo.sdk.chat.completions.create(
            model="error-cut", messages=[{"role": "user", "content": "Tell me about the sea"}], stream=True
        ):
            pieces.append(chunk)
    assert pieces


def test_an_error_can_come_inside_a_stream(demo: Running) -> None:
    with pytest.raises(openai.APIError, match="in the middle"):
        list(
            demo.sdk.chat.completions.create(
                model="error-stream",
                messages=[{"role": "user", "content": "Tell me about the sea"}],
                stream=True,
            )
        )


def test_a_portal_and_an_empty_answer(demo: Running) -> None:
    portal = demo.chat("error-html", "Hi")
    assert portal.status_code == 200
    assert portal.headers["content-type"].startswith("text/html")
    assert demo.chat("error-empty", "Hi").content == b""


def test_an_answer_can_stay_away(demo: Running) -> None:
    body = {"model": "error-stall", "messages": [{"role": "user", "content": "Hi"}]}
    with pytest.raises(httpx.ReadTimeout):
        demo.client.post("/chat/completions", json=body, timeout=0.3)
    with (
        pytest.raises(httpx.ReadTimeout),
        demo.client.stream("POST", "/chat/completions", json={**body, "stream": True}, timeout=0.3) as answer,
    ):
        seen = b"".join(answer.iter_bytes())
        assert seen
