"""Bytes of pictures, whole and broken, for tests of what reads them."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage


def encoded(form: str, width: int = 120, height: int = 80) -> bytes:
    """Returns a real picture in a format Qt writes."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(40, 90, 160))
    for x in range(0, width, 7):
        for y in range(height):
            image.setPixelColor(x, y, QColor(x % 255, y % 255, (x * y) % 255))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(data.data())


def png_of_size(width: int, height: int) -> bytes:
    """Returns a PNG whose header claims a size and that holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (height * (1 + (width + 7) // 8))) if width * height <= 10**8 else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def gif_of_frames(count: int) -> bytes:
    """Returns an animation of 1 × 1 pixel whose frames have no pause."""
    head = b"GIF89a" + struct.pack("<HH", 1, 1) + b"\x80\0\0" + b"\xff\0\0\0\xff\0"
    control = b"!\xf9\x04\0\0\0\0\0"
    frame = control + b"," + struct.pack("<HHHH", 0, 0, 1, 1) + b"\0\x02\x02D\x01\0"
    return head + frame * count + b";"


SVG = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script>
<image href="file:///etc/passwd" width="9" height="9"/>&b;</svg>"""
