"""Menus with icons, in our look.

Promise: an entry is made by one call, and works by keyboard as any native menu does.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from panda_desktop.ui.icons import icon
from panda_desktop.ui.kit.rebinding import bound_keys


class Menu(QMenu):
    """A pop-up menu. Open it with `popup()`, never `exec()`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Makes an empty menu."""
        super().__init__(parent)
        # Rounded corners: the square window behind the menu must not be seen.
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def showEvent(self, event: QShowEvent) -> None:
        """Is heard by the name of what it belongs to, unless it has one."""
        owner = self.parentWidget()
        if not self.accessibleName():
            self.setAccessibleName((owner.accessibleName() if owner is not None else "") or self.tr("Menu"))
        super().showEvent(event)

    def add(
        self,
        text: str,
        run: Callable[[], object],
        *,
        icon_name: str = "",
        shortcut: str = "",
        danger: bool = False,
        checked: bool | None = None,
        enabled: bool = True,
    ) -> QAction:
        """Adds an entry.

        Args:
            text: its words, plain; an `&` is shown.
            run: called when it is taken.
            icon_name: see `ui.icons.icon`.
            shortcut: shown beside it (`Ctrl+D`); the window, not the menu, must bind it.
            danger: it destroys something; drawn in the danger colour.
            checked: makes it an entry with a check mark, on or off.
            enabled: whether it can be taken.
        """
        action = QAction(text.replace("&", "&&"), self)
        if icon_name:
            action.setIcon(icon(icon_name, "danger" if danger else "muted"))
        if shortcut:
            shown = QKeySequence(bound_keys(shortcut)).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{action.text()}\t{shown}" if shown else action.text())
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
            if checked:
                action.setIcon(icon("check", "accent"))
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: run())
        self.addAction(action)
        return action
