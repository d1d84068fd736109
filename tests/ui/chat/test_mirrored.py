"""Parts of the chat page where the layout runs from right to left."""

from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from panda_desktop.domain.folders import Tag
from panda_desktop.domain.search import Snippet
from panda_desktop.ui.attach.field import ComposerField
from panda_desktop.ui.chat.search_delegate import paint_snippet
from panda_desktop.ui.chat.sidebar_paint import tag_colour
from panda_desktop.ui.chat.tags import TagChip
from panda_desktop.ui.theme import look
from tests.ui.chat.conftest import Bench

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
BOTH = pytest.mark.parametrize("direction", [LTR, RTL])


def has_cursor(field: ComposerField, *, at_right: bool) -> bool:
    """Whether the cursor is in that half."""
    return (field.cursorRect().x() > field.viewport().width() / 2) is at_right


@pytest.mark.parametrize("text", ["", "abc", "שלום"])
def test_u04_cursor_and_grey_words_of_the_composer_are_at_the_same_end(bench: Bench, text: str) -> None:
    page = bench.show()
    field = page.pane.composer.field
    begin = field.textCursor().MoveOperation.Start
    for direction, at_right in ((LTR, False), (RTL, True)):
        page.setLayoutDirection(direction)
        field.set_text(text)
        if text != "abc":
            field.moveCursor(begin)
        bench.qtbot.waitUntil(partial(has_cursor, field, at_right=at_right))


@BOTH
@pytest.mark.parametrize("lines", [1, 2])
def test_u04_what_was_found_begins_where_lines_begin(
    qtbot: QtBot, direction: Qt.LayoutDirection, lines: int
) -> None:
    picture = QImage(400, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setLayoutDirection(direction)
    ink = QColor(Qt.GlobalColor.black)
    paint_snippet(painter, QRect(20, 4, 360, 50), Snippet("A cat", ()), look().body_font(), ink, lines=lines)
    painter.end()
    white = QColor(Qt.GlobalColor.white).rgb()
    inked = [x for x in range(400) for y in range(60) if picture.pixel(x, y) != white]
    if direction is RTL:
        assert min(inked) > 250 and 370 < max(inked) <= 380
    else:
        assert 20 <= min(inked) < 30 and max(inked) < 150


def test_u04_what_was_found_is_never_cut_off_and_its_dots_are_at_the_end(qtbot: QtBot) -> None:
    picture = QImage(240, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setLayoutDirection(RTL)
    words = Snippet("A cat sat on the window sill " * 9, ((2, 5),))
    paint_snippet(
        painter, QRect(20, 4, 200, 50), words, look().body_font(), QColor(Qt.GlobalColor.black), lines=1
    )
    painter.end()
    white = QColor(Qt.GlobalColor.white).rgb()
    inked = [x for x in range(240) for y in range(60) if picture.pixel(x, y) != white]
    assert min(inked) >= 18 and max(inked) <= 221


@BOTH
def test_u04_the_dot_of_a_tag_stands_before_its_name(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    tag = Tag("t", "Ideas", 3)
    chip = TagChip(tag)
    qtbot.addWidget(chip)
    chip.setLayoutDirection(direction)
    chip.resize(chip.sizeHint())
    chip.show()
    picture, text = chip.grab().toImage(), QColor(look().theme.text).rgb()
    inked = [x for x in range(chip.width()) for y in range(chip.height()) if picture.pixel(x, y) == text]
    colour = tag_colour(tag).rgb()
    dot = [x for x in range(chip.width()) if picture.pixel(x, chip.height() // 2) == colour]
    assert dot and inked
    assert max(inked) < min(dot) if direction is RTL else max(dot) < min(inked)
