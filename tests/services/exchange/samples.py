"""Small exports of other programs, made up here after what is known of their form."""

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from panda_desktop.services.exchange import own_format


def node(
    name: str,
    parent: str | None,
    role: str = "user",
    *parts: Any,
    kind: str = "text",
    content: dict[str, Any] | None = None,
    when: Any = 1_700_000_000.5,
    author: str | None = None,
    recipient: str = "all",
    children: Iterable[str] = (),
    **metadata: Any,
) -> dict[str, Any]:
    """A node of a ChatGPT export."""
    return {
        "id": name,
        "parent": parent,
        "children": list(children),
        "message": {
            "id": name,
            "author": {"role": role, "name": author, "metadata": {}},
            "create_time": when,
            "update_time": None,
            "content": content if content is not None else {"content_type": kind, "parts": list(parts)},
            "status": "finished_successfully",
            "end_turn": True,
            "weight": 1.0,
            "metadata": metadata,
            "recipient": recipient,
        },
    }


def root(*children: str) -> dict[str, Any]:
    return {"id": "root", "parent": None, "children": list(children), "message": None}


def chatgpt(*nodes: dict[str, Any], current: str | None = None, **values: Any) -> dict[str, Any]:
    """A chat of a ChatGPT export."""
    return {
        "title": "A chat",
        "create_time": 1_700_000_000.0,
        "update_time": 1_700_000_100.0,
        "mapping": {each["id"]: each for each in nodes},
        "moderation_results": [],
        "current_node": current or nodes[-1]["id"],
        "conversation_id": "c-1",
        "id": "c-1",
        "is_archived": False,
        "default_model_slug": "gpt-4o",
    } | values


def two_versions(**values: Any) -> dict[str, Any]:
    """A question with two answers, the first of which is shown."""
    return chatgpt(
        root("system"),
        node("system", "root", "system", "", children=["q"]),
        node("q", "system", "user", "Why is the sky blue?", children=["a1", "a2"]),
        node("a2", "q", "assistant", "Because.", model_slug="gpt-4o", when=1_700_000_020),
        node(
            "a1",
            "q",
            "assistant",
            "Rayleigh scattering.",
            model_slug="gpt-4o",
            when=1_700_000_010,
            finish_details={"type": "stop"},
        ),
        current="a1",
        **values,
    )


def claude(*messages: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A chat of a Claude export."""
    return {
        "uuid": "u-1",
        "name": "A chat",
        "summary": "",
        "created_at": "2026-01-15T10:30:00.123456Z",
        "updated_at": "2026-01-15T10:35:00Z",
        "account": {"uuid": "someone"},
        "chat_messages": list(messages),
    } | values


def turn(name: str, sender: str, *content: Any, **values: Any) -> dict[str, Any]:
    """A message of a Claude export; text stands for a block of text."""
    blocks = [{"type": "text", "text": each} if isinstance(each, str) else each for each in content]
    return {
        "uuid": name,
        "text": " ".join(each for each in content if isinstance(each, str)),
        "content": blocks,
        "sender": sender,
        "created_at": "2026-01-15T10:31:00Z",
        "updated_at": "2026-01-15T10:31:00Z",
        "attachments": [],
        "files": [],
    } | values


def long_chat(name: str, count: int, text: str = "word " * 100) -> dict[str, Any]:
    """A chat of a ChatGPT export with many messages."""
    nodes = [node(f"{name}{at}", f"{name}{at - 1}" if at else None, "user", text) for at in range(count)]
    return chatgpt(*nodes, conversation_id=name, id=name, title=name)


def ours(*chats: tuple[str, int], text: str = "word " * 100) -> dict[str, Any]:
    """A file of ours: chats of one letter and their number of messages."""
    return {
        "about": {"format": own_format.FORMAT, "version": 1},
        "conversations": [
            {
                "conversation": {"id": name * 32, "title": name, "draft": "later"},
                "messages": [
                    {
                        "id": f"{name * 16}{at:016x}",
                        "parent_id": f"{name * 16}{at - 1:016x}" if at else None,
                        "role": "user",
                        "text": text,
                        "created_at": "2026-01-01T00:00:00Z",
                    }
                    for at in range(count)
                ],
            }
            for name, count in chats
        ],
    }


def saved(folder: Path, value: Any, name: str = "conversations.json") -> Path:
    """Writes JSON (or bytes as they are) to a file."""
    path = folder / name
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return path


def zipped(folder: Path, *members: tuple[str, Any], name: str = "export.zip") -> Path:
    """Writes an archive of JSON texts."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, value in members:
            archive.writestr(member, value if isinstance(value, bytes) else json.dumps(value))
    return path
