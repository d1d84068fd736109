"""The client over real sockets."""

import asyncio
import json
import socket
from collections.abc import Coroutine
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest

from panda_desktop.domain.account import OFFICIAL, Endpoint
from panda_desktop.domain.chat import Parameters, Role
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.events import ChatEvent, Finished, ModelNamed, Opened, TextDelta
from panda_desktop.domain.jobs import ImageRequest, VideoRequest
from panda_desktop.domain.media import MediaKind
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.assets import AssetClient
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.clocks import Clocks
from panda_desktop.gateway.paid import send
from panda_desktop.gateway.requests import ChatRequest, ChatTurn, CompletionRequest
from tests.canary import CANARY
from tests.gateway.scripted import Play, Scripted, answer, reset, stream

KEY = ApiKey(CANARY)
ASK = ChatRequest("auto", (ChatTurn(Role.USER, "Hi"),), Parameters(temperature=0.5))
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100


_T = TypeVar("_T")


def run(work: Coroutine[Any, Any, _T]) -> _T:
    return asyncio.run(asyncio.wait_for(work, 20))


async def told(server: Scripted, clocks: Clocks | None = None) -> list[ChatEvent]:
    gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY, clocks or Clocks())
    try:
        return [event async for event in gateway.stream_chat(ASK)]
    finally:
        await gateway.aclose()


def failure(*plays: Play, clocks: Clocks | None = None) -> tuple[PandaError, int]:
    async def main() -> tuple[PandaError, int]:
        async with Scripted(list(plays)) as server:
            with pytest.raises(PandaError) as caught:
                await told(server, clocks)
            return caught.value, len(server.calls)

    return run(main())


def test_a_streamed_answer_and_what_was_sent() -> None:
    async def main() -> None:
        pieces = (
            b'data: {"model":"served","choices":[{"delta":{"content":"Hel"}}]}\n\n',
            b'data: {"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
        )
        async with Scripted([stream(*pieces)]) as server:
            events = await told(server)
            (call,) = server.calls
        text = "".join(event.text for event in events if isinstance(event, TextDelta))
        assert (text, events[0], events[-1]) == ("Hello", Opened(""), Finished("stop"))
        assert ModelNamed("served") in events
        assert call.headers["authorization"] == f"Bearer {KEY.reveal()}"
        assert call.headers["accept-encoding"] == "identity"
        body = json.loads(call.body)
        assert body["temperature"] == 0.5 and body["stream"] is True
        assert "top_p" not in body and "max_tokens" not in body

    run(main())


def test_an_unknown_stream_option_is_left_out_and_remembered() -> None:
    async def main() -> None:
        refusal = answer('{"error":{"message":"unknown field stream_options"}}', "400 Bad Request")
        async with Scripted([refusal, stream(b"data: [DONE]\n\n")]) as server:
            assert (await told(server))[-1] == Finished("stop")
            assert [b"stream_options" in call.body for call in server.calls] == [True, False]

    run(main())


def test_s17_s37_a_cut_stream() -> None:
    piece = b'data: {"choices":[{"delta":{"content":"a"}}]}\n\n'
    assert failure(stream(piece))[0].kind is ErrorKind.TRUNCATED
    assert failure(stream(piece, then_reset=True))[0].kind in (ErrorKind.CONNECTION_LOST, ErrorKind.TRUNCATED)


def test_s32_s33_answers_that_are_no_stream() -> None:
    async def main() -> list[ChatEvent]:
        whole = '{"model":"m","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}'
        async with Scripted([answer(whole)]) as server:
            return await told(server)

    assert run(main())[1:] == [ModelNamed("m"), TextDelta("Hi"), Finished("stop")]
    page = answer("<html><head><title>x</title></head><body>Sign in</body></html>", content_type="text/html")
    error, _ = failure(page)
    assert (error.kind, error.detail.message) == (ErrorKind.NOT_THE_GATEWAY, "Sign in")
    assert failure(answer(""))[0].kind is ErrorKind.EMPTY_ANSWER


def test_s38_s39_s40_the_clocks() -> None:
    async def silent(call: object) -> None:
        await asyncio.sleep(5)

    error, _ = failure(silent, clocks=Clocks(first_byte_s=0.1))
    assert (error.kind, error.reached) == (ErrorKind.NO_FIRST_BYTE, Reached.MAYBE_SENT)

    async def main() -> ErrorKind:
        hold = asyncio.Event()
        async with Scripted([stream(b": hello\n\n", hold=hold)]) as server:
            with pytest.raises(PandaError) as caught:
                await told(server, Clocks(bytes_idle_s=0.1))
            hold.set()
            return caught.value.kind

    assert run(main()) is ErrorKind.STALLED


@pytest.mark.parametrize(
    ("status", "body", "kind", "reached"),
    [
        (400, '{"error":{"message":"n","param":"n"}}', ErrorKind.BAD_REQUEST, Reached.ANSWERED),
        (401, '{"error":{"code":"invalid_api_key"}}', ErrorKind.KEY_REFUSED, Reached.ANSWERED),
        (402, '{"error":{"code":"insufficient_funds"}}', ErrorKind.NO_CREDIT, Reached.ANSWERED),
        (403, '{"error":{"code":"insufficient_user_quota"}}', ErrorKind.NO_CREDIT, Reached.ANSWERED),
        (404, '{"error":{"code":"model_not_found"}}', ErrorKind.MODEL_NOT_FOUND, Reached.ANSWERED),
        (404, "", ErrorKind.ADDRESS_WRONG, Reached.ANSWERED),
        (408, "", ErrorKind.REQUEST_TIMEOUT, Reached.MAYBE_SENT),
        (413, "null", ErrorKind.TOO_LARGE, Reached.ANSWERED),
        (429, '{"error":"slow down"}', ErrorKind.RATE_LIMITED, Reached.ANSWERED),
        (500, "[]", ErrorKind.SERVER_ERROR, Reached.MAYBE_SENT),
        (502, "<h1>Bad</h1>", ErrorKind.UPSTREAM_FAILED, Reached.MAYBE_SENT),
        (524, "\x00", ErrorKind.GATEWAY_TIMEOUT, Reached.MAYBE_SENT),
    ],
)
def test_h01_h14_refusals(status: int, body: str, kind: ErrorKind, reached: Reached) -> None:
    error, calls = failure(answer(body, f"{status} X"))
    assert (error.kind, error.reached, error.detail.status, calls) == (kind, reached, status, 1)


@pytest.mark.parametrize(
    ("said", "seconds"), [("20", 20), ("-10", None), ("inf", None), ("nan", None), ("", None), ("0", 0)]
)
def test_h10_retry_after(said: str, seconds: float | None) -> None:
    error, _ = failure(answer("", "429 X", retry_after=said))
    assert error.detail.retry_after == seconds


def test_h19_a_redirect_is_not_followed() -> None:
    async def main() -> None:
        async with Scripted([answer("{}")]) as target:
            error = None
            async with Scripted([answer("", "307 X", location=f"{target.url}/v1/x")]) as server:
                with pytest.raises(PandaError) as caught:
                    await told(server)
                error = caught.value
            assert (error.kind, error.detail.host) == (ErrorKind.REDIRECTED, "127.0.0.1")
            assert target.calls == []

    run(main())


def test_h34_a_post_is_never_sent_twice() -> None:
    async def main() -> None:
        async with Scripted([reset]) as server, Scripted([answer("{}")]) as other:
            endpoint = Endpoint(f"{server.url}/v1", f"{other.url}/v1")
            gateway = Gateway(endpoint, KEY)
            for work in (
                gateway.paid_video(VideoRequest("wan-2.7-video", "x")),
                gateway.paid_images(ImageRequest("kolors", "x")),
            ):
                with pytest.raises(PandaError) as caught:
                    await send(await work)
                assert caught.value.reached is Reached.MAYBE_SENT
            await gateway.aclose()
            assert (len(server.calls), len(other.calls)) == (2, 0)

    run(main())


def test_h24_h40_the_other_address_is_used_only_when_nothing_was_sent() -> None:
    async def main() -> None:
        closed = socket.create_server(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        closed.close()
        async with Scripted([answer('{"data":[]}')]) as other:
            gateway = Gateway(Endpoint(f"http://127.0.0.1:{port}/v1", f"{other.url}/api/v1"), KEY)
            found = await send(await gateway.paid_images(ImageRequest("kolors", "x")))
            assert found.status == 200
            await gateway.aclose()
            alone = Gateway(Endpoint(f"http://127.0.0.1:{port}/v1"), KEY)
            with pytest.raises(PandaError) as caught:
                await send(await alone.paid_images(ImageRequest("kolors", "x")))
            assert (caught.value.kind, caught.value.reached) == (
                ErrorKind.CANNOT_CONNECT,
                Reached.NOTHING_SENT,
            )
            await alone.aclose()

    run(main())


@pytest.mark.parametrize(
    ("sent", "amount"),
    [
        ("-3.5", "-3.5"),
        ("0", "0"),
        ("1e-9", "1e-9"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("1000000000000", "1e12"),
        ('"12.50"', "12.50"),
        ("null", None),
        ('"plenty"', None),
        ('""', None),
        ("true", None),
        ("[1]", None),
        ("1e400", None),
        ('"1e999999999"', None),
        ('"1e-999999999"', None),
        ('"Infinity"', None),
    ],
)
def test_odd_balances_are_exact_or_unknown_and_never_a_wrong_0(sent: str, amount: str | None) -> None:
    async def main() -> None:
        plays = [answer(f'{{"balance": {sent}, "total_spent": {sent}}}'), answer('{"balance": null}')]
        async with Scripted(plays) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY)
            balance = await gateway.balance()
            expected = None if amount is None else Decimal(amount)
            assert (balance.amount, balance.total_spent) == (expected, expected)
            missing = await gateway.balance()
            assert (missing.amount, missing.total_spent) == (None, None)
            await gateway.aclose()

    run(main())


@pytest.mark.parametrize(
    ("currency", "code"),
    [("null", "usd"), ('" USD "', "usd"), ('""', "usd"), ("5", "usd"), (r'"\ud800"', "\ufffd")],
)
def test_a_currency_is_text_that_can_be_kept_or_the_documented_one(currency: str, code: str) -> None:
    async def main() -> None:
        async with Scripted([answer(f'{{"balance": 1, "currency": {currency}}}')]) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY)
            assert (await gateway.balance()).currency == code
            await gateway.aclose()

    run(main())


def test_h02_a_refusal_with_a_good_status_is_no_balance() -> None:
    async def main() -> None:
        said = '{"error": {"message": "no such key", "code": "invalid_api_key"}}'
        async with Scripted([answer(said)]) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY)
            with pytest.raises(PandaError) as caught:
                await gateway.balance()
            assert (caught.value.kind, caught.value.detail.message) == (ErrorKind.KEY_REFUSED, "no such key")
            await gateway.aclose()

    run(main())


@pytest.mark.parametrize("said", ["{}", '{"status": "ok"}', '{"currency": "usd"}'])
def test_h02_an_answer_that_names_no_amount_is_not_the_gateways(said: str) -> None:
    async def main() -> None:
        async with Scripted([answer(said)]) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY)
            with pytest.raises(PandaError) as caught:
                await gateway.balance()
            assert caught.value.kind is ErrorKind.NOT_THE_GATEWAY
            await gateway.aclose()

    run(main())


def test_balance_models_and_the_legacy_endpoint() -> None:
    async def main() -> None:
        plays = [
            answer('{"balance": 42.50, "currency": "USD", "total_spent": 157.30}'),
            answer('{"balance": "NaN"}'),
            answer(
                '{"data":[{"id":"a"},{"id":"a"},{"id":5},{},"wan-2.7-video",{"id":"kolors","sizes":["1x1","64x64"]}]}'
            ),
            answer('{"id":"a"}'),
            stream(b'data: {"choices":[{"text":"more","finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'),
        ]
        async with Scripted(plays) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY)
            balance = await gateway.balance()
            assert (balance.amount, balance.currency) == (Decimal("42.50"), "usd")
            assert str(balance.total_spent) == "157.30"
            assert (await gateway.balance()).amount is None
            assert [model.id for model in await gateway.models()] == ["a", "5", "wan-2.7-video", "kolors"]
            assert (await gateway.model("a")).id == "a"
            events = [event async for event in gateway.stream_completion(CompletionRequest("a", "x"))]
            assert TextDelta("more") in events
            assert [call.path for call in server.calls][-2:] == ["/v1/models/a", "/v1/completions"]
            await gateway.aclose()

    run(main())


def test_h35_a_get_is_tried_again() -> None:
    async def main() -> None:
        async with Scripted([reset, answer('{"balance": 1}')]) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY)
            assert (await gateway.balance()).amount == 1
            await gateway.aclose()

    run(main())


def test_v16_the_key_stays_with_the_gateway() -> None:
    async def main() -> None:
        async with Scripted([answer("{}")]) as other, Scripted([answer('{"status":"queued"}')]) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), KEY)
            await gateway.poll("v1")
            await gateway.poll("v1", f"{other.url}/status")
            await gateway.poll("v1", "/status")
            await gateway.aclose()
            assert all("authorization" in call.headers for call in server.calls)
            assert "authorization" not in other.calls[0].headers

    run(main())


def test_i04_i05_a_cut_download_goes_on_without_the_key(tmp_path: Path) -> None:
    async def main() -> None:
        head = {"etag": '"1"', "content_length": str(len(PNG)), "content_type": "text/plain"}
        rest = answer(
            PNG[50:], "206 Partial", etag='"1"', content_range=f"bytes 50-{len(PNG) - 1}/{len(PNG)}"
        )
        async with Scripted([answer(PNG[:50], **head), rest]) as host:
            assets = AssetClient("http://127.0.0.1:1/v1", KEY)
            got = await assets.download(f"{host.url}/x", tmp_path / "p", MediaKind.IMAGE, lambda *_: None)
            assert (tmp_path / "p").read_bytes() == PNG
            assert (got.mime, got.suffix, got.size) == ("image/png", ".png", len(PNG))
            assert host.calls[1].headers["range"] == "bytes=50-"
            assert not any("authorization" in call.headers for call in host.calls)

    run(main())


@pytest.mark.parametrize(
    ("play", "kind"),
    [
        (answer("gone", "410 Gone"), ErrorKind.LINK_EXPIRED),
        (answer("<html>"), ErrorKind.NOT_MEDIA),
        (answer("", "302 X", location="https://127.0.0.2/x"), ErrorKind.BLOCKED_ADDRESS),
        (answer("", "302 X", location="file:///etc/passwd"), ErrorKind.BLOCKED_ADDRESS),
    ],
)
def test_i03_i06_i09_refused_downloads(tmp_path: Path, play: Play, kind: ErrorKind) -> None:
    async def main() -> ErrorKind:
        async with Scripted([play]) as host:
            assets = AssetClient("http://127.0.0.1:1/v1", KEY)
            with pytest.raises(PandaError) as caught:
                await assets.download(f"{host.url}/x", tmp_path / "p", MediaKind.IMAGE, lambda *_: None)
            return caught.value.kind

    if kind is ErrorKind.BLOCKED_ADDRESS and "127.0.0.2" in str(play):
        pytest.skip("loopback")
    assert run(main()) in (kind, ErrorKind.CANNOT_CONNECT)


@pytest.mark.parametrize(
    "url", ["http://example.com/x", "https://10.0.0.1/x", "https://[::1]/x", "ftp://x/y"]
)
def test_i06_private_targets_of_a_public_gateway(tmp_path: Path, url: str) -> None:
    assets = AssetClient(OFFICIAL.base_url, KEY)
    with pytest.raises(PandaError) as caught:
        run(assets.download(url, tmp_path / "p", MediaKind.IMAGE, lambda *_: None))
    assert caught.value.kind is ErrorKind.BLOCKED_ADDRESS


def test_the_key_is_in_no_failure() -> None:
    error, _ = failure(answer(json.dumps({"error": {"message": f"bad key {KEY.reveal()}"}}), "401 X"))
    assert KEY.reveal() not in f"{error!r} {error} {error.detail}"
