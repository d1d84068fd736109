"""The files of messages: their small pictures, and whether they are still there.

Promise: only what is drawn or opened is read, a few at a time; a file that is gone or was changed outside is
known as missing from then on and never raises.
"""

from collections.abc import Callable
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from panda_desktop.domain.attachments import Attachment
from panda_desktop.ui.transcript.pixmaps import Pixmaps

_AT_ONCE: Final = 4
_MOST_WAITING: Final = 60
"""More were scrolled past: they are asked for again when they are drawn again."""

Taker = Callable[[bytes | None], None]


class AttachmentSource(Protocol):
    """Reads the files of messages.

    Attributes:
        loaded: signal `(Attachment, bytes | None)`; None when it cannot be read.
    """

    loaded: Any

    def load(self, attachment: Attachment) -> None:
        """Reads a file; ends in `loaded`."""
        ...


class MessageFiles(QObject):
    """What the transcript knows of the files of messages.

    Signals:
        changed: a small picture is there, or a file turned out to be missing.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing can be read before `set_source`."""
        super().__init__(parent)
        self._source: AttachmentSource | None = None
        self._pixmaps = Pixmaps(self)
        self._pixmaps.ready.connect(lambda _key: self.changed.emit())
        self._pixmaps.failed.connect(lambda key, _problem: self._miss(key))
        self._missing: set[str] = set()
        self._boxes: dict[str, QSize] = {}  # of pictures being read, by their file
        self._takers: dict[str, list[Taker]] = {}  # who waits for a file, by the attachment's id
        self._waiting: dict[str, Attachment] = {}  # the last one is read first
        self._reading: set[str] = set()

    def set_source(self, source: AttachmentSource | None) -> None:
        """Sets what reads the files."""
        if self._source is not None:
            self._source.loaded.disconnect(self._loaded)
        self._source = source
        if source is not None:
            source.loaded.connect(self._loaded)
        self.forget()

    def forget(self) -> None:
        """Another conversation: what was missing is looked for again."""
        self._missing.clear()
        self._waiting.clear()
        self._boxes.clear()

    def is_missing(self, attachment: Attachment) -> bool:
        """Whether the file turned out to be gone, changed outside or damaged."""
        return attachment.file in self._missing

    def thumbnail(self, attachment: Attachment, box: QSize) -> QPixmap | None:
        """Returns the picture as large as fits into `box` (device pixels); None while it is read."""
        found = self._pixmaps.get(attachment.file, box)
        if found is not None or self._source is None or self.is_missing(attachment):
            return found
        if not self._pixmaps.waits(attachment.file, box):
            self._boxes[attachment.file] = box
            self._ask(attachment)
        return None

    def read(self, attachment: Attachment, take: Taker) -> None:
        """Reads a whole file for `take`, which gets None when it cannot be read."""
        self._takers.setdefault(attachment.id, []).append(take)
        self._ask(attachment)

    def miss(self, attachment: Attachment) -> None:
        """A file turned out to be no good."""
        self._miss(attachment.file)

    def close(self) -> None:
        """Waits for the picture being decoded."""
        self._pixmaps.close()

    def _ask(self, attachment: Attachment) -> None:
        if attachment.id in self._reading:
            return
        self._waiting.pop(attachment.id, None)
        self._waiting[attachment.id] = attachment
        while len(self._waiting) > _MOST_WAITING:
            gone = next(iter(self._waiting))
            self._boxes.pop(self._waiting.pop(gone).file, None)
        self._go_on()

    def _go_on(self) -> None:
        while self._source is not None and self._waiting and len(self._reading) < _AT_ONCE:
            identity, attachment = self._waiting.popitem()
            self._reading.add(identity)
            self._source.load(attachment)

    def _loaded(self, attachment: Attachment, data: bytes | None) -> None:
        ours = attachment.id in self._reading
        self._reading.discard(attachment.id)
        if ours:
            box = self._boxes.pop(attachment.file, None)
            if data is None:
                self._miss(attachment.file)
            elif box is not None:
                self._pixmaps.make(attachment.file, data, box)
        for take in self._takers.pop(attachment.id, []):
            take(data)
        self._go_on()

    def _miss(self, file: str) -> None:
        self._missing.add(file)
        self.changed.emit()
