"""Conversations that are kept in memory only.

Promise: nothing of them is ever written, indexed or backed up, and after `forget` nothing of them is left.
"""

from collections.abc import Sequence
from dataclasses import replace

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.branch import branch_to
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.folders import Shelf


class TemporaryConversations:
    """The same reading and writing as `SavedConversations`, without a file."""

    def __init__(self) -> None:
        """Holds nothing."""
        self._conversations: dict[str, Conversation] = {}
        self._messages: dict[str, Message] = {}
        self._aside: dict[str, Message] = {}
        self._last_seq = 0

    def holds(self, conversation_id: str) -> bool:
        """Tells whether the conversation is a temporary one."""
        return conversation_id in self._conversations

    def holds_message(self, message_id: str) -> bool:
        """Tells whether the message is of a temporary conversation."""
        return message_id in self._messages

    def forget(self) -> None:
        """Drops everything."""
        self._conversations.clear()
        self._messages.clear()
        self._aside.clear()

    async def shelf(self, shelf: Shelf) -> tuple[Conversation, ...]:
        """Returns a shelf, the newest first."""
        found = [each for each in self._conversations.values() if each.shelf is shelf]
        return tuple(sorted(found, key=lambda each: (each.pinned, each.updated_at), reverse=True))

    async def get(self, conversation_id: str) -> Conversation | None:
        """Returns one."""
        return self._conversations.get(conversation_id)

    async def save(self, conversation: Conversation) -> None:
        """Keeps a new one, or its changed values but for draft, folder and tags."""
        old = self._conversations.get(conversation.id)
        if old is not None:
            conversation = replace(
                conversation,
                draft=old.draft,
                draft_attachments=old.draft_attachments,
                folder_id=old.folder_id,
                tag_ids=old.tag_ids,
            )
        self._conversations[conversation.id] = conversation

    async def save_draft(
        self, conversation_id: str, text: str | None, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Keeps text and files of the composer, those that are given."""
        if text is not None:
            self._change(conversation_id, draft=text)
        if attachments is not None:
            self._change(conversation_id, draft_attachments=tuple(attachments))

    async def move(self, conversation_id: str, folder_id: str | None) -> None:
        """Puts it into a folder, or into none."""
        self._change(conversation_id, folder_id=folder_id)

    async def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        """Gives it a tag, or takes it."""
        tag_ids = {*self._conversations[conversation_id].tag_ids} - {tag_id}
        self._change(conversation_id, tag_ids=tuple(sorted(tag_ids | {tag_id} if carried else tag_ids)))

    def _change(self, conversation_id: str, **values: object) -> None:
        old = self._conversations[conversation_id]
        self._conversations[conversation_id] = replace(old, **values)  # type: ignore[arg-type]

    async def messages(self, conversation_id: str) -> tuple[Message, ...]:
        """Returns all messages of every branch, in order of creation."""
        found = (each for each in self._messages.values() if each.conversation_id == conversation_id)
        return tuple(sorted(found, key=lambda each: each.seq))

    async def branch(self, leaf_id: str) -> tuple[Message, ...]:
        """Returns a message and all before it on its branch, from the first on."""
        return tuple(branch_to(self._messages, leaf_id))

    async def message(self, message_id: str) -> Message | None:
        """Returns one message."""
        return self._messages.get(message_id)

    async def add(
        self, messages: Sequence[Message], conversation: Conversation | None = None
    ) -> tuple[Message, ...]:
        """Keeps new messages, and the conversation with them; returns them with their `seq`."""
        if conversation is not None:
            await self.save(conversation)
        added = []
        for message in messages:
            self._last_seq += 1
            added.append(replace(message, seq=self._last_seq))
            self._messages[message.id] = added[-1]
        return tuple(added)

    async def checkpoint(self, message: Message) -> None:
        """Keeps the message as it is now; one that was deleted meanwhile stays so."""
        if message.id in self._messages:
            self._messages[message.id] = message

    async def delete_messages(self, message_ids: Sequence[str]) -> None:
        """Drops messages."""
        for message_id in message_ids:
            self._messages.pop(message_id, None)

    async def set_aside(self, message_ids: Sequence[str]) -> None:
        """Takes messages out, to be brought back or not."""
        found = (self._messages.pop(message_id, None) for message_id in message_ids)
        self._aside |= {message.id: message for message in found if message is not None}

    async def bring_back(self, message_ids: Sequence[str]) -> tuple[Message, ...]:
        """Puts back what was taken out; returns what is there again."""
        found = (self._aside.pop(message_id, None) for message_id in message_ids)
        back = {message.id: message for message in found if message is not None}
        self._messages |= back
        return tuple(back.values())

    def holds_aside(self, message_id: str) -> bool:
        """Tells whether a message of a temporary conversation is taken out."""
        return message_id in self._aside

    async def doom(self, conversation_id: str) -> None:
        """Drops a conversation and its messages."""
        self._conversations.pop(conversation_id, None)
        await self.delete_messages([each.id for each in await self.messages(conversation_id)])
        aside = self._aside.values()
        self._aside = {each.id: each for each in aside if each.conversation_id != conversation_id}

    async def clear_some(self, conversation_id: str) -> bool:
        """Returns False: nothing is left of it."""
        return False
