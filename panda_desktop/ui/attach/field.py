"""The text field of the composer: what is pasted or dropped on it is text, or files for the message.

Promise: formatted text comes in plain, and nothing it names is loaded.
"""

from PySide6.QtCore import QMimeData, Signal

from panda_desktop.ui.attach.offers import has_files, has_text, is_plain, offer_of, text_of
from panda_desktop.ui.kit import TextArea


class ComposerField(TextArea):
    """A text area that hands files on.

    Signals:
        offered(object): an `Offer` was pasted or dropped.
        unusable: what was pasted is neither text nor a file.
    """

    offered = Signal(object)
    unusable = Signal()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Takes text, files and pictures."""
        return has_files(source) or has_text(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Inserts text, and hands files and pictures on."""
        offer = offer_of(source)
        if offer is not None:
            self.offered.emit(offer)
            return
        if is_plain(source):
            super().insertFromMimeData(source)  # not read here: it may be megabytes
            return
        text = text_of(source)
        if not text:
            self.unusable.emit()
            return
        plain = QMimeData()
        plain.setText(text)
        super().insertFromMimeData(plain)
