"""K09: what the program opens by Qt, which hands on the whole environment, cannot see the key."""

import os
import subprocess
import sys
from pathlib import Path

from tests.canary import CANARY

_PROGRAM = """
import sys
from PySide6.QtCore import QProcess
import panda_desktop.app.program as program
from panda_desktop.app.main import run
from tests.canary import CANARY

async def asked(app, options, environment, drive, shown):
    assert environment["PANDA_API_KEY"] == CANARY
    child = QProcess()
    looks = "import os; print('PATH' in os.environ, 'PANDA_API_KEY' in os.environ)"
    child.start(sys.executable, ["-c", looks])
    assert child.waitForFinished(20_000)
    print(bytes(child.readAllStandardOutput().data()).decode().strip(), flush=True)
    return 0

program.run_program = asked
sys.exit(run(["--data-dir", sys.argv[1]]))
"""


def test_k09_the_program_takes_the_key_and_hands_it_to_nobody(tmp_path: Path) -> None:
    environment = {**os.environ, "PANDA_API_KEY": CANARY, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", _PROGRAM, str(tmp_path / "data")]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["True", "False"], done.stderr
