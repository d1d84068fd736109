"""Makes pictures ready to be sent: upright, at most 2048 pixels a side, without anything but the picture.

Promise: place, camera and every other remark in the file stay behind; what is too large is told from its
header; at most two pictures are decoded at a time. Made for threads.
"""

import threading
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageWriter, QPainter

from panda_desktop.ui.attach.values import Outcome, Prepared, Refused, Why
from panda_desktop.ui.media.reading import MAX_PIXELS, Problem, Unreadable, format_of, read_fitting

MAX_SIDE: Final = 2048
"""The long side of what is sent: no model looks closer."""
_SMALL_PNG: Final = 1_500_000
"""A drawing or screenshot stays a PNG up to so many bytes …"""
_CLEAR_PNG: Final = 4_000_000
"""… and one with transparent parts up to so many."""
_QUALITY: Final = 88
_WHY: Final = {
    Problem.TOO_LARGE: Why.TOO_MANY_PIXELS,
    Problem.DAMAGED: Why.DAMAGED,
    Problem.NOT_A_PICTURE: Why.OTHER_PICTURE,
    Problem.MISSING: Why.MISSING,
}
_at_once: Final = threading.BoundedSemaphore(2)


def prepare_picture(data: bytes, name: str) -> Outcome:
    """Prepares the bytes of a picture."""
    with _at_once:
        try:
            image, _ = read_fitting(data, QSize(MAX_SIDE, MAX_SIDE))
        except Unreadable as error:
            return Refused(name, _WHY[error.problem])
        return _encoded(image, name, drawn=format_of(data[:16]) in ("png", "gif"))


def prepare_image(image: QImage, name: str) -> Outcome:
    """Prepares a picture of the clipboard that is decoded already."""
    if image.isNull():
        return Refused(name, Why.DAMAGED)
    if image.width() * image.height() > MAX_PIXELS:
        return Refused(name, Why.TOO_MANY_PIXELS)
    with _at_once:
        if max(image.width(), image.height()) > MAX_SIDE:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(MAX_SIDE, MAX_SIDE, keep, smooth)
        return _encoded(image, name, drawn=True)


def _encoded(image: QImage, name: str, *, drawn: bool) -> Outcome:
    clear = image.hasAlphaChannel()
    if clear or drawn:
        data = _written(_bare(image, clear=clear), b"png", -1)
        if len(data) <= (_CLEAR_PNG if clear else _SMALL_PNG):
            return Prepared(data, name)
    return Prepared(_written(_bare(image, clear=False), b"jpeg", _QUALITY), name)


def _bare(image: QImage, *, clear: bool) -> QImage:
    """Returns the pixels alone: a copy by Qt would keep the remarks, and writing would write them."""
    shared = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if image.colorSpace().isValid() and image.colorSpace() != shared:
        image = image.convertedToColorSpace(shared)
    form = QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32
    bare = QImage(image.size(), form)
    bare.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.white)
    image.setDevicePixelRatio(1.0)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare


def _written(image: QImage, form: bytes, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    writer.setQuality(quality)
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(data.data())
