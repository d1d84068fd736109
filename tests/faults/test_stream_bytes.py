"""Streams as bytes: cuts, codings, sizes and broken framing, through real sockets."""

import pytest

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.events import Finished
from tests.faults.answers import CHUNKED, DONE, chat, chunked, compressed, delta, event, head, stream
from tests.faults.bombs import BOMBS, MIB
from tests.faults.client import CHAT, answered, asked, client, short
from tests.faults.server import FaultServer, Reply
from tests.faults.steps import (
    Close,
    Repeat,
    Reset,
    Send,
    Stall,
    bytewise,
    every_cut,
    every_pair_of_cuts,
    sliced,
)

SHORT = delta("é猫") + delta(finish="stop") + DONE
ENDED = {ErrorKind.TRUNCATED, ErrorKind.CONNECTION_LOST}


async def all_whole(replies: list[Reply], text: str) -> None:
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(CHAT, *replies)
        for number, _ in enumerate(replies):
            told = await asked(gateway)
            assert told.is_whole and told.text == text, f"reply {number}: {told}"


async def test_s01_every_cut() -> None:
    await all_whole([stream(*cut) for cut in every_cut(SHORT)], "é猫")


async def test_s02_pairs_of_cuts() -> None:
    pairs = list(every_pair_of_cuts(SHORT))
    await all_whole([stream(*cut) for cut in pairs[:: len(pairs) // 150]], "é猫")


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_s02_every_pair_of_cuts() -> None:
    await all_whole([stream(*cut) for cut in every_pair_of_cuts(SHORT)], "é猫")


async def test_s03_one_byte_a_packet() -> None:
    await all_whole([stream(*bytewise(chat("One", " by one")))], "One by one")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
async def test_s04_line_ends(end: bytes) -> None:
    await all_whole([stream(chat("a", "b").replace(b"\n", end))], "ab")


async def test_s04_mixed_line_ends() -> None:
    mixed = delta("a").replace(b"\n", b"\r") + delta("b").replace(b"\n", b"\r\n") + chat("c")
    await all_whole([stream(mixed)], "abc")


async def test_s04_an_event_that_ends_in_cr_is_not_kept_back() -> None:
    told = await answered(stream(delta("now").replace(b"\n", b"\r"), Stall()), short(bytes_idle_s=0.6))
    assert (told.text, told.kind) == ("now", ErrorKind.STALLED)


@pytest.mark.parametrize("cut", [0, 1, 2, 3])
async def test_s05_a_mark_at_the_start_and_one_in_the_middle(cut: int) -> None:
    data = b"\xef\xbb\xbf" + chat("a\ufeffb")
    await all_whole([stream(*(sliced(data, cut) if cut else (data,)))], "a\ufeffb")


async def test_s06_ten_thousand_keep_alives_are_waiting_not_text() -> None:
    told = await answered(stream(delta("a"), Repeat(b": keep-alive\n\n", 10_000), chat("b")))
    assert told.is_whole and told.text == "ab" and told.waits > 0


async def test_s07_odd_fields() -> None:
    odd = b"data:" + delta("a")[6:] + b"data\n\nwhat: else\n\nid: a\x00b\nretry: soon\n\n" + chat("b")
    await all_whole([stream(odd)], "ab")


async def test_s08_one_value_over_several_lines() -> None:
    await all_whole([stream(b'data: {"choices":\ndata: [{"delta":{"content":"x"}}]}\n\n' + chat())], "x")


async def test_s09_as_the_document_prints_it() -> None:
    await all_whole([stream(chat("1", "2", "3").replace(b"\n\n", b"\n"))], "123")


@pytest.mark.parametrize("cut", [1, 2])
async def test_s10_the_last_event_without_its_end(cut: int) -> None:
    await all_whole([stream(chat("a")[:-cut])], "a")
    await all_whole([stream((delta("a") + delta(finish="stop"))[:-cut])], "a")


async def test_s12_what_is_no_utf8_is_shown_as_such() -> None:
    bad = b'data: {"choices":[{"delta":{"content":"a\xff\xc3b"}}]}\n\n'
    await all_whole([stream(bad + chat("c"))], "a\ufffd\ufffdbc")


async def test_s12_half_a_character_at_the_end() -> None:
    told = await answered(stream(delta("a"), 'data: {"choices":[{"delta":{"content":"猫'.encode()[:-1]))
    assert (told.text, told.kind) == ("a", ErrorKind.TRUNCATED)


async def test_s13_another_charset_in_the_header() -> None:
    headers = {"content-type": "text/event-stream; charset=iso-8859-1"}
    await all_whole([stream(SHORT, headers=headers)], "é猫")


@pytest.mark.parametrize("size", [1, 16])
async def test_s14_large_events(size: int) -> None:
    text = "x" * (size * MIB - 200)
    told = await answered(stream(Send(delta(text) + chat(), piece=1 << 18)))
    assert told.is_whole and told.text == text


async def test_s14_an_event_above_the_limit() -> None:
    big = (
        Send(b'data: {"choices":[{"delta":{"content":"'),
        Repeat(b"x" * (1 << 18), 256),
        Send(b'"}}]}\n\n'),
    )
    told = await answered(stream(delta("before"), *big, chat("after")))
    assert (told.text, told.kind) == ("before", ErrorKind.ANSWER_TOO_BIG)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate"])
async def test_s34_a_packed_stream_flushed_after_each_event(coding: str) -> None:
    parts = compressed(delta("a"), delta("b"), delta(finish="stop") + DONE, coding=coding)
    headers = {"content-encoding": coding.removeprefix("raw-")}
    await all_whole([stream(*parts, headers=headers)], "ab")
    told = await answered(stream(parts[0], Stall(), headers=headers), short(bytes_idle_s=0.6))
    assert (told.text, told.kind) == ("a", ErrorKind.STALLED)


async def test_s34_a_packed_stream_that_is_cut() -> None:
    parts = compressed(delta("a"), delta("b"), chat("c"))
    told = await answered(stream(parts[0], parts[1][:-4], headers={"content-encoding": "gzip"}))
    assert told.kind in ENDED and told.text.startswith("a")


async def test_s34_what_is_not_packed_as_it_says() -> None:
    told = await answered(stream(chat("a"), headers={"content-encoding": "gzip"}))
    assert (told.kind, told.text) == (ErrorKind.BAD_ANSWER, "")


@pytest.mark.parametrize("coding", list(BOMBS))
async def test_s34_h32_a_bomb_in_a_stream(coding: str) -> None:
    told = await answered(stream(BOMBS[coding](), headers={"content-encoding": coding}))
    assert told.kind in (ErrorKind.ANSWER_TOO_BIG, ErrorKind.BAD_ANSWER)


async def test_s35_chunked_and_well() -> None:
    body = chunked(delta("a"), chat("b"), end=b"0\r\nx-trailer: 1\r\n\r\n")
    await all_whole([stream(body, headers=CHUNKED), stream(*bytewise(body), headers=CHUNKED)], "ab")


@pytest.mark.parametrize(
    "body",
    [
        chunked(delta("a"), delta("b"), sizes={1: "zz"}),
        chunked(delta("a"), delta("b"), sizes={1: "-5"}),
        chunked(delta("a"), delta("b"), sizes={1: "fffffffff"}),
        chunked(delta("a"), delta("b"), end=b""),
        chunked(delta("a"), delta("b"), end=b"0\r\n"),
    ],
)
async def test_s35_chunked_and_broken(body: bytes) -> None:
    first = len(chunked(delta("a"), end=b""))
    told = await answered(stream(*sliced(body, first, pause_s=0.02), headers=CHUNKED))
    assert told.kind in ENDED and told.text.startswith("a")


async def test_s35_a_whole_answer_whose_last_chunk_is_missing() -> None:
    await all_whole([stream(chunked(chat("a"), end=b""), headers=CHUNKED)], "a")


async def test_s36_the_length_says_more() -> None:
    data = delta("a")
    told = await answered(stream(data, headers={"content-length": str(len(data) + 9)}))
    assert told.text == "a" and told.kind in ENDED
    await all_whole([stream(chat("a"), headers={"content-length": "99999"})], "a")


async def test_s36_the_length_says_less() -> None:
    data = chat("a")
    length = {"content-length": str(len(data)), "connection": "close"}
    await all_whole([stream(data, b"data: nonsense\n\n", headers=length)], "a")
    told = await answered(stream(data, headers={"content-length": str(len(delta("a")))}))
    assert (told.text, told.kind) == ("a", ErrorKind.TRUNCATED)


@pytest.mark.parametrize("end", [Close(), Reset()])
@pytest.mark.parametrize("place", [0, 1, 20, -2])
async def test_s37_an_end_in_the_middle_of_an_event(end: Close | Reset, place: int) -> None:
    told = await answered(stream(delta("a"), Send(delta("b")[:place], pause_s=0.02), end))
    assert told.kind in ENDED and told.text.startswith("a") and told.reason is None


async def test_s37_a_reset_after_the_end_changes_nothing() -> None:
    told = await answered(stream(chat("a"), Reset()))
    assert told.is_whole and told.text == "a" and told.events[-1] == Finished("stop")


async def test_s18_the_first_end_ends() -> None:
    body = delta("a") + b"data:  [DONE] \n\n" + DONE + delta("late") + event({"error": "late"})
    await all_whole([stream(body)], "a")
    async with FaultServer() as server, client(server.base_url) as gateway:
        raw = head(200, {"content-type": "text/event-stream"})
        server.api.on(CHAT, (Send(raw + chat("a")), Repeat(delta("late"), pause_s=0.01)))
        told = await asked(gateway)
        assert told.is_whole and told.text == "a"
