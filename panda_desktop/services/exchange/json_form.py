"""Chats as JSON that comes back as it was: see `own_format`.

Promise: a line holds one message, so that the file can be compared and searched line by line.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation
from panda_desktop.services.exchange import enclosed
from panda_desktop.services.exchange.foreign import Shelves
from panda_desktop.services.exchange.forms import Placed
from panda_desktop.services.exchange.own_format import about, written


class JsonForm:
    """See `forms.Form`."""

    def __init__(self, shelves: Shelves) -> None:
        """Takes the folders and tags the chats refer to."""
        self._shelves = shelves
        self._chats = 0
        self._entries = 0
        self._files: dict[str, str] = {}

    def head(self, title: str) -> str:
        """Begins the file; it has no title."""
        now = datetime.now(UTC).replace(microsecond=0)
        return f'{{"about": {about(now, self._shelves).decode()},\n "conversations": ['

    def opening(self, conversation: Conversation) -> str:
        """Begins a chat."""
        comma = "," if self._chats else ""
        self._chats += 1
        self._entries = 0
        self._files = {}
        conversation = replace(conversation, draft_attachments=self._noted(conversation.draft_attachments))
        return f'{comma}\n  {{"conversation": {written(conversation).decode()},\n   "messages": ['

    def message(self, placed: Placed, files: Sequence[str] = ()) -> str:
        """Writes a message; its files come after all messages of the chat."""
        comma = "," if self._entries else ""
        self._entries += 1
        message = placed.message
        if message.attachments:
            message = replace(message, attachments=self._noted(message.attachments))
        return f"{comma}\n    {written(message).decode()}"

    def _noted(self, attachments: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
        self._files |= {enclosed.portable(each.file): each.file for each in attachments}
        return enclosed.renamed(attachments)

    def attached(self, attachment: Attachment, data: bytes | None) -> str:
        """Writes nothing here: see `file`."""
        return ""

    def files(self) -> tuple[str, ...]:
        """Returns the files, as they are kept, that go with what was written of the chat."""
        return tuple(self._files.values())

    def opening_files(self) -> str:
        """Begins the files of a chat, after its messages."""
        self._entries = 0
        return '],\n   "files": ['

    def file(self, file: str, data: bytes) -> str:
        """Writes a file."""
        comma = "," if self._entries else ""
        self._entries += 1
        return f"{comma}\n    {enclosed.written(file, data).decode()}"

    def closing(self) -> str:
        """Ends a chat."""
        return "]}"

    def foot(self) -> str:
        """Ends the file."""
        return "]}\n"
