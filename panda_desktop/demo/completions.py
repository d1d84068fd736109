"""`POST /completions`: the legacy form, plain and streamed.

Promise: the same answers, rules and prices as chat, in the older envelope.
"""

import secrets
import time
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from panda_desktop.demo.answers import Answer, cost, estimate, make_answers, prompt_tokens, usage
from panda_desktop.demo.catalogue import Kind, find, served_by
from panda_desktop.demo.chat import read_wish
from panda_desktop.demo.conversation import Turn
from panda_desktop.demo.event_stream import Piece, event, event_response, stream
from panda_desktop.demo.faults import malformed
from panda_desktop.demo.forced import answer_forced, cut_answer, forced_by
from panda_desktop.demo.replies import encode, read_object, reply
from panda_desktop.demo.state import demo_of, entry_of
from panda_desktop.demo.validation import required_text


def _prompt(body: dict[str, Any]) -> str:
    value = body.get("prompt")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        raise malformed("You must provide 'prompt': a string, or a list of one.", "prompt")
    if not value.strip():
        raise malformed("'prompt' must not be empty.", "prompt")
    return value


async def create_completion(request: Request) -> Response:
    """Serves the endpoint. Raises `ApiFault`."""
    demo, entry = demo_of(request), entry_of(request)
    body = await read_object(request)
    entry.model = required_text(body, "model")
    asked = find(entry.model)
    prompt_text = _prompt(body)
    wish = read_wish(body)
    entry.stream = wish.streamed
    if asked.kind is not Kind.CHAT:
        raise malformed(f"'{asked.id}' makes {asked.kind.value}s: it does not complete text.", "model")
    word = forced_by(request, asked.id)
    spoiled = await answer_forced(request, demo, word, asked.id) if word else None
    if spoiled is not None:
        return spoiled
    model = served_by(asked, prompt_text)
    turns = [Turn("user", prompt_text)]
    prompt = prompt_tokens(turns)
    demo.account.require(estimate(model, prompt, wish.max_tokens))
    answers = make_answers(demo, model, turns, n=wish.n, max_tokens=wish.max_tokens, stop=wish.stop)
    written = _Written(model.id, answers, prompt, wish.with_usage)

    def settle(count: int) -> None:
        entry.cost = demo.account.charge(cost(model, prompt, count))

    await demo.wait(0.5)
    if wish.streamed:
        pace = model.tokens_per_s * demo.options.speed
        return event_response(stream(answers, pace, written.piece, written.ending, settle, word))
    count = sum(answer.count for answer in answers)
    await demo.wait(count / model.tokens_per_s / wish.n)
    settle(count)
    whole = written.whole()
    return cut_answer(encode(whole)) if word == "cut" else reply(whole)


class _Written:
    """Puts answers into the older envelope, whole or in pieces."""

    def __init__(self, model: str, answers: list[Answer], prompt: int, with_usage: bool) -> None:
        self._answers = answers
        self._usage = usage(prompt, answers)
        self._with_usage = with_usage
        self._frame = {
            "id": f"cmpl-{secrets.token_hex(12)}",
            "object": "text_completion",
            "created": int(time.time()),
            "model": model,
        }

    def whole(self) -> dict[str, Any]:
        choices = [
            _choice(index, "".join(answer.content), answer.finish)
            for index, answer in enumerate(self._answers)
        ]
        return {**self._frame, "choices": choices, "usage": self._usage}

    def piece(self, piece: Piece) -> bytes:
        index, field, text = piece
        return event({**self._frame, "choices": [_choice(index, text if field == "content" else "", None)]})

    def ending(self) -> list[bytes]:
        events = [
            event({**self._frame, "choices": [_choice(index, "", answer.finish)]})
            for index, answer in enumerate(self._answers)
        ]
        if self._with_usage:
            events.append(event({**self._frame, "choices": [], "usage": self._usage}))
        return events


def _choice(index: int, text: str, finish: str | None) -> dict[str, Any]:
    return {"index": index, "text": text, "logprobs": None, "finish_reason": finish}
