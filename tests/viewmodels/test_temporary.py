"""Temporary chats, the archive, and a hit that is opened, as the open chat shows them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.changes import BranchChanged, ConversationRemoved
from panda_desktop.domain.chat import Conversation
from panda_desktop.services.bus import Bus
from panda_desktop.viewmodels.chat import ChatModel
from tests.ui.doubles import FakeChat, FakeSettings, InstantTasks


class Chats(FakeChat):
    """Knows temporary chats and can show a message."""

    async def create(self, model: str, *, temporary: bool = False) -> Conversation:
        made = await super().create(model)
        return self.put(replace(made, temporary=temporary))

    async def trash(self, conversation_id: str) -> None:
        if self.all[conversation_id].temporary:
            del self.all[conversation_id]
            self.bus.publish(ConversationRemoved(conversation_id))
        else:
            await super().trash(conversation_id)

    async def show_message(self, message_id: str) -> None:
        for conversation_id, messages in self.messages.items():
            for message in messages:
                if message.id == message_id:
                    shown = replace(self.all[conversation_id], leaf_id=message_id)
                    self.put(shown)
                    self.bus.publish(BranchChanged(shown))


class Desk:
    def __init__(self) -> None:
        bus, tasks = Bus(), InstantTasks()
        self.service = Chats(bus)
        given: Any = tasks  # doubles of classes, not of protocols
        settings: Any = FakeSettings(bus)
        self.settings = settings
        self.model = ChatModel(bus, given, self.service, settings)
        tasks.spawn(self.model.load(), name="load")

    def opened(self) -> Conversation:
        assert self.model.conversation is not None
        return self.model.conversation


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Desk:
    return Desk()


def test_a_temporary_chat_is_not_remembered(desk: Desk) -> None:
    saved = desk.opened()
    desk.model.start_new(temporary=True)
    temporary = desk.opened()
    assert temporary.temporary and temporary.id != saved.id
    assert desk.settings.current.conversation_id == saved.id
    desk.model.start_new(temporary=True)
    assert desk.opened().id == temporary.id  # the empty one is used again
    desk.model.send("Hello")
    desk.service.finish(temporary.id)
    assert [message.text for message in desk.model.rows.messages()] == ["Hello", ""]
    desk.model.open(saved.id)
    assert desk.model.conversations.conversation(temporary.id) is not None  # it can be gone back to
    desk.model.open(temporary.id)
    assert desk.model.rows.count() == 2 and desk.settings.current.conversation_id == saved.id


def test_an_empty_temporary_chat_goes_when_it_is_left(desk: Desk) -> None:
    saved = desk.opened()
    desk.model.start_new(temporary=True)
    temporary = desk.opened()
    desk.model.open(saved.id)
    assert temporary.id not in desk.service.all
    assert desk.model.conversations.conversation(temporary.id) is None and desk.opened().id == saved.id


def test_a_temporary_chat_is_thrown_away_without_a_way_back(desk: Desk) -> None:
    told: list[object] = []
    desk.model.trashed.connect(told.append)
    desk.model.start_new(temporary=True)
    temporary = desk.opened()
    desk.model.send("Hello")
    desk.service.finish(temporary.id)
    desk.model.trash(temporary.id)
    assert told == [] and desk.opened().id != temporary.id and not desk.opened().temporary


def test_a_hit_is_opened_at_its_message(qtbot: QtBot, desk: Desk) -> None:
    first = desk.opened().id
    desk.model.send("Hello")
    desk.service.finish(first)
    question = desk.model.rows.row(0).message
    desk.model.start_new()
    with qtbot.waitSignal(desk.model.message_shown) as shown:
        desk.model.open_message(first, question.id)
    assert shown.args == [question.id]
    assert desk.opened().id == first and desk.model.rows.messages() == (question,)
    with qtbot.waitSignal(desk.model.message_shown):
        desk.model.open_message(first, question.id)


def test_the_archive_and_back(desk: Desk) -> None:
    identity = desk.opened().id
    desk.model.archive(identity, True)
    assert desk.model.conversations.conversation(identity) is None
    desk.model.archive(identity, False)
    assert desk.model.conversations.conversation(identity) is not None
