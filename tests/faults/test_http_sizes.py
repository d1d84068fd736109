"""Answers that are too slow, too long, or grow when they are unpacked."""

import json

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from tests.faults.answers import answer, compressed, head, json_answer, stream
from tests.faults.bombs import BOMBS, MIB
from tests.faults.client import CHAT, IMAGE, IMAGES, MODELS, answered, client, paid, short
from tests.faults.memory import cost
from tests.faults.server import FaultServer, Reply
from tests.faults.steps import Repeat, Send, bytewise

CAPPED = {ErrorKind.ANSWER_TOO_BIG.value, ErrorKind.BAD_ANSWER.value}
SMALL = json_answer({"data": [{"id": "a"}]})


async def spent(route: str, word: str, *replies: Reply) -> tuple[set[str], float]:
    async with FaultServer() as server:
        server.api.on(MODELS, SMALL, *replies)
        if route != MODELS:
            server.api.on(route, *replies)
        kinds, mib = await cost(server.base_url, word, len(replies))
        return set(kinds), mib


async def test_h29_headers_one_byte_at_a_time() -> None:
    slowly = bytewise(head(200, {"content-type": "text/event-stream"}) + b"x" * 99, 0.05)
    told = await answered(slowly, short(first_byte_s=1.0))
    assert (told.kind, told.reached) == (ErrorKind.NO_FIRST_BYTE, Reached.MAYBE_SENT)


async def test_h29_a_body_one_byte_at_a_time() -> None:
    async with FaultServer() as server, client(server.base_url, short(total_s=0.6)) as gateway:
        server.api.on(MODELS, (Send(head(200, {"content-length": "5000"})), *bytewise(b"x" * 5000, 0.005)))
        with pytest.raises(PandaError) as caught:
            await gateway.models()
        assert caught.value.kind in (ErrorKind.TOOK_TOO_LONG, ErrorKind.STALLED)
        assert len(server.ledger) == 1


async def test_h29_a_refusal_one_byte_at_a_time_is_still_that_refusal() -> None:
    slowly = (Send(head(401, {"content-length": "5000"})), *bytewise(b"x" * 5000, 0.005))
    told = await answered(slowly, short(total_s=0.6))
    assert (told.kind, told.reached) == (ErrorKind.KEY_REFUSED, Reached.ANSWERED)


@pytest.mark.parametrize("said", [True, False])
async def test_h31_five_hundred_megabytes(said: bool) -> None:
    length = {"content-length": str(500 * MIB)} if said else {}
    big = (Send(head(200, length | {"connection": "close"})), Send(b'{"data": "'), Repeat(b"x" * MIB, 500))
    kinds, mib = await spent(IMAGES, "images", big)
    assert kinds == {ErrorKind.ANSWER_TOO_BIG.value}
    assert mib < (8 if said else 64 + 32)


async def test_h31_what_fits_is_taken() -> None:
    body = json.dumps({"data": [{"b64_json": "A" * 40 * MIB}]})
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(IMAGES, answer(body))
        found = await paid(gateway, IMAGE)
        assert not isinstance(found, PandaError) and len(found.body) == len(body)


@pytest.mark.parametrize(
    ("status", "expected"),
    [(200, CAPPED), (302, {ErrorKind.REDIRECTED.value}), (500, {ErrorKind.SERVER_ERROR.value})],
)
async def test_h32_bombs_cost_little_memory(status: int, expected: set[str]) -> None:
    headers = {"location": "/x"}
    bombs = [
        answer(bomb(), status, headers=headers | {"content-encoding": coding})
        for coding, bomb in BOMBS.items()
    ]
    kinds, mib = await spent(MODELS, "models", *bombs)
    assert kinds <= expected and mib < 64


async def test_h32_s34_bombs_in_streams_cost_little_memory() -> None:
    bombs = [stream(bomb(), headers={"content-encoding": coding}) for coding, bomb in BOMBS.items()]
    kinds, mib = await spent(CHAT, "chat", *bombs)
    assert kinds <= CAPPED and mib < 64


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate"])
async def test_h32_what_is_packed_though_nobody_asked_is_read(coding: str) -> None:
    packed = b"".join(compressed(json.dumps({"data": [{"id": "a"}] * 5000}).encode(), coding=coding))
    async with FaultServer() as server, client(server.base_url) as gateway:
        headers = {"content-encoding": coding.removeprefix("raw-")}
        server.api.on(MODELS, answer(packed, headers=headers))
        assert [model.id for model in await gateway.models()] == ["a"]
        assert server.ledger.only(MODELS).headers["accept-encoding"] == "identity"


async def test_h32_a_packed_refusal_is_read_too() -> None:
    packed = b"".join(compressed(b'{"error": {"message": "said"}}'))
    told = await answered(answer(packed, 400, headers={"content-encoding": "gzip"}))
    assert told.error is not None and told.error.detail.message == "said"


async def test_s15_a_line_without_end_costs_little_memory() -> None:
    kinds, mib = await spent(CHAT, "chat", stream(Send(b"data: "), Repeat(b"x" * MIB, 200)))
    assert kinds == {ErrorKind.ANSWER_TOO_BIG.value} and mib < 32
