"""Profiles and keys while something else happens: no key goes to another server, none comes back, and what is
paid is paid by one account.
"""

import asyncio
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.account import Connection, Endpoint, KeyState
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import ImageRequest, JobKind, JobState
from panda_desktop.domain.money import EntryOrder, SpendingFilter
from panda_desktop.domain.network import ProxyMode
from panda_desktop.domain.prices import ModelPrice
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.network import NetworkService
from tests.gateway.scripted import Call, answer
from tests.services.chats import finished, saying
from tests.services.holders import no_holder_left
from tests.services.slow import slow
from tests.services.test_jobs import IMAGES
from tests.services.test_profiles import FIRST, SECOND, Account, run, with_second
from tests.services.world import World, world

__all__ = ["no_holder_left"]
pytestmark = pytest.mark.usefixtures("no_holder_left")


def demo_at(here: World, url: str) -> None:
    """Lets a server of the test be the demo gateway."""

    async def endpoint() -> Endpoint:
        return Endpoint(url, is_demo=True)

    here.connection._demo.endpoint = endpoint  # type: ignore[method-assign]


async def entered(here: World) -> Counter[str]:
    """Returns how many calls are entered for each profile."""
    entries = await here.money.entries(
        SpendingFilter(profile=""), order=EntryOrder.TIME, descending=True, offset=0, limit=9
    )
    return Counter(entry.profile for entry in entries)


def test_a_key_that_is_still_being_stored_is_not_sent_to_the_profile_chosen_meanwhile(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await here.profiles.add("Second", other.url)
            await here.settings.change(demo=True)  # so that switching has something to store
            with slow(here.secrets, "write") as keyring, slow(here.storage.settings, "save") as disk:
                entering = asyncio.ensure_future(here.connection.use_key(FIRST))
                await keyring.reached.wait()
                switching = asyncio.ensure_future(here.connection.switch(second.id))
                await disk.reached.wait()
                keyring.go.set()
                await entering
                assert here.connection.endpoint.base_url == other.url
                assert here.connection.key is None
                disk.go.set()
                await switching
            assert here.connection.key_state is KeyState.MISSING
            await here.connection.switch("first")
            assert here.connection.key == FIRST

    run(main)


def test_a_job_made_while_a_switch_is_stored_belongs_to_one_account(tmp_path: Path) -> None:
    """A job of one profile at the address of another one could never be asked for again."""

    async def main() -> None:
        async with Account("7") as other, world(tmp_path, answer(IMAGES), environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            with slow(here.storage.profiles, "save", after=True) as disk:
                switching = asyncio.ensure_future(here.connection.switch(second))
                await disk.reached.wait()
                await here.jobs.make_images(ImageRequest("kolors", "x"))
                await here.until(lambda: here.jobs.jobs(JobKind.IMAGE)[0].state is JobState.DONE)
                disk.go.set()
                await switching
            (job,) = here.jobs.jobs(JobKind.IMAGE)
            profile = here.profiles.book.get(job.profile_id)
            assert job.base_url == here.connection.endpoint_of(profile).base_url
            assert here.connection.profile_id == second and here.connection.key == SECOND

    run(main)


def test_a_switch_and_back_before_the_first_is_stored_ends_where_the_person_wanted(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            await asyncio.gather(here.connection.switch(second), here.connection.switch("first"))
            assert (here.connection.profile_id, here.connection.key) == ("first", FIRST)
            assert here.profiles.book.current.id == "first"

    run(main)


def test_of_two_profiles_removed_at_once_the_last_one_keeps_its_key(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            with slow(here.secrets, "delete") as keyring:
                removing = asyncio.ensure_future(here.connection.remove_profile("first"))
                await keyring.reached.wait()
                too = asyncio.ensure_future(here.connection.remove_profile(second))
                await asyncio.sleep(0.05)
                keyring.go.set()
                ends = await asyncio.gather(removing, too, return_exceptions=True)
            assert sum(isinstance(end, PandaError) for end in ends) == 1
            (left,) = here.profiles.book
            expected = FIRST if left.id == "first" else SECOND
            assert list(here.secrets.keys.values()) == [expected]
            assert here.connection.profile_id == left.id and here.connection.key == expected
            assert await here.account.settled() is not None

    run(main)


def test_a_late_answer_of_the_keyring_does_not_bring_the_former_key_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await here.profiles.add("Second", other.url)
            await here.connection.use_key(FIRST)
            here.connection._keys.forget("first")  # as after a start
            with slow(here.secrets, "read", after=True) as keyring:
                reading = asyncio.ensure_future(here.connection.try_keyring_again())
                await keyring.reached.wait()
                await here.connection.use_key(SECOND)
                keyring.go.set()
                await reading
            assert here.connection.key == SECOND
            await here.connection.switch(second.id)
            await here.connection.switch("first")
            assert here.connection.key == SECOND

    run(main)


def test_k15_a_late_answer_of_the_keyring_does_not_bring_a_removed_key_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await here.profiles.add("Second", other.url)
            await here.connection.use_key(FIRST)
            here.connection._keys.forget("first")  # as after a start
            with slow(here.secrets, "read", after=True) as keyring:
                reading = asyncio.ensure_future(here.connection.try_keyring_again())
                await keyring.reached.wait()
                await here.connection.remove_key()
                keyring.go.set()
                await reading
            assert here.connection._keys.all_known() == ()
            await here.connection.switch(second.id)
            await here.connection.switch("first")
            assert here.connection.key is None

    run(main)


def test_k15_a_key_removed_while_it_is_being_stored_is_gone_from_the_keyring(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, environment={}) as here:
            with slow(here.secrets, "write") as keyring:
                entering = asyncio.ensure_future(here.connection.use_key(FIRST))
                await keyring.reached.wait()
                removing = asyncio.ensure_future(here.connection.remove_key())
                await asyncio.sleep(0.05)
                keyring.go.set()
                await asyncio.gather(entering, removing)
            assert here.secrets.keys == {} and here.connection.key is None
            assert here.connection.key_state is KeyState.MISSING
            assert not here.profiles.book.current.saved_at

    run(main)


def test_of_two_keys_entered_in_a_row_the_keyring_keeps_the_second(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, environment={}) as here:
            with slow(here.secrets, "write") as keyring:
                first = asyncio.ensure_future(here.connection.use_key(FIRST))
                await keyring.reached.wait()
                second = asyncio.ensure_future(here.connection.use_key(SECOND))
                await asyncio.sleep(0.05)
                keyring.go.set()
                await asyncio.gather(first, second)
            assert here.connection.key == SECOND
            assert list(here.secrets.keys.values()) == [SECOND]

    run(main)


def test_a_balance_read_while_a_key_is_being_stored_is_not_shown_as_that_of_the_new_key(
    tmp_path: Path,
) -> None:
    async def main() -> None:
        async with world(tmp_path, environment={}) as here:
            await here.connection.use_key(FIRST)
            await here.account.settled()
            with slow(here.secrets, "write") as keyring:
                entering = asyncio.ensure_future(here.connection.use_key(SECOND))
                await keyring.reached.wait()
                read = await here.account.settled()
                assert read is not None and read.amount == Decimal("42.50")
                keyring.go.set()
                await entering
            assert here.connection.key == SECOND
            assert here.account.balance is None

    run(main)


def test_nothing_is_sent_to_the_demo_once_the_person_has_left_it(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("99") as demo, world(tmp_path, environment={}) as here:
            await here.connection.use_key(FIRST)
            here.connection._keys.forget("first")
            demo_at(here, demo.url)
            await here.connection.use_demo(True)
            with slow(here.secrets, "read") as keyring:
                leaving = asyncio.ensure_future(here.connection.use_demo(False))
                await keyring.reached.wait()
                assert not here.connection.endpoint.is_demo
                with pytest.raises(PandaError):
                    here.connection.gateway()
                assert await here.account.settled() is None
                keyring.go.set()
                await leaving
            assert here.connection.key == FIRST and here.account.balance is None
            assert not here.settings.current.demo

    run(main)


def test_a_demo_that_starts_late_does_not_take_the_person_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("99") as demo, Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            demo_at(here, demo.url)
            with slow(here.connection._demo, "endpoint") as starting:
                entering = asyncio.ensure_future(here.connection.use_demo(True))
                await starting.reached.wait()
                await here.connection.switch(second)
                starting.go.set()
                await entering
            assert not here.connection.endpoint.is_demo and not here.settings.current.demo
            assert (here.connection.profile_id, here.connection.key) == (second, SECOND)

    run(main)


def test_a_late_refusal_of_the_former_key_is_not_said_of_the_profile_in_use(tmp_path: Path) -> None:
    async def main() -> None:
        asked, go_on = asyncio.Event(), asyncio.Event()

        async def refused(call: Call) -> None:
            asked.set()
            await go_on.wait()
            await answer('{"error": {"message": "no"}}', "401 X")(call)

        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            here.server.routes["/dashboard/billing"] = refused
            reading = asyncio.ensure_future(here.account.settled())
            await asked.wait()
            await here.connection.switch(second)
            go_on.set()
            await reading
            assert here.connection.connection is not Connection.KEY_REFUSED

    run(main)


def test_a_late_refusal_of_a_message_is_not_said_of_the_profile_in_use(tmp_path: Path) -> None:
    async def main() -> None:
        asked, go_on = asyncio.Event(), asyncio.Event()

        async def refused(call: Call) -> None:
            asked.set()
            await go_on.wait()
            await answer('{"error": {"message": "no"}}', "401 X")(call)

        async with Account("7") as other, world(tmp_path, refused, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "1")
            await asked.wait()
            await here.connection.switch(second)
            go_on.set()
            await here.until(finished(here))
            assert here.connection.connection is not Connection.KEY_REFUSED

    run(main)


def test_a_key_for_a_profile_that_was_left_meanwhile_is_kept_for_that_one(tmp_path: Path) -> None:
    """The test of a key takes as long as its gateway; the person may have gone on to another profile."""

    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            meant_for = await here.connection.place()
            await here.connection.switch(second)
            await here.connection.use_key(ApiKey("sk-third-0123456789"), meant_for)
            assert (here.connection.profile_id, here.connection.key) == (second, SECOND)
            await here.connection.switch("first")
            assert here.connection.key == ApiKey("sk-third-0123456789")

    run(main)


def test_the_demo_is_never_given_the_persons_own_key(tmp_path: Path) -> None:
    """The keyring is unlocked after the person has gone to the demo."""

    async def main() -> None:
        async with Account("99") as demo, world(tmp_path, environment={}) as here:
            await here.connection.use_key(FIRST)
            demo_at(here, demo.url)
            await here.connection.use_demo(True)
            await here.connection.try_keyring_again()
            await here.account.settled()
            assert here.connection.endpoint.is_demo
            assert f"Bearer {FIRST.reveal()}" not in demo.keys

    run(main)


def test_of_two_passwords_for_a_proxy_the_keyring_keeps_the_second(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, environment={}) as here:
            network = NetworkService(here.settings, here.secrets)
            proxy = ProxyMode.HTTP, "proxy.example", 3128, "me"
            with slow(here.secrets, "write") as keyring:
                first = asyncio.ensure_future(network.use_proxy(*proxy, "old"))
                await keyring.reached.wait()
                second = asyncio.ensure_future(network.use_proxy(*proxy, "new"))
                await asyncio.sleep(0.05)
                keyring.go.set()
                await asyncio.gather(first, second)
            (kept,) = here.secrets.keys.values()
            assert json.loads(kept.reveal()) == ["me", "new"]

    run(main)


def test_what_is_sent_is_entered_for_the_account_that_pays(tmp_path: Path) -> None:
    """The message before is read to foresee the cost; the person switches to another profile meanwhile."""

    async def main() -> None:
        async with Account("7") as other, world(tmp_path, saying("one"), environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            await here.money.set_price(ModelPrice("auto", prompt=Decimal(1), completion=Decimal(1)))
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "1")
            await here.until(finished(here))
            with slow(here.storage.conversations, "branch") as disk:
                sending = asyncio.ensure_future(here.chat.send(created.id, "2"))
                await disk.reached.wait()
                await here.connection.switch(second)
                disk.go.set()
                await sending
            await here.until(finished(here, 2))
            paid = {"first": len(here.server.calls), second: len(other.posts())}
            assert await entered(here) == Counter(paid)

    run(main)


def test_answers_side_by_side_are_entered_for_the_account_that_pays(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, saying("one"), environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            created = await here.chat.create("auto")
            with slow(here.storage.spending, "save") as disk:
                asking = asyncio.ensure_future(here.parts.comparing.compare(created.id, "1", ("a", "b")))
                await disk.reached.wait()
                await here.connection.switch(second)
                disk.go.set()
                await asking
            await here.until(finished(here, 2))
            assert len(here.server.calls) == 2 and other.posts() == []
            assert await entered(here) == Counter({"first": 2})

    run(main)
