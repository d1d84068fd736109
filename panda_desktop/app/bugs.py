"""Hears of failures nobody foresaw: in slots, in painting, in the loop, in threads.

Promise: each is logged and told, the program lives on, and ten thousand a second are told once a second.
"""

import asyncio
import logging
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

_PAUSE_S: Final = 1.0
_log = logging.getLogger(__name__)


class Bugs:
    """Listens between `hear` and `stop`."""

    def __init__(self, tell: Callable[[str], object], leave: Callable[[], object]) -> None:
        """`tell` is called in the loop's thread with the name of what happened; `leave` ends the program."""
        self._tell = tell
        self._leave = leave
        self._told_at = float("-inf")

    def hear(self) -> None:
        """Listens from now on; a loop must be running."""
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()
        self._former = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._in_slot
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._in_finalizer
        self._loop.set_exception_handler(self._in_loop)

    def stop(self) -> None:
        """Listens no longer."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._former
        self._loop.set_exception_handler(None)

    def _in_slot(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._leave()
            return
        _log.critical("a failure nobody foresaw", exc_info=(kind, error, trace))
        # Qt's own threads, of a `QRunnable`, come here too, and only the loop's may touch the window.
        self._say_from_anywhere(kind.__name__)

    def _in_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        _log.critical("%s", context.get("message"), exc_info=error)
        self._say(type(error).__name__)

    def _in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is None or issubclass(arguments.exc_type, SystemExit):
            return
        found = arguments.exc_type, arguments.exc_value, arguments.exc_traceback
        _log.critical("a failure nobody foresaw, in a thread", exc_info=found)
        self._say_from_anywhere(arguments.exc_type.__name__)

    def _in_finalizer(self, arguments: "sys.UnraisableHookArgs") -> None:
        # Whoever caused it is gone, and so is what it was about: a person can do nothing with it.
        value = arguments.exc_value
        _log.error("a failure at the end of something", exc_info=value if value is not None else True)

    def _say_from_anywhere(self, name: str) -> None:
        if threading.get_ident() == self._thread:
            self._say(name)
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._say, name)

    def _say(self, name: str) -> None:
        now = time.monotonic()
        if now - self._told_at >= _PAUSE_S:
            self._told_at = now
            self._tell(name)
