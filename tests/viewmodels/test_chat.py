"""The open chat: what each command leads to, and that nothing reaches the wrong chat."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.changes import PresetsChanged
from panda_desktop.domain.chat import Conversation, MessageState, Parameters
from panda_desktop.domain.errors import ErrorKind, PandaError
from tests.ui.doubles import Stage


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


def opened(stage: Stage) -> Conversation:
    conversation = stage.chat.conversation
    assert conversation is not None
    return conversation


def test_the_first_start_opens_an_empty_chat(stage: Stage) -> None:
    assert opened(stage).leaf_id is None
    before = opened(stage).id
    stage.chat.start_new()
    assert opened(stage).id == before  # the empty one is used again


def test_empty_chats_do_not_pile_up(stage: Stage) -> None:
    stage.chat.send("First")
    first = opened(stage).id
    stage.chat.start_new()
    unused = opened(stage).id
    stage.chat.open(first)
    stage.chat.start_new()
    assert opened(stage).id == unused
    stage.chat.send("Second")
    stage.chat.start_new()
    assert opened(stage).id not in (first, unused)


@pytest.mark.parametrize("deed", ["rename", "pin", "draft", "system prompt", "model", "presets", "trash"])
def test_an_empty_chat_that_something_was_done_to_is_left_as_it_is(stage: Stage, deed: str) -> None:
    stage.chat.send("First")
    first = opened(stage).id
    stage.chat.start_new()
    prepared = opened(stage).id
    {
        "rename": lambda: stage.chat.rename(prepared, "Plans"),
        "pin": lambda: stage.chat.pin(prepared, True),
        "draft": lambda: stage.chat.save_draft(prepared, "half a thought"),
        "system prompt": lambda: stage.chat.set_request("Be brief.", Parameters()),
        "model": lambda: stage.chat.choose_model("another"),
        "presets": lambda: stage.bus.publish(PresetsChanged((), "")),
        "trash": lambda: stage.chat.trash(prepared),
    }[deed]()
    stage.chat.open(first)
    stage.chat.start_new()
    assert opened(stage).id not in (first, prepared)
    assert opened(stage).leaf_id is None


def test_a_message_streams_and_ends(qtbot: QtBot, stage: Stage) -> None:
    heard: list[bool] = []
    stage.chat.answering_changed.connect(heard.append)
    with qtbot.waitSignal(stage.chat.sent):
        stage.chat.send("Hello")
    identity = opened(stage).id
    assert stage.chat.is_answering
    stage.chat_service.grow(identity, "Hi")
    stage.chat_service.finish(identity)
    assert [message.text for message in stage.chat.rows.messages()] == ["Hello", "Hi"]
    assert heard == [True, False]


def test_a_refused_message_is_told_and_not_sent(qtbot: QtBot, stage: Stage) -> None:
    stage.chat_service.failure = PandaError(ErrorKind.NO_KEY)
    sent: list[bool] = []
    stage.chat.sent.connect(lambda: sent.append(True))
    with qtbot.waitSignal(stage.chat.failed) as failed:
        stage.chat.send("Hello")
    assert failed.args[0].kind is ErrorKind.NO_KEY
    assert not sent and not stage.chat.is_sending and stage.chat.rows.count() == 0


def test_u07_a_stream_goes_on_in_its_own_chat(stage: Stage) -> None:
    stage.chat.send("First")
    first = opened(stage).id
    stage.chat.start_new()
    second = opened(stage).id
    assert second != first and not stage.chat.is_answering
    stage.chat.send("Second")
    stage.chat_service.grow(first, "one")
    stage.chat_service.grow(second, "two")
    assert [message.text for message in stage.chat.rows.messages()] == ["Second", "two"]
    stage.chat_service.finish(first)
    assert stage.chat.is_answering
    stage.chat.open(first)
    assert [message.text for message in stage.chat.rows.messages()] == ["First", "one"]
    assert not stage.chat.is_answering


def test_stop_keeps_what_came(stage: Stage) -> None:
    stage.chat.send("Hello")
    stage.chat_service.grow(opened(stage).id, "Hi")
    stage.chat.stop()
    last = stage.chat.rows.row(1).message
    assert (last.text, last.state, stage.chat.is_answering) == ("Hi", MessageState.STOPPED, False)


def test_parameters_out_of_range_are_refused(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.chat.failed) as failed:
        stage.chat.set_request("", Parameters(temperature=3))
    assert failed.args[0].detail.param == "temperature"
    assert opened(stage).parameters == Parameters()
    stage.chat.set_request("Be brief", Parameters(temperature=0.5))
    assert opened(stage).parameters == Parameters(temperature=0.5)


def test_a_chosen_model_is_for_this_chat_and_new_ones(stage: Stage) -> None:
    stage.chat.choose_model("kolors")
    assert opened(stage).model == "kolors"
    stage.chat.send("x")
    stage.chat.start_new()
    assert opened(stage).model == "kolors"


def test_the_trash_and_back(qtbot: QtBot, stage: Stage) -> None:
    stage.chat.send("Hello")
    gone = opened(stage)
    stage.chat_service.finish(gone.id)
    with qtbot.waitSignal(stage.chat.trashed):
        stage.chat.trash(gone.id)
    assert opened(stage).id != gone.id and stage.chat.conversations.conversation(gone.id) is None
    stage.chat.restore(gone.id)
    assert opened(stage).id == gone.id and stage.chat.rows.count() == 2


def test_a_draft_is_kept_and_shown_in_the_list(stage: Stage) -> None:
    identity = opened(stage).id
    stage.chat.save_draft(identity, "half a thought")
    listed = stage.chat.conversations.conversation(identity)
    assert listed is not None and listed.draft == "half a thought"
    stage.chat.start_new()
    assert opened(stage).id != identity  # a chat with a draft is not empty


@pytest.mark.parametrize(
    ("command", "call"),
    [
        (lambda chat: chat.regenerate("m", "kolors"), ("regenerate", "m", "kolors")),
        (lambda chat: chat.continue_answer("m"), ("continue", "m")),
        (lambda chat: chat.edit("m", "other"), ("edit", "m", "other")),
        (lambda chat: chat.fork("m"), ("fork", "m")),
        (lambda chat: chat.delete_message("m"), ("delete", "m")),
        (lambda chat: chat.show_sibling("m", 1), ("sibling", "m", 1)),
    ],
)
def test_commands_reach_the_service(
    stage: Stage, command: Callable[[object], None], call: tuple[object, ...]
) -> None:
    command(stage.chat)
    assert call in stage.chat_service.calls
