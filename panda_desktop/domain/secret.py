"""The key as a value that cannot be printed by accident, and the rules for text that may be one.

Promise: `repr`, `str`, `format` and pickling of an `ApiKey` never show the key.
"""

import re
from typing import Final, NoReturn

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

_MAX_LENGTH: Final = 512
_HEADER = re.compile(r"authorization['\"]?\s*[:=]\s*['\"]?bearer\s+([^\s'\"]+)", re.IGNORECASE)
_BEARER = re.compile(r"^bearer\s+(\S+)$", re.IGNORECASE)
_OWN = re.compile(r"(?<![A-Za-z0-9_\-])sk-[A-Za-z0-9_\-]{8,}(?![\w\-*…•]|\.\.)")
"""A key of the gateway inside of other text; not the beginning of a masked or misspelt one."""
_BROKEN = re.compile(r"sk-|[^\x00]*[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""The beginning of a text that is a key with something in it: no part of it is one."""
_WRAPPED = re.compile(r"[\s$%{}<>()\[\]\"'`,;\\*]|://|\.\.|=.*[^=]")
"""What stands around a key or in its place, and never in one."""
_PRINTABLE = re.compile(r"^[!-~]+$")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


class ApiKey:
    """A key of the gateway. It lives in the OS keyring and in memory; only `reveal` gives the text."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Takes text that `parse_key` has accepted."""
        self._text = text

    def reveal(self) -> str:
        """Returns the key itself. Called where a header is written, the keyring is filled, or a paid request
        goes through a pipe to the process that holds it; nowhere else.
        """
        return self._text

    def hint(self) -> str:
        """Returns a masked form that a person can tell apart: `sk-…9f2c`."""
        return f"{self._text[:3]}…{self._text[-4:]}" if len(self._text) >= 12 else "…"

    def __repr__(self) -> str:
        return "ApiKey(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is never written anywhere")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ApiKey) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)


def parse_key(pasted: str) -> ApiKey:
    """Finds the key in what a person pasted: the key, `Bearer …`, a header line, a whole curl command, or one
    `sk-…` in any other text.

    Raises:
        PandaError: `NO_KEY` for nothing at all, `KEY_MALFORMED` for text that cannot be sent as a header
            value (RFC 9110, 5.5: only visible ASCII is safe). The pasted text is not in the exception.
    """
    text = pasted.translate(_INVISIBLE).strip().strip("\"'“”‘’`,;").strip()
    if not text:
        raise PandaError(ErrorKind.NO_KEY)
    text = _key_in(text)
    if len(text) > _MAX_LENGTH or not _PRINTABLE.match(text):
        raise PandaError(ErrorKind.KEY_MALFORMED, ErrorDetail(param="key"))
    return ApiKey(text)


def _key_in(text: str) -> str:
    """Returns the key that a text is or holds; empty when it holds none, or more than one."""
    headers = set(_HEADER.findall(text))
    if len(headers) > 1:
        return ""
    if headers:
        (text,) = headers
    elif found := _BEARER.match(text):
        text = found[1]
    text = text.rstrip(",;")
    if _PRINTABLE.match(text) and not _WRAPPED.search(text):
        return text
    keys = set(_OWN.findall(text))
    return keys.pop() if len(keys) == 1 and not _BROKEN.match(text) else ""
