"""Files and images for the transcript, given by the tests: who asks for what is written down."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, Signal
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from panda_desktop.domain.attachments import Attachment, recognise
from panda_desktop.domain.errors import ErrorKind, PandaError

_count = 0


def picture(
    width: int, height: int, colours: tuple[str, str] = ("#2f6f4f", "#e9c46a"), form: str = "PNG"
) -> bytes:
    """Makes a picture: a sky, a hill."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor(colours[0]))
    sky.setColorAt(1, QColor(colours[1]))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#264653"))
    painter.drawEllipse(QRect(-width // 4, height * 2 // 3, width, height))
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)  # type: ignore[call-overload]  # the stubs know no buffer
    return bytes(held.data())


def attachment(data: bytes, name: str, **values: object) -> Attachment:
    """Makes what a message says of a file with this content."""
    global _count
    _count += 1
    content = recognise(data)
    made = Attachment(
        f"f{_count}",
        content.kind,
        name,
        f"attachments/{_count:02}/{_count}{content.suffix}",
        content.mime,
        len(data),
        content.width,
        content.height,
        len(content.text),
        content.text[:200],
    )
    return replace(made, **values)  # type: ignore[arg-type]


class FileSource(QObject):
    """Reads files from memory, at once or when `answer` is called.

    Attributes:
        files: content by `Attachment.file`; what is not there is gone.
        asked: names of the files that were read, in order.
        held: nothing is answered before `answer`.
    """

    loaded = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.held = False
        self._waiting: list[Attachment] = []

    def put(self, data: bytes, name: str, **values: object) -> Attachment:
        made = attachment(data, name, **values)
        self.files[made.file] = data
        return made

    def load(self, attachment: Attachment) -> None:
        self.asked.append(attachment.name)
        self._waiting.append(attachment)
        if not self.held:
            self.answer()

    def answer(self) -> None:
        while self._waiting:
            each = self._waiting.pop(0)
            self.loaded.emit(each, self.files.get(each.file))


class ImageSource(QObject):
    """Loads images from memory when `answer` is called."""

    loaded = Signal(str, object)
    refused = Signal(str, object)
    allowed_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_allowed = True
        self.images: dict[str, bytes] = {}
        self.asked: list[str] = []

    def load(self, address: str) -> None:
        self.asked.append(address)

    def answer(self, kind: ErrorKind = ErrorKind.CANNOT_CONNECT) -> None:
        address = self.asked[-1]
        if address in self.images:
            self.loaded.emit(address, self.images[address])
        else:
            self.refused.emit(address, PandaError(kind))
