"""Work that would stop the window: reading, decoding and encoding pictures.

Promise: results come back in the GUI thread, in the order they are ready; after `close` none does.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")

_PATIENCE_MS: Final = 2_000


class OffThread(QObject):
    """Runs functions in a small pool of its own."""

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes it; threads start with the first work."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._closed = False
        self._done.connect(self._deliver)

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Runs `work` in a thread, then calls `then` with its result here.

        An exception nobody foresaw is raised here, where the program's handler sees it.
        """
        if not self._closed:
            self._pool.start(_Job(work, then, self._done))

    def close(self) -> None:
        """Waits a moment for what runs and drops its results."""
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone(_PATIENCE_MS)

    def _deliver(self, then: Callable[[Any], None], result: object) -> None:
        if self._closed:
            return
        if isinstance(result, BaseException):
            raise result
        then(result)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], then: Callable[[Any], None], done: Any) -> None:
        super().__init__()
        self._work = work
        self._then = then
        self._done = done

    def run(self) -> None:
        """Does the work."""
        try:
            result = self._work()
        except Exception as error:
            result = error
        self._done.emit(self._then, result)
