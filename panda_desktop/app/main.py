"""Makes the application object and its loop.

Promise: Qt runs once, and Qt and asyncio share one loop.
"""

import os
import sys
from collections.abc import Sequence

from panda_desktop import __version__
from panda_desktop.app.options import parse_options


def run(words: Sequence[str]) -> int:
    """Runs the program with the words of its command line; returns the exit status."""
    options = parse_options(words)
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtWidgets import QApplication

    if "QT_LOGGING_RULES" not in os.environ:
        # The media library tells of every sound server and video chip that this computer does not have.
        QLoggingCategory.setFilterRules("qt.multimedia*=false")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Panda Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("panda-desktop")
    import qasync

    from panda_desktop.app.program import run_program
    from panda_desktop.app.touring import touring

    drive = touring(options.tour) if options.tour is not None else None
    status: int = qasync.run(run_program(app, options, os.environ, drive))
    return status
