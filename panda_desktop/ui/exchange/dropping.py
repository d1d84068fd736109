"""An exported file that is dropped on a widget.

Promise: only one file that may hold chats is taken; every other drop goes where it would go without this.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

SUFFIXES: Final = (".json", ".zip")
_DRAGS: Final = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DroppedExports(QObject):
    """Watches widgets.

    Signals:
        dropped(object): the `Path` of a file.
    """

    dropped = Signal(object)

    def watch(self, *widgets: QWidget) -> None:
        """Takes files that are dropped on these from now on."""
        for widget in widgets:
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what is dragged, if it is a file of chats."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        path = exported_file(event.mimeData())
        if path is None:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def exported_file(data: QMimeData) -> Path | None:
    """Returns the one file that is dragged, if it is called as an export is."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None
