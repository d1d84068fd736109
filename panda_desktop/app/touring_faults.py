"""Hears what goes wrong while the guided tour runs, from the application object to the last write.

Promise: no warning of Qt, of Python or of the log and no failure that nobody caught goes by unseen; what a
computer without sound and video chips makes Qt say is not the program's and is left out.
"""

import logging
import re
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_BAD: Final = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_OF_THIS_COMPUTER: Final = re.compile(
    "^This plugin does not support"
    "|^Couldn't (load|resolve)"  # libraries of video chips
    "|^PulseAudioService"
    "|No RHI backend"
)


class Faults(logging.Handler):
    """Keeps them, in the order in which they came.

    Attributes:
        found: one text for each.
    """

    def __init__(self) -> None:
        """Has heard nothing yet."""
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listens while the block runs; make no other listener of Qt's messages in it."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        qt = qInstallMessageHandler(self._of_qt)
        root = logging.getLogger()
        root.addHandler(self)
        sys.excepthook = self._uncaught
        threading.excepthook = lambda found: self._uncaught(found.exc_type, found.exc_value)
        sys.unraisablehook = lambda found: self._uncaught(found.exc_type, found.exc_value)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("default")
                # What one library says of another is for their authors.
                for kind in (DeprecationWarning, PendingDeprecationWarning):
                    warnings.filterwarnings("ignore", category=kind, module=r"(?!panda_desktop\b)")
                warnings.showwarning = self._of_python
                yield
        finally:
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
            root.removeHandler(self)
            qInstallMessageHandler(qt)

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps an entry of the log."""
        trace = f"\n{logging.Formatter().formatException(record.exc_info)}" if record.exc_info else ""
        self.found.append(f"log: {record.levelname} {record.name}: {record.getMessage()}{trace}")

    def _of_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        about_media = (context.category or "").startswith("qt.multimedia")
        if kind in _BAD and not about_media and not _OF_THIS_COMPUTER.search(text):
            self.found.append(f"Qt: {text}")

    def _of_python(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        self.found.append(f"Python: {category.__name__}: {message} ({filename}:{lineno})")

    def _uncaught(
        self, kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None = None
    ) -> None:
        lines = traceback.format_exception(error) if error is not None else [kind.__name__]
        self.found.append(f"not caught: {''.join(lines)}")
