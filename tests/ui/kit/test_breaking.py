"""Long words in narrow places, and notices there."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import IconButton, Notice, NoticeBar, NoticeHost, NoticeLevel
from panda_desktop.ui.kit.breaking import BreakingLabel
from panda_desktop.ui.theme import look

LONG = "Ask https://example.org/a/very/long/address/that/fits/nowhere or try PANDA_API_KEY 😀😀😀😀😀😀 again"
BREAK = "\u200b"


def widest_word(label: QLabel, shown: str) -> int:
    metrics = QFontMetrics(label.font())
    return max(metrics.horizontalAdvance(word) for word in shown.replace(BREAK, " ").split())


@pytest.mark.parametrize("width", [40, 90, 200, 2_000])
def test_u04_no_word_is_wider_than_its_label(qtbot: QtBot, width: int) -> None:
    label = BreakingLabel(LONG)
    qtbot.addWidget(label)
    label.setFixedWidth(width)
    label.show()
    shown = QLabel.text(label)
    assert widest_word(label, shown) <= width
    assert shown.replace(BREAK, "") == label.text() == label.accessibleName() == LONG
    assert (BREAK in shown) is (width < 400)


def test_u04_its_height_is_known_before_it_is_that_narrow(qtbot: QtBot) -> None:
    label = BreakingLabel(LONG)
    qtbot.addWidget(label)
    label.resize(2_000, 40)
    label.show()
    asked = label.heightForWidth(60)
    label.resize(60, asked)
    assert abs(label.heightForWidth(60) - asked) <= label.fontMetrics().lineSpacing()


@pytest.mark.parametrize("selectable", [False, True])
def test_u16_lines_in_chinese_are_as_high_as_they_will_be(qtbot: QtBot, selectable: bool) -> None:
    label = BreakingLabel("已添加 112 个对话，共 3406 条消息。2 个对话中有新消息。有 224 项未能原样导入。")
    if selectable:
        label.set_selectable()
    qtbot.addWidget(label)
    label.resize(2_000, 40)
    label.show()
    for width in range(200, 700, 20):
        asked = label.heightForWidth(width)
        label.resize(width, asked)
        assert label.heightForWidth(width) == asked, width


def test_u04_what_is_copied_has_no_marks_in_it(qtbot: QtBot) -> None:
    label = BreakingLabel(LONG)
    label.set_selectable()
    qtbot.addWidget(label)
    label.setFixedWidth(60)
    label.show()
    label.setFocus()
    label.select_all()
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == LONG


def test_a_text_without_a_place_to_break_and_one_of_several_paragraphs(qtbot: QtBot) -> None:
    label = BreakingLabel("")
    qtbot.addWidget(label)
    label.setFixedWidth(50)
    label.show()
    for text in ("x" * 40, "one\n\nthree\n", "国語国語国語国語国語国語", ""):
        label.setText(text)
        assert QLabel.text(label).replace(BREAK, "") == text


@pytest.mark.parametrize("width", [180, 600])
def test_u12_a_narrow_notice_gives_its_words_the_whole_width(qtbot: QtBot, width: int) -> None:
    bar = NoticeBar(Notice(LONG, NoticeLevel.ERROR))
    qtbot.addWidget(bar)
    bar.resize(width, 400)
    bar.show()
    text, close = bar._text, bar.findChildren(IconButton)[0]
    qtbot.waitUntil(lambda: text.width() >= width - (24 if width == 180 else 110))
    words = text.mapTo(bar, text.rect().topLeft())
    assert (close.geometry().bottom() < words.y()) is (width == 180)
    assert close.geometry().right() > width - 20


def is_whole(bar: NoticeBar) -> bool:
    return bar.height() >= bar.heightForWidth(bar.width())


def test_u12_many_notices_leave_the_most_of_a_window_to_the_page(qtbot: QtBot) -> None:
    window, host, page = QWidget(), NoticeHost(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(host)
    column.addWidget(page, 1)
    window.resize(320, 600)
    window.show()
    for number in range(4):
        host.show_notice(Notice(f"{number}: {LONG}", NoticeLevel.ERROR, key=str(number)))
    qtbot.waitUntil(lambda: host.height() > 150)
    assert page.height() > 300
    bars = window.findChildren(NoticeBar)
    for bar in bars:
        qtbot.waitUntil(partial(is_whole, bar))  # none is squeezed
    host.close_notice("3")
    host.close_notice("2")
    host.close_notice("1")
    window.resize(1_000, 600)
    qtbot.waitUntil(lambda: host.height() < look().pixels(100))
