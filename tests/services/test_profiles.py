"""Profiles: which account is asked, whose key is sent where, and what work that has begun keeps."""

import asyncio
import gc
import json
from collections.abc import Callable, Coroutine
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.changes import BalanceChanged, ProfileSwitched
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest, JobKind, JobState, VideoRequest
from panda_desktop.domain.network import Login, ProxyMode
from panda_desktop.domain.probe import Outcome, Stage
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.network import NetworkService
from panda_desktop.services.probing import Probing
from tests.canary import CANARY
from tests.gateway.scripted import Call, Play, Scripted, answer
from tests.services.chats import finished, saying
from tests.services.holders import no_holder_left
from tests.services.test_jobs import CLIP, IMAGES
from tests.services.world import MemorySecrets, World, world

__all__ = ["no_holder_left"]
pytestmark = pytest.mark.usefixtures("no_holder_left")

FIRST, SECOND = ApiKey(CANARY), ApiKey("sk-second-9876543210")
VIDEO = VideoRequest("wan-2.7-video", "a panda")


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 40))


class Account:
    """A gateway with a balance that keeps whose key came."""

    def __init__(self, balance: str, *plays: Play) -> None:
        self.keys: list[str] = []
        self._balance = answer(json.dumps({"balance": balance, "currency": "usd", "total_spent": "1"}))
        routes = {"/dashboard/billing": self._billing, "/models": answer('{"data": []}')}
        self.server = Scripted(list(plays) or [answer(IMAGES)], routes=routes)

    async def _billing(self, call: Call) -> None:
        self.keys.append(call.headers.get("authorization", ""))
        await self._balance(call)

    async def __aenter__(self) -> "Account":
        await self.server.__aenter__()
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self.server.__aexit__(*failure)

    @property
    def url(self) -> str:
        return f"{self.server.url}/v1"

    def posts(self) -> list[str]:
        return [call.headers["authorization"] for call in self.server.calls if call.method == "POST"]


async def with_second(here: World, other: Account) -> str:
    """Gives the first profile its key, and makes a second one with another; returns its id."""
    await here.connection.use_key(FIRST)
    profile = await here.profiles.add("Second", other.url)
    await here.connection.switch(profile.id)
    await here.connection.use_key(SECOND)
    return profile.id


def test_who_has_a_gateway_and_a_key_has_them_as_the_first_profile(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("1") as mine:
            async with world(tmp_path, environment={"PANDA_BASE_URL": mine.url}) as before:
                await before.settings.change(base_url=mine.url, key_saved=True)
            async with world(tmp_path, environment={"PANDA_BASE_URL": ""}) as here:
                here.secrets.keys[mine.url] = FIRST  # where earlier versions put it
                await here.connection.try_keyring_again()
                (profile,) = here.profiles.book
                assert (profile.id, profile.base_url, here.connection.key) == ("first", mine.url, FIRST)
                assert here.connection.key_state is KeyState.STORED

    run(main)


def test_switching_asks_the_other_account_with_its_own_key_only(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            assert here.bus.heard[-1] != ProfileSwitched("first")
            assert (await here.account.settled() or None) is not None
            assert here.account.balance is not None and here.account.balance.amount == Decimal(7)
            await here.connection.switch("first")
            assert here.account.balance is None  # never read here: nothing, and not the other one's
            await here.account.settled()
            assert here.account.balance.amount == Decimal("42.50")
            await here.connection.switch(second)
            assert here.account.balance.amount == Decimal(7)  # as last read, with its age
            assert set(other.keys) == {f"Bearer {SECOND.reveal()}"}
            assert len(here.secrets.keys) == 2
            shown = [change.balance for change in here.bus.heard if isinstance(change, BalanceChanged)]
            assert {each.amount for each in shown if each} == {Decimal(7), Decimal("42.50")}

    run(main)


def test_switching_is_remembered_and_every_key_is_at_hand(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("5") as one, Account("7") as other:
            async with world(tmp_path, environment={}) as here:
                await here.connection.use_endpoint(one.url)
                second = await with_second(here, other)
                keys = dict(here.secrets.keys)
                assert FIRST.reveal() not in (tmp_path / "panda.sqlite3").read_bytes().decode("latin-1")
            async with world(tmp_path, environment={"PANDA_BASE_URL": ""}) as again:
                again.secrets.keys.update(keys)
                await again.connection.try_keyring_again()
                assert again.connection.profile_id == second
                again.secrets.failure = PandaError(ErrorKind.KEYRING_LOCKED)  # not asked any more
                await again.connection.switch("first")
                assert again.connection.key == FIRST

    run(main)


def test_a_slow_keyring_never_lends_the_former_key(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            here.connection._keys.forget(second)
            go_on = asyncio.Event()
            read = here.secrets.read

            async def slow(account: str) -> ApiKey | None:
                await go_on.wait()
                return await read(account)

            here.secrets.read = slow  # type: ignore[method-assign]
            switching = asyncio.ensure_future(here.connection.switch(second))
            await here.until(lambda: ProfileSwitched(second) in here.bus.heard[-6:])
            with pytest.raises(PandaError) as caught:
                here.connection.gateway()
            assert caught.value.kind is ErrorKind.KEYRING_LOCKED
            assert here.connection.key is None and here.connection.endpoint.base_url == other.url
            await here.connection.switch("first")  # the person has thought better of it
            go_on.set()
            await switching
            now = here.connection
            assert (now.profile_id, now.key) == ("first", FIRST)

    run(main)


def test_v27_a_job_is_polled_and_fetched_with_the_key_of_its_own_account(tmp_path: Path) -> None:
    async def main() -> None:
        asked = asyncio.Event()
        go_on = asyncio.Event()

        async def pending(call: Call) -> None:
            asked.set()
            await (answer(json.dumps({"video_url": CLIP})) if go_on.is_set() else working)(call)

        working = answer('{"id": "v1", "status": "running"}')
        async with Account("7", working, pending) as other, world(tmp_path, environment={}) as here:
            await with_second(here, other)
            await here.jobs.make_video(VIDEO)
            await asyncio.wait_for(asked.wait(), 20)
            await here.connection.switch("first")
            go_on.set()
            await here.until(lambda: here.jobs.jobs(JobKind.VIDEO)[0].state is JobState.DONE)
            keys = {call.headers.get("authorization") for call in other.server.calls}
            assert keys == {f"Bearer {SECOND.reveal()}"}
            assert here.server.calls == []  # the first account's gateway was asked for nothing
            job = here.jobs.jobs(JobKind.VIDEO)[0]
            assert job.profile_id == here.profiles.book.profiles[1].id
            assert job.balance_after is None  # the balance that is read now is another account's

    run(main)


def test_v27_a_job_that_waits_for_its_turn_is_paid_by_who_asked_for_it(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            await with_second(here, other)
            turns = here.jobs._submitting._turns[JobKind.IMAGE]
            held = [await turns.acquire() for _ in range(6)]
            await here.jobs.make_images(ImageRequest("kolors", "x"))
            await here.connection.switch("first")
            for _ in held:
                turns.release()
            await here.until(lambda: here.jobs.jobs(JobKind.IMAGE)[0].state is JobState.DONE)
            assert other.posts() == [f"Bearer {SECOND.reveal()}"] and here.server.calls == []

    run(main)


def test_k15_a_removed_key_is_gone_and_running_jobs_say_so(tmp_path: Path) -> None:
    async def main() -> None:
        asked = asyncio.Event()

        async def pending(call: Call) -> None:
            asked.set()
            await working(call)

        working = answer('{"id": "v1", "status": "running"}')
        key = "sk-gone-" + "0123456789" * 2
        async with world(tmp_path, working, pending, environment={}) as here:
            await here.connection.use_key(ApiKey(key))
            await here.jobs.make_video(VIDEO)
            await asyncio.wait_for(asked.wait(), 20)
            await here.connection.remove_key()
            await here.until(lambda: here.jobs.jobs(JobKind.VIDEO)[0].state is JobState.EXPIRED)
            assert here.jobs.jobs(JobKind.VIDEO)[0].error is ErrorKind.NO_KEY
            assert here.secrets.keys == {} and here.connection.key_state is KeyState.MISSING
            gc.collect()
            kept = [each for each in gc.get_objects() if isinstance(each, ApiKey) and each.reveal() == key]
            assert kept == [] and here.connection.key is None
            assert not here.profiles.book.current.saved_at

    run(main)


def test_k15_a_locked_keyring_that_keeps_the_key_is_not_called_empty(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, environment={}) as here:
            await here.connection.use_key(FIRST)
            here.secrets.failure = PandaError(ErrorKind.KEYRING_LOCKED)
            with pytest.raises(PandaError):
                await here.connection.remove_key()
            assert here.connection.key is None and here.connection.key_state is KeyState.LOCKED
            here.secrets.failure = None
            await here.connection.remove_key()
            now = here.connection
            assert here.secrets.keys == {} and now.key_state is KeyState.MISSING

    run(main)


class OtherStore(MemorySecrets):
    """The keyring of another desktop: empty."""

    async def store_name(self) -> str:
        return "another"


def test_k05_another_keyring_asks_for_the_key_again_and_loses_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, environment={}) as here:
            await here.connection.use_key(FIRST)
            kept, keys = here.secrets, here.connection._keys
            keys._secrets = OtherStore()
            keys.forget("first")
            await here.connection.try_keyring_again()
            assert here.connection.key_state is KeyState.MISSING  # asked for, not "locked"
            keys._secrets = kept
            await here.connection.try_keyring_again()
            assert here.connection.key == FIRST

    run(main)


@pytest.mark.parametrize(
    "kind", [ErrorKind.NO_KEYRING, ErrorKind.KEYRING_LOCKED, ErrorKind.KEYRING_NO_ANSWER]
)
def test_k01_k03_without_a_safe_store_a_key_serves_this_run(tmp_path: Path, kind: ErrorKind) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            here.secrets.failure = PandaError(kind)
            with pytest.raises(PandaError) as caught:
                await here.connection.use_key(FIRST)
            assert caught.value.kind is kind
            assert here.connection.key_state is KeyState.SESSION_ONLY
            profile = await here.profiles.add("Second", other.url)
            await here.connection.switch(profile.id)
            assert here.connection.key is None
            await here.connection.switch("first")
            assert here.connection.key == FIRST  # still this run
            found = [file for file in tmp_path.rglob("*") if file.is_file()]
            assert not [file for file in found if FIRST.reveal().encode() in file.read_bytes()]

    run(main)


def test_a_removed_profile_takes_its_key_along_and_comes_back_with_it(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            removed = await here.connection.remove_profile(second)
            assert here.connection.profile_id == "first" and here.connection.key == FIRST
            assert list(here.secrets.keys.values()) == [FIRST]
            assert SECOND not in here.connection._keys.all_known()
            await here.connection.put_back_profile(*removed)
            assert here.profiles.book.profiles[1].id == second
            await here.connection.switch(second)
            assert here.connection.key == SECOND and SECOND in here.secrets.keys.values()
            await here.connection.remove_profile("first")
            with pytest.raises(PandaError) as caught:
                await here.connection.remove_profile(second)
            assert caught.value.detail.param == "last_profile"
            assert here.connection.key == SECOND and SECOND in here.secrets.keys.values()

    run(main)


def test_a_profile_whose_key_is_locked_is_not_removed(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            second = await with_second(here, other)
            here.secrets.failure = PandaError(ErrorKind.KEYRING_LOCKED)
            with pytest.raises(PandaError):
                await here.connection.remove_profile(second)
            assert here.connection.profile_id == second and here.connection.key == SECOND

    run(main)


def test_h40_an_address_of_a_profile_is_checked_and_has_a_key_of_its_own(tmp_path: Path) -> None:
    async def main() -> None:
        async with Account("7") as other, world(tmp_path, environment={}) as here:
            await here.connection.use_key(FIRST)
            for wrong in ("http://gateway.example", "https://user:pw@gateway.example", "ftp://x"):
                with pytest.raises(PandaError):
                    await here.profiles.add("Wrong", wrong)
                with pytest.raises(PandaError):
                    await here.connection.use_endpoint(wrong)
            assert len(here.profiles.book.profiles) == 1
            await here.connection.use_endpoint(other.url)
            assert here.connection.key is None  # the key of the former address is not for this one
            assert here.connection.key_state is KeyState.MISSING

    run(main)


def test_a_login_goes_to_the_proxy_it_was_entered_for(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, environment={}) as here:
            network = NetworkService(here.settings, here.secrets)
            await network.use_proxy(ProxyMode.HTTP, "one.example", 3128, "me", "secret")
            assert network.current().login == Login("me", "secret") and network.login_name == "me"
            assert here.settings.current.proxy_login
            assert "secret" not in repr(here.settings.current)
            await network.use_proxy(ProxyMode.HTTP, "two.example", 3128)
            assert network.current().login is None
            await network.use_proxy(ProxyMode.HTTP, "one.example", 3128, "me", "")
            assert network.current().login == Login("me", "secret")  # an empty field keeps it
            again = NetworkService(here.settings, here.secrets)
            await here.settings.change(proxy_login=True)
            await again.start()
            assert again.current().login == Login("me", "secret")
            await again.use_proxy(ProxyMode.HTTP, "one.example", 3128)
            assert again.current().login is None and here.secrets.keys == {}
            await again.use_proxy(ProxyMode.NONE)
            assert again.current() == replace(again.current(), proxy=ProxyMode.NONE, login=None)

    run(main)


@pytest.mark.parametrize(
    ("play", "failed"),
    [
        (None, None),
        (answer("{}", "401 X"), Stage.KEY),
        (answer("{}", "403 X"), Stage.KEY),
        (answer("{}", "404 X"), Stage.KEY),
        (answer("{}", "402 X"), Stage.BALANCE),
        (answer("no"), Stage.BALANCE),
        (answer("{}"), Stage.KEY),
    ],
)
def test_a_test_of_the_connection_tells_how_far_it_came(
    tmp_path: Path, play: Play | None, failed: Stage | None
) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            if play is not None:
                here.server.routes["/dashboard/billing"] = play
            network = NetworkService(here.settings, here.secrets)
            probe = await Probing(here.connection, network).probe()
            assert probe.is_good is (failed is None)
            wrong = [step.stage for step in probe.steps if step.outcome is Outcome.FAILED]
            assert wrong == ([failed] if failed else [])
            assert (probe.balance is not None) is (failed is None)
            assert (probe.host, probe.proxy) == ("127.0.0.1", "")

    run(main)


def test_what_is_sent_in_the_first_moment_waits_for_the_key(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, saying("Hello")) as here:
            connection = here.connection
            key, gateway = connection._key, connection._gateway
            connection._has_looked.clear()
            connection._key = connection._gateway = None  # as before `start` has ended
            conversation = await here.chat.create("auto")
            sending = asyncio.ensure_future(here.chat.send(conversation.id, "Hi"))
            for _ in range(20):
                await asyncio.sleep(0)
            assert here.server.calls == [] and not sending.done()
            connection._key, connection._gateway = key, gateway
            connection._has_looked.set()
            await sending
            await here.until(finished(here))

    run(main)
