"""Answers as paid calls: admitted before anything is stored or sent.

Promise: what is refused leaves no trace; what is admitted and then cannot be stored is withdrawn.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.domain.tokens import SAMPLE, guess_tokens
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.money.contract import Till
from panda_desktop.storage.conversations import ConversationStore


class ChatPaying:
    """Asks for admission."""

    def __init__(self, store: ConversationStore, till: Till, connection: ConnectionService) -> None:
        """Makes it; nothing is read."""
        self._store = store
        self._till = till
        self._connection = connection

    async def admit(
        self, conversation: Conversation, answers: Sequence[Message], leaf_id: str | None, text: str = ""
    ) -> tuple[Gateway, tuple[str, ...]]:
        """Admits answers to what is on the branch of `leaf_id` and, below it, `text`; returns their entries,
        and the client of the account they are entered for. Raises `OverBudget`, `NO_KEY`, `KEYRING_LOCKED`.
        """
        tokens: int | None = None
        models = [answer.model or conversation.model for answer in answers]
        if any(map(self._till.prices_text, models)):
            branch = await self._store.branch(leaf_id) if leaf_id is not None else ()
            tokens = sum(map(_tokens, (conversation.system_prompt, *(each.text for each in branch), text)))
        most = conversation.parameters.max_tokens
        gateway = self._connection.gateway()
        return gateway, await self._till.admit(
            *(
                Purpose(SpendKind.CHAT, model, conversation.id, prompt_tokens=tokens, most_written=most)
                for model in models
            )
        )

    @contextmanager
    def unless_stored(self, entry_ids: Sequence[str]) -> Iterator[None]:
        """Withdraws what was admitted when storing fails."""
        try:
            yield
        except BaseException:
            self._till.withdraw(entry_ids)
            raise


def _tokens(text: str) -> int:
    return guess_tokens(text[:SAMPLE], len(text))
