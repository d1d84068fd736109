"""What an answer has cost: the fall of the balance over it, in the row and in the database."""

import asyncio
import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.account import Balance
from panda_desktop.domain.changes import BalanceChanged, ReceiptChanged, ReplyFinished
from panda_desktop.domain.chat import Receipt
from panda_desktop.domain.jobs import ImageRequest, JobKind, JobState
from panda_desktop.services.chat import queueing
from panda_desktop.services.spending import Spending
from tests.gateway.scripted import Play, answer, stream
from tests.services.chats import (
    balances,
    bodies,
    chat,
    delta,
    finished,
    growing,
    quiet,
    run,
    saying,
    shown,
    usage,
)
from tests.services.world import World

BILLING = "/dashboard/billing"


def receipts(here: World) -> list[Receipt]:
    told = [change.message.receipt for change in here.bus.heard if isinstance(change, ReceiptChanged)]
    return [receipt for receipt in told if receipt is not None]


def settled(here: World, count: int = 1) -> Callable[[], bool]:
    return lambda: len(receipts(here)) >= count


def counting(play: Play) -> tuple[Play, list[str]]:
    """A play, and one entry for each time it was used."""
    used: list[str] = []

    async def counted(call: object) -> None:
        used.append("GET")
        await play(call)  # type: ignore[arg-type]

    return counted, used


def test_the_cost_comes_after_the_end_and_is_stored(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            held = asyncio.Event()
            after = balances("9.75")

            async def slow(call: object) -> None:
                await held.wait()
                await after(call)  # type: ignore[arg-type]

            here.server.routes[BILLING] = balances("10")
            await here.account.settled()
            here.server.routes[BILLING], used = counting(slow)
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            (ended,) = (c.message for c in here.bus.heard if isinstance(c, ReplyFinished))
            assert ended.receipt is not None and ended.receipt.cost is None  # the end does not wait for it
            held.set()
            await here.until(settled(here))
            _, reply = await shown(here, created.id)
            assert reply.receipt is not None and reply.receipt == receipts(here)[0]
            assert (reply.receipt.cost, reply.receipt.cost_is_shared) == (Decimal("0.25"), False)
            assert reply.receipt.total_s == ended.receipt.total_s and reply.text == "one"
            await quiet(here)
            assert len(used) == 1  # one reading for one answer
            # The next one begins with the balance that was read last.
            here.server.routes[BILLING] = balances("9.5")
            await here.chat.send(created.id, "2")
            await here.until(settled(here, 2))
            assert (receipts(here)[1].cost, receipts(here)[1].cost_is_shared) == (Decimal("0.25"), False)

    run(main)


@pytest.mark.parametrize("amounts", [(None, "9"), ("10", None), ("10", "11"), ("null", "9")])
def test_unknown_stays_unknown(tmp_path: Path, amounts: tuple[str | None, str | None]) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            here.server.routes[BILLING] = balances(*amounts)
            await here.account.settled()
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            await quiet(here)
            _, reply = await shown(here, created.id)
            assert reply.receipt is not None and reply.receipt.cost is None
            assert not receipts(here)

    run(main)


def test_a_reading_that_fails_is_made_up_for_by_the_next(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            here.server.routes[BILLING] = balances("10", None, "9")
            await here.account.settled()
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            await quiet(here)
            assert not receipts(here)
            assert await here.account.settled() is not None
            await here.until(settled(here))
            assert (receipts(here)[0].cost, receipts(here)[0].cost_is_shared) == (Decimal(1), False)

    run(main)


def test_two_chats_at_once_share(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        slow = stream(delta("slow"), delta("", "stop"), hold=hold)
        async with chat(tmp_path, slow, saying("quick"), saying("alone")) as (here, first):
            here.server.routes[BILLING] = balances("10", "9", "8", "7")
            await here.account.settled()
            second = await here.chat.create("auto")
            await here.chat.send(first.id, "1")
            await here.until(growing(here))
            await here.chat.send(second.id, "2")
            await here.until(settled(here))
            hold.set()
            await here.until(settled(here, 2))
            costs = [(each.cost, each.cost_is_shared) for each in receipts(here)]
            assert costs == [(Decimal(1), True), (Decimal(2), True)]
            await here.chat.send(first.id, "3")
            await here.until(settled(here, 3))
            assert (receipts(here)[2].cost, receipts(here)[2].cost_is_shared) == (Decimal(1), False)

    run(main)


def test_what_was_queued_has_receipts_of_its_own(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        first = stream(delta("one"), delta("", "stop"), hold=hold)
        async with chat(tmp_path, first, saying("two"), saying("three")) as (here, created):
            here.server.routes[BILLING] = balances("10", "9", "7", "4")
            await here.account.settled()
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            await here.chat.queue(created.id, "2")
            await here.chat.queue(created.id, "3")
            hold.set()
            await here.until(settled(here, 3))
            costs = [(each.cost, each.cost_is_shared) for each in receipts(here)]
            assert costs == [(Decimal(1), False), (Decimal(2), False), (Decimal(3), False)]

    run(main)


def test_a_queue_does_not_wait_for_ever_for_the_balance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "PATIENCE_S", 0.05)

    async def main() -> None:
        hold, never = asyncio.Event(), asyncio.Event()
        first = stream(delta("one"), delta("", "stop"), hold=hold)
        async with chat(tmp_path, first, saying("two")) as (here, created):

            async def silent(call: object) -> None:
                await never.wait()

            here.server.routes[BILLING] = silent
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            await here.chat.queue(created.id, "2")
            hold.set()
            await here.until(finished(here, 2))
            never.set()

    run(main)


PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
IMAGES = json.dumps({"data": [{"b64_json": base64.b64encode(PICTURE).decode()}]})


def test_an_image_that_is_made_meanwhile_shares(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        slow = stream(delta("slow"), delta("", "stop"), hold=hold)
        async with chat(tmp_path, slow, answer(IMAGES)) as (here, created):
            here.server.routes[BILLING] = balances("10", "9", "8")
            await here.account.settled()
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            await here.jobs.make_images(ImageRequest("kolors", "a panda"))
            await here.until(
                lambda: any(
                    job.state is JobState.DONE and job.balance_after is not None
                    for job in here.jobs.jobs(JobKind.IMAGE)
                )
            )
            (job,) = here.jobs.jobs(JobKind.IMAGE)
            assert job.cost_is_shared
            hold.set()
            await here.until(settled(here))
            assert receipts(here)[0].cost_is_shared
            await quiet(here)
            assert not here.account.spending.is_busy

    run(main)


def test_a_job_whose_account_changed_its_currency_has_no_cost(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, answer(IMAGES)) as (here, _):
            here.server.routes[BILLING] = answer('{"balance": 10, "currency": "usd"}')
            await here.account.settled()
            here.server.routes[BILLING] = answer('{"balance": 9, "currency": "cny"}')
            await here.jobs.make_images(ImageRequest("kolors", "a panda"))
            await here.until(lambda: any(j.balance_after is not None for j in here.jobs.jobs(JobKind.IMAGE)))
            (job,) = here.jobs.jobs(JobKind.IMAGE)
            assert (job.currency_before, job.currency_after, job.cost) == ("usd", "cny", None)

    run(main)


def test_a_job_whose_balance_cannot_be_read_has_no_cost(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, answer(IMAGES)) as (here, _):
            here.server.routes[BILLING] = balances("10", None)
            await here.account.settled()
            await here.jobs.make_images(ImageRequest("kolors", "a panda"))
            await here.until(lambda: any(j.state is JobState.DONE for j in here.jobs.jobs(JobKind.IMAGE)))
            await quiet(here)
            (job,) = here.jobs.jobs(JobKind.IMAGE)
            assert (job.balance_before, job.balance_after, job.cost) == (Decimal(10), None, None)
            assert not here.account.spending.is_busy

    run(main)


def test_a_cost_that_is_learned_during_the_rest_of_an_answer_spoils_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(
            tmp_path, stream(delta("Once upon")), stream(delta(" a time"), delta("", "stop"), hold=hold)
        ) as (here, created):
            here.server.routes[BILLING] = balances("10", None, "9", "8")
            await here.account.settled()
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            await quiet(here)
            _, reply = await shown(here, created.id)
            await here.chat.continue_answer(reply.id)
            await here.until(lambda: "time" in here.chat._asking.running.live((reply,))[0].text)
            await here.account.settled()
            hold.set()
            await here.until(finished(here, 2))
            await quiet(here)
            _, reply = await shown(here, created.id)
            # What the first part cost was never known alone, so the whole is not known.
            assert reply.text == "Once upon a time"
            assert reply.receipt is not None and reply.receipt.cost is None

    run(main)


def test_a_continued_answer_adds_up(tmp_path: Path) -> None:
    async def main() -> None:
        cut = stream(delta("Once upon", "length"), usage(10, 2), b"data: [DONE]\n\n")
        rest = stream(delta("upon a time", "stop"), usage(14, 3), b"data: [DONE]\n\n")
        async with chat(tmp_path, cut, rest) as (here, created):
            here.server.routes[BILLING] = balances("10", "9.5", "9.4")
            await here.account.settled()
            await here.chat.send(created.id, "Tell")
            await here.until(settled(here))
            _, first = await shown(here, created.id)
            assert (first.finish_reason, first.text) == ("length", "Once upon")
            await here.chat.continue_answer(first.id)
            await here.until(settled(here, 2))
            _, whole = await shown(here, created.id)
            assert (whole.text, whole.finish_reason) == ("Once upon a time", "stop")
            assert whole.usage is not None and first.receipt is not None and whole.receipt is not None
            assert (whole.usage.prompt_tokens, whole.usage.completion_tokens) == (24, 5)
            assert (whole.receipt.cost, whole.receipt.cost_is_shared) == (Decimal("0.6"), False)
            assert whole.receipt.first_token_s == first.receipt.first_token_s
            assert (whole.receipt.total_s or 0) > (first.receipt.total_s or 0)
            said = bodies(here)[1]["messages"]
            assert [each["role"] for each in said] == ["user", "assistant", "user"]

    run(main)


def test_another_key_settles_nothing_of_the_old_one(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("one"), delta("", "stop"), hold=hold)) as (here, created):
            here.server.routes[BILLING] = balances("10", "3")
            await here.account.settled()
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            here.connection._renew()
            hold.set()
            await here.until(finished(here))
            await quiet(here)
            _, reply = await shown(here, created.id)
            assert reply.receipt is not None and reply.receipt.cost is None
            balance = [c.balance for c in here.bus.heard if isinstance(c, BalanceChanged)][-1]
            assert balance is not None and balance.amount == Decimal(3)

    run(main)


# The count itself


def balance(amount: str) -> Balance:
    return Balance(Decimal(amount), "usd", None, datetime(2026, 11, 24, tzinfo=UTC))


class Costs(list[tuple[Decimal | None, bool]]):
    def __call__(self, cost: Decimal | None, shared: bool) -> None:
        self.append((cost, shared))


def test_a_reading_that_began_before_the_end_settles_nothing() -> None:
    spending, costs = Spending(), Costs()
    spending.end_reading(spending.begin_reading(), balance("10"))
    call = spending.open()
    early = spending.begin_reading()
    spending.close(call, costs)
    spending.end_reading(early, balance("9"))
    assert costs == []
    spending.end_reading(spending.begin_reading(), balance("8"))
    assert costs == [(Decimal(2), False)]


def test_a_call_that_begins_before_the_balance_is_read_shares() -> None:
    spending, costs = Spending(), Costs()
    spending.end_reading(spending.begin_reading(), balance("10"))
    first = spending.open()
    spending.close(first, costs)
    reading = spending.begin_reading()
    second = spending.open()
    spending.end_reading(reading, balance("9"))
    assert costs == [(Decimal(1), True)]
    spending.close(second, costs)
    spending.end_reading(spending.begin_reading(), balance("8"))
    assert costs[1] == (Decimal(2), True)  # the balance before it was of before the first


def test_a_balance_that_is_older_than_another_call_shares() -> None:
    spending, costs = Spending(), Costs()
    spending.end_reading(spending.begin_reading(), balance("10"))
    spending.close(spending.open())  # nobody read the balance after it
    call = spending.open()
    spending.close(call, costs)
    spending.end_reading(spending.begin_reading(), balance("9"))
    assert costs == [(Decimal(1), True)]
    lone = spending.open()
    spending.close(lone, costs)
    spending.end_reading(spending.begin_reading(), balance("8.5"))
    assert costs[1] == (Decimal("0.5"), False)


def test_a_reading_of_another_account_is_not_taken() -> None:
    spending, costs = Spending(), Costs()
    spending.end_reading(spending.begin_reading(), balance("10"))
    call = spending.open()
    spending.close(call, costs)
    reading = spending.begin_reading()
    spending.change_account()
    assert not spending.end_reading(reading, balance("9"))
    assert spending.end_reading(spending.begin_reading(), balance("100"))
    assert costs == []
