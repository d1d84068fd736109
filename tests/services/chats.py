"""What the tests of chat share: scripted answers, and looking at what came of them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from panda_desktop.domain.branch import branch_to
from panda_desktop.domain.changes import MessageGrew, ReplyFinished
from panda_desktop.domain.chat import Conversation, Message
from tests.gateway.scripted import Call, Play, answer, stream
from tests.services.world import World, world

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0" + b"\0" * 20
DONE = b"data: [DONE]\n\n"


def delta(text: str, reason: str = "") -> bytes:
    choice = {"delta": {"content": text}} | ({"finish_reason": reason} if reason else {})
    return f"data: {json.dumps({'model': 'served', 'choices': [choice]})}\n\n".encode()


def usage(prompt: int, completion: int) -> bytes:
    counted = {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}
    return f"data: {json.dumps({'choices': [], 'usage': counted})}\n\n".encode()


def saying(text: str, *, reason: str = "stop") -> Play:
    """A whole answer."""
    return stream(delta(text), delta("", reason), DONE)


def balances(*amounts: str | None) -> Play:
    """Answers with one amount after the other, the last one for ever; None is a failure."""
    left = list(amounts)

    async def play(call: Call) -> None:
        amount = left.pop(0) if len(left) > 1 else left[0]
        if amount is None:
            await answer('{"error": {"message": "no"}}', "401 X")(call)
        else:
            await answer(f'{{"balance": {amount}, "currency": "usd"}}')(call)

    return play


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 30))


def finished(here: World, count: int = 1) -> Callable[[], bool]:
    return lambda: sum(isinstance(change, ReplyFinished) for change in here.bus.heard) >= count


def growing(here: World, count: int = 1) -> Callable[[], bool]:
    """So many answers have text and are not finished, or were."""

    def reached() -> bool:
        grown = {c.message.id for c in here.bus.heard if isinstance(c, MessageGrew) and c.message.text}
        return len(grown) >= count

    return reached


async def shown(here: World, conversation_id: str) -> list[Message]:
    conversation, messages = await here.chat.open(conversation_id)
    return branch_to({message.id: message for message in messages}, conversation.leaf_id)


async def texts(here: World, conversation_id: str) -> list[str]:
    return [message.text for message in await shown(here, conversation_id)]


def bodies(here: World) -> list[dict[str, Any]]:
    return [json.loads(call.body) for call in here.server.calls]


async def quiet(here: World) -> None:
    """Waits until no background work is left but the clocks."""
    while busy := [each for each in here.tasks._tasks if each.get_name() != "balance clock"]:
        await asyncio.wait(busy)
        await asyncio.sleep(0)


@asynccontextmanager
async def chat(folder: Path, *plays: Play, model: str = "auto") -> AsyncIterator[tuple[World, Conversation]]:
    """A world with one conversation."""
    async with world(folder, *plays) as here:
        yield here, await here.chat.create(model)
