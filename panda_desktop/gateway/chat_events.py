"""Chunks of an answer as chat events.

Promise: nothing a server puts into a chunk raises anything but `PandaError`, and unknown things are ignored.
"""

from collections.abc import Iterable
from typing import Any, Final, TypeGuard

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
MOST_CHOICES: Final = 10
MOST_TOKENS: Final = 10**12
SEPARATOR: Final = "\n\n---\n\n"


class ChatReader:
    """Reads one answer's events."""

    def __init__(self) -> None:
        """Starts before the first event."""
        self._text = _Joint()
        self._thought = _Joint()
        self._reason = ""
        self._bad = 0
        self._is_empty = True
        self._has_text = False
        self._others: dict[str, str] = {}
        self._failure: PandaError | None = None
        self.is_finished = False

    def read(self, events: Iterable[Event]) -> list[ChatEvent]:
        """Returns what the events of one read mean, adjacent text joined. An error among them waits in
        `check`, so that what came before it is not lost.
        """
        found: list[ChatEvent] = []
        for event in events:
            if self.is_finished or self._failure is not None:
                break
            self._is_empty = False
            try:
                self._event(event, found)
            except PandaError as error:
                self._failure = error
        return joined(found)

    def check(self) -> None:
        """Raises the error that was inside the stream."""
        if self._failure is not None:
            raise self._failure

    def _event(self, event: Event, found: list[ChatEvent]) -> None:
        if event.data == DONE:
            self._finish(found)
        elif not event.is_json:
            self._skip(event)
        else:
            self._chunk(event, found)

    def end(self) -> list[ChatEvent]:
        """The connection ended. Raises as `check`, `TRUNCATED` when the answer is not whole, `EMPTY_ANSWER`
        when nothing came at all.
        """
        self.check()
        found: list[ChatEvent] = []
        if self._is_empty:
            raise PandaError(ErrorKind.EMPTY_ANSWER, reached=Reached.ANSWERED)
        if not self.is_finished:
            if not self._reason:
                raise PandaError(ErrorKind.TRUNCATED, reached=Reached.ANSWERED)
            self._finish(found)
        return found

    def _finish(self, found: list[ChatEvent]) -> None:
        if rest := self._thought.end():
            found.append(ReasoningDelta(rest))
        if rest := self._text.end():
            found.append(TextDelta(rest))
        # Nobody asks for more than one, but a gateway may give several: each is shown after the one before.
        for text in self._others.values():
            found.append(TextDelta(whole(f"{SEPARATOR if self._has_text else ''}{text}")))
            self._has_text = True
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
        if event.name == "error" or _is_error(chunk):
            raise failure_in_stream(chunk.get("error") or chunk)
        if isinstance(model := chunk.get("model"), str) and model:
            found.append(ModelNamed(whole(model[:200])))
        for choice in _dicts(chunk.get("choices")):
            index = str(choice.get("index") or 0)[:20]
            if index == "0":
                self._choice(choice, found)
            elif len(self._others) < MOST_CHOICES or index in self._others:
                self._others[index] = self._others.get(index, "") + _spoken(_said(choice))
                self._note_reason(choice)
        if usage := usage_of(chunk.get("usage")):
            found.append(UsageCounted(usage))

    def _choice(self, choice: dict[str, Any], found: list[ChatEvent]) -> None:
        delta = _said(choice)
        # Some gateways repeat the whole answer in the chunk that ends it.
        repeats = not choice.get("delta") and bool(choice.get("finish_reason"))
        thought = text_of(delta.get("reasoning_content") or delta.get("reasoning"))
        if text := self._thought.take(thought, repeats=repeats):
            found.append(ReasoningDelta(text))
        if text := self._text.take(_spoken(delta), repeats=repeats):
            self._has_text = True
            found.append(TextDelta(text))
        for call in _dicts(delta.get("tool_calls")):
            function = call.get("function")
            name = function.get("name") if isinstance(function, dict) else ""
            if name:
                found.append(ToolCallIgnored(whole(str(name))[:200]))
        self._note_reason(choice)

    def _note_reason(self, choice: dict[str, Any]) -> None:
        # "null" is how some gateways write that there is none yet.
        if (reason := choice.get("finish_reason")) and reason != "null":
            self._reason = whole(str(reason))[:100]


class _Joint:
    """Text that comes in parts: half of an emoji at the end of one waits for its other half."""

    def __init__(self) -> None:
        self._half = ""
        self._taken: list[str] = []

    def take(self, part: str, *, repeats: bool = False) -> str:
        """Returns what the part adds; one that `repeats` may begin with all that came before."""
        if repeats:
            part = part.removeprefix("".join(self._taken))
        elif part:
            self._taken.append(part)
        text, self._half = self._half + part, ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            text, self._half = text[:-1], text[-1]
        return whole(text)

    def end(self) -> str:
        """Returns what stands for a half that was left alone."""
        half, self._half = self._half, ""
        return "\ufffd" if half else ""


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
    """Returns the text of `content`: text, a list of texts and parts, or anything else (empty)."""
    if isinstance(content, str):
        return content
    listed = content if isinstance(content, list) else ()
    parts = (part.get("text") if isinstance(part, dict) else part for part in listed)
    return "".join(part for part in parts if isinstance(part, str))


def usage_of(value: Any) -> Usage | None:
    """Returns the token counts when all that is counted is a number that can be one."""
    if not isinstance(value, dict):
        return None
    prompt, completion = value.get("prompt_tokens"), value.get("completion_tokens")
    if not _is_count(prompt) or not _is_count(completion):
        return None
    total = value.get("total_tokens")
    return Usage(prompt, completion, total if _is_count(total) else prompt + completion)


def _is_count(value: Any) -> TypeGuard[int]:
    """`True` is a number to Python; no file that holds it as one can be read again."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_TOKENS


def whole(text: str) -> str:
    """Replaces lone surrogates: no file and no font takes them."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _said(choice: dict[str, Any]) -> dict[str, Any]:
    said = choice.get("delta") or choice.get("message")
    return said if isinstance(said, dict) else {"content": choice.get("text")}


def _spoken(said: dict[str, Any]) -> str:
    """Returns the text of a delta or message; a refusal is an answer too, in a field of its own."""
    return text_of(said.get("content")) or text_of(said.get("refusal"))


def _is_error(chunk: dict[str, Any]) -> bool:
    """Tells an error, which not every server puts into `error`."""
    if chunk.get("error") or chunk.get("object") == "error":
        return True
    code = chunk.get("code")
    return "choices" not in chunk and isinstance(chunk.get("message"), str) and code not in (None, 0, 200, "")


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
