"""Tooltips, names and descriptions that follow the keys a person gave to commands.

Promise: what is shown and what a screen reader hears name the same keys; while no keys are changed it hears
nothing and costs nothing.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.ui.kit import set_bound_keys, with_bound_keys
from panda_desktop.ui.window.commands import Commands

# Properties of a widget in which words stand that may name keys; only the first may be rich text.
_WORDS: Final = ("toolTip", "accessibleName", "accessibleDescription")
_MINDED: Final = (QEvent.Type.Show, QEvent.Type.ToolTipChange)


class BoundTips(QObject):
    """Has widgets name the keys a command has where they name the program's own."""

    def __init__(self, commands: Commands) -> None:
        """Follows `commands` from now on, which own it."""
        super().__init__(commands)
        self._commands = commands
        self._shown: dict[str, str] = {}
        self._hears = False
        commands.changed.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees to what comes into view or gets other words."""
        if event.type() in _MINDED and isinstance(watched, QWidget):
            _adapt(watched)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        rebound = self._commands.rebound()
        set_bound_keys(rebound)
        app = QApplication.instance()
        if app is None or rebound == self._shown:
            return
        self._shown = rebound
        if rebound and not self._hears:
            self._hears = True  # for good: what is out of view has yet to get its own words back
            app.installEventFilter(self)
        for widget in QApplication.allWidgets():
            if widget.isVisible():
                _adapt(widget)


def _adapt(widget: QWidget) -> None:
    for name in _WORDS:
        shown = widget.property(name)
        if not shown:
            continue
        was_bound = shown == widget.property(f"{name}Bound")
        own = widget.property(f"{name}Own") if was_bound else shown
        words = with_bound_keys(own, rich=name == "toolTip" and "<" in own)
        if words == shown:
            continue
        widget.setProperty(f"{name}Own", own)
        widget.setProperty(f"{name}Bound", words)
        widget.setProperty(name, words)
