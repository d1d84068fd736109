"""A program around a window, over services that act at once; the desktop is in memory."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QSystemTrayIcon

from panda_desktop.services.desktop.notices import DesktopNotice
from panda_desktop.ui.desktop.tray import Tray
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.desktop import Around, Desktop
from panda_desktop.ui.wiring.leaving import Leaving
from panda_desktop.viewmodels.endings import Endings
from panda_desktop.viewmodels.quick import QuickModel
from panda_desktop.viewmodels.running import RunningJobs
from tests.ui.doubles import Stage


class FakeDesktop(QObject):
    """Stands in for `DesktopModel`; `shows` says whether notifications are shown."""

    notice_opened = Signal(str, str)
    not_shown = Signal(object)
    quick_pressed = Signal(str)
    shortcut_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[DesktopNotice] = []
        self.shows = True
        self.held = False
        self.can_have_shortcut = True
        self.shortcut: str | None = None
        self.shortcut_refused = False
        self.started = False

    def start(self) -> None:
        self.started = True

    def stop(self) -> None:
        self.started = False

    def show(self, notice: DesktopNotice) -> None:
        self.shown.append(notice)
        if not self.shows:
            self.not_shown.emit(notice)

    def hold_shortcut(self, wanted: bool, description: str) -> None:
        self.held = wanted

    def give(self, keys: str | None) -> None:
        self.shortcut, self.shortcut_refused = keys, keys is None
        self.shortcut_changed.emit()


class FakeIcon(QSystemTrayIcon):
    """Offscreen there is no tray, and Qt warns of an icon that is shown."""

    visible = False

    def show(self) -> None:
        self.visible = True

    def isVisible(self) -> bool:
        return self.visible


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Outside:
    """Everything outside a window."""

    def __init__(self, folder: Path, *, has_tray: bool = True) -> None:
        self.stage = Stage(folder)
        self.stage.load()
        self.clock = Clock()
        self.left = 0
        self.forward: list[str] = []
        self.desktop_model = FakeDesktop()
        stage = self.stage
        self.window = MainWindow({place: lambda: QLabel("page") for place in Place})
        self.leaving = Leaving(self.window, stage.jobs_service, stage.tasks, self._leave)
        self.has_tray = has_tray
        around = Around(
            stage.chat,
            stage.models,
            stage.settings,
            RunningJobs(stage.bus, stage.jobs_service, lambda _model: None),
            QuickModel(stage.bus, stage.tasks, stage.chat_service, stage.settings_service),
            Endings(stage.bus, stage.jobs_service, now=self.clock),
            self.desktop_model,  # type: ignore[arg-type]
        )
        self.around = around
        tray = Tray(icon=FakeIcon(), is_available=lambda: self.has_tray)
        self.desktop = Desktop(self.window, around, self.leaving, {}, self._come, tray=tray, hears_quit=True)
        self.desktop.telling._is_active = lambda: self.active
        self.active = False
        self.desktop.start()

    def _leave(self) -> None:
        self.left += 1

    def _come(self, token: str) -> None:
        self.forward.append(token)
        self.window.show()

    def entry(self, words: str) -> None:
        """Takes an entry of the tray's menu."""
        (action,) = [each for each in self.desktop.tray.entries() if each.text() == words]
        action.trigger()

    def close(self) -> None:
        self.desktop.close()
