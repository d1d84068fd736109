"""Two pictures in one place, the left of one and the right of the other, with a line between them to move.

Promise: both are shown at the same size and place however large their files are; nothing is decoded by the
GUI thread.
"""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import announce, give_role, keyboard_focused
from panda_desktop.ui.media.picture_loader import PictureLoader
from panda_desktop.ui.media.reading import Problem, Source
from panda_desktop.ui.media.tile_pictures import problem_words
from panda_desktop.ui.theme import DARK, look

MOST: Final = 16.0
"""How far both can be enlarged over the fitted size."""
_STEP: Final = 1.25
_WHEEL: Final = 120
_HANDLE: Final = 15
_REACH: Final = 22


@dataclass
class _Side:
    """One of the two pictures, as far as it is loaded."""

    loader: PictureLoader
    source: Source | None = None
    size: QSize = field(default_factory=QSize)
    rough: QPixmap | None = None
    fitted: QImage | None = None
    whole: QImage | None = None
    problem: str = ""


class CompareView(QWidget):
    """The two pictures.

    Signals:
        divider_changed(float): see `divider`.
        zoom_changed: see `zoom`.
    """

    divider_changed = Signal(float)
    zoom_changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty view."""
        super().__init__(parent)
        self._sides = (_Side(PictureLoader(self)), _Side(PictureLoader(self)))
        self._divider = 0.5
        self._zoom = 1.0
        self._centre = QPointF(0.5, 0.5)
        self._drag: QPointF | None = None
        self._moves_divider = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Two pictures"))
        self.setAccessibleDescription(
            self.tr("Left and Right move the border between them, X exchanges them, Escape leaves it.")
        )
        give_role(self, QAccessible.Role.Graphic)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for number, side in enumerate(self._sides):
            side.loader.fitted.connect(lambda image, size, at=number: self._take(at, image, size))
            side.loader.whole.connect(lambda image, at=number: self._take_whole(at, image))
            side.loader.failed.connect(lambda problem, at=number: self._refuse(at, problem))

    @property
    def divider(self) -> float:
        """Where the line is, 0 (all of the right picture) to 1 (all of the left one)."""
        return self._divider

    @property
    def zoom(self) -> float:
        """How much both are enlarged over the fitted size, 1 to `MOST`."""
        return self._zoom

    def is_ready(self) -> bool:
        """Whether both are decoded."""
        return all(side.fitted is not None for side in self._sides)

    def show_side(self, number: int, source: Source | None, size: QSize, rough: QPixmap | None) -> None:
        """Shows a picture at the left (0) or right (1).

        Args:
            number: which side.
            source: its file; None when there is none.
            size: its size in pixels; empty when it is not known.
            rough: a small picture of it to show until it is decoded.
        """
        side = self._sides[number]
        side.source, side.rough, side.fitted, side.whole = source, rough, None, None
        side.problem = "" if source is not None else problem_words(None)
        side.size = rough.size() if size.isEmpty() and rough is not None else size
        self._load(side)
        self.update()

    def set_divider(self, divider: float) -> None:
        """Moves the line."""
        divider = max(0.0, min(1.0, divider))
        if divider != self._divider:
            self._divider = divider
            self.divider_changed.emit(divider)
            self.update()

    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Enlarges both by so many steps; the point `around` of the view stays where it is."""
        zoom = max(1.0, min(MOST, self._zoom * _STEP**steps))
        anchor = around if around is not None else QPointF(self.rect().center())
        before = self._frame()
        if before.isEmpty():
            return
        share = QPointF(
            (anchor.x() - before.x()) / before.width(), (anchor.y() - before.y()) / before.height()
        )
        self._zoom = zoom
        size = self._frame().size()
        self._place(anchor.x() - share.x() * size.width(), anchor.y() - share.y() * size.height())
        self._zoomed()

    def fit(self) -> None:
        """Shows both whole."""
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)
        self._zoomed()

    def clear(self) -> None:
        """Shows nothing and frees the memory."""
        for side in self._sides:
            side.loader.forget()
            side.source = side.rough = side.fitted = side.whole = None
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)

    def shut_down(self) -> None:
        """Waits for its threads."""
        for side in self._sides:
            side.loader.close()

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws both pictures and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(DARK.rail))
        line = self._line()
        halves = (QRectF(0, 0, line, self.height()), QRectF(line, 0, self.width() - line, self.height()))
        for side, half in zip(self._sides, halves, strict=True):
            painter.setClipRect(half)
            self._paint_side(painter, side, half)
        painter.setClipping(False)
        self._paint_line(painter, line)
        if keyboard_focused(self):
            painter.setPen(QPen(QColor(DARK.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decodes for the new size."""
        super().resizeEvent(event)
        for side in self._sides:
            self._load(side)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarges around the pointer."""
        self.zoom_by(event.angleDelta().y() / _WHEEL, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the line, or of enlarged pictures; elsewhere the line comes to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag = event.position()
        self._moves_divider = self._zoom <= 1 or abs(event.position().x() - self._line()) <= _REACH
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves what is held."""
        at = event.position()
        if self._drag is None:
            over = abs(at.x() - self._line()) <= _REACH
            enlarged = Qt.CursorShape.OpenHandCursor if self._zoom > 1 else Qt.CursorShape.ArrowCursor
            self.setCursor(Qt.CursorShape.SplitHCursor if over else enlarged)
        elif self._moves_divider:
            seen = self._seen()
            self.set_divider((at.x() - seen.x()) / max(1.0, seen.width()))
        else:
            frame, moved = self._frame(), at - self._drag
            self._drag = at
            self._place(frame.x() + moved.x(), frame.y() + moved.y())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go."""
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Shows both whole again."""
        self.fit()

    # how it is done

    def _paint_side(self, painter: QPainter, side: _Side, half: QRectF) -> None:
        target = self._target(side)
        sharp = side.whole if side.whole is not None and self._zoom > 1 else side.fitted
        if sharp is not None:
            painter.drawImage(target, sharp)
        elif side.rough is not None:
            painter.drawPixmap(target, side.rough, QRectF(side.rough.rect()))
        elif side.problem:
            painter.setFont(look().body_font())
            painter.setPen(QColor(DARK.muted))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(half.adjusted(20, 20, -20, -20), flags, side.problem)

    def _paint_line(self, painter: QPainter, line: float) -> None:
        painter.setPen(QPen(QColor(DARK.rail), 4))
        painter.drawLine(QPointF(line, 0), QPointF(line, self.height()))
        painter.setPen(QPen(QColor(DARK.text), 2))
        painter.drawLine(QPointF(line, 0), QPointF(line, self.height()))
        middle = QPointF(line, self.height() / 2)
        painter.setPen(QPen(QColor(DARK.rail), 1))
        painter.setBrush(QColor(DARK.text))
        painter.drawEllipse(middle, _HANDLE, _HANDLE)
        painter.setPen(QPen(QColor(DARK.rail), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for way in (-1, 1):
            tip = middle + QPointF(8 * way, 0)
            painter.drawPolyline([tip + QPointF(-4 * way, -4), tip, tip + QPointF(-4 * way, 4)])

    def _take(self, number: int, image: QImage, size: QSize) -> None:
        side = self._sides[number]
        side.fitted, side.size, side.rough = image, size, None
        self.update()

    def _take_whole(self, number: int, image: QImage) -> None:
        self._sides[number].whole = image
        self.update()

    def _refuse(self, number: int, problem: Problem) -> None:
        side = self._sides[number]
        side.problem, side.rough = problem_words(problem), None
        announce(self, side.problem, urgent=True)
        self.update()

    def _load(self, side: _Side) -> None:
        if side.source is not None:
            box = (QSizeF(self.size()) * self.devicePixelRatioF()).toSize()
            side.loader.load(side.source, box.expandedTo(QSize(64, 64)))

    def _zoomed(self) -> None:
        if self._zoom > 1:
            for side in self._sides:
                if side.source is not None:
                    side.loader.load_whole()
        self.zoom_changed.emit()
        self.update()

    def _frame(self) -> QRectF:
        """Returns the place of both: the left picture fitted, never larger than itself, then enlarged."""
        size = QSizeF(self._sides[0].size)
        if size.isEmpty():
            size = QSizeF(self.size())
        size /= self.devicePixelRatioF()
        room = QSizeF(self.size())
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        size *= self._zoom
        x = self.width() / 2 - self._centre.x() * size.width()
        y = self.height() / 2 - self._centre.y() * size.height()
        return QRectF(QPointF(x, y), size)

    def _target(self, side: _Side) -> QRectF:
        """Returns where a picture is drawn: as large as it fits into the place of both."""
        frame = self._frame()
        if side is self._sides[0] or side.size.isEmpty():
            return frame
        size = QSizeF(side.size)
        size.scale(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = frame.center() - QPointF(size.width() / 2, size.height() / 2)
        return QRectF(corner, size)

    def _seen(self) -> QRectF:
        """Returns the part of the frame that is in view."""
        return self._frame().intersected(QRectF(self.rect()))

    def _line(self) -> float:
        seen = self._seen()
        return seen.x() + self._divider * seen.width()

    def _place(self, left: float, top: float) -> None:
        """Moves the frame's corner there, as far as no empty strip appears beside a larger one."""
        size = self._frame().size()
        self._centre = QPointF(
            _middle(left, size.width(), self.width()), _middle(top, size.height(), self.height())
        )


def _middle(corner: float, length: float, room: float) -> float:
    """Returns which share of the frame is at the middle of the view."""
    if length <= room:
        return 0.5
    return (room / 2 - max(room - length, min(0.0, corner))) / length
