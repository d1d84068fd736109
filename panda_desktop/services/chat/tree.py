"""The tree of messages: which branch is shown, forks, and what is deleted and brought back.

Promise: no message is overwritten; what is deleted can be brought back until the program ends, and the branch
that was shown comes back with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from panda_desktop.domain.branch import branch_to, children_of, last_leaf
from panda_desktop.domain.changes import BranchChanged, ConversationChanged
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.fold import stopped
from panda_desktop.domain.ids import new_id
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.asking import Asking
from panda_desktop.storage.conversations import ConversationStore


class MessageTree:
    """Shows, copies and removes branches."""

    def __init__(self, bus: Bus, store: ConversationStore, asking: Asking) -> None:
        """Makes it; nothing runs."""
        self._bus = bus
        self._store = store
        self._asking = asking
        self._leaves: dict[str, str | None] = {}

    async def fork(self, message_id: str) -> Conversation:
        """Makes a new conversation of the branch up to this message."""
        message = await self._asking.message(message_id)
        source = await self._asking.conversation(message.conversation_id)
        live = await self._asking.messages(source.id)
        now = datetime.now(UTC)
        conversation = replace(
            source,
            id=new_id(),
            created_at=now,
            updated_at=now,
            leaf_id=None,
            draft="",
            draft_attachments=(),
            pinned=False,
        )
        copies: list[Message] = []
        for each in branch_to({each.id: each for each in live}, message_id):
            parent_id = copies[-1].id if copies else None
            copy = replace(each, id=new_id(), conversation_id=conversation.id, parent_id=parent_id)
            copies.append(copy if copy.state.is_final else stopped(copy))
        conversation = replace(conversation, leaf_id=copies[-1].id)
        await self._store.add(copies, conversation)
        self._bus.publish(ConversationChanged(conversation))
        return conversation

    async def delete_message(self, message_id: str) -> tuple[str, ...]:
        """Takes out the message and all that follows it; returns what was taken out, in order."""
        async with self._asking.writing:
            message = await self._asking.message(message_id)
            conversation = await self._asking.conversation(message.conversation_id)
            messages = await self._store.messages(conversation.id)
            below = _below(messages, message_id)
            await self._asking.running.ended(conversation.id, frozenset(below))
            gone = tuple(each.id for each in messages if each.id in below)
            await self._store.set_aside(gone)
            self._leaves[gone[0]] = conversation.leaf_id
            if conversation.leaf_id in below:
                left = children_of(each for each in messages if each.id not in below)
                await self._show(conversation, last_leaf(left, message.parent_id))
            else:
                await self._show(conversation, conversation.leaf_id)
            return gone

    async def restore_messages(self, message_ids: Sequence[str]) -> None:
        """Brings back what `delete_message` took out, and the branch that was shown. Raises `CANNOT_READ`
        (`message`) when it is gone for good.
        """
        async with self._asking.writing:
            back = await self._store.bring_back(message_ids)
            if not back:
                raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="message"))
            conversation = await self._asking.conversation(back[0].conversation_id)
            messages = await self._store.messages(conversation.id)
            leaf_id = self._leaves.pop(back[0].id, None)
            if leaf_id not in {each.id for each in messages}:
                leaf_id = last_leaf(children_of(messages), back[0].id)
            await self._show(conversation, leaf_id)

    async def show_sibling(self, message_id: str, step: int) -> None:
        """Shows the branch of the sibling `step` places before (-1) or after (+1)."""
        async with self._asking.writing:
            message = await self._asking.message(message_id)
            conversation = await self._asking.conversation(message.conversation_id)
            children = children_of(await self._store.messages(conversation.id))
            siblings = [each.id for each in children[message.parent_id]]
            place = siblings.index(message_id) + step
            if 0 <= place < len(siblings):
                await self._show(conversation, last_leaf(children, siblings[place]))

    async def show_message(self, message_id: str) -> None:
        """Shows a branch that the message is on: the one that is shown, if it is, else its newest."""
        async with self._asking.writing:
            message = await self._asking.message(message_id)
            conversation = await self._asking.conversation(message.conversation_id)
            messages = await self._store.messages(conversation.id)
            shown = branch_to({each.id: each for each in messages}, conversation.leaf_id)
            if message_id not in {each.id for each in shown}:
                await self._show(conversation, last_leaf(children_of(messages), message_id))

    async def _show(self, conversation: Conversation, leaf_id: str | None) -> None:
        conversation = replace(conversation, leaf_id=leaf_id)
        await self._store.save(conversation)
        self._bus.publish(ConversationChanged(conversation))
        self._bus.publish(BranchChanged(conversation))


def _below(messages: Sequence[Message], message_id: str) -> set[str]:
    children = children_of(messages)
    gone: set[str] = set()
    waiting = [message_id]
    while waiting:
        current = waiting.pop()
        if current not in gone:
            gone.add(current)
            waiting.extend(child.id for child in children.get(current, ()))
    return gone
