"""What gateways of this family do beyond the documents: errors, refusals and whole answers in odd places."""

import json
import time
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.events import ToolCallIgnored
from panda_desktop.gateway.sse import SseDecoder
from tests.faults.answers import DONE, answer, chat, delta, event, stream
from tests.faults.client import answered
from tests.faults.server import Reply
from tests.faults.steps import Close, Send

WHOLE = json.dumps({"choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]})


@pytest.mark.parametrize(
    "reply",
    [
        answer(WHOLE, content_type="text/event-stream"),
        answer("\n \n" + WHOLE, content_type="text/event-stream"),
        answer(json.dumps(json.loads(WHOLE), indent=2), content_type="text/event-stream"),
        answer("\ufeff" + WHOLE, content_type="text/event-stream"),
        answer("\ufeff" + WHOLE),
        (Send(b"HTTP/1.1 200 OK\r\n\r\n" + WHOLE.encode()), Close()),
    ],
    ids=["stream", "blank lines", "over lines", "mark in stream", "mark", "no type"],
)
async def test_s32_h18_a_whole_answer_under_the_name_of_a_stream(reply: Reply) -> None:
    told = await answered(reply)
    assert told.is_whole and told.text == "Hi"


async def test_s19_a_refusal_under_the_name_of_a_stream() -> None:
    told = await answered(answer('{"error": {"message": "no"}}', content_type="text/event-stream"))
    assert told.error is not None and told.error.detail.message == "no"


@pytest.mark.parametrize(
    "error",
    [
        {"object": "error", "message": "too long", "type": "BadRequestError", "code": 400},
        {"code": "InvalidParameter", "message": "too long", "request_id": "1"},
    ],
)
@pytest.mark.parametrize("streams", [True, False])
async def test_s19_an_error_that_is_not_in_error(error: dict[str, Any], streams: bool) -> None:
    told = await answered(stream(delta("a"), event(error), DONE) if streams else answer(json.dumps(error)))
    assert (told.text, told.kind) == ("a" if streams else "", ErrorKind.BAD_REQUEST)
    assert told.error is not None and told.error.detail.message == "too long"


async def test_s19_a_status_beside_the_chunks_is_no_error() -> None:
    told = await answered(stream(event({"code": 0, "message": "success"}), chat("a")))
    assert told.is_whole and told.text == "a"


async def test_s19_s29_words_of_an_error_can_be_kept() -> None:
    error = {"message": "\ud800", "code": "\udc00" + "x" * 5000, "param": "\ud801"}
    told = await answered(stream(event({"error": error})))
    assert told.error is not None
    said = told.error.detail
    assert len(said.code) <= 100
    assert "".join((said.message, said.code, said.param)).encode()


async def test_s27_s26_words_that_no_file_takes() -> None:
    calls = [{"function": {"name": "\ud800run"}}]
    told = await answered(stream(delta("a", tool_calls=calls), delta(finish="\ud800"), DONE))
    assert (told.text, told.reason) == ("a", "\ufffd")
    assert ToolCallIgnored("\ufffdrun") in told.events


async def test_s27_null_in_quotes_is_no_reason() -> None:
    told = await answered(stream(delta("a", finish="null")))
    assert (told.text, told.kind) == ("a", ErrorKind.TRUNCATED)
    told = await answered(stream(delta("a", finish="null"), DONE))
    assert (told.text, told.reason) == ("a", "stop")


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
async def test_s25_an_emoji_split_between_two_thoughts(name: str) -> None:
    told = await answered(
        stream(delta(**{name: "a\ud83d"}), delta(**{name: "\udc3cb"}), chat("\ud83d", "\udc3c"))
    )
    assert (told.thoughts, told.text) == ("a\U0001f43cb", "\U0001f43c")


async def test_s23_a_refusal_is_shown() -> None:
    told = await answered(stream(delta(refusal="I can"), delta(refusal="not.", content=None), chat()))
    assert (told.text, told.reason) == ("I cannot.", "stop")
    body = {"choices": [{"message": {"content": None, "refusal": "No."}, "finish_reason": "stop"}]}
    assert (await answered(answer(json.dumps(body)))).text == "No."


async def test_s16_the_whole_answer_again_at_the_end() -> None:
    message = {"role": "assistant", "content": "Hello!", "reasoning_content": "hm"}
    last = event({"object": "chat.completion", "choices": [{"finish_reason": "stop", "message": message}]})
    told = await answered(stream(delta(reasoning_content="hm"), delta("Hel"), delta("lo"), last, DONE))
    assert (told.thoughts, told.text, told.reason) == ("hm", "Hello!", "stop")


async def test_s16_messages_that_each_add_to_the_last() -> None:
    said = [{"message": {"content": "ha"}, "finish_reason": reason} for reason in (None, None)]
    told = await answered(stream(*(event({"choices": [each]}) for each in said), chat("!")))
    assert told.text == "haha!"


async def test_s16_pieces_of_text_in_a_list() -> None:
    told = await answered(stream(delta(content=["Hel", {"text": "lo"}]), delta(finish="stop"), DONE))
    assert (told.text, told.reason) == ("Hello", "stop")


async def test_s27_the_end_in_small_letters() -> None:
    told = await answered(stream(delta("a"), b"data: [done]\n\n"))
    assert (told.text, told.reason) == ("a", "stop")


def test_s08_s14_an_event_of_many_lines_takes_linear_time() -> None:
    decoder = SseDecoder()
    began = time.process_time()
    decoder.feed(b"data: [\n" + b"data: {}\n" * 60_000)
    assert time.process_time() - began < 1
