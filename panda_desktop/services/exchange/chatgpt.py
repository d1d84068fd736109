"""Reads one chat of a ChatGPT export: a `mapping` of nodes that each name their `parent` and `children`.

Promise: every node that says anything becomes a message in its place of the tree; nodes that say nothing (the
root, empty system messages) are left out and their followers move up.

What the messages are: `user` and `system` as they are, `assistant` and `tool` answers (with the tool named);
thoughts become the reasoning of the answer they lead to; the person's standing instructions become the chat's
system prompt. Content: see `chatgpt_content`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role, TitleBy, title_from
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.exchange import Reason
from panda_desktop.services.exchange.chatgpt_content import attached, instructions, said, thought
from panda_desktop.services.exchange.foreign import Repairs
from panda_desktop.services.exchange.notes import label
from panda_desktop.services.exchange.plain import (
    derived_id,
    joined,
    list_of,
    object_of,
    text_of,
    title_of,
)
from panda_desktop.services.exchange.trees import plant

SOURCE: Final = "chatgpt"
_REASONS: Final = {"stop": "stop", "max_tokens": "length"}


@dataclass(frozen=True, slots=True)
class _Thinking:
    """Thoughts and those before them: handed on as they are, a long row of them is not copied each time."""

    text: str
    before: "_Thinking | None"

    def whole(self) -> str:
        """Returns all of them, the first ones first."""
        texts: list[str] = []
        current: _Thinking | None = self
        while current is not None:
            texts.append(current.text)
            current = current.before
        return joined(reversed(texts))


@dataclass(slots=True)
class _Above:
    """What a node hands on to those that follow it."""

    message_id: str | None
    date: datetime
    reasoning: _Thinking | None = None


class ChatGPTChat:
    """See `foreign.ForeignChat`."""

    def __init__(self, raw: dict[str, Any], model: str, now: datetime) -> None:
        """Takes the chat's JSON, which is emptied on the way; `model` is the one to be asked next."""
        self.repairs = Repairs(now)
        self._nodes = {name: object_of(node) for name, node in object_of(raw.pop("mapping", None)).items()}
        self._current = text_of(raw.get("current_node"))
        names = [text_of(raw.get(name)) for name in ("conversation_id", "id")]
        identity = derived_id(SOURCE, *([next(filter(None, names))] if any(names) else sorted(self._nodes)))
        created = self.repairs.date(raw.get("create_time"), now)
        updated = self.repairs.date(raw.get("update_time"), created)
        prompts = (instructions(object_of(node.get("message"))) for node in self._nodes.values())
        self._conversation = Conversation(
            identity,
            title_of(raw.get("title")),
            model,
            created,
            max(created, updated),
            system_prompt=joined(dict.fromkeys(prompts)),
            pinned=raw.get("is_starred") is True or raw.get("pinned_time") not in (None, 0),
            archived=raw.get("is_archived") is True,
            title_by=TitleBy.MODEL if title_of(raw.get("title")) else TitleBy.TEXT,
        )

    def conversation(self) -> Conversation:
        """Returns the chat's values; title and last message are known after `messages`."""
        return self._conversation

    def messages(self) -> Iterator[Message]:
        """Yields the messages, predecessors first."""
        tree = plant(self._parents(), self._siblings())
        self._count(tree.broken)
        above: dict[str | None, _Above] = {None: _Above(None, self._conversation.created_at)}
        last: str | None = None
        for name in tree.order:
            before = above[tree.parents[name]]
            raw = object_of(self._nodes[name].get("message"))
            self._nodes[name] = {}
            here = _Above(before.message_id, before.date, before.reasoning)
            for message in self._messages(name, raw, here, is_leaf=name in tree.leaves):
                self._name_after(message)
                last = message.id
                yield message
            above[name] = here
        shown = above.get(self._current)
        leaf_id = shown.message_id if shown is not None and shown.message_id else last
        self._conversation = replace(self._conversation, leaf_id=leaf_id)

    def _parents(self) -> dict[str, str | None]:
        parents = {name: text_of(node.get("parent")) or None for name, node in self._nodes.items()}
        for name, node in self._nodes.items():
            for child in list_of(node.get("children")):
                if isinstance(child, str) and child != name and parents.get(child, "") is None:
                    parents[child] = name
        return parents

    def _siblings(self) -> dict[str, list[str]]:
        named = {name: list_of(node.get("children")) for name, node in self._nodes.items()}
        return {name: [each for each in found if isinstance(each, str)] for name, found in named.items()}

    def _count(self, broken: frozenset[str]) -> None:
        repeated = sum(name.endswith("\0") for name in self._nodes)
        for reason, times in ((Reason.BROKEN_TREE, len(broken)), (Reason.SAME_ID, repeated)):
            if times:
                self.repairs.counts[reason] += times

    def _messages(self, name: str, raw: dict[str, Any], here: _Above, *, is_leaf: bool) -> Iterator[Message]:
        """Yields what a node becomes: mostly one message; thoughts that lead nowhere become one, too."""
        here.date = self.repairs.date(raw.get("create_time"), here.date)
        role = _role(raw)
        thinking = thought(raw.get("content"))
        text = joined((_speaker(raw), said(raw.get("content"), self.repairs), attached(raw)))
        if text == _speaker(raw):
            text = ""
        if thinking.strip():
            here.reasoning = _Thinking(thinking, here.reasoning)
        is_answer = bool(text) and role is Role.ASSISTANT
        if here.reasoning and not is_answer and (text or is_leaf):
            yield self._message(f"{name}\x1fthoughts", Role.ASSISTANT, "", {}, here)
        if text:
            yield self._message(name, role, text, raw, here)

    def _message(self, name: str, role: Role, text: str, raw: dict[str, Any], here: _Above) -> Message:
        metadata = object_of(raw.get("metadata"))
        model = text_of(metadata.get("model_slug")) if role is Role.ASSISTANT else ""
        ending = text_of(object_of(metadata.get("finish_details")).get("type"))
        message = Message(
            derived_id(self._conversation.id, name),
            self._conversation.id,
            here.message_id,
            0,
            role,
            text,
            here.date,
            model=model,
            served_model=model,
            finish_reason=_REASONS.get(ending, "") if role is Role.ASSISTANT else "",
        )
        if role is Role.ASSISTANT:
            message = replace(message, reasoning=here.reasoning.whole() if here.reasoning else "")
            here.reasoning = None
            message = _as_it_ended(message, ending, text_of(raw.get("status")))
        here.message_id = message.id
        return message

    def _name_after(self, message: Message) -> None:
        """Gives a chat without a title one, as a chat of ours gets it."""
        if not self._conversation.title and message.role is Role.USER:
            title = title_of(title_from(message.text))
            self._conversation = replace(self._conversation, title=title)


def _role(raw: dict[str, Any]) -> Role:
    match text_of(object_of(raw.get("author")).get("role")):
        case "user":
            return Role.USER
        case "system":
            return Role.SYSTEM
        case _:
            return Role.ASSISTANT


def _speaker(raw: dict[str, Any]) -> str:
    """Names the tool that speaks or is spoken to."""
    author = object_of(raw.get("author"))
    role, name = text_of(author.get("role")), text_of(author.get("name"))
    if role not in ("user", "assistant", "system", ""):
        return label(role, name)
    recipient = text_of(raw.get("recipient"))
    return label("→", recipient) if role == "assistant" and recipient not in ("", "all") else ""


def _as_it_ended(message: Message, ending: str, status: str) -> Message:
    if ending == "interrupted":
        return replace(message, state=MessageState.STOPPED)
    if status in ("in_progress", "finished_partial_completion", "error"):
        return replace(message, state=MessageState.INTERRUPTED, error=ErrorKind.TRUNCATED)
    return message
