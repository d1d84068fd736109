"""Makes the application object and its loop.

Promise: Qt runs once, and Qt and asyncio share one loop.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from panda_desktop import __version__
from panda_desktop.app.options import Options, data_folder, parse_options
from panda_desktop.domain.handed_on import KEY_VARIABLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run(words: Sequence[str]) -> int:
    """Runs the program with the words of its command line; returns the exit status."""
    options = parse_options(words)
    from panda_desktop.app.qt_check import why_not

    if reason := why_not():
        print(reason, file=sys.stderr)
        return 2
    if options.tour is not None:
        from panda_desktop.app.touring import toured

        return toured(options, _run)
    return _run(options)


def _run(options: Options) -> int:
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtWidgets import QApplication

    from panda_desktop.app.imports import import_cheaply

    import_cheaply()
    environment = dict(os.environ)
    os.environ.pop(KEY_VARIABLE, None)  # Qt hands on what is there to every program that it opens
    if "QT_LOGGING_RULES" not in os.environ:
        # The media library tells of every sound server and video chip that this computer does not have.
        QLoggingCategory.setFilterRules("qt.multimedia*=false")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Panda Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("panda-desktop")
    from panda_desktop.app.single import claim, knock

    app.setQuitOnLastWindowClosed(False)
    folder = data_folder(options)
    first = claim(folder)
    if first is None:
        if knock(folder, "quick" if options.quick else "raise"):
            return 0
        first = claim(folder)  # the other one was leaving
    if first is None:
        return _blocked(app, folder)
    from panda_desktop.app.shown import show_window

    shown = show_window(app, folder, first)
    app.processEvents()  # it is painted before the rest is imported
    import qasync

    from panda_desktop.app.program import run_program

    drive = None
    if options.tour is not None:
        from panda_desktop.app.touring import touring
        from panda_desktop.ui.translation import Language

        drive = touring(options.tour, Language(options.language))
    status: int = qasync.run(run_program(app, options, environment, drive, shown))
    return status


def _blocked(app: "QApplication", folder: Path) -> int:
    """Says that another program holds the folder and does not answer, until the window is closed."""
    from panda_desktop.domain.errors import ErrorKind, PandaError
    from panda_desktop.storage.peeking import peek_settings
    from panda_desktop.ui.theme import ThemeController, ThemeMode
    from panda_desktop.ui.translation import Language, Translation
    from panda_desktop.ui.wiring.blocked import BlockedWindow

    settings = peek_settings(folder)
    Translation(app).use(Language(settings.language))
    ThemeController(app, ThemeMode(settings.theme), settings.zoom)
    window = BlockedWindow(PandaError(ErrorKind.DATA_IN_USE), folder)
    window.closing.connect(app.quit)
    window.show()
    app.exec()
    return 1
