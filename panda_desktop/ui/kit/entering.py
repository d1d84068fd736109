"""Where the keyboard goes in a page or group that it is given to as a whole.

Promise: Tab still comes to everything before that place. A focus proxy would not do: Qt lets Tab jump from
the edge of the container straight to the proxy, and what lies before it is never reached.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Entrance(QObject):
    """Passes the focus that a container is given on to a widget in it."""

    def __init__(self, container: QWidget, target: QWidget) -> None:
        """Leads from `container`, which owns it, to `target`."""
        super().__init__(container)
        self._target = target
        container.setProperty("hasEntrance", True)  # the window asks for it: see `window.main_window`
        container.installEventFilter(self)

    def lead_to(self, target: QWidget) -> None:
        """Leads to another widget from now on."""
        self._target = target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Passes the focus on."""
        if event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._target.setFocus(event.reason())
            return True
        return super().eventFilter(watched, event)
