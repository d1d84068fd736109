"""Builds the services over an open data folder.

Promise: nothing is sent or read before `start`, and `close` ends them in reverse.
"""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.changes import ProblemMet
from panda_desktop.domain.secret import ApiKey
from panda_desktop.domain.settings import Settings
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.routes import Routes
from panda_desktop.services.account import AccountService
from panda_desktop.services.backups import BackupService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.assembly import ChatServices, build_chat
from panda_desktop.services.chat.organisation import OrganisationService
from panda_desktop.services.chat.service import ChatService
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.demo_process import DemoProcess
from panda_desktop.services.exchange.service import ExchangeService
from panda_desktop.services.keys import Keys
from panda_desktop.services.media.assembly import MediaServices, build_media
from panda_desktop.services.media.holding import Holding
from panda_desktop.services.media.jobs import JobService
from panda_desktop.services.media.ledger import Ledger
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.models import ModelsService
from panda_desktop.services.money.assembly import build_money
from panda_desktop.services.money.service import MoneyService
from panda_desktop.services.network import NetworkService
from panda_desktop.services.profiles import ProfileList
from panda_desktop.services.remote_images import RemoteImages
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
    remote_images: RemoteImages
    media: MediaServices
    profiles: ProfileList
    network: NetworkService
    backups: BackupService
    money: MoneyService
    models: ModelsService

    @classmethod
    def build(cls, storage: Storage, current: Settings, demo_speed: float) -> "Services":
        """Builds them; `current` are the settings as stored."""
        bus = Bus()
        tasks = TaskSet(lambda error: bus.publish(ProblemMet(error)))
        settings = SettingsService(storage.settings, bus, current)

        secrets, routes = Secrets(), Routes()
        network = NetworkService(settings, secrets)

        def wait_cap_s() -> float:
            return settings.current.wait_cap_minutes * 60.0

        def make_gateway(endpoint: Endpoint, key: ApiKey | None) -> Gateway:
            return Gateway(endpoint, key, wait_cap_s=wait_cap_s, network=network.current, routes=routes)

        profiles = ProfileList(storage.profiles, bus, settings)
        keys = Keys(secrets, profiles)
        demo = DemoProcess(demo_speed)
        connection = ConnectionService(bus, settings, profiles, keys, demo, make_gateway)
        money = build_money(bus, tasks, storage, connection)
        models = ModelsService(bus, tasks, connection, storage.models)
        account = AccountService(bus, tasks, connection, models, money.books)
        library = LibraryService(bus, storage.media, storage.files, storage.jobs)
        ledger = Ledger(bus, storage.jobs, storage.media)
        holding = Holding(storage.spools)
        paying = holding, connection, account
        jobs = JobService(bus, tasks, ledger, library, storage.files, *paying, network=network.current)
        parts = build_chat(bus, tasks, storage, connection, account, settings)
        chat = parts.chat
        exchange = ExchangeService(bus, tasks, storage, settings, chat.writing)
        stored = storage.conversations, storage.folders, storage.days_seen
        organisation = OrganisationService(bus, tasks, *stored, chat.writing)
        search = SearchService(bus, tasks, storage.search)
        remote_images = RemoteImages(lambda: connection.endpoint.base_url, network.current)
        served = settings, connection, account, chat, parts, library, jobs, exchange, organisation, search
        media = build_media(bus, tasks, storage, library, connection)
        backups = BackupService(bus, tasks, storage, settings)
        around = profiles, network, backups, money, models
        return cls(bus, tasks, storage, *served, remote_images, media, *around)

    async def recover(self) -> None:
        """Takes note of what the last run left, without the gateway."""
        await self.storage.conversations.recover()
        self.tasks.spawn(self.chat_parts.attaching.sweep(), name="clear attachments")
        await self.library.start()
        await self.media.start()
        await self.jobs.load()
        await self.money.start()
        await self.models.start()

    def begin_chores(self) -> None:
        """Begins what may take its time: the index of the search, and emptying the trash of what is old."""
        self.search.start()
        self.organisation.start()
        self.media.begin_chores()
        self.backups.start()

    async def connect(self, environment: Mapping[str, str], *, demo: bool) -> None:
        """Finds endpoint and key and begins to ask. Raises what `ConnectionService.start` raises."""
        await self.network.start()
        await self.connection.start(environment, demo=demo)
        await self.connection.read_others()
        if not self.storage.is_read_only:  # what comes could not be kept
            await self.jobs.start_up()
        if self.connection.has_access:
            self.account.start()

    async def close(self) -> None:
        """Ends all work, then the connections, then the database: each also when one before it fails."""
        async with AsyncExitStack() as ends:
            ends.push_async_callback(self.storage.close)
            ends.push_async_callback(self.connection.close)
            await self.tasks.close()
