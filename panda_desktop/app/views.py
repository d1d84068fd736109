"""Builds the view-models and the pages of the window, and the ways between the pages.

Promise: a page is imported and built when it is first visited, and every wish of a page is heard by somebody.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from panda_desktop.app.media_pages import MediaPages
from panda_desktop.app.services import Services
from panda_desktop.domain.changes import ProblemMet
from panda_desktop.domain.jobs import JobKind
from panda_desktop.services.probing import Probing
from panda_desktop.ui.exchange import ExchangeDesk
from panda_desktop.ui.media.revealing import reveal
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.theme import ThemeController
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.backups import add_commands, join_backups
from panda_desktop.ui.wiring.commands import join_commands
from panda_desktop.ui.wiring.first_start import FirstStartCover, open_website
from panda_desktop.ui.wiring.models import ModelsDesk
from panda_desktop.ui.wiring.money import MoneyDesk, low_limit
from panda_desktop.ui.wiring.named import join_names
from panda_desktop.ui.wiring.notices import WindowNotices
from panda_desktop.ui.wiring.privacy import join_privacy, join_remote_images
from panda_desktop.ui.wiring.profiles import ProfileDesk
from panda_desktop.ui.wiring.recent_files import join_recent_files
from panda_desktop.ui.wiring.settings import join_look, join_room, join_settings, open_folder
from panda_desktop.ui.wiring.settings_file import SettingsFileDesk
from panda_desktop.ui.wiring.status import join_status
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.attachments import AttachmentsModel
from panda_desktop.viewmodels.backups import BackupsModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.chat_parts import ChatParts
from panda_desktop.viewmodels.compare import CompareModel
from panda_desktop.viewmodels.completing import CompletionModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.exchange import ExchangeModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.money import MoneyModel
from panda_desktop.viewmodels.network import NetworkModel
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.presets import PresetsModel
from panda_desktop.viewmodels.profiles import ProfilesModel
from panda_desktop.viewmodels.prompt_history import PromptHistory
from panda_desktop.viewmodels.prompts import PromptsModel
from panda_desktop.viewmodels.queue import QueueModel
from panda_desktop.viewmodels.recent_files import RecentFiles
from panda_desktop.viewmodels.remote_images import RemoteImagesModel
from panda_desktop.viewmodels.running import RunningJobs
from panda_desktop.viewmodels.search import SearchModel
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.chat import ChatPage
    from panda_desktop.ui.images import ImagesPage
    from panda_desktop.ui.library import LibraryPage
    from panda_desktop.ui.settings import SettingsPage
    from panda_desktop.ui.videos import VideosPage


class Views:
    """Everything the window shows.

    Attributes:
        window: the main window.
        chat, chat_parts, organisation, search, images, videos, library, evidence, account, settings,
            exchange, models, money, running, remote_images: the view-models.
        first_start: the panel of the first start.
        steps: what the window can do about a failure.
        more_settings: what adds sections to the page of the settings when that is made.
        desk: exports and imports.
        owned: what holds more view-models, see `discarding`.
        models_desk: the panel of all models.
    """

    def __init__(
        self, services: Services, window: MainWindow, controller: ThemeController, folder: Path
    ) -> None:
        """Builds the view-models; no page is made and nothing is read yet. `folder` is the data folder."""
        bus, tasks = services.bus, services.tasks
        self._folder = folder
        self._tasks = tasks
        self.chat = ChatModel(bus, tasks, services.chat, services.settings)
        self.chat_parts = _chat_parts(services)
        self.organisation = OrganisationModel(bus, tasks, services.organisation)
        self.search = SearchModel(bus, tasks, services.search)
        self.remote_images = RemoteImagesModel(tasks, services.remote_images)
        served = services.jobs, services.library, services.media.times
        self.images = JobList(bus, tasks, JobKind.IMAGE, *served)
        self.videos = JobList(bus, tasks, JobKind.VIDEO, *served)
        self.library = LibraryList(bus, tasks, services.library)
        self.account = AccountModel(bus, tasks, services.connection, services.account)
        self.settings = SettingsModel(bus, tasks, services.settings)
        self.exchange = ExchangeModel(tasks, services.exchange)
        self.image_prompts = PromptHistory(bus, JobKind.IMAGE, services.jobs)
        self.video_prompts = PromptHistory(bus, JobKind.VIDEO, services.jobs)
        self.evidence = EvidenceModel(tasks, services.media.evidence)
        self.backups = BackupsModel(bus, tasks, services.backups)
        paying = services.connection, services.account
        self.profiles = ProfilesModel(bus, tasks, services.profiles, *paying)
        probing = Probing(services.connection, services.network)
        self.network = NetworkModel(tasks, services.network, probing)
        self.models = ModelList(bus, tasks, services.models)
        self.money = MoneyModel(bus, tasks, services.money, lambda: low_limit(self.settings))
        self.chat_parts.compare.use_costs(self.money.answer_cost)
        self.running = RunningJobs(bus, services.jobs, self.account.price_of)
        self.window = window
        self._media = MediaPages(self, services)
        self._makers: dict[Place, Callable[[], QWidget]] = {
            Place.CHAT: self._chat_page,
            Place.IMAGES: self._media.images,
            Place.VIDEOS: self._media.videos,
            Place.LIBRARY: self._media.library,
            Place.SPENDING: self._spending_page,
            Place.SETTINGS: self._settings_page,
        }
        self.first_start = FirstStartCover(self.window, self.account, lambda: self.window.go(Place.CHAT))
        self._shut: list[Callable[[], object]] = []
        self.owned: list[object] = [self.chat_parts]
        self.more_settings: list[Callable[[SettingsPage], object]] = []
        self._join(services, controller)

    def make_page(self, place: Place) -> QWidget:
        """Makes the page of a place."""
        return self._makers[place]()

    def load(self) -> None:
        """Reads what the services know after `recover`."""
        self.images.load()
        self.videos.load()
        self.library.load()
        self.running.load()
        self.money.load()

    def load_list(self) -> None:
        """Begins to read the list of chats: it may be long, and the open chat is shown without it."""
        self._tasks.spawn(self.organisation.load(), name="load list", failed=self.notices.show)

    def close(self) -> None:
        """Ends what the pages keep running."""
        for shut in reversed(self._shut):
            shut()

    def _join(self, services: Services, controller: ThemeController) -> None:
        window = self.window
        steps: dict[NextStep, Callable[[], object]] = {
            NextStep.ENTER_KEY: self._enter_key,
            NextStep.OPEN_SETTINGS: lambda: window.go(Place.SETTINGS),
            NextStep.TOP_UP: open_website,
            NextStep.RAISE_LIMIT: lambda: self.money_desk.show_budgets(),
            NextStep.OPEN_DATA_FOLDER: lambda: open_folder(self._folder),
        }
        self.steps = steps
        self.notices = WindowNotices(window, self.account, steps)
        for model in (self.settings, self.profiles, self.network):
            model.failed.connect(self.notices.show)
        self.profile_desk = ProfileDesk(window, self.profiles, self.account, self.running)
        self.profile_desk.enter_key = self._enter_key
        self.profile_desk.manage = self._manage_profiles
        self.backups.failed.connect(self.notices.show)
        add_commands(window, self.backups, self._folder)
        services.bus.subscribe(ProblemMet, lambda change: self.notices.show(change.error))
        join_status(window.status, self.account, self.running)
        join_look(window, controller, self.settings)
        window.new_chat_wanted.connect(self._new_chat)
        window.place_changed.connect(lambda place: self.settings.change(place=place))
        self.money_desk = MoneyDesk(window, self.money, self.account, self.settings, open_website)
        self.money.prices_changed.connect(self.running.changed)
        self.more_settings.append(self._add_spending)
        self.models_desk = ModelsDesk(window, self.models, self._currency)
        self.models.failed.connect(self.notices.show)
        self.more_settings.append(self.models_desk.add_to)
        self.desk = ExchangeDesk(self.exchange, self.chat, window)
        join_commands(window.commands, self.settings)
        self.settings_desk = SettingsFileDesk(window, self.settings, reveal)
        join_remote_images(self.remote_images, self.settings)
        join_names(window, self.chat, self.organisation, self.models, self.library)
        join_recent_files(window, self.chat_parts.recent_files)
        self.chat_parts.recent_files.failed.connect(self.notices.show)

    def _currency(self) -> str:
        balance = self.account.balance
        return balance.currency if balance is not None else "usd"

    def _enter_key(self) -> None:
        page = cast("SettingsPage", self.window.go(Place.SETTINGS))
        page.show_section("account")
        page.account.form.setFocus()

    def _manage_profiles(self) -> None:
        page = cast("SettingsPage", self.window.go(Place.SETTINGS))
        page.show_section("account")
        page.profiles.add.setFocus()

    def _new_chat(self) -> None:
        self.window.go(Place.CHAT)
        self.chat.start_new()

    # pages, each made at its first visit

    def _chat_page(self) -> QWidget:
        from panda_desktop.ui.chat import ChatPage
        from panda_desktop.ui.chat.expected_price import ExpectedPrice

        listed = self.organisation, self.search
        page = ChatPage(self.chat, self.models, self.account, self.settings, *listed, self.chat_parts)
        page.pane.set_image_loader(self.remote_images)
        estimate = self.money.estimate_text
        expected = ExpectedPrice(self.chat, page.pane.composer, estimate, page.asks_several, page)
        self.money.prices_changed.connect(expected.look_again)
        page.pane.transcript.set_picture_taker(self._media.take_picture)
        self.desk.join_chat(page.pane.header, page.sidebar, page.sidebar.list.viewport())
        self.adopt(page, Place.CHAT)
        return page

    def _spending_page(self) -> QWidget:
        from panda_desktop.ui.money import SpendingPage

        page = SpendingPage(self.money, self.models, self.account, self.settings)
        self.profiles.changed.connect(lambda: page.set_profiles(self._profile_names()))
        page.set_profiles(self._profile_names())
        return page

    def _profile_names(self) -> dict[str, str]:
        from panda_desktop.ui.settings.profile_words import profile_title

        return {each.id: profile_title(each) for each in self.profiles.book}

    def _add_spending(self, page: "SettingsPage") -> None:
        from panda_desktop.ui.money.settings import spending_section

        show_spending = partial(self.window.go, Place.SPENDING)
        page.add_section(spending_section(show_spending, self.money_desk.show_budgets), after="chat")

    def _settings_page(self) -> QWidget:
        from panda_desktop.ui.settings import SettingsPage
        from panda_desktop.ui.wiring.profile_settings import join_network, join_profiles
        from panda_desktop.ui.wiring.shortcuts import join_shortcuts

        page = SettingsPage()
        join_settings(page, self.settings, self.account, self._folder)
        disk = self._media.disk()
        disk.failed.connect(self.notices.show)
        join_room(page, disk, self._show_room)
        join_profiles(page.profiles, self.profiles)
        join_network(page.network, self.network, self.settings)
        join_shortcuts(page, self.window, self.settings)
        join_privacy(page, self.settings, self.chat_parts.recent_files)
        self.settings_desk.add_to(page)
        join_backups(page, self.backups, self.settings, self._folder, self.window.close)
        page.data.export_wanted.connect(lambda: self.desk.export_all(page.data.export))
        page.data.import_wanted.connect(self.desk.ask_import)
        for add in self.more_settings:
            add(page)
        return page

    def _show_room(self) -> None:
        cast("LibraryPage", self.window.go(Place.LIBRARY)).show_room()

    def at_end(self, run: Callable[[], object]) -> None:
        """Has something run when the window is closed."""
        self._shut.append(run)

    def adopt(self, page: "ChatPage | ImagesPage | VideosPage", place: Place) -> None:
        """Joins a page to the window."""
        page.key_wanted.connect(self._enter_key)
        page.settings_wanted.connect(lambda: self.window.go(Place.SETTINGS))
        page.top_up_wanted.connect(open_website)
        page.budgets_wanted.connect(self.money_desk.show_budgets)
        page.leave_wanted.connect(self.money.allow)
        self._shut.append(page.shut_down)
        self._narrow(page)
        for command in page.commands():
            self.window.commands.add(command, place=place)

    def _narrow(self, page: "ChatPage | ImagesPage | VideosPage") -> None:
        self.window.narrow_changed.connect(page.set_narrow)
        page.set_narrow(self.window.is_narrow())

    # ways between pages

    def show_job(self, job_id: str) -> None:
        """Shows where a job is, and plays its video when there is one."""
        if self.images.find(job_id) is not None:
            self.window.go(Place.IMAGES)
        elif (row := self.videos.find(job_id)) is not None:
            self.window.go(Place.VIDEOS)
            if row.items:
                self._media.play(row.items[0])


def _chat_parts(services: Services) -> ChatParts:
    bus, tasks, parts = services.bus, services.tasks, services.chat_parts
    return ChatParts(
        AttachmentsModel(tasks, services.chat),
        QueueModel(bus, tasks, services.chat),
        CompareModel(bus, tasks, parts.comparing),
        PresetsModel(bus, tasks, parts.presets),
        PromptsModel(bus, tasks, parts.prompts),
        CompletionModel(bus, tasks, parts.completing),
        RecentFiles(tasks, services.settings),
    )
