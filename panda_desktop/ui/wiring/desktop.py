"""Joins what is outside the main window to the program: tray, quick prompt, notifications, the way to quit.

Promise: the quick prompt is imported and built when it is first wanted, and every click leads to what it was
about.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.jobs import JobKind
from panda_desktop.domain.settings import Settings
from panda_desktop.services.desktop.notices import DesktopNotice
from panda_desktop.ui.desktop.background import Background
from panda_desktop.ui.desktop.telling import ANSWER, JOB, Telling
from panda_desktop.ui.desktop.tray import Tray
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.window.commands import Command
from panda_desktop.ui.wiring.leaving import Leaving
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.desktop import DesktopModel
from panda_desktop.viewmodels.endings import Endings
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.quick import QuickModel
from panda_desktop.viewmodels.running import RunningJobs
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.desktop.quick_prompt import QuickPrompt
    from panda_desktop.ui.settings import SettingsPage


@dataclass(frozen=True, slots=True)
class Around:
    """The view-models this needs."""

    chat: ChatModel
    models: ModelList
    settings: SettingsModel
    running: RunningJobs
    quick: QuickModel
    endings: Endings
    desktop: DesktopModel


class Desktop(QObject):
    """What is outside the main window.

    Attributes:
        tray: the icon in the tray.
        background: keeps the program there.
        telling: the notifications.
        show_job: shows a job in the window; the program sets it.

    Signals:
        leave_wanted(object): a request shall pass this `Refusal` of a budget.
    """

    leave_wanted = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        around: Around,
        leaving: Leaving,
        steps: Mapping[NextStep, Callable[[], object]],
        come_forward: Callable[[str], object],
        *,
        tray: Tray | None = None,
        hears_quit: bool = sys.platform == "darwin",
        parent: QObject | None = None,
    ) -> None:
        """Joins them; nothing is shown before `start`.

        Args:
            window: the main window.
            around: the view-models.
            leaving: decides what closing means.
            steps: what the window can do about a failure.
            come_forward: brings the main window to the front, with the token the desktop gave or "".
            tray: the icon, if not one of its own.
            hears_quit: the system has a “quit” of its own, which closes the window like a person (macOS).
            parent: the owner.
        """
        super().__init__(parent)
        self._window = window
        self._around = around
        self._leaving = leaving
        self._come_forward = come_forward
        self._steps = {step: self._coming(run) for step, run in steps.items()}
        self._quick: QuickPrompt | None = None
        self._last_notice = ""
        self._hears_quit = hears_quit
        self.show_job: Callable[[str], object] = lambda _job_id: None
        self.tray = tray or Tray()
        self.background = Background(window, self.tray, around.settings, self._tell, parent=self)
        self.telling = Telling(
            around.desktop.show,
            lambda: around.settings.current,
            around.chat.conversations.conversation,
            parent=self,
        )
        leaving.staying = self.background
        self._join()

    def start(self) -> None:
        """Shows the icon and begins to listen."""
        self.tray.show()
        self._around.desktop.start()
        self._hold_shortcut(self._around.settings.current)
        app = QApplication.instance()
        if app is not None and self._hears_quit:  # it sees every event: only where it must
            app.installEventFilter(self)

    def quick(self, token: str = "") -> "QuickPrompt":
        """Shows the quick prompt; `token` is what the desktop gave the one who asks for it."""
        if self._quick is None:
            from panda_desktop.ui.desktop.quick_prompt import QuickPrompt

            around = self._around
            self._quick = QuickPrompt(around.quick, around.models, around.settings, self._steps)
            self._quick.open_wanted.connect(self._open_chat)
            self._quick.leave_wanted.connect(self.leave_wanted)
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt on Wayland takes it from there, once
        self._quick.come()
        return self._quick

    def models(self) -> Around:
        """Returns the view-models."""
        return self._around

    def close(self) -> None:
        """Takes everything away that is outside the main window."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._around.running.changed.disconnect(self._count_jobs)
        self._around.desktop.stop()
        self.tray.close()
        if self._quick is not None:
            self._quick.shut_down()
            self._quick = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the system's own “quit” (macOS: Cmd+Q, the dock, log-out) mean quit and not the tray."""
        if event.type() is QEvent.Type.Quit and watched is QApplication.instance():
            event.ignore()
            self._leaving.quit()
            return True
        return super().eventFilter(watched, event)

    def join_settings(self, page: "SettingsPage") -> None:
        """Adds the settings of the desktop to their page."""
        from panda_desktop.ui.settings.desktop import DesktopSettings
        from panda_desktop.ui.settings.section import Section

        group, settings, desktop = DesktopSettings(), self._around.settings, self._around.desktop

        def show(current: Settings) -> None:
            group.set_tray(current.tray, possible=self.background.is_possible())
            group.set_notice("images", current.notify_images)
            group.set_notice("videos", current.notify_videos)
            group.set_notice("answers", current.notify_answers)
            group.set_notice("words", current.notify_words)
            keys, refused = desktop.shortcut or "", desktop.shortcut_refused
            able = desktop.can_have_shortcut
            group.set_quick_key(current.quick_key, possible=able, keys=keys, refused=refused)

        group.tray_wanted.connect(lambda wanted: settings.change(tray=wanted))
        group.notice_wanted.connect(lambda kind, wanted: settings.change(**{f"notify_{kind}": wanted}))
        group.quick_key_wanted.connect(lambda wanted: settings.change(quick_key=wanted))
        group.quick_wanted.connect(self.quick)
        settings.changed.connect(show)
        desktop.shortcut_changed.connect(lambda: show(settings.current))
        show(settings.current)
        words = self.tr("tray notification background shortcut quick prompt close window")
        page.add_section(Section("desktop", self.tr("Desktop"), "monitor", (group,), words), after="chat")

    # how they are joined

    def _count_jobs(self) -> None:
        self.tray.set_running(self._around.running.count)

    def _join(self) -> None:
        around, tray = self._around, self.tray
        tray.open_wanted.connect(lambda: self._come_forward(""))
        tray.new_chat_wanted.connect(self._new_chat)
        tray.quick_wanted.connect(self.quick)
        tray.jobs_wanted.connect(self._show_jobs)
        tray.quit_wanted.connect(self._leaving.quit)
        tray.message_clicked.connect(lambda: self._open(self._last_notice, ""))
        around.running.changed.connect(self._count_jobs)
        self._count_jobs()
        around.endings.job_ended.connect(self.telling.job_ended)
        around.endings.answer_ended.connect(self.telling.answer_ended)
        around.desktop.notice_opened.connect(self._open)
        around.desktop.not_shown.connect(self._show_by_tray)
        around.desktop.quick_pressed.connect(self.quick)
        around.settings.changed.connect(self._hold_shortcut)
        quick = Command(
            "quick.open", self.tr("Quick prompt"), self.quick, "Ctrl+Shift+Space", "sparkle", self.tr("Do")
        )
        self._window.commands.add(quick)
        quits = Command("quit", self.tr("Quit"), self._leaving.quit, "Ctrl+Q", "close", self.tr("Do"))
        self._window.commands.add(quits)
        if sys.platform == "darwin":
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            app.applicationStateChanged.connect(self._activated)

    def _coming(self, run: Callable[[], object]) -> Callable[[], None]:
        """Returns what does `run` with the main window in front, where it is seen."""

        def do() -> None:
            self._come_forward("")
            run()

        return do

    def _hold_shortcut(self, current: Settings) -> None:
        self._around.desktop.hold_shortcut(current.quick_key, self.tr("Open the quick prompt of Panda"))

    def _activated(self, state: Qt.ApplicationState) -> None:
        """On macOS a click on the icon in the dock opens the window again."""
        if state is Qt.ApplicationState.ApplicationActive and not self._window.isVisible():
            quick = self._quick
            if quick is None or not quick.isVisible():
                self._come_forward("")

    # what is wanted

    def _new_chat(self) -> None:
        self._come_forward("")
        self._window.new_chat_wanted.emit()

    def _open_chat(self, conversation_id: str) -> None:
        self._come_forward("")
        self._window.go(Place.CHAT)
        self._around.chat.open(conversation_id)

    def _show_jobs(self) -> None:
        self._come_forward("")
        kinds = self._around.running.kinds
        self._window.go(Place.IMAGES if kinds == {JobKind.IMAGE} else Place.VIDEOS)

    def _tell(self, title: str, words: str) -> None:
        self._around.desktop.show(DesktopNotice("open", title, words, self.tr("Open")))

    def _show_by_tray(self, notice: DesktopNotice) -> None:
        if self.tray.tell(notice.title, notice.body):
            self._last_notice = notice.key

    def _open(self, key: str, token: str) -> None:
        """Shows what a notification was about."""
        self._come_forward(token)
        kind, _, about = key.partition(":")
        if kind == JOB:
            self.show_job(about)
        elif kind == ANSWER:
            conversation_id, _, message_id = about.partition(":")
            self._window.go(Place.CHAT)
            self._around.chat.open_message(conversation_id, message_id)
