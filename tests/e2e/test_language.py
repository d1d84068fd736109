"""Another language while the program runs, with an answer on its way and something typed."""

import weakref
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any, cast

import shiboken6
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from panda_desktop.ui.resources import resource_path
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used


def sentences() -> dict[str, str]:
    """Every English sentence that is another one in Chinese."""
    found = {}
    for message in ElementTree.parse(resource_path("translations/panda_zh_CN.ts")).getroot().iter("message"):
        source, words = message.findtext("source", ""), message.findtext("translation", "")
        if words.strip() and words != source:
            found[source] = words
    return found


def words_of(window: QWidget, *, hidden: bool = True) -> set[str]:
    """What the widgets of a window say and are called, those that are `hidden` too."""
    said: set[str] = set()
    for widget in window.findChildren(QWidget):
        if not (hidden or widget.isVisible()):
            continue
        said |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
    return said


async def speak(program: Used, language: str) -> None:
    """Chooses a language in the settings and waits until it is spoken."""
    page = cast("SettingsPage", program.page(Place.SETTINGS))
    page.show_section("appearance")
    old = program.window
    page.appearance.language.chosen.emit(language)
    await program.until(lambda: program.program.window is not old and not shiboken6.isValid(old))
    program.views, program.window = program.program.views, program.program.window


async def test_another_language_is_spoken_at_once_and_nothing_is_lost(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        await program.ask("Tell me about pandas")
        await program.until(lambda: program.views.chat.is_answering and program.last().text)
        program.chat().pane.composer.field.set_text("Not sent yet")
        program.views.models.refresh()  # still on its way when the window it belongs to goes
        chat_id, gone = program.conversation().id, weakref.ref(program.views)

        await speak(program, "zh_CN")
        assert program.window.place() is Place.SETTINGS
        assert cast("SettingsPage", program.page(Place.SETTINGS)).section() == "appearance"
        for place in Place:
            program.page(place)
        foreign = words_of(program.window) & set(sentences())
        assert not foreign
        assert {command.text for command in program.window.commands} & set(sentences().values())
        assert not {command.text for command in program.window.commands} & set(sentences())
        assert program.conversation().id == chat_id
        assert program.chat().pane.composer.field.text() == "Not sent yet"
        message = await program.answered()
        assert message.state.is_final and message.error is None and message.text
        await program.until(lambda: gone() is None)  # nothing keeps the window that went

        await speak(program, "en")
        for place in Place:
            program.page(place)
        assert not words_of(program.window) & set(sentences().values())
        await program.until(lambda: program.views.chat.rows.count() == 2)
        assert cast(Any, program.last()).text == message.text
