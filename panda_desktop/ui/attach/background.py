"""Threads that prepare files: one for everything that was pasted or dropped at once.

Promise: results come back in the GUI thread in the order of the files; a file on a network that never
answers holds up neither the window, nor other files, nor the end of the program.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Background(QObject):
    """Runs functions in threads."""

    _ready = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts no thread before it is given work."""
        super().__init__(parent)
        self._closed = False
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, works: Sequence[Callable[[], T]], then: Callable[[T | None], None]) -> None:
        """Does the works one after another; `then` gets each result here, None for a bug, which is logged."""
        thread = threading.Thread(target=self._work, args=(works, then), name="panda files", daemon=True)
        thread.start()

    def close(self) -> None:
        """What is still being done is of no interest. Waits for nothing: a thread may hang in a network."""
        self._closed = True

    def _work(self, works: Sequence[Callable[[], Any]], then: Callable[[Any], None]) -> None:
        for work in works:
            if self._closed:
                return
            result: object = None
            try:
                result = work()
            except Exception:
                _log.exception("a file could not be prepared")
            with suppress(RuntimeError):  # deleted meanwhile: nobody waits for the result
                self._ready.emit(then, result)

    def _deliver(self, then: Callable[[Any], None], result: object) -> None:
        if not self._closed:
            then(result)
