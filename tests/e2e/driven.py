"""The real program in a process of its own, used by a script: `python -m tests.e2e.driven DATA_DIR SCRIPT …`.

Promise: what a script sees it prints as one JSON object a line; then it waits to be killed, or ends.

Scripts, each with its words:
`ask TEXT` sends a message and tells the text that has come, again and again;
`queue TEXT TEXT …` sends the first message, lets the others wait for its answer and tells how many do;
`picture TEXT FILE` sends a message and keeps a picture of its answer;
`video MODEL PROMPT` asks for a video and tells each state;
`attach FILE …` attaches files and tells the names of those that are attached;
`look` tells what the window shows and ends.
"""

import asyncio
import json
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.app.options import Options
from panda_desktop.app.program import Program, run_program
from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.window import Place


def tell(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)


async def ready(program: Program) -> None:
    """Waits until the program can be used."""
    while program.views.window.place() is None or not program.services.connection.has_access:
        await asyncio.sleep(0.02)


async def ask(program: Program, text: str) -> int:
    await ready(program)
    page: Any = program.views.window.go(Place.CHAT)
    page.pane.composer.field.setFocus()
    QTest.keyClicks(page.pane.composer.field, text)
    QTest.keyClick(page.pane.composer.field, Qt.Key.Key_Return)
    rows = program.views.chat.rows
    told = -1
    while True:
        if rows.count() == 2 and len(rows.row(1).message.text) > told:
            told = len(rows.row(1).message.text)
            tell(text=rows.row(1).message.text, state=rows.row(1).message.state)
        await asyncio.sleep(0.02)


async def queue(program: Program, text: str, *texts: str) -> int:
    """Sends a message, lets others wait for its answer, and tells how many do."""
    await ready(program)
    page: Any = program.views.window.go(Place.CHAT)
    field, chat, waiting = page.pane.composer.field, program.views.chat, program.views.chat_parts.queue
    for count, each in enumerate((text, *texts)):
        field.setFocus()
        QTest.keyClicks(field, each)
        QTest.keyClick(field, Qt.Key.Key_Return)
        while chat.is_sending or not chat.is_answering or len(waiting.items) < count:
            await asyncio.sleep(0.02)
    tell(waiting=len(waiting.items))
    while True:
        await asyncio.sleep(1)


async def picture(program: Program, text: str, file: str) -> int:
    """Asks, waits for the whole answer and keeps a picture of the window."""
    await ready(program)
    program.views.window.resize(1280, 820)
    page: Any = program.views.window.go(Place.CHAT)
    page.pane.composer.field.setFocus()
    QTest.keyClicks(page.pane.composer.field, text)
    QTest.keyClick(page.pane.composer.field, Qt.Key.Key_Return)
    rows = program.views.chat.rows
    while rows.count() < 2 or not rows.row(1).message.state.is_final:
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.5)
    program.views.window.grab().save(file)
    tell(state=rows.row(1).message.state, text=rows.row(1).message.text)
    return 0


async def video(program: Program, model: str, prompt: str) -> int:
    await ready(program)
    page: Any = program.views.window.go(Place.VIDEOS)
    page.form.model.set_value(model)
    page.form.prompt.set_text(prompt)
    page.form.make.click()
    videos = program.views.videos
    told = ""
    while True:
        if videos.count() and videos.row(0).job.state != told:
            told = videos.row(0).job.state
            tell(state=told)
        await asyncio.sleep(0.02)


async def attach(program: Program, *files: str) -> int:
    await ready(program)
    page: Any = program.views.window.go(Place.CHAT)
    page._attaching.intake.take_paths([Path(file) for file in files])
    model = program.views.chat_parts.attachments
    while model.pending or len(model.items) < len(files):  # nothing is pending: it is on the disk
        await asyncio.sleep(0.02)
    tell(attached=[each.name for each in model.items])
    while True:
        await asyncio.sleep(1)


async def look(program: Program) -> int:
    await ready(program)
    videos = program.views.videos
    # One that is queued waits for a person.
    while any(
        state.is_running and state is not JobState.QUEUED
        for state in (videos.row(row).job.state for row in range(videos.count()))
    ):
        await asyncio.sleep(0.02)
    messages = program.views.chat.rows.messages()
    jobs = [program.views.videos.row(row) for row in range(program.views.videos.count())]
    tell(
        attached=[each.name for each in program.views.chat_parts.attachments.items],
        messages=[{"text": each.text, "state": each.state, "error": each.error} for each in messages],
        jobs=[
            {
                "state": each.job.state,
                "files": [program.views.videos.path_of(item).stat().st_size for item in each.items],
            }
            for each in jobs
        ],
    )
    return 0


SCRIPTS: dict[str, Callable[..., Coroutine[Any, Any, int]]] = {
    "ask": ask,
    "queue": queue,
    "picture": picture,
    "video": video,
    "attach": attach,
    "look": look,
}


def main() -> int:
    folder, script, *words = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    options = Options(data_dir=Path(folder))
    status: int = qasync.run(
        run_program(app, options, os.environ, lambda program: SCRIPTS[script](program, *words))
    )
    return status


if __name__ == "__main__":
    sys.exit(main())
