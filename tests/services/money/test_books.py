"""Paid calls in the books: entered before they leave, charged once, held back by budgets."""

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.budgets import Budget, BudgetSpan, OverBudget
from panda_desktop.domain.changes import SpendingChanged
from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.jobs import ImageRequest, JobKind, JobState
from panda_desktop.domain.money import Grouping, LedgerEntry, Purpose, SpendingFilter, SpendKind
from panda_desktop.domain.prices import ModelPrice
from tests.gateway.scripted import Call, Play, answer, stream
from tests.services.chats import PNG, balances, chat, delta, finished, growing, quiet, run, saying, usage
from tests.services.world import World, world

BILLING = "/dashboard/billing"
ALL = SpendingFilter()


async def entries(here: World) -> tuple[LedgerEntry, ...]:
    await quiet(here)
    return await here.storage.spending.entries(ALL, descending=False)


def totals(*pairs: tuple[str, str]) -> Play:
    """Balance and total spent, one pair after the other, the last one for ever."""
    left = list(pairs)

    async def play(call: Call) -> None:
        balance, spent = left.pop(0) if len(left) > 1 else left[0]
        await answer(f'{{"balance": {balance}, "currency": "usd", "total_spent": {spent}}}')(call)

    return play


def images(count: int = 1) -> Play:
    data = [{"b64_json": base64.b64encode(PNG).decode()}] * count
    return answer(json.dumps({"data": data}))


def test_an_answer_is_entered_with_its_tokens_and_its_charge(tmp_path: Path) -> None:
    async def main() -> None:
        played = stream(delta("one"), delta("", "stop"), usage(1000, 500), b"data: [DONE]\n\n")
        async with chat(tmp_path, played, model="m") as (here, created):
            here.server.routes[BILLING] = balances("10", "9.9982")
            await here.account.settled()
            price = ModelPrice("m", prompt=Decimal(1), completion=Decimal("1.6"))
            await here.money.set_price(price)
            await here.chat.send(created.id, "hello")
            await here.until(finished(here))
            (entry,) = await entries(here)
            assert (entry.kind, entry.model, entry.served_model) == (SpendKind.CHAT, "m", "served")
            assert entry.conversation_id == created.id and entry.profile == "first"
            assert (entry.prompt_tokens, entry.completion_tokens) == (1000, 500)
            # What the price list says of the tokens that were counted, beside what was charged.
            assert (entry.predicted, entry.charged) == (Decimal("0.0018"), Decimal("0.0018"))
            assert (entry.shared, entry.currency, entry.ended) == (False, "usd", True)

    run(main)


def test_an_entry_is_on_the_disk_before_the_request_leaves(tmp_path: Path) -> None:
    async def main() -> None:
        seen: list[LedgerEntry] = []

        async def look(call: Call) -> None:
            seen.extend(await here.storage.spending.entries(ALL))
            await saying("one")(call)

        async with chat(tmp_path, look) as (here, created):
            await here.chat.send(created.id, "hello")
            await here.until(finished(here))
            assert [(each.ended, each.charged) for each in seen] == [(False, None)]

    run(main)


def test_charges_of_chats_at_once_add_up_to_the_fall(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        slow = stream(delta("slow"), delta("", "stop"), hold=hold)
        async with chat(tmp_path, slow, saying("quick")) as (here, first):
            here.server.routes[BILLING] = balances("10", "9", "8")
            await here.account.settled()
            second = await here.chat.create("auto")
            await here.chat.send(first.id, "1")
            await here.until(growing(here))
            await here.chat.send(second.id, "2")
            await here.until(finished(here))
            await here.account.at_rest()
            hold.set()
            await here.until(finished(here, 2))
            found = await entries(here)
            assert [(each.charged, each.shared) for each in found] == [(Decimal(1), True), (Decimal(1), True)]
            report = await here.money.report(ALL)
            assert [(row.charged, row.unknown) for row in report.totals] == [(Decimal(2), 0)]

    run(main)


def test_what_other_programs_spend_is_said_as_unexplained(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            here.server.routes[BILLING] = totals(("10", "100"), ("9.75", "100.25"), ("8.75", "101.25"))
            await here.account.settled()
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            await entries(here)
            await here.account.settled()
            await quiet(here)
            (found,) = (await here.money.report(ALL)).reconciliations
            assert (found.gateway, found.explained) == (Decimal("1.25"), Decimal("0.25"))
            assert (found.unexplained, found.unknown) == (Decimal(1), 0)

    run(main)


def test_unknown_charges_stay_unknown(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            here.server.routes[BILLING] = balances(None)
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            (entry,) = await entries(here)
            assert entry.charged is None and entry.ended and entry.currency == ""
            (row,) = (await here.money.report(ALL)).totals
            assert (row.count, row.unknown, row.charged) == (1, 1, Decimal(0))

    run(main)


def test_nothing_is_left_of_a_call_of_which_nothing_was_sent(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            await here.chat.send(created.id, "1")
            here.chat.stop(created.id)  # before its first step
            await here.until(finished(here))
            assert await entries(here) == ()

    run(main)


def budget(limit: str, span: BudgetSpan = BudgetSpan.DAY, **more: object) -> Budget:
    return replace(Budget("", span, Decimal(limit)), **more)  # type: ignore[arg-type]


def test_h03_a_budget_refuses_before_anything_is_sent_or_stored(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one"), saying("two")) as (here, created):
            here.server.routes[BILLING] = balances("10", "9")
            await here.account.settled()
            await here.money.set_budget(budget("1"))
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            await entries(here)
            calls = len(here.server.calls)
            with pytest.raises(OverBudget) as caught:
                await here.chat.send(created.id, "2")
            assert caught.value.kind is ErrorKind.OVER_BUDGET
            assert caught.value.refusal.use.spent == 1
            assert len((await here.chat.open(created.id))[1]) == 2  # the message stays in the composer
            await quiet(here)
            assert len(here.server.calls) == calls and len(await entries(here)) == 1
            # A higher limit lets it go.
            await here.money.set_budget(replace(here.money.budgets()[0], limit=Decimal(2)))
            await here.chat.send(created.id, "2")
            await here.until(finished(here, 2))

    run(main)


def test_of_two_sends_at_once_only_one_slips_under_the_limit(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, images()) as here:
            await here.money.set_price(ModelPrice("kolors", image=Decimal("0.6")))
            await here.money.set_budget(budget("1"))
            request = ImageRequest("kolors", "a boat")
            made = await asyncio.gather(
                *(here.jobs.make_images(request) for _ in range(5)), return_exceptions=True
            )
            refused = [each for each in made if isinstance(each, OverBudget)]
            assert len(refused) == 4
            assert all(each.refusal.use.committed == Decimal("0.6") for each in refused)
            assert len(here.jobs.jobs(JobKind.IMAGE)) == 1

    run(main)


def test_leave_holds_for_one_request_and_only_where_the_budget_permits_it(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            till = here.money.books
            purpose = Purpose(SpendKind.CHAT, "m", "c")
            soft = await here.money.set_budget(budget("0", may_pass=True))
            with pytest.raises(OverBudget) as caught:
                await till.admit(purpose)
            assert here.money.allow(caught.value.refusal)
            with pytest.raises(OverBudget):
                await till.admit(replace(purpose, conversation_id="another"))
            await till.admit(purpose)
            with pytest.raises(OverBudget):
                await till.admit(purpose)  # once
            hard = await here.money.set_budget(budget("0", BudgetSpan.MONTH))
            with pytest.raises(OverBudget) as caught:
                await till.admit(purpose)
            assert caught.value.refusal.use.budget == hard != soft  # what cannot be passed is named
            assert not here.money.allow(caught.value.refusal)

    run(main)


def test_h03_of_several_answers_each_is_allowed_once_and_none_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            till = here.money.books
            asked = [Purpose(SpendKind.CHAT, model, "c") for model in ("a", "b", "c")]
            await here.money.set_budget(budget("0", may_pass=True))
            for place in range(3):
                with pytest.raises(OverBudget) as caught:
                    await till.admit(*asked)
                assert caught.value.refusal.purpose.model == asked[place].model
                assert here.money.allow(caught.value.refusal)
                assert not await entries(here)
            assert len(await till.admit(*asked)) == 3
            for purpose in asked:
                with pytest.raises(OverBudget):
                    await till.admit(purpose)  # the leave is used up

    run(main)


def test_budgets_hold_by_chat_and_by_profile(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            till, store = here.money.books, here.storage.spending
            await here.money.set_budget(budget("1", BudgetSpan.CHAT))
            await here.money.set_budget(budget("0", profile="another"))
            now = datetime.now(UTC)
            spent = LedgerEntry(
                "e", now, now.astimezone().date(), "first", "u", SpendKind.CHAT, "m", "", "full"
            )
            await store.save(replace(spent, charged=Decimal(1), currency="usd", ended=True))
            with pytest.raises(OverBudget) as caught:
                await till.admit(Purpose(SpendKind.CHAT, "m", "full"))
            assert caught.value.refusal.use.budget.span is BudgetSpan.CHAT
            await till.admit(Purpose(SpendKind.CHAT, "m", "fresh"))
            await till.admit(Purpose(SpendKind.VIDEO, "m", job_id="j"))  # belongs to no chat

    run(main)


def test_a_comparison_is_admitted_whole_or_not_at_all(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            await here.money.set_price(ModelPrice("m", prompt=Decimal(1), completion=Decimal(1)))
            await here.chat.change(created.id, parameters=Parameters(max_tokens=600_000))
            await here.money.set_budget(budget("1"))
            with pytest.raises(OverBudget):
                await here.parts.comparing.compare(created.id, "which?", ["m", "m"])
            assert await entries(here) == ()
            assert (await here.chat.open(created.id))[1] == ()

    run(main)


def test_v26_images_are_entered_with_their_price_and_followed_to_their_end(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, images(2)) as here:
            here.server.routes[BILLING] = balances("10", "9.92")
            await here.account.settled()
            await here.money.set_price(ModelPrice("kolors", image=Decimal("0.04")))
            job = await here.jobs.make_images(ImageRequest("kolors", "a boat", 2))
            await here.until(done(here, job.id))
            (entry,) = await entries(here)
            assert (entry.kind, entry.job_id, entry.count) == (SpendKind.IMAGE, job.id, 2)
            assert (entry.predicted, entry.charged) == (Decimal("0.08"), Decimal("0.08"))
            assert entry.ended

    run(main)


def done(here: World, job_id: str) -> Callable[[], bool]:
    def reached() -> bool:
        job = next(each for each in here.jobs.jobs(JobKind.IMAGE) if each.id == job_id)
        return job.state is JobState.DONE and job.balance_after is not None

    return reached


def test_titles_and_the_pad_are_entered_too(tmp_path: Path) -> None:
    async def main() -> None:
        pad = stream(b'data: {"choices": [{"text": " more", "finish_reason": "stop"}]}\n\n')
        async with chat(tmp_path, saying("one"), answer('{"choices": []}'), pad) as (here, created):
            await here.settings.change(auto_titles=True)
            await here.account.settled()
            await here.chat.send(created.id, "hello")
            await here.until(finished(here))
            await quiet(here)
            await here.parts.completing.change_pad(text="Once", model="m")
            await here.parts.completing.complete()
            found = await entries(here)
            kinds = [each.kind for each in found]
            assert kinds == [SpendKind.CHAT, SpendKind.TITLE, SpendKind.COMPLETION]
            assert all(each.ended for each in found)

    run(main)


def test_what_a_crash_left_open_is_ended_and_jobs_are_taken_up(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            await here.money.books.admit(Purpose(SpendKind.CHAT, "m", "c"))
            await here.money.books.admit(Purpose(SpendKind.VIDEO, "m", job_id="gone"))
        async with world(tmp_path) as here:
            found = await entries(here)
            assert [each.ended for each in found] == [True, True]
            assert [each.charged for each in found] == [None, None]

    run(main)


def test_the_demo_is_kept_apart(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            store = here.storage.spending
            now = datetime.now(UTC)
            played = LedgerEntry("e", now, now.date(), "demo", "u", SpendKind.CHAT, "m", charged=Decimal(5))
            await store.save(replace(played, currency="usd", ended=True))
            assert (await here.money.report(ALL)).totals == ()
            shown = await here.money.report(SpendingFilter(profile="demo"))
            assert shown.totals[0].charged == 5
            await here.money.set_budget(budget("1"))
            await here.money.books.admit(Purpose(SpendKind.CHAT, "m", "c"))  # play money does not count

    run(main)


def test_a_change_is_told(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            await quiet(here)
            assert any(isinstance(change, SpendingChanged) for change in here.bus.heard)
            assert (await here.money.report(ALL)).rows[Grouping.CHAT][0].key == created.id

    run(main)
