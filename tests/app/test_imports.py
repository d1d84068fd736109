"""What importing costs beside the import itself, in processes of their own."""

import subprocess
import sys

import pytest

_START = """
import gc, linecache, sys
from PySide6.QtWidgets import QApplication
from panda_desktop.app.imports import import_cheaply
"""


def _run(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", _START + script], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_no_source_is_read_and_kept() -> None:
    script = "from panda_desktop.app import shown, program\nprint(len(linecache.cache))"
    assert int(_run(script)) > 100, "PySide has stopped reading sources: `import_cheaply` is no longer needed"
    assert int(_run("import_cheaply()\n" + script)) == 0


def test_a_traceback_still_shows_its_lines() -> None:
    script = """
import traceback
from panda_desktop.domain.secret import parse_key
import_cheaply()
try:
    parse_key("")
except Exception:
    print(traceback.format_exc())
"""
    said = _run(script)
    assert "secret.py" in said and "raise PandaError(" in said


def test_another_version_of_the_binding_is_left_alone() -> None:
    script = """
import shibokensupport.feature as feature
del feature._mod_uses_pyside
import_cheaply()
print(hasattr(feature, "_mod_uses_pyside"))
"""
    assert _run(script) == "False"


@pytest.mark.parametrize("before", ["", "import_cheaply()\n"])
def test_the_binding_does_the_same(before: str) -> None:
    script = """
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from panda_desktop.ui.theme import controller
from panda_desktop.ui.window.rail import RailButton
app = QApplication([])
made = QTimer()
made.setInterval(7)
print(made.interval(), hasattr(made, "set_interval"), callable(made.interval), Qt.Key.Key_A.value)
"""
    assert _run(before + script) == "7 False True 65"
