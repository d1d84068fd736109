"""`POST /chat/completions`: text, plain and streamed; videos are handed on.

Promise: the request is checked before anything is charged, and what was written is charged once.
"""

import secrets
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from panda_desktop.demo.answers import Answer, cost, estimate, make_answers, prompt_tokens, usage
from panda_desktop.demo.catalogue import Kind, Model, find, served_by
from panda_desktop.demo.conversation import Turn, last_words, read_turns
from panda_desktop.demo.event_stream import Piece, event, event_response, stream
from panda_desktop.demo.faults import malformed
from panda_desktop.demo.forced import answer_forced, cut_answer, forced_by, until_disconnected
from panda_desktop.demo.replies import encode, read_object, reply
from panda_desktop.demo.state import DemoState, demo_of, entry_of
from panda_desktop.demo.validation import flag, number, required_text, stop_words, whole
from panda_desktop.demo.videos import answer_video

MAX_TOKENS = 1_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a checked request asks for."""

    n: int
    max_tokens: int | None
    stop: tuple[str, ...]
    streamed: bool
    with_usage: bool


def read_wish(body: dict[str, Any]) -> Wish:
    """Checks the parameters chat and legacy completions share. Raises a 400."""
    number(body, "temperature", 0, 2)
    number(body, "top_p", 0, 1)
    options = body.get("stream_options") or {}
    if not isinstance(options, dict):
        raise malformed("Invalid type for 'stream_options': expected an object.", "stream_options")
    streamed = flag(body, "stream")
    if options and not streamed:
        raise malformed("'stream_options' is only allowed when 'stream' is true.", "stream_options")
    return Wish(
        n=whole(body, "n", 1, 10) or 1,
        max_tokens=whole(body, "max_completion_tokens", 1, MAX_TOKENS)
        or whole(body, "max_tokens", 1, MAX_TOKENS),
        stop=stop_words(body),
        streamed=streamed,
        with_usage=flag(options, "include_usage"),
    )


async def create_chat(request: Request) -> Response:
    """Serves the endpoint. Raises `ApiFault`."""
    demo, entry = demo_of(request), entry_of(request)
    body = await read_object(request)
    entry.model = required_text(body, "model")
    model = find(entry.model)
    turns = read_turns(body)
    wish = read_wish(body)
    entry.stream = wish.streamed
    if model.kind is Kind.IMAGE:
        raise malformed(f"'{model.id}' makes images: use POST /v1/images/generations.", "model")
    if model.kind is Kind.VIDEO and wish.streamed:
        raise malformed("Streaming is not supported for video models: set 'stream' to false.", "stream")
    word = forced_by(request, model.id)
    if word == "stall" and wish.streamed and model.kind is Kind.CHAT:
        return _stalled(request)
    spoiled = await answer_forced(request, demo, word, model.id) if word else None
    if spoiled is not None:
        return spoiled
    if model.kind is Kind.VIDEO:
        return await answer_video(request, model, turns, word)
    return await _answer(demo, request, served_by(model, last_words(turns)), turns, wish, word)


async def _answer(
    demo: DemoState, request: Request, model: Model, turns: list[Turn], wish: Wish, spoil: str | None
) -> Response:
    entry = entry_of(request)
    prompt = prompt_tokens(turns)
    demo.account.require(estimate(model, prompt, wish.max_tokens))
    answers = make_answers(demo, model, turns, n=wish.n, max_tokens=wish.max_tokens, stop=wish.stop)
    pace = model.tokens_per_s * demo.options.speed
    answer_id, created = f"chatcmpl-{secrets.token_hex(12)}", int(time.time())

    def settle(written: int) -> None:
        entry.cost = demo.account.charge(cost(model, prompt, written))

    await demo.wait(0.5)
    if wish.streamed:
        maker = _Chunks(answer_id, created, model.id, answers, prompt, wish.with_usage)
        body = stream(answers, pace, maker.piece, maker.ending, settle, spoil)
        return event_response(body)
    written = sum(answer.count for answer in answers)
    await demo.wait(written / model.tokens_per_s / wish.n)
    settle(written)
    whole_answer = {
        "id": answer_id,
        "object": "chat.completion",
        "created": created,
        "model": model.id,
        "choices": [_choice(index, answer) for index, answer in enumerate(answers)],
        "usage": usage(prompt, answers),
    }
    return cut_answer(encode(whole_answer)) if spoil == "cut" else reply(whole_answer)


def _choice(index: int, answer: Answer) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": "".join(answer.content)}
    if answer.reasoning:
        message["reasoning_content"] = "".join(answer.reasoning)
    return {"index": index, "message": message, "logprobs": None, "finish_reason": answer.finish}


def _stalled(request: Request) -> Response:
    chunks = _Chunks(f"chatcmpl-{secrets.token_hex(12)}", int(time.time()), "error-stall", [], 0, False)

    async def some_then_nothing() -> AsyncIterator[bytes]:
        for word in ("This", " answer", " stops", " here", ","):
            yield chunks.piece((0, "content", word))
        await until_disconnected(request)

    return event_response(some_then_nothing())


class _Chunks:
    """Makes the events of one streamed chat answer."""

    def __init__(
        self, answer_id: str, created: int, model: str, answers: list[Answer], prompt: int, with_usage: bool
    ) -> None:
        self._answers = answers
        self._prompt = prompt
        self._with_usage = with_usage
        self._begun: set[int] = set()
        self._frame = {
            "id": answer_id,
            "object": "chat.completion.chunk",
            "created": created,
            "model": model,
            "system_fingerprint": "fp_demo",
        }

    def _event(self, choices: list[dict[str, Any]], **more: Any) -> bytes:
        return event({**self._frame, "choices": choices, **more})

    def piece(self, piece: Piece) -> bytes:
        index, field, text = piece
        delta = {field: text}
        if index in self._begun:
            return self._event([{"index": index, "delta": delta, "finish_reason": None}])
        self._begun.add(index)
        role = {"role": "assistant", "content": ""}
        first = self._event([{"index": index, "delta": role, "finish_reason": None}])
        return first + self._event([{"index": index, "delta": delta, "finish_reason": None}])

    def ending(self) -> list[bytes]:
        events = [
            self._event([{"index": index, "delta": {}, "finish_reason": answer.finish}])
            for index, answer in enumerate(self._answers)
        ]
        if self._with_usage:
            events.append(self._event([], usage=usage(self._prompt, self._answers)))
        return events
