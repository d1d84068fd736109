"""The person's own pictures and videos come into the library: dropped, pasted, or chosen.

Promise: only files are taken; what was refused is named with the reason; a drag that began in the library is
left alone.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.attach.overlay import DropOverlay
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.media.tile_pointing import dragged_items
from panda_desktop.ui.wording import joined, listed
from panda_desktop.viewmodels.bringing import BringingModel

_LEFT_MS: Final = 60
"""Between two widgets the drag is nowhere for a moment."""
_NAMED: Final = 3
"""Refused files that are named."""
_DRAGS: Final = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class _Overlay(DropOverlay):
    """Shows that files can be dropped on the library."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._words = self.tr("Drop pictures and videos here to keep a copy in the library")
        self.setAccessibleName(self._words)


class TakingIn(QObject):
    """The ways in.

    Attributes:
        overlay: shown while files are dragged over the page.
        dialog: the open dialog; None while there is none.

    Signals:
        notice_wanted(object): a `Notice` shall be shown.
        item_wanted(object): this `MediaItem` shall be shown.
    """

    notice_wanted = Signal(object)
    item_wanted = Signal(object)

    def __init__(self, page: QWidget, bringing: BringingModel) -> None:
        """Watches `page`."""
        super().__init__(page)
        self._page = page
        self._bringing = bringing
        self._last: MediaItem | None = None
        self._refused: list[tuple[Path, PandaError]] = []
        self.overlay = _Overlay(page)
        self.dialog: QFileDialog | None = None
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(_LEFT_MS)
        self._left.timeout.connect(self.overlay.hide)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        bringing.added.connect(self._added)
        bringing.refused.connect(lambda path, error: self._refused.append((path, error)))
        bringing.finished.connect(self._finished)

    def choose(self) -> None:
        """Asks for files."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        dialog = QFileDialog(self._page.window(), self.tr("Add pictures and videos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        names = "*.png *.jpg *.jpeg *.webp *.gif *.mp4 *.webm *.mov"
        dialog.setNameFilters([self.tr("Pictures and videos") + f" ({names})", self.tr("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def paste(self) -> None:
        """Takes the files that are on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        self.take(_files(data) if data is not None else [])

    def take(self, paths: Sequence[Path]) -> None:
        """Takes copies of files."""
        if paths:
            self._bringing.add(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes drags and drops of files."""
        if event.type() in _DRAGS and isinstance(event, QDropEvent):
            return self._dragged(event)
        if event.type() is QEvent.Type.DragLeave:
            self._left.start()
        return super().eventFilter(watched, event)

    def _dragged(self, event: QDropEvent) -> bool:
        paths = _files(event.mimeData())
        if not paths or dragged_items(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._left.stop()
        if event.type() is QEvent.Type.Drop:
            self.overlay.hide()
            self.take(paths)
        else:
            self.overlay.cover()
        return True

    def _added(self, item: MediaItem) -> None:
        self._last = item

    def _finished(self, added: int, refused: int) -> None:
        item, self._last = self._last, None
        failures, self._refused = self._refused, []
        words = self.tr("%n files are in the library.", "", added) if added else ""
        level = NoticeLevel.INFO
        if refused:
            level = NoticeLevel.WARNING
            words = joined(words, self._refusal(failures))
        actions: tuple[NoticeAction, ...] = ()
        if item is not None:
            actions = (NoticeAction(self.tr("Show"), lambda: self.item_wanted.emit(item)),)
        if words:
            self.notice_wanted.emit(Notice(words, level, actions, key="taking-in"))

    def _refusal(self, failures: Sequence[tuple[Path, PandaError]]) -> str:
        named = [
            self.tr("{name} ({reason})").format(name=path.name[:80], reason=self._reason(error))
            for path, error in failures[:_NAMED]
        ]
        words = self.tr("Not taken: {names}.").format(names=listed(named))
        more = len(failures) - _NAMED
        return joined(words, self.tr("And %n more.", "", more)) if more > 0 else words

    def _reason(self, error: PandaError) -> str:
        return {
            ErrorKind.NOT_MEDIA: self.tr("no picture or video"),
            ErrorKind.TOO_LARGE: self.tr("too large"),
            ErrorKind.DISK_FULL: self.tr("the disk is full"),
            ErrorKind.CANNOT_WRITE: self.tr("the data folder cannot be written"),
        }.get(error.kind, self.tr("it cannot be read"))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
