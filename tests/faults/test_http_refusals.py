"""What the gateway refuses, as the client understands it: no refusal is ever sent again by itself."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import ImageRequest, VideoRequest
from panda_desktop.services.chat.patience import pause_of
from tests.canary import CANARY
from tests.faults.answers import answer, page, refusal
from tests.faults.client import CHAT, IMAGE, IMAGES, VIDEO, answered, client, paid
from tests.faults.server import FaultServer, Reply

K = ErrorKind


async def refused(reply: Reply) -> PandaError:
    """Returns how a chat request failed; it was sent once."""
    error = (await answered(reply)).error
    assert error is not None
    return error


async def paid_and_refused(reply: Reply, request: ImageRequest | VideoRequest = VIDEO) -> PandaError:
    """Returns how a paid request failed; it was sent once."""
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(CHAT, reply)
        server.api.on(IMAGES, reply)
        error = await paid(gateway, request)
        assert isinstance(error, PandaError) and len(server.ledger) == 1
        return error


async def test_h01_what_the_gateway_says_and_the_field() -> None:
    error = await refused(refusal(400, "n must be at most 10", code="invalid_value", param="n"))
    said = error.detail
    assert (error.kind, error.reached) == (K.BAD_REQUEST, Reached.ANSWERED)
    assert (said.status, said.message, said.param) == (400, "n must be at most 10", "n")


async def test_h02_the_key_is_refused() -> None:
    error = await refused(refusal(401, "Incorrect API key", code="invalid_api_key"))
    assert (error.kind, error.reached) == (K.KEY_REFUSED, Reached.ANSWERED)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (402, ""),
        (402, "insufficient_funds"),
        (429, "insufficient_quota"),
        (403, "insufficient_user_quota"),
        (400, "insufficient_balance"),
    ],
)
async def test_h03_the_balance_is_used_up(status: int, code: str) -> None:
    error = await refused(refusal(status, "no", code=code, headers={"retry-after": "1"}))
    assert (error.kind, error.reached, pause_of(error)) == (K.NO_CREDIT, Reached.ANSWERED, None)


async def test_h04_moderation_is_plain_text() -> None:
    error = await refused(refusal(403, "<b>Violates</b> policy", code="content_policy_violation"))
    assert (error.kind, error.detail.message) == (K.FORBIDDEN, "<b>Violates</b> policy")


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (refusal(404, "no such model", code="model_not_found"), K.MODEL_NOT_FOUND),
        (refusal(404, "The model `x` does not exist"), K.MODEL_NOT_FOUND),
        (refusal(404, "Not found"), K.ADDRESS_WRONG),
        (page("<h1>404 Not Found</h1>", 404), K.ADDRESS_WRONG),
        (answer("", 404), K.ADDRESS_WRONG),
        (answer("", 405), K.ADDRESS_WRONG),
    ],
)
async def test_h05_no_model_and_no_address_are_told_apart(reply: Reply, kind: ErrorKind) -> None:
    assert (await refused(reply)).kind is kind


@pytest.mark.parametrize("status", [405, 406, 409, 415, 418, 422, 451])
async def test_h06_other_refusals_are_not_sent_again(status: int) -> None:
    error = await refused(refusal(status, "no"))
    assert error.kind is (K.ADDRESS_WRONG if status == 405 else K.BAD_REQUEST)
    assert (error.detail.status, pause_of(error)) == (status, None)


@pytest.mark.parametrize("status", [408, 425])
async def test_h07_time_outs_of_the_gateway_may_be_charged(status: int) -> None:
    assert (await refused(refusal(status, "late"))).kind is K.REQUEST_TIMEOUT
    assert (await paid_and_refused(refusal(status, "late"))).reached is Reached.MAYBE_SENT


@pytest.mark.parametrize(
    "reply", [refusal(413, "big"), refusal(400, "long", code="context_length_exceeded"), answer("null", 413)]
)
async def test_h08_too_long(reply: Reply) -> None:
    error = await refused(reply)
    assert (error.kind, error.reached) == (K.TOO_LARGE, Reached.ANSWERED)


@pytest.mark.parametrize(
    ("said", "least", "most", "by_itself"),
    [
        ("20", 20, 20, True),
        ("0.5", 0.5, 0.5, True),
        ("120", 120, 120, True),
        ("121", 121, 121, False),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None, None, False),
        ("year 100000", None, None, False),
        ("0", 0, 0, False),
        ("-10", None, None, False),
        ("inf", None, None, False),
        ("nan", None, None, False),
        ("1e400", None, None, False),
        (" ", None, None, False),
        ("soon", None, None, False),
    ],
)
async def test_h10_how_long_the_gateway_asks_to_wait(
    said: str, least: float | None, most: float | None, by_itself: bool
) -> None:
    error = await refused(refusal(429, "slow down", headers={"retry-after": said}))
    wait = error.detail.retry_after
    assert error.kind is K.RATE_LIMITED
    assert wait == least if wait is None or least is None or most is None else least <= wait <= most
    assert (pause_of(error) is not None) is by_itself


@pytest.mark.parametrize(("ahead", "by_itself"), [(60, True), (600, False), (-600, False)])
async def test_h10_a_date(ahead: float, by_itself: bool) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=ahead), usegmt=True)
    error = await refused(refusal(429, headers={"retry-after": date}))
    wait = error.detail.retry_after
    assert wait is None if ahead < 0 else wait is not None and ahead - 10 < wait <= ahead
    assert (pause_of(error) is not None) is by_itself


async def test_h10_milliseconds_go_first() -> None:
    headers = {"retry-after-ms": "1500", "retry-after": "20"}
    assert (await refused(refusal(429, headers=headers))).detail.retry_after == 1.5


@pytest.mark.parametrize(
    ("status", "kind"),
    [(500, K.SERVER_ERROR), (502, K.UPSTREAM_FAILED), (503, K.UNAVAILABLE), (504, K.GATEWAY_TIMEOUT)],
)
async def test_h11_failures_of_the_gateway(status: int, kind: ErrorKind) -> None:
    assert (await refused(refusal(status, "oops"))).kind is kind
    for request in (VIDEO, IMAGE):
        error = await paid_and_refused(refusal(status, "oops"), request)
        assert (error.kind, error.reached) == (kind, Reached.MAYBE_SENT)


@pytest.mark.parametrize("status", [520, 521, 522, 523, 524, 525, 526, 529])
async def test_h12_failures_of_what_stands_before_it(status: int) -> None:
    error = await paid_and_refused(page("error code: " + str(status), status))
    assert error.kind is (K.UNAVAILABLE if status == 529 else K.GATEWAY_TIMEOUT)
    assert (error.reached, error.detail.status) == (Reached.MAYBE_SENT, status)


async def test_h13_two_megabytes_of_html() -> None:
    body = (
        "<style>p { color: red }</style><script>alert(1)</script><h1>Bad\n gateway</h1>"
        + "<p>word " * 300_000
    )
    error = await refused(page(body, 502))
    assert error.kind is K.UPSTREAM_FAILED
    assert error.detail.message.startswith("Bad gateway word word") and len(error.detail.message) <= 200


async def test_h13_a_style_without_end_shows_no_code() -> None:
    error = await refused(page("<h1>Bad</h1><style>" + "p { color: red } " * 5000, 502))
    assert error.detail.message == "Bad"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", ""),
        (b"\x00\xff\x1f\x8b", ""),
        (b'{"error":"text"}', "text"),
        (b'{"error":{"message":"deep"}}', "deep"),
        (b'{"detail":"not so"}', "not so"),
        (b'{"detail":[{"loc":["n"],"msg":"bad"}]}', '[{"loc": ["n"], "msg": "bad"}]'),
        (b'{"message":"flat"}', "flat"),
        (b'{"msg":"short"}', "short"),
        (b'[{"error":"x"}]', ""),
        (b"null", ""),
        (b"[" * 100_000, "[" * 200),
        (b"plain words", "plain words"),
    ],
)
async def test_h14_every_form_of_a_refusal_has_its_status(body: bytes, message: str) -> None:
    error = await refused(answer(body, 422))
    assert (error.kind, error.detail.status) == (K.BAD_REQUEST, 422)
    assert error.detail.message == message


async def test_h14_a_refusal_that_breaks_off_is_still_that_refusal() -> None:
    broken = answer('{"error": {"message": "half', 401, headers={"content-length": "500"})
    error = await refused(broken)
    assert (error.kind, error.reached) == (K.KEY_REFUSED, Reached.ANSWERED)


async def test_h15_markup_in_a_refusal_stays_text() -> None:
    text = "<img src='file:///etc/passwd'> & <script>"
    assert (await refused(refusal(400, text))).detail.message == text


@pytest.mark.parametrize(("status", "body"), [(204, ""), (200, ""), (200, " \n ")])
async def test_h17_an_empty_answer_to_a_paid_request(status: int, body: str) -> None:
    error = await paid_and_refused(answer(body, status))
    assert (error.kind, error.reached) == (K.EMPTY_ANSWER, Reached.MAYBE_SENT)


@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "application/octet-stream"])
async def test_h18_the_right_answer_under_a_wrong_name(content_type: str) -> None:
    value: dict[str, Any] = {"data": [{"url": "https://x.example/a.png"}]}
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(IMAGES, answer(json.dumps(value), content_type=content_type))
        found = await paid(gateway, IMAGE)
        assert not isinstance(found, PandaError) and json.loads(found.body) == value


async def test_k09_no_refusal_holds_the_key() -> None:
    error = await refused(refusal(401, f"bad key {CANARY}", code=CANARY))
    assert "sk-canary" not in f"{error!r} {error} {error.detail}"
