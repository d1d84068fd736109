"""Chat from the command to the wire and back into the database."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.branch import branch_to
from panda_desktop.domain.changes import BranchChanged, MessageAdded, MessageGrew, ReplyFinished
from panda_desktop.domain.chat import Message, MessageState, Parameters
from panda_desktop.domain.errors import ErrorKind, PandaError
from tests.gateway.scripted import answer, stream
from tests.services.world import World, world


def delta(text: str, reason: str = "") -> bytes:
    choice = {"delta": {"content": text}} | ({"finish_reason": reason} if reason else {})
    return f"data: {json.dumps({'model': 'served', 'choices': [choice]})}\n\n".encode()


HELLO = stream(delta("Hel"), delta("lo", "stop"), b"data: [DONE]\n\n")
CUT = stream(delta("Once upon"))


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 30))


def finished(here: World, count: int = 1) -> Callable[[], bool]:
    return lambda: sum(isinstance(change, ReplyFinished) for change in here.bus.heard) >= count


async def shown(here: World, conversation_id: str) -> list[Message]:
    conversation, messages = await here.chat.open(conversation_id)
    return branch_to({message.id: message for message in messages}, conversation.leaf_id)


def test_a_message_and_its_answer(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            created = await here.chat.create("auto:cost")
            await here.chat.change(
                created.id, system_prompt="Be brief", parameters=Parameters(temperature=0.5, max_tokens=9)
            )
            await here.chat.save_draft(created.id, "Hi")
            await here.chat.send(created.id, "Hi there")
            await here.until(finished(here))
            question, reply = await shown(here, created.id)
            assert (question.text, reply.text, reply.state) == ("Hi there", "Hello", MessageState.DONE)
            assert (reply.model, reply.served_model, reply.finish_reason) == ("auto:cost", "served", "stop")
            assert reply.receipt is not None and reply.receipt.first_token_s is not None
            (conversation,) = await here.chat.conversations()
            assert (conversation.title, conversation.draft) == ("Hi there", "")
            body = json.loads(here.server.calls[0].body)
            assert [each["content"] for each in body["messages"]] == ["Be brief", "Hi there"]
            assert (body["model"], body["temperature"], body["max_tokens"]) == ("auto:cost", 0.5, 9)
            kinds = [type(change) for change in here.bus.heard]
            assert kinds.index(MessageAdded) < kinds.index(MessageGrew) < kinds.index(ReplyFinished)
            assert not here.problems

    run(main)


def test_s17_a_cut_answer_is_kept_and_continued(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, CUT, stream(delta(" a time", "stop"))) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state, reply.error) == (
                "Once upon",
                MessageState.INTERRUPTED,
                ErrorKind.TRUNCATED,
            )
            await here.chat.continue_answer(reply.id)
            await here.until(finished(here, 2))
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state, reply.error) == ("Once upon a time", MessageState.DONE, None)

    run(main)


def test_s42_stop_keeps_what_came(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with world(tmp_path, stream(delta("some"), hold=hold)) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Tell")
            await here.until(
                lambda: any(isinstance(c, MessageGrew) and c.message.text for c in here.bus.heard)
            )
            assert here.chat.is_answering(created.id)
            here.chat.stop(created.id)
            here.chat.stop(created.id)
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state) == ("some", MessageState.STOPPED)
            hold.set()

    run(main)


def test_s42_stop_at_once_ends_the_answer(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with world(tmp_path, stream(delta("some"), hold=hold)) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Tell")
            here.chat.stop(created.id)
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state) == ("", MessageState.STOPPED)
            assert not here.server.calls
            hold.set()

    run(main)


def test_u06_two_sends_at_once_are_one_request(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with world(tmp_path, stream(delta("some"), hold=hold)) as here:
            created = await here.chat.create("auto")
            twice = (here.chat.send(created.id, "Tell"), here.chat.send(created.id, "Tell"))
            first, second = await asyncio.gather(*twice, return_exceptions=True)
            assert first is None and isinstance(second, PandaError)
            await here.until(
                lambda: any(isinstance(c, MessageGrew) and c.message.text for c in here.bus.heard)
            )
            assert len(here.server.calls) == 1
            assert len(await shown(here, created.id)) == 2
            here.chat.stop(created.id)
            await here.until(finished(here))
            hold.set()

    run(main)


def test_an_empty_answer_is_continued_by_another_one(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, stream(b"data: [DONE]\n\n"), HELLO) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, empty = await shown(here, created.id)
            await here.chat.continue_answer(empty.id)
            await here.until(finished(here, 2))
            assert [message.text for message in await shown(here, created.id)] == ["Tell", "Hello"]

    run(main)


def test_closing_the_program_marks_the_answer(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with world(tmp_path, stream(delta("some"), hold=hold)) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Tell")
            await here.until(
                lambda: any(isinstance(c, MessageGrew) and c.message.text for c in here.bus.heard)
            )
            await here.tasks.close()
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state, reply.error) == (
                "some",
                MessageState.INTERRUPTED,
                ErrorKind.CRASHED,
            )
            hold.set()

    run(main)


def test_h03_no_money(tmp_path: Path) -> None:
    async def main() -> None:
        refusal = answer('{"error":{"message":"empty","code":"insufficient_funds"}}', "402 X")
        async with world(tmp_path, refusal) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            assert (reply.state, reply.error) == (MessageState.FAILED, ErrorKind.NO_CREDIT)
            assert len(here.server.calls) == 1

    run(main)


def test_nothing_is_stored_of_what_cannot_be_sent(tmp_path: Path) -> None:
    async def main() -> None:
        address = {"PANDA_BASE_URL": "https://api.pandaworld.space/v1"}
        async with world(tmp_path, environment=address) as here:
            created = await here.chat.create("auto")
            for text, kind in (("Hi", ErrorKind.NO_KEY), ("  \n", ErrorKind.EMPTY_PROMPT)):
                with pytest.raises(PandaError) as caught:
                    await here.chat.send(created.id, text)
                assert caught.value.kind is kind
            with pytest.raises(PandaError) as caught:
                await here.chat.change(created.id, parameters=Parameters(temperature=3))
            assert caught.value.detail.param == "temperature"
            assert await shown(here, created.id) == []

    run(main)


def test_the_tree(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "One")
            await here.until(finished(here))
            question, first = await shown(here, created.id)
            await here.chat.regenerate(first.id, "auto:speed")
            await here.until(finished(here, 2))
            _, second = await shown(here, created.id)
            assert second.id != first.id and second.model == "auto:speed"
            await here.chat.show_sibling(second.id, -1)
            assert (await shown(here, created.id))[-1].id == first.id
            await here.chat.show_sibling(first.id, -1)
            assert (await shown(here, created.id))[-1].id == first.id
            await here.chat.edit(question.id, "Two")
            await here.until(finished(here, 3))
            edited, third = await shown(here, created.id)
            assert (edited.text, third.text) == ("Two", "Hello")
            copy = await here.chat.fork(third.id)
            assert [each.text for each in await shown(here, copy.id)] == ["Two", "Hello"]
            await here.chat.delete_message(edited.id)
            assert [each.text for each in await shown(here, created.id)] == ["One", "Hello"]
            assert any(isinstance(change, BranchChanged) for change in here.bus.heard)
            await here.chat.trash(created.id)
            assert [each.id for each in await here.chat.conversations()] == [copy.id]
            await here.chat.restore(created.id)
            assert len(await here.chat.conversations()) == 2

    run(main)


def test_brief_work_ends_before_the_program_does(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            created = await here.chat.create("auto")
            here.tasks.spawn(here.chat.save_draft(created.id, "half a thought"), name="draft", brief=True)
            here.tasks.spawn(asyncio.sleep(3600), name="long")
            await here.tasks.close()
            conversation, _ = await here.chat.open(created.id)
            assert conversation.draft == "half a thought"

    run(main)
