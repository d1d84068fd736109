"""What a chat model says: pieces, how it ended and what it cost.

Promise: `max_tokens` and `stop` are kept, and the usage adds up.
"""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from panda_desktop.demo import tokens
from panda_desktop.demo.catalogue import Model
from panda_desktop.demo.conversation import Turn
from panda_desktop.demo.state import DemoState
from panda_desktop.demo.writing.compose import Style, compose

_MILLION: Final = Decimal(1_000_000)
_IMAGE_TOKENS: Final = 256
_LIKELY_ANSWER: Final = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """One choice.

    Attributes:
        reasoning: pieces of what was thought aloud.
        content: pieces of what was said.
        finish: `stop` or `length`.
    """

    reasoning: tuple[str, ...]
    content: tuple[str, ...]
    finish: str

    @property
    def count(self) -> int:
        """Number of tokens."""
        return len(self.reasoning) + len(self.content)


def prompt_tokens(turns: list[Turn]) -> int:
    """Returns what the conversation counts as, pictures at a flat number."""
    return sum(tokens.count(turn.text) + 4 + _IMAGE_TOKENS * len(turn.images) for turn in turns)


def estimate(model: Model, prompt: int, max_tokens: int | None) -> Decimal:
    """Returns what the answer will cost about, in USD."""
    return cost(model, prompt, min(max_tokens or _LIKELY_ANSWER, _LIKELY_ANSWER))


def cost(model: Model, prompt: int, written: int) -> Decimal:
    """Returns the price in USD of `prompt` tokens read and `written` tokens."""
    return (model.prompt_price * prompt + model.answer_price * written) / _MILLION


def usage(prompt: int, answers: list[Answer]) -> dict[str, Any]:
    """Returns OpenAI's `usage`."""
    written = sum(answer.count for answer in answers)
    return {
        "prompt_tokens": prompt,
        "completion_tokens": written,
        "total_tokens": prompt + written,
        "completion_tokens_details": {"reasoning_tokens": sum(len(answer.reasoning) for answer in answers)},
    }


def make_answers(
    demo: DemoState,
    model: Model,
    turns: list[Turn],
    *,
    n: int,
    max_tokens: int | None,
    stop: tuple[str, ...],
) -> list[Answer]:
    """Returns `n` answers; asking the same again gives other words."""
    asked = hashlib.sha256(repr((model.id, turns)).encode("utf-8", "replace")).hexdigest()
    seen = demo.repeat(asked, n)
    style = Style(model.id, reasons=model.reasons, writes_long=model.writes_long)
    return [_cut(*compose(turns, style, seen + index), max_tokens, stop) for index in range(n)]


def _cut(reasoning: str, content: str, max_tokens: int | None, stop: tuple[str, ...]) -> Answer:
    for word in stop:
        content = content.partition(word)[0]
    thought, said = tokens.split(reasoning), tokens.split(content)
    if max_tokens is None or len(thought) + len(said) <= max_tokens:
        return Answer(tuple(thought), tuple(said), "stop")
    thought = thought[:max_tokens]
    return Answer(tuple(thought), tuple(said[: max_tokens - len(thought)]), "length")
