"""Draws the rows of the list of chats and the field a title is changed in.

Promise: a row costs a few strokes of the brush, never a widget; only the one being renamed has one.
"""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from panda_desktop.ui.chat.sidebar_rows import SidebarRole
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import TextField
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.conversations import ConversationRole

Index = QModelIndex | QPersistentModelIndex

INSET: Final = 12
"""Pixels between the sides of the panel and what stands in it."""
_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_FILLED: Final = "panda-filled"


class SidebarDelegate(QStyledItemDelegate):
    """Draws headings and conversations.

    Attributes:
        hovered: row under the pointer, or -1.
        over_more: the pointer is on the “…” of that row.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Draws for the view that owns it."""
        super().__init__(parent)
        self.hovered = -1
        self.over_more = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(120, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(SidebarRole.HEADING):
            self._paint_heading(painter, QRect(option.rect), str(index.data()))
        else:
            self._paint_conversation(painter, option, index)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Makes the field for another title."""
        field = TextField(self.tr("Title of the chat"), placeholder=self.tr("Title"), parent=parent)
        field.setAutoFillBackground(True)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fills the field once: a draft that is saved meanwhile must not take the typed words away."""
        assert isinstance(editor, TextField)
        if not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Asks for the title."""
        assert isinstance(editor, TextField)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lays the field over the row."""
        editor.setGeometry(row_area(QRect(option.rect)).adjusted(0, -1, 0, 1))

    def _paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        font = QFont(look().small_font())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.3)
        painter.setFont(font)
        painter.setPen(QColor(look().theme.muted))
        inner = area.adjusted(INSET + 8, look().pixels(9), -INSET, 0)
        painter.drawText(inner, _LEFT, text)

    def _paint_conversation(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look().theme
        area = row_area(QRect(option.rect))
        is_open = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self.hovered
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_open or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_background if is_open else theme.hover))
            painter.drawRoundedRect(area, 8, 8)
        if focused and _by_keyboard(option):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)
        inner = area.adjusted(10, 0, -10, 0)
        taken = self._paint_end(painter, inner, index, is_open=is_open, hovered=hovered)
        inner.setRight(inner.right() - taken)
        painter.setFont(look().body_font())
        painter.setPen(QColor(theme.accent if is_open else theme.text))
        title = painter.fontMetrics().elidedText(
            str(index.data()).replace("\n", " "), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, _LEFT, title)

    def _paint_end(
        self, painter: QPainter, inner: QRect, index: Index, *, is_open: bool, hovered: bool
    ) -> int:
        """Draws what stands at the end of a row; returns the width it takes."""
        theme = look().theme
        if hovered:
            return self._paint_more(painter, inner)
        if index.data(ConversationRole.ANSWERING):
            side = look().pixels(9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(inner.right() - side, inner.center().y() - side // 2, side, side)
            return side + 10
        draft = bool(index.data(SidebarRole.DRAFT)) and not is_open
        words = self.tr("Draft") if draft else str(index.data(SidebarRole.WHEN) or "")
        painter.setFont(look().small_font())
        painter.setPen(QColor(theme.warning if draft else theme.muted))
        painter.drawText(inner, _RIGHT, words)
        return painter.fontMetrics().horizontalAdvance(words) + 10

    def _paint_more(self, painter: QPainter, inner: QRect) -> int:
        side = look().pixels(18)
        colour = look().theme.text if self.over_more else look().theme.muted
        ratio = painter.device().devicePixelRatio()
        y = inner.y() + (inner.height() - side) // 2
        painter.drawPixmap(inner.right() - side + 4, y, icon_pixmap("more", colour, side, ratio))
        return side + 4


def row_height() -> int:
    """Returns the height of every row."""
    return max(32, look().pixels(38))


def row_area(cell: QRect) -> QRect:
    """Returns the rounded part of a row."""
    return cell.adjusted(INSET, 1, -INSET, -2)


def more_area(cell: QRect) -> QRect:
    """Returns where the “…” of a row can be hit."""
    area = row_area(cell)
    area.setLeft(area.right() - look().pixels(32))
    return area


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    widget: QWidget | None = option.widget
    return widget is not None and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
