"""Makes the application object and its loop.

Promise: Qt runs once, and Qt and asyncio share one loop.
"""

import os
import sys
from collections.abc import Sequence

from panda_desktop import __version__
from panda_desktop.app.options import data_folder, parse_options


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
    from panda_desktop.app.shown import show_window

    app.setQuitOnLastWindowClosed(False)
    shown = show_window(app, data_folder(options))
    app.processEvents()  # it is painted before the rest is imported
    import qasync

    from panda_desktop.app.program import run_program

    drive = None
    if options.tour is not None:
        from panda_desktop.app.touring import touring

        drive = touring(options.tour)
    status: int = qasync.run(run_program(app, options, os.environ, drive, shown))
    return status
