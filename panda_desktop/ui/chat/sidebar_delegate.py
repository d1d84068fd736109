"""Draws the rows of the list of chats and the field a title is changed in.

Promise: a row costs a few strokes of the brush, never a widget; only the one being renamed has one.
"""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from panda_desktop.ui.chat.sidebar_paint import INSET, paint_icon, paint_row, paint_tags, row_area
from panda_desktop.ui.chat.sidebar_rows import SidebarRole
from panda_desktop.ui.kit import TextField
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.conversations import ConversationRole
from panda_desktop.viewmodels.shelf_rows import RowKind, ShelfRow

Index = QModelIndex | QPersistentModelIndex

_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_FILLED: Final = "panda-filled"
_LEAST_TITLE: Final = 64
"""Pixels a title keeps; time and tags give way first."""
_STEP: Final = 14
"""Pixels by which a chat in a folder stands further right."""


class SidebarDelegate(QStyledItemDelegate):
    """Draws headings, folders and conversations.

    Attributes:
        hovered: row under the pointer, or -1.
        over_more: the pointer is on the “…” of that row.
        drop_into: row of the folder that what is dragged would fall into, or -1.
        drop_before: row before which the dragged folder would come to stand, or -1.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Draws for the view that owns it."""
        super().__init__(parent)
        self.hovered = -1
        self.over_more = False
        self.drop_into = -1
        self.drop_before = -1
        self._cell = QRect()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(120, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        row = index.data(SidebarRole.ROW)
        if not isinstance(row, ShelfRow):
            return
        self._cell = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.SECTION:
            self._paint_heading(painter, QRect(option.rect), str(index.data()))
        elif row.kind is RowKind.FOLDER:
            self._paint_folder(painter, option, index, row)
        else:
            self._paint_conversation(painter, option, index, row)
        self._paint_drop(painter, QRect(option.rect), index.row())
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Makes the field for another title or name."""
        row = index.data(SidebarRole.ROW)
        if isinstance(row, ShelfRow) and row.kind is RowKind.FOLDER:
            field = TextField(self.tr("Name of the folder"), placeholder=self.tr("Name"), parent=parent)
            field.setMaxLength(60)
        else:
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
        painter.drawText(mirrored(painter, self._cell, inner), _LEFT, text)

    def _paint_folder(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: ShelfRow
    ) -> None:
        theme = look().theme
        hovered = index.row() == self.hovered
        paint_row(painter, option, is_open=False, hovered=hovered)
        inner = row_area(QRect(option.rect)).adjusted(6, 0, -10, 0)
        side = look().pixels(14)
        onward = "left" if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft else "right"
        arrow = f"chevron-{onward if row.collapsed else 'down'}"
        self._paint_icon(painter, arrow, theme.muted, inner, side)
        inner.setLeft(inner.left() + side + 4)
        self._paint_icon(painter, "folder", theme.muted, inner, look().pixels(16))
        inner.setLeft(inner.left() + look().pixels(16) + 7)
        if hovered:
            taken = self._paint_more(painter, inner)
        else:
            taken = self._paint_words(painter, inner, QLocale().toString(row.count), theme.muted)
        inner.setRight(inner.right() - taken)
        self._paint_title(painter, inner, str(index.data()), theme.text)

    def _paint_conversation(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: ShelfRow
    ) -> None:
        theme = look().theme
        is_open = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self.hovered
        paint_row(painter, option, is_open=is_open, hovered=hovered)
        inner = row_area(QRect(option.rect)).adjusted(10, 0, -10, 0)
        if row.folder is not None:
            inner.setLeft(inner.left() + look().pixels(_STEP))
        if row.conversation is not None and row.conversation.temporary:
            side = look().pixels(16)
            self._paint_icon(painter, "eye-off", theme.muted, inner, side)
            inner.setLeft(inner.left() + side + 6)
        taken = self._paint_end(painter, inner, index, is_open=is_open, hovered=hovered)
        inner.setRight(inner.right() - taken)
        title = str(index.data())
        least = look().pixels(_LEAST_TITLE)
        if tags := index.data(SidebarRole.TAGS):
            painter.setFont(look().body_font())
            wanted = painter.fontMetrics().horizontalAdvance(title) + 6
            place = mirrored(painter, self._cell, inner)
            taken = paint_tags(painter, place, tags, inner.width() - wanted, inner.width() - least)
            inner.setRight(inner.right() - taken)
        self._paint_title(painter, inner, title, theme.accent if is_open else theme.text)

    def _paint_title(self, painter: QPainter, area: QRect, title: str, colour: str) -> None:
        painter.setFont(look().body_font())
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(
            title.replace("\n", " "), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(mirrored(painter, self._cell, area), _LEFT, shown)

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
            dot = QRect(inner.right() - side, inner.center().y() - side // 2, side, side)
            painter.drawEllipse(mirrored(painter, self._cell, dot))
            return side + 10
        if bool(index.data(SidebarRole.DRAFT)) and not is_open:
            return self._paint_words(painter, inner, self.tr("Draft"), theme.warning)
        when = str(index.data(SidebarRole.WHEN) or "")
        painter.setFont(look().small_font())
        if inner.width() - painter.fontMetrics().horizontalAdvance(when) < look().pixels(_LEAST_TITLE):
            return 0
        return self._paint_words(painter, inner, when, theme.muted)

    def _paint_words(self, painter: QPainter, inner: QRect, words: str, colour: str) -> int:
        painter.setFont(look().small_font())
        painter.setPen(QColor(colour))
        painter.drawText(mirrored(painter, self._cell, inner), _RIGHT, words)
        return painter.fontMetrics().horizontalAdvance(words) + 10

    def _paint_more(self, painter: QPainter, inner: QRect) -> int:
        side = look().pixels(18)
        colour = look().theme.text if self.over_more else look().theme.muted
        end = QRect(inner.right() - side + 4, inner.top(), side, inner.height())
        self._paint_icon(painter, "more", colour, end, side)
        return side + 4

    def _paint_icon(self, painter: QPainter, name: str, colour: str, area: QRect, side: int) -> None:
        place = QRect(area.left(), area.top(), side, area.height())
        paint_icon(painter, name, colour, mirrored(painter, self._cell, place), side)

    def _paint_drop(self, painter: QPainter, cell: QRect, row: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look().theme.accent), 2))
        area = row_area(cell)
        if row == self.drop_into:
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)
        elif row == self.drop_before:
            painter.drawLine(area.left(), cell.top() + 1, area.right(), cell.top() + 1)
        elif row + 1 == self.drop_before:
            painter.drawLine(area.left(), cell.bottom(), area.right(), cell.bottom())


def row_height() -> int:
    """Returns the height of every row."""
    return max(32, look().pixels(38))


def more_area(cell: QRect) -> QRect:
    """Returns where the “…” of a row can be hit."""
    area = row_area(cell)
    area.setLeft(area.right() - look().pixels(32))
    return area
