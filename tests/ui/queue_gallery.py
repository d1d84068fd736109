"""Grabs pictures of messages that wait, to be looked at: `python -m tests.ui.queue_gallery FOLDER`."""

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.queue import Hold, MessageQueue, QueuedMessage
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.wiring.settings import join_settings
from tests.ui.chat_gallery import ANSWER, Scene, settle
from tests.ui.picturing import prepare

TEXTS = (
    "And how would that look with a queue in between?",
    "Write the same in Rust, please, with the same names, and say in a table what differs, so that somebody "
    "who knows only one of the two can follow every step of it without looking anything up",
    "请把上面的代码改写成中文注释的版本，并说明在网络中断之后为什么不能简单地重试，最好再举两个例子",
    "Thanks",
    "Now tests for it",
    "And a README",
    "How long would that take by hand?",
    "One more example",
)
PHOTO = Attachment("p", AttachmentKind.IMAGE, "harbour.png", "a/b.png", "image/png", 120_000, 800, 600)


NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def waiting(scene: Scene, count: int, hold: Hold | None = None, error: ErrorKind | None = None) -> None:
    """Lets so many messages wait."""
    items = [QueuedMessage(new_id(), scene.open_id, text, NOW) for text in TEXTS[:count]]
    if count > 2:
        items[2] = replace(items[2], attachments=(PHOTO, replace(PHOTO, id="q")))
    scene.stage.chat_service.put_queue(MessageQueue(scene.open_id, tuple(items), hold, error))


def grab(scene: Scene, folder: Path, name: str) -> None:
    settle()
    scene.window.grab().save(str(folder / f"{name}.png"))


def pictures(folder: Path, name: str, width: int) -> None:
    """Takes all pictures at one width."""
    scene = Scene()
    scene.window.resize(width, 720)
    chat = scene.ask("When may a failed request be repeated?")
    scene.stage.chat_service.grow(chat, ANSWER)
    composer = scene.chat.pane.composer
    for count in (1, 3, 8):
        waiting(scene, count)
        grab(scene, folder, f"{name}-{count}")
    composer.field.setFocus()
    composer.replace_text("And one more thing")
    grab(scene, folder, f"{name}-typed")
    composer.replace_text("")
    strip = scene.chat._queued.queueing.strip
    assert strip is not None
    strip.more.click()
    grab(scene, folder, f"{name}-all")
    strip.more.click()
    strip.rows[1].edit.click()
    grab(scene, folder, f"{name}-edit")
    QTest.keyClick(strip.rows[1].field, Qt.Key.Key_Escape)
    grab(scene, folder, f"{name}-focus")
    scene.stage.chat_service.finish(chat)
    waiting(scene, 2, Hold.STOPPED)
    composer.replace_text("One more")
    grab(scene, folder, f"{name}-stopped")
    waiting(scene, 4, Hold.REFUSED, ErrorKind.NO_CREDIT)
    grab(scene, folder, f"{name}-refused")
    scene.stage.chat.delete_message(scene.stage.chat.rows.messages()[0].id)
    waiting(scene, 1, Hold.LEFT)
    grab(scene, folder, f"{name}-deleted")
    scene.window.close()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(sys.argv[1])
    app = QApplication([])
    prepare(app, folder, *sys.argv[2:3])
    controller = ThemeController(app)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        controller.set_mode(mode)
        for width in (1100, 320):
            pictures(folder, f"{mode.value}-{width}", width)
    scene = Scene()
    settings = SettingsPage()
    join_settings(settings, scene.stage.settings, scene.stage.account, Path("/data"))
    settings.show_section("chat")
    settings.resize(760, 900)
    settings.show()
    settle()
    settings.grab().save(str(folder / "settings.png"))


if __name__ == "__main__":
    main()
