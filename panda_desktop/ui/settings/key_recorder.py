"""A field that takes the next keys that are pressed.

Promise: while it listens, keys do nothing else; Escape and leaving it change nothing.
"""

import re
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Button, announce, set_variant

_ALONE: Final = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
)
_HOLDING: Final = ("Meta+", "Ctrl+", "Alt+")
_FUNCTION: Final = re.compile(r"(Shift\+)?F\d\d?")
_OF_TEXT: Final = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X")


class Refusal(StrEnum):
    """Why keys cannot be given to a command."""

    TYPED = "typed"
    """They write, or move in a page."""
    OF_TEXT = "of text"
    """They copy, cut, paste or select everywhere."""


class KeyRecorder(Button):
    """Shows keys; pressed, it listens for others.

    Signals:
        recorded(str): these portable keys were pressed; empty for Backspace or Delete: no keys.
        refused(str): keys were pressed that cannot be taken, a `Refusal`; it goes on listening.
        began: it listens.
        ended: it listens no longer, whatever was pressed.
    """

    recorded = Signal(str)
    refused = Signal(str)
    began = Signal()
    ended = Signal()

    _listens = False  # asked for by `event` before `__init__` gets that far

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Makes a field for the keys of `name`."""
        super().__init__("", parent=parent)
        self._name = name
        self._keys = ""
        self.clicked.connect(lambda _checked=False: self.listen())
        self.set_keys("")

    def set_keys(self, keys: str) -> None:
        """Shows portable keys; empty for none."""
        self._keys = keys
        self._show()

    def keys(self) -> str:
        """Returns the keys that are shown."""
        return self._keys

    def is_listening(self) -> bool:
        """Whether the next keys are taken."""
        return self._listens

    def listen(self) -> None:
        """Waits for keys."""
        self._listens = True
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("Press the new keys. Backspace for none, Escape to leave it."))
        self.began.emit()

    def stop(self) -> None:
        """Listens no longer."""
        if self._listens:
            self._listens = False
            self._show()
            self.ended.emit()

    def event(self, event: QEvent) -> bool:
        """Takes keys before shortcuts and Tab can have them."""
        if self._listens and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it changes nothing."""
        self.stop()
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if key in _ALONE or event.isAutoRepeat():
            return
        if plain and key == Qt.Key.Key_Escape:
            self.stop()
            return
        if plain and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.stop()
            self.recorded.emit("")
            return
        pressed = QKeySequence(modifiers.value | key.value)
        keys = pressed.toString(QKeySequence.SequenceFormat.PortableText)
        refusal = refusal_of(keys)
        if refusal is not None:
            self.refused.emit(refusal.value)
            return
        self.stop()
        self.recorded.emit(keys)

    def _show(self) -> None:
        native = QKeySequence(self._keys).toString(QKeySequence.SequenceFormat.NativeText)
        shown = native or self.tr("None")
        self.setText((self.tr("Press keys…") if self._listens else shown).replace("&", "&&"))
        set_variant(self, "listening", self._listens)
        self.setAccessibleName(self.tr("Keys for {command}: {keys}").format(command=self._name, keys=shown))
        self.set_tip(self.tr("Press to change the keys"))


def refusal_of(keys: str) -> Refusal | None:
    """Returns why portable keys cannot be given to a command, or None when they can."""
    if not keys.startswith(_HOLDING) and not _FUNCTION.fullmatch(keys):
        return Refusal.TYPED
    return Refusal.OF_TEXT if keys in _OF_TEXT else None
