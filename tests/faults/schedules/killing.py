"""Ends a process in the middle of what it does, at a step that can be named again.

Promise: it ends as by `kill -9`: nothing is written, flushed or closed. Imports nothing of the project.

A step is anything that leaves a trace outside of the process: a file opened, renamed or removed, a
connection, a process, an SQL statement. The interpreter tells of each just before it happens.
"""

import os
import signal
import sys
from typing import Any, Final

HOLDER: Final = "PANDA_TEST_HOLDER_ENDS"
"""Environment of a process that holds a request: `step N`, or `time S` after it has begun to connect."""
_STEPS: Final = frozenset(
    {
        "open",
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.rmdir",
        "shutil.rmtree",
        "socket.connect",
        "subprocess.Popen",
        "os.fork",
    }
)


class Countdown:
    """Kills this process at the step with that number, counted from when it is armed."""

    def __init__(self, step: int, folder: str) -> None:
        self._left = step
        self._folder = folder
        self.is_armed = False
        sys.addaudithook(self._hear)

    def watch_statements(self) -> None:
        """Counts SQL statements too; the interpreter tells of none by itself."""
        import sqlite3

        connect = sqlite3.connect

        def connected(*args: Any, **options: Any) -> Any:  # of the class that the options name
            connection: sqlite3.Connection = connect(*args, **options)
            connection.set_trace_callback(self.count)
            return connection

        sqlite3.connect = connected

    def count(self, *_: object) -> None:
        """One step is about to be made."""
        if self.is_armed:
            self._left -= 1
            if self._left <= 0:
                die()

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event in _STEPS and (event != "open" or self._folder in str(args[0])):
            self.count()


def die() -> None:
    """Ends this process now."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm_holder(words: list[str]) -> None:
    """Arms a process that holds a request as its environment says; any other is left alone."""
    how, _, number = os.environ.get(HOLDER, "").partition(" ")
    if "--hold" not in words or not how:
        return
    if how == "step":
        Countdown(int(number), words[-1]).is_armed = True
        return

    def hear(event: str, _: tuple[Any, ...]) -> None:
        if event == "socket.connect":
            # The default of this signal is to end the process at once, whatever it does.
            signal.setitimer(signal.ITIMER_REAL, float(number))

    sys.addaudithook(hear)
