"""Reads one chat of a Claude export: `chat_messages` in order, each with its `content` blocks.

Promise: every block is in a message: text as it is, thinking as reasoning, attachments with the text that was
taken out of them, tools and whatever else as visible notes.

Anthropic publishes no description. `content` is read and not `text`, which leaves out tools and differs from
it in about an eighth of messages (EmpiricaAI/empirica, docs/reference/api/CLAUDE_AI_PARSER.md); newer exports
name a `parent_message_uuid`, older ones are a plain list, some called `messages`.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from panda_desktop.domain.chat import Conversation, Message, Role, TitleBy, title_from
from panda_desktop.domain.exchange import Reason
from panda_desktop.services.exchange.foreign import Repairs
from panda_desktop.services.exchange.notes import fenced, label, unknown
from panda_desktop.services.exchange.plain import (
    derived_id,
    joined,
    list_of,
    object_of,
    text_of,
    title_of,
)
from panda_desktop.services.exchange.trees import plant

SOURCE: Final = "claude"
_NO_MESSAGE: Final = "00000000-0000-4000-8000-000000000000"
_ROLES: Final = {"human": Role.USER, "user": Role.USER, "system": Role.SYSTEM}


class ClaudeChat:
    """See `foreign.ForeignChat`."""

    def __init__(self, raw: dict[str, Any], model: str, now: datetime) -> None:
        """Takes the chat's JSON, which is emptied on the way; `model` is the one to be asked next."""
        self.repairs = Repairs(now)
        said = list_of(raw.pop("chat_messages", None)) or list_of(raw.pop("messages", None))
        self._said = self._named(said)
        self._current = text_of(raw.get("current_leaf_message_uuid"))
        title = title_of(raw.get("name")) or title_of(raw.get("title"))
        created = self.repairs.date(raw.get("created_at"), now)
        updated = self.repairs.date(raw.get("updated_at"), created)
        identity = text_of(raw.get("uuid"))
        self._conversation = Conversation(
            derived_id(SOURCE, *([identity] if identity else [title, *self._said])),
            title,
            model,
            created,
            max(created, updated),
            pinned=raw.get("is_starred") is True,
            title_by=TitleBy.MODEL if title else TitleBy.TEXT,
        )

    def _named(self, said: list[Any]) -> dict[str, dict[str, Any]]:
        named: dict[str, dict[str, Any]] = {}
        for place, each in enumerate(said):
            message = object_of(each)
            name = text_of(message.get("uuid")) or f"\x1f{place}"
            if name in named:
                self.repairs.counts[Reason.SAME_ID] += 1
                name = f"{name}\x1f{place}"
            named[name] = message
        return named

    def conversation(self) -> Conversation:
        """Returns the chat's values; title and last message are known after `messages`."""
        return self._conversation

    def messages(self) -> Iterator[Message]:
        """Yields the messages, predecessors first."""
        tree = plant(self._parents())
        if tree.broken:
            self.repairs.counts[Reason.BROKEN_TREE] += len(tree.broken)
        above: dict[str | None, tuple[str | None, datetime]] = {None: (None, self._conversation.created_at)}
        newest = next(reversed(self._said), None)
        for name in tree.order:
            raw, self._said[name] = self._said[name], {}
            parent_id, date = above[tree.parents[name]]
            date = self.repairs.date(raw.get("created_at"), date)
            message = self._message(name, raw, parent_id, date)
            if message is not None:
                yield message
            above[name] = (message.id if message is not None else parent_id, date)
        leaf_id, _ = above.get(self._current) or above[newest]
        self._conversation = replace(self._conversation, leaf_id=leaf_id)

    def _parents(self) -> dict[str, str | None]:
        parents: dict[str, str | None] = {}
        before: str | None = None
        for name, raw in self._said.items():
            given = text_of(raw.get("parent_message_uuid"))
            parents[name] = (None if given == _NO_MESSAGE else given) if given else before
            before = name
        return parents

    def _message(
        self, name: str, raw: dict[str, Any], parent_id: str | None, date: datetime
    ) -> Message | None:
        sender = text_of(raw.get("sender")) or text_of(raw.get("role"))
        role = _ROLES.get(sender, Role.ASSISTANT)
        text, reasoning = self._content(raw)
        text = joined((text, *_attached(raw)))
        if not text and not reasoning:
            return None
        if not self._conversation.title and role is Role.USER:
            self._conversation = replace(self._conversation, title=title_of(title_from(text)))
        return Message(
            derived_id(self._conversation.id, name),
            self._conversation.id,
            parent_id,
            0,
            role,
            text,
            date,
            reasoning=reasoning,
            finish_reason="stop" if role is Role.ASSISTANT else "",
        )

    def _content(self, raw: dict[str, Any]) -> tuple[str, str]:
        content = raw.get("content")
        blocks = list_of(content)
        thoughts = joined(text_of(object_of(each).get("thinking")) for each in blocks)
        text = joined(self._block(each) for each in blocks)
        if not text and not thoughts:
            text = text_of(content) if isinstance(content, str) else text_of(raw.get("text"))
        return text, thoughts

    def _block(self, block: Any) -> str:
        value = object_of(block)
        kind = text_of(value.get("type"))
        match kind:
            case "text" | "voice_note":
                return text_of(value.get("text"))
            case "thinking":
                return ""
            case "tool_use":
                return f"{label(kind, text_of(value.get('name')))}\n\n{_readable(value.get('input'))}"
            case "tool_result":
                return f"{label(kind, text_of(value.get('name')))}\n\n{_readable(value.get('content'))}"
            case _:
                self.repairs.unknown(kind or type(block).__name__)
                return unknown(kind or type(block).__name__, block)


def _readable(value: Any) -> str:
    """Returns what went into a tool or came out of it as code: its texts when it is nothing else."""
    texts = [text_of(object_of(each).get("text")) for each in list_of(value)]
    if isinstance(value, str):
        return fenced(value)
    if texts and all(texts):
        return fenced("\n".join(texts))
    return fenced(json.dumps(value, ensure_ascii=False, indent=1, default=str), "json")


def _attached(raw: dict[str, Any]) -> Iterator[str]:
    for file in [*list_of(raw.get("attachments")), *list_of(raw.get("files"))]:
        value = object_of(file)
        name = text_of(value.get("file_name")) or text_of(value.get("name"))
        inside = text_of(value.get("extracted_content"))
        if name or inside:
            yield joined((label(name) if name else "", fenced(inside) if inside.strip() else ""))
