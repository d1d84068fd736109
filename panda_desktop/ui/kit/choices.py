"""The list of a picker: sections, a note beside each choice, and a search over all of it.

Promise: typing filters, arrows move, Enter takes, Escape closes, without the mouse and without a delay.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.announcing import announce
from panda_desktop.ui.kit.buttons import Button
from panda_desktop.ui.kit.choice_rows import ICON, NOTE, STARRED, TAKEN, VALUE, Choice, ChoiceRows, Index
from panda_desktop.ui.kit.fields import TextField
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.kit.popover import Popover
from panda_desktop.ui.theme import look

_SEARCH_FROM: Final = 8
_MOST_ROWS: Final = 11
_STAR_KEY: Final = Qt.Key.Key_D
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def matches(choice: Choice, words: str) -> bool:
    """Whether every word of a search occurs in the choice, in any order and letter case."""
    text = f"{choice.title} {choice.value} {choice.note} {choice.section}".casefold()
    return all(word in text for word in words.casefold().split())


class ChoicePopover(Popover):
    """The open list.

    Signals:
        taken(str): a value was taken; the list is closing.
        starred(str, bool): the star of a value was turned on or off (see `Choice.starred`).
        foot_taken: the button of `set_foot` was taken; the list is closing.
    """

    taken = Signal(str)
    starred = Signal(str, bool)
    foot_taken = Signal()

    def __init__(
        self, parent: QWidget, name: str, choices: Sequence[Choice], value: str, *, free_text: bool = False
    ) -> None:
        """Shows `choices` with `value` marked; `free_text` offers what is typed as a choice of its own."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._choices = tuple(choices)
        self._value = value
        self._free_text = free_text
        self._model = ChoiceRows(self.is_taken, self)
        self.foot: Button | None = None
        self.search = TextField(self.tr("Search"), placeholder=self.tr("Search"))
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = ChoiceList(name)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._take)
        self.list.star_pressed.connect(self.toggle_star)
        self.list.installEventFilter(self)
        self.content.addWidget(self.search)
        self.content.addWidget(self.list)
        searchable = free_text or len(choices) >= _SEARCH_FROM
        self.search.setVisible(searchable)
        self.setFocusProxy(self.search if searchable else self.list)
        if free_text:
            self.search.setPlaceholderText(self.tr("Search, or type any name"))
        self._fill()
        (self.search if searchable else self.list).setFocus()

    def showEvent(self, event: QEvent) -> None:
        """Puts the focus where typing makes sense."""
        super().showEvent(event)  # type: ignore[arg-type]
        (self.list if self.search.isHidden() else self.search).setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets arrows in the search move in the list, and Enter take."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            if event.key() == _STAR_KEY and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.toggle_star(self.list.currentIndex())
                return True
            if watched is self.search and event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = self.search.text().strip()
        self._model.fill(self.found(words))
        known = any(words in (choice.value, choice.title) for choice in self._choices)
        if self._free_text and words and not known:
            self._model.append(Choice(words, self.tr("Use “{name}”").format(name=words)))
        if self._model.rowCount() == 0:
            self._model.append(self.tr("Nothing found"))
        current = self._model.first(None if words else self._value)
        if current.isValid():
            self.list.setCurrentIndex(current)
            self.list.scrollTo(current)
        self.list.updateGeometry()

    def found(self, words: str) -> Sequence[Choice]:
        """Returns what is listed for the words in the search, in order; empty words list everything."""
        return [choice for choice in self._choices if not words or matches(choice, words)]

    def refill(self) -> None:
        """Lists anew what `found` returns."""
        self._fill()

    def is_taken(self, value: str) -> bool:
        """Whether a value is marked."""
        return value == self._value

    def take(self, value: str) -> None:
        """Takes a value."""
        self.close()
        self.taken.emit(value)

    def _take(self, index: QModelIndex) -> None:
        value = index.data(VALUE) if index.isValid() else None
        if isinstance(value, str):
            self.take(value)

    def mark(self, value: str) -> None:
        """Draws the mark of a value anew, as `is_taken` has it; rows and place stay."""
        self._model.mark(value)

    # stars and the foot

    def set_foot(self, words: str, tip: str) -> None:
        """Has a button below the list that ends in `foot_taken`; with it comes the key of the stars."""
        self.foot = Button(words, "quiet", icon_name="settings", tip=tip)
        self.foot.clicked.connect(lambda _checked=False: self._take_foot())
        self.content.addWidget(self.foot)

    def toggle_star(self, index: QModelIndex) -> None:
        """Turns the star of a row on or off, where it can have one."""
        starred, value = index.data(STARRED), index.data(VALUE)
        if starred is None:
            return
        self._model.star(value, not starred)
        self.starred.emit(value, not starred)
        announce(self, self.tr("No longer a favourite") if starred else self.tr("Favourite"))

    def _take_foot(self) -> None:
        self.close()
        self.foot_taken.emit()


def star_area(row: QRect) -> QRect:
    """Returns where the star of a row is hit."""
    width = max(28, look().pixels(28))
    return QRect(row.right() - width + 1, row.top(), width, row.height())


class ChoiceList(QListView):
    """Rows of choices; as high as they are, within a limit.

    Signals:
        star_pressed(QModelIndex): the star of a row was pressed.
    """

    star_pressed = Signal(QModelIndex)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Makes an empty list heard as `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Up and Down go through it, Enter takes one."))
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)  # else five thousand models are measured at each key
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self.setCurrentIndex)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a star is no choice."""
        if not self._is_on_star(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go of a star."""
        if self._is_on_star(event) and event.button() is Qt.MouseButton.LeftButton:
            self.star_pressed.emit(self.indexAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def _is_on_star(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        index = self.indexAt(point)
        return index.data(STARRED) is not None and self._star(index).contains(point)

    def _star(self, index: QModelIndex) -> QRect:
        row = self.visualRect(index)
        return mirrored(self, row, star_area(row))

    def sizeHint(self) -> QSize:
        """All rows, within the limit."""
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        height = sum(self.sizeHintForRow(row) for row in range(min(rows, _MOST_ROWS)))
        return QSize(look().pixels(280), height + 2)

    def minimumSizeHint(self) -> QSize:
        """May shrink to three rows."""
        return QSize(look().pixels(160), min(self.sizeHint().height(), look().pixels(96)))


class _ChoiceDelegate(QStyledItemDelegate):
    """Draws headings quietly, and choices with icon, title, note and a check mark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row is at least 28 px high."""
        metrics = QFontMetrics(look().body_font())
        return QSize(120, max(28, metrics.height() + look().pad(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._paint_heading(painter, area, str(index.data()))
        else:
            current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_choice(painter, area, index, current=current)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(look().small_font())
        painter.setPen(QColor(look().theme.muted))
        painter.drawText(area.adjusted(8, 4, -8, 0), int(_LEFT), text)

    def _paint_choice(
        self,
        painter: QPainter,
        area: QRect,
        index: Index,
        *,
        current: bool,
    ) -> None:
        controller = look()
        theme = controller.theme
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_background))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 7, 7)
        side = controller.pixels(16)
        ratio = painter.device().devicePixelRatio()
        y = area.y() + (area.height() - side) // 2
        inner = area.adjusted(8, 0, -8, 0)
        if name := str(index.data(ICON) or ""):
            spot = mirrored(painter, area, QRect(inner.left(), y, side, side))
            painter.drawPixmap(spot.topLeft(), icon_pixmap(name, theme.muted, side, ratio))
            inner.setLeft(inner.left() + side + 8)
        starred = index.data(STARRED)
        if starred is not None:
            if starred or current:
                name, colour = ("star-filled", theme.accent) if starred else ("star", theme.muted)
                star = mirrored(painter, area, star_area(area)).center()
                painter.drawPixmap(star.x() - side // 2, y, icon_pixmap(name, colour, side, ratio))
            inner.setRight(star_area(area).left() - 1)
        if index.data(TAKEN):
            spot = mirrored(painter, area, QRect(inner.right() - side, y, side, side))
            painter.drawPixmap(spot.topLeft(), icon_pixmap("check", theme.accent, side, ratio))
            inner.setRight(inner.right() - side - 8)
        note = str(index.data(NOTE) or "")
        if note:
            painter.setFont(controller.small_font())
            painter.setPen(QColor(theme.muted))
            width = min(painter.fontMetrics().horizontalAdvance(note), inner.width() // 2)
            shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, width + 1)
            painter.drawText(mirrored(painter, area, inner), int(_RIGHT), shown)
            inner.setRight(inner.right() - width - 12)
        painter.setFont(controller.body_font())
        painter.setPen(QColor(theme.accent if current else theme.text))
        title, cut = str(index.data()), Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(title, cut, inner.width())
        painter.drawText(mirrored(painter, area, inner), int(_LEFT), shown)


_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
