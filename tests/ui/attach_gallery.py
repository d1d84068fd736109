"""Grabs pictures of files in the composer, to be looked at: `python -m tests.ui.attach_gallery FOLDER`."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.theme import ThemeController, ThemeMode
from tests.ui.chat_gallery import Scene, settle
from tests.ui.doubles import MODELS
from tests.ui.picturing import prepare

COLOURS = (("#f6c177", "#eb6f92"), ("#31748f", "#9ccfd8"), ("#56949f", "#286983"), ("#c4a7e7", "#191724"))


def picture(path: Path, number: int) -> Path:
    """Writes a picture with a sky, a sun and hills."""
    image = QImage(900, 600 + 120 * (number % 3), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 900, 700)
    first, second = COLOURS[number % len(COLOURS)]
    sky.setColorAt(0, QColor(first))
    sky.setColorAt(1, QColor(second))
    painter.fillRect(image.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 160))
    painter.drawEllipse(QPointF(200 + 130 * (number % 4), 220), 90, 90)
    painter.setBrush(QColor(0, 0, 0, 90))
    painter.drawEllipse(QPointF(450, 760), 700, 320)
    painter.end()
    image.save(str(path))
    return path


class Files:
    """Writes files and gives them to the page."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.folder = Path(tempfile.mkdtemp())

    def picture(self, name: str, number: int) -> Path:
        return picture(self.folder / name, number)

    def text(self, name: str, length: int) -> Path:
        path = self.folder / name
        path.write_text(("a line of text\n" * (length // 15 + 1))[:length])
        return path

    def give(self, *paths: Path) -> None:
        model = self.scene.stage.chat_parts.attachments
        self.scene.chat._attaching.intake.take_paths(paths)
        while model.pending:
            QTest.qWait(10)
        settle()

    def take_out(self) -> None:
        model = self.scene.stage.chat_parts.attachments
        for item in model.items:
            model.remove(item.id)


def grab(scene: Scene, folder: Path, name: str) -> None:
    settle()
    scene.window.grab().save(str(folder / f"attach-{name}.png"))


def scenes(scene: Scene, controller: ThemeController, folder: Path) -> None:
    """From a few files to twenty, long names, keys, a blind model, refusals, narrow, the overlay."""
    files, composer = Files(scene), scene.chat.pane.composer
    chat = scene.ask("What is in these pictures?")
    scene.answer(chat, "Send them, and I will look.")
    files.give(
        *[files.picture(f"IMG_20261128_10203{n}.jpg", n) for n in range(3)],
        files.text("notes.md", 2_300),
        files.text("measurements-2026.csv", 1_240_000),
    )
    composer.replace_text("Which of them was taken in the morning? The notes say where I was.")
    grab(scene, folder, "five")
    scene.window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    composer.attached.tray.chips()[1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(composer.attached.tray.chips()[1], Qt.Key.Key_Right)
    grab(scene, folder, "keyboard")
    composer.attached.tray.chips()[3].click()
    settle()
    menu = scene.chat._attaching.menu
    assert menu is not None
    image = scene.window.grab()
    painter = QPainter(image)
    painter.drawPixmap(menu.pos() - scene.window.mapToGlobal(scene.window.rect().topLeft()), menu.grab())
    painter.end()
    image.save(str(folder / "attach-menu.png"))
    menu.close()
    blind = ModelInfo("deepseek-v4-flash", ModelKind.CHAT, sees_images=False)
    scene.stage.list_models((blind, *MODELS[1:]))
    scene.stage.chat.choose_model("deepseek-v4-flash")
    grab(scene, folder, "blind")
    scene.window.resize(320, 640)
    grab(scene, folder, "blind-320")
    scene.stage.list_models(MODELS)
    grab(scene, folder, "320")
    scene.window.resize(900, 760)
    controller.set_zoom(200)
    grab(scene, folder, "zoom-200")
    controller.set_zoom(100)
    scene.window.resize(1280, 820)
    scene.chat._attaching.zone.overlay.cover()
    grab(scene, folder, "overlay")
    scene.chat._attaching.zone.overlay.hide()
    scene.stage.chat_parts.attachments.expect(2)
    grab(scene, folder, "pending")
    for _ in range(2):
        scene.stage.chat_parts.attachments.give_up(scene.stage.chat_parts.attachments.place)
    scene.chat._attaching.intake.take_paths(
        [files.folder, files.text("link.lnk", 3), files.folder / "gone.txt", files.text("book.pdf", 40)]
    )
    QTest.qWait(200)
    grab(scene, folder, "refused")
    files.take_out()
    files.give(
        *[files.picture(f"p{n}.png", n) for n in range(9)],
        files.text("一份很长很长的会议纪要，二〇二六年十一月，关于明年春天的计划和预算.txt", 5_000),
        files.text(
            "a-very-long-name-that-somebody-gave-to-a-file-because-they-could-and-nobody-objected.json", 90
        ),
        *[files.text(f"part {n}.log", 800 * n + 1) for n in range(9)],
    )
    grab(scene, folder, "twenty")
    scene.window.resize(320, 640)
    grab(scene, folder, "twenty-320")
    scene.window.resize(1280, 820)
    first = scene.stage.chat.rows.row(0).message
    scene.chat._deeds.edit(first.id)
    files.give(files.picture("added.png", 2))
    grab(scene, folder, "editing")
    scene.chat._composing.cancel_edit()


def main(folder: Path) -> None:
    """Writes the pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    prepare(app, folder)
    controller = ThemeController(app, ThemeMode.DARK)
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        controller.set_mode(mode)
        target = folder / mode.value
        target.mkdir(parents=True, exist_ok=True)
        scene = Scene()
        scenes(scene, controller, target)
        scene.chat.shut_down()
        scene.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
