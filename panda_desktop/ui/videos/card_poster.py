"""The picture at the left of a job card.

Promise: it shows the video's poster, else the image it starts from, else a sign of the state; nothing waits.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import plain_tip
from panda_desktop.ui.theme import DARK, look

_WIDTH: Final = 150
_HEIGHT: Final = 84
_RADIUS: Final = 8.0


class CardPoster(QAbstractButton):
    """A picture of fixed proportions; pressing it plays, when there is something to play."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty picture."""
        super().__init__(parent)
        self._picture: Callable[[int], QPixmap | None] | None = None
        self._sign = "video"
        self._playable = False
        self._wide = False
        # The card's “Play” button does the same by keyboard: one stop is enough.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setEnabled(False)

    def show_state(
        self, picture: Callable[[int], QPixmap | None] | None, sign: str, *, playable: bool, name: str
    ) -> None:
        """Shows a state.

        Args:
            picture: gives the picture for a side in logical pixels, or None while it is made.
            sign: the icon while there is no picture.
            playable: pressing it plays.
            name: what is heard.
        """
        self._picture, self._sign, self._playable = picture, sign, playable
        self.setEnabled(playable)
        self.setCursor(Qt.CursorShape.PointingHandCursor if playable else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(self.tr("Play") if playable else ""))
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is or will be a picture."""
        return self._picture is not None

    def set_wide(self, wide: bool) -> None:
        """Takes the whole width of a narrow card."""
        self._wide = wide
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding if wide else policy.Fixed, policy.Fixed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """16:9; grows a little with the text."""
        factor = max(1.0, min(1.4, look().scale.factor))
        size = QSize(round(_WIDTH * factor), round(_HEIGHT * factor))
        return QSize(size.width(), round(size.height() * 1.3)) if self._wide else size

    def minimumSizeHint(self) -> QSize:
        """As it is, except in a narrow card."""
        return QSize(80, self.sizeHint().height()) if self._wide else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws picture, or sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = look().theme
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.fillPath(shape, QColor(theme.code))
        pixmap = self._picture(self.height()) if self._picture is not None else None
        if pixmap is None or pixmap.isNull():
            side = look().pixels(24)
            sign = icon_pixmap(self._sign, theme.muted, side, self.devicePixelRatioF())
            place = QRectF(0, 0, side, side)
            place.moveCenter(QPointF(self.rect().center()))
            painter.drawPixmap(place.topLeft(), sign)
        else:
            painter.save()
            painter.setClipPath(shape)
            self._paint_picture(painter, pixmap)
            painter.restore()
            if self._playable:
                self._paint_mark(painter)
        painter.end()

    def _paint_picture(self, painter: QPainter, pixmap: QPixmap) -> None:
        whole = pixmap.size()
        portrait = whole.height() > whole.width()
        if portrait:  # half of it would be cut off: shown whole, on the dark ground
            painter.fillRect(self.rect(), QColor(DARK.code))
            part = QRect(0, 0, whole.width(), whole.height())
            size = whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        else:
            shape = self.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (whole.width() - shape.width()) // 2, (whole.height() - shape.height()) // 2
            part = QRect(left, top, shape.width(), shape.height())
            size = self.size()
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place, pixmap, part)

    def _paint_mark(self, painter: QPainter) -> None:
        side = look().pixels(34)
        centre = QPointF(self.rect().center())
        shade = QColor(DARK.code)
        shade.setAlphaF(0.85 if self.underMouse() else 0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawEllipse(centre, side / 2, side / 2)
        sign = icon_pixmap("play", DARK.text, round(side * 0.46), self.devicePixelRatioF())
        size = sign.deviceIndependentSize()
        painter.drawPixmap(centre - QPointF(size.width() * 0.44, size.height() / 2), sign)
