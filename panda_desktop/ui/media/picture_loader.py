"""Loads one picture for the viewer: first as large as the view, the whole when it is enlarged.

Promise: the GUI thread never decodes, and only one whole picture is kept.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.reading import Problem, Source, Unreadable, read_fitting, read_whole


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
        self._source: Source | None = None
        self._number = 0  # of the source: the key of its work, as bytes are long to compare
        self._asked_whole = False
        self._decoder = Decoder(1, self)
        self._decoder.done.connect(self._take)

    def load(self, source: Source, box: QSize) -> None:
        """Loads a picture so that it fits into `box`, in device pixels; forgets what was asked before."""
        if source is not self._source and source != self._source:
            self._decoder.clear()
            self._asked_whole = False
            self._number += 1
        self._source = source
        self._decoder.run(("fit", self._number), lambda: attempt(lambda: read_fitting(source, box)))

    def load_whole(self) -> None:
        """Loads the same picture at its real size, once."""
        source = self._source
        if source is not None and not self._asked_whole:
            self._asked_whole = True
            self._decoder.run(("whole", self._number), lambda: attempt(lambda: read_whole(source)))

    def forget(self) -> None:
        """What still comes is of no interest."""
        self._source = None
        self._number += 1
        self._decoder.clear()

    def close(self) -> None:
        """Waits for its thread."""
        self._decoder.close()

    def _take(self, key: tuple[str, int], result: object) -> None:
        if key[1] != self._number:
            return
        if isinstance(result, QImage):
            self.whole.emit(result)
        elif isinstance(result, tuple):
            self.fitted.emit(*result)
        elif key[0] == "fit":  # what is too large at its real size is still shown smaller
            self.failed.emit(result or Problem.DAMAGED)


def attempt(read: Callable[[], object]) -> object:
    """Returns what `read` returns, or the `Problem` it met."""
    try:
        return read()
    except Unreadable as error:
        return error.problem
