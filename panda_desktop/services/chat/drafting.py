"""What the composers hold, and how much of it a message takes along when it is stored.

Promise: what was typed or attached after a message was sent off stays in the composer, however long storing
that message takes.
"""

from collections.abc import Sequence
from dataclasses import replace

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation
from panda_desktop.storage.conversations import ConversationStore


class Drafts:
    """Keeps and empties drafts."""

    def __init__(self, store: ConversationStore) -> None:
        """Nothing was typed yet."""
        self._store = store
        self._texts: dict[str, int] = {}
        self._files: dict[str, int] = {}
        self._count = 0

    @property
    def now(self) -> int:
        """This moment, for `empty`: take it before anything is waited for."""
        return self._count

    async def keep(
        self, conversation_id: str, text: str | None, attachments: Sequence[Attachment] | None
    ) -> None:
        """Keeps what a composer holds; None leaves text or files as they are."""
        self._count += 1
        if text is not None:
            self._texts[conversation_id] = self._count
        if attachments is not None:
            self._files[conversation_id] = self._count
        await self._store.save_draft(conversation_id, text, attachments)

    async def empty(self, conversation: Conversation, moment: int) -> Conversation:
        """Empties a composer of what it held at a moment; returns the conversation with what is left."""
        text = "" if self._texts.get(conversation.id, 0) <= moment else None
        files = () if self._files.get(conversation.id, 0) <= moment else None
        await self._store.save_draft(conversation.id, text, files)
        left = await self._store.get(conversation.id) if text is None or files is None else None
        if left is None:
            return replace(conversation, draft="", draft_attachments=())
        return replace(conversation, draft=left.draft, draft_attachments=left.draft_attachments)
