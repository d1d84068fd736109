"""One link of a chain, as a row that leads to it.

Promise: its words are drawn, never read as HTML; how deep it stands is seen and heard.
"""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from panda_desktop.domain.lineage import LineageLink, LinkKind
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import paint_focus_ring, plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look

PICTURE: Final = 44
_INDENT: Final = 16
_DEEPEST: Final = 6
_ICONS: Final = {
    LinkKind.CHAT: "chat",
    LinkKind.IMAGE: "image",
    LinkKind.VIDEO: "video",
    LinkKind.FRAME: "grab-frame",
    LinkKind.IMPORT: "upload",
}


class LineageRow(QAbstractButton):
    """One link.

    Signals:
        step_wanted(int): the row before or after shall have the keyboard.
    """

    step_wanted = Signal(int)

    def __init__(self, link: LineageLink, heading: str, title: str, spoken: str, *, here: bool) -> None:
        """Makes a row.

        Args:
            link: what it leads to.
            heading: kind and cost.
            title: what it shows, of anyone.
            spoken: the whole of it for a screen reader.
            here: it is the one that was asked for.
        """
        super().__init__()
        self.link = link
        self.heading = heading
        self.title = title
        self.here = here
        self.picture: QPixmap | None = None
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(self.tr("Step {number} of the chain").format(number=link.depth + 1))
        self.setToolTip(plain_tip(title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Shows its picture once it is there."""
        self.picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of words beside a small picture."""
        return QSize(look().pixels(200), look().pixels(PICTURE) + 12)

    def minimumSizeHint(self) -> QSize:
        """Its words may be cut."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the other rows; Enter takes this one."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the row."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_background if self.here else theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        left = 6 + min(self.link.depth, _DEEPEST) * _INDENT
        side = look().pixels(PICTURE)
        area = QRect(left, (self.height() - side) // 2, side, side)
        if self.link.depth:
            self._paint_branch(painter, area)
        self._paint_picture(painter, mirrored(self, self.rect(), area))
        words = QRect(area.right() + 9, 0, self.width() - area.right() - 15, self.height())
        self._paint_words(painter, mirrored(self, self.rect(), words))
        painter.end()
        paint_focus_ring(self, radius=8)

    def _paint_branch(self, painter: QPainter, area: QRect) -> None:
        """Draws the line from the link it was made from."""
        path = QPainterPath()
        x = area.left() - _INDENT / 2
        path.moveTo(x, 0)
        path.lineTo(x, area.center().y() - 4)
        path.quadTo(x, area.center().y(), x + 4, area.center().y())
        path.lineTo(area.left() - 2, area.center().y())
        painter.setPen(QPen(QColor(look().theme.muted), 1.25))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.save()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.drawPath(path)
        painter.restore()

    def _paint_picture(self, painter: QPainter, area: QRect) -> None:
        theme = look().theme
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(area), 6, 6)
        painter.fillPath(frame, QColor(theme.card))
        if self.picture is not None and not self.picture.isNull():
            painter.save()
            painter.setClipPath(frame)
            size = self.picture.deviceIndependentSize()
            scale = max(area.width() / size.width(), area.height() / size.height())
            width, height = size.width() * scale, size.height() * scale
            target = QRectF(
                area.center().x() - width / 2 + 0.5, area.center().y() - height / 2 + 0.5, width, height
            )
            painter.drawPixmap(target, self.picture, QRectF(self.picture.rect()))
            painter.restore()
        else:
            side = look().pixels(18)
            x, y = area.center().x() - side // 2, area.center().y() - side // 2
            icon = icon_pixmap(_ICONS[self.link.kind], theme.muted, side, self.devicePixelRatioF())
            painter.drawPixmap(x, y, icon)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        theme, cut = look().theme, Qt.TextElideMode.ElideRight
        half = room.height() // 2
        painter.setFont(look().small_font())
        painter.setPen(QColor(theme.muted))
        heading = painter.fontMetrics().elidedText(self.heading, cut, room.width())
        upper = QRect(room.left(), room.top() + 2, room.width(), half - 2)
        flags = Qt.AlignmentFlag
        painter.drawText(upper, int(flags.AlignLeft | flags.AlignBottom), heading)
        painter.setFont(look().body_font())
        painter.setPen(QColor(theme.accent if self.here else theme.text))
        title = painter.fontMetrics().elidedText(self.title, cut, room.width())
        lower = QRect(room.left(), room.top() + half, room.width(), half - 2)
        painter.drawText(lower, int(flags.AlignLeft | flags.AlignTop), title)
