"""Threads that decode pictures, the last one asked for first.

Promise: asking never waits; what nobody looks at any more is dropped; `close` returns when no thread runs.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

_MOST_WAITING: Final = 400
_log = logging.getLogger(__name__)


class Decoder(QObject):
    """Runs functions in threads of its own and hands their results to the GUI thread.

    Signals:
        done(object, object): key and result of a function; None when it failed by a bug, which is logged.
        dropped(object): a key whose function was not run, as too many newer ones came.
    """

    done = Signal(object, object)
    dropped = Signal(object)
    _finished = Signal(object, object)

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        """Starts no thread before the first function."""
        super().__init__(parent)
        self._count = threads
        self._threads: list[threading.Thread] = []
        self._waiting: OrderedDict[Hashable, Callable[[], object]] = OrderedDict()
        self._change = threading.Condition()
        self._closed = False
        self._finished.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(self, key: Hashable, work: Callable[[], object]) -> None:
        """Has `work` done before everything asked for earlier; one waiting under the same key is moved up."""
        gone: list[Hashable] = []
        with self._change:
            if self._closed:
                return
            self._waiting[key] = work
            self._waiting.move_to_end(key)
            while len(self._waiting) > _MOST_WAITING:
                gone.append(self._waiting.popitem(last=False)[0])
            self._change.notify()
        if len(self._threads) < self._count:
            thread = threading.Thread(target=self._work, name="panda pictures", daemon=True)
            self._threads.append(thread)
            thread.start()
        for each in gone:
            self.dropped.emit(each)

    def clear(self) -> None:
        """Forgets what has not begun."""
        with self._change:
            self._waiting.clear()

    def close(self) -> None:
        """Ends the threads; waits for what is being decoded. Results that come now are not told."""
        with self._change:
            self._closed = True
            self._waiting.clear()
            self._change.notify_all()
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._waiting and not self._closed:
                    self._change.wait()
                if self._closed:
                    return
                key, work = self._waiting.popitem()
            result: object = None
            try:
                result = work()
            except Exception:
                _log.exception("a picture could not be decoded")
            with suppress(RuntimeError):  # deleted without `close`: nobody waits for the result
                self._finished.emit(key, result)

    def _hand_over(self, key: object, result: object) -> None:
        if not self._closed:
            self.done.emit(key, result)
