"""Builds the view-models and the pages of the window, and the ways between the pages.

Promise: a page is imported and built when it is first visited, and every wish of a page is heard by somebody.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from panda_desktop.app.services import Services
from panda_desktop.domain.changes import ProblemMet
from panda_desktop.domain.jobs import JobKind
from panda_desktop.domain.media import MediaItem
from panda_desktop.storage.names import safe_name
from panda_desktop.ui.exchange import ExchangeDesk
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.theme import ThemeController
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.first_start import FirstStartCover, open_website
from panda_desktop.ui.wiring.notices import WindowNotices
from panda_desktop.ui.wiring.settings import join_look, join_settings, open_folder
from panda_desktop.ui.wiring.status import join_status
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.attachments import AttachmentsModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.chat_parts import ChatParts
from panda_desktop.viewmodels.compare import CompareModel
from panda_desktop.viewmodels.completing import CompletionModel
from panda_desktop.viewmodels.exchange import ExchangeModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.presets import PresetsModel
from panda_desktop.viewmodels.prompts import PromptsModel
from panda_desktop.viewmodels.queue import QueueModel
from panda_desktop.viewmodels.running import RunningJobs
from panda_desktop.viewmodels.search import SearchModel
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.chat import ChatPage
    from panda_desktop.ui.images import ImagesPage
    from panda_desktop.ui.library import LibraryPage
    from panda_desktop.ui.media.thumbnails import ThumbnailStore
    from panda_desktop.ui.settings import SettingsPage
    from panda_desktop.ui.videos import VideosPage
    from panda_desktop.ui.videos.posters import PosterStore


class Views:
    """Everything the window shows.

    Attributes:
        window: the main window.
        chat, chat_parts, organisation, search, images, videos, library, account, settings, exchange, models,
            running: the view-models.
        first_start: the panel of the first start.
        desk: exports and imports.
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
        self.images = JobList(bus, tasks, JobKind.IMAGE, services.jobs, services.library)
        self.videos = JobList(bus, tasks, JobKind.VIDEO, services.jobs, services.library)
        self.library = LibraryList(bus, tasks, services.library)
        self.account = AccountModel(bus, tasks, services.connection, services.account)
        self.settings = SettingsModel(bus, tasks, services.settings)
        self.exchange = ExchangeModel(tasks, services.exchange)
        self.models = ModelList(bus)
        self.running = RunningJobs(bus, services.jobs, self.account.price_of)
        self.window = window
        self._makers: dict[Place, Callable[[], QWidget]] = {
            Place.CHAT: self._chat_page,
            Place.IMAGES: self._images_page,
            Place.VIDEOS: self._videos_page,
            Place.LIBRARY: self._library_page,
            Place.SETTINGS: self._settings_page,
        }
        self.first_start = FirstStartCover(self.window, self.account, lambda: self.window.go(Place.CHAT))
        self._shut: list[Callable[[], object]] = []
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

    def load_list(self) -> None:
        """Begins to read the list of chats: it may be long, and the open chat is shown without it."""
        self._tasks.spawn(self.organisation.load(), name="load list", failed=self.notices.show)

    def close(self) -> None:
        """Ends what the pages keep running."""
        for shut in reversed(self._shut):
            shut()

    @cached_property
    def _thumbnails(self) -> "ThumbnailStore":
        from panda_desktop.ui.media.thumbnails import ThumbnailStore

        store = ThumbnailStore()
        self._shut.append(store.close)
        return store

    @cached_property
    def _posters(self) -> "PosterStore":
        from panda_desktop.ui.videos.posters import PosterStore

        store = PosterStore()
        self._shut.append(store.close)
        return store

    def _join(self, services: Services, controller: ThemeController) -> None:
        window = self.window
        steps: dict[NextStep, Callable[[], object]] = {
            NextStep.ENTER_KEY: self._enter_key,
            NextStep.OPEN_SETTINGS: lambda: window.go(Place.SETTINGS),
            NextStep.TOP_UP: open_website,
            NextStep.OPEN_DATA_FOLDER: lambda: open_folder(self._folder),
        }
        self.notices = WindowNotices(window, self.account, steps)
        self.settings.failed.connect(self.notices.show)
        services.bus.subscribe(ProblemMet, lambda change: self.notices.show(change.error))
        join_status(window.status, self.account, self.running)
        join_look(window, controller, self.settings)
        window.new_chat_wanted.connect(self._new_chat)
        window.place_changed.connect(lambda place: self.settings.change(place=place))
        self.desk = ExchangeDesk(self.exchange, self.chat, window)

    def _enter_key(self) -> None:
        page = cast("SettingsPage", self.window.go(Place.SETTINGS))
        page.account.form.setFocus()

    def _new_chat(self) -> None:
        self.window.go(Place.CHAT)
        self.chat.start_new()

    # pages, each made at its first visit

    def _chat_page(self) -> QWidget:
        from panda_desktop.ui.chat import ChatPage

        listed = self.organisation, self.search
        page = ChatPage(self.chat, self.models, self.account, self.settings, *listed, self.chat_parts)
        self.desk.join_chat(page.pane.header, page.sidebar, page.sidebar.list.viewport())
        self._adopt(page, Place.CHAT)
        return page

    def _images_page(self) -> QWidget:
        from panda_desktop.ui.images import ImagesPage

        page = ImagesPage(
            self.images,
            self.models,
            self.library,
            self.account,
            self.settings,
            self._thumbnails,
            safe_name=safe_name,
        )
        page.video_wanted.connect(self._make_video_of)
        self._adopt(page, Place.IMAGES)
        return page

    def _videos_page(self) -> QWidget:
        from panda_desktop.ui.videos import VideosPage

        page = VideosPage(
            self.videos,
            self.models,
            self.library,
            self.account,
            self.settings,
            self._thumbnails,
            self._posters,
        )
        self._adopt(page, Place.VIDEOS)
        return page

    def _library_page(self) -> QWidget:
        from panda_desktop.ui.library import LibraryPage

        page = LibraryPage(self.library, self._thumbnails, self._posters, safe_name=safe_name)
        page.video_wanted.connect(self._make_video_of)
        page.play_wanted.connect(self._play)
        page.prompt_wanted.connect(self._use_prompt)
        self._shut.append(page.shut_down)
        self._narrow(page)
        for command in page.commands():
            self.window.commands.add(command, place=Place.LIBRARY)
        return page

    def _settings_page(self) -> QWidget:
        from panda_desktop.ui.settings import SettingsPage

        page = SettingsPage()
        join_settings(page, self.settings, self.account, self._folder)
        page.data.export_wanted.connect(lambda: self.desk.export_all(page.data.export))
        page.data.import_wanted.connect(self.desk.ask_import)
        return page

    def _adopt(self, page: "ChatPage | ImagesPage | VideosPage", place: Place) -> None:
        page.key_wanted.connect(self._enter_key)
        page.settings_wanted.connect(lambda: self.window.go(Place.SETTINGS))
        page.top_up_wanted.connect(open_website)
        self._shut.append(page.shut_down)
        self._narrow(page)
        for command in page.commands():
            self.window.commands.add(command, place=place)

    def _narrow(self, page: "ChatPage | ImagesPage | VideosPage | LibraryPage") -> None:
        self.window.narrow_changed.connect(page.set_narrow)
        page.set_narrow(self.window.is_narrow())

    # ways between pages

    def _make_video_of(self, item: MediaItem) -> None:
        page = cast("VideosPage", self.window.go(Place.VIDEOS))
        page.use_first_frame(item)

    def _play(self, item: MediaItem) -> None:
        page = cast("VideosPage", self.window.go(Place.VIDEOS))
        page.show_video(item)

    def _use_prompt(self, item: MediaItem) -> None:
        page = cast("ImagesPage", self.window.go(Place.IMAGES))
        page.use_prompt(item.prompt, item.model)


def _chat_parts(services: Services) -> ChatParts:
    bus, tasks, parts = services.bus, services.tasks, services.chat_parts
    return ChatParts(
        AttachmentsModel(tasks, services.chat),
        QueueModel(bus, tasks, services.chat),
        CompareModel(bus, tasks, parts.comparing),
        PresetsModel(bus, tasks, parts.presets),
        PromptsModel(bus, tasks, parts.prompts),
        CompletionModel(bus, tasks, parts.completing),
    )
