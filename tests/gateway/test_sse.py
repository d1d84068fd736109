"""The decoder gives the same events however the bytes are cut."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.events import ChatEvent, Finished, ReasoningDelta, TextDelta, UsageCounted
from panda_desktop.gateway.chat_events import ChatReader, joined
from panda_desktop.gateway.sse import SseDecoder

LINES = [
    'data: {"choices":[{"delta":{"content":"1 é猫"}}]}',
    'data:{"choices":[{"delta":{"content":"2"}}]}',
    "data: [DONE]",
]
STANDARD = "\n\n".join([": hello", *LINES]).encode() + b"\n\n"
AS_PRINTED = "\n".join(LINES).encode() + b"\n"


def answer(*chunks: bytes) -> list[ChatEvent]:
    decoder, reader = SseDecoder(), ChatReader()
    found: list[ChatEvent] = []
    for chunk in chunks:
        found += reader.read(decoder.feed(chunk))
    found += reader.read(decoder.finish())
    return joined(found + reader.end())


WHOLE = [TextDelta("1 é猫2"), Finished("stop")]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("stream", [STANDARD, AS_PRINTED, STANDARD.rstrip(), AS_PRINTED.rstrip()])
def test_s01_s03_s04_s05_s09_s10_every_cut(stream: bytes, mark: bytes, end: bytes) -> None:
    data = mark + stream.replace(b"\n", end)
    for cut in range(len(data) + 1):
        assert answer(data[:cut], data[cut:]) == WHOLE
    assert answer(*(bytes((byte,)) for byte in data)) == WHOLE


def test_s02_every_pair_of_cuts() -> None:
    data = STANDARD
    for first, second in itertools.combinations(range(len(data)), 2):
        assert answer(data[:first], data[first:second], data[second:]) == WHOLE


def test_s08_one_value_over_several_lines() -> None:
    assert answer(b'data: {"choices":[{"delta":\ndata: {"content":"x"}}]}\n\ndata: [DONE]\n\n') == [
        TextDelta("x"),
        Finished("stop"),
    ]


def test_s15_a_line_without_end_is_cut_off() -> None:
    decoder = SseDecoder()
    with pytest.raises(PandaError) as caught:
        for _ in range(20):
            decoder.feed(b"x" * 1024 * 1024)
    assert caught.value.kind is ErrorKind.ANSWER_TOO_BIG


def test_s16_s22_finish_reason_and_usage_without_done() -> None:
    stream = (
        b'data: {"choices":[{"delta":{"reasoning_content":"hm"}}]}\n\n'
        b'data: {"choices":[{"delta":{"content":"a"},"finish_reason":"length"}]}\n\n'
        b'data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}\n\n'
    )
    kinds = [type(event) for event in answer(stream)]
    assert kinds == [ReasoningDelta, TextDelta, UsageCounted, Finished]
    assert answer(stream)[-1] == Finished("length")


def test_s17_an_end_without_reason_is_not_whole() -> None:
    with pytest.raises(PandaError) as caught:
        answer(b'data: {"choices":[{"delta":{"content":"a"}}]}\n\n')
    assert caught.value.kind is ErrorKind.TRUNCATED


@pytest.mark.parametrize(
    "error", ['{"error":{"message":"boom","code":"x"}}', '{"error":"boom"}', '{"message":"boom"}']
)
def test_s19_an_error_inside(error: str) -> None:
    with pytest.raises(PandaError) as caught:
        answer(f"event: error\ndata: {error}\n\n".encode())
    assert caught.value.detail.message == "boom"


@pytest.mark.parametrize("delta", ["null", "{}", '{"content":null}', '{"content":[]}', '{"content":5}'])
def test_s23_empty_deltas(delta: str) -> None:
    stream = f'data: {{"choices":[{{"delta":{delta}}}]}}\n\ndata: [DONE]\n\n'.encode()
    assert answer(stream) == [Finished("stop")]


def test_an_emoji_split_between_two_deltas_is_joined() -> None:
    stream = (
        b'data: {"choices":[{"delta":{"content":"\\ud83d"}}]}\n\n'
        b'data: {"choices":[{"delta":{"content":"\\ude00"}}]}\n\ndata: [DONE]\n\n'
    )
    assert answer(stream) == [TextDelta("\U0001f600"), Finished("stop")]


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_any_bytes_give_events_or_a_failure(chunks: list[bytes]) -> None:
    try:
        answer(*chunks)
    except PandaError:
        return
