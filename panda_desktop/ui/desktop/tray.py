"""The icon in the tray, where the desktop has one, and its menu.

Promise: nothing can be done only here, and without a tray nothing is missing and nothing is tried.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from panda_desktop.ui.icons import app_icon
from panda_desktop.ui.wording import labelled


class Tray(QObject):
    """The icon.

    Signals:
        open_wanted: the main window shall come forward.
        new_chat_wanted: with a new chat.
        quick_wanted: the quick prompt shall open.
        jobs_wanted: the main window shall show the running jobs.
        quit_wanted: the program shall end.
        message_clicked: the message that was shown last was clicked.
    """

    open_wanted = Signal()
    new_chat_wanted = Signal()
    quick_wanted = Signal()
    jobs_wanted = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()

    def __init__(
        self,
        *,
        icon: QSystemTrayIcon | None = None,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        parent: QObject | None = None,
    ) -> None:
        """Makes it.

        Args:
            icon: the icon, if not one of its own.
            is_available: tells whether the desktop has a tray now.
            parent: the owner.
        """
        super().__init__(parent)
        self._is_available = is_available
        self._icon = icon or QSystemTrayIcon(self)
        self._icon.setIcon(app_icon())
        # Not the kit's menu: the desktop draws this one itself, from another process.
        self._menu = QMenu()
        self._jobs = QAction(self._menu)
        self._fill()
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self.set_running(0)

    def show(self) -> None:
        """Shows the icon where there is a tray."""
        if self._is_available():
            self._icon.show()

    def is_there(self) -> bool:
        """Whether the icon can be seen: only then a window may hide behind it."""
        return self._icon.isVisible() and self._is_available()

    def set_running(self, count: int) -> None:
        """Says how many paid jobs are under way."""
        name = self.tr("Panda Desktop")
        words = self.tr("%n picture(s) or video(s) on the way", "", count) if count else ""
        self._jobs.setText(words or self.tr("Nothing is being made"))
        self._jobs.setEnabled(count > 0)
        self._icon.setToolTip(labelled(name, words) if words else name)

    def tell(self, title: str, words: str) -> bool:
        """Shows a message beside the icon; returns False where that cannot be."""
        if not self.is_there() or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, words, app_icon())
        return True

    def entries(self) -> list[QAction]:
        """Returns the entries of the menu, without its lines."""
        return [action for action in self._menu.actions() if not action.isSeparator()]

    def close(self) -> None:
        """Takes the icon away."""
        self._icon.hide()
        self._menu.deleteLater()

    def _fill(self) -> None:
        for words, wish in (
            (self.tr("Open Panda Desktop"), self.open_wanted),
            (self.tr("New chat"), self.new_chat_wanted),
            (self.tr("Quick prompt"), self.quick_wanted),
        ):
            self._menu.addAction(words).triggered.connect(lambda _checked, wish=wish: wish.emit())
        self._menu.addSeparator()
        self._jobs.triggered.connect(lambda _checked: self.jobs_wanted.emit())
        self._menu.addAction(self._jobs)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(lambda _checked: self.quit_wanted.emit())

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        # On macOS a click opens the menu, and says so with the same reason.
        if reason in (reasons.Trigger, reasons.DoubleClick) and sys.platform != "darwin":
            self.open_wanted.emit()
        elif reason is reasons.MiddleClick:
            self.quick_wanted.emit()
