"""Says in words what a column of a comparison is: its state, what it took, where it stands among the others.

Promise: a mark is given only when every answer has ended and the figures are each answer's own.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from panda_desktop.domain.chat import Message, MessageState
from panda_desktop.domain.prices import Estimate
from panda_desktop.ui.wording import money

Figure = float | int | Decimal
Costing = Callable[[Message], Estimate | None]
"""Returns what an answer cost by a price somebody named."""
STATE_ICONS = {
    MessageState.WAITING: "more",
    MessageState.STREAMING: "more",
    MessageState.DONE: "check",
    MessageState.STOPPED: "stop",
    MessageState.INTERRUPTED: "warning",
    MessageState.FAILED: "error",
}
"""The icon of each state: a shape of its own, so that nobody needs the colour."""


def state(message: Message) -> str:
    """Says where an answer is in its life."""
    return {
        MessageState.WAITING: QCoreApplication.translate("Compare", "waiting"),
        MessageState.STREAMING: QCoreApplication.translate("Compare", "writing"),
        MessageState.DONE: QCoreApplication.translate("Compare", "done"),
        MessageState.STOPPED: QCoreApplication.translate("Compare", "stopped"),
        MessageState.INTERRUPTED: QCoreApplication.translate("Compare", "interrupted"),
        MessageState.FAILED: QCoreApplication.translate("Compare", "failed"),
    }[message.state]


def served(message: Message) -> str:
    """Names the model that answered, when it is another than was asked."""
    if not message.served_model or message.served_model == message.model:
        return ""
    words = QCoreApplication.translate("Compare", "answered by {model}")
    return words.format(model=message.served_model)


def receipt(message: Message) -> str:
    """Says what an answer took: tokens, time, money; what is not known is left out."""
    locale, parts = QLocale(), []
    if message.usage is not None:
        words = QCoreApplication.translate("Compare", "{count} tokens")
        if message.usage.completion_tokens == 1:
            words = QCoreApplication.translate("Compare", "1 token")
        parts.append(words.format(count=locale.toString(message.usage.completion_tokens)))
    taken = message.receipt
    if taken is not None and taken.total_s is not None:
        words = QCoreApplication.translate("Compare", "{seconds} s")
        parts.append(words.format(seconds=locale.toString(taken.total_s, "f", 1)))
    if taken is not None and taken.first_token_s is not None:
        words = QCoreApplication.translate("Compare", "first after {seconds} s")
        parts.append(words.format(seconds=locale.toString(taken.first_token_s, "f", 1)))
    if taken is not None and taken.cost is not None:
        cost = money(taken.cost, exact=True)
        if taken.cost_is_shared:
            cost = QCoreApplication.translate("Compare", "{cost} with the others").format(cost=cost)
        parts.append(cost)
    return " · ".join(parts)


def by_price(cost: Estimate | None) -> str:
    """Says what an answer cost by its price; empty when nobody named one."""
    if cost is None:
        return ""
    words = QCoreApplication.translate("Compare", "≈ {cost} by its price")
    return words.format(cost=money(cost.amount, cost.currency, exact=True))


def marks(messages: Sequence[Message], cost_of: Costing) -> dict[str, tuple[str, ...]]:
    """Returns for each message id what it is the first in, in words; nothing while one is coming.

    Answers that are asked at once share one fall of the balance, so which was the cheapest is often not
    known; with the prices of all their models it is foreseen, else the one with the fewest tokens is known.
    """
    if not all(message.state.is_final for message in messages):
        return {}
    done = [message for message in messages if message.state is MessageState.DONE]
    found: dict[str, list[str]] = {message.id: [] for message in messages}
    _mark(found, done, _time, QCoreApplication.translate("Compare", "Fastest"))
    if all(_own_cost(message) is not None for message in done):
        _mark(found, done, _own_cost, QCoreApplication.translate("Compare", "Cheapest"))
    elif costs := _foreseen(done, cost_of):
        _mark(
            found,
            done,
            lambda message: costs[message.id],
            QCoreApplication.translate("Compare", "Cheapest by price"),
        )
    else:
        _mark(found, done, _tokens, QCoreApplication.translate("Compare", "Fewest tokens"))
    return {message_id: tuple(words) for message_id, words in found.items()}


def _mark(
    found: dict[str, list[str]],
    done: Sequence[Message],
    figure: Callable[[Message], Figure | None],
    words: str,
) -> None:
    """Marks the one with the least figure, when all have one and no two share the least."""
    known = [(value, message.id) for message in done if (value := figure(message)) is not None]
    if len(known) < 2 or len(known) != len(done):
        return
    least = min(value for value, _ in known)
    first = [message_id for value, message_id in known if value == least]
    if len(first) == 1:
        found[first[0]].append(words)


def _time(message: Message) -> float | None:
    return message.receipt.total_s if message.receipt is not None else None


def _own_cost(message: Message) -> Decimal | None:
    taken = message.receipt
    return taken.cost if taken is not None and not taken.cost_is_shared else None


def _foreseen(done: Sequence[Message], cost_of: Costing) -> dict[str, Decimal]:
    """Returns the costs by price; empty unless all are known in one currency."""
    costs = {message.id: cost for message in done if (cost := cost_of(message)) is not None}
    if len(costs) != len(done) or len({cost.currency for cost in costs.values()}) != 1:
        return {}
    return {message_id: cost.amount for message_id, cost in costs.items()}


def _tokens(message: Message) -> int | None:
    return message.usage.completion_tokens if message.usage is not None else None


def requests(count: int) -> str:
    """Says what one message to two, three or four models costs."""
    words = QCoreApplication.translate("Compare", "Each message asks {count} models: {count} paid requests.")
    return words.format(count=count)
