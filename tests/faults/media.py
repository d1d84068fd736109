"""Pictures and films for servers to send: sound files in which no two bytes can be mistaken for each other.

Promise: the same seed and size give the same bytes, and each file tells by itself where it ends.
"""

import hashlib
import random
import struct
import zlib
from typing import Final

PNG_MAGIC: Final = b"\x89PNG\r\n\x1a\n"


def png(seed: int = 0, *, side: int = 16) -> bytes:
    """Returns a picture of noise, `side` pixels wide and high."""
    noise = random.Random(seed)
    rows = b"".join(b"\0" + noise.randbytes(side * 3) for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"".join(
        [PNG_MAGIC, _chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b"")]
    )


def jpeg() -> bytes:
    """Returns a photo as far as segments go, with a smaller one inside that has an end of its own."""
    inside = b"Exif\0\0\xff\xd8\xff\xd9"
    segment = b"\xff\xe1" + struct.pack(">H", len(inside) + 2) + inside
    return b"\xff\xd8" + segment + b"\xff\xda\0\x08\1\1\0\0\x3f\0" + b"\x12\xff\0" * 30 + b"\xff\xd9"


def webp() -> bytes:
    """Returns a WebP file as far as its length goes."""
    return b"RIFF" + struct.pack("<I", 104) + b"WEBPVP8 " + bytes(96)


def mp4(seed: int = 0, *, size: int = 4000) -> bytes:
    """Returns a film as far as boxes go: nothing can be played, everything can be told apart."""
    return _box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41") + _box(b"mdat", random.Random(seed).randbytes(size))


def webm(seed: int = 0, *, size: int = 4000) -> bytes:
    """Returns the head of a WebM file and noise."""
    return b"\x1aE\xdf\xa3" + random.Random(seed).randbytes(size)


def sha256(data: bytes) -> str:
    """Returns the digest in hexadecimal, as the library keeps it."""
    return hashlib.sha256(data).hexdigest()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + kind + data
