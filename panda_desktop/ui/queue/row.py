"""One message that waits: its words, what can be done with it, and the field it is edited in.

Promise: it is a single line whatever it says, everything can be done from the keyboard while it has the
focus, and what is typed into it leaves it only by `edited` or by `Escape`.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.queue import QueuedMessage
from panda_desktop.ui.kit import Button, ElidedLabel, IconButton, Label, Menu, TextArea, keyboard_focused
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import listed

_LONGEST: Final = 400
"""Characters of a text that are shown: no window is wider."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROW: Final = 360
_EDIT_LINES: Final = (1, 6)


class QueueRow(QFrame):
    """A row of the strip.

    Attributes:
        item: the message.
        edit, send, remove: its buttons.
        more: a menu with all that can be done, in place of the first two where there is little room.
        field, save, cancel: what it is edited with.

    Signals:
        edit_wanted: the message shall be edited here.
        edited(str): what it shall say.
        remove_wanted: it shall be taken out.
        send_wanted: it shall be sent now.
        moved(int): it shall go up (-1) or down (1) by one.
        stepped(int): the keyboard goes to the row above (-1) or below (1).
        dragged(QPoint): the pointer that drags it is there, in coordinates of the screen.
        dropped(bool): the dragging has ended, or was given up (False).
        left: the keyboard leaves.
    """

    edit_wanted = Signal()
    edited = Signal(str)
    remove_wanted = Signal()
    send_wanted = Signal()
    moved = Signal(int)
    stepped = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(bool)
    left = Signal()

    def __init__(self, item: QueuedMessage, *, parent: QWidget | None = None) -> None:
        """Shows `item`."""
        super().__init__(parent)
        self.item = item
        self._place, self._count, self._answering = 0, 1, False
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._when = Label("", "accent")
        self._words = ElidedLabel("", "body")
        self._files = Label("", "small")
        self.edit = IconButton("edit", self.tr("Edit (F2)"), size=16)
        self.send = IconButton("send", self.tr("Send now"), size=16)
        self.more = IconButton("more", self.tr("What can be done with this message"), size=16)
        self.remove = IconButton("close", self.tr("Remove (Delete)"), size=16)
        self.field = TextArea(self.tr("Waiting message"), lines=_EDIT_LINES, submit_on_enter=True, bare=False)
        self.save = Button(self.tr("Save"), "accent", small=True, tip=self.tr("Keep the change"))
        self.cancel = Button(
            self.tr("Cancel"), "quiet", small=True, tip=self.tr("Leave it as it was (Escape)")
        )
        self._line = QWidget()
        self._editor = QWidget()
        self._build()
        self._connect()
        self.show_item(item, 0, 1, answering=False)

    def show_item(self, item: QueuedMessage, place: int, count: int, *, answering: bool) -> None:
        """Shows what it says and where it stands: `place` of `count`, 0 for the next one."""
        self.item = item
        self._place, self._count, self._answering = place, count, answering
        text = " ".join(item.text[:_LONGEST].split())
        names = listed(attachment.name for attachment in item.attachments)
        self._words.setText(text or names)
        self._when.setText(self.tr("Next") if place == 0 else str(place + 1))
        self._when.set_role("accent" if place == 0 else "small")
        self._files.setText(self._files_words())
        self._fit_buttons()
        self.send.set_name(
            self.tr("Stop the answer and send this now (Ctrl+Enter)")
            if answering
            else self.tr("Send this now (Ctrl+Enter)")
        )
        said = self.tr("Next: {text}") if place == 0 else self.tr("{place} of {count}: {text}")
        self.setAccessibleName(said.format(place=place + 1, count=count, text=text or names))
        self.setAccessibleDescription(
            self.tr("F2 edits it, Delete removes it, Alt+Up and Alt+Down move it, Ctrl+Enter sends it now.")
        )
        self._line.setCursor(Qt.CursorShape.OpenHandCursor if count > 1 else Qt.CursorShape.ArrowCursor)

    # editing

    @property
    def is_editing(self) -> bool:
        """The message is being edited here."""
        return not self._editor.isHidden()

    def begin_editing(self) -> None:
        """Shows the field."""
        if not self.is_editing:
            self._line.hide()
            self._editor.show()
            layout = self.layout()
            assert layout is not None
            layout.activate()  # a text that is shown before the field has its width stays scrolled
            self.field.show_text(self.item.text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_editing(self) -> str | None:
        """Hides the field; returns what was written when it differs and is not empty."""
        if not self.is_editing:
            return None
        text = self.field.text()
        had_focus = self._editor.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._editor.hide()
        self._line.show()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return text if text != self.item.text and (text.strip() or self.item.attachments) else None

    def focusable(self) -> list[QWidget]:
        """Returns what Tab reaches, in order."""
        buttons = (self.edit, self.send, self.more, self.remove)
        return [self, self.field, self.cancel, self.save, *buttons]

    def menu(self) -> Menu:
        """Returns a new menu of all that can be done."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.add(self.tr("Edit"), self.edit_wanted.emit, icon_name="edit", shortcut="F2")
        words = self.tr("Stop the answer and send this now") if self._answering else self.tr("Send this now")
        menu.add(words, self.send_wanted.emit, icon_name="send", shortcut="Ctrl+Return")
        menu.addSeparator()
        up, down = self._place > 0, self._place < self._count - 1
        menu.add(
            self.tr("Move up"),
            lambda: self.moved.emit(-1),
            icon_name="chevron-up",
            shortcut="Alt+Up",
            enabled=up,
        )
        menu.add(
            self.tr("Move down"),
            lambda: self.moved.emit(1),
            icon_name="chevron-down",
            shortcut="Alt+Down",
            enabled=down,
        )
        menu.addSeparator()
        menu.add(self.tr("Remove"), self.remove_wanted.emit, icon_name="trash", shortcut="Del", danger=True)
        return menu

    # keys, pointer, painting

    def event(self, event: QEvent) -> bool:
        """Takes F2 from the window while the row has the focus: there it renames the chat."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the accessible description of the row."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = modifiers == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif self.is_editing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            (self.moved if alt else self.stepped).emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier and not event.isAutoRepeat():
            self.send_wanted.emit()
        elif key == Qt.Key.Key_F2 or (key in _ENTER and not event.isAutoRepeat()):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers all that can be done, also by the menu key."""
        if self.is_editing:
            super().contextMenuEvent(event)
        else:
            self.menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves room for words in a narrow window."""
        super().resizeEvent(event)
        self._fit_buttons()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """May be the beginning of dragging."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_editing and self._count > 1:
            self._pressed = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags."""
        if self._pressed is None:
            return
        at = event.globalPosition().toPoint()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self._line.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()
        if self._dragging:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends the dragging."""
        self.end_dragging(kept=True)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edits."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_editing:
            self.edit_wanted.emit()

    def end_dragging(self, *, kept: bool) -> None:
        """Lets go of it; `kept` at the place where it is."""
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._line.setCursor(Qt.CursorShape.OpenHandCursor)
            self.update()
            self.dropped.emit(kept)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ring of the keyboard, and a row that is dragged in another tone."""
        super().paintEvent(event)
        ring = keyboard_focused(self)
        if not ring and not self._dragging:
            return
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.focus) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.pressed if self._dragging else theme.hover))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    # how it is done

    def _escape(self) -> None:
        if self._dragging:
            self.end_dragging(kept=False)
        elif self.is_editing:
            self.end_editing()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _take(self) -> None:
        text = self.end_editing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is not None:
            self.edited.emit(text)

    def _fit_buttons(self) -> None:
        narrow = self.width() < look().pixels(_NARROW)
        self.edit.setVisible(not narrow)
        self.send.setVisible(not narrow)
        self.more.setVisible(narrow)
        self._files.setVisible(not narrow and bool(self.item.attachments) and bool(self.item.text.strip()))

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _files_words(self) -> str:
        count = len(self.item.attachments)
        return self.tr("1 file") if count == 1 else self.tr("{count} files").format(count=count)

    def _connect(self) -> None:
        self.edit.clicked.connect(lambda _checked=False: self.edit_wanted.emit())
        self.send.clicked.connect(lambda _checked=False: self.send_wanted.emit())
        self.more.clicked.connect(lambda _checked=False: self._open_menu())
        self.remove.clicked.connect(lambda _checked=False: self.remove_wanted.emit())
        self.save.clicked.connect(lambda _checked=False: self._take())
        self.cancel.clicked.connect(lambda _checked=False: self._escape())
        self.field.submitted.connect(self._take)

    def _build(self) -> None:
        line = QHBoxLayout(self._line)
        line.setContentsMargins(10, 0, 2, 0)
        line.setSpacing(8)
        line.addWidget(self._when)
        line.addWidget(self._words, 1)
        line.addWidget(self._files)
        line.addSpacing(-4)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.edit, self.send, self.more, self.remove):
            buttons.addWidget(button)
        line.addLayout(buttons)
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(8, 4, 8, 6)
        editor.setSpacing(6)
        editor.addWidget(self.field)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.cancel)
        below.addWidget(self.save)
        editor.addLayout(below)
        self._editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 1)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._editor)
