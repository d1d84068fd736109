"""Titles made by a model: once, cheap, counted, and never over the person's own."""

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.chat import TitleBy
from panda_desktop.services.chat.titles import clean_title
from tests.gateway.scripted import Play, answer, reset, stream
from tests.services.chats import PNG, balances, bodies, chat, delta, finished, quiet, run, saying, shown
from tests.services.world import World

BILLING = "/dashboard/billing"
TITLE = answer('{"choices": [{"message": {"content": "\\"Pandas at home.\\""}, "finish_reason": "stop"}]}')


async def ready(here: World, *amounts: str | None) -> None:
    here.server.routes[BILLING] = balances(*amounts)
    await here.account.settled()
    await here.settings.change(auto_titles=True)


async def title_of(here: World, conversation_id: str) -> tuple[str, TitleBy]:
    conversation, _ = await here.chat.open(conversation_id)
    return conversation.title, conversation.title_by


def test_the_first_exchange_is_named_once(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("In bamboo."), TITLE, saying("Yes.")) as (here, created):
            await ready(here, "10", "9", "8.9", "8")
            await here.chat.send(created.id, "Where do pandas live?")
            await here.until(finished(here))
            await quiet(here)
            assert await title_of(here, created.id) == ("Pandas at home", TitleBy.MODEL)
            body = bodies(here)[1]
            assert (body["model"], body["stream"], body["max_tokens"]) == ("auto:cost", False, 256)
            said = body["messages"][0]["content"]
            assert "Where do pandas live?" in said and "In bamboo." in said
            # The receipt of the answer is its own, the title's cost is nobody's.
            _, reply = await shown(here, created.id)
            assert reply.receipt is not None
            assert (reply.receipt.cost, reply.receipt.cost_is_shared) == (Decimal(1), False)
            await here.chat.send(created.id, "Really?")
            await here.until(finished(here, 2))
            await quiet(here)
            assert len(here.server.calls) == 3
            last = (await shown(here, created.id))[-1]
            assert last.receipt is not None
            assert (last.receipt.cost, last.receipt.cost_is_shared) == (Decimal("0.9"), False)

    run(main)


@pytest.mark.parametrize("reason", ["off", "no balance", "little money", "named", "temporary", "failed"])
def test_no_title_is_asked_for(tmp_path: Path, reason: str) -> None:
    async def main() -> None:
        first = stream(delta("cut")) if reason == "failed" else saying("In bamboo.")
        async with chat(tmp_path, first, TITLE) as (here, created):
            amounts = {"no balance": None, "little money": "0.99"}
            await ready(here, amounts.get(reason, "10"))
            if reason == "off":
                await here.settings.change(auto_titles=False)
            elif reason == "named":
                await here.chat.change(created.id, title="Mine")
            elif reason == "temporary":
                created = await here.chat.create("auto", temporary=True)
            await here.chat.send(created.id, "Where do pandas live?")
            await here.until(finished(here))
            await quiet(here)
            assert len(here.server.calls) == 1
            expected = "Mine" if reason == "named" else "Where do pandas live?"
            assert (await title_of(here, created.id))[0] == expected

    run(main)


@pytest.mark.parametrize(
    "play",
    [
        reset,
        answer('{"error": {"message": "down"}}', "503 X"),
        answer('{"choices": [{"message": {"content": "  "}}]}'),
        answer('{"choices": [{"message": {"content": "%s"}}]}' % ("Certainly, here is a title. " * 9)),
        answer("no json"),
    ],
)
def test_whatever_goes_wrong_there_is_one_attempt(tmp_path: Path, play: Play) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("In bamboo."), play, saying("Again.")) as (here, created):
            await ready(here, "10")
            await here.chat.send(created.id, "Where do pandas live?")
            await here.until(finished(here))
            await quiet(here)
            assert await title_of(here, created.id) == ("Where do pandas live?", TitleBy.MODEL)
            _, reply = await shown(here, created.id)
            await here.chat.regenerate(reply.id)
            await here.until(finished(here, 2))
            await quiet(here)
            assert len(here.server.calls) == 3
            assert not here.account.spending.is_busy and not here.problems

    run(main)


def test_a_name_given_meanwhile_stays(tmp_path: Path) -> None:
    async def main() -> None:
        asked, go_on = asyncio.Event(), asyncio.Event()

        async def slow(call: object) -> None:
            asked.set()
            await go_on.wait()
            await TITLE(call)  # type: ignore[arg-type]

        async with chat(tmp_path, saying("In bamboo."), slow) as (here, created):
            await ready(here, "10")
            await here.chat.send(created.id, "Where do pandas live?")
            await asked.wait()
            await here.chat.change(created.id, title="Mine")  # nothing waits for the title
            go_on.set()
            await quiet(here)
            assert await title_of(here, created.id) == ("Mine", TitleBy.PERSON)

    run(main)


def test_a_comparison_is_named_after_its_last_answer(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one"), saying("two"), TITLE) as (here, created):
            await ready(here, "10")
            kept = await here.chat.keep_attachment(PNG, "dot.png")
            await here.parts.comparing.compare(created.id, "", ("auto", "auto"), (kept,))
            await here.until(finished(here, 2))
            await quiet(here)
            assert len(here.server.calls) == 3
            assert (await title_of(here, created.id))[0] == "Pandas at home"

    run(main)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Pandas", "Pandas"),
        ('  "Pandas in China."\n', "Pandas in China"),
        ("**Title: Bamboo**", "Bamboo"),
        ("标题：《大熊猫》。", "大熊猫"),
        ("# Heading\nand more", "Heading"),
        ("", ""),
        ("…" * 90, ""),
        ("word " * 30, ""),
    ],
)
def test_what_a_model_says_becomes_a_title_or_none(said: str, title: str) -> None:
    assert clean_title(said) == title
