"""What the message that is being written is expected to cost, beside the button that sends it.

Promise: only by a price the person or the gateway has named, never a guess; where none is known nothing is
said. It is an estimate and says so.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, QObject

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.prices import Estimate
from panda_desktop.ui.chat.composer import Composer
from panda_desktop.ui.chat.tokens import SAMPLE, guess_tokens
from panda_desktop.ui.price_source import price_source
from panda_desktop.ui.wording import exact_money, joined, money
from panda_desktop.viewmodels.chat import ChatModel

Estimating = Callable[[str, int, int | None], Estimate | None]
"""Returns what a text costs: of this model, so many tokens that are sent, so many written at most."""

_TINY: Final = Decimal("0.000001")
_COUNTED: Final = 64
"""Newest messages whose tokens are guessed; older ones count by their length: a long chat would be slow."""


class ExpectedPrice(QObject):
    """Keeps the price beside the button."""

    def __init__(
        self,
        chat: ChatModel,
        composer: Composer,
        estimate: Estimating,
        is_compared: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Follows the open chat; with `is_compared` the message goes to several models: nothing is said."""
        super().__init__(parent)
        self._chat = chat
        self._composer = composer
        self._estimate = estimate
        self._is_compared = is_compared
        self._before: int | None = None
        composer.set_pricing(self._said)
        chat.opened.connect(lambda _conversation: self.look_again())
        chat.changed.connect(lambda _conversation: self.look_again())
        chat.answering_changed.connect(lambda _answering: self.look_again())
        chat.rows.reset.connect(self.look_again)
        chat.rows.removed.connect(lambda _first, _count: self.look_again())

    def look_again(self) -> None:
        """Says it anew: prices or what is before the message differ."""
        self._before = None
        self._composer.show_price()

    def _said(self, tokens: int) -> tuple[str, str]:
        """Returns what is said of a message of so many tokens, and where that comes from."""
        conversation = self._chat.conversation
        if not tokens or conversation is None or self._is_compared():
            return "", ""
        most = conversation.parameters.max_tokens
        if self._estimate(conversation.model, 0, most) is None:
            return "", ""
        if self._before is None:
            self._before = self._sent_before(conversation)
        found = self._estimate(conversation.model, self._before + tokens, most)
        return ("", "") if found is None else self._words(found, self._before + tokens, conversation)

    def _sent_before(self, conversation: Conversation) -> int:
        """Returns about how many tokens go with every message of this chat."""
        texts = [conversation.system_prompt, *(each.text for each in self._chat.rows.messages())]
        newest, older = texts[-_COUNTED:], sum(map(len, texts[:-_COUNTED]))
        tokens, length = sum(map(_tokens, newest)), sum(map(len, newest))
        return tokens + (older * tokens // length if length else guess_tokens("", older))

    def _words(self, found: Estimate, tokens: int, conversation: Conversation) -> tuple[str, str]:
        shown = exact_money if found.amount < _TINY else partial(money, exact=True)
        amount = shown(found.amount, found.currency)
        count = QLocale().toString(tokens)
        source = price_source(conversation.model, is_own=found.is_own)
        if found.is_least:
            said = self.tr("from ≈ {amount}").format(amount=amount)
            what = self.tr(
                "An estimate for the about {count} tokens that are sent. The answer costs more on "
                "top; its length is not known beforehand."
            ).format(count=count)
        else:
            said = self.tr("up to ≈ {amount}").format(amount=amount)
            most = QLocale().toString(conversation.parameters.max_tokens or 0)
            what = self.tr(
                "An estimate for the about {count} tokens that are sent and an answer of {most} tokens, the "
                "most that is allowed."
            ).format(count=count, most=most)
        return said, joined(what, source)


def _tokens(text: str) -> int:
    return guess_tokens(text[:SAMPLE], len(text))
