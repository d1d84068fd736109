"""Answers of several models side by side."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from panda_desktop.domain.chat import Message, MessageState, Receipt
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.prices import Estimate
from panda_desktop.ui.compare.column import ColumnView
from tests.ui.compare.conftest import ROUTES, CompareBench
from tests.ui.transcript.conftest import settle
from tests.ui.transcript.sources import ImageSource


def test_u06_one_press_is_one_set_of_requests(bench: CompareBench) -> None:
    bench.show()
    bench.arm()
    bench.composer.replace_text("Why?")
    bench.tasks.held = True
    bench.enter()
    bench.enter()
    QTest.mouseDClick(bench.composer.button, Qt.MouseButton.LeftButton)
    bench.tasks.release()
    bench.enter()
    assert bench.asked == [("compare", bench.open_id, "Why?", *ROUTES)]
    assert bench.calls("send") == [] and bench.shown()
    assert bench.composer.text() == ""


def test_what_is_typed_meanwhile_stays(bench: CompareBench) -> None:
    bench.show()
    bench.arm()
    bench.composer.replace_text("Why?")
    bench.tasks.held = True
    bench.enter()
    bench.composer.replace_text("Why? And how?")
    bench.tasks.release()
    assert bench.composer.text() == "Why? And how?"
    bench.enter()
    assert len(bench.asked) == 1 and bench.composer.text() == "Why? And how?"
    assert "Wait" in bench.composer.hint()
    for place in range(3):
        bench.finish(place)
    bench.enter()
    assert len(bench.asked) == 1 and "Use this one" in bench.composer.hint()


def test_a_send_that_fails_keeps_text_and_mode(bench: CompareBench) -> None:
    bench.show()
    bench.arm()
    bench.stage.comparing.failure = PandaError(ErrorKind.NO_KEY)
    bench.composer.replace_text("Why?")
    bench.enter()
    assert not bench.shown() and bench.composer.text() == "Why?"
    assert len(bench.notices()) == 1 and bench.comparing.models == ROUTES
    bench.enter()
    assert len(bench.asked) == 1 and bench.shown()


def test_files_of_the_composer_go_along(bench: CompareBench) -> None:
    bench.show()
    attachments = bench.stage.chat_parts.attachments
    attachments.add(b"some text", "notes.txt")
    bench.arm()
    bench.composer.replace_text("What is in it?")
    bench.enter()
    question = bench.stage.chat_parts.compare.question
    assert question is not None and [each.name for each in question.attachments] == ["notes.txt"]
    assert attachments.items == ()


def is_spoken(view: ColumnView, words: str) -> bool:
    return words in view.text.spoken_text(0)


def test_s44_text_of_one_column_never_comes_into_another(bench: CompareBench) -> None:
    bench.show()
    models = ("auto:cost", "auto:quality", "auto:speed", "auto")
    bench.compare(models=models)
    for turn in range(20):
        for place in range(4):
            bench.grow(place, f"{place}-{turn} ")
    for place, view in enumerate(bench.columns):
        expected = "".join(f"{place}-{turn} " for turn in range(20))
        assert view.message.text == expected and view.message.model == models[place]
        bench.qtbot.waitUntil(partial(is_spoken, view, expected.strip()))
    bench.finish(2)
    assert [view.column.is_running for view in bench.columns] == [True, True, False, True]


def test_columns_have_one_width_and_a_group_with_a_name(bench: CompareBench) -> None:
    bench.show(width=1300)
    columns = bench.compare()
    QApplication.processEvents()
    widths = [view.width() for view in columns]
    assert max(widths) - min(widths) <= 1 and not bench.view.is_tabbed()
    for place, view in enumerate(columns):
        spoken = QAccessible.queryAccessibleInterface(view)
        assert spoken.role() is QAccessible.Role.Grouping
        name = spoken.text(QAccessible.Text.Name)
        assert ROUTES[place] in name and "waiting" in name and f"{place + 1} of 3" in name
    bench.grow(0, "text")
    assert "writing" in columns[0].accessibleName()
    buttons = [each for each in bench.view.findChildren(QAbstractButton) if not each.isHidden()]
    assert len(buttons) > 8
    assert [each for each in buttons if not each.accessibleName() or not each.toolTip()] == []


def test_one_that_fails_says_why_and_the_others_go_on(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    detail = ErrorDetail(status=402, message="insufficient balance")
    bench.stage.comparing.finish(
        columns[0].message.id,
        state=MessageState.FAILED,
        error=ErrorKind.NO_CREDIT,
        error_detail=detail,
        finish_reason="",
    )
    bench.grow(1, "still here")
    sentence = bench.page._failures.sentence(columns[0].message)
    assert sentence in columns[0].text.spoken_text(0)
    assert not columns[0].use.isEnabled() and columns[1].use.isEnabled()
    assert [view.column.is_running for view in columns] == [False, True, True]
    assert bench.view.stop_all.isVisible()
    (notice,) = bench.notices()
    assert [action.text for action in notice.actions] == ["Add credit", "Choose another model"]


def test_u06_a_failed_one_is_asked_once_more_in_its_place(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    failed = columns[1].message.id
    bench.grow(0, "first")
    bench.stage.comparing.finish(failed, state=MessageState.FAILED, error=ErrorKind.NO_CREDIT)
    bench.tasks.held = True
    columns[1].text.retry_requested.emit(failed)
    columns[1].text.retry_requested.emit(failed)
    bench.tasks.release()
    columns[1].text.retry_requested.emit(failed)
    assert bench.asked[1:] == [("retry", failed)]
    assert columns[1].message.id != failed and columns[1].message.model == "auto:quality"
    bench.grow(1, "second try")
    bench.qtbot.waitUntil(lambda: "second try" in columns[1].text.spoken_text(0))
    assert columns[0].message.text == "first"


def test_one_is_stopped_alone_and_all_together(bench: CompareBench) -> None:
    bench.show(width=1300)
    columns = bench.compare()
    bench.grow(0, "so far")
    columns[0].stop.click()
    assert columns[0].message.state is MessageState.STOPPED
    assert not columns[0].stop.isVisible() and columns[1].stop.isVisible()
    bench.view.stop_all.click()
    assert not bench.view.is_running() and not bench.view.stop_all.isVisible()
    assert bench.shown()


def test_escape_stops_then_leaves(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    bench.press(columns[0].text, Qt.Key.Key_Escape)
    assert all(view.message.state is MessageState.STOPPED for view in columns) and bench.shown()
    bench.press(columns[0].text, Qt.Key.Key_Escape)
    assert not bench.comparing.is_shown and bench.page.pane.transcript.isVisible()
    assert bench.field.hasFocus()


def test_leaving_ends_nothing(bench: CompareBench) -> None:
    bench.show()
    ids = [view.message.id for view in bench.compare()]
    bench.view.leave.click()
    assert not bench.comparing.is_shown
    assert [call for call in bench.stage.comparing.calls if call[0] == "stop"] == []
    for message_id in ids:
        bench.stage.comparing.grow(message_id, "comes on")
    assert bench.last().text == "comes on"


def test_using_one_shows_its_branch_and_goes_on_with_its_model(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    for place in range(3):
        bench.grow(place, f"Answer {place}")
        bench.finish(place)
    used = columns[1].message.id
    columns[1].use.click()
    row = bench.chat.rows.row(1)
    assert row.message.id == used and (row.sibling_index, row.sibling_count) == (2, 3)
    assert not bench.comparing.is_shown and bench.page.pane.transcript.isVisible()
    assert bench.comparing.models == () and "auto:quality" in bench.composer.hint()
    assert bench.chat.conversation is not None and bench.chat.conversation.model == "auto:quality"
    bench.ask("And then?")
    assert len(bench.calls("send")) == 1 and len(bench.asked) == 1


def test_several_answers_are_shown_side_by_side_again(bench: CompareBench) -> None:
    page = bench.show()
    bench.compare()
    for place in range(3):
        bench.grow(place, f"Answer {place}")
        bench.finish(place)
    bench.columns[2].use.click()
    view = page.pane.transcript
    bench.qtbot.waitUntil(lambda: bool(view.spoken_actions(1)))
    assert "Side by side" in [name for name, _area in view.spoken_actions(1)]
    assert "Side by side" not in [name for name, _area in view.spoken_actions(0)]
    view.beside_requested.emit(bench.last().id)
    assert bench.shown() and [each.message.text for each in bench.columns] == [
        "Answer 0",
        "Answer 1",
        "Answer 2",
    ]
    assert len(bench.asked) == 1


def test_another_chat_and_back(bench: CompareBench) -> None:
    bench.show()
    bench.compare()
    first, ids = bench.open_id, [view.message.id for view in bench.columns]
    bench.chat.start_new()
    assert not bench.comparing.is_shown and bench.page.pane.is_welcome()
    bench.stage.comparing.grow(ids[1], "meanwhile")
    bench.chat.open(first)
    assert bench.shown() and [view.message.id for view in bench.columns] == ids
    assert bench.columns[1].message.text == "meanwhile"


def test_answers_that_begin_after_a_switch_wait_in_their_chat(bench: CompareBench) -> None:
    bench.show()
    bench.ask("One", "Answer")
    first = bench.open_id
    bench.arm()
    bench.composer.replace_text("Why?")
    bench.tasks.held = True
    bench.enter()
    held, bench.tasks.held = bench.tasks, False
    bench.chat.start_new()
    held.release()
    assert not bench.comparing.is_shown and bench.open_id != first
    bench.chat.open(first)
    assert bench.shown() and bench.composer.text() == ""


def test_marks_come_when_all_are_done(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    for place, (seconds, tokens) in enumerate(((3.0, 30), (1.0, 90), (2.0, 60))):
        assert [view.marks() for view in columns] == ["", "", ""]
        bench.grow(place, "text")
        bench.finish(place, seconds=seconds, tokens=tokens)
    assert [view.marks() for view in columns] == ["Fewest tokens", "Fastest", ""]
    assert "with the others" in columns[0].receipt() and "3.0 s" in columns[0].receipt()


def test_the_cheapest_is_named_where_costs_are_their_own(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    for place, cost in enumerate(("0.003", "0.001", "0.002")):
        bench.grow(place, "text")
        bench.finish(place, receipt=Receipt(0.1, 1.0, Decimal(cost)))
    assert [view.marks() for view in columns] == ["", "Cheapest", ""]


def test_with_prices_the_cheapest_is_foreseen_and_called_so(bench: CompareBench) -> None:
    bench.show()
    dear = dict(zip(ROUTES, (4, 1, 2), strict=True))

    def cost_of(message: Message) -> Estimate | None:
        known = message.usage is not None and message.model in dear
        return Estimate(Decimal(dear[message.model]) / 1000, "usd") if known else None

    bench.stage.chat_parts.compare.use_costs(cost_of)
    columns = bench.compare()
    for place in range(3):
        bench.grow(place, "text")
        bench.finish(place, seconds=place + 1.0, tokens=10 + place)
    assert [view.marks() for view in columns] == ["Fastest", "Cheapest by price", ""]
    assert "≈ $0.001 by its price" in columns[1].receipt() and "with the others" in columns[1].receipt()
    del dear[ROUTES[2]]  # nobody knows the price of one: which is the cheapest is not known
    bench.view._column_changed()
    assert [view.marks() for view in columns] == ["Fastest · Fewest tokens", "", ""]
    assert "price" not in columns[2].receipt()


def test_the_served_model_is_named_when_it_is_another(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    comparing = bench.stage.comparing
    before = comparing._find(columns[0].message.id)
    comparing._store(replace(before, served_model="deepseek-v4-flash"))
    bench.grow(0, "text")
    assert columns[0]._served.text() == "answered by deepseek-v4-flash"
    assert columns[1]._served.isHidden()


def test_narrow_columns_become_tabs(bench: CompareBench) -> None:
    page = bench.show(width=1300)
    columns = bench.compare()
    page.resize(700, 760)
    bench.qtbot.waitUntil(bench.view.is_tabbed)
    assert bench.view.tabs.isVisible()
    assert [view.isVisible() for view in columns] == [True, False, False]
    bench.grow(1, "text")
    tab = bench.view.tabs.button("1")
    assert tab is not None and "writing" in tab.accessibleName()
    tab.click()
    assert [view.isVisible() for view in columns] == [False, True, False]
    page.resize(1300, 760)
    bench.qtbot.waitUntil(lambda: not bench.view.is_tabbed())
    assert all(view.isVisible() for view in columns)


@pytest.mark.parametrize("width", [1300, 600])
def test_keys_move_between_columns(bench: CompareBench, width: int) -> None:
    page = bench.show(width=width)
    columns = bench.compare()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    bench.field.setFocus()
    for expected in (0, 1, 2, 0):
        bench.press(QApplication.focusWidget() or page, Qt.Key.Key_Right, both)
        assert columns[expected].text.hasFocus()
    bench.press(columns[0].text, Qt.Key.Key_Left, both)
    assert columns[2].text.hasFocus() and columns[2].isVisible()


def test_nothing_is_asked_or_deleted_unseen(bench: CompareBench) -> None:
    page = bench.show()
    bench.compare()
    for place in range(3):
        bench.grow(place, f"Answer {place}")
        bench.finish(place)
    run = {each.key: each.run for each in page.commands()}
    run["chat.regenerate"]()
    assert bench.calls("regenerate") == []
    bench.view.go_to(1)
    run["chat.copy"]()
    assert QApplication.clipboard().text() == "Answer 1"
    run["chat.find"]()
    assert page.pane.finder.isHidden()


def test_a_deleted_comparison_is_not_brought_back(bench: CompareBench) -> None:
    bench.show()
    bench.compare()
    first = bench.open_id
    bench.chat.trash(first)
    assert not bench.comparing.is_shown and bench.open_id != first


def test_a_message_written_meanwhile_waits_in_the_queue(bench: CompareBench) -> None:
    bench.show()
    columns = bench.compare()
    bench.service.answering[bench.open_id] = columns[0].message
    bench.grow(0, "text")
    bench.composer.replace_text("And then?")
    bench.enter()
    assert bench.calls("queue") == [(bench.open_id, "And then?")]
    assert bench.calls("send") == [] and len(bench.asked) == 1 and bench.shown()


def test_m01_an_image_of_a_column_loads_only_when_it_is_asked_for(bench: CompareBench) -> None:
    loader = ImageSource()
    bench.show()
    bench.page.pane.set_image_loader(loader)
    column = bench.compare()[0]
    bench.stage.comparing.grow(column.message.id, "![plan](https://other.example/plan.png)")
    bench.stage.comparing.finish(column.message.id)
    settle(column.text)
    assert loader.asked == []
    spot = next(each for each in column.text._pointing.spots_of(0) if each.target.startswith("image:"))
    at = column.text._pointing.rect_of(spot).center().toPoint()
    QTest.mouseClick(column.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert loader.asked == ["https://other.example/plan.png"]
