"""Tooltips that follow the keys a person gave to commands.

Promise: while no keys are changed it hears nothing and costs nothing.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from panda_desktop.ui.kit import set_bound_keys, with_bound_keys
from panda_desktop.ui.window.commands import Commands


class BoundTips(QObject):
    """Shows a tooltip with the keys a command has where it names the program's own."""

    def __init__(self, commands: Commands) -> None:
        """Follows `commands` from now on, which own it."""
        super().__init__(commands)
        self._commands = commands
        self._hears = False
        commands.changed.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shows the tooltip itself where it would name other keys."""
        if (
            event.type() == QEvent.Type.ToolTip
            and isinstance(watched, QWidget)
            and isinstance(event, QHelpEvent)
        ):
            own = watched.toolTip()
            words = with_bound_keys(own)
            if words != own:
                QToolTip.showText(event.globalPos(), words, watched)
                return True
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        rebound = self._commands.rebound()
        set_bound_keys(rebound)
        app = QApplication.instance()
        if app is None or bool(rebound) == self._hears:
            return
        self._hears = bool(rebound)
        (app.installEventFilter if self._hears else app.removeEventFilter)(self)
