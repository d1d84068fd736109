"""The test of a connection beside a change of the account."""

import asyncio
from pathlib import Path

from panda_desktop.domain.account import Connection
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.network import NetworkService
from panda_desktop.services.probing import Probing
from tests.gateway.scripted import Call, answer
from tests.services.chats import run
from tests.services.world import world

BILLING = "/dashboard/billing"


def test_a_late_test_of_another_key_says_nothing_of_the_one_in_use(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            await here.account.at_rest()
            usual = here.server.routes[BILLING]
            arrived, go_on = asyncio.Event(), asyncio.Event()

            async def slow(call: Call) -> None:
                arrived.set()
                await go_on.wait()
                await answer("{}", "401 X")(call)

            here.server.routes[BILLING] = slow
            network = NetworkService(here.settings, here.secrets)
            late = asyncio.ensure_future(Probing(here.connection, network).probe())
            await arrived.wait()
            here.server.routes[BILLING] = usual
            await here.connection.use_key(ApiKey("sk-another-0123456789"))
            assert await here.account.settled() is not None
            go_on.set()
            assert not (await late).is_good
            assert here.connection.connection is Connection.ONLINE

    run(main)
