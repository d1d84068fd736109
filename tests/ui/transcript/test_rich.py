"""What the clipboard holds beside the text: rich text that says no more and no less."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.selection import Position
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine


def copied(view: TranscriptView) -> tuple[str, str]:
    QGuiApplication.clipboard().clear()
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


def place_of(view: TranscriptView, text: str) -> tuple[int, int, int]:
    for seen in view._place.visible:
        at = view._column.piece(seen.row, seen.piece).text.find(text)
        if at >= 0:
            return seen.row, seen.piece, at
    raise AssertionError(text)


def select(view: TranscriptView, first: str, last: str) -> None:
    row, piece, at = place_of(view, first)
    end_row, end_piece, end = place_of(view, last)
    view._selection.select(Position(row, piece, at), Position(end_row, end_piece, end + len(last)))


def test_part_of_a_paragraph_keeps_its_styles(open_view: Open) -> None:
    view, _ = open_view([answer("some **bold [link](https://a.example/x)** and `a*b*c` here")])
    select(view, "bold", "a*b*c")
    text, html = copied(view)
    assert text == "bold link and a*b*c"
    assert html == (
        '<p><strong>bold <a href="https://a.example/x">link</a></strong> and <code>a*b*c</code></p>\n'
    )


def test_what_looks_like_markup_but_is_not_stays_text(open_view: Open) -> None:
    view, _ = open_view([answer("shown \\*as it is\\* and <b>raw</b>, [not](a link) end")])
    select(view, "as it", "raw</b>")
    text, html = copied(view)
    assert text == "as it is* and <b>raw</b>"
    assert html == "<p>as it is* and &lt;b&gt;raw&lt;/b&gt;</p>\n"


def test_a_message_of_the_person_is_as_typed(open_view: Open) -> None:
    view, _ = open_view([mine("# no heading\n*stars* <b>"), answer("an *answer*")])
    view._select_all()
    text, html = copied(view)
    assert text == "# no heading\n*stars* <b>\n\nan *answer*"
    assert html == "<p># no heading<br />\n*stars* &lt;b&gt;</p>\n<p>an <em>answer</em></p>\n"


def test_rows_become_one_table_and_lines_of_code_one_block(open_view: Open) -> None:
    table = "| a | b |\n|---|---|\n| **one** | two |\n| three | four |\n| five | six |"
    view, _ = open_view([answer(f"{table}\n\n```py\nx < 1\ny = 2\nz\n```")])
    select(view, "one", "three")
    text, html = copied(view)
    assert text == "one\ttwo\nthree"
    assert html.count("<table>") == 1 and html.count("<tr>") == 2
    assert "<td><strong>one</strong></td>\n<td>two</td>" in html and "four" not in html
    select(view, "< 1", "y =")
    text, html = copied(view)
    assert text == "< 1\ny ="
    assert html == "<pre><code>&lt; 1\ny =\n</code></pre>\n"


def test_whole_blocks_between_two_parts(open_view: Open) -> None:
    view, _ = open_view([answer("first words\n\n- one\n- **two**\n\n```py\nx\n```\n\nlast words")])
    select(view, "words", "last")
    text, html = copied(view)
    assert text == "words\n\n- one\n- **two**\n\n```py\nx\n```\n\nlast"
    assert "<li><strong>two</strong></li>" in html
    assert '<pre><code class="language-py">x\n</code></pre>\n<p>last</p>' in html


def test_a_formula_is_tex_in_both(open_view: Open, qtbot: QtBot) -> None:
    view, _ = open_view([answer("so $x^2$ is\n\n$$\n\\frac{a}{b}\n$$\n\nend")])
    qtbot.waitUntil(lambda: view._formulas.formula(("\\frac{a}{b}", True)) is not None, timeout=20_000)
    settle(view)
    first = view._column.layout(0).body_range[0]
    view._selection.select(Position(0, first, 0), Position(0, first + 1, 1))
    text, html = copied(view)
    assert text == "so $x^2$ is\n\n$$\\frac{a}{b}$$"
    assert "<code>$x^2$</code>" in html and "\\frac{a}{b}" in html
    select(view, "end", "end")
    assert copied(view)[0] == "end"


@pytest.mark.parametrize("address", ["javascript:x", "file:///etc/passwd"])
def test_refused_addresses_and_images_are_words_on_the_clipboard(open_view: Open, address: str) -> None:
    view, _ = open_view([answer(f"a [b](<{address}>) ![c](https://evil.example/x) d \x1b \u202e")])
    view._select_all()
    _, html = copied(view)
    assert "<a" not in html and "<img" not in html and "evil.example" in html
    assert "\x1b" not in html


def test_very_long_text_is_copied_without_rich_text(open_view: Open) -> None:
    rows = [answer("word " * 30_000), answer("word " * 60_000)]
    view, _ = open_view(rows)
    view._select_all()
    text, html = copied(view)
    assert text == "\n\n".join(row.message.text for row in rows)
    assert html == ""
