"""Every page, panel and popover as a screen reader and a keyboard meet it: names, roles, actions, Tab."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLineEdit, QWidget

from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.window import Place
from tests.access.conftest import lived_in
from tests.access.lasting import lasting
from tests.access.walk import Role, faults, named, opened, press, unreached
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used

# What leaves the program, another program opens, or is done at once without anything to see.
SKIPPED = ("quit", "log.open", "backup.make")
SKIPPED_KINDS = ("go.", "theme.", "open.", "zoom.", "balance.", "chat.delete", "chat.new", "profile.")


def complaints(root: QWidget) -> list[str]:
    focused = root.focusWidget()
    parent = focused.parentWidget() if focused is not None else None
    view = parent.parentWidget() if parent is not None else None
    if isinstance(focused, QLineEdit) and isinstance(view, QAbstractItemView):
        return faults(
            root
        )  # a name is being written in a row: Return or Escape leaves it, Tab goes to the next
    return faults(root) + [f"Tab never comes to {each}" for each in unreached(root)]


async def test_u18_every_empty_page_is_heard_and_reached(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.window.resize(1280, 820)
        for place in Place:
            program.page(place)
            assert not await lasting(lambda: complaints(program.window)), place


async def test_u18_the_first_start_is_heard_and_reached(tmp_path: Path) -> None:
    async with used(tmp_path, demo_speed=50) as program:
        await program.until(lambda: program.views.first_start.panel() is not None)
        assert not complaints(program.window)


@pytest.mark.timeout(240)
async def test_u18_every_full_page_and_section_is_heard_and_reached(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with lived_in(tmp_path, gateway) as program:
        for place in Place:
            program.page(place)
            assert not await lasting(lambda: complaints(program.window)), place
        page: SettingsPage = program.page(Place.SETTINGS)
        for key in page.sections():
            page.show_section(key)
            assert not await lasting(lambda: complaints(program.window)), key


@pytest.mark.slow
async def test_u18_whatever_a_command_opens_is_heard_and_reached(tmp_path: Path, gateway: DemoServer) -> None:
    async with lived_in(tmp_path, gateway) as program:
        found: dict[str, str] = {}
        for place in Place:
            await open_all(program, place, found)
        assert not found, "\n".join(f"{where}: {fault}" for fault, where in found.items())


@pytest.mark.timeout(240)
async def test_u18_what_the_commands_of_the_chat_open_is_heard_and_reached(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with lived_in(tmp_path, gateway) as program:
        found: dict[str, str] = {}
        await open_all(program, Place.CHAT, found)
        assert not found, "\n".join(f"{where}: {fault}" for fault, where in found.items())


async def open_all(program: Used, place: Place, found: dict[str, str]) -> None:
    """Runs every command of a place and gathers what is wrong with what it shows, then leaves that."""
    commands = program.window.commands
    program.page(place)
    await asyncio.sleep(0)
    for key in sorted(command.key for command in commands):
        if key in SKIPPED or key.startswith(SKIPPED_KINDS):
            continue
        before = opened()
        commands.run(key)
        await asyncio.sleep(0.02)
        for window in [each for each in opened() if each not in before]:
            if not isinstance(window, QFileDialog):  # the system's own
                found.update({fault: f"{place} > {key}" for fault in complaints(window)})
            window.close()
        found.update({fault: f"{place} > {key}" for fault in complaints(program.window)})
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClick(focused, Qt.Key.Key_Escape)
        program.page(place)


async def test_u18_a_screen_reader_does_the_main_job(tmp_path: Path, gateway: DemoServer) -> None:
    """By names and actions alone: write, send, read the answer, press a button in it, make a picture."""
    async with used(tmp_path, environment(gateway.base_url)) as program:
        window = program.window
        window.resize(1280, 820)
        await program.until(lambda: program.views.account.balance is not None)
        press(named(window, Role.Button, "New chat"))
        field = named(window, Role.EditableText, "Message")
        edit = field.interface.editableTextInterface()
        assert edit is not None
        edit.insertText(0, "Show Python code, please")
        press(named(window, Role.Button, "Send"))
        answer = await program.answered()
        conversation = named(window, Role.Document, "Conversation").interface
        assert conversation.childCount() == 2
        message = conversation.child(1)
        children = [message.child(index) for index in range(message.childCount())]
        heard = [each.text(QAccessible.Text.Name) for each in children]
        assert any("def " in line for line in heard) and answer.text
        QApplication.clipboard().clear()
        await asyncio.sleep(0)
        press(named(window, Role.Button, "Copy"))
        assert QApplication.clipboard().text()
        press(named(window, Role.RadioButton, "Images"))
        await program.until(lambda: window.place() is Place.IMAGES)
        prompt = named(window, Role.EditableText, "Prompt").interface.editableTextInterface()
        assert prompt is not None
        prompt.insertText(0, "A cat")
        press(named(window, Role.Button, "Generate"))
        images = program.views.images
        await program.until(lambda: images.count() == 1 and not images.row(0).job.state.is_running)
        press(named(window, Role.RadioButton, "Library"))
        await program.until(lambda: window.place() is Place.LIBRARY)
