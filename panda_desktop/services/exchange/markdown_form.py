r"""Chats as Markdown, to be read and edited.

    # Title

    ## You · 2026-11-24 12:00 UTC

    the text as it was written

    ## Model · deepseek-v4-flash · 2026-11-24 12:00 UTC · 2/3

    > **Thoughts**
    >
    > the model's thinking

    the answer, as it came

Promise: the text of a message is not changed, but a code block that an answer left open is closed; titles and
names of models cannot become markup.
"""

import re
from collections.abc import Sequence
from typing import Final

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.exchange import Labels
from panda_desktop.markdown.blocks import CodeBlock
from panda_desktop.markdown.stream import parse
from panda_desktop.services.exchange.beside import FilesBeside
from panda_desktop.services.exchange.forms import Placed, ending, model_of, moment, who
from panda_desktop.services.exchange.notes import label, quoted
from panda_desktop.services.exchange.plain import one_line

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~$&])")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_PARSED: Final = 1_000_000
"""Characters of a message in which an open code block is looked for."""


class MarkdownForm:
    """See `forms.Form`."""

    def __init__(self, labels: Labels, beside: FilesBeside | None = None) -> None:
        """Takes the words of the headings, and the folder for files of messages; else they are named."""
        self._labels = labels
        self._beside = beside
        self._chats = 0

    def head(self, title: str) -> str:
        """Begins the file: with nothing, each chat has its own heading."""
        return ""

    def opening(self, conversation: Conversation) -> str:
        """Begins a chat."""
        rule = "\n---\n\n" if self._chats else ""
        self._chats += 1
        title = plain(conversation.title) or plain(self._labels.untitled)
        prompt = conversation.system_prompt.strip()
        system = f"\n> **{plain(self._labels.system)}**\n>\n{quoted(prompt)}\n" if prompt else ""
        return f"{rule}# {title}\n{system}"

    def message(self, placed: Placed, files: Sequence[str] = ()) -> str:
        """Writes a message."""
        message = placed.message
        facts = [who(message, self._labels), model_of(message), moment(message.created_at)]
        if placed.count > 1:
            facts.append(f"{placed.place}/{placed.count}")
        parts = ["## " + " · ".join(plain(fact) for fact in facts if fact)]
        if message.reasoning.strip():
            parts.append(f"> **{plain(self._labels.reasoning)}**\n>\n{quoted(message.reasoning.strip())}")
        if message.text.strip():
            parts.append(_closed(message))
        parts += files or [label(each.name) for each in message.attachments]
        if note := ending(message, self._labels):
            parts.append(f"*{plain(note)}*")
        return "\n" + "\n\n".join(parts) + "\n"

    def attached(self, attachment: Attachment, data: bytes | None) -> str:
        """Writes a file into the folder beside; returns the link to it, or only its name when it is gone."""
        if data is None or self._beside is None:
            return label(attachment.name, *([self._labels.gone] if data is None else []))
        name, address = self._beside.put(attachment, data)
        if attachment.kind is AttachmentKind.IMAGE:
            return f"![{plain(attachment.name)}]({address})"
        return f"{label(attachment.name)} [{plain(name)}]({address})"

    def closing(self) -> str:
        """Ends a chat."""
        return ""

    def foot(self) -> str:
        """Ends the file."""
        return ""


def plain(text: str) -> str:
    """Returns text on one line that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def _closed(message: Message) -> str:
    """Returns the text; what follows it must not be taken for the rest of its code."""
    text = message.text.strip("\n")
    if ("```" in text or "~~~" in text) and len(text) <= _PARSED:
        last = next(reversed(parse(text)), None)
        if isinstance(last, CodeBlock) and not last.closed:
            fence = _FENCE.match(text, last.at[0])
            return f"{text}\n{fence[1] if fence else '```'}"
    return text
