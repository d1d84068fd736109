"""Streams as a person meets them: what is kept, shown and said when an answer waits, stalls or breaks."""

import asyncio
import time
from pathlib import Path

import pytest

from panda_desktop.domain.changes import AnswerWaits, ReplyFinished
from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.waits import WaitKind
from panda_desktop.services.chat import patience
from tests.faults.answers import answer, chat, delta, event, stream
from tests.faults.client import BALANCE, CHAT, answered, reply, services, short
from tests.faults.process import FaultProcess
from tests.faults.server import FaultServer, Reply
from tests.faults.steps import Close, Pause, Repeat, Reset, Send, Stall
from tests.services.chats import finished, growing
from tests.services.world import World

BROKEN: list[tuple[str, Reply, ErrorKind]] = [
    ("s17", stream(delta("a")), ErrorKind.TRUNCATED),
    ("s14", stream(delta("a"), Send(b"data: "), Repeat(b"x" * (1 << 18), 80)), ErrorKind.ANSWER_TOO_BIG),
    ("s19", stream(delta("a") + event({"error": {"message": "boom"}})), ErrorKind.SERVER_ERROR),
    ("s20", stream(delta("a") + b"data: {\n\n" * 4), ErrorKind.BAD_ANSWER),
    ("s36", stream(delta("a"), headers={"content-length": "9999"}), ErrorKind.CONNECTION_LOST),
    ("s37", stream(delta("a"), Pause(0.05), Reset()), ErrorKind.CONNECTION_LOST),
]


@pytest.mark.parametrize(("row", "broken", "kind"), BROKEN, ids=[row for row, _, _ in BROKEN])
async def test_s14_s17_s19_s20_s36_s37_a_part_is_kept_and_can_be_continued(
    row: str, broken: Reply, kind: ErrorKind, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, broken, stream(chat(" and b")))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            part = await reply(here, conversation)
            assert (part.text, part.state, part.error) == ("a", MessageState.INTERRUPTED, kind)
            assert len(server.ledger.of(CHAT)) == 1, "nothing paid is sent twice"
            await here.chat.continue_answer(part.id)
            await here.until(finished(here, 2))
            whole = await reply(here, conversation)
            assert (whole.text, whole.state) == ("a and b", MessageState.DONE)


async def test_h17_h34_without_text_it_has_failed(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, (Reset(),), answer("", 204))
        async with services(server, tmp_path) as (here, conversation):
            for count, kind in enumerate((ErrorKind.CONNECTION_LOST, ErrorKind.EMPTY_ANSWER), 1):
                await here.chat.send(conversation.id, "Tell")
                await here.until(finished(here, count))
                failed = await reply(here, conversation)
                assert (failed.state, failed.error) == (MessageState.FAILED, kind)
            assert len(server.ledger.of(CHAT)) == 2


async def test_s38_nothing_comes() -> None:
    told = await answered((Stall(),), short(first_byte_s=0.6))
    assert (told.kind, told.events) == (ErrorKind.NO_FIRST_BYTE, [])


TRIES = ("first", "second", "third")
"""Other programs may hold up what must be quick, but not every time."""


async def test_s38_s42_stop_works_before_anything_has_come(tmp_path: Path) -> None:
    for each in TRIES:
        took = await stopped_before_anything_came(tmp_path / each)
        if took < 0.2:
            break
    assert took < 0.2


async def stopped_before_anything_came(folder: Path) -> float:
    """Returns how many seconds after the stop the connection was closed."""
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, (Stall(),))
        async with services(server, folder) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            while not server.ledger.of(CHAT):
                await asyncio.sleep(0.005)
            began = time.monotonic()
            here.chat.stop(conversation.id)
            here.chat.stop(conversation.id)
            await here.until(finished(here))
            assert (await reply(here, conversation)).state is MessageState.STOPPED
            request = server.ledger.only(CHAT)
            while request.gone_at is None:
                await asyncio.sleep(0.005)
            return request.gone_at - began


async def test_s42_stop_in_the_middle_closes_the_connection(tmp_path: Path) -> None:
    for each in TRIES:
        took = await stopped_in_the_middle(tmp_path / each)
        if took < 0.2:
            break
    assert took < 0.2


async def stopped_in_the_middle(folder: Path) -> float:
    """Returns how many seconds after the stop the connection was closed."""
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, stream(delta("some"), Repeat(b": keep-alive\n\n", pause_s=0.01)))
        async with services(server, folder) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(growing(here))
            began = time.monotonic()
            here.chat.stop(conversation.id)
            await here.until(finished(here))
            request = server.ledger.only(CHAT)
            while request.gone_at is None:
                await asyncio.sleep(0.005)
            stopped = await reply(here, conversation)
            assert (stopped.text, stopped.state, stopped.error) == ("some", MessageState.STOPPED, None)
            return request.gone_at - began


def waits(here: World) -> list[WaitKind | None]:
    told = [change.wait for change in here.bus.heard if isinstance(change, AnswerWaits)]
    return [wait.kind if wait is not None else None for wait in told]


async def test_s39_a_stall_is_said_and_then_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SILENT_AFTER_S", 0.3)
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, stream(*[delta("x")] * 50, Stall()))
        async with services(server, tmp_path, short(bytes_idle_s=1.2)) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(lambda: bool(waits(here)))
            assert not finished(here)(), "said before it is ended"
            await here.until(finished(here))
            part = await reply(here, conversation)
            assert (part.text, part.state, part.error) == (
                "x" * 50,
                MessageState.INTERRUPTED,
                ErrorKind.STALLED,
            )
            assert waits(here) == [WaitKind.SILENT, None]


async def test_s39_data_that_comes_again_takes_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "SILENT_AFTER_S", 0.3)
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, stream(delta("a"), Pause(0.9), chat("b")))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            assert waits(here) == [WaitKind.SILENT, None]
            assert (await reply(here, conversation)).text == "ab"


@pytest.mark.parametrize("text", ["", "a"])
async def test_s40_keep_alives_for_ever(text: str) -> None:
    for keep_alive in (b": keep-alive\n\n", b"x" * 50, b"\n"):
        alive = Repeat(keep_alive, pause_s=0.02)
        told = await answered(stream(*([delta(text)] if text else []), alive), short(payload_idle_s=0.4))
        assert (told.text, told.kind) == (text, ErrorKind.STALLED)


async def test_h29_a_slow_stream_ends_by_the_clock_of_what_it_says() -> None:
    slowly = Send(delta("a" * 3000), piece=1, pause_s=0.005)
    told = await answered(stream(slowly), short(payload_idle_s=0.3))
    assert told.kind is ErrorKind.STALLED


async def streamed(folder: Path, deltas: int, pause_s: float) -> tuple[str, list[float]]:
    """Streams single characters from another process; returns the text and, in order of length, how long the
    loop computed between two chances of the window to draw. Computed: other programs on this machine do not
    count.
    """
    with FaultProcess() as server:
        server.usual()
        piece = delta("x") * 100
        server.on(
            "api", CHAT, stream(Repeat(piece, deltas // 100, pause_s), delta(finish="stop"), chat(), Close())
        )
        held_up: list[float] = []

        async def tick() -> None:
            while True:
                began = time.thread_time()
                await asyncio.sleep(0.005)
                held_up.append(time.thread_time() - began)

        async with services(server, folder) as (here, conversation):
            ended = asyncio.Event()
            here.bus.subscribe(ReplyFinished, lambda _change: ended.set())
            await here.chat.send(conversation.id, "Tell")
            ticking = asyncio.create_task(tick())
            await ended.wait()
            ticking.cancel()
            return (await reply(here, conversation)).text, sorted(held_up)


async def test_s41_ten_thousand_single_characters(tmp_path: Path) -> None:
    text, held_up = await streamed(tmp_path, 10_000, 0)
    assert text == "x" * 10_000
    assert held_up[int(len(held_up) * 0.99) - 1] < 0.05


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize(("deltas", "pause_s"), [(100_000, 0.0), (60_000, 0.1)])
async def test_s41_a_hundred_thousand_and_a_minute(tmp_path: Path, deltas: int, pause_s: float) -> None:
    text, held_up = await streamed(tmp_path, deltas, pause_s)
    assert text == "x" * deltas
    assert held_up[int(len(held_up) * 0.99) - 1] < 0.05


async def test_s44_two_chats_at_once(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        one = stream(*[step for _ in range(40) for step in (delta("1"), Pause(0.001))], chat("1"))
        two = stream(*[step for _ in range(40) for step in (delta("2"), Pause(0.001))], chat("2"))
        server.api.on(CHAT, one, two)
        async with services(server, tmp_path) as (here, first):
            second = await here.chat.create("auto")
            await here.chat.send(first.id, "One")
            await here.chat.send(second.id, "Two")
            await here.until(finished(here, 2))
            texts = {(await reply(here, each)).text for each in (first, second)}
            assert texts == {"1" * 41, "2" * 41}
            await here.until(lambda: bool(server.ledger.of(BALANCE)))  # the balance is read after an answer
