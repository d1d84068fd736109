"""The list of prompts above the composer: found by typing, taken with Enter or Tab.

Promise: the keyboard stays where it is typed, every row the arrows reach is heard, and a composed word is
never mistaken for a key.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from panda_desktop.domain.prompts import Prompt, first_words
from panda_desktop.ui.kit import Button, ElidedLabel, Label, TextField, announce, plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.kit.popover import PopoverFrame
from panda_desktop.ui.theme import look

_ID: Final = int(Qt.ItemDataRole.UserRole)
_WORDS: Final = _ID + 1
_MOST_ROWS: Final = 8
_GAP: Final = 6
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
    Qt.Key.Key_PageDown: _MOST_ROWS,
}
_TAKE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PromptList(PopoverFrame):
    """The list.

    Attributes:
        search: the field to search in, where the composer is not searched in itself.
        rows: the prompts.
        manage: leads to all prompts.

    Signals:
        taken(str): the prompt with this id was chosen.
        left: Escape was hit.
        searched(str): another text is looked for in `search`.
        manage_wanted: all prompts shall be shown.
    """

    taken = Signal(str)
    left = Signal()
    searched = Signal(str)
    manage_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Hidden; it lies over `parent`."""
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._anchor: QWidget | None = None
        self._speaker: QWidget = self
        self._told = ""
        self.setAccessibleName(self.tr("Prompts"))
        self.search = TextField(self.tr("Search the prompts"), placeholder=self.tr("Search the prompts"))
        self.search.textChanged.connect(self.searched)
        self.search.installEventFilter(self)
        self.rows = QListView()
        self.rows.setAccessibleName(self.tr("Prompts"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(_PromptDelegate(self.rows))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setMouseTracking(True)
        self.rows.setUniformItemSizes(True)
        self.rows.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._nothing = Label("", "muted", wrap=True)
        self._hint = ElidedLabel(self.tr("Enter inserts, Escape closes"), "small")
        self.manage = Button(self.tr("All prompts…"), "quiet", small=True)
        self.manage.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self._build()
        self.rows.clicked.connect(self._take)
        self.rows.entered.connect(lambda index: self.rows.setCurrentIndex(index))
        self.manage.clicked.connect(lambda _checked=False: self.manage_wanted.emit())
        self.hide()

    def open_above(self, anchor: QWidget, *, with_search: bool) -> None:
        """Opens above `anchor`, a widget in `parent`; without a search the keyboard stays where it is."""
        self._anchor = anchor
        self.search.setVisible(with_search)
        self._speaker = self.search if with_search else anchor
        self._told = ""
        self.show()
        self.raise_()
        self.place()
        if with_search:
            self.search.clear()
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_prompts(self, prompts: Sequence[Prompt], nothing: str) -> None:
        """Lists these; with none of them says `nothing`. The current row stays current if it is there."""
        keep = self.current_id()
        self._model.clear()
        for prompt in prompts:
            self._model.appendRow(_item(prompt))
        self._nothing.setText(nothing)
        self._nothing.setVisible(not prompts)
        self.rows.setVisible(bool(prompts))
        ids = [prompt.id for prompt in prompts]
        if ids:
            self._go_to(ids.index(keep) if keep in ids else 0)
        self.place()

    def count(self) -> int:
        """Returns the number of rows."""
        return self._model.rowCount()

    def current_id(self) -> str:
        """Returns the id of the current row, or an empty string."""
        index = self.rows.currentIndex()
        return str(index.data(_ID)) if index.isValid() else ""

    def set_current(self, prompt_id: str) -> None:
        """Makes a row the current one; an unknown id changes nothing."""
        for row in range(self._model.rowCount()):
            if self._model.index(row, 0).data(_ID) == prompt_id:
                self._go_to(row)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Does what a key means for the list; returns whether it means anything."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.count():
            return False
        elif key in _TAKE:
            self._take(self.rows.currentIndex())
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            return False
        return True

    def place(self) -> None:
        """Lies above its anchor, as wide as it and as high as its rows, within its parent."""
        parent = self.parentWidget()
        if self._anchor is None or parent is None:
            return
        corner = self._anchor.mapTo(parent, self._anchor.rect().topLeft())
        room = max(look().pixels(80), corner.y() - 2 * _GAP)
        rows = min(self.count(), _MOST_ROWS) * max(0, self.rows.sizeHintForRow(0))
        layout = self.layout()
        assert layout is not None
        self.rows.setFixedHeight(rows)
        layout.activate()
        around = layout.sizeHint().height() - (rows if self.rows.isVisibleTo(self) else 0)
        self.rows.setFixedHeight(max(0, min(rows, room - around)))
        layout.activate()
        height = min(room, layout.sizeHint().height())
        self.setGeometry(QRect(corner.x(), corner.y() - _GAP - height, self._anchor.width(), height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, also from the button."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the arrows in the search move in the list, which closes when the keyboard goes elsewhere."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self.handle_key(event)
        if watched is self.search and isinstance(event, QFocusEvent) and event.lostFocus():
            now = QApplication.focusWidget()
            if now is not None and now is not self.search and not self.isAncestorOf(now):
                self.hide()
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        row, count = self.rows.currentIndex().row(), self.count()
        target = (row + step) % count if abs(step) == 1 else min(max(row + step, 0), count - 1)
        self._go_to(target)

    def _go_to(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.rows.setCurrentIndex(index)
        self.rows.scrollTo(index)
        if self.isVisible() and self._told != self.current_id():
            self._told = self.current_id()
            announce(self._speaker, str(index.data(int(Qt.ItemDataRole.AccessibleTextRole))))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.taken.emit(str(index.data(_ID)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.rows)
        self._nothing.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._nothing)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 0, 0)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.manage)
        column.addLayout(foot)


def _item(prompt: Prompt) -> QStandardItem:
    words = first_words(prompt.text)
    item = QStandardItem(prompt.name)
    item.setData(prompt.id, _ID)
    item.setData(words, _WORDS)
    item.setToolTip(plain_tip(prompt.text[:600]))
    item.setData(f"{prompt.name}, {words}", int(Qt.ItemDataRole.AccessibleTextRole))
    return item


class _PromptDelegate(QStyledItemDelegate):
    """Draws a prompt in one line: its name, then its first words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row is at least 28 px high."""
        return QSize(120, max(28, QFontMetrics(look().body_font()).height() + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = look().theme, QRect(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_background))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 7, 7)
        inner = area.adjusted(10, 0, -10, 0)
        cut = Qt.TextElideMode.ElideRight
        painter.setFont(look().body_font())
        metrics = painter.fontMetrics()
        name = metrics.elidedText(str(index.data()), cut, int(inner.width() * 0.6))
        painter.setPen(QColor(theme.accent if current else theme.text))
        painter.drawText(inner, int(_LEFT), name)
        rest = inner.adjusted(metrics.horizontalAdvance(name) + 12, 0, 0, 0)
        inner = mirrored(painter, inner, rest)
        painter.setFont(look().small_font())
        painter.setPen(QColor(theme.muted))
        words = painter.fontMetrics().elidedText(str(index.data(_WORDS)), cut, inner.width())
        painter.drawText(inner, int(_LEFT), words)
        painter.restore()
