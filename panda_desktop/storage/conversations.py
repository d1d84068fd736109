"""All conversations: the saved ones and the temporary ones behind one face.

Promise: a temporary conversation and its messages reach memory only, a saved one the database only, and
whoever uses this need not know which is which.
"""

from collections.abc import Sequence
from datetime import datetime

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.folders import Shelf
from panda_desktop.storage.bulk import BulkConversations, Link
from panda_desktop.storage.database import Database
from panda_desktop.storage.removed import RemovedMessages
from panda_desktop.storage.saved_conversations import SavedConversations
from panda_desktop.storage.temporary import TemporaryConversations


class ConversationStore:
    """Reads and writes conversations."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._saved = SavedConversations(database)
        self._temporary = TemporaryConversations()
        self._bulk = BulkConversations(database)
        self._removed = RemovedMessages(database)

    def _of(self, conversation_id: str) -> SavedConversations | TemporaryConversations:
        return self._temporary if self._temporary.holds(conversation_id) else self._saved

    def _of_message(self, message_id: str) -> SavedConversations | TemporaryConversations:
        return self._temporary if self._temporary.holds_message(message_id) else self._saved

    async def list(self, *, trashed: bool = False) -> tuple[Conversation, ...]:
        """Returns the list (without archived ones) or the trash, pinned first, newest first."""
        return await self.shelf(Shelf.TRASH if trashed else Shelf.LIST)

    async def shelf(self, shelf: Shelf) -> tuple[Conversation, ...]:
        """Returns a shelf, pinned first, newest first."""
        saved = await self._saved.shelf(shelf)
        if not (temporary := await self._temporary.shelf(shelf)):
            return saved
        both = (*temporary, *saved)
        return tuple(sorted(both, key=lambda each: (each.pinned, each.updated_at), reverse=True))

    async def get(self, conversation_id: str) -> Conversation | None:
        """Returns one, wherever it is; None when it is deleted for good."""
        return await self._of(conversation_id).get(conversation_id)

    async def save(self, conversation: Conversation) -> None:
        """Stores a new one, or its changed values but for the draft (see `save_draft`), the folder (`move`)
        and the tags (`mark`).
        """
        store = self._temporary if conversation.temporary else self._saved
        await store.save(conversation)

    async def save_draft(
        self, conversation_id: str, text: str | None, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Keeps text and files of the composer, those that are given."""
        await self._of(conversation_id).save_draft(conversation_id, text, attachments)

    async def move(self, conversation_id: str, folder_id: str | None) -> None:
        """Puts it into a folder that exists, or into none."""
        await self._of(conversation_id).move(conversation_id, folder_id)

    async def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        """Gives it a tag that exists, or takes it."""
        await self._of(conversation_id).mark(conversation_id, tag_id, carried)

    async def messages(self, conversation_id: str) -> tuple[Message, ...]:
        """Returns all messages of every branch, in order of creation."""
        return await self._of(conversation_id).messages(conversation_id)

    async def branch(self, leaf_id: str) -> tuple[Message, ...]:
        """Returns a message and all before it on its branch, from the first on; nothing when it is gone."""
        return await self._of_message(leaf_id).branch(leaf_id)

    async def message(self, message_id: str) -> Message | None:
        """Returns one message."""
        return await self._of_message(message_id).message(message_id)

    async def add(
        self, messages: Sequence[Message], conversation: Conversation | None = None
    ) -> tuple[Message, ...]:
        """Stores new messages of one conversation, and the conversation with them; returns them with their
        `seq`.
        """
        if conversation is not None:
            store = self._temporary if conversation.temporary else self._saved
        else:
            store = self._of(messages[0].conversation_id) if messages else self._saved
        return await store.add(messages, conversation)

    async def checkpoint(self, message: Message) -> None:
        """Stores the message as it is now; one that was deleted meanwhile stays so."""
        await self._of(message.conversation_id).checkpoint(message)

    async def delete_messages(self, message_ids: Sequence[str]) -> None:
        """Removes messages of one conversation for good."""
        if message_ids:
            await self._of_message(message_ids[0]).delete_messages(message_ids)

    async def set_aside(self, message_ids: Sequence[str]) -> None:
        """Takes messages of one conversation out: nobody sees them any more, and until the program ends they
        can be brought back.
        """
        if message_ids and self._temporary.holds_message(message_ids[0]):
            await self._temporary.set_aside(message_ids)
        else:
            await self._removed.set_aside(message_ids)

    async def bring_back(self, message_ids: Sequence[str]) -> tuple[Message, ...]:
        """Puts back messages that were taken out; returns those that are there again."""
        if message_ids and self._temporary.holds_aside(message_ids[0]):
            return await self._temporary.bring_back(message_ids)
        return await self._removed.bring_back(message_ids)

    def is_temporary(self, conversation_id: str) -> bool:
        """Tells whether a conversation is in memory only."""
        return self._temporary.holds(conversation_id)

    async def doom(self, conversation_id: str) -> None:
        """Deletes a conversation for good: nobody sees it any more. Its rows go by `clear_some`."""
        await self._of(conversation_id).doom(conversation_id)

    async def clear_some(self, conversation_id: str) -> bool:
        """Removes some rows of a doomed conversation, in about 20 ms; returns whether there are more."""
        return await self._of(conversation_id).clear_some(conversation_id)

    async def delete(self, conversation_id: str) -> None:
        """Deletes a conversation for good, with all its rows. When this is cut off, it is doomed."""
        await self.doom(conversation_id)
        while await self.clear_some(conversation_id):
            pass

    async def expired(self, limit: datetime) -> tuple[str, ...]:
        """Returns the ids of those to be deleted now: in the trash since before `limit`, or doomed."""
        return await self._saved.expired(limit)

    async def recover(self) -> tuple[Message, ...]:
        """Marks the answers that were coming when the program ended; returns them. What was taken out is gone
        for good.
        """
        await self._removed.forget()
        return await self._saved.recover()

    # In bulk, for chats on their way in and out

    async def counts(self) -> dict[str, int]:
        """Returns how many messages each saved conversation has."""
        return await self._bulk.counts()

    async def links(self, conversation_id: str) -> tuple[Link, ...]:
        """Returns id and predecessor of each message of every branch, in order of creation."""
        if not self._temporary.holds(conversation_id):
            return await self._bulk.links(conversation_id)
        messages = await self._temporary.messages(conversation_id)
        return tuple((message.id, message.parent_id) for message in messages)

    async def pick(self, message_ids: Sequence[str], characters: int) -> tuple[Message, ...]:
        """Returns the first of these messages, at least one, up to what reaches so many characters; those
        that are gone are left out, and nothing means that all are.
        """
        if not message_ids or not self._temporary.holds_message(message_ids[0]):
            return await self._bulk.pick(message_ids, characters)
        found = [await self._temporary.message(message_id) for message_id in message_ids]
        return tuple(message for message in found if message is not None)

    async def known(self, conversation_id: str) -> frozenset[str]:
        """Returns the ids of a saved conversation's messages, those deleted in this run included."""
        return await self._bulk.known(conversation_id)

    async def taken(self, message_ids: Sequence[str]) -> frozenset[str]:
        """Returns those of these ids that a saved message has, or had in this run."""
        return await self._bulk.taken(message_ids)

    async def is_leaving(self, conversation_id: str) -> bool:
        """Tells whether it is deleted for good and not all of its rows are removed."""
        return await self._bulk.is_leaving(conversation_id)

    async def bring_in(
        self, messages: Sequence[Message], conversation: Conversation | None, *, is_whole: bool
    ) -> None:
        """Stores messages of a saved conversation, and its values when they are given: seen with `is_whole`,
        else doomed until it is.
        """
        await self._bulk.bring_in(messages, conversation, is_whole=is_whole)

    def forget_temporary(self) -> None:
        """Drops every temporary conversation."""
        self._temporary.forget()
