"""The use cases of chat: send, stop, regenerate, continue, edit, fork, delete, and the list of conversations.

Promise: the person's message and the place of its answer are in the database before anything is sent.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from panda_desktop.domain.branch import branch_to, children_of, last_leaf
from panda_desktop.domain.changes import (
    BranchChanged,
    ConversationChanged,
    ConversationRemoved,
    MessageAdded,
    MessageGrew,
)
from panda_desktop.domain.chat import Conversation, Message, MessageState, Parameters, Role, title_from
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.answering import Answering
from panda_desktop.services.chat.request import request_for
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.conversations import ConversationStore


class ChatService:
    """See `contract.ChatCommands`."""

    def __init__(
        self, bus: Bus, tasks: TaskSet, store: ConversationStore, connection: ConnectionService
    ) -> None:
        """Makes the service; nothing runs."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._connection = connection
        self._running: dict[str, tuple[asyncio.Task[None], Answering]] = {}
        # Commands read, change and store a conversation: one after the other, so that none is lost
        # and of two that would start an answer the second one finds it running.
        self._writing = asyncio.Lock()

    # The list

    async def conversations(self) -> tuple[Conversation, ...]:
        """Returns those of the list, pinned first, newest first."""
        return await self._store.list()

    async def open(self, conversation_id: str) -> tuple[Conversation, tuple[Message, ...]]:
        """Returns the conversation and all its messages; a running answer as far as it has come."""
        conversation = await self._get(conversation_id)
        messages = await self._store.messages(conversation_id)
        if running := self._running.get(conversation_id):
            live = running[1].message
            messages = tuple(live if message.id == live.id else message for message in messages)
        return conversation, messages

    async def create(self, model: str) -> Conversation:
        """Stores a new, empty conversation."""
        now = datetime.now(UTC)
        return await self._save(Conversation(new_id(), "", model, now, now))

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
        """Changes what is given. Raises `INVALID_INPUT`."""
        async with self._writing:
            if parameters is not None:
                parameters.check()
            if model is not None and not model.strip():
                raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="model"))
            given: dict[str, Any] = {
                "title": title,
                "model": model,
                "system_prompt": system_prompt,
                "parameters": parameters,
                "pinned": pinned,
                "archived": archived,
            }
            conversation = await self._get(conversation_id)
            return await self._save(
                replace(conversation, **{name: value for name, value in given.items() if value is not None})
            )

    async def save_draft(self, conversation_id: str, text: str) -> None:
        """Keeps what the composer holds."""
        await self._store.save_draft(conversation_id, text)
        self._bus.publish(ConversationChanged(await self._get(conversation_id)))

    async def trash(self, conversation_id: str) -> None:
        """Moves the conversation to the trash; a running answer is stopped."""
        async with self._writing:
            self.stop(conversation_id)
            conversation = await self._get(conversation_id)
            await self._store.save(replace(conversation, deleted_at=datetime.now(UTC)))
            self._bus.publish(ConversationRemoved(conversation_id))

    async def restore(self, conversation_id: str) -> None:
        """Takes the conversation out of the trash."""
        async with self._writing:
            await self._save(replace(await self._get(conversation_id), deleted_at=None))

    async def _get(self, conversation_id: str) -> Conversation:
        conversation = await self._store.get(conversation_id)
        if conversation is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="conversation"))
        return conversation

    async def _save(self, conversation: Conversation) -> Conversation:
        await self._store.save(conversation)
        self._bus.publish(ConversationChanged(conversation))
        return conversation

    # Asking

    async def send(self, conversation_id: str, text: str) -> None:
        """Stores the message and starts the answer. Raises `EMPTY_PROMPT`, `INVALID_INPUT`, `NO_KEY`."""
        async with self._writing:
            conversation = await self._ready(conversation_id, text)
            await self._ask(conversation, text, conversation.leaf_id)

    async def edit(self, message_id: str, text: str) -> None:
        """Stores another version of the person's message and starts its answer."""
        async with self._writing:
            message = await self._message(message_id)
            conversation = await self._ready(message.conversation_id, text)
            await self._ask(conversation, text, message.parent_id)

    async def _ready(self, conversation_id: str, text: str) -> Conversation:
        if not text.strip():
            raise PandaError(ErrorKind.EMPTY_PROMPT)
        conversation = await self._get(conversation_id)
        conversation.parameters.check()
        self._connection.gateway()
        self._check_idle(conversation_id)
        return conversation

    def _check_idle(self, conversation_id: str) -> None:
        if self.is_answering(conversation_id):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="answering"))

    async def _ask(self, conversation: Conversation, text: str, parent_id: str | None) -> None:
        now = datetime.now(UTC)
        question = Message(new_id(), conversation.id, parent_id, 0, Role.USER, text, now)
        answer = self._empty_answer(conversation, question.id, conversation.model)
        conversation = replace(
            conversation,
            title=conversation.title or title_from(text),
            leaf_id=answer.id,
            updated_at=now,
        )
        is_branch = parent_id is not None or bool(await self._store.messages(conversation.id))
        question, answer = await self._store.add((question, answer), conversation)
        await self._store.save_draft(conversation.id, "")
        conversation = replace(conversation, draft="")
        self._bus.publish(ConversationChanged(conversation))
        if is_branch:
            self._bus.publish(BranchChanged(conversation))
        else:
            self._bus.publish(MessageAdded(question))
            self._bus.publish(MessageAdded(answer))
        await self._begin(conversation, answer)

    def _empty_answer(self, conversation: Conversation, parent_id: str | None, model: str) -> Message:
        return Message(
            new_id(),
            conversation.id,
            parent_id,
            0,
            Role.ASSISTANT,
            "",
            datetime.now(UTC),
            state=MessageState.WAITING,
            model=model,
        )

    async def _begin(self, conversation: Conversation, answer: Message, *, continuing: bool = False) -> None:
        gateway = self._connection.gateway()
        messages = {message.id: message for message in await self._store.messages(conversation.id)}
        branch = branch_to(messages, answer.id if continuing else answer.parent_id)
        model = answer.model or conversation.model
        request = request_for(conversation, branch, model, continuing=continuing)
        answering = Answering(self._bus, self._store, self._connection, answer)
        task = self._tasks.spawn(answering.run(gateway, request), name=f"answer {answer.id}")
        self._running[conversation.id] = (task, answering)
        task.add_done_callback(lambda _: self._running.pop(conversation.id, None))
        self._bus.publish(MessageGrew(answer))

    def stop(self, conversation_id: str) -> None:
        """Ends the running answer; what has arrived stays."""
        if running := self._running.get(conversation_id):
            running[1].stop(running[0])

    def is_answering(self, conversation_id: str) -> bool:
        """Tells whether an answer is coming."""
        return conversation_id in self._running

    async def regenerate(self, message_id: str, model: str | None = None) -> None:
        """Starts another answer beside this one (or, for a person's message, below it)."""
        async with self._writing:
            await self._regenerate(await self._message(message_id), model)

    async def _regenerate(self, message: Message, model: str | None) -> None:
        self._connection.gateway()
        self._check_idle(message.conversation_id)
        conversation = await self._get(message.conversation_id)
        parent_id = message.id if message.role is Role.USER else message.parent_id
        answer = self._empty_answer(conversation, parent_id, model or conversation.model)
        conversation = replace(conversation, leaf_id=answer.id, updated_at=datetime.now(UTC))
        (answer,) = await self._store.add((answer,), conversation)
        self._bus.publish(ConversationChanged(conversation))
        self._bus.publish(BranchChanged(conversation))
        await self._begin(conversation, answer)

    async def continue_answer(self, message_id: str) -> None:
        """Asks for the rest of an answer that was cut; the text grows where it stopped."""
        async with self._writing:
            message = await self._message(message_id)
            if not message.text.strip():
                await self._regenerate(message, None)
                return
            self._connection.gateway()
            self._check_idle(message.conversation_id)
            conversation = await self._get(message.conversation_id)
            resumed = replace(
                message, state=MessageState.STREAMING, error=None, error_detail=None, finish_reason=""
            )
            await self._store.checkpoint(resumed)
            self._bus.publish(MessageGrew(resumed))
            await self._begin(conversation, resumed, continuing=True)

    async def _message(self, message_id: str) -> Message:
        message = await self._store.message(message_id)
        if message is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="message"))
        return message

    # The tree

    async def fork(self, message_id: str) -> Conversation:
        """Makes a new conversation of the branch up to this message."""
        message = await self._message(message_id)
        source = await self._get(message.conversation_id)
        messages = {each.id: each for each in await self._store.messages(source.id)}
        now = datetime.now(UTC)
        conversation = replace(
            source, id=new_id(), created_at=now, updated_at=now, leaf_id=None, draft="", pinned=False
        )
        copies: list[Message] = []
        for each in branch_to(messages, message_id):
            parent_id = copies[-1].id if copies else None
            copies.append(replace(each, id=new_id(), conversation_id=conversation.id, parent_id=parent_id))
        conversation = replace(conversation, leaf_id=copies[-1].id)
        await self._store.add(copies, conversation)
        self._bus.publish(ConversationChanged(conversation))
        return conversation

    async def delete_message(self, message_id: str) -> None:
        """Removes the message and all that follows it."""
        async with self._writing:
            message = await self._message(message_id)
            conversation = await self._get(message.conversation_id)
            messages = await self._store.messages(conversation.id)
            gone = _below(messages, message_id)
            running = self._running.get(conversation.id)
            if running is not None and running[1].message.id in gone:
                running[1].stop(running[0])
                await asyncio.wait((running[0],))
            await self._store.delete_messages(tuple(gone))
            left = [each for each in messages if each.id not in gone]
            children = children_of(left)
            leaf = last_leaf(children, message.parent_id)
            await self._show(conversation, leaf)

    async def show_sibling(self, message_id: str, step: int) -> None:
        """Shows the branch of the sibling `step` places before (-1) or after (+1)."""
        async with self._writing:
            message = await self._message(message_id)
            conversation = await self._get(message.conversation_id)
            children = children_of(await self._store.messages(conversation.id))
            siblings = [each.id for each in children[message.parent_id]]
            place = siblings.index(message_id) + step
            if 0 <= place < len(siblings):
                await self._show(conversation, last_leaf(children, siblings[place]))

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
