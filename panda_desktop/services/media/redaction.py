"""Takes keys out of what leaves the program, in every form a server may have sent them back in.

Promise: what looks like a key is blanked out too, whoever's it is; everything else stays byte for byte, at
its place; a long answer is read in pieces, so the window is not held up.
"""

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from panda_desktop.domain.secret import ApiKey

_PIECE: Final = 256 * 1024
_LEAST: Final = 8
"""Parts of a key shorter than this say nothing."""
_LIKE_A_KEY: Final = re.compile(
    rb"(?<![A-Za-z0-9])sk-[A-Za-z0-9_\-]{8,512}|(?i:bearer)[ \t]+[A-Za-z0-9._~+/\-]{8,512}=*"
)
_LONGEST: Final = 4096
_SECRET_HEADER: Final = re.compile(r"auth|cookie|key|token|secret|credential|signature", re.IGNORECASE)


class Redactor:
    """Knows the keys that are in use."""

    def __init__(self, keys: Sequence[ApiKey]) -> None:
        """`keys` are blanked out whole and in halves."""
        self._forms = tuple(dict.fromkeys(form for key in keys for form in _forms(key.reveal())))

    def raw(self, data: bytes) -> tuple[bytes, int]:
        """Returns the bytes with `*` in the place of keys, and how many places that were."""
        spans = sorted(set(self._found(data)))
        if not spans:
            return data, 0
        blanked = bytearray(data)
        places, last = 0, -1
        for start, end in spans:
            blanked[start:end] = b"*" * (end - start)
            places += start > last
            last = max(last, end)
        return bytes(blanked), places

    def text(self, text: str) -> str:
        """Returns the text without keys."""
        return self.raw(text.encode("utf-8", "replace"))[0].decode("utf-8", "replace")

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Returns the headers that hold no secret, by name."""
        kept = ((name, value) for name, value in headers.items() if not _SECRET_HEADER.search(name))
        return {name: self.text(value) for name, value in kept}

    def address(self, url: str) -> str:
        """Returns an address without its query, which may be a signature, and without a user."""
        try:
            parts = urlsplit(url)
            host = parts.netloc.rpartition("@")[2]
            query = "…" if parts.query else ""
            return self.text(urlunsplit((parts.scheme, host, parts.path, query, "")))
        except ValueError:
            return ""

    def _found(self, data: bytes) -> Iterator[tuple[int, int]]:
        for start in range(0, len(data), _PIECE):
            past = min(start + _PIECE + _LONGEST, len(data))
            for form in self._forms:
                at = data.find(form, start, past)
                while at >= 0:
                    yield at, at + len(form)
                    at = data.find(form, at + 1, past)
            for match in _LIKE_A_KEY.finditer(data, start, past):
                yield match.span()


def _forms(key: str) -> Iterator[bytes]:
    half = len(key) // 2
    for part in (key, key[:half], key[half:]):
        if len(part) < _LEAST:
            continue
        for text in (part, part[::-1]):
            plain = text.encode()
            yield plain
            yield text.encode("utf-16-le")
            yield text.encode("utf-16-be")
            yield quote(text, safe="").encode()
            every = "".join(f"%{byte:02x}" for byte in plain)
            yield from (every.encode(), every.upper().encode())
            yield from (plain.hex().encode(), plain.hex().upper().encode())
            yield from _base64(plain)


def _base64(plain: bytes) -> Iterator[bytes]:
    """The characters of base64 that only depend on the key, wherever in a text it stands."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + plain)
        inner = coded[-(-before * 4 // 3) : (before + len(plain)) * 4 // 3]
        if len(inner) >= _LEAST:
            yield inner
            yield inner.translate(bytes.maketrans(b"+/", b"-_"))
