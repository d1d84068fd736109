"""The search over all chats: as one types, by keyboard alone, and straight to the place."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.search import Snippet, parse
from panda_desktop.domain.snippet import snippet_of
from panda_desktop.ui.chat.search_delegate import _from_hit, without_marks
from panda_desktop.ui.chat.search_list import SearchList
from panda_desktop.ui.chat.searching import MARKED_MS
from panda_desktop.viewmodels.search import SearchRole
from tests.ui.chat.conftest import Bench

KEY = Qt.Key
FILLER = "\n\n".join(f"Paragraph {number} about nothing at all." for number in range(60))


def talk(bench: Bench, title: str, *texts: str, told: bool = True, archived: bool = False) -> Conversation:
    """Puts a chat with messages, the person's and answers in turn."""
    made = bench.put(title, days=1, told=told, archived=archived)
    parent = None
    for place, text in enumerate(texts):
        role = Role.ASSISTANT if place % 2 else Role.USER
        message = Message(new_id(), made.id, parent, place + 1, role, text, made.created_at)
        bench.service.messages.setdefault(made.id, []).append(message)
        parent = message.id
    bench.service.all[made.id] = replace(made, leaf_id=parent)
    return bench.service.all[made.id]


def look_for(bench: Bench, text: str) -> SearchList:
    """Types into the search and waits for what is found."""
    search = bench.page.sidebar.search
    search.setFocus()
    search.selectAll()
    if text.isascii():
        QTest.keyClicks(search, text)
    else:  # an input method brings the whole word
        search.insert(text)
    bench.qtbot.waitUntil(lambda: not bench.stage.search.is_searching)
    return bench.page.sidebar.found.list


def rows(view: SearchList) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def spoken(view: SearchList, row: int) -> str:
    return str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def marked(bench: Bench) -> list[str]:
    return bench.page.pane.transcript._finder.query.split()


def test_typing_shows_hits_instead_of_the_list_and_escape_brings_it_back(bench: Bench) -> None:
    talk(bench, "Fish soup", "How long does it boil?", "Twenty minutes with **saffron**.")
    page = bench.show()
    view = look_for(bench, "saff")
    assert page.sidebar.is_searching() and not page.sidebar.list.isVisible()
    assert rows(view) == ["Twenty minutes with **saffron**."]
    assert page.sidebar.found.status.text() == "1 result"
    bench.press(page.sidebar.search, KEY.Key_Escape)
    assert page.sidebar.list.isVisible() and page.sidebar.search.text() == ""
    bench.press(page.sidebar.search, KEY.Key_Escape)
    assert bench.field.hasFocus()


def test_a_hit_is_heard_with_title_speaker_and_words(bench: Bench) -> None:
    talk(bench, "Soup", "Is saffron dear?", "Saffron is.", archived=True)
    bench.show()
    view = look_for(bench, "saffron")
    assert spoken(view, 0).startswith("Soup, Answer · archive, ")
    assert spoken(view, 1).endswith(", Is saffron dear?")
    view = look_for(bench, "soup")
    assert spoken(view, 0).startswith("Soup, Title of the chat · archive, ")


def test_typing_never_waits_and_says_that_it_searches(bench: Bench) -> None:
    talk(bench, "Soup", "one", "two")
    page = bench.show()
    bench.tasks.held = True
    page.sidebar.search.setFocus()
    QTest.keyClicks(page.sidebar.search, "one")
    assert page.sidebar.found.status.text() == "Searching…"
    assert bench.stage.search_service.asked == []
    bench.qtbot.waitUntil(lambda: len(bench.tasks._waiting) == 1)
    bench.tasks.release()
    assert bench.stage.search_service.asked == ["one"]
    assert page.sidebar.found.status.text() == "1 result"


def test_enter_opens_the_best_hit_also_one_that_comes_later(bench: Bench) -> None:
    soup = talk(bench, "Soup", "one", "two")
    page = bench.show()
    page.sidebar.search.setFocus()
    QTest.keyClicks(page.sidebar.search, "soup")
    bench.press(page.sidebar.search, KEY.Key_Return)
    assert bench.open_id != soup.id
    bench.qtbot.waitUntil(lambda: bench.open_id == soup.id)
    assert page.sidebar.search.text() == "soup"


def test_arrows_lead_from_the_field_into_the_hits_and_back(bench: Bench) -> None:
    talk(bench, "Soup", "saffron one", "saffron two")
    page = bench.show()
    view = look_for(bench, "saffron")
    bench.press(page.sidebar.search, KEY.Key_Down)
    assert view.hasFocus() and view.currentIndex().row() == 0
    bench.press(view, KEY.Key_Down)
    assert view.currentIndex().row() == 1
    bench.press(view, KEY.Key_Up)
    bench.press(view, KEY.Key_Up)
    assert page.sidebar.search.hasFocus()
    bench.press(page.sidebar.search, KEY.Key_Down)
    bench.press(view, KEY.Key_Escape)
    assert page.sidebar.list.hasFocus() and not page.sidebar.is_searching()


def test_a_hit_opens_at_its_message_and_its_words_are_marked_for_a_moment(bench: Bench) -> None:
    made = talk(bench, "Long", FILLER, FILLER, "Where is the lighthouse at the harbour?", FILLER, FILLER)
    page = bench.show()
    view = look_for(bench, "harbour light")
    bench.press(page.sidebar.search, KEY.Key_Down)
    bench.press(view, KEY.Key_Return)
    assert bench.open_id == made.id
    transcript = page.pane.transcript
    seen = transcript.row_rect(2)
    assert 0 <= seen.top() < transcript.viewport().height()
    assert marked(bench) == ["harbour", "light"]
    assert view.hasFocus()
    searching = page._searching
    assert searching._marked.isActive() and searching._marked.interval() == MARKED_MS
    searching._marked.timeout.emit()
    assert marked(bench) == []


def test_a_click_opens_too_and_the_next_hit_of_the_same_chat_is_one_arrow_away(bench: Bench) -> None:
    talk(bench, "Long", "saffron first", FILLER, "saffron second", FILLER)
    page = bench.show()
    view = look_for(bench, "saffron")
    point = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.pane.transcript.row_rect(2).top() < page.pane.transcript.viewport().height()
    bench.press(view, KEY.Key_Down)
    bench.press(view, KEY.Key_Return)
    assert page.pane.transcript.row_rect(0).bottom() > 0


def test_a_hit_on_another_branch_shows_that_branch(bench: Bench) -> None:
    made = talk(bench, "Branches", "A question", "The answer that is shown")
    first = bench.service.messages[made.id][0]
    hidden = Message(new_id(), made.id, first.id, 9, Role.ASSISTANT, "A hidden treasure", made.created_at)
    bench.service.messages[made.id].append(hidden)
    page = bench.show()
    view = look_for(bench, "treasure")
    assert rows(view) == ["A hidden treasure"]
    bench.press(page.sidebar.search, KEY.Key_Return)
    assert bench.last().id == hidden.id
    assert marked(bench) == ["treasure"]


def test_only_the_newest_wish_is_followed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    one = talk(bench, "One", "saffron in the first")
    two = talk(bench, "Two", "saffron in the second")
    page = bench.show()
    view = look_for(bench, "saffron")
    bench.tasks.held = True
    first, second = (view.hit_at(view.model().index(row, 0)) for row in (0, 1))
    assert first is not None and second is not None
    page._searching.open(first)
    page._searching.open(second)
    shown: list[str] = []

    def find(message_id: str, words: Sequence[str]) -> bool:
        shown.append(message_id)
        return True

    monkeypatch.setattr(page.pane.transcript, "find_in_message", find)
    bench.tasks.release()
    assert shown == [second.message_id]
    assert bench.open_id == second.conversation_id and {one.id, two.id} >= {bench.open_id}


def test_nothing_found_says_so_and_offers_the_trash(bench: Bench) -> None:
    gone = talk(bench, "Secret soup", "saffron", "yes", told=False)
    page = bench.show()
    bench.chat.trash(gone.id)
    look_for(bench, "saffron")
    found = page.sidebar.found
    assert not found.list.isVisible() and found._nothing.isVisible()
    assert "No message and no title" in found._nothing.text()
    found.elsewhere.click()
    assert found.where.value() == "trash"
    assert rows(found.list) == ["saffron"]
    bench.press(page.sidebar.search, KEY.Key_Return)
    assert bench.open_id == gone.id
    assert any("in the trash" in notice.text for notice in bench.notices())
    look_for(bench, "no such thing")
    assert found._nothing.text() == "Nothing in the trash has these words."
    assert not found.elsewhere.isVisible()


def test_more_hits_come_below_and_the_keyboard_goes_on(bench: Bench) -> None:
    talk(bench, "Long", *[f"saffron number {number}" for number in range(70)])
    page = bench.show()
    view = look_for(bench, "saffron")
    found = page.sidebar.found
    assert view.model().rowCount() == 50 and found.more.isVisible()
    assert found.status.text() == "The best 50 results"
    view.focus_last()
    bench.press(view, KEY.Key_Down)
    assert found.more.hasFocus()
    bench.press(found.more, KEY.Key_Return)
    assert view.model().rowCount() == 70 and not found.more.isVisible()
    assert view.hasFocus() and view.currentIndex().row() == 50


def test_an_index_that_is_not_complete_says_that_more_may_come(bench: Bench) -> None:
    talk(bench, "Soup", "saffron")
    page = bench.show()
    bench.stage.search_service.complete = False
    look_for(bench, "saffron")
    assert page.sidebar.found._hint.isVisible()
    bench.stage.search_service.complete = True
    look_for(bench, "soup")
    assert not page.sidebar.found._hint.isVisible()


def test_a_failure_is_said(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise PandaError(ErrorKind.CANNOT_READ)

    bench.show()
    monkeypatch.setattr(bench.stage.search_service, "search", fail)
    look_for(bench, "saffron")
    assert len(bench.notices()) == 1


def test_chinese_words_are_found_inside_a_sentence(bench: Bench) -> None:
    made = talk(bench, "Letter", "请帮我写一段给奶奶的生日祝福，她今年八十岁。")
    page = bench.show()
    view = look_for(bench, "生日祝福")
    assert view.model().index(0, 0).data(SearchRole.HIGHLIGHTS) == ((10, 4),)
    bench.press(page.sidebar.search, KEY.Key_Return)
    assert bench.open_id == made.id and marked(bench) == ["生日祝福"]
    view.viewport().repaint()


def test_over_a_narrow_window_the_list_gives_way_to_what_was_found(bench: Bench) -> None:
    made = talk(bench, "Long", FILLER, "a lighthouse")
    page = bench.show()
    page.set_narrow(True)
    page._chats.search()
    look_for(bench, "lighthouse")
    bench.press(page.sidebar.search, KEY.Key_Return)
    assert bench.open_id == made.id
    assert not page.sidebar.isVisible() and bench.field.hasFocus()


def test_foreign_text_is_only_text(bench: Bench) -> None:
    talk(bench, "<b>bold</b>", "<img src='file:///etc/passwd'> saffron \u202e turned")
    bench.show()
    view = look_for(bench, "saffron")
    assert rows(view)[0].startswith("<img src='file:///etc/passwd'> saffron")
    view.viewport().repaint()


def test_the_first_hit_is_always_among_what_is_shown() -> None:
    text = "word " * 20 + "needle and more"
    snippet = snippet_of(text, parse("needle"))
    for kept in (0, 5):
        cut = _from_hit(Snippet("You: "[:kept] + snippet.text, _moved(snippet, kept)), kept)
        first, last = cut.ranges[0]
        assert cut.text[first:last] == "needle"
        assert cut.text.startswith("You: "[:kept] + "…") and first <= kept + 20


def _moved(snippet: Snippet, by: int) -> tuple[tuple[int, int], ...]:
    return tuple((first + by, last + by) for first, last in snippet.ranges)


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("a **bold needle** here", "needle", "a bold needle here"),
        ("# Needle\nand `code`", "needle", "Needle and code"),
        ("> quoted **needle**", "needle", "quoted needle"),
        ("2 * 3 and a_needle", "3", "2 * 3 and a_needle"),
        ("𝒳 **needle**", "needle", "𝒳 needle"),
    ],
)
def test_marks_of_markdown_are_left_out_and_the_hit_stays_marked(text: str, query: str, shown: str) -> None:
    clean = without_marks(snippet_of(text, parse(query)))
    assert clean.text == shown
    first, last = clean.ranges[0]
    assert clean.text[first:last].casefold() == query
