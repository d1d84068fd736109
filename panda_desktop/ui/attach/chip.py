"""One file in the composer: a picture as a thumbnail, a text as a chip with its name and size.

Promise: what it is can be heard, its whole name is in the tooltip, and by keyboard it is taken out with
Delete.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.ui.attach.cross import Cross
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import paint_focus_ring, plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import file_size

SIDE: Final = 56
"""Pixels of a thumbnail at 100 % text size."""
RADIUS: Final = 10
_WIDEST: Final = 216
_GAP: Final = 8
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000,
    Qt.Key.Key_End: 1_000,
}
_SIDEWAYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class AttachmentChip(QAbstractButton):
    """A chip. Pressing a picture opens it, pressing a text opens what can be done with it.

    Attributes:
        attachment: the file.

    Signals:
        opened: a picture shall be seen large.
        removed: it shall be taken out.
        escaped: the focus shall go back to the text.
        menu_wanted(object): what can be done with it shall be shown at this global `QPoint`.
        stepped(int): the focus shall go so many chips on.
    """

    opened = Signal()
    removed = Signal()
    escaped = Signal()
    menu_wanted = Signal(object)
    stepped = Signal(int)

    def __init__(self, attachment: Attachment, *, parent: QWidget | None = None) -> None:
        """Makes it; a picture comes with `show_picture`."""
        super().__init__(parent)
        self.attachment = attachment
        self._pixmap: QPixmap | None = None
        self._is_picture = attachment.kind is AttachmentKind.IMAGE
        self.setAccessibleName(self._heard())
        description = self.tr("Delete takes it out, Enter shows what can be done with it.")
        if self._is_picture:
            description = self.tr("Delete takes it out, Enter shows it large.")
        self.setAccessibleDescription(description)
        self.setToolTip(plain_tip(f"{attachment.name}\n{self._about()}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.cross = Cross(self.tr("Take out {name}").format(name=attachment.name), self)
        self.cross.clicked.connect(lambda _checked=False: self.removed.emit())
        self.clicked.connect(lambda _checked=False: self._press())
        look().changed.connect(self._dress)
        self._dress()

    def show_picture(self, pixmap: QPixmap) -> None:
        """Shows the thumbnail."""
        self._pixmap = pixmap
        self.update()

    def sizeHint(self) -> QSize:
        """A square for a picture; for a text as wide as its words, within a limit."""
        side = look().pixels(SIDE)
        if self._is_picture:
            return QSize(side, side)
        metrics = self.fontMetrics()
        words = max(metrics.horizontalAdvance(self.attachment.name), metrics.horizontalAdvance(self._about()))
        icon, cross = look().pixels(32), self.cross.width()
        return QSize(min(look().pixels(_WIDEST), words + icon + cross + 3 * _GAP + 2), side)

    def minimumSizeHint(self) -> QSize:
        """May become as narrow as a picture."""
        side = look().pixels(SIDE)
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the cross in its corner."""
        super().resizeEvent(event)
        self._place_cross()

    def _place_cross(self) -> None:
        top = 0 if self._is_picture else (self.height() - self.cross.height()) // 2
        left = self.width() - self.cross.width() - (0 if self._is_picture else 4)
        place = QRect(QPoint(left, top), self.cross.size())
        self.cross.move(mirrored(self, self.rect(), place).topLeft())

    def changeEvent(self, event: QEvent) -> None:
        """Moves the cross in another direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_cross()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it out, arrows go along, Enter does what a click does."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in _STEPS:
            backwards = key in _SIDEWAYS and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-_STEPS[key] if backwards else _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Shows what can be done with it."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self._ask_menu(event.pos() if by_mouse else QPoint(0, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.hover if self.underMouse() or self.isDown() else theme.side))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self._pixmap is not None:
            self._paint_picture(painter, self._pixmap)
        elif self._is_picture:
            self._paint_icon(painter, "image", self.rect())
        else:
            self._paint_text(painter)
        painter.end()
        paint_focus_ring(self, radius=RADIUS)

    def _paint_picture(self, painter: QPainter, pixmap: QPixmap) -> None:
        frame = QPainterPath()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame.addRoundedRect(area, RADIUS, RADIUS)
        size = QSize(pixmap.width(), pixmap.height())
        side = min(size.width(), size.height())
        middle = QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side)
        painter.save()
        painter.setClipPath(frame)
        painter.drawPixmap(self.rect(), pixmap, middle)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _paint_icon(self, painter: QPainter, name: str, room: QRect) -> None:
        side = look().pixels(20)
        sign = icon_pixmap(name, look().theme.muted, side, self.devicePixelRatioF())
        painter.drawPixmap(room.center() - QPoint(side // 2, side // 2), sign)

    def _paint_text(self, painter: QPainter) -> None:
        theme, metrics = look().theme, self.fontMetrics()
        left = look().pixels(32) + _GAP
        icon = QRect(_GAP // 2, 0, left - _GAP // 2, self.height())
        self._paint_icon(painter, "file", mirrored(self, self.rect(), icon))
        width = max(0, self.width() - left - self.cross.width() - _GAP)
        line = metrics.lineSpacing()
        top = (self.height() - 2 * line) // 2
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        lines = ((self.attachment.name, theme.text, middle), (self._about(), theme.muted, right))
        for row, (words, colour, mode) in enumerate(lines):
            shown = metrics.elidedText(words, mode, width)
            painter.setPen(QColor(colour))
            place = mirrored(self, self.rect(), QRect(left, top + row * line, width, line))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _about(self) -> str:
        size = file_size(self.attachment.size)
        if self._is_picture and self.attachment.width:
            return f"{self.attachment.width} × {self.attachment.height}, {size}"
        if self.attachment.is_cut:
            return self.tr("{size}, sent in part").format(size=size)
        return size

    def _heard(self) -> str:
        words = self.tr("Picture {name}, {about}") if self._is_picture else self.tr("Text {name}, {about}")
        return words.format(name=self.attachment.name, about=self._about())

    def _press(self) -> None:
        if self._is_picture:
            self.opened.emit()
        else:
            self._ask_menu(QPoint(0, self.height()))

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.mapToGlobal(at))

    def _dress(self) -> None:
        self._place_cross()
        self.updateGeometry()
        self.update()
