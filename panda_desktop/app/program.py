"""One run of the program, from the first window to the last write.

Promise: the window is there before the keyring, the network or a long list is asked for anything.
"""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.app.bugs import Bugs
from panda_desktop.app.collecting import Collecting
from panda_desktop.app.discarding import discard
from panda_desktop.app.last_run import LastRun
from panda_desktop.app.logs import Log, log_to
from panda_desktop.app.loop import adopt_generators, adopt_readers, adopt_timers
from panda_desktop.app.opening import opened
from panda_desktop.app.options import Options, data_folder
from panda_desktop.app.shown import Shown, show_window
from panda_desktop.app.speaking import Speaking, Where
from panda_desktop.domain.backups import SalvageReport
from panda_desktop.domain.changes import SettingsChanged
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.secret import ApiKey
from panda_desktop.storage.storage import Storage
from panda_desktop.ui.translation import Language
from panda_desktop.ui.window import Place
from panda_desktop.ui.window.cursor_rest import CursorRest

if TYPE_CHECKING:
    from panda_desktop.app.services import Services
    from panda_desktop.app.views import Views
    from panda_desktop.services.bus import Branch
    from panda_desktop.services.tasks import TaskBranch
    from panda_desktop.ui.wiring.desktop import Desktop
    from panda_desktop.ui.wiring.leaving import Leaving

_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)
_log = logging.getLogger(__name__)


async def run_program(
    app: QApplication,
    options: Options,
    environment: Mapping[str, str],
    drive: "Drive | None" = None,
    shown: Shown | None = None,
) -> int:
    """Runs until the person leaves, or until `drive` has ended; returns the exit status.

    Args:
        app: the application.
        options: the command line.
        environment: `PANDA_API_KEY` and `PANDA_BASE_URL` are read.
        drive: uses the program instead of a person; its result is the exit status.
        shown: the window, if it is shown already.
    """
    app.setQuitOnLastWindowClosed(False)
    adopt_generators(asyncio.get_running_loop())
    adopt_timers(asyncio.get_running_loop())
    adopt_readers(asyncio.get_running_loop())
    leave = asyncio.Event()
    _hear_signals(leave)
    folder = data_folder(options)
    shown = shown or show_window(app, folder)
    shown.window.closing.connect(leave.set)
    with log_to(folder) as log:
        typed = environment.get("PANDA_API_KEY", "").strip()
        log.keys = lambda: (ApiKey(typed),) if typed else ()
        found = await opened(shown, folder, leave)
        if found is None:
            return 1
        storage = found.storage
        last_run = LastRun(folder)
        crashed = await asyncio.to_thread(last_run.begin)
        shown.adopt(await storage.settings.load())
        program = Program(shown, options, storage, leave, log)
        try:
            return await program.run(environment, drive, Began(last_run if crashed else None, found.salvaged))
        finally:
            await program.close()
            last_run.end()


@dataclass(frozen=True, slots=True)
class Began:
    """What was unusual at the start: the last run if it did not end well, what was salvaged."""

    crashed: LastRun | None = None
    salvaged: SalvageReport | None = None


class Program:
    """The running program."""

    def __init__(
        self,
        shown: Shown,
        options: Options,
        storage: Storage,
        leave: asyncio.Event,
        log: Log | None = None,
    ) -> None:
        """Takes the bare window; `leave` is set when the program shall end."""
        self._options = options
        self._storage = storage
        self._shown = shown
        self._current = shown.settings
        self._leave = leave
        self._collecting: Collecting | None = None
        self._cursor_rest: CursorRest | None = None
        self._desktop: Desktop | None = None
        self._turning = asyncio.Lock()  # held while another window is made
        self._is_leaving = False
        self.translation = shown.translation
        self.controller = shown.controller
        self.window = shown.window
        self._log = log or Log()
        shown.pages.make = self._make_page
        self._bugs = Bugs(self._say_bug, leave.set)
        self._bugs.hear()

    # What is behind the window is imported and built when it is first needed: after the first paint.

    @cached_property
    def services(self) -> "Services":
        """The services of this run."""
        from panda_desktop.app.services import Services

        return Services.build(self._storage, self._current, self._options.demo_speed)

    @cached_property
    def _hearing(self) -> "tuple[Branch, TaskBranch]":
        """By what the window hears the services, and what it asked of them; both end with it."""
        return self.services.bus.branch(), self.services.tasks.branch()

    @cached_property
    def _served(self) -> "Services":
        """The services as the window knows them."""
        bus, tasks = self._hearing
        return replace(self.services, bus=bus, tasks=tasks)

    @cached_property
    def views(self) -> "Views":
        """The view-models and pages."""
        from panda_desktop.app.views import Views

        return Views(self._served, self.window, self.controller, self._storage.folder)

    def _make_page(self, place: Place) -> QWidget:
        return self.views.make_page(place)

    async def run(
        self,
        environment: Mapping[str, str],
        drive: "Drive | None" = None,
        began: "Began | None" = None,
    ) -> int:
        """Works until the program shall end, or `drive` has."""
        self._shown.listen()
        services, began = self.services, began or Began()
        self._mind_keys()
        leaving = self._leaving()
        await services.recover()
        self.views.load()
        await self.views.chat.load()
        self.window.go(_place(self._current.place))
        self._join_desktop(leaving)
        del leaving  # the window it belongs to may go before this run does
        self._hear_later_starts()
        self.views.load_list()
        services.begin_chores()
        self._say_how_it_began(began)
        spoken = Language(self._current.language)
        Speaking(services, spoken, self.speak, lambda error: self.views.notices.show(error))
        self._collecting = Collecting()
        self._cursor_rest = CursorRest(self._shown.app)
        services.tasks.spawn(self._connect(environment), name="connect", failed=self._not_connected)
        if drive is not None:
            return await self._driven(drive)
        await self._leave.wait()
        return 0

    async def speak(self, language: Language) -> None:
        """Makes the window, its pages and view-models anew, in another language.

        What was typed is saved before, and the services never notice. Nothing is done at the end of the
        program, which waits for a window that is being made.
        """
        async with self._turning:
            if not self._is_leaving:
                await self._turn(language)

    async def _turn(self, language: Language) -> None:
        self._shown.stop_listening()
        where = Where.of(self.views)
        around, self._desktop = self._desktop, None
        if around is not None:
            around.close()
        self.views.close()
        bus, tasks = self._hearing
        bus.end()
        await self.services.tasks.settle()
        self.translation.use(language)
        old, seen = self._shown.make_window(), self.views
        self.window = self._shown.window
        del self.views, self._served, self._hearing
        try:
            leaving = self._leaving()
            self.views.load()
            await self.views.chat.load()
            where.show(self.views)
            self._join_desktop(leaving)
            self.views.load_list()
            self._say_how_it_began(Began())
        finally:
            self.window.setVisible(not self._is_leaving)
            old.hide()
            self._shown.listen()
            parts = [old, seen, *seen.owned, *([around, around.models()] if around is not None else [])]
            self.services.tasks.spawn(self._discard(old, parts, tasks), name="discard a window")

    async def _discard(self, window: QWidget, parts: list[object], tasks: "TaskBranch") -> None:
        """Destroys a window and what it stood on, when nothing that it asked for is on its way any more."""
        await tasks.ended()
        if self._collecting is not None:
            window.destroyed.connect(self._collecting.thaw, Qt.ConnectionType.QueuedConnection)
        discard(*parts)

    def _leaving(self) -> "Leaving":
        from panda_desktop.ui.wiring.leaving import Leaving

        services = self.services
        return Leaving(self.window, services.jobs, services.tasks, self._leave.set)

    def _join_desktop(self, leaving: "Leaving") -> None:
        """Makes what is outside the window, and hears later starts."""
        from panda_desktop.app.desktop import join_desktop

        self._desktop = join_desktop(self._served, self.views, leaving, self._shown.come_forward)

    def _hear_later_starts(self) -> None:
        def wanted(word: str, token: str) -> None:
            if word == "quick" and self._desktop is not None:
                self._desktop.quick(token)
            else:
                self._shown.come_forward(token)

        if self._shown.first is not None:
            self._shown.first.listen(wanted)
        if self._options.quick and self._desktop is not None:
            self._desktop.quick()

    async def _connect(self, environment: Mapping[str, str]) -> None:
        await self.services.connect(environment, demo=self._options.demo)
        if not self.services.connection.has_access and not self.views.account.key_is_locked:
            self.views.first_start.show()

    def _not_connected(self, error: PandaError) -> None:
        self.views.notices.show(error)
        if not self.services.connection.has_access:
            self.views.first_start.show()

    async def _driven(self, drive: "Drive") -> int:
        driving = asyncio.ensure_future(drive(self))
        leaving = asyncio.ensure_future(self._leave.wait())
        await asyncio.wait((driving, leaving), return_when=asyncio.FIRST_COMPLETED)
        for task in (driving, leaving):
            task.cancel()
        await asyncio.wait((driving, leaving))
        return 1 if driving.cancelled() else driving.result()

    async def close(self) -> None:
        """Ends everything in reverse, keeping what was shown and typed."""
        if self._shown.first is not None:
            self._shown.first.stop_listening()  # else a start in this moment would knock at what goes
        self._is_leaving = True
        try:
            async with self._turning:
                await self._leave_window()
        finally:
            await self.services.close()
        self.window.deleteLater()
        if self._shown.first is not None:
            self._shown.first.release()
        if self._collecting is not None:
            self._collecting.stop()
        if self._cursor_rest is not None:
            self._cursor_rest.stop()
        self._bugs.stop()

    async def _leave_window(self) -> None:
        geometry = self.window.geometry_text()
        self.window.hide()
        if self._desktop is not None:
            self._desktop.close()
        self.views.close()
        try:
            await self.services.settings.change(geometry=geometry)
        except PandaError as error:  # nobody is there any more to whom it could be said
            _log.warning("the place of the window was not kept: %s", error.kind)

    def _mind_keys(self) -> None:
        """Keeps the keys out of the log, and lets the settings say how much is noted."""
        typed, connection = self._log.keys, self.services.connection
        self._log.keys = lambda: (*typed(), *([connection.key] if connection.key is not None else []))
        self._log.set_details(self._current.log_details)
        self.services.bus.subscribe(
            SettingsChanged, lambda change: self._log.set_details(change.settings.log_details)
        )

    def _say_how_it_began(self, began: "Began") -> None:
        """Tells what was unusual: a crash before, a folder that cannot be written, a restored backup."""
        storage, last_run = self._storage, began.crashed
        unusual = storage.is_read_only, storage.restored, storage.lost_log, began.salvaged, last_run
        if not any(unusual):
            return
        from panda_desktop.ui.wiring.beginning import Beginning

        beginning = Beginning(self.window, storage.folder)
        if storage.is_read_only:
            beginning.say_read_only()
        if began.salvaged is not None:
            beginning.say_salvaged(began.salvaged)
        elif storage.restored:
            beginning.say_restored()
        if storage.lost_log:
            beginning.say_lost_log()
        if last_run is not None:
            beginning.say_crashed(lambda: last_run.text(self._log.keys()), last_run.forget)

    def _say_bug(self, name: str) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone already
            self.views.notices.show(PandaError(ErrorKind.BUG, ErrorDetail(technical=name)))


Drive = Callable[[Program], Coroutine[Any, Any, int]]
"""Uses the program instead of a person."""


def _place(saved: str) -> Place:
    # Nobody wants to begin the day in the settings.
    return Place(saved) if saved in set(Place) - {Place.SETTINGS} else Place.CHAT


def _hear_signals(leave: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, leave.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(leave.set))
