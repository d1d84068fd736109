"""The use cases of chat behind one face: the list of conversations, asking, the tree, the queue, files.

Promise: the person's message and the place of its answer are in the database before anything is sent, and
commands that change a conversation go one after the other.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.changes import ConversationChanged, ConversationRemoved
from panda_desktop.domain.chat import Conversation, Message, Parameters, TitleBy
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.queue import Hold, MessageQueue, QueuedMessage
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.asking import Asking
from panda_desktop.services.chat.presets import PresetService
from panda_desktop.services.chat.queueing import MessageQueues
from panda_desktop.services.chat.tree import MessageTree
from panda_desktop.storage.conversations import ConversationStore


class ChatService:
    """See `contract.ChatCommands`."""

    def __init__(
        self,
        bus: Bus,
        store: ConversationStore,
        asking: Asking,
        tree: MessageTree,
        queues: MessageQueues,
        presets: PresetService,
    ) -> None:
        """Put together by `assembly`."""
        self._bus = bus
        self._store = store
        self._asking = asking
        self._tree = tree
        self._queues = queues
        self._presets = presets
        self._writing = asking.writing

    @property
    def writing(self) -> asyncio.Lock:
        """Held by whoever changes a conversation."""
        return self._writing

    # The list

    async def conversations(self) -> tuple[Conversation, ...]:
        """Returns those of the list, pinned first, newest first."""
        return await self._store.list()

    async def open(self, conversation_id: str) -> tuple[Conversation, tuple[Message, ...]]:
        """Returns the conversation and all its messages; running answers as far as they have come."""
        while True:
            version = self._asking.running.version
            conversation = await self._asking.conversation(conversation_id)
            messages = await self._asking.messages(conversation_id)
            if version == self._asking.running.version:
                return conversation, messages

    async def create(self, model: str, *, temporary: bool = False) -> Conversation:
        """Stores a new, empty conversation, made as the default preset says; a temporary one in memory
        only.
        """
        now = datetime.now(UTC)
        conversation = Conversation(new_id(), "", model, now, now, temporary=temporary)
        if (preset := await self._presets.default()) is not None:
            conversation = replace(
                conversation,
                model=preset.model or model,
                system_prompt=preset.system_prompt,
                parameters=preset.parameters,
            )
        return await self._save(conversation)

    async def apply_preset(self, conversation_id: str, preset_id: str) -> Conversation:
        """Makes the requests of a conversation as a preset says; one without a model keeps the model."""
        preset = await self._presets.preset(preset_id)
        return await self.change(
            conversation_id,
            model=preset.model or None,
            system_prompt=preset.system_prompt,
            parameters=preset.parameters,
        )

    async def change(
        self,
        conversation_id: str,
        *,
        title: str | None = None,
        model: str | None = None,
        system_prompt: str | None = None,
        parameters: Parameters | None = None,
        pinned: bool | None = None,
        archived: bool | None = None,
    ) -> Conversation:
        """Changes what is given; a title given here stays. Raises `INVALID_INPUT`."""
        async with self._writing:
            if parameters is not None:
                parameters.check()
            if model is not None and not model.strip():
                raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="model"))
            given: dict[str, Any] = {
                "title": title,
                "title_by": TitleBy.PERSON if title is not None else None,
                "model": model,
                "system_prompt": system_prompt,
                "parameters": parameters,
                "pinned": pinned,
                "archived": archived,
            }
            conversation = await self._asking.conversation(conversation_id)
            return await self._save(
                replace(conversation, **{name: value for name, value in given.items() if value is not None})
            )

    async def save_draft(
        self, conversation_id: str, text: str | None, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Keeps what the composer holds; None leaves text or files as they are."""
        await self._asking.drafts.keep(conversation_id, text, attachments)
        self._bus.publish(ConversationChanged(await self._asking.conversation(conversation_id)))

    async def trash(self, conversation_id: str) -> None:
        """Moves the conversation to the trash; its running answers are stopped. A temporary one is gone at
        once.
        """
        async with self._writing:
            self.stop(conversation_id)
            conversation = await self._asking.conversation(conversation_id)
            if conversation.temporary:
                await self._store.delete(conversation_id)
                self._bus.publish(ConversationRemoved(conversation_id))
                return
            conversation = replace(conversation, deleted_at=datetime.now(UTC))
            await self._store.save(conversation)
            self._bus.publish(ConversationRemoved(conversation_id, conversation))

    async def restore(self, conversation_id: str) -> None:
        """Takes the conversation out of the trash."""
        async with self._writing:
            await self._save(replace(await self._asking.conversation(conversation_id), deleted_at=None))

    async def _save(self, conversation: Conversation) -> Conversation:
        await self._store.save(conversation)
        self._bus.publish(ConversationChanged(conversation))
        return conversation

    # Asking

    async def send(self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """Stores the message and starts the answer."""
        sent_at = self._asking.drafts.now
        async with self._writing:
            conversation = await self._asking.check(conversation_id, text, attachments)
            self._asking.check_idle(conversation_id)
            await self._asking.ask(conversation, text, attachments, conversation.leaf_id, sent_at=sent_at)

    async def edit(self, message_id: str, text: str, attachments: Sequence[Attachment] | None = None) -> None:
        """Stores another version of the person's message and starts its answer; without `attachments` it has
        the files of the first.
        """
        sent_at = self._asking.drafts.now
        async with self._writing:
            message = await self._asking.message(message_id)
            files = message.attachments if attachments is None else attachments
            conversation = await self._asking.check(message.conversation_id, text, files)
            self._asking.check_idle(conversation.id)
            await self._asking.ask(conversation, text, files, message.parent_id, sent_at=sent_at)

    def stop(self, conversation_id: str) -> None:
        """Ends the running answers; what has arrived stays."""
        self._asking.running.stop(conversation_id)

    def is_answering(self, conversation_id: str) -> bool:
        """Tells whether an answer is coming."""
        return self._asking.running.is_answering(conversation_id)

    async def regenerate(self, message_id: str, model: str | None = None, *, shorter: bool = False) -> None:
        """Starts another answer beside this one (or, for a person's message, below it)."""
        async with self._writing:
            message = await self._asking.message(message_id)
            await self._asking.again(message, (model,) if model else (), shorter=shorter)

    async def continue_answer(self, message_id: str) -> None:
        """Asks for the rest of an answer that was cut; the text grows where it stopped."""
        async with self._writing:
            message = await self._asking.message(message_id)
            if message.text.strip():
                await self._asking.go_on(message)
            else:
                await self._asking.again(message, ())

    # Files

    async def keep_attachment(
        self, data: bytes, name: str, mime: str = "", *, temporary: bool = False
    ) -> Attachment:
        """Keeps a file that goes with a message; `mime` is what it was announced as and decides nothing."""
        return await self._asking.attaching.keep(data, name, temporary=temporary)

    async def read_attachment(self, attachment: Attachment) -> bytes:
        """Returns what a file holds."""
        return await self._asking.attaching.read(attachment)

    # The tree

    async def fork(self, message_id: str) -> Conversation:
        """Makes a new conversation of the branch up to this message."""
        return await self._tree.fork(message_id)

    async def delete_message(self, message_id: str) -> tuple[str, ...]:
        """Takes out the message and all that follows it; returns what `restore_messages` brings back."""
        return await self._tree.delete_message(message_id)

    async def restore_messages(self, message_ids: Sequence[str]) -> None:
        """Brings back what `delete_message` took out."""
        await self._tree.restore_messages(message_ids)

    async def show_sibling(self, message_id: str, step: int) -> None:
        """Shows the branch of the sibling `step` places before (-1) or after (+1)."""
        await self._tree.show_sibling(message_id, step)

    async def show_message(self, message_id: str) -> None:
        """Shows a branch that the message is on: the one that is shown, if it is, else its newest."""
        await self._tree.show_message(message_id)

    # The queue

    async def queue(
        self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()
    ) -> QueuedMessage:
        """Lets a message wait for the answer that is coming."""
        return await self._queues.add(conversation_id, text, attachments)

    async def queued(self, conversation_id: str) -> MessageQueue:
        """Returns what waits in a conversation."""
        return await self._queues.queue_of(conversation_id)

    async def edit_queued(
        self, item_id: str, text: str, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Changes what an item says, and its files when they are given."""
        await self._queues.edit(item_id, text, attachments)

    async def remove_queued(self, item_id: str) -> None:
        """Takes an item out of its queue."""
        await self._queues.remove(item_id)

    async def put_back_queued(self, item: QueuedMessage, place: int, hold: Hold | None = None) -> None:
        """Brings back what `remove_queued` took out."""
        await self._queues.put_back(item, place, hold)

    async def move_queued(self, item_id: str, place: int) -> None:
        """Puts an item to a place among the others, 0 for the first."""
        await self._queues.move(item_id, place)

    async def send_queued(self, item_id: str) -> None:
        """Stops the answer that is coming and sends this item now."""
        await self._queues.send_now(item_id)

    async def resume_queue(self, conversation_id: str) -> None:
        """Lets a queue that is held go on."""
        await self._queues.resume(conversation_id)
