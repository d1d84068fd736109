"""Answers live on, whatever is shown, and end when they are told to."""

import asyncio
import time
from pathlib import Path

from panda_desktop.domain.changes import MessageGrew, ReplyFinished
from panda_desktop.domain.chat import Message, MessageState
from tests.gateway.scripted import Call, stream
from tests.services.chats import chat, delta, finished, growing, run, shown, texts


def test_s44_several_chats_stream_at_once_without_cross_talk(tmp_path: Path) -> None:
    async def main() -> None:
        steps = [asyncio.Event() for _ in range(3)]

        async def play(call: Call) -> None:
            name = chr(ord("a") + next(n for n in range(3) if f"chat {n}".encode() in call.body))
            head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
            await call.send(head)
            for step in steps:
                await call.send(delta(name * 3))
                await step.wait()
            await call.send(delta("", "stop") + b"data: [DONE]\n\n")

        async with chat(tmp_path, play) as (here, first):
            ids = [first.id, *[(await here.chat.create("auto")).id for _ in range(2)]]
            for number, identity in enumerate(ids):
                await here.chat.send(identity, f"chat {number}")
            for count, step in enumerate(steps, start=1):

                def all_grew(length: int = 3 * count) -> bool:
                    return (
                        len(
                            {
                                c.message.conversation_id
                                for c in here.bus.heard
                                if isinstance(c, MessageGrew) and len(c.message.text) >= length
                            }
                        )
                        == 3
                    )

                await here.until(all_grew)
                # Looking at one and then at another stops none.
                for identity in ids:
                    await here.chat.open(identity)
                    assert here.chat.is_answering(identity)
                step.set()
            await here.until(finished(here, 3))
            for name, identity in zip("abc", ids, strict=True):
                assert (await texts(here, identity))[1] == name * 9

    run(main)


def test_s42_stop_ends_within_200_ms(tmp_path: Path) -> None:
    async def main() -> None:
        closed = asyncio.Event()

        async def play(call: Call) -> None:
            await stream(delta("some"))(call)
            await call.writer.drain()
            try:
                while True:
                    await call.send(b": keep-alive\n\n")
                    await asyncio.sleep(0.01)
            finally:
                closed.set()

        async def stopped(folder: Path) -> tuple[float, float]:
            closed.clear()
            async with chat(folder, play) as (here, created):
                await here.chat.send(created.id, "Tell")
                await here.until(growing(here))
                began = time.monotonic()
                here.chat.stop(created.id)
                await here.until(finished(here))
                took = time.monotonic() - began
                await closed.wait()
                gone = time.monotonic() - began
                _, reply = await shown(here, created.id)
                assert (reply.text, reply.state) == ("some", MessageState.STOPPED)
                return took, gone

        for each in ("first", "second", "third"):  # other programs may hold it up, but not every time
            took, gone = await stopped(tmp_path / each)
            if took < 0.2 and gone < 1:
                break
        assert took < 0.2 and gone < 1

    run(main)


def test_d01_text_that_nothing_follows_is_stored_soon(tmp_path: Path) -> None:
    async def stored_after(folder: Path) -> float:
        """Returns how many seconds after it came the text was on the disk."""
        hold = asyncio.Event()
        async with chat(folder, stream(delta("a thought"), hold=hold)) as (here, created):
            stored = asyncio.Event()
            store = here.storage.conversations
            checkpoint = store.checkpoint

            async def watched(message: Message) -> None:
                await checkpoint(message)
                stored.set()

            store.checkpoint = watched  # type: ignore[method-assign]
            await here.chat.send(created.id, "Tell")
            await here.until(growing(here))
            began = time.monotonic()
            await stored.wait()
            took = time.monotonic() - began
            messages = await store.messages(created.id)
            assert (messages[1].text, messages[1].state) == ("a thought", MessageState.STREAMING)
            here.chat.stop(created.id)
            hold.set()
            await here.until(finished(here))
            return took

    async def main() -> None:
        for each in ("first", "second", "third"):  # other programs may hold it up, but not every time
            took = await stored_after(tmp_path / each)
            if took < 1:
                break
        assert took < 1

    run(main)


def test_the_next_message_is_told_without_reading_the_chat_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, stream(delta("a", "stop"))) as (here, created):
            for number in (1, 2):
                here.bus.heard.clear()
                await here.chat.send(created.id, f"{number}")
                await here.until(finished(here))
                kinds = [type(change).__name__ for change in here.bus.heard]
                assert kinds.count("MessageAdded") == 2 and "BranchChanged" not in kinds
                assert isinstance(
                    next(c for c in reversed(here.bus.heard) if isinstance(c, ReplyFinished)), ReplyFinished
                )

    run(main)


def test_u07_a_chat_that_is_opened_while_its_answer_ends_is_whole(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        play = stream(delta("a thought"), delta(" to the end", "stop"), hold=hold)
        async with chat(tmp_path, play) as (here, created):
            store = here.storage.conversations
            read = store.messages

            async def slow(conversation_id: str) -> object:
                found = await read(conversation_id)
                hold.set()
                if here.chat.is_answering(conversation_id):
                    await here.until(finished(here))
                return found

            await here.chat.send(created.id, "Tell")
            await here.until(growing(here))
            store.messages = slow  # type: ignore[method-assign, assignment]
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state) == ("a thought to the end", MessageState.DONE)

    run(main)
