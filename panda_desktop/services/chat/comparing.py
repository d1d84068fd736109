"""One message, several models, side by side.

Promise: all answers are siblings below one message, so that using one only shows its branch and nothing is
overwritten; each is stopped, fails and survives a crash like any other answer.
"""

from collections.abc import Sequence
from typing import Final

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.services.chat.asking import Asking
from panda_desktop.services.chat.tree import MessageTree

FEWEST: Final = 2
MOST: Final = 4
"""Answers side by side."""


class Comparing:
    """See `services.chat.contract.CompareCommands`."""

    def __init__(self, asking: Asking, tree: MessageTree) -> None:
        """Makes it; nothing runs."""
        self._asking = asking
        self._tree = tree

    async def compare(
        self,
        conversation_id: str,
        text: str,
        models: Sequence[str],
        attachments: Sequence[Attachment] = (),
    ) -> tuple[Message, ...]:
        """Stores the message and starts an answer of each model; returns the message and its answers."""
        check_models(models)
        sent_at = self._asking.drafts.now
        async with self._asking.writing:
            conversation = await self._asking.check(conversation_id, text, attachments, models)
            self._asking.check_idle(conversation_id)
            parent_id = conversation.leaf_id
            return await self._asking.ask(
                conversation, text, attachments, parent_id, models=models, sent_at=sent_at
            )

    async def compare_again(self, message_id: str, models: Sequence[str]) -> tuple[Message, ...]:
        """Starts an answer of each model below a message of the person that is there; returns the message
        and the new answers.
        """
        check_models(models)
        async with self._asking.writing:
            question = await self._asking.message(message_id)
            if question.role is not Role.USER:
                raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="message"))
            return question, *await self._asking.again(question, models)

    async def retry(self, message_id: str) -> Message:
        """Asks the model of an answer that has ended once more, whatever its neighbours do; returns the new
        answer, which stands beside the old one.
        """
        async with self._asking.writing:
            answer = await self._asking.message(message_id)
            if answer.role is not Role.ASSISTANT or self._asking.running.is_running(message_id):
                raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="message"))
            (again,) = await self._asking.again(answer, (answer.model,), beside=True)
            return again

    async def answers(self, message_id: str) -> tuple[Message, ...]:
        """Returns a message and the newest answers to it, at most 4, in order of creation; those that are
        coming as far as they have come. One that failed and was asked for again is left out.
        """
        question = await self._asking.message(message_id)
        messages = await self._asking.messages(question.conversation_id)
        found = [each for each in messages if each.parent_id == message_id and each.role is Role.ASSISTANT]
        return question, *[each for each in found if not _is_replaced(each, found)][-MOST:]

    def stop_answer(self, message_id: str) -> None:
        """Ends one answer; what has arrived stays."""
        self._asking.running.stop_answer(message_id)

    async def use(self, message_id: str) -> None:
        """Shows the branch of an answer: the conversation goes on from there."""
        await self._tree.show_message(message_id)


def _is_replaced(answer: Message, answers: Sequence[Message]) -> bool:
    if answer.state is not MessageState.FAILED or answer.text:
        return False
    return any(each.model == answer.model and each.seq > answer.seq for each in answers)


def check_models(models: Sequence[str]) -> None:
    """Raises `INVALID_INPUT` (`models`) but for two to four models; one may be asked twice."""
    if not FEWEST <= len(models) <= MOST or not all(model.strip() for model in models):
        raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="models"))
