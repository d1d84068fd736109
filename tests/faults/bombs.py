"""Small bodies that grow beyond all memory when they are unpacked.

Promise: a few hundred kilobytes at most on the wire, and nothing large in this process either.
"""

import base64
import functools
import gzip
import struct
import zlib
from collections.abc import Callable
from typing import Final

MIB: Final = 1024 * 1024
# 512 MiB of zeros, made once with the reference encoder and packed again for this line.
_BROTLI: Final = (
    "eNo7/f+/PYMKw6ONDkXv///4/5+9gcVBRqzh3V/5////M0xg6DjMdGHv/8f//8szCDEURjDs+l7/5/9/ZgcmBT5uh+//+v//r2fw"
    "YDiSyPji3v+P///zM3A2WOgw3P1t/+//f0YFRoF21gXV/49DLdnAUDJqyaglQ9EScwDLVJ7q"
)


@functools.cache
def gzip_bomb(size: int = 128 * MIB) -> bytes:
    """Returns `size` zeros as gzip: about a thousandth of it."""
    return _zeros(size, 31)


@functools.cache
def deflate_bomb(size: int = 128 * MIB) -> bytes:
    """Returns `size` zeros as zlib, which is what HTTP calls deflate."""
    return _zeros(size, 15)


@functools.cache
def double_gzip_bomb(size: int = 128 * MIB) -> bytes:
    """Returns a gzip bomb in gzip: about a millionth."""
    return gzip.compress(gzip_bomb(size), 9)


@functools.cache
def brotli_bomb() -> bytes:
    """Returns 512 MiB of zeros in 809 bytes of brotli."""
    return zlib.decompress(base64.b64decode(_BROTLI))


@functools.cache
def zstd_bomb(size: int = 128 * MIB) -> bytes:
    """Returns `size` zeros as a zstd frame of run-length blocks (RFC 8878, 3.1.1): 4 bytes for 128 KiB."""
    block = 128 * 1024
    blocks = size // block
    # Single segment off, no checksum; window descriptor of 8 MiB.
    header = struct.pack("<IBB", 0xFD2FB528, 0x00, 0x68)
    return header + b"".join(
        struct.pack("<I", (block << 3) | (1 << 1) | (number == blocks - 1))[:3] + b"\0"
        for number in range(blocks)
    )


BOMBS: Final[dict[str, Callable[[], bytes]]] = {
    "gzip": gzip_bomb,
    "deflate": deflate_bomb,
    "br": brotli_bomb,
    "zstd": zstd_bomb,
    "gzip, gzip": double_gzip_bomb,
}
"""By what `Content-Encoding` says."""


def _zeros(size: int, bits: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, bits)
    block = bytes(MIB)
    parts = [packer.compress(block) for _ in range(size // MIB)]
    return b"".join([*parts, packer.compress(bytes(size % MIB)), packer.flush()])
