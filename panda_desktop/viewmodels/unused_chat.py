"""The empty chat that was made last: it is used again, so that empty chats do not pile up in the list.

Promise: a chat that anything was done to is never taken for an unused one.
"""

from dataclasses import replace

from panda_desktop.domain.changes import PresetsChanged
from panda_desktop.domain.chat import Conversation
from panda_desktop.services.bus import Bus
from panda_desktop.viewmodels.conversations import ConversationList


class UnusedChat:
    """Remembers how the chat was made, and compares."""

    def __init__(self, bus: Bus, conversations: ConversationList) -> None:
        """Looks for it in the list of chats."""
        self._conversations = conversations
        self._made: Conversation | None = None
        self._model = ""
        bus.subscribe(PresetsChanged, lambda _change: self.forget())

    def take_note(self, made: Conversation, model: str) -> None:
        """Remembers a chat that was made for `model`."""
        self._made, self._model = made, model

    def forget(self) -> None:
        """A new chat would be made in another way from now on."""
        self._made = None

    def find(self, model: str) -> Conversation | None:
        """Returns the chat if a new one for `model` would be just the same; None when there is none."""
        if self._made is None or model != self._model:
            return None
        now = self._conversations.conversation(self._made.id)
        same = now is not None and replace(now, updated_at=self._made.updated_at) == self._made
        return now if same else None
