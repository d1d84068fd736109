"""What the gateway can be asked in words.

Promise: a parameter nobody set is not in the body.
"""

from dataclasses import dataclass
from typing import Any

from panda_desktop.domain.chat import Parameters, Role
from panda_desktop.domain.jobs import ImageRequest, VideoRequest


@dataclass(frozen=True, slots=True)
class ChatTurn:
    """One message of a request; `images` are https or data addresses."""

    role: Role
    text: str
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """`POST /chat/completions` (API reference, "Chat Completions")."""

    model: str
    messages: tuple[ChatTurn, ...]
    parameters: Parameters = Parameters()


@dataclass(frozen=True, slots=True)
class CompletionRequest:
    """`POST /completions` (API reference, "OpenAI Compatibility", legacy)."""

    model: str
    prompt: str
    parameters: Parameters = Parameters()


def chat_body(request: ChatRequest, *, stream: bool, usage: bool = False) -> dict[str, Any]:
    """Returns the body; `usage` asks for the token count at the end of a stream."""
    body: dict[str, Any] = {
        "model": request.model,
        "messages": [{"role": turn.role.value, "content": _content(turn)} for turn in request.messages],
        "stream": stream,
    }
    if stream and usage:
        body["stream_options"] = {"include_usage": True}
    return body | _set(request.parameters)


def completion_body(request: CompletionRequest, *, stream: bool, usage: bool = False) -> dict[str, Any]:
    """Returns the body of the legacy endpoint; `usage` as in `chat_body`."""
    body: dict[str, Any] = {"model": request.model, "prompt": request.prompt, "stream": stream}
    if stream and usage:
        body["stream_options"] = {"include_usage": True}
    return body | _set(request.parameters)


def image_body(request: ImageRequest) -> dict[str, Any]:
    """Returns the body of `POST /images/generations`."""
    body: dict[str, Any] = {"model": request.model, "prompt": request.prompt, "n": request.n}
    return body | ({"size": request.size} if request.size else {})


def video_body(request: VideoRequest, first_frame_url: str) -> dict[str, Any]:
    """Returns the body of a video request: a chat request that must not stream."""
    images = (first_frame_url,) if first_frame_url else ()
    turn = ChatTurn(Role.USER, request.prompt, images)
    return {
        "model": request.model,
        "messages": [{"role": "user", "content": _content(turn)}],
        "stream": False,
    }


def _content(turn: ChatTurn) -> str | list[dict[str, Any]]:
    if not turn.images:
        return turn.text
    pictures = [{"type": "image_url", "image_url": {"url": url}} for url in turn.images]
    # Some providers refuse a text part without text.
    words = [{"type": "text", "text": turn.text}] if turn.text.strip() else []
    return [*words, *pictures]


def _set(parameters: Parameters) -> dict[str, Any]:
    values = {
        "temperature": parameters.temperature,
        "top_p": parameters.top_p,
        "max_tokens": parameters.max_tokens,
    }
    return {name: value for name, value in values.items() if value is not None}
