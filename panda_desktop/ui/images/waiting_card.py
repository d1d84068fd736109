"""The card of a picture that is awaited.

Promise: it says what goes on and for how long, and moves; stopping is asked twice, because it may cost the
picture and the money.
"""

from datetime import UTC, datetime

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.images.job_tiles import Waiting
from panda_desktop.ui.kit import BusyBar, Button, ElapsedLabel, ElidedLabel, Label
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.media.tile_cache import RADIUS, rounded_above
from panda_desktop.ui.media.tile_painter import foot_height
from panda_desktop.ui.theme import look


class ProgressLine(BusyBar):
    """A line along which a stretch travels, or that fills where somebody knows how far it is."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Makes a line heard as `name`."""
        super().__init__(name, parent=parent)
        self._share: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what is below need not be drawn again

    def set_share(self, share: float | None) -> None:
        """Sets how far it is, 0 to 1; None when nobody knows."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line."""
        if self._share is None:
            super().paintEvent(event)
            return
        theme = look().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.line))
        done = QRect(0, 0, round(self.width() * self._share), self.height())
        painter.fillRect(mirrored(self, self.rect(), done), QColor(theme.accent))
        painter.end()


class WaitingCard(QWidget):
    """One awaited picture.

    Signals:
        stopped(str): the job of this id shall be waited for no longer.
    """

    stopped = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty card."""
        super().__init__(parent)
        self._content: Waiting | None = None
        self.doing = Label("", "small", wrap=True)
        self.elapsed = ElapsedLabel()
        self.progress = Label("", "small", wrap=True)
        self.question = Label("", "small", wrap=True)
        self.line = ProgressLine(self.tr("Waiting"), parent=self)
        self.prompt = ElidedLabel("", "small")
        self.stop = Button(self.tr("Stop"), "quiet", small=True)
        self.really = Button(self.tr("Stop waiting"), "danger", small=True)
        self.keep = Button(self.tr("Keep waiting"), small=True)
        self.question.hide()
        self._build()
        look().changed.connect(self._fit_line)

    def show_waiting(self, content: Waiting) -> None:
        """Shows how it stands."""
        before, self._content = self._content, content
        job = content.job
        first = content.number == 0
        numbered = self.tr("{number} of {count}").format(number=content.number + 1, count=content.awaited)
        self.doing.setText(content.doing if first else numbered)
        self.progress.setText(content.progress if first else "")
        self.prompt.setText(" ".join(job.request.prompt[:200].split()))
        self.line.setVisible(job.state is not JobState.QUEUED and self.question.isHidden())
        share = job.received_bytes / job.total_bytes if job.total_bytes else None
        self.line.set_share(min(1.0, share) if share is not None and first else None)
        if first and (before is None or before.job.sent_at != job.sent_at):
            self._start_clock()
        if before is None or before.job.state is not job.state:
            self._ask(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the line at the foot of the picture's place."""
        super().resizeEvent(event)
        self._fit_line()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the tile."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if self.question.isHidden():
            painter.fillPath(rounded_above(QRectF(self._picture_place())), QColor(theme.side))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.end()

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(2)
        for label in (self.doing, self.elapsed, self.progress, self.question):
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self.really)
        column.addSpacing(4)
        column.addWidget(self.keep)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(self.prompt, 1)
        foot.addWidget(self.stop)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        column.addWidget(self._foot)
        column.setContentsMargins(12, 12, 6, 0)
        self.stop.clicked.connect(lambda _checked=False: self._press_stop())
        self.really.clicked.connect(lambda _checked=False: self._stop())
        self.keep.clicked.connect(lambda _checked=False: self._keep())

    def _picture_place(self) -> QRect:
        return QRect(0, 0, self.width(), self.height() - foot_height())

    def _fit_line(self) -> None:
        self._foot.setFixedHeight(foot_height())
        place = self._picture_place()
        self.line.setGeometry(1, place.bottom() - 2, self.width() - 2, 3)

    def _start_clock(self) -> None:
        assert self._content is not None
        sent = self._content.job.sent_at
        self.elapsed.setVisible(sent is not None)
        if sent is not None:
            self.elapsed.set_usual(self._content.usual)
            self.elapsed.start(max(0.0, (datetime.now(UTC) - sent).total_seconds()))

    def _press_stop(self) -> None:
        if self._content is not None and self._content.job.state is JobState.QUEUED:
            self.stopped.emit(self._content.job.id)  # nothing was sent: nothing is lost
            return
        self._ask(True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        if self._content is not None:
            self.stopped.emit(self._content.job.id)

    def _keep(self) -> None:
        self._ask(False)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, asking: bool) -> None:
        first = self._content is not None and self._content.number == 0
        self.question.setText(
            self.tr("Stop waiting? It may still be charged, and the pictures may be lost.") if asking else ""
        )
        self.question.setVisible(asking)
        self.really.setVisible(asking)
        self.keep.setVisible(asking)
        self.doing.setVisible(not asking)
        self.elapsed.setVisible(not asking and first and self.elapsed.text() != "")
        self.progress.setVisible(not asking and first)
        self._foot.setVisible(not asking)
        self._column.setContentsMargins(12, 12, 12 if asking else 6, 12 if asking else 0)
        moves = self._content is not None and self._content.job.state is not JobState.QUEUED
        self.line.setVisible(moves and not asking)
        self.update()
        self.stop.setVisible(first)
