"""A page of a head and something under it, where there is little room."""

from functools import partial

from PySide6.QtWidgets import QListWidget, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import Button, FlowLayout, PageScroll, PageStack


def has_way(bar: QScrollBar, expected: bool) -> bool:
    """Whether a bar can be moved, or cannot, as expected."""
    return (bar.maximum() > 0) is expected


def test_u12_the_head_keeps_its_height_and_the_page_scrolls_where_it_must(qtbot: QtBot) -> None:
    page, head, stack = QWidget(), QWidget(), PageStack()
    chips = FlowLayout(head)
    for number in range(8):
        chips.addWidget(Button(f"A chip, number {number}"))
    listed, tall = QListWidget(), QWidget()
    tall.setMinimumHeight(500)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(tall)
    for each in (listed, holder):
        stack.addWidget(each)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(head)
    column.addWidget(stack, 1)
    scroll = PageScroll(page)
    qtbot.addWidget(scroll)
    bar = scroll.verticalScrollBar()
    for width, height, scrolls in ((900, 500, False), (200, 320, True), (200, 900, False)):
        scroll.resize(width, height)
        scroll.show()
        qtbot.waitUntil(partial(has_way, bar, scrolls))
        assert head.height() >= chips.heightForWidth(head.width())
        assert stack.height() >= 200
    # What does not scroll by itself gets what it needs; while it is hidden nobody pays for it.
    stack.setCurrentWidget(holder)
    assert stack.currentWidget() is holder
    scroll.resize(900, 300)
    qtbot.waitUntil(lambda: tall.height() >= 500)
    stack.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert stack.currentWidget() is listed
