"""The real program in a process of its own, while something is measured from outside.

Promise: it tells what it does as one JSON object a line, and runs until it is killed.

    python -m tests.benchmarks._child FOLDER SCRIPT

`stream` asks a short question, then one that is answered at a steady rate (`_pace`), and tells when which
part of the answer was painted; `idle CHAT` opens that chat and leaves the window alone.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.app.options import Options
from panda_desktop.app.program import Program, run_program
from panda_desktop.ui.transcript.surface import Surface
from tests.torture._ready import ask, ready

SIZE: Final = (1280, 820)


def tell(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)


PAINTED: Final[list[tuple[float, int]]] = []
"""When a transcript had painted (`time.monotonic`), and how many characters of the last message it showed."""


def stamp_paints() -> None:
    """Has every transcript of this process note its paints in `PAINTED`."""
    paint = Surface.paintEvent

    def stamped(surface: Surface, event: QPaintEvent) -> None:
        paint(surface, event)
        now, column = time.monotonic(), surface._column
        layout = column.known_layout(column.count - 1) if column.count else None
        if layout is not None and (not PAINTED or PAINTED[-1][1] != layout._fed):
            PAINTED.append((now, layout._fed))

    Surface.paintEvent = stamped  # type: ignore[method-assign, assignment]


async def stream(program: Program) -> int:
    page = await ready(program)
    program.views.window.resize(*SIZE)
    await program.services.settings.change(auto_titles=False)
    await ask(program, page, "Hello")  # what is imported when it is first needed is imported now
    await asyncio.sleep(2.0)
    PAINTED.clear()
    tell(ready=True)
    page.pane.composer.replace_text("Stream")
    QTest.keyClick(page.pane.composer.field, Qt.Key.Key_Return)
    while program.views.chat.rows.count() < 4 or program.views.chat.is_answering:
        await asyncio.sleep(0.2)  # to look more often would be measured too

    tell(painted=PAINTED)
    return await for_ever()


async def idle(program: Program, chat_id: str) -> int:
    await ready(program)
    program.views.window.resize(*SIZE)
    chat = program.views.chat
    chat.open(chat_id)
    while chat.rows.count() == 0:
        await asyncio.sleep(0.05)
    tell(rows=chat.rows.count())
    return await for_ever()


async def for_ever() -> int:
    """Waits for what does not come."""
    await asyncio.Event().wait()
    return 0


SCRIPTS: Final[dict[str, Callable[..., Awaitable[int]]]] = {"stream": stream, "idle": idle}


def main() -> int:
    folder, script, *words = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    stamp_paints()
    options = Options(data_dir=Path(folder))

    async def drive(program: Program) -> int:
        status: int = await SCRIPTS[script](program, *words)
        return status

    status: int = qasync.run(run_program(app, options, os.environ, drive))
    return status


if __name__ == "__main__":
    sys.exit(main())
