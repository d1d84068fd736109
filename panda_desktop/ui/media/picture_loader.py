"""Loads one picture for the viewer: first as large as the view, the whole when it is enlarged.

Promise: the GUI thread never decodes, and only one whole picture is kept.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.reading import Problem, Unreadable, read_fitting, read_whole


class PictureLoader(QObject):
    """One picture at a time.

    Signals:
        fitted(object, object): the picture (`QImage`) as large as the box asked for, and its real size.
        whole(object): the picture at its real size.
        failed(object): a `Problem`.
    """

    fitted = Signal(object, object)
    whole = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts no thread before the first picture."""
        super().__init__(parent)
        self._path: Path | None = None
        self._asked_whole = False
        self._decoder = Decoder(1, self)
        self._decoder.done.connect(self._take)

    def load(self, path: Path, box: QSize) -> None:
        """Loads a picture so that it fits into `box`, in device pixels; forgets what was asked before."""
        if path != self._path:
            self._decoder.clear()
            self._asked_whole = False
        self._path = path
        self._decoder.run(("fit", path), lambda: attempt(lambda: read_fitting(path, box)))

    def load_whole(self) -> None:
        """Loads the same picture at its real size, once."""
        path = self._path
        if path is not None and not self._asked_whole:
            self._asked_whole = True
            self._decoder.run(("whole", path), lambda: attempt(lambda: read_whole(path)))

    def forget(self) -> None:
        """What still comes is of no interest."""
        self._path = None
        self._decoder.clear()

    def close(self) -> None:
        """Waits for its thread."""
        self._decoder.close()

    def _take(self, key: tuple[str, Path], result: object) -> None:
        if key[1] != self._path:
            return
        if isinstance(result, QImage):
            self.whole.emit(result)
        elif isinstance(result, tuple):
            self.fitted.emit(*result)
        else:
            self.failed.emit(result or Problem.DAMAGED)


def attempt(read: Callable[[], object]) -> object:
    """Returns what `read` returns, or the `Problem` it met."""
    try:
        return read()
    except Unreadable as error:
        return error.problem
