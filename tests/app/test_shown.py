"""The window before anything is behind it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

_SHOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
app = QApplication([])
from panda_desktop.app.shown import show_window

class Seen(QObject):
    kinds = set()
    def eventFilter(self, watched, event):
        self.kinds.add(watched.metaObject().className())
        return False

seen = Seen()
app.installEventFilter(seen)
shown = show_window(app, Path(sys.argv[1]))
app.processEvents()
"""


def _run(script: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _SHOWN + script, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_nothing_is_animated_before_the_first_paint(tmp_path: Path) -> None:
    # An event filter in Python that meets the timer of animations costs a tenth of the start.
    assert (
        _run('print("RailButton" in seen.kinds, "QAnimationTimer" in seen.kinds)', tmp_path) == "True False"
    )


def test_only_what_the_first_paint_needs_is_imported(tmp_path: Path) -> None:
    later = "{'asyncio', 'html', 'ssl', 'httpx', 'keyring', 'msgspec', 'PySide6.QtNetwork'}"
    assert _run(f"print({later} & set(sys.modules))", tmp_path) == "set()"


def test_only_the_programs_own_that_the_first_paint_needs_is_imported(tmp_path: Path) -> None:
    later = (
        *("domain.errors", "domain.models", "domain.prices"),
        *("ui.kit.breaking", "ui.kit.choice_rows", "ui.kit.notices", "ui.kit.notice_room"),
    )
    names = {f"panda_desktop.{name}" for name in later}
    assert _run(f"print({names} & set(sys.modules))", tmp_path) == "set()"


def test_no_scroll_area_is_made_before_the_first_paint(tmp_path: Path) -> None:
    # Its scroll bars are in widgets of Qt's own, and an event filter in Python that meets one makes the
    # binding prepare every class of a widget there is: a sixth of the start.
    script = """
from PySide6.QtWidgets import QAbstractScrollArea
print(shown.window.findChildren(QAbstractScrollArea))
"""
    assert _run(script, tmp_path) == "[]"
