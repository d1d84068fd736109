"""Reads the `messages` of a chat request.

Promise: text and pictures come out in order; anything else in a message is refused with 400.
"""

from dataclasses import dataclass
from typing import Any, Final

from panda_desktop.demo.faults import malformed

_ROLES: Final = ("system", "developer", "user", "assistant", "tool")


@dataclass(frozen=True, slots=True)
class Turn:
    """One message.

    Attributes:
        role: system, developer, user, assistant or tool.
        text: its text parts, one line break between them.
        images: addresses of its pictures, `data:` ones too.
    """

    role: str
    text: str
    images: tuple[str, ...] = ()


def read_turns(body: dict[str, Any]) -> list[Turn]:
    """Returns the conversation, at least one turn. Raises a 400."""
    messages = body.get("messages")
    if not isinstance(messages, list):
        raise malformed("You must provide 'messages': a list of {role, content} objects.", "messages")
    if not messages:
        raise malformed("'messages' must not be empty.", "messages")
    turns = [_turn(message, f"messages[{index}]") for index, message in enumerate(messages)]
    if not any(turn.text.strip() or turn.images for turn in turns):
        raise malformed("'messages' holds no content.", "messages")
    return turns


def _turn(message: object, name: str) -> Turn:
    if not isinstance(message, dict):
        raise malformed(f"Invalid type for '{name}': expected an object.", name)
    role = message.get("role")
    if role not in _ROLES:
        raise malformed(f"Invalid '{name}.role': expected one of {', '.join(_ROLES)}.", f"{name}.role")
    content = message.get("content")
    if isinstance(content, str):
        return Turn(role, content)
    if content is None and role == "assistant":
        return Turn(role, "")
    if not isinstance(content, list):
        raise malformed(f"Invalid type for '{name}.content': expected a string or parts.", f"{name}.content")
    texts, images = [], []
    for part in content:
        match part:
            case {"type": "text", "text": str(text)}:
                texts.append(text)
            case {"type": "image_url", "image_url": {"url": str(url)}} | {
                "type": "image_url",
                "image_url": str(url),
            }:
                images.append(url)
            case _:
                raise malformed(f"'{name}.content' holds a part that is not known.", f"{name}.content")
    return Turn(role, "\n".join(texts), tuple(images))


def last_words(turns: list[Turn]) -> str:
    """Returns the text of the last user turn, or of the last turn when no user spoke."""
    for turn in reversed(turns):
        if turn.role == "user" and (turn.text or turn.images):
            return turn.text
    return turns[-1].text
