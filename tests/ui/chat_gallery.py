"""Grabs pictures of the chat page, to be looked at: `python -m tests.ui.chat_gallery FOLDER`."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.account import Connection
from panda_desktop.domain.chat import Conversation, Message, MessageState, Parameters, Receipt, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.kit import Menu, Popover, TextField
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage
from tests.ui.picturing import prepare

ANSWER = """## Only when nothing was sent

Repeat it if the failure came **before the first byte** left: name lookup, connect, TLS. After that the
server may have acted, so ask it instead of asking again:

```python
async def wait_before(outcome, *, creates: bool):
    if creates and outcome.bytes_sent:
        return None          # never paid for twice
    return backoff(outcome)
```

| Failure | Sent? | Repeat |
|---|---|---|
| connection refused | no | yes |
| 524 after 100 s | yes | ask first |

See [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110) for the rules.
"""

CHINESE = """当然可以。下面是一段**生日祝福**，您可以直接念给奶奶听：

> 奶奶，祝您生日快乐！愿您福如东海，寿比南山，身体健健康康，天天都有好心情。

1. 语速放慢一点，奶奶听得更清楚。
2. 结尾可以加一句“我们都很想您”。

需要我再写一个*更活泼*的版本吗？
"""


class Scene:
    """A stage, a page in a window, and the hands to change both."""

    def __init__(self) -> None:
        self.stage = Stage(Path(tempfile.mkdtemp()))
        self.page: ChatPage | None = None
        self.window = MainWindow({place: self._factory(place) for place in Place})
        self._fill_list()
        self.stage.load()
        self.window.restore_geometry_text("")
        self.window.go(Place.CHAT)
        self.window.narrow_changed.connect(self.chat.set_narrow)
        status = self.window.status
        status.set_connection(Connection.ONLINE, "api.pandaworld.space")
        status.set_balance(self.stage.account.balance)
        status.set_committed(Decimal("1.2"))
        self.window.show()
        self.window.activateWindow()

    @property
    def chat(self) -> ChatPage:
        assert self.page is not None
        return self.page

    @property
    def open_id(self) -> str:
        conversation = self.stage.chat.conversation
        assert conversation is not None
        return conversation.id

    def _factory(self, place: Place) -> Callable[[], QWidget]:
        return self._page if place is Place.CHAT else QWidget

    def _page(self) -> ChatPage:
        stage = self.stage
        self.page = stage.chat_page()
        return self.page

    def _fill_list(self) -> None:
        now = datetime.now(UTC)
        for title, age, values in (
            ("Thesis: related work", timedelta(days=3), {"pinned": True}),
            ("给奶奶的生日祝福", timedelta(minutes=3), {}),
            ("Storyboard for the harbour scene with the old lighthouse", timedelta(minutes=9), {}),
            ("Compare kolors and wan-2.7", timedelta(days=1), {"draft": "and what about"}),
            ("Trip to Chengdu", timedelta(days=1, hours=1), {}),
            ("Letter to the landlord", timedelta(days=4), {}),
            ("Sourdough, step by step", timedelta(days=40), {}),
        ):
            conversation = Conversation(new_id(), title, "auto", now - age, now - age, **values)
            self.stage.chat_service.put(conversation)

    def ask(self, text: str, model: str = "auto:quality") -> str:
        """Opens a new chat and sends a message."""
        self.stage.chat.start_new()
        self.stage.chat.choose_model(model)
        self.chat.pane.composer.replace_text(text)
        self.chat.pane.composer.submitted.emit()
        return self.open_id

    def answer(self, chat: str, text: str, reasoning: str = "") -> Message:
        """Lets a whole answer come."""
        self.stage.chat_service.grow(chat, text, reasoning)
        return self.stage.chat_service.finish(
            chat,
            usage=Usage(120, 412, 532),
            receipt=Receipt(first_token_s=0.6, total_s=6.4, cost=Decimal("0.0021")),
            reasoning_s=3.2 if reasoning else None,
        )


def settle() -> None:
    """Lets everything be laid out and painted."""
    for _ in range(4):
        QTest.qWait(50)


def grab(scene: Scene, folder: Path, name: str, popover: QWidget | None = None) -> None:
    """Saves a picture of the window, with a panel over it when one is open."""
    settle()
    picture = scene.window.grab()
    if popover is not None:
        painter = QPainter(picture)
        painter.drawPixmap(popover.pos() - scene.window.mapToGlobal(QPoint(0, 0)), popover.grab())
        painter.end()
    picture.save(str(folder / f"chat-{name}.png"))


def conversations(scene: Scene, folder: Path) -> None:
    """Empty, streaming, finished, failed."""
    grab(scene, folder, "empty")
    scene.stage.connection.has_access = False
    scene.stage.account.key_changed.emit()
    grab(scene, folder, "no-key")
    scene.stage.connection.has_access = True
    scene.stage.account.key_changed.emit()
    chat = scene.ask("When may a client repeat a POST that was cut off in the middle?")
    settle()
    grab(scene, folder, "waiting")
    scene.stage.chat_service.grow(chat, "", "The person asks about idempotency. ")
    scene.stage.chat_service.grow(chat, ANSWER[:330])
    scene.chat.pane.composer.replace_text("And what does the server see of it?")
    grab(scene, folder, "streaming")
    scene.stage.chat_service.finish(chat, usage=Usage(120, 80, 200))
    chat = scene.ask("When may a client repeat a POST that was cut off in the middle?")
    scene.answer(chat, ANSWER, "They ask about idempotency; name the boundary.")
    scene.stage.chat_service.put(
        replace(scene.stage.chat_service.all[chat], title="Retry an HTTP stream safely")
    )
    grab(scene, folder, "finished")


def failed(scene: Scene, folder: Path) -> None:
    """A send that failed, and an answer that failed."""
    keep = scene.open_id
    scene.ask("Write me a poem about credit")
    detail = ErrorDetail(status=402, message="insufficient balance: 0.00 USD left", code="insufficient_quota")
    scene.stage.chat_service.finish(
        scene.open_id, state=MessageState.FAILED, error=ErrorKind.NO_CREDIT, error_detail=detail
    )
    grab(scene, folder, "failed-answer")
    scene.stage.chat.start_new()
    scene.stage.chat_service.failure = PandaError(ErrorKind.NO_KEY)
    scene.chat.pane.composer.replace_text("This text stays where it is.")
    scene.chat.pane.composer.submitted.emit()
    grab(scene, folder, "failed-send")
    scene.stage.chat.trash(scene.open_id)
    grab(scene, folder, "trashed")
    scene.stage.chat.open(keep)


def panels(scene: Scene, folder: Path) -> None:
    """Parameters, picker, find bar, editing, questions."""
    header, pane = scene.chat.pane.header, scene.chat.pane
    scene.stage.chat.set_request("Answer briefly.", Parameters(temperature=0.7, max_tokens=2000))
    settle()
    panel = header.open_parameters()
    assert panel is not None
    panel.rows["temperature"].field.setText("7")
    panel.rows["temperature"].field.textEdited.emit("7")
    grab(scene, folder, "parameters", panel)
    panel.close()
    header.model.open()
    grab(scene, folder, "picker", header.model.popover())
    popover = header.model.popover()
    assert popover is not None
    popover.close()
    pane.finder.open()
    pane.finder.field.setText("sent")
    pane.finder.go(1)
    grab(scene, folder, "find")
    pane.finder.close_bar()
    first = scene.stage.chat.rows.row(0).message
    scene.chat._deeds.edit(first.id)
    grab(scene, folder, "editing")
    scene.chat._composing.cancel_edit()
    pane.transcript.regenerate_requested.emit(first.id)
    opened = scene.chat._deeds.panel
    assert isinstance(opened, Popover)
    grab(scene, folder, "regenerate", opened)
    opened.close()
    pane.transcript.delete_requested.emit(first.id)
    grab(scene, folder, "deleted")
    scene.stage.chat.restore_messages([first.id])
    pane.transcript.link_activated.emit("https://www.rfc-editor.org/rfc/rfc9110#name-idempotent-methods")
    opened = scene.chat._deeds.panel
    assert isinstance(opened, Popover)
    grab(scene, folder, "link", opened)
    opened.close()


def list_of_chats(scene: Scene, folder: Path) -> None:
    """A row under the pointer, being renamed, its menu; the keyboard in the list; a search."""
    sidebar = scene.chat.sidebar
    view = sidebar.list
    index = view.model().index(5, 0)
    settle()
    view._hover(view.visualRect(view.model().index(6, 0)).center())
    scene.window.grab().save(str(folder / "chat-hover.png"))
    view.setCurrentIndex(index)
    view.edit(index)
    grab(scene, folder, "rename")
    editor = view.viewport().findChild(TextField)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    scene.window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    view.setFocus()
    view.open_menu(index, view.viewport().mapToGlobal(view.visualRect(index).bottomRight()))
    grab(scene, folder, "row-menu", next(each for each in view.findChildren(Menu) if each.isVisible()))
    for menu in view.findChildren(Menu):
        menu.close()
    scene.chat.pane.header.more.click()
    menus = scene.chat.pane.header.findChildren(Menu)
    grab(scene, folder, "menu", next(each for each in menus if each.isVisible()))
    for menu in menus:
        menu.close()
    sidebar.search.setText("zebra")
    grab(scene, folder, "nothing-found")
    sidebar.search.clear()
    scene.chat.pane.composer.field.setFocus(Qt.FocusReason.TabFocusReason)
    grab(scene, folder, "keyboard")
    scene.chat.pane.composer.say("Wait for the answer to end, or stop it. Your text stays here.")
    grab(scene, folder, "hint")


def sizes(scene: Scene, controller: ThemeController, folder: Path, theme: str) -> None:
    """Wide, narrow, very narrow, enlarged, Chinese."""
    for width, height in ((2560, 1200), (900, 700), (720, 760), (320, 640)):
        scene.window.resize(width, height)
        settle()
        grab(scene, folder, f"{theme}-{width}")
    scene.window.resize(720, 760)
    settle()
    scene.chat._chats.show_list()
    grab(scene, folder, f"{theme}-drawer")
    scene.chat._drawer.close()
    scene.window.resize(1280, 820)
    controller.set_zoom(150)
    grab(scene, folder, f"{theme}-zoom-150")
    controller.set_zoom(200)
    scene.window.resize(900, 760)
    grab(scene, folder, f"{theme}-zoom-200")
    controller.set_zoom(100)
    scene.window.resize(1280, 820)
    chat = scene.ask("请帮我写一段给奶奶的生日祝福，她今年八十岁。", "auto")
    scene.answer(chat, CHINESE)
    scene.chat.pane.composer.replace_text("再写一个更活泼的版本，短一点。")
    grab(scene, folder, f"{theme}-chinese")
    scene.stage.chat.rename(
        chat, "A title that somebody made so very long that it can fit into no header at all " * 2
    )
    scene.stage.chat.choose_model("a-model-with-quite-a-long-name-2026-11-preview")
    grab(scene, folder, f"{theme}-long")
    scene.window.resize(320, 640)
    grab(scene, folder, f"{theme}-long-320")
    scene.window.resize(1280, 820)


def empty_small(scene: Scene, folder: Path, theme: str) -> None:
    """The welcome where there is little room, and with a long text."""
    scene.stage.chat.start_new()
    scene.window.resize(320, 560)
    grab(scene, folder, f"{theme}-empty-320")
    scene.window.resize(1280, 820)
    scene.chat.pane.composer.replace_text("\n".join(f"Line {n} of a long message" for n in range(60)))
    grab(scene, folder, f"{theme}-tall-composer")
    scene.chat.pane.composer.replace_text("")


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    screen = Path(tempfile.mkdtemp()) / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "wide", "width": 2600, "height": 1440}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.DARK)
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        controller.set_mode(mode)
        target = folder / mode.value
        target.mkdir(parents=True, exist_ok=True)
        scene = Scene()
        conversations(scene, target)
        failed(scene, target)
        panels(scene, target)
        list_of_chats(scene, target)
        sizes(scene, controller, target, mode.value)
        empty_small(scene, target, mode.value)
        scene.chat.shut_down()
        scene.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
