"""A window with a desk for every test."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.exchange import ExchangeDesk
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage
from tests.ui.exchange.doubles import FakePress, SteppedTasks


class Desk:
    """The desk, the window it speaks in, and what is behind both."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.tasks = SteppedTasks()
        self.stage = Stage(folder, tasks=self.tasks)
        self.service = self.stage.exchange_service
        self.press = FakePress()
        self.shown: list[Path] = []
        factory: Callable[[], QWidget] = QWidget
        self.window = MainWindow({place: factory for place in Place})
        qtbot.addWidget(self.window)
        self.window.resize(900, 700)
        self.desk = ExchangeDesk(
            self.stage.exchange, self.stage.chat, self.window, press=self.press, show_file=self.shown.append
        )
        self.stage.load()
        self.window.go(Place.CHAT)
        self.window.show()
        qtbot.waitExposed(self.window)

    def chat(self, title: str = "A chat", answer: str = "Because.") -> str:
        """Opens a chat in which somebody asked and was answered."""
        self.stage.chat.start_new()
        conversation = self.stage.chat.conversation
        assert conversation is not None
        service = self.stage.chat_service
        self.stage.chat.send("Why?")
        service.grow(conversation.id, answer)
        service.finish(conversation.id)
        self.stage.chat.rename(conversation.id, title)
        return conversation.id

    def panel(self) -> Any:
        """Returns the open panel."""
        assert self.desk.panel is not None and self.desk.panel.isVisible()
        return self.desk.panel

    def choose(self, choice: Any, value: str) -> None:
        """Presses a chip."""
        button = choice.button(value)
        assert button is not None and button.isVisible() and button.isEnabled()
        button.click()

    def dialog(self) -> QFileDialog:
        """Returns the open dialog."""
        assert self.desk.dialogs.dialog is not None
        return self.desk.dialogs.dialog

    def accept(self, path: Path) -> None:
        """Chooses a path in the dialog."""
        dialog = self.dialog()
        dialog.fileSelected.emit(str(path))
        dialog.done(QFileDialog.DialogCode.Accepted)
        self.qtbot.waitUntil(lambda: self.desk.dialogs.dialog is None)

    def said(self) -> str:
        """Returns what the notices of the window say."""
        return " ".join(notice.text for notice in self.window.notices.notices())

    def take(self, words: str) -> None:
        """Takes the next step of a notice."""
        actions = [action for notice in self.window.notices.notices() for action in notice.actions]
        next(action for action in actions if action.text == words).run()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path)
