"""Only what is visible is laid out; what is seen stays where it is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.transcript import TranscriptView
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import ANSWER, DoubleRow, answer, mine


def conversation(count: int) -> list[DoubleRow]:
    text = ANSWER + "\n\nA paragraph of **words** that goes on for a while. " * 6
    return [mine(f"Question {i}?") if i % 2 == 0 else answer(text) for i in range(count)]


def wheel(view: TranscriptView, notches: int) -> None:
    """Turns the wheel, up when positive."""
    centre = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        centre,
        view.viewport().mapToGlobal(centre),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    settle(view)


def seen(view: TranscriptView) -> dict[tuple[int, int], float]:
    """Returns the y of every piece in view."""
    return {(piece.row, piece.piece): piece.y for piece in view._place.visible}


def test_ten_thousand_messages_lay_out_a_screenful(open_view: Open) -> None:
    view, model = open_view(conversation(10_000))
    rows = {piece.row for piece in view._place.visible}
    assert len(view._column._layouts) < 20 and view._column.laid_out < 50
    assert max(rows) == 9_999
    assert model.asked < 2_000


def test_scrolling_lays_out_what_comes_into_view_only(open_view: Open) -> None:
    view, _ = open_view(conversation(10_000))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settle(view)
    rows = [piece.row for piece in view._place.visible]
    assert 4_000 < rows[0] < 6_000
    assert view._column.laid_out < 120


def test_the_bar_goes_to_both_ends(open_view: Open) -> None:
    view, _ = open_view(conversation(200))
    QTest.keyClick(view, Qt.Key.Key_Home)
    settle(view)
    assert seen(view)[0, 0] > 0
    assert view.verticalScrollBar().value() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    settle(view)
    assert view.pinned and view._place.at_end
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_wheel_moves_by_real_pixels_up_and_down(open_view: Open) -> None:
    view, _ = open_view(conversation(300))
    for _ in range(10):
        wheel(view, 3)
    before = seen(view)
    wheel(view, 1)
    moved = {seen(view)[key] - y for key, y in before.items() if key in seen(view)}
    assert len(moved) == 1 and moved.pop() > 0
    wheel(view, -1)
    assert seen(view) == before


def test_wheel_up_unpins_and_growth_then_moves_nothing(open_view: Open) -> None:
    view, model = open_view([*conversation(20), answer("start", state=MessageState.STREAMING)])
    assert view.pinned
    wheel(view, 3)
    assert not view.pinned and view._jump.isVisible()
    before = seen(view)
    for number in range(30):
        model.grow(20, f"\n\nmore text {number} " + "words " * 40)
        settle(view)
        now = seen(view)
        assert all(now[key] == before[key] for key in list(before)[:3])
    assert not view.pinned


def test_pinned_view_follows_growth(open_view: Open) -> None:
    view, model = open_view([*conversation(6), answer("start", state=MessageState.STREAMING)])
    for number in range(30):
        model.grow(6, f"\n\nmore text {number} " + "words " * 40)
        settle(view)
        assert view.pinned and view._place.at_end
    assert not view._jump.isVisible()


def test_jump_button_goes_back_to_the_newest(open_view: Open) -> None:
    view, _ = open_view(conversation(50))
    wheel(view, 20)
    assert view._jump.isVisible()
    view._jump.click()
    settle(view)
    assert view.pinned and not view._jump.isVisible()


def test_scrolling_down_to_the_end_pins_again(open_view: Open) -> None:
    view, _ = open_view(conversation(50))
    wheel(view, 4)
    assert not view.pinned
    wheel(view, -8)
    assert view.pinned


def test_growth_above_the_view_moves_nothing(open_view: Open) -> None:
    rows = conversation(30)
    rows[3] = answer("short", state=MessageState.STREAMING)
    view, model = open_view(rows)
    view.scroll_to_message(rows[10].message.id)
    settle(view)
    before = seen(view)
    for _ in range(20):
        model.grow(3, "\n\nmore and more words " * 20)
        settle(view)
        assert seen(view) == before


@pytest.mark.parametrize("width", [1400, 700, 500, 350])
def test_resizing_keeps_the_message_in_place(open_view: Open, width: int) -> None:
    rows = conversation(2_000)
    view, _ = open_view(rows)
    view.scroll_to_message(rows[1001].message.id)
    settle(view)
    laid_out = view._column.laid_out
    view.resize(width, 600)
    settle(view)
    first = view._place.visible[0]
    assert first.row in (1000, 1001)
    assert view._column.laid_out - laid_out < 80


def test_rows_inserted_and_removed_before_the_view_move_nothing(open_view: Open) -> None:
    rows = conversation(40)
    view, model = open_view(rows)
    view.scroll_to_message(rows[20].message.id)
    settle(view)
    before = [(piece.row, piece.y) for piece in view._place.visible]
    model.rows[5:5] = [mine("new"), answer("also new")]
    model.inserted.emit(5, 2)
    settle(view)
    assert [(piece.row - 2, piece.y) for piece in view._place.visible] == before
    del model.rows[5:7]
    model.removed.emit(5, 2)
    settle(view)
    assert [(piece.row, piece.y) for piece in view._place.visible] == before


def test_switching_models_shows_no_text_of_the_old_one(open_view: Open) -> None:
    """U07."""
    view, old = open_view([mine("secret question"), answer("old", state=MessageState.STREAMING)])
    from tests.ui.transcript.double import DoubleModel

    view.set_model(DoubleModel([mine("other")]))
    settle(view)
    old.grow(1, " more")
    settle(view)
    texts = [view._column.piece(piece.row, piece.piece).text for piece in view._place.visible]
    assert not any("old" in text or "secret" in text for text in texts)


def test_no_model_and_no_rows(open_view: Open) -> None:
    view, model = open_view([])
    view.grab()
    model.append(mine("first"))
    settle(view)
    assert view._place.visible
    view.set_model(None)
    settle(view)
    view.grab()


def test_one_long_answer_keeps_few_pieces(open_view: Open) -> None:
    text = "".join(f"Paragraph {i} with **some** words.\n\n" for i in range(3_000))
    view, model = open_view([mine("go"), answer("", state=MessageState.STREAMING)])
    for start in range(0, len(text), 2_000):
        model.grow(1, text[start : start + 2_000])
        settle(view)
    assert view._column.layout(1).laid_out < 300
    assert len(view._column.layout(1).specs) > 3_000


def test_partial_painting_equals_full_painting(open_view: Open) -> None:
    view, model = open_view([*conversation(4), answer("start ", state=MessageState.STREAMING)])
    code, table = "```python\nx = 1\ny = 2\n```\n\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    text = f"words **and** more\n\n{code}{table}- one\n- two\n\n" * 4
    for start in range(0, len(text), 7):
        model.grow(4, text[start : start + 7])
        settle(view)
        QApplication.processEvents()
        if start % 70 == 0:
            assert _shown(view) == view.viewport().grab().toImage(), start


def _shown(view: TranscriptView) -> QImage:
    """Returns what the backing store holds."""
    QApplication.processEvents()
    store = view.backingStore()
    image = store.paintDevice()
    if image is None:
        return view.viewport().grab().toImage()
    assert isinstance(image, QImage)
    return image.copy(view.viewport().geometry())


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_keys_that_come_to_the_end_pin_again(open_view: Open, key: Qt.Key) -> None:
    view, _ = open_view(conversation(50))
    wheel(view, 1)
    assert not view.pinned
    for _ in range(10):
        QTest.keyClick(view, key)
    assert view.pinned and not view._jump.isVisible()
