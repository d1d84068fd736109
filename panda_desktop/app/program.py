"""One run of the program, from the first window to the last write.

Promise: the window is there before the keyring, the network or a long list is asked for anything.
"""

import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Callable, Coroutine, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.app.collecting import Collecting
from panda_desktop.app.logs import log_to
from panda_desktop.app.loop import adopt_generators
from panda_desktop.app.options import Options, data_folder
from panda_desktop.app.shown import Shown, show_window
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.storage.storage import Storage
from panda_desktop.ui.window import Place

if TYPE_CHECKING:
    from panda_desktop.app.services import Services
    from panda_desktop.app.views import Views

_log = logging.getLogger(__name__)
_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)


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
    leave = asyncio.Event()
    _hear_signals(leave)
    folder = data_folder(options)
    shown = shown or show_window(app, folder)
    shown.window.closing.connect(leave.set)
    try:
        storage = await Storage.open(folder)
    except PandaError as error:
        _log.error("the data folder does not open: %s", error.kind)
        return await _blocked(shown, error, folder, leave)
    with log_to(folder):
        shown.adopt(await storage.settings.load())
        program = Program(shown, options, storage, leave)
        try:
            return await program.run(environment, drive)
        finally:
            await program.close()


class Program:
    """The running program."""

    def __init__(
        self,
        shown: Shown,
        options: Options,
        storage: Storage,
        leave: asyncio.Event,
    ) -> None:
        """Takes the bare window; `leave` is set when the program shall end."""
        self._options = options
        self._storage = storage
        self._shown = shown
        self._current = shown.settings
        self._leave = leave
        self._collecting: Collecting | None = None
        self.translation = shown.translation
        self.controller = shown.controller
        self.window = shown.window
        shown.pages.make = self._make_page
        self._hear_bugs()

    # What is behind the window is imported and built when it is first needed: after the first paint.

    @cached_property
    def services(self) -> "Services":
        """The services of this run."""
        from panda_desktop.app.services import Services

        return Services.build(self._storage, self._current, self._options.demo_speed)

    @cached_property
    def views(self) -> "Views":
        """The view-models and pages."""
        from panda_desktop.app.views import Views

        return Views(self.services, self.window, self.controller, self._storage.folder)

    def _make_page(self, place: Place) -> QWidget:
        return self.views.make_page(place)

    async def run(self, environment: Mapping[str, str], drive: "Drive | None" = None) -> int:
        """Works until the program shall end, or `drive` has."""
        self._shown.listen()
        from panda_desktop.ui.wiring.leaving import Leaving

        views, services = self.views, self.services
        Leaving(self.window, services.jobs, self._leave.set)
        await services.recover()
        views.load()
        await views.chat.load()
        self.window.go(_place(self._current.place))
        if self._shown.first is not None:
            self._shown.first.listen(lambda _word, token: self._shown.come_forward(token))
        views.load_list()
        services.begin_chores()
        self._collecting = Collecting()
        services.tasks.spawn(self._connect(environment), name="connect", failed=self._not_connected)
        if drive is not None:
            return await self._driven(drive)
        await self._leave.wait()
        return 0

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
        geometry = self.window.geometry_text()
        self.window.hide()
        self.views.close()
        await self.services.settings.change(geometry=geometry)
        await self.services.close()
        self.window.deleteLater()
        if self._shown.first is not None:
            self._shown.first.release()
        if self._collecting is not None:
            self._collecting.stop()
        sys.excepthook = self._former_hook
        asyncio.get_running_loop().set_exception_handler(None)

    def _hear_bugs(self) -> None:
        """A failure nobody foresaw becomes one notice and a log entry; the program lives on."""

        def in_slot(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                self._leave.set()
                return
            _log.critical("a failure nobody foresaw", exc_info=(kind, error, trace))
            self._say_bug(kind.__name__)

        def in_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            error = context.get("exception")
            _log.critical("%s", context.get("message"), exc_info=error)
            self._say_bug(type(error).__name__)

        self._former_hook = sys.excepthook
        sys.excepthook = in_slot
        asyncio.get_running_loop().set_exception_handler(in_loop)

    def _say_bug(self, name: str) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone already
            self.views.notices.show(PandaError(ErrorKind.BUG, ErrorDetail(technical=name)))


Drive = Callable[[Program], Coroutine[Any, Any, int]]
"""Uses the program instead of a person."""


def _place(saved: str) -> Place:
    # Nobody wants to begin the day in the settings.
    return Place(saved) if saved in set(Place) - {Place.SETTINGS} else Place.CHAT


async def _blocked(shown: Shown, error: PandaError, folder: Path, leave: asyncio.Event) -> int:
    """Says why the program cannot start, until the window is closed."""
    from panda_desktop.ui.wiring.blocked import BlockedWindow

    shown.listen()
    shown.window.hide()
    window = BlockedWindow(error, folder)
    window.closing.connect(leave.set)
    window.show()
    await leave.wait()
    shown.window.deleteLater()
    return 1


def _hear_signals(leave: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, leave.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(leave.set))
