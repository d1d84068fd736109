"""Compressed answers: none is asked for, but some proxies send them all the same.

Promise: whatever came, at most one piece of it is unpacked at a time, and what grows beyond all measure ends.
"""

import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from typing import Final

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached

PIECE: Final = 256 * 1024
"""Bytes that are unpacked at once."""
GROWTH: Final = 200
"""How many times its size an answer may grow; text and JSON grow tenfold, a bomb a thousandfold."""
FREE: Final = 4 * 1024 * 1024
"""Unpacked bytes up to which nobody asks about the growth."""
_BITS: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_RAW: Final = -15
"""Some servers send what deflate means in the standard of the algorithm, not in that of HTTP."""


def coding_of(headers: Mapping[str, str]) -> str:
    """Returns the one coding of an answer in lower case, empty for none (RFC 9110, 8.4)."""
    coding = headers.get("content-encoding", "").strip().lower()
    return "" if coding == "identity" else coding


def can_inflate(coding: str) -> bool:
    """Tells whether `inflated` knows a coding; one inside another it does not."""
    return not coding or coding in _BITS


async def inflated(chunks: AsyncIterator[bytes], coding: str) -> AsyncGenerator[bytes, None]:
    """Passes the chunks on, unpacked.

    Raises:
        PandaError: `ANSWER_TOO_BIG` for a bomb, `BAD_ANSWER` for what is not in that coding,
            `CONNECTION_LOST` when the end is missing.
    """
    if not coding:
        async for chunk in chunks:
            yield chunk
        return
    if coding not in _BITS:
        raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.MAYBE_SENT)
    unpacking = _Unpacking(_BITS[coding])
    async for chunk in chunks:
        for piece in unpacking.feed(chunk):
            yield piece
    if not unpacking.is_whole:
        raise PandaError(ErrorKind.CONNECTION_LOST, reached=Reached.MAYBE_SENT)


class _Unpacking:
    """One answer, perhaps of several members (RFC 1952, 2.2)."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._unpacker = zlib.decompressobj(bits)
        self._came = 0
        self._made = 0

    @property
    def is_whole(self) -> bool:
        return self._unpacker.eof or not self._came

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Yields what the chunk holds, in pieces."""
        rest, more = chunk, True
        first = not self._came
        self._came += len(chunk)
        while more:
            piece, rest, more = self._step(rest, first)
            if piece:
                yield piece

    def _step(self, rest: bytes, first: bool) -> tuple[bytes, bytes, bool]:
        """Returns a piece, what is left of the input, and whether there may be more."""
        if self._unpacker.eof:
            if not rest.strip(b"\0"):  # padding after the end
                return b"", b"", False
            self._unpacker = zlib.decompressobj(self._bits)
        try:
            piece = self._unpacker.decompress(rest, PIECE)
        except zlib.error as error:
            if not first or self._bits != _BITS["deflate"]:
                raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.MAYBE_SENT) from error
            self._bits = _RAW
            self._unpacker = zlib.decompressobj(self._bits)
            return b"", rest, True
        self._made += len(piece)
        if self._made > max(FREE, GROWTH * self._came):
            raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.MAYBE_SENT)
        left = self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail
        return piece, left, bool(left) or len(piece) == PIECE
