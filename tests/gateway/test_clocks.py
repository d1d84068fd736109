"""How long is waited for the pieces of an answer: one timer for all of them, and the wait ends."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.gateway.clocks import ticking


async def chunks(count: int, *, then_s: float = 0.0, each_s: float = 0.0) -> AsyncGenerator[bytes, None]:
    for _ in range(count):
        await asyncio.sleep(each_s)
        yield b"x"
    await asyncio.sleep(then_s)


async def taken(source: AsyncGenerator[bytes, None], idle_s: float, total_s: float = 60.0) -> int:
    count = 0
    async with aclosing(source), aclosing(ticking(source, idle_s, time.monotonic() + total_s)) as ticked:
        async for _ in ticked:
            count += 1
    return count


def test_a_thousand_pieces_are_waited_for_with_one_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> tuple[int, int]:
        loop = asyncio.get_running_loop()
        made = 0
        call_at = loop.call_at

        def counted(*words: object, **more: object) -> asyncio.TimerHandle:
            nonlocal made
            made += 1
            return call_at(*words, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(loop, "call_at", counted)
        return await taken(chunks(1000), 120.0), made

    assert asyncio.run(main()) == (1000, 1)


def test_pieces_that_come_in_time_are_waited_for_longer_than_once() -> None:
    assert asyncio.run(taken(chunks(6, each_s=0.03), 0.1)) == 6


@pytest.mark.parametrize(
    ("idle_s", "total_s", "kind"), [(0.05, 60.0, ErrorKind.STALLED), (60.0, 0.05, ErrorKind.TOOK_TOO_LONG)]
)
def test_silence_ends(idle_s: float, total_s: float, kind: ErrorKind) -> None:
    async def main() -> int:
        with pytest.raises(PandaError) as caught:
            await taken(chunks(3, then_s=60.0), idle_s, total_s)
        assert caught.value.kind is kind
        task = asyncio.current_task()
        assert task is not None
        await asyncio.sleep(0)
        return task.cancelling()

    assert asyncio.run(main()) == 0


def test_who_is_cancelled_is_told_so() -> None:
    async def main() -> None:
        task = asyncio.ensure_future(taken(chunks(1, then_s=60.0), 60.0))
        await asyncio.sleep(0.01)
        task.cancel("stopped")
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())


def test_the_time_of_who_takes_the_pieces_is_not_counted() -> None:
    async def main() -> int:
        source, count = chunks(2), 0
        async with aclosing(source), aclosing(ticking(source, 0.03, time.monotonic() + 60)) as ticked:
            async for _ in ticked:
                count += 1
                await asyncio.sleep(0.08)
        return count

    assert asyncio.run(main()) == 2
