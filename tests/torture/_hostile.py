"""Shows hostile texts in the eight places of row M07, then pays for an image: a script of `_child`."""

import asyncio
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from panda_desktop.app.program import Program
from panda_desktop.domain.jobs import ImageRequest, JobKind
from panda_desktop.services.desktop.notices import DesktopNotice
from panda_desktop.ui.chat.page import ChatPage
from panda_desktop.ui.kit import Notice
from panda_desktop.ui.window import Place
from tests.canary import CANARY, on_screen
from tests.services.exchange.rig import LABELS
from tests.torture._ready import ask, ready, start_new

SEEN_S = 0.15


async def hostile(program: Program, file: str) -> dict[str, Any]:
    """Shows the texts of the file; returns how often one was shown and where the key is on the screen."""
    page, shown = await ready(program), 0
    await program.services.settings.change(auto_titles=False)
    found: list[str] = []
    for text in json.loads(Path(file).read_text(encoding="utf-8")):
        shown += await _in_a_chat(program, page, text)
        shown += await _around(program, text)
        found += on_screen(CANARY)
    await _image(program, "![x](http://127.0.0.1/x.png) a panda")
    found += on_screen(CANARY)
    return {"shown": shown, "on_screen": found}


async def _in_a_chat(program: Program, page: Any, text: str) -> int:
    """Streamed, whole, read again, in tooltips."""
    chat = program.views.chat
    await start_new(program)
    looking = asyncio.create_task(_looks(program.views.window))
    await ask(program, page, text[:20_000])
    looking.cancel()
    await _look(program)
    known = _shown(program)
    await start_new(program)
    chat.open(known)
    await _look(program)
    await _point(page.pane.transcript)
    return 4


async def _around(program: Program, text: str) -> int:
    """In results of the search, a notification, the title of the window, and a page of HTML."""
    chat, window = program.views.chat, program.views.window
    known = _shown(program)
    chat.rename(known, text[:500])
    await _look(program)
    window.setWindowTitle(text)
    await _look(program)
    page = window.page(Place.CHAT)
    assert isinstance(page, ChatPage)
    sidebar = page.sidebar
    sidebar.search.setFocus()
    sidebar.search.setText("x")
    await _look(program)
    await _tooltips(window)
    sidebar.search.setText("")
    window.notices.show_notice(Notice(text, details=text, key="hostile"))
    assert program._desktop is not None
    program._desktop._show_by_tray(DesktopNotice("open", text, text, text))
    await _look(program)
    window.notices.close_notice("hostile")
    document = QTextDocument()
    async for part in program.services.exchange.html(known, LABELS):
        document.setHtml(part)
        document.size()
    return 4


def _shown(program: Program) -> str:
    """Returns the id of the open chat."""
    found = program.views.chat.conversation
    assert found is not None
    return found.id


async def _image(program: Program, prompt: str) -> None:
    window, jobs = program.views.window, program.services.jobs
    window.go(Place.IMAGES)
    await jobs.make_images(ImageRequest("kolors", prompt))
    while any(job.state.is_running for job in jobs.jobs(JobKind.IMAGE)):
        await asyncio.sleep(0.02)
    await _look(program)
    window.go(Place.LIBRARY)
    await _look(program)
    await _tooltips(window)


async def _looks(window: QWidget) -> None:
    while True:
        window.grab()
        await asyncio.sleep(0.02)


async def _look(program: Program) -> None:
    await asyncio.sleep(SEEN_S)
    program.views.window.grab()
    await asyncio.sleep(0.01)


async def _point(view: Any) -> None:
    """Points at everything in a transcript that can be pointed at."""
    for seen in list(view._place.visible):
        for target in view._column.piece(seen.row, seen.piece).targets():
            point = target.rect.center() + QPointF(view._pointing.left_of(seen.row), seen.y)
            view._mouse.hover(point)
            _ask_for_help(view.viewport(), point.toPoint())
    await asyncio.sleep(SEEN_S)


async def _tooltips(window: QWidget) -> None:
    for view in window.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None and view.model().rowCount():
            _ask_for_help(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    await asyncio.sleep(SEEN_S)


def _ask_for_help(target: QWidget, point: QPoint) -> None:
    QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, point, target.mapToGlobal(point)))
