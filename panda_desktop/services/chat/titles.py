"""Titles made by a model after the first exchange.

Promise: one short request per conversation, ever, to the cheapest route; only when the settings allow it and
the money is no question (the demo, or a balance that is known to hold at least one unit); a title the person
gave stays. Whatever goes wrong, the first line of the first message remains the title.

It waits until the balance after the answer was read, so that the receipt of the answer does not hold its
cost.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from panda_desktop.domain.changes import ConversationChanged, ReplyFinished
from panda_desktop.domain.chat import (
    TITLE_LENGTH,
    Conversation,
    Message,
    MessageState,
    Parameters,
    Role,
    TitleBy,
    title_from,
)
from panda_desktop.domain.errors import PandaError, Reached
from panda_desktop.domain.events import ChatEvent, TextDelta
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.domain.tokens import guess_tokens
from panda_desktop.gateway.requests import ChatRequest, ChatTurn
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.asking import Asking
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.conversations import ConversationStore

ROUTE: Final = "auto:cost"
ENOUGH: Final = Decimal(1)
"""Balance, in the account's currency, below which no title is asked for."""
SHOWN: Final = 800
"""Characters of question and answer that are sent."""
MOST_TOKENS: Final = 256
"""Enough for a model that thinks a little first."""
WISH: Final = (
    "Write a title of at most six words for the conversation below, in its language. "
    "Answer with the title alone, without quotation marks."
)
_LONGEST: Final = 80
_MARKS: Final = " \"'“”‘’«»《》「」*_#`"


class Titles:
    """Names conversations."""

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        store: ConversationStore,
        connection: ConnectionService,
        account: AccountService,
        settings: SettingsService,
        asking: Asking,
    ) -> None:
        """Listens from now on."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._connection = connection
        self._account = account
        self._settings = settings
        self._asking = asking
        bus.subscribe(ReplyFinished, lambda change: self._heard(change.message))

    def _heard(self, message: Message) -> None:
        if self._settings.current.auto_titles and message.state is MessageState.DONE and message.text.strip():
            self._tasks.spawn(self._name(message), name=f"title {message.conversation_id}")

    async def _name(self, answer: Message) -> None:
        await self._account.at_rest()
        async with self._asking.writing:
            claimed = await self._claim(answer)
        if claimed is None:
            return
        question, title = claimed
        made = clean_title(await self._ask(question, answer))
        if not made:
            return
        async with self._asking.writing:
            conversation = await self._store.get(answer.conversation_id)
            if conversation is None or conversation.title_by is not TitleBy.MODEL:
                return
            if conversation.title == title:
                await self._save(replace(conversation, title=made))

    async def _claim(self, answer: Message) -> tuple[Message, str] | None:
        """Takes note that a title is asked for, before it is: no second attempt follows a crash."""
        conversation = await self._store.get(answer.conversation_id)
        if conversation is None or conversation.title_by is not TitleBy.TEXT or not self._is_affordable():
            return None
        if conversation.temporary or conversation.deleted_at is not None:
            return None
        if self._asking.running.is_answering(conversation.id):
            return None
        question = await self._store.message(answer.parent_id) if answer.parent_id is not None else None
        if question is None or question.parent_id is not None or question.role is not Role.USER:
            return None
        if question.text.strip() and conversation.title != title_from(question.text):
            return None
        await self._save(replace(conversation, title_by=TitleBy.MODEL))
        return question, conversation.title

    def _is_affordable(self) -> bool:
        if self._connection.endpoint.is_demo:
            return True
        balance = self._account.balance
        return balance is not None and balance.amount is not None and balance.amount >= ENOUGH

    async def _ask(self, question: Message, answer: Message) -> str:
        said = f"{WISH}\n\n# Question\n{question.text[:SHOWN]}\n\n# Answer\n{answer.text[:SHOWN]}"
        request = ChatRequest(ROUTE, (ChatTurn(Role.USER, said),), Parameters(max_tokens=MOST_TOKENS))
        spending = self._account.spending
        purpose = Purpose(
            SpendKind.TITLE,
            ROUTE,
            answer.conversation_id,
            prompt_tokens=guess_tokens(said, len(said)),
            most_written=MOST_TOKENS,
        )
        try:
            gateway = self._connection.gateway()
            (entry_id,) = await spending.till.admit(purpose)
        except PandaError:  # no money is to be spent on it: the first line stays
            return ""
        call = spending.open(entry_id)
        try:
            return _text(await gateway.complete_chat(request))
        except PandaError as error:
            if error.reached is Reached.NOTHING_SENT:
                spending.till.withdraw((entry_id,))
            return ""
        finally:
            self._account.spending.close(call)
            self._account.refresh()  # the next receipt begins with a balance after this

    async def _save(self, conversation: Conversation) -> None:
        await self._store.save(conversation)
        self._bus.publish(ConversationChanged(conversation))


def clean_title(text: str) -> str:
    """Returns a title from a model's answer: its first line without marks; empty when that is no title."""
    line = title_from(text.strip())
    for mark in ("title:", "标题：", "标题:"):
        if line.lower().startswith(mark):
            line = line[len(mark) :]
    line = line.strip(_MARKS).rstrip("。.").strip(_MARKS)
    first = text.strip().partition("\n")[0]
    return line if len(first) <= _LONGEST and len(line) <= TITLE_LENGTH + 1 else ""


def _text(events: Sequence[ChatEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))
