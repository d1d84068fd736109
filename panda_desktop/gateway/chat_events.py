"""Chunks of an answer as chat events.

Promise: nothing a server puts into a chunk raises anything but `PandaError`, and unknown things are ignored.
"""

from collections.abc import Iterable
from typing import Any, Final

from panda_desktop.domain.chat import Usage
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.events import (
    ChatEvent,
    Finished,
    ModelNamed,
    ReasoningDelta,
    TextDelta,
    ToolCallIgnored,
    UsageCounted,
)
from panda_desktop.gateway.failures import failure_in_stream
from panda_desktop.gateway.sse import DONE, Event

TOO_MANY_BAD: Final = 3


class ChatReader:
    """Reads one answer's events."""

    def __init__(self) -> None:
        """Starts before the first event."""
        self._held = ""
        self._reason = ""
        self._bad = 0
        self.is_finished = False

    def read(self, events: Iterable[Event]) -> list[ChatEvent]:
        """Returns what the events of one read mean, adjacent text joined. Raises for an error inside the
        stream.
        """
        found: list[ChatEvent] = []
        for event in events:
            if self.is_finished:
                break
            if event.data == DONE:
                self._finish(found)
            elif not event.is_json:
                self._skip(event)
            else:
                self._chunk(event, found)
        return joined(found)

    def end(self) -> list[ChatEvent]:
        """The connection ended. Raises `TRUNCATED` when the answer is not whole."""
        found: list[ChatEvent] = []
        if not self.is_finished:
            if not self._reason:
                raise PandaError(ErrorKind.TRUNCATED, reached=Reached.ANSWERED)
            self._finish(found)
        return found

    def _finish(self, found: list[ChatEvent]) -> None:
        if self._held:
            found.append(TextDelta("\ufffd"))
            self._held = ""
        # The document's own example ends with [DONE] and no finish reason.
        found.append(Finished(self._reason or "stop"))
        self.is_finished = True

    def _skip(self, event: Event) -> None:
        if event.name == "error":
            raise failure_in_stream(event.data)
        self._bad += 1
        if self._bad > TOO_MANY_BAD:
            raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED)

    def _chunk(self, event: Event, found: list[ChatEvent]) -> None:
        chunk = event.value
        if not isinstance(chunk, dict):
            if event.name == "error":
                raise failure_in_stream(chunk)
            return
        if chunk.get("error") or event.name == "error":
            raise failure_in_stream(chunk.get("error") or chunk)
        if isinstance(model := chunk.get("model"), str) and model:
            found.append(ModelNamed(whole(model[:200])))
        for choice in _dicts(chunk.get("choices")):
            if str(choice.get("index") or 0) == "0":
                self._choice(choice, found)
        if usage := usage_of(chunk.get("usage")):
            found.append(UsageCounted(usage))

    def _choice(self, choice: dict[str, Any], found: list[ChatEvent]) -> None:
        said = choice.get("delta") or choice.get("message")
        delta = said if isinstance(said, dict) else {"content": choice.get("text")}
        thought = delta.get("reasoning_content") or delta.get("reasoning")
        if text := text_of(thought):
            found.append(ReasoningDelta(whole(text)))
        if text := self._text(text_of(delta.get("content"))):
            found.append(TextDelta(text))
        for call in _dicts(delta.get("tool_calls")):
            function = call.get("function")
            name = function.get("name") if isinstance(function, dict) else ""
            if name:
                found.append(ToolCallIgnored(str(name)[:200]))
        if reason := choice.get("finish_reason"):
            self._reason = str(reason)[:100]

    def _text(self, text: str) -> str:
        # An emoji may be split between two deltas: half of it waits for the other half.
        text = self._held + text
        self._held = ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            text, self._held = text[:-1], text[-1]
        return whole(text)


def joined(events: list[ChatEvent]) -> list[ChatEvent]:
    """Joins neighbouring text, and neighbouring thinking."""
    result: list[ChatEvent] = []
    for event in events:
        last = result[-1] if result else None
        if isinstance(event, TextDelta) and isinstance(last, TextDelta):
            result[-1] = TextDelta(last.text + event.text)
        elif isinstance(event, ReasoningDelta) and isinstance(last, ReasoningDelta):
            result[-1] = ReasoningDelta(last.text + event.text)
        else:
            result.append(event)
    return result


def text_of(content: Any) -> str:
    """Returns the text of `content`, which may be text, a list of parts, or anything else (empty)."""
    if isinstance(content, str):
        return content
    parts = (part.get("text") for part in _dicts(content))
    return "".join(part for part in parts if isinstance(part, str))


def usage_of(value: Any) -> Usage | None:
    """Returns the token counts when all that is counted is a number."""
    if not isinstance(value, dict):
        return None
    prompt, completion = value.get("prompt_tokens"), value.get("completion_tokens")
    if not isinstance(prompt, int) or not isinstance(completion, int):
        return None
    total = value.get("total_tokens")
    return Usage(prompt, completion, total if isinstance(total, int) else prompt + completion)


def whole(text: str) -> str:
    """Replaces lone surrogates: no file and no font takes them."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
