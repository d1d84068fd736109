"""What is in a stream: ends, errors, odd chunks, and answers that are no stream."""

import json
from typing import Any

import pytest

from panda_desktop.domain.chat import Usage
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.events import ModelNamed, ToolCallIgnored, UsageCounted
from tests.faults.answers import DONE, answer, chat, delta, event, json_answer, page, stream
from tests.faults.client import answered

WHOLE: dict[str, Any] = {
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 20, "completion_tokens": 8, "total_tokens": 28},
}


async def test_s16_a_reason_without_done() -> None:
    told = await answered(stream(delta("a"), delta(finish="length")))
    assert (told.text, told.reason, told.error) == ("a", "length", None)


async def test_s17_neither_reason_nor_done() -> None:
    told = await answered(stream(delta("a")))
    assert (told.text, told.reason, told.kind) == ("a", None, ErrorKind.TRUNCATED)


@pytest.mark.parametrize("before", [b"", delta("a")])
@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (event({"error": {"message": "<b>boom</b>", "code": "x"}}), ErrorKind.BAD_REQUEST, "<b>boom</b>"),
        (event({"error": {"message": "busy", "code": 429}}), ErrorKind.RATE_LIMITED, "busy"),
        (event({"error": {"message": "no", "code": "insufficient_quota"}}), ErrorKind.NO_CREDIT, "no"),
        (event({"error": "boom"}), ErrorKind.SERVER_ERROR, "boom"),
        (event({"message": "boom"}, name="error"), ErrorKind.SERVER_ERROR, "boom"),
        (b"event: error\ndata: it is broken\n\n", ErrorKind.SERVER_ERROR, "it is broken"),
    ],
)
async def test_s19_an_error_inside(before: bytes, error: bytes, kind: ErrorKind, message: str) -> None:
    told = await answered(stream(before + error + chat("late")))
    assert told.error is not None
    assert (told.text, told.kind, told.error.detail.message) == ("a" if before else "", kind, message)


@pytest.mark.parametrize(("bad", "kind"), [(3, None), (4, ErrorKind.BAD_ANSWER)])
async def test_s20_some_events_that_are_no_json(bad: int, kind: ErrorKind | None) -> None:
    told = await answered(stream(delta("a") + b"data: {oops\n\n" * bad + chat("b")))
    assert (told.text, told.kind) == ("ab" if kind is None else "a", kind)


async def test_s22_chunks_without_choices() -> None:
    filtered = event({"choices": [], "prompt_filter_results": [{"prompt_index": 0}]})
    counted = event({"choices": [], "usage": {"prompt_tokens": 3, "completion_tokens": 2}})
    told = await answered(stream(filtered, delta("a"), delta(finish="stop"), counted, DONE))
    assert told.is_whole and told.text == "a"
    assert UsageCounted(Usage(3, 2, 5)) in told.events


@pytest.mark.parametrize(
    "choice",
    [
        {"delta": None},
        {},
        {"delta": {"content": None}},
        {"delta": {"content": []}},
        {"delta": {"content": 5}},
        {"delta": {"content": {"text": "x"}}},
        {"delta": "text"},
        {"delta": {"role": "assistant", "content": ""}},
        None,
        5,
    ],
)
async def test_s23_deltas_without_text(choice: Any) -> None:
    told = await answered(stream(event({"choices": [choice]}) + chat("a")))
    assert told.is_whole and told.text == "a"


async def test_s23_parts_with_text() -> None:
    parts = [{"type": "text", "text": "a"}, {"type": "image_url"}, {"text": 5}, {"text": "b"}]
    told = await answered(stream(event({"choices": [{"delta": {"content": parts}}]}) + chat()))
    assert told.text == "ab"


def choice(index: Any, text: str) -> dict[str, Any]:
    return {"index": index, "delta": {"content": text}}


async def test_s24_the_choices_are_kept_apart() -> None:
    body = event({"choices": [choice(1, "B"), choice(0, "A")]}) + event({"choices": [choice("1", "b")]})
    body += event({"choices": [choice("0", "a"), {"delta": {"content": "!"}}, choice(None, "?")]})
    told = await answered(stream(body + chat()))
    assert told.is_whole and told.text == "Aa!?\n\n---\n\nBb"


async def test_s24_a_gateway_that_counts_from_one() -> None:
    told = await answered(stream(event({"choices": [choice(1, "all")]}) + chat()))
    assert told.text == "all"


@pytest.mark.parametrize("name", ["reasoning_content", "reasoning"])
async def test_s25_thoughts_between_the_text(name: str) -> None:
    body = delta(**{name: "hm"}) + delta("a") + delta(**{name: "ah"}) + chat("b")
    told = await answered(stream(body))
    assert (told.thoughts, told.text) == ("hmah", "ab")
    told = await answered(stream(delta(**{name: "hm"}) + chat()))
    assert told.is_whole and (told.thoughts, told.text) == ("hm", "")


async def test_s26_a_call_of_a_tool() -> None:
    calls = [{"index": 0, "id": "1", "function": {"name": "search", "arguments": "{}"}}, {}, {"function": 5}]
    told = await answered(stream(delta("a", tool_calls=calls), delta(finish="tool_calls"), DONE))
    assert told.reason == "tool_calls" and ToolCallIgnored("search") in told.events


@pytest.mark.parametrize("reason", ["length", "content_filter", "error", "eos_token"])
async def test_s27_reasons_are_told_as_they_came(reason: str) -> None:
    assert (await answered(stream(delta("a"), delta(finish=reason), DONE))).reason == reason


async def test_s29_control_characters_come_through_as_text() -> None:
    text = "a\x00b\x1b[31mred\x07\x08\x1b]8;;https://evil\x1b\\"
    assert (await answered(stream(chat(text)))).text == text


async def test_s30_the_model_that_served_is_told() -> None:
    told = await answered(stream(chat("a", model="deepseek-v4-flash")))
    assert ModelNamed("deepseek-v4-flash") in told.events


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", ""])
async def test_s32_h18_a_whole_answer_instead_of_a_stream(content_type: str) -> None:
    told = await answered(answer(json.dumps(WHOLE), content_type=content_type or "application/json"))
    assert told.is_whole and told.text == "Hi"
    assert UsageCounted(Usage(20, 8, 28)) in told.events


async def test_s32_an_error_with_status_200() -> None:
    told = await answered(json_answer({"error": {"message": "no model", "code": "model_not_found"}}))
    assert told.kind is ErrorKind.MODEL_NOT_FOUND


async def test_h18_a_stream_under_another_name() -> None:
    told = await answered(stream(chat("a", "b"), headers={"content-type": "text/plain"}))
    assert told.is_whole and told.text == "ab"


async def test_s33_a_page_of_the_network() -> None:
    told = await answered(page("<h1>Sign in</h1>\n<p>to this network"))
    assert told.error is not None
    assert (told.kind, told.error.detail.message) == (ErrorKind.NOT_THE_GATEWAY, "Sign in to this network")


async def test_s33_a_page_that_claims_to_be_a_stream() -> None:
    told = await answered(stream(b"<!doctype html><html><body>Sign in</body></html>"))
    assert told.kind is ErrorKind.NOT_THE_GATEWAY


@pytest.mark.parametrize(
    "reply", [answer(""), answer("", 204), stream(), stream(b": hello\n\n"), answer(" \n")]
)
async def test_h17_an_empty_answer(reply: Any) -> None:
    told = await answered(reply)
    assert (told.kind, told.text) == (ErrorKind.EMPTY_ANSWER, "")
