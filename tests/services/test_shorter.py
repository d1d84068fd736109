"""A request that is too long: what is left out of it."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.services.chat.request import newest_part
from tests.faults.answers import chat, refusal, stream
from tests.faults.client import CHAT, reply, services
from tests.faults.server import FaultServer
from tests.services.chats import finished


def branch(*lengths: int) -> list[Message]:
    roles = (Role.USER, Role.ASSISTANT)
    now = datetime.now(UTC)
    return [
        Message(str(place), "c", None, place, roles[place % 2], "x" * length, now, state=MessageState.DONE)
        for place, length in enumerate(lengths)
    ]


def test_h08_the_newest_part_begins_with_the_person() -> None:
    messages = branch(100, 100, 100, 100, 10)
    assert newest_part(messages, 0) == tuple(messages)
    assert [each.id for each in newest_part(messages, 1)] == ["4"]
    assert [each.id for each in newest_part(branch(100, 10, 10, 10, 10), 1)] == ["2", "3", "4"]
    assert [each.id for each in newest_part(branch(10, 10, 999), 5)] == ["2"]
    assert newest_part([], 3) == ()


def test_h08_asked_again_with_less_each_time(tmp_path: Path) -> None:
    async def main() -> None:
        async with FaultServer() as server:
            server.api.usual()
            well, long = stream(chat("fine")), refusal(413, "too long")
            server.api.on(CHAT, *[well] * 8, long, long, well)
            async with services(server, tmp_path) as (here, conversation):
                for number in range(9):
                    await here.chat.send(conversation.id, f"Question {number}")
                    await here.until(finished(here, number + 1))
                for number in range(2):
                    failed = await reply(here, conversation)
                    assert failed.state is MessageState.FAILED
                    await here.chat.regenerate(failed.id, shorter=True)
                    await here.until(finished(here, number + 10))
                assert (await reply(here, conversation)).text == "fine"
                counts = [len(request.json["messages"]) for request in server.ledger.of(CHAT)[8:]]
                assert counts[0] == 17 and counts[0] > counts[1] > counts[2] >= 1
                last = server.ledger.of(CHAT)[-1].json["messages"]
                assert last[-1]["content"] == "Question 8" and last[0]["role"] == "user"

    asyncio.run(asyncio.wait_for(main(), 30))
