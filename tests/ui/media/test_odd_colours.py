"""Pictures with broken profiles, rotations and odd colours are shown, or refused with a reason."""

import struct
import zlib
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QColorSpace, QImage
from pytestqt.qtbot import QtBot

from panda_desktop.ui.media.reading import Unreadable, read_whole
from tests.ui.media.pictures import encoded

ODD = pytest.mark.qt_log_ignore("qt.gui.imageio|JPEG|libpng|QImage|Failed ICC signature test", extend=True)


def saved(image: QImage, form: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(data.data())


def half_red(form: QImage.Format, width: int = 60, height: int = 40) -> QImage:
    """Red on the left, blue on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    return image.convertToFormat(form)


def with_chunk(png: bytes, kind: bytes, data: bytes) -> bytes:
    """Puts a chunk right behind the header."""
    chunk = struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return png[:33] + chunk + png[33:]


def with_segment(jpeg: bytes, data: bytes, marker: int = 0xE1) -> bytes:
    """Puts a segment right behind the beginning."""
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + jpeg[2:]


def turned(orientation: int) -> bytes:
    """An EXIF segment that says only how the camera was held."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\0\0MM\0\x2a\0\0\0\x08" + struct.pack(">H", 1) + entry + b"\0\0\0\0"


def of_another_space() -> bytes:
    image = half_red(QImage.Format.Format_RGB32)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    return saved(image, "PNG")


SHOWN: dict[str, Callable[[], bytes]] = {
    "16 bits a channel": lambda: saved(half_red(QImage.Format.Format_RGBA64), "PNG"),
    "16 bits grey": lambda: saved(half_red(QImage.Format.Format_Grayscale16), "PNG"),
    "1 bit": lambda: saved(half_red(QImage.Format.Format_Mono), "PNG"),
    "a palette": lambda: saved(half_red(QImage.Format.Format_Indexed8), "PNG"),
    "another space": of_another_space,
    "a profile of noise": lambda: with_chunk(
        encoded("PNG"), b"iCCP", b"x\0\0" + zlib.compress(b"not a profile")
    ),
    "a profile that is cut": lambda: with_chunk(encoded("PNG"), b"iCCP", b"x\0\0\x78\x9c"),
    "a profile of megabytes": lambda: with_chunk(
        encoded("PNG"), b"iCCP", b"x\0\0" + zlib.compress(bytes(8_000_000))
    ),
    "a broken profile in a JPEG": lambda: with_segment(
        encoded("JPEG"), b"ICC_PROFILE\0\1\1" + b"\xff" * 500, 0xE2
    ),
    "a broken EXIF": lambda: with_segment(encoded("JPEG"), b"Exif\0\0MM\0\x2a\xff\xff\xff\xff"),
    "four inks": lambda: saved(half_red(QImage.Format.Format_CMYK8888), "JPEG"),
}  # fmt: skip


@ODD
@pytest.mark.parametrize("name", list(SHOWN))
def test_i15_odd_colours_are_shown_or_refused(qtbot: QtBot, name: str) -> None:
    try:
        image = read_whole(SHOWN[name]())
    except Unreadable:
        assert "profile" in name  # a reason is shown in its place
        return
    assert not image.isNull() and image.width() in (60, 120)


@pytest.mark.parametrize(("orientation", "is_upright"), [(1, False), (3, False), (6, True), (8, True)])
def test_i15_a_photo_is_shown_as_it_was_taken(qtbot: QtBot, orientation: int, is_upright: bool) -> None:
    image = read_whole(with_segment(encoded("JPEG", 60, 40), turned(orientation)))
    assert (image.width() < image.height()) is is_upright


def test_i15_four_inks_keep_their_colours(qtbot: QtBot) -> None:
    image = read_whole(saved(half_red(QImage.Format.Format_CMYK8888), "JPEG"))
    left, right = image.pixelColor(10, 20), image.pixelColor(50, 20)
    assert left.red() > 150 > left.blue() and right.blue() > 150 > right.red()
