"""The services as the program wires them, over a real database and a scripted server."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from panda_desktop.domain.changes import Change
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.assembly import ChatServices, build_chat
from panda_desktop.services.chat.organisation import OrganisationService
from panda_desktop.services.chat.service import ChatService
from panda_desktop.services.clients import MakeGateway
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.demo_process import DemoProcess
from panda_desktop.services.keys import Keys
from panda_desktop.services.media.holding import Holding
from panda_desktop.services.media.jobs import JobService
from panda_desktop.services.media.ledger import Ledger
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.models import ModelsService
from panda_desktop.services.money.assembly import build_money
from panda_desktop.services.money.service import MoneyService
from panda_desktop.services.profiles import ProfileList
from panda_desktop.services.search import SearchService
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.secrets import Secrets
from panda_desktop.storage.storage import Storage
from tests.canary import CANARY
from tests.gateway.scripted import Play, Scripted, answer

ENVIRONMENT = {"PANDA_API_KEY": CANARY}


class MemorySecrets(Secrets):
    """Keeps keys in memory; `failure` is raised instead when it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[str, ApiKey] = {}
        self.failure: PandaError | None = None

    async def read(self, account: str) -> ApiKey | None:
        self._check()
        return self.keys.get(account)

    async def write(self, account: str, key: ApiKey) -> str:
        self._check()
        self.keys[account] = key
        return "memory"

    async def store_name(self) -> str:
        self._check()
        return "memory"

    async def delete(self, account: str) -> None:
        self._check()
        self.keys.pop(account, None)

    def _check(self) -> None:
        if self.failure is not None:
            raise self.failure


class HearingBus(Bus):
    """Keeps what was told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Change] = []
        self.moved = asyncio.Event()

    def publish(self, change: Change) -> None:
        self.heard.append(change)
        super().publish(change)
        self.moved.set()


@dataclass
class World:
    server: Scripted
    storage: Storage
    bus: HearingBus
    tasks: TaskSet
    settings: SettingsService
    secrets: MemorySecrets
    profiles: ProfileList
    connection: ConnectionService
    account: AccountService
    chat: ChatService
    library: LibraryService
    jobs: JobService
    search: SearchService
    organisation: OrganisationService
    parts: ChatServices
    money: MoneyService
    models: ModelsService
    problems: list[PandaError] = field(default_factory=list)

    async def until(self, reached: Callable[[], bool]) -> None:
        """Waits for changes on the bus until `reached`."""
        async with asyncio.timeout(15):
            while not reached():
                self.bus.moved.clear()
                await self.bus.moved.wait()


@asynccontextmanager
async def world(
    folder: Path,
    *plays: Play,
    environment: dict[str, str] | None = None,
    make_gateway: MakeGateway = Gateway,
) -> AsyncIterator[World]:
    routes = {
        "/dashboard/billing": answer('{"balance": 42.50, "currency": "usd", "total_spent": 1}'),
        "/models": answer('{"data": [{"id": "deepseek-v4-flash"}]}'),
    }
    async with Scripted(list(plays) or [answer("{}")], routes=routes) as server:
        storage = await Storage.open(folder)
        bus = HearingBus()
        problems: list[PandaError] = []
        tasks = TaskSet(problems.append)
        settings = SettingsService(storage.settings, bus, await storage.settings.load())
        secrets = MemorySecrets()
        profiles = ProfileList(storage.profiles, bus, settings)
        keys = Keys(secrets, profiles)
        connection = ConnectionService(bus, settings, profiles, keys, DemoProcess(), make_gateway)
        given = ENVIRONMENT if environment is None else environment
        await connection.start({"PANDA_BASE_URL": server.url} | given)
        money = build_money(bus, tasks, storage, connection)
        await money.start()
        models = ModelsService(bus, tasks, connection, storage.models)
        account = AccountService(bus, tasks, connection, models, money.books)
        # A title is a paid request: the tests of titles ask for it.
        await settings.change(auto_titles=False)
        parts = build_chat(bus, tasks, storage, connection, account, settings)
        chat = parts.chat
        search = SearchService(bus, tasks, storage.search)
        stored = storage.conversations, storage.folders, storage.days_seen
        organisation = OrganisationService(bus, tasks, *stored, chat.writing)
        library = LibraryService(bus, storage.media, storage.files, storage.jobs)
        await library.start()
        ledger = Ledger(bus, storage.jobs, storage.media)
        served = library, storage.files, Holding(storage.spools), connection, account
        jobs = JobService(bus, tasks, ledger, *served, first_pause_s=0.05)
        await jobs.load()
        await jobs.start_up()
        try:
            yield World(
                server,
                storage,
                bus,
                tasks,
                settings,
                secrets,
                profiles,
                connection,
                account,
                chat,
                library,
                jobs,
                search,
                organisation,
                parts,
                money,
                models,
                problems,
            )
        finally:
            await tasks.close()
            await connection.close()
            await storage.close()
