"""One picture, large: fitted, enlarged, moved about.

Promise: something is on the screen at once and becomes sharp when it is decoded; what cannot be shown says
why.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.ui.kit import announce, give_role, keyboard_focused
from panda_desktop.ui.media.picture_loader import PictureLoader
from panda_desktop.ui.media.reading import Source
from panda_desktop.ui.theme import DARK, look

MAX_ZOOM: Final = 8.0
_STEP: Final = 1.25
_WHEEL: Final = 120
_LEAST: Final = 0.05


class PictureView(QWidget):
    """Shows one picture on a dark ground.

    Zoom 1 is one pixel of the picture on one pixel of the screen.

    Signals:
        zoom_changed: see `zoom`.
        dragged: a fitted picture is being pulled away: it is meant for another program.
    """

    zoom_changed = Signal()
    dragged = Signal()

    def __init__(self, loader: PictureLoader, *, parent: QWidget | None = None) -> None:
        """Makes an empty view; `loader` is its own."""
        super().__init__(parent)
        self._loader = loader
        self._source: Source | None = None
        self._real = QSize()
        self._rough: QPixmap | None = None
        self._fitted: QImage | None = None
        self._whole: QImage | None = None
        self._problem = ""
        self._asked = QSize()
        self._zoom: float | None = None  # None: fitted
        self._centre = QPointF(0.5, 0.5)
        self._drag: QPointF | None = None
        self._pulled: QPointF | None = None  # a fitted picture: where the button went down
        self._pressed = False  # since it was shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(
            self.tr("Plus and minus zoom, 0 fits it into the window, Escape leaves it.")
        )
        give_role(self, QAccessible.Role.Graphic)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        loader.fitted.connect(self._take_fitted)
        loader.whole.connect(self._take_whole)

    def show_picture(self, source: Source | None, size: QSize, rough: QPixmap | None) -> None:
        """Shows a picture.

        Args:
            source: its file or its bytes; None when there is none.
            size: its size in pixels when it is known, else empty.
            rough: a small picture of it to show until it is decoded.
        """
        self._source, self._rough = source, rough
        self._fitted = self._whole = None
        self._problem = ""
        self._zoom, self._centre = None, QPointF(0.5, 0.5)
        self._real = size
        if self._real.isEmpty() and rough is not None:
            self._real = rough.size()
        if source is not None:
            self._load()
        self._changed()

    def show_problem(self, words: str) -> None:
        """Says why there is no picture."""
        self._problem = words
        self._fitted = self._whole = self._rough = None
        announce(self, words, urgent=True)
        self.update()

    def clear(self) -> None:
        """Shows nothing and frees the memory."""
        self._loader.forget()
        self._fitted = self._whole = self._rough = self._source = None

    def real_size(self) -> QSize:
        """Returns the picture's size in pixels; empty until it is decoded."""
        return self._real if self._fitted is not None else QSize()

    @property
    def zoom(self) -> float:
        """How much the picture is enlarged."""
        return self._zoom if self._zoom is not None else self._fit_zoom()

    @property
    def is_fitted(self) -> bool:
        """The whole picture is seen."""
        return self._zoom is None

    def is_sharp(self) -> bool:
        """Whether the picture is drawn from what was decoded for this size, not from something smaller."""
        if self._whole is not None:
            return True
        return self._fitted is not None and self.zoom * self._real.width() <= self._fitted.width() + 2

    def fit(self) -> None:
        """Shows the whole picture."""
        self._zoom, self._centre = None, QPointF(0.5, 0.5)
        self._changed()

    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Enlarges by so many steps; the point `around` of the view stays where it is."""
        self.zoom_to(self.zoom * _STEP**steps, around)

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Enlarges to a zoom; one at or under the fitted size fits."""
        if self._real.isEmpty():
            return
        fit = self._fit_zoom()
        zoom = max(min(_LEAST, fit), min(MAX_ZOOM, zoom))
        anchor = around if around is not None else QPointF(self.rect().center())
        before = self._target()
        share = QPointF(
            (anchor.x() - before.x()) / before.width(), (anchor.y() - before.y()) / before.height()
        )
        if zoom <= fit and fit < 1:
            self.fit()
            return
        self._zoom = zoom
        size = self._shown_size()
        left, top = anchor.x() - share.x() * size.width(), anchor.y() - share.y() * size.height()
        self._set_corner(left, top)
        self._changed()

    def pan(self, dx: float, dy: float) -> None:
        """Moves the picture by so many pixels."""
        target = self._target()
        self._set_corner(target.x() + dx, target.y() + dy)
        self.update()

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the picture, or why there is none."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.rail))
        target = self._target()
        ratio = self.devicePixelRatioF()
        smooth = target.width() * ratio < 2 * max(1, self._real.width())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth or self._whole is None)
        drawn = self._image_for(target.width() * ratio)
        if drawn is not None:
            painter.drawImage(target, drawn)
        elif self._rough is not None:
            painter.drawPixmap(target, self._rough, QRectF(self._rough.rect()))
        elif self._problem:
            painter.setFont(look().body_font())
            painter.setPen(QColor(DARK.muted))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(60, 20, -60, -20), flags, self._problem)
        if keyboard_focused(self):
            painter.setPen(QPen(QColor(DARK.focus), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decodes larger when the view has grown well beyond what is there."""
        super().resizeEvent(event)
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Was not pressed yet."""
        super().showEvent(event)
        self._pressed = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarges around the pointer."""
        self.zoom_by(event.angleDelta().y() / _WHEEL, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Enlarges by two fingers on a touch pad."""
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the picture."""
        self._pressed = True
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.is_fitted:
            self._pulled = event.position() if self._target().contains(event.position()) else None
        else:
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves an enlarged picture; pulls a fitted one away."""
        if self._pulled is not None:
            far = (event.position() - self._pulled).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._pulled = None
                self.dragged.emit()
        elif self._drag is not None:
            moved = event.position() - self._drag
            self._drag = event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go."""
        self._drag = self._pulled = None
        self._set_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Switches between fitted and real size; the first click of the two may have opened the picture."""
        if not self._pressed:
            return
        self.zoom_to(1.0, event.position()) if self.is_fitted else self.fit()

    # how it is done

    def _take_fitted(self, image: QImage, real: QSize) -> None:
        self._fitted, self._real, self._rough = image, real, None
        self._changed()

    def _take_whole(self, image: QImage) -> None:
        self._whole = image
        self.update()

    def _image_for(self, width: float) -> QImage | None:
        fitted, whole = self._fitted, self._whole
        if whole is not None and (fitted is None or width > fitted.width() * 1.02):
            return whole
        return fitted

    def _changed(self) -> None:
        if self._fitted is not None and not self.is_sharp():
            if not self.is_fitted:
                self._loader.load_whole()
            elif self._asked != self._box():
                self._load()
        self._set_cursor()
        self.zoom_changed.emit()
        self.update()

    def _set_cursor(self) -> None:
        shapes = Qt.CursorShape
        self.setCursor(shapes.ArrowCursor if self.is_fitted else shapes.OpenHandCursor)

    def _load(self) -> None:
        if self._source is not None:
            self._asked = self._box()
            self._loader.load(self._source, self._asked)

    def _box(self) -> QSize:
        return (QSizeF(self.size()) * self.devicePixelRatioF()).toSize().expandedTo(QSize(64, 64))

    def _fit_zoom(self) -> float:
        if self._real.isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        across = self.width() * ratio / self._real.width()
        down = self.height() * ratio / self._real.height()
        return max(0.001, min(across, down, ratio))

    def _shown_size(self) -> QSizeF:
        real = self._real if not self._real.isEmpty() else QSize(1, 1)
        return QSizeF(real) * (self.zoom / self.devicePixelRatioF())

    def _target(self) -> QRectF:
        size = self._shown_size()
        x = self.width() / 2 - self._centre.x() * size.width()
        y = self.height() / 2 - self._centre.y() * size.height()
        return QRectF(QPointF(x, y), size)

    def _set_corner(self, left: float, top: float) -> None:
        """Moves the picture's corner there, as far as no empty strip appears beside a larger picture."""
        size = self._shown_size()
        self._centre = QPointF(
            _kept_inside(left, size.width(), self.width()), _kept_inside(top, size.height(), self.height())
        )


def _kept_inside(corner: float, length: float, room: float) -> float:
    """Returns which share of the picture is at the middle of the view."""
    if length <= room:
        return 0.5
    return (room / 2 - max(room - length, min(0.0, corner))) / length
