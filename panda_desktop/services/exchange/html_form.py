"""Chats as one HTML page, to be read and printed.

Promise: the page holds all it needs and loads nothing: no script, no image but the files of the messages,
which are in the page itself, no address but links that the safe renderer allows (https, http, mailto), and a
policy (CSP) that forbids the reader's browser the rest.
Answers go through the one renderer of `markdown`; what the person wrote is shown as it was written, as in the
window. LaTeX is shown as its source.
"""

import base64
from collections.abc import Sequence
from html import escape
from typing import Final

from panda_desktop.domain.attachments import QUOTED, Attachment, AttachmentKind, text_of
from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.domain.exchange import Labels
from panda_desktop.markdown.html import to_html
from panda_desktop.markdown.stream import parse
from panda_desktop.markdown.visible import in_code, in_prose
from panda_desktop.services.exchange.colouring import coloured
from panda_desktop.services.exchange.forms import Placed, ending, model_of, moment, who
from panda_desktop.services.exchange.stylesheet import STYLE

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)


class HtmlForm:
    """See `forms.Form`."""

    def __init__(self, labels: Labels, *, printed: bool = False) -> None:
        """Takes the words of the page; one to be `printed` only names the texts that go with messages."""
        self._labels = labels
        self._printed = printed

    def head(self, title: str) -> str:
        """Begins the page."""
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(self._labels.language)}">\n<head>\n'
            '<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY, quote=False)}">\n'
            '<meta name="referrer" content="no-referrer">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{_line(title) or _line(self._labels.untitled)}</title>\n"
            f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        )

    def opening(self, conversation: Conversation) -> str:
        """Begins a chat."""
        title = _line(conversation.title) or _line(self._labels.untitled)
        prompt = conversation.system_prompt.strip()
        if prompt:
            prompt = _section(Role.SYSTEM, [f"<strong>{_line(self._labels.system)}</strong>"], _plain(prompt))
        return f"<article>\n<h1>{title}</h1>\n{prompt}"

    def message(self, placed: Placed, files: Sequence[str] = ()) -> str:
        """Writes a message."""
        message = placed.message
        facts = [f"<strong>{_line(who(message, self._labels))}</strong>", _line(model_of(message))]
        date = message.created_at.isoformat(timespec="seconds")
        facts.append(f'<time datetime="{escape(date)}">{moment(message.created_at)}</time>')
        if placed.count > 1:
            facts.append(f"{placed.place}/{placed.count}")
        body = self._reasoning(message)
        if message.text.strip():
            body += _said(message)
        if message.attachments:
            names = "".join(f"<li>{_line(each.name)}</li>\n" for each in message.attachments)
            body += f'<ul class="files">\n{names}</ul>\n{"".join(files)}'
        if note := ending(message, self._labels):
            body += f'<p class="ending">{_line(note)}</p>\n'
        return _section(message.role, facts, body)

    def attached(self, attachment: Attachment, data: bytes | None) -> str:
        """Writes a file below the names of all: a picture as it is, a text closed."""
        name = _line(attachment.name)
        if data is None:
            gone = _line(self._labels.gone)
            return f'<p class="files">{name} · {gone}</p>\n' if gone else ""
        if attachment.kind is AttachmentKind.IMAGE:
            address = f"data:{attachment.mime};base64,{base64.b64encode(data).decode('ascii')}"
            image = f'<img src="{escape(address)}" alt="{escape(in_code(attachment.name))}">'
            return f'<figure class="file">\n{image}\n</figure>\n'
        if self._printed:
            return ""
        text = escape(in_code((text_of(data) or "")[:QUOTED]), quote=False)
        cut = "\n…" if attachment.is_cut else ""
        summary = f"<summary>{name}</summary>"
        return f'<details class="file">{summary}\n<pre>{text}{cut}</pre>\n</details>\n'

    def _reasoning(self, message: Message) -> str:
        if not message.reasoning.strip():
            return ""
        thinking = coloured(to_html(parse(message.reasoning)))
        label = f"<p><strong>{_line(self._labels.reasoning)}</strong></p>"
        return f'<div class="reasoning">\n{label}\n{thinking}</div>\n'

    def closing(self) -> str:
        """Ends a chat."""
        return "</article>\n"

    def foot(self) -> str:
        """Ends the page."""
        return "</main>\n</body>\n</html>\n"


def _section(role: Role, facts: list[str], body: str) -> str:
    said = " · ".join(fact for fact in facts if fact)
    return f'<section class="{role.value}">\n<header>{said}</header>\n{body}</section>\n'


def _said(message: Message) -> str:
    if message.role is not Role.ASSISTANT:
        return _plain(message.text)
    return f'<div class="said">\n{coloured(to_html(parse(message.text)))}</div>\n'


def _plain(text: str) -> str:
    return f'<div class="said plain">{escape(in_prose(text.strip(chr(10))), quote=False)}</div>\n'


def _line(text: str) -> str:
    """Returns text on one line, escaped, nothing in it hidden."""
    return escape(in_code(" ".join(text.split())), quote=False)
