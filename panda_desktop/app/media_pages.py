"""Builds the pages of images, videos and the library, and the ways between them.

Promise: a page is imported and built when it is first visited, and every wish of a page is heard by somebody.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QWidget

from panda_desktop.app.services import Services
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.media import MediaItem
from panda_desktop.storage.names import safe_name
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.notices import WindowNotices
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.prompt_history import PromptHistory
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.chat import ChatPage
    from panda_desktop.ui.images import ImagesPage
    from panda_desktop.ui.media.thumbnails import ThumbnailStore
    from panda_desktop.ui.transcript.taking import TakenPicture
    from panda_desktop.ui.videos import VideosPage
    from panda_desktop.ui.videos.posters import PosterStore
    from panda_desktop.ui.wiring.chat_pictures import ChatPictures
    from panda_desktop.viewmodels.disk import DiskModel


class Shown(Protocol):
    """What the pages are made of: `app.views.Views`."""

    window: MainWindow
    notices: WindowNotices
    chat: ChatModel
    organisation: OrganisationModel
    images: JobList
    videos: JobList
    library: LibraryList
    image_prompts: PromptHistory
    video_prompts: PromptHistory
    evidence: EvidenceModel
    owned: list[object]
    models: ModelList
    account: AccountModel
    settings: SettingsModel

    def adopt(self, page: "ImagesPage | VideosPage", place: Place) -> None:
        """Joins a page to the window."""

    def at_end(self, run: Callable[[], object]) -> None:
        """Has something run when the window is closed."""


class MediaPages:
    """The pages."""

    def __init__(self, views: Shown, services: Services) -> None:
        """Makes no page yet."""
        self._views = views
        self._services = services

    def disk(self) -> "DiskModel":
        """Returns what measures the data folder, when asked to."""
        from panda_desktop.viewmodels.disk import DiskModel

        return DiskModel(self._services.tasks, self._services.media.disk)

    def images(self) -> QWidget:
        """Makes the page of images."""
        from panda_desktop.ui.images import ImagesPage

        views = self._views
        page = ImagesPage(
            views.images,
            views.models,
            views.library,
            views.account,
            views.settings,
            self._thumbnails,
            views.image_prompts,
            views.evidence,
            safe_name=safe_name,
        )
        page.video_wanted.connect(self._make_video_of)
        page.ask_wanted.connect(self._ask_about)
        views.adopt(page, Place.IMAGES)
        return page

    def videos(self) -> QWidget:
        """Makes the page of videos."""
        from panda_desktop.ui.videos import VideosPage

        views = self._views
        page = VideosPage(
            views.videos,
            views.models,
            views.library,
            views.account,
            views.settings,
            self._thumbnails,
            self._posters,
            views.video_prompts,
            views.evidence,
        )
        views.adopt(page, Place.VIDEOS)
        return page

    def library(self) -> QWidget:
        """Makes the page of the library."""
        from panda_desktop.app.library_views import library_parts
        from panda_desktop.ui.library import LibraryPage

        views = self._views
        known = views.library, views.organisation, views.evidence, (views.images, views.videos)
        parts = library_parts(self._services, *known, views.notices.show)
        views.owned.append(parts)
        pictures = self._thumbnails, self._posters
        page = LibraryPage(parts, *pictures, currency=self._currency, safe_name=safe_name)
        page.video_wanted.connect(self._make_video_of)
        page.ask_wanted.connect(self._ask_about)
        page.play_wanted.connect(self.play)
        page.prompt_wanted.connect(self._use_prompt)
        page.chat_wanted.connect(self._show_chat)
        views.at_end(page.shut_down)
        for command in page.commands():
            views.window.commands.add(command, place=Place.LIBRARY)
        return page

    def play(self, item: MediaItem) -> None:
        """Shows a video where it can be played."""
        page = cast("VideosPage", self._views.window.go(Place.VIDEOS))
        page.show_video(item)

    @cached_property
    def _thumbnails(self) -> "ThumbnailStore":
        from panda_desktop.ui.media.thumbnails import ThumbnailStore

        store = ThumbnailStore()
        self._views.at_end(store.close)
        return store

    @cached_property
    def _posters(self) -> "PosterStore":
        from panda_desktop.ui.videos.posters import PosterStore

        store = PosterStore()
        self._views.at_end(store.close)
        return store

    def _currency(self) -> str:
        balance = self._views.account.balance
        return balance.currency if balance is not None else "usd"

    # ways between pages

    def take_picture(self, taken: "TakenPicture") -> None:
        """Uses a picture of the chat that is open elsewhere in the program."""
        self._chat_pictures.take(taken)

    @cached_property
    def _chat_pictures(self) -> "ChatPictures":
        from panda_desktop.ui.wiring.chat_pictures import ChatPictures
        from panda_desktop.viewmodels.bringing import BringingModel

        views = self._views
        bringing = BringingModel(self._services.tasks, self._services.media.bringing)
        bringing.failed.connect(views.notices.show)
        return ChatPictures(views.window, views.chat, bringing, self._make_video_of)

    def _make_video_of(self, item: MediaItem) -> None:
        page = cast("VideosPage", self._views.window.go(Place.VIDEOS))
        page.use_first_frame(item)

    def _ask_about(self, item: MediaItem) -> None:
        try:
            path = self._views.library.path_of(item)
        except PandaError as error:
            self._views.notices.show(error)
            return
        page = cast("ChatPage", self._views.window.go(Place.CHAT))
        page.ask_about(path)

    def _show_chat(self, conversation_id: str, message_id: str) -> None:
        self._views.window.go(Place.CHAT)
        if message_id:
            self._views.chat.open_message(conversation_id, message_id)
        else:
            self._views.chat.open(conversation_id)

    def _use_prompt(self, item: MediaItem) -> None:
        page = cast("ImagesPage", self._views.window.go(Place.IMAGES))
        page.use_prompt(item.prompt, item.model)
