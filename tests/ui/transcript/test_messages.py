"""What stands around an answer, and what can be done with it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.chat import MessageState, Receipt
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.ui.theme import DARK, LIGHT
from panda_desktop.ui.transcript import TranscriptView, describe
from panda_desktop.ui.transcript.pointing import Spot
from panda_desktop.ui.transcript.specs import FooterSpec
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import ANSWER, RECEIPT, USAGE, answer, message, mine


def texts(view: TranscriptView) -> list[str]:
    return [view._column.piece(seen.row, seen.piece).text for seen in view._place.visible]


def targets(view: TranscriptView) -> dict[str, Spot]:
    return {
        target.id: Spot(seen.row, seen.piece, target.id)
        for seen in view._place.visible
        for target in view._column.piece(seen.row, seen.piece).targets()
    }


def click(view: TranscriptView, target: str) -> None:
    point = view._pointing.rect_of(targets(view)[target]).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    settle(view)


def test_s30_the_served_model_is_shown_when_it_was_chosen(open_view: Open) -> None:
    view, _ = open_view([answer("hi")])
    assert "deepseek-v4-flash chosen by auto:quality" in texts(view)
    view, _ = open_view([answer("hi", model="a", served_model="a")])
    assert "a" in texts(view)
    view, _ = open_view([answer("hi", model="a", served_model="b")])
    assert "b asked for a" in texts(view)


def test_receipt_says_what_is_known() -> None:
    row = answer("x", usage=USAGE, receipt=RECEIPT)
    assert describe.receipt(row.message) == "412 tokens · first 0.6 s · 71 tok/s · $0.0021"
    shared = replace(row.message, receipt=Receipt(cost=Decimal("0.5"), cost_is_shared=True), usage=None)
    assert describe.receipt(shared) == "$0.50 with others"
    assert describe.receipt(answer("x").message) == ""


@pytest.mark.parametrize(
    ("fields", "note", "actions"),
    [
        ({"state": MessageState.STOPPED}, "Stopped by you.", ["continue"]),
        ({"state": MessageState.INTERRUPTED}, "Interrupted.", ["continue", "retry"]),
        ({"finish_reason": "length"}, "Cut at the length limit.", ["continue"]),
        ({"finish_reason": "content_filter"}, "Ended by the gateway's content filter.", ["retry"]),
        ({"finish_reason": "tool"}, "The gateway ended the answer with “tool”.", ["continue", "retry"]),
    ],
)
def test_s27_endings_are_said_with_the_next_step(
    open_view: Open, fields: dict[str, object], note: str, actions: list[str]
) -> None:
    view, _ = open_view([answer("part of it", siblings=(1, 1), **fields)])
    assert note in texts(view)
    assert [name for name in targets(view) if name in ("continue", "retry")] == actions


def test_s25_thoughts_without_an_answer_are_said(open_view: Open) -> None:
    view, _ = open_view([answer("", reasoning="hmm", reasoning_s=2.0)])
    assert "The model sent its thoughts but no answer text." in texts(view)
    assert "Thought for 2 s" in texts(view)


def test_failure_uses_the_callers_sentence_and_offers_to_try_again(open_view: Open, qtbot: QtBot) -> None:
    row = answer("", state=MessageState.FAILED, error=ErrorKind.NO_CREDIT)
    view, _ = open_view([row])
    view.set_error_sentence(lambda failed: f"Balance is used up ({failed.error}).")
    settle(view)
    assert "Balance is used up (no_credit)." in texts(view)
    with qtbot.waitSignal(view.retry_requested) as caught:
        click(view, "retry")
    assert caught.args == [row.message.id]


def test_waiting_counts_until_the_first_text(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer("", state=MessageState.WAITING)])
    view._column._clock = lambda: 1000.0
    view._column._waiting_since = {model.rows[1].message.id: 996.0}
    view._tick()
    settle(view)
    assert "Waiting for the gateway · 4 s" in texts(view)
    model.grow(1, "now")
    settle(view)
    assert not any("Waiting" in text for text in texts(view))
    assert "now" in texts(view)


def test_thinking_is_shown_and_opens(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer("", state=MessageState.STREAMING)])
    model.grow(1, reasoning="First thought.\n\nSecond")
    settle(view)
    assert any(text.startswith("Thinking") for text in texts(view))
    click(view, "reasoning")
    assert any("First thought." in text for text in texts(view))
    model.grow(1, reasoning=" thought.")
    settle(view)
    assert any("Second thought." in text for text in texts(view))
    click(view, "reasoning")
    assert not any("First thought." in text for text in texts(view))


@pytest.mark.parametrize(
    ("target", "signal", "arguments"),
    [
        ("edit", "edit_requested", ()),
        ("regenerate", "regenerate_requested", ()),
        ("fork", "fork_requested", ()),
        ("delete", "delete_requested", ()),
        ("previous", "sibling_requested", (-1,)),
        ("next", "sibling_requested", (1,)),
    ],
)
def test_actions_state_intents(
    open_view: Open, qtbot: QtBot, target: str, signal: str, arguments: tuple[int, ...]
) -> None:
    row = answer("text", siblings=(2, 3))
    view, _ = open_view([row])
    with qtbot.waitSignal(getattr(view, signal)) as caught:
        click(view, target)
    assert caught.args == [row.message.id, *arguments]


def test_open_answer_offers_only_to_copy(open_view: Open) -> None:
    view, _ = open_view([answer("text", state=MessageState.STREAMING)])
    assert set(targets(view)) == {"copy"}


@pytest.mark.parametrize("code", ["x", "x\n", "\n\tx  \n\n", "a\u202eb\x1b[0m\u200b", "😀 = '你好'", ""])
def test_code_is_copied_byte_for_byte(open_view: Open, code: str) -> None:
    """U04, M13: what is shown is made visible, what is copied is what came."""
    view, _ = open_view([answer(f"text\n\n````python\n{code}\n````\n")])
    QGuiApplication.clipboard().setText("before")
    name = next(name for name in targets(view) if name.startswith("copy:"))
    click(view, name)
    assert QGuiApplication.clipboard().text() == code


def test_message_is_copied_as_its_markdown(open_view: Open) -> None:
    view, _ = open_view([answer(ANSWER)])
    click(view, "copy")
    assert QGuiApplication.clipboard().text() == ANSWER


def test_wrap_breaks_long_lines_and_back(open_view: Open) -> None:
    view, _ = open_view([answer("```\n" + "word " * 100 + "\n```")])
    name = next(name for name in targets(view) if name.startswith("wrap:"))
    before = view._column.layout(0).height
    click(view, name)
    assert view._column.layout(0).height > before
    click(view, name)
    assert view._column.layout(0).height == before


def test_links_are_stated_not_opened(open_view: Open, qtbot: QtBot) -> None:
    view, _ = open_view([answer("see [this](https://example.org/x) and [that](javascript:x)")])
    assert [name for name in targets(view) if name.startswith("link:")] == ["link:https://example.org/x"]
    with qtbot.waitSignal(view.link_activated) as caught:
        click(view, "link:https://example.org/x")
    assert caught.args == ["https://example.org/x"]


def test_M15_anchor_links_stay_in_the_message(open_view: Open) -> None:
    view, _ = open_view(
        [answer("[down](#the-end) [^1]\n\n" + "words\n\n" * 60 + "## The end\n\n[^1]: note\n\nlast")]
    )
    QTest.keyClick(view, Qt.Key.Key_Home)
    settle(view)
    heard: list[str] = []
    view.link_activated.connect(heard.append)
    click(view, "link:#the-end")
    assert not heard and "The end" in texts(view)


def test_theme_and_zoom_switch_live(open_view: Open) -> None:
    view, _ = open_view([mine("q"), answer(ANSWER + "\n\n$x^2$")])
    view.set_theme(LIGHT)
    settle(view)
    light = view.grab().toImage()
    view.set_theme(DARK)
    settle(view)
    dark = view.grab().toImage()
    assert light.pixelColor(3, 300).name() == LIGHT.background
    assert dark.pixelColor(3, 300).name() == DARK.background
    height = view._column.layout(1).height
    view.set_zoom(200)
    settle(view)
    assert view._column.layout(1).height > height
    view.set_theme(LIGHT)
    view.set_zoom(100)
    settle(view)
    assert view.grab().toImage() == light


def test_day_lines_stand_between_days(open_view: Open) -> None:
    from datetime import UTC, datetime

    old = datetime(2024, 5, 1, 12, tzinfo=UTC)
    view, _ = open_view([mine("old", created_at=old), answer("old", created_at=old), mine("new")])
    from panda_desktop.ui.transcript.specs import DaySpec

    days = [
        spec.text for row in range(3) for spec in view._column.layout(row).specs if isinstance(spec, DaySpec)
    ]
    assert len(days) == 2 and "2024" in days[0] and days[1] == "Today"


def test_changed_message_is_shown_anew(open_view: Open) -> None:
    view, model = open_view([answer("first text")])
    model.change(0, lambda old: replace(old, text="quite different"))
    settle(view)
    assert "quite different" in texts(view) and "first text" not in texts(view)


def test_finishing_adds_the_footer_without_moving_the_text(open_view: Open) -> None:
    view, model = open_view([answer("text", state=MessageState.STREAMING)])
    before = [seen.y for seen in view._place.visible][:2]
    model.change(0, lambda old: replace(old, state=MessageState.DONE, usage=USAGE, receipt=RECEIPT))
    settle(view)
    assert [seen.y for seen in view._place.visible][:2] == before
    assert "edit" in targets(view)


def test_hover_shows_the_pointing_hand_over_targets(open_view: Open) -> None:
    view, _ = open_view([answer("plain [link](https://example.org)")])
    spot = targets(view)["link:https://example.org"]
    view._mouse.hover(QPointF(view._pointing.rect_of(spot).center()))
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    view._mouse.hover(QPointF(QPoint(1, 1)))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_system_message_is_shown_as_typed(open_view: Open) -> None:
    from panda_desktop.domain.chat import Role
    from tests.ui.transcript.double import DoubleRow

    view, _ = open_view([DoubleRow(message(Role.USER, "# not a heading\n  indented *stars*"))])
    assert any("# not a heading" in text and "*stars*" in text for text in texts(view))


def test_a_message_that_comes_back_has_its_new_siblings(open_view: Open) -> None:
    view, model = open_view([mine("q"), answer("first", siblings=(1, 2))])
    back = model.rows.pop()
    model.removed.emit(1, 1)
    settle(view)
    model.append(replace(back, sibling_count=3))
    settle(view)
    footer = view._column.layout(1).specs[-1]
    assert isinstance(footer, FooterSpec) and footer.siblings == (1, 3)
