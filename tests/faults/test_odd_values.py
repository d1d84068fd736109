"""Odd values inside of answers that are right otherwise: what is kept of them can be read again."""

import json
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.money import SpendingFilter
from tests.faults.answers import DONE, answer, delta, event, json_answer, stream
from tests.faults.client import BALANCE, CHAT, asked, client, reply, services
from tests.faults.server import FaultServer
from tests.services.chats import finished, quiet


@pytest.mark.parametrize("count", [True, -5, 2**63, 10**30])
async def test_s22_d06_a_token_count_that_is_none_spoils_neither_chat_nor_books(
    count: int, tmp_path: Path
) -> None:
    usage = {"prompt_tokens": count, "completion_tokens": 5, "total_tokens": count}
    body = delta("hi") + delta(finish="stop") + event({"choices": [], "usage": usage}) + DONE
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, stream(body))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "hello")
            await here.until(finished(here))
            await quiet(here)
            message = await reply(here, conversation)
            assert (message.text, message.usage) == ("hi", None)
            (entry,) = await here.storage.spending.entries(SpendingFilter())
            assert entry.prompt_tokens is None and entry.ended


@pytest.mark.parametrize("code", [True, 10**30, -1, 1.5, None, []])
async def test_s19_d06_an_error_inside_a_stream_with_an_odd_code_can_be_read_again(
    code: Any, tmp_path: Path
) -> None:
    body = delta("half") + event({"error": {"message": "no pandas", "code": code}})
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, stream(body))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "hello")
            await here.until(finished(here))
            message = await reply(here, conversation)
            assert message.text == "half" and message.error is not None
            assert message.error_detail is not None and message.error_detail.message == "no pandas"


async def test_s19_s32_an_error_with_amounts_in_a_whole_answer_is_told() -> None:
    error = {"message": "too little", "code": "insufficient_funds", "balance": 0.5, "cost": 0.75}
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(CHAT, json_answer({"error": error}))
        told = await asked(gateway)
        assert told.kind is ErrorKind.NO_CREDIT
        server.api.on(BALANCE, answer(json.dumps({"error": error})))
        with pytest.raises(PandaError) as caught:
            await gateway.balance()
        assert caught.value.kind is ErrorKind.NO_CREDIT
