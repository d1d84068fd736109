"""Grabs pictures of exports and imports, to be looked at: `python -m tests.ui.exchange_gallery FOLDER`.

With `pdf` after the folder it also leaves a PDF with everything an answer can hold there.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.exchange import ImportReport, Misfit, Reason
from panda_desktop.services.exchange.forms import Placed
from panda_desktop.services.exchange.html_form import HtmlForm
from panda_desktop.ui.exchange import ExchangeDesk
from panda_desktop.ui.exchange.labels import PageWords
from panda_desktop.ui.exchange.printing.press import PdfPress
from panda_desktop.ui.exchange.values import Form
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.translation import Language
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage
from tests.ui.exchange.doubles import FakePress, SteppedTasks
from tests.ui.exchange.paper import ANSWER, CHINESE
from tests.ui.picturing import prepare, speak

REPORT = ImportReport(
    112,
    3_406,
    2,
    31,
    (
        Misfit(Reason.UNKNOWN_CONTENT, "Holiday photos from the harbour", "image_asset_pointer", 14),
        Misfit(Reason.UNKNOWN_CONTENT, "给奶奶的生日祝福", "audio_transcription", 2),
        Misfit(Reason.EMPTY, "New chat"),
        Misfit(Reason.BAD_DATE, "Trip to Chengdu", "create_time", 7),
    ),
    {Reason.UNKNOWN_CONTENT: 216, Reason.EMPTY: 1, Reason.BAD_DATE: 7},
)


class Scene:
    """A window with a desk."""

    def __init__(self) -> None:
        self.tasks = SteppedTasks()
        self.stage = Stage(Path(tempfile.mkdtemp()), tasks=self.tasks)
        self.settings: SettingsPage | None = None
        factory: Callable[[], QWidget] = QWidget
        pages: dict[Place, Callable[[], QWidget]] = {place: factory for place in Place}
        self.window = MainWindow(pages | {Place.SETTINGS: self._settings})
        self.desk = ExchangeDesk(self.stage.exchange, self.stage.chat, self.window, press=FakePress())
        self.stage.load()
        self.stage.chat.start_new()
        self.stage.chat.send("Why?")
        self.window.go(Place.SETTINGS)
        self.window.resize(1280, 820)
        self.window.show()

    def _settings(self) -> SettingsPage:
        self.settings = SettingsPage()
        self.settings.data.set_folder(Path("/home/panda/.local/share/panda-desktop"))
        return self.settings


def settle() -> None:
    """Lets everything be laid out and painted."""
    for _ in range(4):
        QTest.qWait(50)


def grab(scene: Scene, folder: Path, name: str, panel: QWidget | None = None) -> None:
    """Saves a picture of the window, with a panel over it when one is open."""
    settle()
    picture = scene.window.grab()
    if panel is not None:
        painter = QPainter(picture)
        painter.drawPixmap(panel.pos() - scene.window.mapToGlobal(QPoint(0, 0)), panel.grab())
        painter.end()
    picture.save(str(folder / f"exchange-{name}.png"))


def panels(scene: Scene, folder: Path, name: str) -> None:
    """The panel in its two shapes."""
    scene.desk.export_open()
    assert scene.desk.panel is not None
    grab(scene, folder, f"{name}-chat", scene.desk.panel)
    scene.desk.panel.close()
    scene.desk.export_all()
    assert scene.desk.panel is not None
    chip = scene.desk.panel.form.button(Form.PDF)
    assert chip is not None
    chip.click()
    grab(scene, folder, f"{name}-all", scene.desk.panel)
    scene.desk.panel.close()


def importing(scene: Scene, folder: Path, name: str) -> None:
    """Progress, the notice at the end, the report."""
    scene.stage.exchange_service.pauses = 2
    scene.stage.exchange_service.imported = REPORT
    scene.desk.import_file(Path("/tmp/chats.zip"))
    QTest.qWait(350)
    grab(scene, folder, f"{name}-progress")
    for _ in range(2):
        scene.tasks.step()
    grab(scene, folder, f"{name}-imported")
    scene.window.notices.notices()[0].actions[0].run()
    panel = scene.desk.report
    assert panel is not None
    panel.rows[Reason.UNKNOWN_CONTENT].button.click()
    grab(scene, folder, f"{name}-report", panel)
    panel.close()
    scene.window.notices.close_notice("exchange")


def settings(scene: Scene, folder: Path, name: str) -> None:
    """The group in the settings."""
    assert scene.settings is not None
    scene.settings.show_section("storage")
    area = scene.settings.findChild(QScrollArea)
    assert area is not None
    settle()
    area.ensureWidgetVisible(scene.settings.data)
    scene.settings.data.export.setFocus(Qt.FocusReason.TabFocusReason)
    grab(scene, folder, f"{name}-settings")


async def pages() -> AsyncGenerator[str, None]:
    """Yields the page of two chats."""
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    form = HtmlForm(PageWords().labels())
    chat = Conversation("c", "When may a request be repeated?", "auto", now, now, system_prompt="Be brief.")

    def said(role: Role, text: str, **more: object) -> str:
        return form.message(Placed(Message("m", "c", None, 1, role, text, now, **more)))  # type: ignore[arg-type]

    yield form.head("") + form.opening(chat)
    yield said(Role.USER, "Explain when a request may be repeated 😀\n\n    and keep the indentation")
    yield said(Role.ASSISTANT, ANSWER, reasoning="First I think about **this**.", model="deepseek-v4-flash")
    yield said(Role.USER, "给奶奶写一段生日祝福")
    yield said(Role.ASSISTANT, CHINESE, model="auto:quality", state=MessageState.STOPPED)
    long = "\n\n".join("A paragraph of some length, to see where the pages end. " * 9 for _ in range(12))
    code = "\n".join(f"line_{number} = compute({number})" for number in range(90))
    rows = "\n".join(f"| row {number} | {'words ' * 9}| {number} |" for number in range(60))
    yield said(Role.ASSISTANT, f"{long}\n\n```python\n{code}\n```\n\n| a | b | c |\n|---|---|--:|\n{rows}\n")
    yield form.closing() + form.opening(chat) + said(Role.USER, "Hi") + form.closing() + form.foot()


def main(folder: Path, *, pdf: bool) -> None:
    """Takes all pictures."""
    screen = Path(tempfile.mkdtemp()) / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "wide", "width": 1920, "height": 1080}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    prepare(app, folder)
    if pdf:
        asyncio.run(PdfPress().make(pages(), folder / "exchange.pdf", "A chat", lambda _count: True))
    controller = ThemeController(app, ThemeMode.LIGHT)
    everything = (panels, importing, settings)
    take(folder, "light", everything)
    controller.set_mode(ThemeMode.DARK)
    take(folder, "dark", everything)
    controller.set_mode(ThemeMode.LIGHT)
    controller.set_zoom(200)
    take(folder, "large", everything, 720)
    controller.set_zoom(100)
    speak(app, Language.CHINESE)
    take(folder, "chinese", everything, 720)


Shown = Callable[[Scene, Path, str], None]


def take(folder: Path, name: str, shown: Sequence[Shown], width: int = 1280) -> None:
    """Takes the pictures of one look."""
    scene = Scene()
    scene.window.resize(width, 820)
    for show in shown:
        show(scene, folder, name)
    scene.window.close()
    _SCENES.append(scene)


_SCENES: list[Scene] = []

if __name__ == "__main__":
    main(Path(sys.argv[1]), pdf="pdf" in sys.argv[2:])
