"""What the page says while an answer waits, and after one that was too long or was lost."""

import time

import pytest

from panda_desktop.domain.changes import AnswerWaits
from panda_desktop.domain.chat import Message, MessageState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.waits import Wait, WaitKind
from panda_desktop.ui.transcript.describe import notes
from tests.ui.chat.conftest import Bench


def tell(bench: Bench, wait: Wait | None) -> Message:
    message = bench.last()
    bench.service.bus.publish(AnswerWaits(message, wait))
    return message


def test_h09_a_countdown_with_a_way_to_cancel(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    page = bench.show()
    bench.ask("Why?")
    tell(bench, Wait(WaitKind.ASKED_TO_WAIT, time.monotonic() + 20))
    (notice,) = bench.notices()
    assert "20 s" in notice.text and "nothing was charged" in notice.text
    assert [action.text for action in notice.actions] == ["Cancel"]
    bench.qtbot.waitUntil(lambda: "20 s" not in bench.notices()[0].text)
    assert len(bench.notices()) == 1
    notice.actions[0].run()
    assert bench.calls("stop") == [(bench.open_id,)]
    tell(bench, None)
    assert bench.notices() == () and page.isVisible()


def test_s39_a_silence_is_said_with_a_way_to_stop(bench: Bench) -> None:
    bench.show()
    bench.ask("Why?")
    tell(bench, Wait(WaitKind.SILENT, time.monotonic() - 30))
    (notice,) = bench.notices()
    assert "No data for 30 s" in notice.text and [each.text for each in notice.actions] == ["Stop"]
    tell(bench, None)
    assert bench.notices() == ()


def test_u07_a_wait_is_said_in_its_own_chat_only(bench: Bench) -> None:
    other = bench.put("Other")
    bench.show()
    bench.ask("Why?")
    first = bench.open_id
    tell(bench, Wait(WaitKind.SILENT, time.monotonic() - 30))
    bench.chat.open(other.id)
    assert bench.notices() == ()
    bench.chat.open(first)
    assert len(bench.notices()) == 1


def test_h08_too_long_offers_to_leave_out_older_messages(bench: Bench) -> None:
    bench.show()
    for _ in range(2):
        bench.ask("Why?", "Because.")
    bench.ask("And?")
    detail = ErrorDetail(status=413)
    bench.service.finish(
        bench.open_id, state=MessageState.FAILED, error=ErrorKind.TOO_LARGE, error_detail=detail
    )
    (notice,) = bench.notices()
    assert [action.text for action in notice.actions] == ["Leave out older messages", "Choose another model"]
    failed = bench.last().id
    notice.actions[0].run()
    assert bench.calls("regenerate") == [(failed, None, "shorter")]


@pytest.mark.parametrize("kind", [ErrorKind.CONNECTION_LOST, ErrorKind.NO_FIRST_BYTE])
def test_h34_what_was_lost_may_have_been_charged(bench: Bench, kind: ErrorKind) -> None:
    page = bench.show()
    bench.ask("Why?")
    failed = bench.service.finish(bench.open_id, state=MessageState.FAILED, error=kind)
    (note,) = notes(failed, page._failures.sentence)
    assert "may have been charged" in note.text and [each.text for each in note.actions] == ["Try again"]


def test_h12_the_gateway_waited_too_long(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?")
    failed = bench.service.finish(bench.open_id, state=MessageState.FAILED, error=ErrorKind.GATEWAY_TIMEOUT)
    (note,) = notes(failed, page._failures.sentence)
    assert "waited too long" in note.text and "may still be going on" in note.text


def test_s26_a_call_of_a_tool_is_said(bench: Bench) -> None:
    page = bench.show()
    bench.ask("Why?")
    ended = bench.service.finish(bench.open_id, state=MessageState.DONE, finish_reason="tool_calls")
    (note,) = notes(ended, page._failures.sentence)
    assert "asked for a tool" in note.text
