"""Files and pictures that are dragged over the chat or pasted while the messages have the focus.

Promise: only what holds files or a picture is taken; every other drag and key goes where it would go without
this.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.attach.offers import has_files, offer_of
from panda_desktop.ui.attach.overlay import DropOverlay

_LEFT_MS: Final = 60
"""Between two widgets the drag is nowhere for a moment."""


class DropZone(QObject):
    """Watches a pane and what in it takes drops itself.

    Attributes:
        overlay: shown while something fitting is dragged over.

    Signals:
        offered(object): an `Offer` was dropped.
        pasted(object): an `Offer` was pasted.
    """

    offered = Signal(object)
    pasted = Signal(object)

    def __init__(self, pane: QWidget, *inner: QWidget) -> None:
        """Watches `pane`, and `inner` widgets that have a use of their own for drops."""
        super().__init__(pane)
        self._pane = pane
        self.overlay = DropOverlay(pane)
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(_LEFT_MS)
        self._left.timeout.connect(self.overlay.hide)
        pane.setAcceptDrops(True)
        for widget in (pane, *inner):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes drags and drops of files, and a paste of files outside a field."""
        kinds = QEvent.Type
        if event.type() in (kinds.DragEnter, kinds.DragMove, kinds.Drop) and isinstance(event, QDropEvent):
            return self._dragged(event)
        if event.type() is kinds.DragLeave:
            self._left.start()
        elif event.type() is kinds.KeyPress and watched is self._pane and isinstance(event, QKeyEvent):
            return self._pasted(event)
        return super().eventFilter(watched, event)

    def _dragged(self, event: QDropEvent) -> bool:
        if not has_files(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._left.stop()
        if event.type() is not QEvent.Type.Drop:
            self.overlay.cover()
            return True
        self.overlay.hide()
        offer = offer_of(event.mimeData())
        if offer is not None:
            self.offered.emit(offer)
        return True

    def _pasted(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        mime = QGuiApplication.clipboard().mimeData()
        offer = offer_of(mime) if mime is not None else None
        if offer is None:
            return False
        self.pasted.emit(offer)
        return True
