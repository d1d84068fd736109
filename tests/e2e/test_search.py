"""The search in the real program over the demo gateway: from a word typed to its place in a long chat."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from panda_desktop.domain.folders import Shelf
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used


async def search(program: Used, text: str) -> list[str]:
    """Types into the search, waits, and returns the snippets."""
    sidebar = program.chat().sidebar
    sidebar.search.setFocus()
    sidebar.search.selectAll()
    sidebar.search.insert(text)
    await program.until(lambda: not program.views.search.is_searching and program.views.search.query == text)
    model = sidebar.found.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


async def test_words_in_two_languages_are_found_and_jumped_to(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.ask("请告诉我竹子为什么是熊猫最喜欢的食物")
        first = await program.answered()
        program.views.chat.start_new()
        await program.until(lambda: program.views.chat.rows.count() == 0)
        await program.ask("Tell me about the lighthouse of Alexandria")
        second = await program.answered()
        assert first.conversation_id != second.conversation_id

        page = program.chat()
        found = await search(program, "熊猫最喜欢")
        assert any("熊猫最喜欢" in snippet for snippet in found)
        view = page.sidebar.found.list
        view.focus_last()
        QTest.keyClick(view, Qt.Key.Key_Return)
        await program.until(lambda: program.conversation().id == first.conversation_id)
        await program.until(lambda: page.pane.transcript._finder.query)
        assert "熊猫最喜欢" in page.pane.transcript._finder.query
        shown = page.pane.transcript.row_rect(0)
        assert shown.bottom() > 0 and shown.top() < page.pane.transcript.viewport().height()

        found = await search(program, "lighthou")
        assert any("lighthouse" in snippet for snippet in found)
        QTest.keyClick(page.sidebar.search, Qt.Key.Key_Return)
        await program.until(lambda: program.conversation().id == second.conversation_id)
        QTest.keyClick(page.sidebar.search, Qt.Key.Key_Escape)
        assert not page.sidebar.is_searching() and page.sidebar.list.isVisibleTo(page.sidebar)


async def test_the_trash_is_searched_by_itself_and_gives_back(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.ask("A question about saffron")
        answer = await program.answered()
        program.views.chat.trash(answer.conversation_id)
        await program.until(lambda: program.views.chat.rows.count() == 0)
        assert await search(program, "saffron") == []
        page = program.chat()
        page.sidebar.found.elsewhere.click()
        await program.until(lambda: program.views.search.results.rowCount() > 0)
        page._chats.show_shelf(Shelf.TRASH)
        await program.until(lambda: program.views.organisation.shelf is Shelf.TRASH)
        program.window.commands.run("chat.undo")
        await program.until(lambda: program.conversation().id == answer.conversation_id)
    # What is in order stays so: the list is read again at the next start.
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.until(lambda: program.chat().sidebar.rows.index_of(answer.conversation_id).isValid())
