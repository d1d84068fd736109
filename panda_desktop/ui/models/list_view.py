"""The list of models: name, who provides it, what it makes, and its star.

Promise: only what is seen is drawn, and every star and row can be reached by keyboard.
"""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from panda_desktop.domain.models import ModelInfo
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.models.rows import MODEL, Index
from panda_desktop.ui.models.words import ICONS
from panda_desktop.ui.theme import look

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def star_area(row: QRect) -> QRect:
    """Returns where the star of a row is hit."""
    side = max(32, look().pixels(32))
    return QRect(row.right() - side + 1, row.top(), side, row.height())


class ModelListView(QListView):
    """The list.

    Signals:
        star_wanted(object): the star of a `ModelInfo` shall be turned.
        hide_wanted(object): a `ModelInfo` shall be hidden, or no longer.
    """

    star_wanted = Signal(object)
    hide_wanted = Signal(object)

    def __init__(self) -> None:
        """Makes an empty list."""
        super().__init__()
        self.setAccessibleName(self.tr("Models"))
        self.setAccessibleDescription(
            self.tr("Ctrl+D stars a model, Delete hides it, Tab goes to its details.")
        )
        self.setItemDelegate(_ModelDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+D stars, Delete hides."""
        model = self.currentIndex().data(MODEL)
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if isinstance(model, ModelInfo) and event.key() == Qt.Key.Key_D and control:
            self.star_wanted.emit(model)
        elif isinstance(model, ModelInfo) and event.key() == Qt.Key.Key_Delete:
            self.hide_wanted.emit(model)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A star that is pressed is turned."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index: QModelIndex = self.indexAt(point)
        if (
            event.button() is Qt.MouseButton.LeftButton
            and index.isValid()
            and mirrored(self, self.visualRect(index), star_area(self.visualRect(index))).contains(point)
        ):
            self.star_wanted.emit(index.data(MODEL))


class _ModelDelegate(QStyledItemDelegate):
    """Draws a row of two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        lines = QFontMetrics(look().body_font()).height() + QFontMetrics(look().small_font()).height()
        return QSize(120, max(40, lines + look().pad(14)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        model = index.data(MODEL)
        area = QRect(option.rect)
        controller = look()
        theme = controller.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_background))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 7, 7)
        side = controller.pixels(16)
        ratio = painter.device().devicePixelRatio()
        middle = area.y() + (area.height() - side) // 2
        kind = "eye-off" if model.hidden else ICONS[model.kind]
        spot = mirrored(painter, area, QRect(area.x() + 10, middle, side, side))
        painter.drawPixmap(spot.topLeft(), icon_pixmap(kind, theme.muted, side, ratio))
        star = star_area(area)
        if model.favourite or selected or under:
            name, colour = ("star-filled", theme.accent) if model.favourite else ("star", theme.muted)
            x = mirrored(painter, area, star).center().x() - side // 2
            painter.drawPixmap(x, middle, icon_pixmap(name, colour, side, ratio))
        words = area.adjusted(side + 20, controller.pad(6), 0, -controller.pad(6))
        words.setRight(star.left() - 4)
        self._draw_words(painter, mirrored(painter, area, words), model, selected=selected)
        painter.restore()

    def _draw_words(self, painter: QPainter, words: QRect, model: ModelInfo, *, selected: bool) -> None:
        controller = look()
        theme = controller.theme
        name = model.name or model.id
        below = " · ".join(part for part in (model.id if name != model.id else "", model.owned_by) if part)
        painter.setFont(controller.body_font())
        height = painter.fontMetrics().height()
        title = QRect(words.left(), words.top(), words.width(), height)
        if not below:
            title.moveTop(words.top() + (words.height() - height) // 2)
        painter.setPen(QColor(theme.accent if selected else theme.muted if model.hidden else theme.text))
        cut = Qt.TextElideMode.ElideMiddle
        painter.drawText(title, int(_LEFT), painter.fontMetrics().elidedText(name, cut, title.width()))
        if below:
            painter.setFont(controller.small_font())
            painter.setPen(QColor(theme.muted))
            rest = QRect(words.left(), title.bottom() + 1, words.width(), words.bottom() - title.bottom())
            painter.drawText(rest, int(_LEFT), painter.fontMetrics().elidedText(below, cut, rest.width()))
