"""Words inside PNG files: what made a picture travels with the copies that this program writes.

Promise: pixels are not touched and not decoded; what is no well-formed PNG is left as it is; a hostile file
costs a bounded read and a bounded memory.

Portable Network Graphics (W3C), third edition: 5 chunks, 11.3.3 text chunks, annex D for the CRC.
"""

import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
MOST_TEXT: Final = 1024 * 1024
"""Bytes of one text, inflated."""
_MOST_HEAD: Final = 4 * 1024 * 1024
"""Bytes in front of the pixels; colour profiles are the largest honest thing there."""
_MOST_CHUNKS: Final = 1000
_TEXTS: Final = (b"tEXt", b"zTXt", b"iTXt")

Chunk = tuple[bytes, bytes]
"""Type and data."""


def text_chunk(keyword: str, text: str) -> bytes:
    """Returns a whole `iTXt` chunk with UTF-8 text, not compressed.

    Args:
        keyword: 1 to 79 characters of Latin-1 without leading, trailing or double spaces.
        text: any text; NUL, which ends fields, becomes a space.
    """
    said = text.replace("\0", " ").encode("utf-8", "replace")[:MOST_TEXT]
    # keyword, not compressed, no method, no language, no translated keyword
    return _chunk(b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + said)


def head_with(file: BinaryIO, texts: Mapping[str, str]) -> bytes | None:
    """Returns what a copy of the file begins with, `texts` right before the pixels, and leaves the file where
    the rest begins. Texts of the same keywords that were there are replaced.

    Returns:
        None for what is no PNG, or has more in front of its pixels than is read; the file's place is then of
        no meaning.
    """
    chunks = _head(file)
    if chunks is None:
        return None
    made = [SIGNATURE]
    for kind, data in chunks:
        if kind not in _TEXTS or _keyword(data) not in texts:
            made.append(_chunk(kind, data))
    made += [text_chunk(keyword, text) for keyword, text in texts.items() if text]
    return b"".join(made)


def read_texts(file: BinaryIO) -> dict[str, str]:
    """Returns the texts in front of the pixels by keyword; none for what is no PNG."""
    found: dict[str, str] = {}
    for kind, data in _head(file) or ():
        if kind in _TEXTS and (text := _text(kind, data)) is not None:
            found.setdefault(_keyword(data), text)
    return found


def _head(file: BinaryIO) -> list[Chunk] | None:
    """Reads the chunks before the first `IDAT` and goes back to its beginning."""
    file.seek(0)
    if file.read(8) != SIGNATURE:
        return None
    found: list[Chunk] = []
    for chunk in _chunks(file):
        if chunk is None:
            return found if found and found[0][0] == b"IHDR" else None
        found.append(chunk)
    return None


def _chunks(file: BinaryIO) -> Iterator[Chunk | None]:
    """Yields the chunks in front of the pixels, then None; ends without it when the file is damaged."""
    left = _MOST_HEAD
    for _ in range(_MOST_CHUNKS):
        begin = file.read(8)
        size, kind = int.from_bytes(begin[:4]), begin[4:]
        if len(begin) < 8 or kind == b"IEND":
            return
        if kind == b"IDAT":
            file.seek(-8, 1)
            yield None
            return
        left -= size + 12
        if left < 0:
            return
        data, crc = file.read(size), file.read(4)
        if len(data) < size or crc != zlib.crc32(kind + data).to_bytes(4):
            return
        yield kind, data


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def _keyword(data: bytes) -> str:
    return data[:80].partition(b"\0")[0].decode("latin-1")


def _text(kind: bytes, data: bytes) -> str | None:
    rest = data.partition(b"\0")[2]
    if kind == b"tEXt":
        return rest[:MOST_TEXT].decode("latin-1")
    if kind == b"zTXt":
        inflated = _inflated(rest[1:]) if rest[:1] == b"\0" else None
        return inflated.decode("latin-1") if inflated is not None else None
    is_compressed, method = rest[:1] == b"\1", rest[1:2]
    said = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    if is_compressed:
        inflated = _inflated(said) if method == b"\0" else None
        if inflated is None:
            return None
        said = inflated
    return said[:MOST_TEXT].decode("utf-8", "replace")


def _inflated(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, MOST_TEXT)
    except zlib.error:
        return None
