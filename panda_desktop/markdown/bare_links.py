"""Finds addresses that are written without any markup (GFM 0.29, 6.9).

Promise: only https, http, `www.` and e-mail addresses; every character is looked at a bounded number of
times; the mark that ends a sentence, Latin or Chinese, is not part of the address before it.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?:^|[^A-Za-z0-9.+-])(https?|mailto)\Z", re.IGNORECASE)
_LONGEST_SCHEME: Final = len("mailto") + 1
_ASCII_HOST = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_OTHER_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_REST = re.compile(
    '[^\\s<>"`\\\\\x00-\x1f\x7f\u2018-\u201f\u2026\u3000-\u303f\uff01-\uff20\uff3b-\uff40\uff5b-\uff65]*'
)
_MAIL_HOST = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")
_MAIL_NAME: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-")
_ENTITY = re.compile(r"&[A-Za-z0-9]{1,32};\Z")
_HINT = re.compile(r"www\.|@", re.IGNORECASE)
_MAY_STAND_BEFORE: Final = frozenset(" \t\n*_~(")
_LONGEST_NAME: Final = 64
_OPENING: Final = {")": "(", "]": "[", "}": "{"}


def bare_address(state: "StateInline", silent: bool) -> bool:
    """Takes `https://…`, `http://…` and `mailto:…`; a rule of markdown-it, called at the colon."""
    if state.linkLevel > 0 or state.src[state.pos] != ":":
        return False
    found = _SCHEME.search(state.pending[-_LONGEST_SCHEME:])
    if found is None:
        return False
    scheme = found[1]
    end = (_mail_end if scheme.lower() == "mailto" else _address_end)(state.src, state.pos, state.posMax)
    if not end:
        return False
    if not silent:
        text = scheme + state.src[state.pos : end]
        state.pending = state.pending[: -len(scheme)]
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": state.md.normalizeLink(text)}
        state.push("text", "", 0).content = text
        closing = state.push("link_close", "a", -1)
        opening.info = closing.info = "auto"
    state.pos = end
    return True


def _address_end(text: str, colon: int, stop: int) -> int:
    if not text.startswith("://", colon):
        return 0
    return _web_end(text, colon + 3, stop, least=1)


def _mail_end(text: str, colon: int, stop: int) -> int:
    at = text.find("@", colon, min(stop, colon + _LONGEST_NAME + 2))
    if at <= colon + 1 or not _MAIL_NAME.issuperset(text[colon + 1 : at]):
        return 0
    return _mail_host_end(text, at + 1, stop)


def _mail_host_end(text: str, start: int, stop: int) -> int:
    """Returns where the host of an e-mail address ends, 0 when there is none; its end must be a name."""
    found = _MAIL_HOST.match(text, start, stop)
    if found is None or found.group()[-1] in "-_":
        return 0
    return found.end() if any(char.isalpha() for char in found.group().rpartition(".")[2]) else 0


def _web_end(text: str, start: int, stop: int, *, least: int) -> int:
    """Returns where an address whose host begins at `start` ends, 0 when it has no host of `least` labels."""
    pattern = _ASCII_HOST if text[start : start + 1].isascii() else _OTHER_HOST
    host = pattern.match(text, start, stop)
    if host is None:
        return 0
    labels = host.group().split(".")
    if len(labels) < least or any("_" in label for label in labels[-2:]):
        return 0
    end = host.end()
    if text[end : end + 1] in (":", "/", "?", "#", "@"):
        rest = _REST.match(text, end, stop)
        end = rest.end() if rest else end
    elif text[end : end + 1] == ".":
        end += 1
    return _without_ending(text, start, end)


def _without_ending(text: str, start: int, end: int) -> int:
    """Moves `end` back over marks that end the sentence, brackets opened before it, and entities."""
    open_brackets = {
        closing: text.count(closing, start, end) - text.count(opening, start, end)
        for closing, opening in _OPENING.items()
    }
    while end > start:
        char = text[end - 1]
        if char in "?!.,:*_~'\"":
            end -= 1
        elif open_brackets.get(char, 0) > 0:
            open_brackets[char] -= 1
            end -= 1
        elif char == ";" and (entity := _ENTITY.search(text, max(start, end - 34), end)):
            end = entity.start()
        else:
            break
    return end


def split_at_addresses(text: str, before: str) -> Iterator[tuple[str, str]]:
    """Cuts text into pieces and the addresses they lead to, empty for ordinary text.

    Args:
        text: plain text.
        before: the character in front of it, if any.
    """
    done = 0
    for hint in _HINT.finditer(text):
        if hint.start() < done:
            continue
        if hint.group() == "@":
            start, end = _mail_around(text, hint.start(), done)
            scheme = "mailto:"
        else:
            start, end = (
                hint.start(),
                _www_end(text, hint.start(), text[hint.start() - 1 : hint.start()] or before),
            )
            scheme = "http://"
        if end:
            if start > done:
                yield text[done:start], ""
            yield text[start:end], scheme + text[start:end]
            done = end
    if done < len(text):
        yield text[done:], ""


def _www_end(text: str, start: int, before: str) -> int:
    if before and before.isascii() and before not in _MAY_STAND_BEFORE:
        return 0
    return _web_end(text, start, len(text), least=2)


def _mail_around(text: str, at: int, done: int) -> tuple[int, int]:
    start = at
    while start > max(done, at - _LONGEST_NAME) and text[start - 1] in _MAIL_NAME:
        start -= 1
    return start, _mail_host_end(text, at + 1, len(text)) if start < at else 0
