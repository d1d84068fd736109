"""Sends a form by Ctrl+Enter, wherever in it the keyboard is.

Promise: never while a word is composed, never from a list that lies over the form, once however long it is
held.
"""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.ui.kit.fields import TextArea

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Submitting(QObject):
    """The key of one form."""

    def __init__(self, form: QWidget, submit: Callable[[], object]) -> None:
        """Calls `submit` when the key is pressed in `form`, which owns this."""
        super().__init__(form)
        self._form = form
        self._submit = submit
        for key in _KEYS:
            keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key))
            shortcut = QShortcut(keys, form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._press)

    def _press(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self._form or self._form.isAncestorOf(focused)):
            return  # in a window of its own, such as the list of models
        if isinstance(focused, TextArea) and focused.is_composing():
            return
        self._submit()
