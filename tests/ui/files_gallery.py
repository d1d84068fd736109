"""Grabs pictures of files in messages, to be looked at: `python -m tests.ui.files_gallery FOLDER`."""

import base64
import sys
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import Receipt, Usage
from panda_desktop.ui.theme import ThemeController, ThemeMode, look
from panda_desktop.ui.transcript import TranscriptView
from tests.ui.picturing import prepare
from tests.ui.transcript.double import DoubleModel, answer, mine
from tests.ui.transcript.sources import FileSource, ImageSource, picture

TEXT = b"def wait(outcome):\n\tif outcome.bytes_sent:\n\t\treturn None\n\treturn backoff(outcome)\n" * 12
ADDRESS = "https://images.example/harbour.png"


def rows(files: FileSource) -> list[object]:
    photo = files.put(picture(1200, 800), "harbour at dawn.jpg")
    tall = files.put(picture(600, 1400, ("#5b2a86", "#f4a261")), "tower.png")
    wide = files.put(picture(2000, 300, ("#1d3557", "#a8dadc")), "panorama.webp")
    small = files.put(picture(48, 48), "icon.png")
    gone = files.put(picture(800, 600), "holiday.png")
    lost = files.put(b"text", "lost notes.txt")
    notes = files.put(TEXT, "a very long name of a file that certainly does not fit into its chip.py")
    chinese = files.put("笔记".encode() * 50, "会议记录 2026-11-24.md")
    for each in (gone, lost):
        del files.files[each.file]
    data = base64.b64encode(picture(320, 120, ("#e76f51", "#ffffff"))).decode()
    receipt = Receipt(first_token_s=0.6, total_s=6.4, cost=Decimal("0.0021"))
    return [
        mine("What is in this picture?", attachments=(photo,)),
        answer(
            f"It is a harbour. Another view:\n\n![The harbour]({ADDRESS})\n\nAnd ![](https://evil.example/x)."
        ),
        mine(
            "Compare these and read the notes.",
            attachments=(photo, tall, wide, small, gone, notes, chinese, lost),
        ),
        answer(
            f"As a picture: ![bars](data:image/png;base64,{data})", receipt=receipt, usage=Usage(30, 412, 442)
        ),
        mine("", attachments=(gone,)),
    ]


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    prepare(app, folder)
    controller = ThemeController(app)
    for name, mode, zoom, width, height in (
        ("light", ThemeMode.LIGHT, 100, 900, 1500),
        ("dark", ThemeMode.DARK, 100, 900, 1500),
        ("narrow", ThemeMode.LIGHT, 100, 320, 1900),
        ("large", ThemeMode.DARK, 200, 700, 2600),
    ):
        controller.set_mode(mode)
        controller.set_zoom(zoom)
        files, images = FileSource(), ImageSource()
        images.images[ADDRESS] = picture(1600, 900, ("#0a9396", "#ffd6a5"))
        view = TranscriptView()
        view.set_theme(look().theme)
        view.set_zoom(zoom)
        view.resize(width, height)
        view.set_attachment_source(files)
        view.set_image_loader(images)
        view.set_model(DoubleModel(rows(files)))  # type: ignore[arg-type]
        view.show()
        QTest.qWait(200)
        for found in list(view._images._known.values()):
            if not found.inside:
                view._images.load(found.number)
                images.answer()
        for _ in range(20):
            QTest.qWait(100)
        view.grab().save(str(folder / f"files-{name}.png"))
        last = view._column.message(2).attachments
        view._handling.opener().open_file(last[5])
        opener = view._handling.opener()
        for _ in range(100):
            if opener.panel is None:
                QTest.qWait(20)
        panel = opener.panel
        assert panel is not None
        QTest.qWait(50)
        panel.grab().save(str(folder / f"files-{name}-text.png"))
        panel.close()
        view._handling.opener().open_file(last[7])
        view._handling.opener().open_file(last[0])
        for _ in range(10):
            QTest.qWait(100)
        view.grab().save(str(folder / f"files-{name}-open.png"))
        view.close_formulas()
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
