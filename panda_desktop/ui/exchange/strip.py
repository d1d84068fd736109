"""The line at the top of the window that says how far an export or import is, with the button to end it.

Promise: it comes only when it takes longer than a moment, and shows no share that nobody knows.
"""

from typing import Final

from PySide6.QtCore import QLocale, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.exchange import Progress
from panda_desktop.ui.kit import Button, ElidedLabel, Spinner, Surface, announce
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import file_size

_A_MOMENT_MS: Final = 300


class ShareLine(QWidget):
    """A 3-px line, as long as the share that is done."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows nothing done."""
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(3)

    @property
    def share(self) -> float:
        """What is done, from 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Shows how much is done."""
        self._share = max(0.0, min(1.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look().theme.line))
        done = QRect(0, 0, round(self.width() * self._share), self.height())
        painter.fillRect(mirrored(self, self.rect(), done), QColor(look().theme.accent))
        painter.end()


class ProgressStrip(Surface):
    """The line.

    Attributes:
        words: how far it is.
        line: the same as a length.
        cancel: ends it.

    Signals:
        cancelled: it shall end.
    """

    cancelled = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes a hidden line."""
        super().__init__("side", edge="bottom", parent=parent)
        self._importing = False
        self.words = ElidedLabel("", "body")
        self.line = ShareLine()
        self.cancel = Button(self.tr("Cancel"), small=True)
        self._spinner = Spinner(self.tr("Working"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_MOMENT_MS)
        self._soon.timeout.connect(self._appear)
        self._build()
        self.cancel.clicked.connect(lambda _checked=False: self._end())
        self.hide()

    def begin(self, *, importing: bool) -> None:
        """Comes in a moment, unless it has ended by then."""
        self._importing = importing
        tip = self.tr("End the import; whole chats stay") if importing else self.tr("End the export")
        self.cancel.set_tip(tip)
        self.cancel.set_text(self.tr("Cancel"))
        self.cancel.setEnabled(True)
        self.words.setText(self.tr("Importing chats…") if importing else self.tr("Exporting chats…"))
        self.line.set_share(0)
        self._soon.start()

    def show_progress(self, progress: Progress) -> None:
        """Says how far it is."""
        self.line.set_share(progress.done / progress.total if progress.total else 0)
        locale = QLocale()
        if self._importing:
            words = self.tr("Importing chats: {done} of {total}, {count} chats so far").format(
                done=file_size(progress.done),
                total=file_size(progress.total),
                count=locale.toString(progress.conversations),
            )
        else:
            words = self.tr("Exporting chats: {done} of {total} messages").format(
                done=locale.toString(progress.done), total=locale.toString(progress.total)
            )
        self.words.setText(words)

    def finish(self) -> None:
        """Goes."""
        self._soon.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        announce(self, self.words.text())

    def _end(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.set_text(self.tr("Ending…"))
        self.cancelled.emit()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._spinner)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
