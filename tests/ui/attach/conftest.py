"""A chat page on a stage, and files to give to it."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.attach.chip import AttachmentChip
from tests.ui.chat.conftest import Bench

GPS = b"SECRET-PLACE-52.5200N-13.4050E"
"""Stands for the place in the remarks of a photo."""


def picture(width: int, height: int, form: str = "PNG", colour: str = "#3366cc") -> bytes:
    """Returns a picture of one colour, its left half darker."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    for x in range(width // 2):
        image.setPixelColor(x, 0, QColor("black"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(data.data())


def photo(width: int, height: int, orientation: int = 6) -> bytes:
    """Returns a JPEG as a camera makes it: turned by its EXIF, which also tells the place."""
    plain = picture(width, height, "JPG")
    entries = struct.pack("<HHHII", 1, 0x0112, 3, 1, orientation) + struct.pack("<I", 0)
    exif = b"Exif\0\0II*\0\x08\0\0\0" + entries + GPS
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]


def read(data: bytes) -> QImage:
    return QImage.fromData(data)


def of_files(*paths: Path) -> QMimeData:
    """Returns what a file manager drags."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


class AttachBench(Bench):
    """The bench with words for files."""

    @property
    def files(self) -> Any:
        return self.stage.chat_parts.attachments

    @property
    def attaching(self) -> Any:
        return self.page._attaching

    @property
    def panel(self) -> Any:
        return self.composer.attached

    @property
    def chips(self) -> tuple[AttachmentChip, ...]:
        chips: tuple[AttachmentChip, ...] = self.panel.tray.chips()
        return chips

    def names(self) -> list[str]:
        return [chip.attachment.name for chip in self.chips]

    def paste(self, mime: QMimeData) -> None:
        """Puts something on the clipboard and pastes it into the text."""
        QApplication.clipboard().setMimeData(mime)
        self.field.setFocus()
        self.field.paste()

    def settle(self) -> None:
        """Waits until nothing is being prepared."""
        self.qtbot.waitUntil(lambda: self.files.pending == 0, timeout=10_000)

    def give(self, *paths: Path) -> None:
        """Attaches files and waits for what becomes of them."""
        self.attaching.intake.take_paths(paths)
        self.settle()

    def said(self) -> str:
        return "\n".join(notice.text for notice in self.notices())

    def drag(self, target: QWidget, mime: QMimeData) -> QDragEnterEvent:
        """Drags something over a widget."""
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDragEnterEvent(QPoint(5, 5), action, mime, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)
        return event

    def drop(self, target: QWidget, mime: QMimeData) -> QDropEvent:
        """Drops something on a widget."""
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(5, 5), action, mime, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)
        return event


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[AttachBench]:
    made = AttachBench(qtbot, tmp_path)
    yield made
    if hasattr(made, "page"):
        made.page.shut_down()
    QApplication.clipboard().clear()


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Writes a file to be given."""

    def write(name: str, data: bytes) -> Path:
        path = tmp_path / "given" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    return write
