"""What the start imports behind the window, in a process of its own: a person who chats waits for it."""

import os
import subprocess
import sys
from pathlib import Path

_STARTED = """
import asyncio, sys
from pathlib import Path
import qasync
from PySide6.QtWidgets import QApplication
from panda_desktop.app.options import Options
from panda_desktop.app.program import run_program

app = QApplication([])
seen = {}

async def started(program):
    while program.views.window.place() is None:
        await asyncio.sleep(0.01)
    seen.update(modules=set(sys.modules))
    return 0

qasync.run(run_program(app, Options(data_dir=Path(sys.argv[1])), {}, started))
"""


def _run(script: str, folder: Path) -> str:
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    done = subprocess.run(
        [sys.executable, "-c", _STARTED + script, str(folder / "data")],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


def test_what_is_seldom_needed_is_imported_when_it_is(tmp_path: Path) -> None:
    later = {
        "statistics",
        "panda_desktop.services.exchange.exporting",
        "panda_desktop.services.exchange.importing",
        "panda_desktop.services.money.csv_form",
        "panda_desktop.ui.exchange.panel",
        "panda_desktop.ui.exchange.report",
        "panda_desktop.ui.media.thumbnails",
        "panda_desktop.ui.settings.page",
        "panda_desktop.ui.settings.section",
    }
    assert _run(f"print({later} & seen['modules'])", tmp_path) == "set()"


def test_what_makes_messages_is_imported_with_the_first_one(tmp_path: Path) -> None:
    # Two MiB and a tenth of the modules of a start.
    later = {
        "markdown_it",
        "panda_desktop.markdown.stream",
        "panda_desktop.ui.transcript.making",
        "panda_desktop.ui.transcript.message_layout",
    }
    assert _run(f"print({later} & seen['modules'])", tmp_path) == "set()"
