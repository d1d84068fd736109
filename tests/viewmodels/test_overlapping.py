"""Commands given one right after the other, over the real services: the last wish counts, whichever is
carried out last.
"""

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.changes import MessageAdded
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.folders import Shelf
from panda_desktop.domain.money import SpendingFilter, SpendingReport
from panda_desktop.domain.secret import ApiKey
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.compare import CompareModel
from panda_desktop.viewmodels.money import MoneyModel
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.quick import QuickModel
from tests.gateway.scripted import Call, answer
from tests.services.chats import finished, quiet, run, saying
from tests.services.slow import slow
from tests.services.test_profiles import SECOND, Account, with_second
from tests.services.world import World, world

pytestmark = pytest.mark.usefixtures("qapp")
THIRD = ApiKey("sk-third-0123456789")


async def model_of(here: World) -> ChatModel:
    """Returns the chats as the window shows them, the last one open."""
    model = ChatModel(here.bus, here.tasks, here.chat, here.settings)
    await model.load()
    return model


def open_id(model: ChatModel) -> str:
    assert model.conversation is not None
    return model.conversation.id


def first_id(here: World) -> str:
    """Returns the id of the chat that had the first message."""
    return next(each.message.conversation_id for each in here.bus.heard if isinstance(each, MessageAdded))


def test_u07_of_two_chats_that_are_opened_the_last_one_is_shown(tmp_path: Path) -> None:
    """A chat may take longer to read than the next one, as when an answer in it ends meanwhile."""

    async def main() -> None:
        async with world(tmp_path) as here:
            first, second = await here.chat.create("auto"), await here.chat.create("auto")
            model = await model_of(here)
            with slow(here.chat, "open", after=True) as reading:
                model.open(first.id)
                await reading.reached.wait()
                model.open(second.id)
                await here.until(lambda: here.settings.current.conversation_id == second.id)
                reading.go.set()
                await quiet(here)
            assert open_id(model) == second.id
            assert here.settings.current.conversation_id == second.id

    run(main)


def test_u07_going_back_to_the_open_chat_takes_back_what_was_clicked_before(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            first, second = await here.chat.create("auto"), await here.chat.create("auto")
            model = await model_of(here)
            model.open(first.id)
            await quiet(here)
            with slow(here.chat, "open", after=True) as reading:
                model.open(second.id)
                await reading.reached.wait()
                model.open(first.id)
                reading.go.set()
                await quiet(here)
            assert open_id(model) == first.id

    run(main)


def test_u07_a_chat_that_is_opened_while_a_new_one_is_made_is_shown(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, saying("one")) as here:
            first = await here.chat.create("auto")
            await here.chat.send(first.id, "1")
            await here.until(finished(here))
            second = await here.chat.create("auto")
            await here.settings.change(conversation_id=first.id)
            model = await model_of(here)
            assert open_id(model) == first.id
            with slow(here.chat, "create", after=True) as making:
                model.start_new()
                await making.reached.wait()
                model.open(second.id)
                await here.until(lambda: here.settings.current.conversation_id == second.id)
                making.go.set()
                await quiet(here)
            assert open_id(model) == second.id

    run(main)


def test_u07_a_chat_opened_while_the_former_one_goes_to_the_trash_is_shown(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            first, second = await here.chat.create("auto"), await here.chat.create("auto")
            await here.settings.change(conversation_id=first.id)
            model = await model_of(here)
            assert open_id(model) == first.id
            with slow(here.chat, "create", after=True) as making:
                model.trash(first.id)
                await making.reached.wait()
                model.open(second.id)
                await here.until(lambda: here.settings.current.conversation_id == second.id)
                making.go.set()
                await quiet(here)
            assert open_id(model) == second.id

    run(main)


def test_a_temporary_chat_that_is_not_wanted_any_more_when_it_is_made_is_gone(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            first, second = await here.chat.create("auto"), await here.chat.create("auto")
            await here.settings.change(conversation_id=first.id)
            model = await model_of(here)
            with slow(here.chat, "create", after=True) as making:
                model.start_new(temporary=True)
                await making.reached.wait()
                model.open(second.id)
                making.go.set()
                await quiet(here)
            assert open_id(model) == second.id
            assert not any(each.temporary for each in await here.chat.conversations())

    run(main)


def test_of_two_shelves_that_are_chosen_the_last_one_is_shown(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            model = OrganisationModel(here.bus, here.tasks, here.organisation)
            await model.load()
            with slow(here.organisation, "shelf", after=True) as reading:
                model.show(Shelf.TRASH)
                await reading.reached.wait()
                model.show(Shelf.LIST)  # the person has thought better of it
                reading.go.set()
                await quiet(here)
            assert model.shelf is Shelf.LIST

    run(main)


def test_a_key_that_is_tested_goes_to_the_profile_it_was_entered_for(tmp_path: Path) -> None:
    """The gateway takes its time to test a key; the person switches to another profile meanwhile."""

    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            asked, go_on = asyncio.Event(), asyncio.Event()

            async def held(call: Call) -> None:
                asked.set()
                await go_on.wait()
                await answer('{"balance": 3, "currency": "usd"}')(call)

            here.server.routes["/dashboard/billing"] = held
            model = AccountModel(here.bus, here.tasks, here.connection, here.account)
            model.enter_key(THIRD)
            await asked.wait()
            await here.connection.switch(second)
            go_on.set()
            await quiet(here)
            assert (here.connection.profile_id, here.connection.key) == (second, SECOND)
            assert THIRD.reveal() not in " ".join(other.keys)
            await here.connection.switch("first")
            assert here.connection.key == THIRD

    run(main)


def test_a_comparison_that_is_left_before_it_is_read_is_not_shown(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, saying("one")) as here:
            created = await here.chat.create("auto")
            questions = []
            for text in ("1", "2"):
                questions.append((await here.parts.comparing.compare(created.id, text, ("a", "b")))[0])
                await here.until(finished(here, 2 * len(questions)))
            model = CompareModel(here.bus, here.tasks, here.parts.comparing)
            with slow(here.parts.comparing, "answers", after=True) as reading:
                model.show(questions[0].id)
                await reading.reached.wait()
                model.show(questions[1].id)
                while model.question is None:
                    await asyncio.sleep(0)
                reading.go.set()
                await quiet(here)
            assert model.question is not None and model.question.id == questions[1].id
            with slow(here.parts.comparing, "answers", after=True) as reading:
                model.show(questions[0].id)
                await reading.reached.wait()
                model.clear()
                reading.go.set()
                await quiet(here)
            assert model.question is None

    run(main)


def test_sums_are_read_by_one_reading_at_a_time_also_after_one_that_failed(tmp_path: Path) -> None:
    """Else what an older one has found may be shown in place of what a newer one has."""

    async def main() -> None:
        async with world(tmp_path) as here:
            model = MoneyModel(here.bus, here.tasks, here.money, lambda: Decimal(0))
            heard: list[PandaError] = []
            model.failed.connect(heard.append)
            work, running, most = here.money.report, 0, 0

            async def report(chosen: SpendingFilter) -> SpendingReport:
                nonlocal running, most
                running += 1
                most = max(most, running)
                found = await work(chosen)
                running -= 1
                return found

            async def failing(chosen: SpendingFilter) -> SpendingReport:
                here.money.report = report  # type: ignore[method-assign]
                # The next reading begins when this one is over and its failure is not told yet.
                asyncio.get_running_loop().call_soon(model.load)
                raise PandaError(ErrorKind.CANNOT_READ)

            here.money.report = failing  # type: ignore[method-assign]
            model.load()
            while not heard:
                await asyncio.sleep(0)
            model.load()
            await quiet(here)
            assert most == 1

    run(main)


def test_a_quick_prompt_that_is_started_over_while_the_model_changes_stays_empty(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, saying("one"), saying("two")) as here:
            model = QuickModel(here.bus, here.tasks, here.chat, here.settings)
            model.ask("1")
            await here.until(finished(here))
            await here.settings.change(quick_model="another")
            with slow(here.chat, "change", after=True) as changing:
                model.ask("2")
                await changing.reached.wait()
                model.start_over()
                changing.go.set()
                await here.until(lambda: here.chat.is_answering(first_id(here)))
                assert not model.is_answering
                await here.until(finished(here, 2))
            assert model.conversation_id == "" and model.rows.count() == 0
            await quiet(here)

    run(main)
