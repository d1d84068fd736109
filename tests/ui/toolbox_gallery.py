"""Grabs pictures of presets, prompts and pad, to look at: `python -m tests.ui.toolbox_gallery FOLDER`."""

import json
import os
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.chat import MessageState, Parameters, Receipt, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.ui.theme import ThemeController, ThemeMode
from tests.ui.chat_gallery import Scene, grab, settle
from tests.ui.picturing import prepare

LONG = "A name that is as long as a name of a preset may ever be, ok"
SIZES = ((1280, 820), (720, 760), (320, 640))


def shot(scene: Scene, folder: Path, name: str, popover: QWidget | None = None) -> None:
    """Saves a picture at the size the window has."""
    grab(scene, folder, f"{name}-{scene.window.width()}", popover)


def presets(scene: Scene, folder: Path) -> None:
    """The head, the chooser, the panel of all, empty and full, a name."""
    model, deeds = scene.stage.chat_parts.presets, scene.chat._toolbox.presets
    anchor = scene.chat.pane.header.parameters
    deeds.manage(anchor)
    assert deeds.panel is not None
    shot(scene, folder, "presets-empty", deeds.panel)
    deeds.panel.close()
    model.create(
        "Concise expert", "Answer in at most five sentences.", "auto:quality", Parameters(temperature=0.2)
    )
    model.create("诗人", "用诗的语言回答。", "", Parameters(temperature=1.2, top_p=0.9))
    model.create(LONG, "Long", "a-model-with-quite-a-long-name-2026-11-preview", Parameters(max_tokens=2000))
    first = model.presets[0]
    model.set_default(first.id)
    for width, height in SIZES:
        scene.window.resize(width, height)
        settle()
        scene.stage.chat.set_request(first.system_prompt, first.parameters)
        scene.stage.chat.choose_model(first.model)
        panel = scene.chat.pane.header.open_parameters()
        assert panel is not None
        shot(scene, folder, "presets-chooser", panel)
        panel.close()
        deeds.manage(anchor)
        assert deeds.panel is not None
        shot(scene, folder, "presets-panel", deeds.panel)
        deeds.panel.close()
        deeds.save(anchor)
        assert deeds.naming is not None
        shot(scene, folder, "presets-name", deeds.naming)
        deeds.naming.close()
        deeds.apply(model.presets[2].id)
        shot(scene, folder, "presets-applied")
        scene.chat._undo.undo()


def prompts(scene: Scene, folder: Path) -> None:
    """The list above the composer, the form, the page."""
    deeds, field = scene.chat._toolbox.prompts, scene.chat.pane.composer.field
    for width, height in SIZES:
        scene.window.resize(width, height)
        settle()
        scene.chat.pane.composer.replace_text("")
        field.setFocus()
        QTest.keyClicks(field, "/")
        shot(scene, folder, "prompts-slash")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert deeds.form is not None
        QTest.keyClicks(next(iter(deeds.form.fields.values())), "French")
        shot(scene, folder, "prompts-form", deeds.form)
        deeds.form.close()
        deeds.close()
        scene.chat.pane.composer.replace_text("Some text")
        deeds.open()
        assert deeds.list is not None
        QTest.keyClicks(deeds.list.search, "zebra")
        shot(scene, folder, "prompts-search-nothing")
        deeds.close()
        scene.chat._toolbox.open_library()
        shot(scene, folder, "prompts-page")
        library = scene.chat._toolbox.library
        assert library is not None
        library.page.edit(library.page.list.ids()[4])
        shot(scene, folder, "prompts-edit")
        scene.chat._toolbox.leave()
    scene.window.resize(1280, 820)
    for number in range(30):
        scene.stage.chat_parts.prompts.create(
            f"提示词 {number} with a name of some length", "把下面的文字翻译成{{语言}}。" * 9
        )
    scene.chat.pane.composer.replace_text("")
    field.setFocus()
    QTest.keyClicks(field, "/")
    QTest.keyClick(field, Qt.Key.Key_Up)
    shot(scene, folder, "prompts-40")
    deeds.close()
    scene.chat._toolbox.open_library()
    shot(scene, folder, "prompts-page-40")
    scene.chat._toolbox.leave()
    for prompt in scene.stage.chat_parts.prompts.prompts:
        scene.stage.chat_parts.prompts.delete(prompt.id)
    scene.chat._toolbox.open_library()
    shot(scene, folder, "prompts-page-empty")
    scene.chat._toolbox.leave()


def pad(scene: Scene, folder: Path) -> None:
    """Empty, writing, done, failed."""
    completing = scene.stage.completing
    scene.chat.pane.composer.replace_text("")
    scene.chat._toolbox.open_pad()
    place = scene.chat._toolbox.pad
    assert place is not None
    shot(scene, folder, "pad-empty")
    text = "The lighthouse keeper counted the ships each evening. Tonight there was one more."
    place.page.editor.setPlainText(text)
    for width, height in SIZES:
        scene.window.resize(width, height)
        settle()
        place.go()
        completing.write(
            " He counted again, slowly, with his finger on the glass, and the number stayed the same.\n\n"
            "“Eleven,” he said to the cat. 灯塔看守人又数了一遍，还是十一艘。\n"
        )
        shot(scene, folder, "pad-writing")
        completing.end(
            usage=Usage(24, 61, 85),
            receipt=Receipt(0.4, 2.2, Decimal("0.0012")),
            served_model="deepseek-v4-flash",
            finish_reason="length",
        )
        shot(scene, folder, "pad-done")
    detail = ErrorDetail(status=402, message="insufficient balance")
    completing._put(state=MessageState.FAILED, error=ErrorKind.NO_CREDIT, error_detail=detail)
    shot(scene, folder, "pad-failed")
    place.open_parameters()
    assert place.panel is not None
    shot(scene, folder, "pad-parameters", place.panel)
    place.panel.close()
    scene.window.resize(1280, 820)
    shot(scene, folder, "pad-failed")
    scene.chat._toolbox.leave()


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    screen = Path(tempfile.mkdtemp()) / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "wide", "width": 2600, "height": 1440}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.DARK)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        controller.set_mode(mode)
        target = folder / mode.value
        target.mkdir(parents=True, exist_ok=True)
        scene = Scene()
        presets(scene, target)
        prompts(scene, target)
        pad(scene, target)
        scene.chat.shut_down()
        scene.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
