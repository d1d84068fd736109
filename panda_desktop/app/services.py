"""Builds the services over an open data folder.

Promise: nothing is sent or read before `start`, and `close` ends them in reverse.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.changes import ProblemMet
from panda_desktop.domain.secret import ApiKey
from panda_desktop.domain.settings import Settings
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.assembly import ChatServices, build_chat
from panda_desktop.services.chat.organisation import OrganisationService
from panda_desktop.services.chat.service import ChatService
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.demo_process import DemoProcess
from panda_desktop.services.exchange.service import ExchangeService
from panda_desktop.services.media.jobs import JobService
from panda_desktop.services.media.ledger import Ledger
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.search import SearchService
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.secrets import Secrets
from panda_desktop.storage.storage import Storage


@dataclass(frozen=True, slots=True)
class Services:
    """The services of this run."""

    bus: Bus
    tasks: TaskSet
    storage: Storage
    settings: SettingsService
    connection: ConnectionService
    account: AccountService
    chat: ChatService
    chat_parts: ChatServices
    library: LibraryService
    jobs: JobService
    exchange: ExchangeService
    organisation: OrganisationService
    search: SearchService

    @classmethod
    def build(cls, storage: Storage, current: Settings, demo_speed: float) -> "Services":
        """Builds them; `current` are the settings as stored."""
        bus = Bus()
        tasks = TaskSet(lambda error: bus.publish(ProblemMet(error)))
        settings = SettingsService(storage.settings, bus, current)

        def make_gateway(endpoint: Endpoint, key: ApiKey | None) -> Gateway:
            return Gateway(endpoint, key, wait_cap_s=lambda: settings.current.wait_cap_minutes * 60.0)

        connection = ConnectionService(bus, settings, Secrets(), DemoProcess(demo_speed), make_gateway)
        account = AccountService(bus, tasks, connection)
        library = LibraryService(bus, storage.media, storage.files)
        ledger = Ledger(bus, storage.jobs, storage.media)
        jobs = JobService(bus, tasks, ledger, library, storage.files, connection, account)
        parts = build_chat(bus, tasks, storage, connection, account, settings)
        chat = parts.chat
        exchange = ExchangeService(bus, tasks, storage, settings, chat.writing)
        stored = storage.conversations, storage.folders
        organisation = OrganisationService(bus, tasks, *stored, chat.writing)
        search = SearchService(bus, tasks, storage.search)
        served = settings, connection, account, chat, parts, library, jobs, exchange, organisation, search
        return cls(bus, tasks, storage, *served)

    async def recover(self) -> None:
        """Takes note of what the last run left, without the gateway."""
        await self.storage.conversations.recover()
        self.tasks.spawn(self.chat_parts.attaching.sweep(), name="clear attachments")
        await self.library.start()
        await self.jobs.load()

    def begin_chores(self) -> None:
        """Begins what may take its time: the index of the search, and emptying the trash of what is old."""
        self.search.start()
        self.organisation.start()

    async def connect(self, environment: Mapping[str, str], *, demo: bool) -> None:
        """Finds endpoint and key and begins to ask. Raises what `ConnectionService.start` raises."""
        await self.connection.start(environment, demo=demo)
        await self.jobs.start_up()
        if self.connection.has_access:
            self.account.start()

    async def close(self) -> None:
        """Ends all work, then the connections, then the database."""
        await self.tasks.close()
        await self.connection.close()
        await self.storage.close()
