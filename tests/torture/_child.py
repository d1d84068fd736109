"""The real program in a process of its own, worn by a script.

Promise: prints one JSON object and ends; what the program logged as an error is among what it prints.

    python -m tests.torture._child FOLDER SCRIPT …

`soak COUNT` asks so many questions one after the other, in a new chat every ten;
`monkey EVENTS SEED` presses, clicks and types at random;
`gaps DOCUMENTS MEGABYTES` tells how long the window did not answer (`_gaps`);
`hostile ADDRESS TEXTS` shows hostile texts everywhere (`_hostile`).
"""

import asyncio
import gc
import json
import logging
import os
import random
import sys
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import psutil
import qasync
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from panda_desktop.app.options import Options
from panda_desktop.app.program import Program, run_program
from tests.torture._gaps import gaps
from tests.torture._hostile import hostile
from tests.torture._ready import ask, ready, start_new

WARM_UP = 0.2
"""The part of a soak after which the memory counts: caches are full by then."""


class Errors(logging.Handler):
    """Keeps what was logged as an error or worse."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        self.said.append(f"{record.name}: {record.getMessage()} {trace[-1500:]}")


def state() -> dict[str, float]:
    """What the process holds."""
    gc.collect()
    process = psutil.Process()
    return {
        "mib": process.memory_info().rss / 2**20,
        "files": process.num_fds(),
        "sockets": len(process.net_connections()),
        "threads": threading.active_count(),
        "tasks": len(asyncio.all_tasks()),
    }


async def soak(program: Program, count: str) -> dict[str, Any]:
    """Asks and waits, again and again."""
    page = await ready(program)
    first: dict[str, float] = {}
    for number in range(int(count)):
        if number % 10 == 0:
            await start_new(program)
        if number == int(int(count) * WARM_UP):
            first = state()
        await ask(program, page, f"Question {number}: what is a panda?")
    await asyncio.sleep(0.5)
    return {"first": first, "last": state()}


KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_Slash),
    *(Qt.Key(code) for code in range(ord("A"), ord("Z") + 1)),
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Comma, Qt.Key.Key_Plus),
)
MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 5,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
BUTTONS = (*[Qt.MouseButton.LeftButton] * 6, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
TEXTS = ("熊猫", "a", " ", "`x`", "$x^2$", "\u202ertl", "👩‍👩‍👧", "1.5", "/", "\t", "{{x}}")


async def monkey(program: Program, events: str, seed: str) -> dict[str, Any]:
    """Does what nobody would; the window cannot be closed meanwhile, and no file outside is within reach."""
    await ready(program)
    refusal = _NoFiles(program.views.window)
    QApplication.instance().installEventFilter(refusal)  # type: ignore[union-attr] # there is one by now
    luck, window = random.Random(int(seed)), program.views.window
    window.may_close = lambda: False
    window.commands.remove("quit")
    for scheme in ("http", "https", "mailto", "file"):
        # PySide declares bytes for the name of the method and takes only a str.
        QDesktopServices.setUrlHandler(scheme, _Nowhere.instance(), "opened")  # type: ignore[arg-type]
    waker = _Waker(window)
    for number in range(int(events)):
        waker.count = number
        _event(luck, window)
        if number % 5 == 0:
            await asyncio.sleep(0)
        if number % 400 == 0:
            _close_strays(window)
            window.resize(luck.randrange(320, 1600), luck.randrange(360, 1000))
    await asyncio.sleep(0.5)
    return {"events": int(events), "place": str(window.place()), "last": state()}


def _event(luck: random.Random, window: QWidget) -> None:
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
    if luck.random() < 0.5:
        target = QApplication.focusWidget() or top
        if luck.random() < 0.2:
            typed = QInputMethodEvent()
            typed.setCommitString(luck.choice(TEXTS))
            QApplication.sendEvent(target, typed)
        else:
            QTest.keyClick(target, luck.choice(KEYS), luck.choice(MODIFIERS))
        return
    at = QPoint(luck.randrange(max(1, top.width())), luck.randrange(max(1, top.height())))
    child = top.childAt(at) or top
    inside = child.mapFrom(top, at) if child is not top else at
    press = QTest.mouseDClick if luck.random() < 0.1 else QTest.mouseClick
    press(child, luck.choice(BUTTONS), Qt.KeyboardModifier.NoModifier, inside)


def _close_strays(window: QWidget) -> None:
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible() and (isinstance(each, QFileDialog) or each.isWindow()):
            each.close()


class _NoFiles(QObject):
    """Takes every file dialog away as it comes: in it, random hands rename and overwrite real files."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QFileDialog):
            watched.setOption(QFileDialog.Option.ReadOnly)
            QTimer.singleShot(0, watched.reject)
        return False


class _Waker(QTimer):
    """Ends what Qt itself waits in, such as the menu of a text field.

    Attributes:
        count: the event that is being done.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = self._seen = 0
        self.timeout.connect(self._look)
        self.start(300)

    def _look(self) -> None:
        waits, self._seen = self.count == self._seen, self.count
        if waits and (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        elif waits and (modal := QApplication.activeModalWidget()) is not None:
            modal.close()


class _Nowhere(QWidget):
    """Hears what the system would be asked to open."""

    _one: "_Nowhere | None" = None

    @classmethod
    def instance(cls) -> "_Nowhere":
        """Returns the one there is."""
        cls._one = cls._one or cls()
        return cls._one

    @Slot(QUrl)
    def opened(self, _address: QUrl) -> None:
        """Opens nothing."""


SCRIPTS: dict[str, Callable[..., Coroutine[Any, Any, dict[str, Any]]]] = {
    "soak": soak,
    "monkey": monkey,
    "gaps": gaps,
    "hostile": hostile,
}


def main() -> int:
    folder, script, *words = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    errors = Errors()
    logging.getLogger().addHandler(errors)
    demo = not os.environ.get("PANDA_API_KEY")

    async def drive(program: Program) -> int:
        said = await SCRIPTS[script](program, *words)
        print(json.dumps(said | {"errors": errors.said}), flush=True)
        return 0

    options = Options(data_dir=Path(folder), demo=demo, demo_speed=200.0)
    status: int = qasync.run(run_program(app, options, os.environ, drive))
    return status


if __name__ == "__main__":
    sys.exit(main())
