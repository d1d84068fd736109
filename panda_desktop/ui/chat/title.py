"""The title of the open chat, renamed where it stands.

Promise: a title that was not confirmed changes nothing, and foreign text in it is only text.
"""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from shiboken6 import isValid

from panda_desktop.ui.kit import Button, TextField, paint_focus_ring
from panda_desktop.ui.theme import look


class _TitleButton(Button):
    """The title, cut to the width; pressing it renames."""

    def __init__(self) -> None:
        super().__init__("", "quiet")
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str) -> None:
        """Shows a title."""
        self._words = " ".join(title.split())
        self.setAccessibleName(self.tr("Title of the chat: {title}").format(title=self._words))
        self.set_tip(self.tr("{title}\nClick to rename (F2)").format(title=self._words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the whole title."""
        metrics = QFontMetrics(look().body_font(bold=True))
        return QSize(metrics.horizontalAdvance(self._words) + 18, max(30, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the button and the title in bold."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setFont(look().body_font(bold=True))
        painter.setPen(QColor(look().theme.text))
        area = self.rect().adjusted(8, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.end()
        paint_focus_ring(self)


class Title(QWidget):
    """Shows the title; turns into a field to change it.

    Attributes:
        button: the title; pressing it opens the field.
        field: where another title is written.

    Signals:
        renamed(str): the person wants this title.
    """

    renamed = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows no title yet."""
        super().__init__(parent)
        self._title = ""
        self._before: QWidget | None = None  # had the focus, and gets it back
        self.button = _TitleButton()
        self.field = TextField(self.tr("Title of the chat"), placeholder=self.tr("Title"))
        self.field.setMinimumWidth(64)
        self.field.hide()
        self.field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self.field, 1)
        row.addStretch(0)
        self.button.clicked.connect(lambda _checked=False: self._edit(self.button))
        self.field.editingFinished.connect(self._take)

    def set_title(self, title: str) -> None:
        """Shows a title; an empty one is a new chat."""
        self._title = title
        self.button.show_title(title or self.tr("New chat"))

    def edit(self) -> None:
        """Opens the field; what has the focus gets it back."""
        self._edit(self.window().focusWidget())

    def _edit(self, before: QWidget | None) -> None:
        if self.is_editing():
            return
        self._before = before
        self.button.hide()
        self.field.setText(self._title)
        self.field.selectAll()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_editing(self) -> bool:
        """Whether the field is open."""
        return not self.field.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the title as it was."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.key() == Qt.Key.Key_Escape
        ):
            if event.type() is QEvent.Type.KeyPress:
                self._close()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        if not self.is_editing():
            return
        title = self.field.text().strip()
        self._close()
        if title and title != self._title:
            self.renamed.emit(title)

    def _close(self) -> None:
        had_focus = self.field.hasFocus()
        self.button.show()
        before, self._before = self._before, None
        if before is None or not isValid(before) or not before.isVisible():
            before = self.button
        with QSignalBlocker(self.field):  # losing the focus is not a “yes”
            if had_focus:
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.hide()
