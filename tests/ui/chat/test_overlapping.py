"""Two things at the same time in a chat: what was sent is not written again, what was written is not lost."""

import pytest

from tests.ui.chat.conftest import Bench


@pytest.mark.parametrize("elsewhere", [False, True])
def test_u06_what_is_on_its_way_while_an_edit_begins_is_no_draft_after_it(
    bench: Bench, elsewhere: bool
) -> None:
    other = bench.put("Other")
    page = bench.show()
    first = bench.ask("first question", "an answer")
    bench.type("sent once")
    bench.tasks.held = True
    bench.enter()
    page.pane.transcript.edit_requested.emit(bench.chat.rows.messages()[0].id)
    if elsewhere:
        page._composing.show(other)
    bench.tasks.release()
    bench.service.finish(first)
    if elsewhere:
        bench.chat.open(other.id)
        bench.chat.open(first)
        page._composing.show(bench.service.all[first])
    assert bench.calls("send")[-1] == (first, "sent once")
    page._composing.cancel_edit()
    assert bench.composer.text() == ""


def test_u11_an_edit_that_is_under_way_when_the_window_closes_is_kept_as_the_draft(bench: Bench) -> None:
    page = bench.show()
    first = bench.ask("first question", "an answer")
    bench.type("my draft")
    page.pane.transcript.edit_requested.emit(bench.chat.rows.messages()[0].id)
    bench.type(", better")
    page.shut_down()
    assert bench.service.all[first].draft == "my draft\nfirst question, better"


def test_u11_an_edit_that_was_put_aside_is_kept_too_and_one_without_a_change_is_none(bench: Bench) -> None:
    other = bench.put("Other")
    page = bench.show()
    first = bench.ask("first question", "an answer")
    page.pane.transcript.edit_requested.emit(bench.chat.rows.messages()[0].id)
    bench.type(", better")
    bench.chat.open(other.id)
    bench.ask("second question", "an answer")
    page.pane.transcript.edit_requested.emit(bench.chat.rows.messages()[0].id)
    page.shut_down()
    assert bench.service.all[first].draft == "first question, better"
    assert bench.service.all[other.id].draft == ""


def test_u11_an_edit_that_is_on_its_way_when_the_window_closes_is_no_draft(bench: Bench) -> None:
    page = bench.show()
    first = bench.ask("first question", "an answer")
    page.pane.transcript.edit_requested.emit(bench.chat.rows.messages()[0].id)
    bench.type(", better")
    bench.tasks.held = True
    bench.enter()
    page.shut_down()
    bench.tasks.release()
    assert bench.service.all[first].draft == ""
