"""What the desktop offers beside windows, observable: notifications that can be opened, a global shortcut.

Promise: where the desktop has neither, nothing happens and nobody waits.
"""

import asyncio
import sys
from typing import Any

from PySide6.QtCore import QObject, Signal

from panda_desktop.services.desktop.notices import DesktopNotice, DesktopNotices
from panda_desktop.services.desktop.shortcut import GlobalShortcut
from panda_desktop.services.tasks import TaskSet


class DesktopModel(QObject):
    """The desktop.

    Signals:
        notice_opened(str, str): a notification was clicked: its key, and what lets a window come forward.
        not_shown(object): a `DesktopNotice` the desktop did not show.
        quick_pressed(str): the global shortcut was pressed: what lets a window come forward.
        shortcut_changed: see `shortcut` and `shortcut_refused`.
    """

    notice_opened = Signal(str, str)
    not_shown = Signal(object)
    quick_pressed = Signal(str)
    shortcut_changed = Signal()

    def __init__(self, tasks: TaskSet, *, has_session_bus: bool = sys.platform == "linux") -> None:
        """Asks the desktop nothing before `start`."""
        super().__init__()
        self._tasks = tasks
        self._has_session_bus = has_session_bus
        self._notices = DesktopNotices(self.notice_opened.emit)
        self._listening: asyncio.Task[Any] | None = None
        self._shortcut_task: asyncio.Task[Any] | None = None
        self.shortcut: str | None = None
        self.shortcut_refused = False

    @property
    def can_have_shortcut(self) -> bool:
        """Whether a desktop like this one may give a global shortcut at all."""
        return self._has_session_bus

    def start(self) -> None:
        """Begins to look for notifications."""
        if self._has_session_bus:
            self._listening = self._tasks.spawn(self._notices.run(), name="notifications")

    def stop(self) -> None:
        """Looks for nothing any more, and gives the global shortcut back."""
        for task in (self._listening, self._shortcut_task):
            if task is not None:
                task.cancel()
        self._listening = self._shortcut_task = None

    def show(self, notice: DesktopNotice) -> None:
        """Shows a notification; ends in `not_shown` when the desktop does not."""
        self._tasks.spawn(self._show(notice), name="notification")

    def hold_shortcut(self, wanted: bool, description: str) -> None:
        """Asks for the global shortcut, or gives it back; ends in `shortcut_changed`."""
        if not self._has_session_bus or wanted == (self._shortcut_task is not None):
            return
        if self._shortcut_task is not None:
            self._shortcut_task.cancel()
            self._shortcut_task = None
            self._bound(None, refused=False)
        else:
            work = GlobalShortcut(self.quick_pressed.emit, self._heard_bound).run(description)
            self._shortcut_task = self._tasks.spawn(work, name="global shortcut")

    async def _show(self, notice: DesktopNotice) -> None:
        if not await self._notices.show(notice):
            self.not_shown.emit(notice)

    def _heard_bound(self, keys: str | None) -> None:
        if keys is None:
            self._shortcut_task = None  # it may be asked for again
        self._bound(keys, refused=keys is None)

    def _bound(self, keys: str | None, *, refused: bool) -> None:
        self.shortcut = keys
        self.shortcut_refused = refused
        self.shortcut_changed.emit()
