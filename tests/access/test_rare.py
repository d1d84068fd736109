"""U18: what is opened by a button or after something unusual, as it is heard and reached."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import ImportReport, Misfit, Reason
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.domain.prompts import Prompt
from panda_desktop.domain.settings_import import SettingsImport
from panda_desktop.ui.chat.tag_editor import TagEditor
from panda_desktop.ui.kit import PickerButton
from panda_desktop.ui.media.overlay import Overlay
from panda_desktop.ui.media.raw_answer import RawAnswerPanel
from panda_desktop.ui.prompts.variable_form import VariableForm
from panda_desktop.ui.transcript.picture_viewer import PictureViewer
from panda_desktop.ui.transcript.text_panel import TextPanel
from panda_desktop.ui.window import Place
from panda_desktop.ui.wiring.beginning import Beginning
from panda_desktop.ui.wiring.blocked import BlockedWindow
from tests.access.conftest import lived_in, make_picture
from tests.access.test_walk import complaints
from tests.access.walk import faults, opened, unreached
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used

# Buttons that open something: by the end of their name, or by its beginning.
OPENING = ("…",)
BEGINNINGS = (
    *("More", "Past prompts", "Rename", "Remove", "Title of", "Parameters", "Compare", "By address"),
    *("From the library", "New board", "New folder", "Prompts", "Show all keys", "Details", "Lineage"),
    *("Show: ", "Sums by: ", "Images in answers", "Gateway: ", "Proxy: ", "Size: Other", "How many: Other"),
)


@pytest.mark.timeout(240)
async def test_u18_whatever_the_buttons_open_is_heard_and_reached(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with lived_in(tmp_path, gateway) as program:
        found: dict[str, str] = {}
        for place in Place:
            page = program.page(place)
            sections = page.sections() if place is Place.SETTINGS else ("",)
            for section in sections:

                def again(place: Place = place, section: str = section) -> None:
                    page = program.page(place)
                    if section:
                        page.show_section(section)

                await press_all(program, again, f"{place} {section}".strip(), found)
        assert not found, "\n".join(f"{where}: {fault}" for fault, where in found.items())


async def press_all(program: Used, again: Callable[[], None], where: str, found: dict[str, str]) -> None:
    """Presses every button that opens something and gathers what is wrong with what it shows."""
    again()
    await asyncio.sleep(0.05)
    for name in names_of_openers(program.window):
        again()
        button = next((each for each in openers(program.window) if each.accessibleName() == name), None)
        if button is None:
            continue  # it went with what another one opened
        before = opened()
        button.click()
        await asyncio.sleep(0.03)
        for window in [each for each in opened() if each not in before]:
            if not isinstance(window, QFileDialog):  # the system's own
                found.update({fault: f"{where} > {name}" for fault in complaints(window)})
            window.close()
        found.update({fault: f"{where} > {name}" for fault in complaints(program.window)})
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClick(focused, Qt.Key.Key_Escape)
        await asyncio.sleep(0)


def openers(root: QWidget) -> list[QAbstractButton]:
    return [
        each
        for each in root.findChildren(QAbstractButton)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is root
        and (
            isinstance(each, PickerButton)
            or each.accessibleName().endswith(OPENING)
            or each.accessibleName().startswith(BEGINNINGS)
        )
    ]


def names_of_openers(root: QWidget) -> list[str]:
    return list(dict.fromkeys(each.accessibleName() for each in openers(root)))


@pytest.mark.timeout(240)
async def test_u18_what_comes_after_something_unusual_is_heard_and_reached(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with lived_in(tmp_path / "data", gateway) as program:
        found: dict[str, str] = {}
        program.window.activateWindow()
        await make_second_picture(program)
        program.views.chat_parts.presets.create("Teacher", "Explain everything twice.")
        program.views.backups.make()
        await program.until(
            lambda: program.views.backups.backups and program.views.chat_parts.presets.presets
        )
        for name, show in unusual(program, tmp_path).items():
            before = opened()
            shown = show()
            await asyncio.sleep(0.1)
            windows = [each for each in opened() if each not in before]
            for window in windows:
                found.update({fault: name for fault in complaints(window)})
            cover = shown if isinstance(shown, Overlay) else None  # Tab stays in it
            found.update({fault: name for fault in faults(program.window)})
            if not windows:
                found.update({f"no Tab to {each}": name for each in unreached(program.window, cover)})
            for window in windows:
                window.close()
            if isinstance(shown, QWidget) and shiboken6.isValid(shown):
                shown.close()
        assert not found, "\n".join(f"{where}: {fault}" for fault, where in found.items())


async def make_second_picture(program: Used) -> None:
    images = program.views.images
    before = images.count()
    await make_picture(program, "A dog on a window sill")
    await program.until(lambda: images.count() > before)
    await program.until(lambda: not images.row(0).job.state.is_running)


def unusual(program: Used, folder: Path) -> dict[str, Callable[[], object]]:
    """Returns what shows something that is seen rarely."""
    window, views = program.window, program.views
    beginning = Beginning(window, folder)
    items = [item for row in range(views.images.count()) for item in views.images.row(row).items]

    def crash() -> object:
        beginning.say_crashed(lambda: "Traceback (most recent call last)", lambda: None)
        beginning._show("Traceback (most recent call last)", lambda: None)
        return beginning.report

    def variables() -> VariableForm:
        prompt = Prompt("p", "Letter", "Dear {{name}}, about {{matter}}", 0)
        form = VariableForm(window, prompt, {"name": "Ann"})
        form.open_over(program.chat().pane.composer.field)
        return form

    def blocked() -> BlockedWindow:
        shown = BlockedWindow(PandaError(ErrorKind.DATA_IN_USE), folder)
        shown.show()
        return shown

    def tag() -> TagEditor:
        editor = TagEditor(window)
        editor.open_at(program.chat())
        return editor

    def viewer() -> object:
        page = program.page(Place.LIBRARY)
        page.lightbox.open(items, items[0])
        return page.lightbox

    def compared() -> object:
        viewer()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_C)
        return program.page(Place.LIBRARY).lightbox.comparison

    def picture_of_chat() -> PictureViewer:
        shown = PictureViewer(program.chat())
        picture = views.library.path_of(items[0])
        size, data = QImage(str(picture)).size(), picture.read_bytes()
        shown.open(data, "A picture", size, None, save=lambda: None, copy=lambda: None)
        return shown

    def answer() -> RawAnswerPanel:
        shown = RawAnswerPanel(program.page(Place.VIDEOS))
        shown.show_answer(RawAnswer(200, {"content-type": "text/plain"}, b"{}", datetime.now(UTC)))
        return shown

    def text_of_chat() -> TextPanel:
        shown = TextPanel(program.chat())
        shown.show_text("notes.txt", "12 lines", "One\nTwo")
        return shown

    def restore() -> None:
        page = program.page(Place.SETTINGS)
        page.show_section("backups")
        named_button(window, "Restore").click()

    def budgets() -> None:
        program.page(Place.SPENDING)
        named_button(window, "Show: Budgets").click()

    def clean_up() -> None:
        program.page(Place.LIBRARY)
        window.commands.run("library.disk")

    def in_chat(command: str) -> Callable[[], None]:
        def run() -> None:
            program.chat()
            window.commands.run(command)

        return run

    return {
        "crash report": crash,
        "read-only data": beginning.say_read_only,
        "prompt with variables": variables,
        "settings that did not fit": lambda: views.settings_desk._imported(
            SettingsImport(("theme",), ("later",), ("zoom",), ("place",))
        ),
        "import report": lambda: views.desk._open_report(
            ImportReport(3, 40, 1, 2, (Misfit(next(iter(Reason)), "A chat", "part", 2),))
        ),
        "data in use": blocked,
        "new tag": tag,
        "presets": in_chat("chat.presets"),
        "prompt library": in_chat("chat.prompts"),
        "budgets": budgets,
        "restore": restore,
        "clean-up": clean_up,
        "picture viewer": viewer,
        "compared pictures": compared,
        "picture of a chat": picture_of_chat,
        "text of a chat": text_of_chat,
        "answer of the gateway": answer,
    }


def named_button(root: QWidget, beginning: str) -> QAbstractButton:
    buttons = [each for each in root.findChildren(QAbstractButton) if each.isVisible()]
    found = next((each for each in buttons if each.accessibleName().startswith(beginning)), None)
    assert found is not None, sorted(each.accessibleName() for each in buttons)
    return found
