"""A chat page on a stage for every test."""

from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.kit import Notice
from tests.ui.doubles import InstantTasks, Stage


class HeldTasks(InstantTasks):
    """Holds work back while `held` is set; `release` does it."""

    def __init__(self) -> None:
        super().__init__()
        self.held = False
        self._waiting: list[tuple[Coroutine[Any, Any, Any], str, Callable[[PandaError], None] | None]] = []

    def spawn(
        self,
        work: Coroutine[Any, Any, Any],
        *,
        name: str,
        failed: Callable[[PandaError], None] | None = None,
        **more: Any,
    ) -> None:
        if self.held:
            self._waiting.append((work, name, failed))
        else:
            super().spawn(work, name=name, failed=failed, **more)

    def release(self) -> None:
        """Does what was held back, in order."""
        self.held = False
        waiting, self._waiting = self._waiting, []
        for work, name, failed in waiting:
            super().spawn(work, name=name, failed=failed)


class Bench:
    """A page and what it works on."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.tasks = HeldTasks()
        self.stage = Stage(folder, tasks=self.tasks)
        self.service = self.stage.chat_service
        self.chat = self.stage.chat

    def show(self, width: int = 1100, height: int = 760) -> ChatPage:
        """Loads the list, makes the page and shows it."""
        self.stage.load()
        self.page = self.stage.chat_page()
        self.qtbot.addWidget(self.page)
        self.page.resize(width, height)
        with self.qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)
        self.page.setFocus()
        return self.page

    def put(
        self, title: str, *, days: int = 0, minutes: int = 0, told: bool = True, **values: Any
    ) -> Conversation:
        """Puts a conversation into the database, and tells of it when the list was read already."""
        when = datetime.now(UTC) - timedelta(days=days, minutes=minutes)
        made = Conversation(new_id(), title, "auto", when, when, **values)
        if not told:
            self.service.all[made.id] = made
            return made
        return self.service.put(made)

    @property
    def composer(self) -> Any:
        return self.page.pane.composer

    @property
    def field(self) -> Any:
        return self.page.pane.composer.field

    @property
    def open_id(self) -> str:
        assert self.chat.conversation is not None
        return self.chat.conversation.id

    def type(self, text: str) -> None:
        """Writes into the composer."""
        self.field.setFocus()
        QTest.keyClicks(self.field, text)

    def press(
        self, widget: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Hits a key."""
        QTest.keyClick(widget, key, modifier)

    def enter(self) -> None:
        """Hits Enter in the composer."""
        self.press(self.field, Qt.Key.Key_Return)

    def calls(self, name: str) -> list[tuple[Any, ...]]:
        """Returns the calls of one command."""
        return [call[1:] for call in self.service.calls if call[0] == name]

    def notices(self) -> tuple[Notice, ...]:
        """Returns what is shown above the composer."""
        return self.page.pane.notices.notices()

    def ask(self, text: str = "Why?", answer: str | None = None) -> str:
        """Sends a message from the composer; with `answer` the answer comes and ends."""
        self.composer.replace_text(text)
        self.enter()
        if answer is not None:
            self.service.grow(self.open_id, answer)
            self.service.finish(self.open_id)
        return self.open_id

    def last(self) -> Message:
        """Returns the last message shown."""
        return self.chat.rows.messages()[-1]

    def rename_in_service(self, conversation_id: str, title: str) -> None:
        """Changes a title as something else in the program would."""
        self.service.put(replace(self.service.all[conversation_id], title=title))


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path)
    yield made
    if hasattr(made, "page"):
        made.page.shut_down()
