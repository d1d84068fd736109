"""JSON out of pieces: the same as in one go, however it is cut."""

import json
import random
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.exchange import Reason
from panda_desktop.services.exchange import tokens, values
from panda_desktop.services.exchange.tokens import JsonTokens
from panda_desktop.services.exchange.values import About, Closed, Entry, Found, Header, Picker, Refusal, Whole

TEXT = st.text(st.sampled_from('a"\\/u\n\t\0éß你😀d8'), max_size=30)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def picked(data: bytes, sizes: list[int], *, ours: bool = False) -> tuple[list[Found], bool]:
    reader, picker = JsonTokens(), Picker()
    picker.ours = ours
    found: list[Found] = []
    position = 0
    while position < len(data):
        size = sizes[len(found) % len(sizes)]
        found += picker.feed(reader.feed(data[position : position + size]))
        position += size
    found += picker.feed(reader.finish())
    reader.close()
    return found, reader.failed


@given(st.lists(VALUES, max_size=4), st.booleans(), st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_every_way_of_cutting_gives_the_same(chats: list[Any], ascii_only: bool, sizes: list[int]) -> None:
    found, failed = picked(json.dumps(chats, ensure_ascii=ascii_only).encode(), sizes)
    assert not failed
    assert found == [Whole(chat) for chat in chats]


@given(st.lists(VALUES, min_size=1, max_size=3), st.integers(1, 30), st.data())
def test_a_cut_off_text_fails_and_gives_what_was_whole(
    chats: list[Any], size: int, data: st.DataObject
) -> None:
    chats = [[chat] for chat in chats]  # a number alone may be cut and still be one
    text = json.dumps(chats).encode()
    end = data.draw(st.integers(0, len(text) - 1))
    found, failed = picked(text[:end], [size])
    assert failed
    whole = [Whole(chat) for chat in chats]
    assert found == whole[: len(found)]


def test_what_is_walked_through() -> None:
    chat = b'{"conversation": {"id": "c"}, "messages": [1, {"a": 2}]}'
    text = b'{"about": {"x": 1}, "conversations": [' + chat + b", {}]}"
    assert picked(text, [7])[0] == [
        About("about", {"x": 1}),
        Whole({"conversation": {"id": "c"}, "messages": [1, {"a": 2}]}),
        Whole({}),
    ]
    assert picked(text, [7], ours=True)[0] == [
        About("about", {"x": 1}),
        Header("conversation", {"id": "c"}),
        Entry(1),
        Entry({"a": 2}),
        Closed(),
        Closed(),
    ]


def test_a_name_that_comes_twice_is_kept_twice() -> None:
    assert picked(b'[{"a": 1, "a": 2, "a": 3}]', [5])[0] == [Whole({"a": 1, "a\0": 2, "a\0\0": 3})]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"nul",
        b"[1,]",
        b"[NaN]",
        b'["\xff"]',
        b'["\x01"]',
        b'["\\x"]',
        b"[1] 2",
        b"[" + b"9" * 5000 + b"]",
        b"[1e99999999999999999999]",
        b"\xff\xfe[\x00]\x00",
    ],
)
def test_what_is_no_json_fails(text: bytes) -> None:
    assert picked(text, [4096])[1]


@pytest.mark.parametrize("size", [1, 7, 500, 100_000])
def test_an_integer_that_kills_the_parser_never_reaches_it(size: int) -> None:
    digits = b"9" * 5000
    for text in (b"[" + digits + b"]", b'{"a": [-' + digits, b'["x", ' + digits, b'["\\"", ' + digits):
        assert picked(text, [size])[1]
    assert picked(b'["' + digits + b'", 5]', [size]) == ([Whole(digits.decode()), Whole(5)], False)
    assert picked(b'[["\\\\' + digits + b'"], 5]', [size]) == (
        [Whole(["\\" + digits.decode()]), Whole(5)],
        False,
    )
    assert picked(b"[" + b"9" * 500 + b"]", [size]) == ([Whole(int("9" * 500))], False)


def test_a_byte_order_mark_is_no_part_of_it() -> None:
    assert picked(b"\xef\xbb\xbf[1]", [100]) == ([Whole(1)], False)


@pytest.mark.parametrize("size", [1, 5, 9, 1000])
def test_lone_surrogates_are_replaced_and_pairs_are_not(size: int) -> None:
    text = rb'["\ude00a\ud83d", "\ud83d\ude00", "\\ud83d", "\ud83d\ud83d\ude00\ude00", {"\udfff": 1}]'
    found, failed = picked(text, [size])
    assert not failed
    assert [each.value for each in found if isinstance(each, Whole)] == [
        "\ufffda\ufffd",
        "\U0001f600",
        "\\ud83d",
        "\ufffd\U0001f600\ufffd",
        {"\ufffd": 1},
    ]


def test_pathological_escapes_are_linear() -> None:
    for unit in (b"\\\\", b'\\"', b"\\ud83d", b"\\u00e9", "你".encode(), b"\\n"):
        data = b'["' + unit * (3_000_000 // len(unit)) + b'"]'
        began = time.process_time()
        found, failed = picked(data, [65_536])
        assert not failed and len(found) == 1
        assert time.process_time() - began < 3, unit


def test_a_text_of_50_mb_takes_seconds_not_minutes() -> None:
    data = b'[{"a": "' + b"line\\n" * 8_333_333 + b'"}, 5]'
    began = time.process_time()
    found, failed = picked(data, [65_536])
    assert not failed and time.process_time() - began < 10
    assert found == [Whole({"a": "line\n" * 8_333_333}), Whole(5)]


def test_a_text_over_the_limit_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MAX_TEXT", 1000)
    reader, picker = JsonTokens(), Picker()
    text = b'["' + b"a" * 5000 + b'", "b"]'
    found = [
        each for at in range(0, len(text), 100) for each in picker.feed(reader.feed(text[at : at + 100]))
    ]
    assert reader.cut == 1 and not reader.failed
    first, second = (each.value for each in found if isinstance(each, Whole))
    assert 900 < len(first) < 1300 and second == "b"


def test_what_is_nested_too_deep_or_too_big_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = b"[" * 300 + b"]" * 300
    assert picked(b"[" + deep + b", 1]", [64])[0] == [Whole(Refusal(Reason.TOO_DEEP)), Whole(1)]
    assert picked(b"[" * 200_000, [65_536])[1]
    monkeypatch.setattr(values, "MAX_WEIGHT", 10_000)
    many = json.dumps([[[]] * 1000, {"a": "b" * 20_000}, [1, 2]]).encode()
    refused = Whole(Refusal(Reason.TOO_BIG))
    assert picked(many, [500])[0] == [refused, refused, Whole([1, 2])]


def test_random_bytes_never_raise() -> None:
    maker = random.Random(17)
    pieces = [bytes([each]) for each in b'[]{}"\\,:1 \xc3'] + [b"null", b"\\ud83d", "é".encode()]
    for _ in range(3000):
        data = b"".join(maker.choice(pieces) for _ in range(maker.randint(1, 40)))
        _, failed = picked(data, [3])
        if not failed:
            json.loads(data.decode("utf-8", "replace"), strict=False)
