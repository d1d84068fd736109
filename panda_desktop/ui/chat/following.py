"""Goes to the end of the chat when the answer begins that the person asked for.

Promise: an answer nobody asked for just now moves nothing: who reads further up stays there.
"""

from PySide6.QtCore import QObject, SignalInstance

from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.viewmodels.chat import ChatModel


class Following(QObject):
    """Shows what was sent, and the answer while it comes."""

    def __init__(
        self,
        chat: ChatModel,
        transcript: TranscriptView,
        asked: tuple[SignalInstance, ...],
        parent: QObject | None = None,
    ) -> None:
        """Each of `asked` tells that the person asks for an answer in the open chat."""
        super().__init__(parent)
        self._chat = chat
        self._transcript = transcript
        self._awaited = ""
        for each in asked:
            each.connect(self._wait)
        chat.answering_changed.connect(self._begin)
        chat.failed.connect(lambda _error: self._forget())

    def _wait(self) -> None:
        """Remembers the chat, unless the message has to wait behind an answer that is coming."""
        conversation = self._chat.conversation
        if conversation is not None and not self._chat.is_answering:
            self._awaited = conversation.id

    def _begin(self, answering: bool) -> None:
        conversation = self._chat.conversation
        if answering and conversation is not None and conversation.id == self._awaited:
            self._transcript.scroll_to_end()
        self._forget()

    def _forget(self) -> None:
        self._awaited = ""
