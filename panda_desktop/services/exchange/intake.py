"""Stores chats that come in, one after the other.

Promise: a chat is stored whole or not at all; one that is here already is not stored twice, but the messages
that are new in it are added; a write of the window never waits long for one of these.

What comes in is known again by its ids (`plain.derived_id`, or our own). New in a chat that is here are only
messages later than the last one that both have: earlier ones were deleted here. When one file holds a chat
twice, everything the second one has more is added.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from panda_desktop.domain.changes import BranchChanged, ConversationChanged
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.services.bus import Bus
from panda_desktop.services.exchange.enclosed import Enclosed
from panda_desktop.services.exchange.foreign import Ended, Opened, Said, Shelves, Torn, weight_of
from panda_desktop.services.exchange.pace import Pace
from panda_desktop.services.exchange.plain import derived_id
from panda_desktop.services.exchange.shelving import Shelving
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.attachments import AttachmentStore
from panda_desktop.storage.conversations import ConversationStore

_LEAVING_S: Final = 0.1
"""After this time nobody removes rows of a deleted chat any more once they are all gone."""


class Intake:
    """Takes in pieces.

    Attributes:
        conversations: chats that are new.
        messages: messages that are new.
        grown: chats that were here and have more messages now.
        duplicates: chats that were here with all their messages.
    """

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        store: ConversationStore,
        attachments: AttachmentStore,
        shelving: Shelving,
        writing: asyncio.Lock,
    ) -> None:
        """Begins with none; `writing` is held while a chat that is here is changed."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._attachments = attachments
        self._shelving = shelving
        self._writing = writing
        self._pace = Pace()
        self._seen: set[str] = set()
        self._chat: _New | _Known | None = None
        self.conversations = 0
        self.messages = 0
        self.grown = 0
        self.duplicates = 0

    async def take(self, piece: Shelves | Enclosed | Opened | Said | Ended | Torn) -> None:
        """Takes the next piece. Raises what storing raises."""
        match piece:
            case Shelves():
                self._shelving.offer(piece)
            case Enclosed(data, suffix):
                # One that no message refers to in the end goes with the next sweep.
                await self._attachments.keep(data, suffix)
            case Opened(conversation, fixed_ids):
                self._chat = await self._begun(conversation, fixed_ids)
            case Said(messages) if self._chat is not None:
                await self._chat.said(messages)
            case Ended(conversation) if self._chat is not None:
                chat, self._chat = self._chat, None
                try:
                    await self._ended(chat, conversation)
                except BaseException:
                    self._chat = chat
                    raise
            case Torn():
                self.abandon()

    def abandon(self) -> None:
        """Drops what has come of a chat that will not be whole: nobody sees it, its rows go meanwhile.

        When the program ends instead, they go after the next start.
        """
        chat, self._chat = self._chat, None
        if isinstance(chat, _New) and chat.is_stored:
            self._tasks.spawn(self._store.delete(chat.id), name="clear an import")

    async def _begun(self, conversation: Conversation, fixed_ids: bool) -> "_New | _Known":
        here = await self._store.get(conversation.id)
        if here is not None:
            known = await self._store.known(here.id)
            names = None if fixed_ids else _Names(self._store, here.id, known)
            return _Known(self._store, self._writing, here, known, names, everything=here.id in self._seen)
        if await self._store.is_leaving(conversation.id):
            await self._store.delete(conversation.id)
            await asyncio.sleep(_LEAVING_S)
        conversation = await self._shelving.placed(conversation)
        names = None if fixed_ids else _Names(self._store, conversation.id)
        return _New(self._store, self._pace, conversation, names)

    async def _ended(self, chat: "_New | _Known", conversation: Conversation) -> None:
        stored, added = await chat.ended(conversation)
        self._seen.add(conversation.id)
        self.messages += added
        if isinstance(chat, _New):
            self.conversations += 1
            self._bus.publish(ConversationChanged(stored))
        elif added:
            self.grown += 1
            self._bus.publish(ConversationChanged(stored))
            self._bus.publish(BranchChanged(stored))
        else:
            self.duplicates += 1


class _Names:
    """Gives messages whose id is in use by another chat an id of their own, the same each time they come."""

    def __init__(self, store: ConversationStore, chat_id: str, known: frozenset[str] = frozenset()) -> None:
        self._store = store
        self._chat_id = chat_id
        self._known = known
        self._renamed: dict[str, str] = {}

    def of(self, message_id: str | None) -> str | None:
        """Returns the id of a message that has come."""
        return self._renamed.get(message_id, message_id) if message_id else None

    async def free(self, messages: Sequence[Message]) -> list[Message]:
        """Returns the messages with ids that are free, or their own since they came before."""
        strange = [message.id for message in messages if message.id not in self._known]
        taken = await self._store.taken(strange)
        for message_id in strange:
            own = derived_id(self._chat_id, message_id)
            if message_id in taken or own in self._known:
                self._renamed[message_id] = own
        if not self._renamed:
            return list(messages)
        return [
            replace(message, id=self.of(message.id) or message.id, parent_id=self.of(message.parent_id))
            for message in messages
        ]


class _New:
    """A chat that is not here: short ones are stored at once, long ones piece by piece and out of sight."""

    def __init__(
        self, store: ConversationStore, pace: Pace, chat: Conversation, names: _Names | None
    ) -> None:
        self._store = store
        self._pace = pace
        self._chat = chat
        self._names = names
        self._waiting: list[Message] = []
        self._weight = 0
        self.is_stored = False
        self._count = 0

    async def said(self, messages: Sequence[Message]) -> None:
        for message in await self._names.free(messages) if self._names else messages:
            self._waiting.append(message)
            self._count += 1
            self._weight += weight_of(message)
            if self._weight >= self._pace.size:
                await self._store_some(None if self.is_stored else self._chat, is_whole=False)

    async def ended(self, chat: Conversation) -> tuple[Conversation, int]:
        leaf_id = self._names.of(chat.leaf_id) if self._names else chat.leaf_id
        placed = self._chat.folder_id, self._chat.tag_ids
        chat = replace(chat, leaf_id=leaf_id, folder_id=placed[0], tag_ids=placed[1])
        await self._store_some(chat, is_whole=True)
        stored = await self._store.get(chat.id)
        assert stored is not None
        return stored, self._count

    @property
    def id(self) -> str:
        return self._chat.id

    async def _store_some(self, chat: Conversation | None, *, is_whole: bool) -> None:
        messages, weight = self._waiting, self._weight
        self._waiting, self._weight = [], 0
        self.is_stored = True  # also when the next line is cancelled: the storage may have done it
        began = time.perf_counter()
        await self._store.bring_in(messages, chat, is_whole=is_whole)
        self._pace.took(time.perf_counter() - began, weight)


class _Known:
    """A chat that is here already: what is new in it is stored in one go when it has come whole."""

    def __init__(
        self,
        store: ConversationStore,
        writing: asyncio.Lock,
        chat: Conversation,
        known: frozenset[str],
        names: _Names | None,
        *,
        everything: bool,
    ) -> None:
        self._store = store
        self._writing = writing
        self._chat = chat
        self._known = known
        self._names = names
        self._everything = everything
        self._newest: datetime | None = None
        self._fresh: list[Message] = []

    async def said(self, messages: Sequence[Message]) -> None:
        for message in await self._names.free(messages) if self._names else messages:
            if message.id not in self._known:
                self._fresh.append(message)
            elif self._newest is None or message.created_at > self._newest:
                self._newest = message.created_at

    async def ended(self, chat: Conversation) -> tuple[Conversation, int]:
        added = self._to_be_added()
        if not added:
            return self._chat, 0
        chat = replace(chat, leaf_id=self._names.of(chat.leaf_id)) if self._names else chat
        async with self._writing:
            here = await self._store.get(self._chat.id) or self._chat
            if chat.leaf_id in added and _leads_to(added, chat.leaf_id, here.leaf_id):
                here = replace(here, leaf_id=chat.leaf_id)
            here = replace(here, updated_at=max(here.updated_at, chat.updated_at))
            await self._store.bring_in(tuple(added.values()), None, is_whole=True)
            await self._store.save(here)
        return here, len(added)

    def _to_be_added(self) -> dict[str, Message]:
        added: dict[str, Message] = {}
        if self._chat.temporary:
            return added  # a copy of what is in memory only: nothing of it is written
        for message in self._fresh:
            is_new = self._everything or self._newest is None or message.created_at >= self._newest
            has_place = (
                message.parent_id is None or message.parent_id in self._known or message.parent_id in added
            )
            if is_new and has_place:
                added[message.id] = message
        return added


def _leads_to(added: dict[str, Message], leaf_id: str | None, shown_id: str | None) -> bool:
    """Tells whether the branch that ends with `leaf_id` goes on from the message that is shown last."""
    current = leaf_id
    while current in added:
        current = added[current].parent_id
    return current == shown_id
