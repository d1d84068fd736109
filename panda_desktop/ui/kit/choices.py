"""The list of a picker: sections, a note beside each choice, and a search over all of it.

Promise: typing filters, arrows move, Enter takes, Escape closes, without the mouse and without a delay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.fields import TextField
from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.popover import Popover
from panda_desktop.ui.theme import look

_VALUE: Final = int(Qt.ItemDataRole.UserRole)
_NOTE: Final = _VALUE + 1
_ICON: Final = _VALUE + 2
_TAKEN: Final = _VALUE + 3
_SEARCH_FROM: Final = 8
_MOST_ROWS: Final = 11
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    Attributes:
        value: what is returned.
        title: its words; foreign text is fine.
        note: a second, quieter text at the end of the line.
        section: heading it stands under; empty for none.
        icon: see `ui.icons.icon`; empty for none.
    """

    value: str
    title: str
    note: str = ""
    section: str = ""
    icon: str = ""


def matches(choice: Choice, words: str) -> bool:
    """Whether every word of a search occurs in the choice, in any order and letter case."""
    text = f"{choice.title} {choice.value} {choice.note} {choice.section}".casefold()
    return all(word in text for word in words.casefold().split())


class ChoicePopover(Popover):
    """The open list.

    Signals:
        taken(str): a value was taken; the list is closing.
    """

    taken = Signal(str)

    def __init__(
        self, parent: QWidget, name: str, choices: Sequence[Choice], value: str, *, free_text: bool = False
    ) -> None:
        """Shows `choices` with `value` marked; `free_text` offers what is typed as a choice of its own."""
        super().__init__(parent)
        self._choices = tuple(choices)
        self._value = value
        self._free_text = free_text
        self._model = QStandardItemModel(self)
        self.search = TextField(self.tr("Search"), placeholder=self.tr("Search"))
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = ChoiceList(name)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._take)
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
            if watched is self.search and event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = self.search.text().strip()
        self._model.clear()
        section = ""
        current: QStandardItem | None = None
        for choice in self._choices:
            if words and not matches(choice, words):
                continue
            if choice.section and choice.section != section:
                self._model.appendRow(_heading(choice.section))
            section = choice.section
            item = _row(choice, taken=choice.value == self._value)
            self._model.appendRow(item)
            if current is None or (choice.value == self._value and not words):
                current = item
        known = any(words in (choice.value, choice.title) for choice in self._choices)
        if self._free_text and words and not known:
            own = _row(Choice(words, self.tr("Use “{name}”").format(name=words)), taken=False)
            self._model.appendRow(own)
            current = current or own
        if self._model.rowCount() == 0:
            self._model.appendRow(_heading(self.tr("Nothing found")))
        if current is not None:
            self.list.setCurrentIndex(current.index())
            self.list.scrollTo(current.index())
        self.list.updateGeometry()

    def _take(self, index: QModelIndex) -> None:
        value = index.data(_VALUE) if index.isValid() else None
        if not isinstance(value, str):
            return
        self.close()
        self.taken.emit(value)


class ChoiceList(QListView):
    """Rows of choices; as high as they are, within a limit."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Makes an empty list heard as `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)  # else five thousand models are measured at each key
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self.setCurrentIndex)

    def sizeHint(self) -> QSize:
        """All rows, within the limit."""
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        height = sum(self.sizeHintForRow(row) for row in range(min(rows, _MOST_ROWS)))
        return QSize(look().pixels(280), height + 2)

    def minimumSizeHint(self) -> QSize:
        """May shrink to three rows."""
        return QSize(look().pixels(160), min(self.sizeHint().height(), look().pixels(96)))


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _row(choice: Choice, *, taken: bool) -> QStandardItem:
    item = QStandardItem(choice.title)
    item.setData(choice.value, _VALUE)
    item.setData(choice.note, _NOTE)
    item.setData(choice.icon, _ICON)
    item.setData(taken, _TAKEN)
    item.setToolTip(plain_tip(choice.title))
    name = f"{choice.title}, {choice.note}" if choice.note else choice.title
    item.setData(name, int(Qt.ItemDataRole.AccessibleTextRole))
    return item


class _ChoiceDelegate(QStyledItemDelegate):
    """Draws headings quietly, and choices with icon, title, note and a check mark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row is at least 28 px high."""
        metrics = QFontMetrics(look().body_font())
        return QSize(120, max(28, metrics.height() + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
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
        index: QModelIndex | QPersistentModelIndex,
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
        if name := str(index.data(_ICON) or ""):
            painter.drawPixmap(inner.left(), y, icon_pixmap(name, theme.muted, side, ratio))
            inner.setLeft(inner.left() + side + 8)
        if index.data(_TAKEN):
            painter.drawPixmap(inner.right() - side, y, icon_pixmap("check", theme.accent, side, ratio))
            inner.setRight(inner.right() - side - 8)
        note = str(index.data(_NOTE) or "")
        if note:
            painter.setFont(controller.small_font())
            painter.setPen(QColor(theme.muted))
            width = min(painter.fontMetrics().horizontalAdvance(note), inner.width() // 2)
            shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, width + 1)
            painter.drawText(inner, int(_RIGHT), shown)
            inner.setRight(inner.right() - width - 12)
        painter.setFont(controller.body_font())
        painter.setPen(QColor(theme.accent if current else theme.text))
        title, cut = str(index.data()), Qt.TextElideMode.ElideRight
        painter.drawText(inner, int(_LEFT), painter.fontMetrics().elidedText(title, cut, inner.width()))


_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
