"""Brings pictures of chats into the library, and starts videos from them.

Promise: what comes from a chat that is kept says from which message; whatever becomes of it is said.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from panda_desktop.domain.media import MediaItem, Origin
from panda_desktop.ui.kit import Notice, NoticeAction
from panda_desktop.ui.transcript.taking import TakenPicture
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.viewmodels.bringing import BringingModel
from panda_desktop.viewmodels.chat import ChatModel

if TYPE_CHECKING:
    from panda_desktop.ui.library import LibraryPage


class ChatPictures(QObject):
    """Takes pictures of the chat that is open."""

    def __init__(
        self,
        window: MainWindow,
        chat: ChatModel,
        bringing: BringingModel,
        make_video: Callable[[MediaItem], object],
    ) -> None:
        """`make_video` begins a video from an image of the library."""
        super().__init__(window)
        self._window = window
        self._chat = chat
        self._bringing = bringing
        self._make_video = make_video

    def take(self, taken: TakenPicture) -> None:
        """Puts a picture into the library and does what it was taken for."""
        then = self._make_video if taken.wants_video else self._say
        self._bringing.add_picture(taken.data, taken.file_name, self._origin(taken), then)

    def _origin(self, taken: TakenPicture) -> Origin | None:
        chat = self._chat.conversation
        # Of a temporary chat nothing is written, not even that it was there.
        return None if chat is None or chat.temporary else Origin(chat.id, taken.message_id)

    def _say(self, item: MediaItem) -> None:
        def show() -> None:
            cast("LibraryPage", self._window.go(Place.LIBRARY)).show_item(item)

        action = NoticeAction(self.tr("Show it"), show)
        words = self.tr("The picture is in the library.")
        self._window.notices.show_notice(Notice(words, actions=(action,), key="picture taken"))
