"""What a screen reader sees: a document of messages, each made of its lines and its buttons.

Promise: every message of the conversation is there, whether it was ever shown or not, and costs nothing
before a screen reader asks for it.

PySide6 lets Python implement accessible objects but not their text interface: `interface_cast` hands Qt the
Python object's address instead of the C++ one (a crash in 6.11). So lines are objects of their own, and
reading by character, word and selection is offered by `reader.Reader`, a real text control.
"""

from collections import OrderedDict
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from panda_desktop.ui.transcript.document import Document
from panda_desktop.ui.transcript.pressing import NOTHING, Address, Press

MAX_LINES: Final = 5_000
_KEPT_TEXTS: Final = 30


class ConversationAccessible(QAccessibleWidget):
    """The conversation. Its children are the messages."""

    def __init__(self, widget: QWidget, document: Document, viewport: QWidget) -> None:
        """Speaks for `widget`, which is the document."""
        super().__init__(widget, QAccessible.Role.Document, widget.accessibleName())
        self.owner = widget
        self.document = document
        self.viewport = viewport
        self._messages: dict[str, MessageAccessible] = {}
        self._texts: OrderedDict[tuple[str, int], list[str]] = OrderedDict()

    def childCount(self) -> int:
        """Number of messages."""
        return self.document.row_count() if shiboken6.isValid(self.owner) else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Returns a message."""
        if not 0 <= index < self.childCount():
            return None
        message_id = self.document.row(index).message.id
        found = self._messages.get(message_id)
        if found is None:
            found = self._messages[message_id] = MessageAccessible(self, message_id)
        found.row = index
        return found

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Returns the place of a message."""
        return child.current_row() if isinstance(child, MessageAccessible) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Returns the message at a point of the screen."""
        return self.child(self.document.row_at(self.viewport.mapFromGlobal(QPoint(x, y))))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Returns the message with the keyboard focus."""
        return self.child(self.document.focused_row())

    def lines(self, row: int) -> list[str]:
        """Returns the lines of a message, empty ones left out."""
        message = self.document.row(row).message
        key = (message.id, len(message.text) + len(message.reasoning))
        if key not in self._texts:
            text = self.document.spoken_text(row)
            self._texts[key] = [line for line in text.split("\n") if line.strip()][:MAX_LINES]
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(key)
        return self._texts[key]

    def on_screen(self, rect: QRectF) -> QRect:
        """Translates a rectangle of the viewport to the screen."""
        corner = self.viewport.mapToGlobal(rect.topLeft().toPoint())
        return QRect(corner, rect.size().toSize())

    def forget(self) -> None:
        """Takes the messages back from Qt: the rows have changed, or the view goes away."""
        for message in self._messages.values():
            message.forget()
        self._messages.clear()
        self._texts.clear()

    def tell_focus(self, row: int) -> None:
        """Tells a screen reader that the keyboard has come to a message."""
        found = self.child(row)
        if found is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(found, QAccessible.Event.Focus))


class MessageAccessible(QAccessibleInterface):
    """One message. Its children are its lines, then its visible buttons and links."""

    def __init__(self, conversation: ConversationAccessible, message_id: str) -> None:
        """Belongs to a conversation."""
        super().__init__()
        self.conversation = conversation
        self.row = -1
        self._id = message_id
        self._lines: list[PartAccessible] = []
        self._buttons: list[PartAccessible] = []

    def current_row(self) -> int:
        """Returns where the message is now, or -1 when it is gone."""
        document = self.conversation.document
        if not shiboken6.isValid(self.conversation.widget):
            return -1
        if 0 <= self.row < document.row_count() and document.row(self.row).message.id == self._id:
            return self.row
        for row in range(document.row_count()):
            if document.row(row).message.id == self._id:
                self.row = row
                return row
        return -1

    def isValid(self) -> bool:
        """Whether the message is still part of the conversation."""
        return self.current_row() >= 0

    def object(self) -> QObject | None:  # type: ignore[override]
        """There is no object for it."""
        return None

    def window(self) -> QObject | None:  # type: ignore[override]
        """Returns the window it is shown in."""
        return self.conversation.owner.window().windowHandle() if self.isValid() else None

    def role(self) -> QAccessible.Role:
        """A section of the document."""
        return QAccessible.Role.Section

    def state(self) -> QAccessible.State:
        """Can have the keyboard focus; says when it is out of view."""
        state = QAccessible.State()
        state.readOnly = True
        state.focusable = True
        row = self.current_row()
        if row >= 0:
            document = self.conversation.document
            state.focused = document.focused_row() == row
            state.offscreen = document.row_rect(row).isEmpty()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Returns who speaks as the name, and the whole text as the description."""
        row = self.current_row()
        if row < 0:
            return ""
        if kind is QAccessible.Text.Name:
            return self.conversation.document.spoken_name(row)
        if kind is QAccessible.Text.Description:
            return " ".join(self.conversation.lines(row))[:2_000]
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing can be written into a message."""

    def rect(self) -> QRect:
        """Returns where it is on the screen."""
        row = self.current_row()
        if row < 0:
            return QRect()
        return self.conversation.on_screen(self.conversation.document.row_rect(row))

    def parent(self) -> QAccessibleInterface:
        """Returns the conversation."""
        return self.conversation

    def childCount(self) -> int:
        """Number of lines and visible buttons."""
        self._refresh()
        return len(self._lines) + len(self._buttons)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Returns a line or a button."""
        self._refresh()
        parts = [*self._lines, *self._buttons]
        return parts[index] if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Returns the place of a line or button."""
        for index, part in enumerate([*self._lines, *self._buttons]):
            if part is child:
                return index
        return -1

    def press(self, part: "PartAccessible") -> None:
        """Presses a button, when it is still there."""
        self._refresh()
        if part in self._buttons:
            self.conversation.document.press_action(self.current_row(), self._buttons.index(part))

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Returns the button at a point of the screen."""
        self._refresh()
        return next((part for part in self._buttons if part.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The message itself has the focus."""
        return None

    def forget(self) -> None:
        """Takes itself and its parts back from Qt."""
        for part in (*self._lines, *self._buttons):
            _take_back(part)
        self._lines, self._buttons = [], []
        _take_back(self)

    def _refresh(self) -> None:
        """Brings the parts up to date; parts that exist are kept, Qt may know them."""
        row = self.current_row()
        if row < 0:
            return
        self._fit(self._lines, QAccessible.Role.StaticText, self.conversation.lines(row), None)
        actions = self.conversation.document.spoken_actions(row)
        names, rects = [name for name, _ in actions], [rect for _, rect in actions]
        self._fit(self._buttons, QAccessible.Role.Button, names, rects)

    def _fit(
        self,
        parts: "list[PartAccessible]",
        role: QAccessible.Role,
        names: list[str],
        rects: list[QRectF] | None,
    ) -> None:
        while len(parts) > len(names):
            _take_back(parts.pop())
        while len(parts) < len(names):
            parts.append(PartAccessible(self, role))
        for index, (part, name) in enumerate(zip(parts, names, strict=True)):
            part.name = name
            part.place = rects[index] if rects is not None else None


class PartAccessible(QAccessibleInterface):
    """A line or a button of a message."""

    def __init__(self, message: MessageAccessible, role: QAccessible.Role) -> None:
        """Belongs to a message; `name` and `place` are set by it."""
        super().__init__()
        self.name = ""
        self.place: QRectF | None = None
        self._message = message
        self._role = role
        self._press = Press(lambda: message.press(self)) if role is QAccessible.Role.Button else None

    def isValid(self) -> bool:
        """Whether its message is still there."""
        return self._message.isValid()

    def object(self) -> QObject | None:  # type: ignore[override]
        """There is no object for it."""
        return None

    def window(self) -> QObject | None:  # type: ignore[override]
        """Returns the window it is shown in."""
        return self._message.window()

    def role(self) -> QAccessible.Role:
        """Text, or a button."""
        return self._role

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Address:
        """A button can be pressed; see `pressing`."""
        wanted = kind is QAccessible.InterfaceType.ActionInterface
        return self._press.address() if wanted and self._press is not None else NOTHING

    def state(self) -> QAccessible.State:
        """As its message, but never focused."""
        state = self._message.state()
        state.focusable = False
        state.focused = False
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Returns the line, or what the button says."""
        return self.name if kind is QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing can be written."""

    def rect(self) -> QRect:
        """Returns the button's place on the screen; a line has that of its message."""
        if self.place is None:
            return self._message.rect()
        return self._message.conversation.on_screen(self.place)

    def parent(self) -> QAccessibleInterface:
        """Returns its message."""
        return self._message

    def childCount(self) -> int:
        """It has no parts."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has no parts."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """It has no parts."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has no parts."""
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has no parts."""
        return None


def _take_back(interface: QAccessibleInterface) -> None:
    """Removes an interface from Qt's cache, which would keep a dangling pointer otherwise."""
    if shiboken6.isValid(interface):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))


# Qt asks again for what it has when the widget's metaobject is another, which it becomes whenever PySide adds
# a slot to its class; it frees each answer with the widget, so one given twice would be freed twice.
_speaking: dict[int, list[ConversationAccessible]] = {}
_documents: dict[int, tuple[Document, QWidget]] = {}
_installed = False


def make_accessible(widget: QWidget, document: Document, viewport: QWidget) -> None:
    """Has `widget` described to screen readers as a document of messages."""
    global _installed
    key = id(widget)
    _documents[key] = (document, viewport)
    widget.destroyed.connect(lambda: _gone(key))
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface_for)


def accessible_of(widget: QWidget) -> ConversationAccessible | None:
    """Returns the accessible object of a widget, if a screen reader has asked for it."""
    speaking = _speaking.get(id(widget))
    return speaking[-1] if speaking else None


def forget_messages(widget: QWidget) -> None:
    """Takes the messages back from Qt: the rows of `widget` have changed."""
    for speaking in _speaking.get(id(widget), ()):
        speaking.forget()


def _interface_for(key: str, found: QObject) -> QAccessibleInterface | None:
    if not isinstance(found, QWidget) or id(found) not in _documents:
        return None
    made = ConversationAccessible(found, *_documents[id(found)])
    _speaking.setdefault(id(found), []).append(made)
    return made


def _gone(key: int) -> None:
    _documents.pop(key, None)
    for speaking in _speaking.pop(key, ()):
        speaking.forget()
