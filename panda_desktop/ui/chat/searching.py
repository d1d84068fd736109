"""From a hit of the search to its place: the chat opens at the message, its words are marked.

Promise: only the newest wish is followed, and the keyboard stays in the hits, so that the next one is one
arrow away; over a narrow window the list gives way to what was found.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer

from panda_desktop.domain.search import SearchHit
from panda_desktop.ui.chat.chats import Chats
from panda_desktop.ui.chat.drawer import Drawer
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.chat.search_panel import SearchPanel
from panda_desktop.viewmodels.chat import ChatModel

MARKED_MS: Final = 6_000
"""So long the words stay marked."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A message to be shown and the words in it."""

    message_id: str
    words: tuple[str, ...]


class Searching(QObject):
    """Joins the hits to the open chat."""

    def __init__(
        self, chat: ChatModel, panel: SearchPanel, chats: Chats, drawer: Drawer, pane: ConversationPane
    ) -> None:
        """Opens in `chat` what is taken in `panel`."""
        super().__init__(pane)
        self._chat = chat
        self._chats = chats
        self._drawer = drawer
        self._pane = pane
        self._wish: _Wish | None = None
        self._marked = QTimer(self)
        self._marked.setSingleShot(True)
        self._marked.setInterval(MARKED_MS)
        self._marked.timeout.connect(self.unmark)
        panel.list.open_wanted.connect(self.open)
        chat.message_shown.connect(self._shown)
        chat.opened.connect(lambda _conversation: self.unmark())

    def open(self, hit: SearchHit) -> None:
        """Opens a chat, at a message if the hit is one."""
        self._wish = None
        if hit.message_id is None:
            self._chats.open(hit.conversation_id, stay=True)
            return
        self._wish = _Wish(hit.message_id, _words(hit))
        self._chats.open_message(hit.conversation_id, hit.message_id)

    def unmark(self) -> None:
        """Takes the marks away, unless something is looked for in the chat meanwhile."""
        if self._marked.isActive():
            self._marked.stop()
        if self._pane.finder.isHidden():
            self._pane.transcript.find_text("")

    def _shown(self, message_id: str) -> None:
        wish = self._wish
        if wish is None or wish.message_id != message_id:
            return
        self._wish = None
        self._pane.finder.hide()
        self._pane.transcript.find_in_message(message_id, wish.words)
        self._marked.start()
        self._drawer.close()


def _words(hit: SearchHit) -> tuple[str, ...]:
    """Returns the words that were found, as they are written there, the longest first."""
    pieces = {hit.snippet.text[first:last] for first, last in hit.snippet.ranges}
    return tuple(sorted(pieces, key=len, reverse=True))
