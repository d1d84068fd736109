"""How a message is asked: stored with the places of its answers, then sent.

Promise: what the person said and the places of all answers are in the database, at once, before anything is
sent; nothing is stored of what cannot be sent. Whoever calls this holds `writing`.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.changes import BranchChanged, ConversationChanged, MessageAdded, MessageGrew
from panda_desktop.domain.chat import Conversation, Message, MessageState, Role, title_from
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.events import ChatEvent
from panda_desktop.domain.ids import new_id
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.attaching import Attaching, check_attachments
from panda_desktop.services.chat.drafting import Drafts
from panda_desktop.services.chat.paying import ChatPaying
from panda_desktop.services.chat.request import newest_part, request_for
from panda_desktop.services.chat.running import RunningAnswers
from panda_desktop.services.connection import ConnectionService
from panda_desktop.storage.conversations import ConversationStore


class Asking:
    """Stores questions and begins answers.

    Attributes:
        writing: held while a conversation is read, changed and stored: commands go one after the other, so
            that none is lost and of two that would start an answer the second finds it running.
        running: the answers that are coming.
        attaching: the files of messages.
        drafts: what the composers hold.
    """

    def __init__(
        self,
        bus: Bus,
        store: ConversationStore,
        connection: ConnectionService,
        account: AccountService,
        running: RunningAnswers,
        attaching: Attaching,
        writing: asyncio.Lock,
    ) -> None:
        """Makes it; nothing runs."""
        self._bus = bus
        self._store = store
        self._connection = connection
        self._account = account
        # Answers of this run for which older messages are left out: how many times what is sent is halved.
        self._halvings: dict[str, int] = {}
        self._paying = ChatPaying(store, account.spending.till, connection)
        self.running = running
        self.attaching = attaching
        self.drafts = Drafts(store)
        self.writing = writing

    # Reading

    async def conversation(self, conversation_id: str) -> Conversation:
        """Returns a conversation. Raises `CANNOT_READ` (`conversation`)."""
        conversation = await self._store.get(conversation_id)
        if conversation is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="conversation"))
        return conversation

    async def message(self, message_id: str) -> Message:
        """Returns a message as it is stored. Raises `CANNOT_READ` (`message`)."""
        message = await self._store.message(message_id)
        if message is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="message"))
        return message

    async def messages(self, conversation_id: str) -> tuple[Message, ...]:
        """Returns all messages of a conversation in order; a running answer as far as it has come."""
        while True:
            version = self.running.version
            messages = await self._store.messages(conversation_id)
            # What ended during the read was read too early, and is no longer running.
            if version == self.running.version:
                return self.running.live(messages)

    # Checking

    async def check(
        self,
        conversation_id: str,
        text: str | None,
        attachments: Sequence[Attachment],
        models: Sequence[str] = (),
    ) -> Conversation:
        """Checks that a message (None: no new one) could be sent to these models, else to the conversation's.

        Raises:
            PandaError: `EMPTY_PROMPT`, `INVALID_INPUT` (`trash`: where it is), `NO_KEY`, `KEYRING_LOCKED`,
                `CANNOT_SEE_IMAGES`.
        """
        if text is not None and not text.strip() and not attachments:
            raise PandaError(ErrorKind.EMPTY_PROMPT)
        conversation = await self.conversation(conversation_id)
        if conversation.deleted_at is not None:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="trash"))
        conversation.parameters.check()
        await self._connection.ready()
        check_attachments(attachments, models or (conversation.model,), self._account.models)
        return conversation

    def check_idle(self, conversation_id: str) -> None:
        """Raises `INVALID_INPUT` (`answering`) while an answer is coming."""
        if self.running.is_answering(conversation_id):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="answering"))

    # Asking

    async def ask(
        self,
        conversation: Conversation,
        text: str,
        attachments: Sequence[Attachment],
        parent_id: str | None,
        *,
        models: Sequence[str] = (),
        question_id: str = "",
        sent_at: int | None = None,
    ) -> tuple[Message, ...]:
        """Stores a message below `parent_id` and starts an answer of each model; returns the message and the
        answers. What the composer held at `sent_at` (see `Drafts.now`) counts as sent; nothing for None.
        """
        now = datetime.now(UTC)
        question = Message(
            question_id or new_id(),
            conversation.id,
            parent_id,
            0,
            Role.USER,
            text,
            now,
            attachments=tuple(attachments),
        )
        answers = [_place(conversation, question.id, each) for each in models or (conversation.model,)]
        is_next = parent_id == conversation.leaf_id
        title = conversation.title or title_from(text) or title_from(_names(attachments))
        gateway, entries = await self._paying.admit(conversation, answers, parent_id, text)
        conversation = replace(conversation, title=title, leaf_id=answers[0].id, updated_at=now)
        with self._paying.unless_stored(entries):
            stored = await self._store.add((question, *answers), conversation)
        if sent_at is not None:
            conversation = await self.drafts.empty(conversation, sent_at)
        self._bus.publish(ConversationChanged(conversation))
        if is_next and len(answers) == 1:
            for message in stored:
                self._bus.publish(MessageAdded(message))
        else:
            self._bus.publish(BranchChanged(conversation))
        await self._begin(gateway, conversation, stored[1:], entries)
        return stored

    async def again(
        self, message: Message, models: Sequence[str], *, beside: bool = False, shorter: bool = False
    ) -> tuple[Message, ...]:
        """Starts other answers beside this one (or, for a person's message, below it); no model is the
        conversation's own. `beside`: others may be coming meanwhile. `shorter`: half as much of the messages
        before is sent as for this one. Raises what `check` raises.
        """
        question = message if message.role is Role.USER else await self._parent(message)
        attachments = question.attachments if question is not None else ()
        conversation = await self.check(message.conversation_id, None, attachments, models)
        if not beside:
            self.check_idle(conversation.id)
        parent_id = message.id if message.role is Role.USER else message.parent_id
        answers = [_place(conversation, parent_id, each) for each in models or (conversation.model,)]
        gateway, entries = await self._paying.admit(conversation, answers, parent_id)
        conversation = replace(conversation, leaf_id=answers[0].id, updated_at=datetime.now(UTC))
        with self._paying.unless_stored(entries):
            stored = await self._store.add(answers, conversation)
        if halvings := self._halvings.get(message.id, 0) + shorter:
            self._halvings |= {answer.id: halvings for answer in stored}
        self._bus.publish(ConversationChanged(conversation))
        self._bus.publish(BranchChanged(conversation))
        await self._begin(gateway, conversation, stored, entries, beside=beside)
        return stored

    async def go_on(self, message: Message) -> None:
        """Asks for the rest of an answer; the text grows where it stopped. Raises what `check` raises."""
        if message.role is not Role.ASSISTANT:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="message"))
        conversation = await self.check(message.conversation_id, None, ())
        self.check_idle(conversation.id)
        resumed = replace(
            message, state=MessageState.STREAMING, error=None, error_detail=None, finish_reason=""
        )
        gateway, entries = await self._paying.admit(conversation, (message,), message.id)
        with self._paying.unless_stored(entries):
            await self._store.checkpoint(resumed)
        self._bus.publish(MessageGrew(resumed))
        await self._begin(gateway, conversation, (resumed,), entries, continuing=True)

    async def _parent(self, message: Message) -> Message | None:
        return await self._store.message(message.parent_id) if message.parent_id is not None else None

    async def _begin(
        self,
        gateway: Gateway,
        conversation: Conversation,
        answers: Sequence[Message],
        entries: Sequence[str],
        *,
        continuing: bool = False,
        beside: bool = False,
    ) -> None:
        branches: dict[str | None, tuple[Message, ...]] = {None: ()}
        for answer, entry_id in zip(answers, entries, strict=True):
            leaf_id = answer.id if continuing else answer.parent_id
            if leaf_id is not None and leaf_id not in branches:
                branches[leaf_id] = await self._store.branch(leaf_id)
            branch = newest_part(branches[leaf_id], self._halvings.get(answer.id, 0))
            events = partial(self._events, gateway, conversation, branch, answer.model, continuing)
            compared = beside or len(answers) > 1
            self.running.begin(answer, events, continuing=continuing, compared=compared, entry_id=entry_id)

    async def _events(
        self,
        gateway: Gateway,
        conversation: Conversation,
        branch: Sequence[Message],
        model: str,
        continuing: bool,
    ) -> AsyncGenerator[ChatEvent, None]:
        model = model or conversation.model
        sees = not any(each.id == model and each.sees_images is False for each in self._account.models)
        enclosed = await self.attaching.enclosed(branch, images=sees)
        request = request_for(conversation, branch, model, continuing=continuing, enclosed=enclosed)
        async with aclosing(gateway.stream_chat(request)) as stream:
            async for event in stream:
                yield event


def _place(conversation: Conversation, parent_id: str | None, model: str) -> Message:
    """Returns an answer that has not come yet."""
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


def _names(attachments: Sequence[Attachment]) -> str:
    return ", ".join(attachment.name for attachment in attachments)
