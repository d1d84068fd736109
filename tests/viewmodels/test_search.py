"""What a person sees while typing into the search."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from panda_desktop.domain.changes import ConversationChanged, ConversationRemoved, SearchCompleted
from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.search import PAGE_SIZE, QUERY_LENGTH, SearchHit, Snippet
from panda_desktop.services.bus import Bus
from panda_desktop.services.search import SearchService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage
from panda_desktop.viewmodels.search import SearchModel, SearchRole, highlights
from tests.ui.doubles import InstantTasks
from tests.viewmodels.organising import FakeSearch

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def hit(number: int, conversation_id: str = "c", **values: Any) -> SearchHit:
    made = SearchHit(
        conversation_id, f"m{number}", Role.USER, NOW, "Pandas", Snippet(f"panda {number}", ((0, 5),))
    )
    return replace(made, **values)


class Desk:
    """The view-model over a search that answers at once."""

    def __init__(self, tester: ModelTester) -> None:
        self.bus = Bus()
        self.service = FakeSearch()
        tasks: Any = InstantTasks()
        self.model = SearchModel(self.bus, tasks, self.service)
        tester.check(self.model.results)
        self.heard: list[str] = []
        self.model.searching_changed.connect(lambda on: self.heard.append(f"searching {on}"))
        self.model.found.connect(lambda: self.heard.append("found"))
        self.model.more_changed.connect(lambda on: self.heard.append(f"more {on}"))

    def shown(self) -> list[str]:
        results = self.model.results
        return [results.data(results.index(row)) for row in range(results.rowCount())]


@pytest.fixture
def desk(qapp: object, qtmodeltester: ModelTester) -> Desk:
    return Desk(qtmodeltester)


def typed(qtbot: QtBot, desk: Desk, text: str) -> None:
    with qtbot.waitSignal(desk.model.found):
        desk.model.set_query(text)


def test_typing_is_searched_once_it_pauses(qtbot: QtBot, desk: Desk) -> None:
    desk.service.hits = [hit(1), hit(2)]
    for end in range(1, 5):
        desk.model.set_query("panda"[:end])
    assert desk.service.calls == [] and desk.model.is_searching
    typed(qtbot, desk, "panda")
    assert desk.service.calls == [("panda", PAGE_SIZE, False)]
    assert desk.shown() == ["panda 1", "panda 2"] and not desk.model.is_searching
    assert desk.heard == ["searching True", "searching False", "found"]


def test_what_a_hit_shows(qtbot: QtBot, desk: Desk) -> None:
    desk.service.hits = [
        hit(1, snippet=Snippet("😀 panda", ((2, 7),)), archived=True),
        hit(2, message_id=None, role=None),
    ]
    typed(qtbot, desk, "panda")
    results = desk.model.results
    first, second = results.index(0), results.index(1)
    assert first.data() == "😀 panda"
    assert first.data(SearchRole.HIGHLIGHTS) == ((3, 5),)
    assert [first.data(role) for role in (SearchRole.CONVERSATION_ID, SearchRole.MESSAGE_ID)] == ["c", "m1"]
    assert (first.data(SearchRole.SPEAKER), second.data(SearchRole.SPEAKER)) == (Role.USER, None)
    assert (first.data(SearchRole.TIME), first.data(SearchRole.TITLE)) == (NOW, "Pandas")
    assert (first.data(SearchRole.ARCHIVED), second.data(SearchRole.ARCHIVED)) == (True, False)
    assert second.data(SearchRole.MESSAGE_ID) == ""
    assert first.data(SearchRole.HIT) == results.hit(0) == desk.service.hits[0]
    assert first.data(Qt.ItemDataRole.DecorationRole) is None


def test_highlights_count_as_qt_does() -> None:
    assert highlights(Snippet("a😀b😀c", ((1, 2), (3, 5)))) == ((1, 2), (4, 3))


def test_nothing_to_search_for_clears_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.service.hits = [hit(1)]
    typed(qtbot, desk, "panda")
    for empty in ('"', "  ", ""):
        desk.model.set_query(empty)
        assert desk.shown() == [] and not desk.model.is_searching and not desk.model.has_query
        typed(qtbot, desk, "panda")
    desk.model.set_query("pan")
    desk.model.set_query("")
    qtbot.wait(150)
    assert [text for text, _, _ in desk.service.calls] == ["panda"] * 4


def test_a_space_after_a_sign_is_no_other_search(qtbot: QtBot, desk: Desk) -> None:
    typed(qtbot, desk, "熊猫")
    desk.model.set_query("熊猫 ")
    assert not desk.model.is_searching and len(desk.service.calls) == 1


def test_a_huge_paste_is_cut(qtbot: QtBot, desk: Desk) -> None:
    typed(qtbot, desk, "x" * 2**20)
    assert len(desk.model.query) == QUERY_LENGTH == len(desk.service.calls[0][0])


def test_more_hits_are_added_below(qtbot: QtBot, desk: Desk) -> None:
    desk.service.hits = [hit(number) for number in range(PAGE_SIZE + 10)]
    typed(qtbot, desk, "panda")
    assert desk.model.has_more and len(desk.shown()) == PAGE_SIZE
    inserted: list[tuple[int, int]] = []
    desk.model.results.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    desk.model.more()
    assert inserted == [(PAGE_SIZE, PAGE_SIZE + 9)] and not desk.model.has_more
    desk.model.more()
    assert len(desk.service.calls) == 2
    assert desk.heard.count("more True") == desk.heard.count("more False") == 1
    typed(qtbot, desk, "other")
    assert desk.service.calls[-1] == ("other", PAGE_SIZE, False)


def test_the_trash_is_searched_on_request(qtbot: QtBot, desk: Desk) -> None:
    typed(qtbot, desk, "panda")
    desk.model.set_trashed(True)
    desk.model.set_trashed(True)
    assert desk.service.calls == [("panda", PAGE_SIZE, False), ("panda", PAGE_SIZE, True)]


def test_a_failure_is_told_and_ends_the_search(qtbot: QtBot, desk: Desk) -> None:
    desk.service.hits = [hit(1)]
    typed(qtbot, desk, "panda")
    desk.service.failure = PandaError(ErrorKind.DATA_DAMAGED)
    with qtbot.waitSignal(desk.model.failed) as failed:
        desk.model.set_query("bamboo")
    assert failed.args[0].kind is ErrorKind.DATA_DAMAGED and not desk.model.is_searching
    desk.service.superseded = True
    desk.model.refresh()
    assert not desk.model.is_searching and desk.shown() == ["panda 1"]


def test_hits_follow_their_conversations(qtbot: QtBot, desk: Desk) -> None:
    desk.service.hits = [hit(1, "a"), hit(2, "b"), hit(3, "a"), hit(4, "c")]
    typed(qtbot, desk, "panda")
    a, b = (Conversation(identity, "Renamed", "auto", NOW, NOW) for identity in "ab")
    desk.bus.publish(ConversationChanged(replace(a, archived=True)))
    results = desk.model.results
    assert [results.hit(row).title for row in range(4)] == ["Renamed", "Pandas", "Renamed", "Pandas"]
    assert results.hit(0).archived
    desk.bus.publish(ConversationRemoved("a", replace(a, deleted_at=NOW)))
    assert desk.shown() == ["panda 2", "panda 4"]
    desk.model.set_trashed(True)
    desk.bus.publish(ConversationRemoved("b", replace(b, deleted_at=NOW)))
    assert "panda 2" in desk.shown()
    desk.bus.publish(ConversationChanged(b))  # taken out of the trash
    assert "panda 2" not in desk.shown()
    desk.bus.publish(ConversationRemoved("c"))
    assert "panda 4" not in desk.shown()


def test_what_was_missing_is_shown_when_it_is_there(qtbot: QtBot, desk: Desk) -> None:
    desk.service.complete = False
    typed(qtbot, desk, "panda")
    assert not desk.model.is_complete
    desk.service.complete, desk.service.hits = True, [hit(1)]
    desk.bus.publish(SearchCompleted())
    assert desk.model.is_complete and desk.shown() == ["panda 1"]
    desk.bus.publish(SearchCompleted())
    assert len(desk.service.calls) == 2


class Slow(FakeSearch):
    """Answers in the order the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[str, asyncio.Event] = {}

    async def search(self, text: str, *, limit: int = 50, trashed: bool = False) -> Any:
        self.waiting[text] = asyncio.Event()
        await self.waiting[text].wait()
        self.hits = [hit(1, snippet=Snippet(text))]
        return await super().search(text, limit=limit, trashed=trashed)


async def test_nothing_of_an_older_query_comes_later(qapp: object) -> None:
    problems: list[PandaError] = []
    tasks, service = TaskSet(problems.append), Slow()
    model = SearchModel(Bus(), tasks, service)
    shown: list[str] = []
    model.found.connect(lambda: shown.append(model.results.hit(0).snippet.text))
    for text in ("first", "second"):
        model.set_query(text)
        model.refresh()
        while text not in service.waiting:
            await asyncio.sleep(0.001)
    service.waiting["second"].set()
    while not shown:
        await asyncio.sleep(0.001)
    service.waiting["first"].set()
    while tasks._tasks:
        await asyncio.sleep(0.001)
    assert shown == ["second"]
    await tasks.close()
    assert not problems


async def test_typing_over_the_real_database(qapp: object, tmp_path: Path) -> None:
    storage = await Storage.open(tmp_path)
    chat = Conversation("c", "Bread", "auto", NOW, NOW)
    texts = ("Crème brûlée for pandas", "熊猫吃竹子", "nothing")
    added = [Message(f"m{n}", "c", None, 0, Role.USER, text, NOW) for n, text in enumerate(texts)]
    await storage.conversations.add(added, chat)
    problems: list[PandaError] = []
    bus, tasks = Bus(), TaskSet(problems.append)
    model = SearchModel(bus, tasks, SearchService(bus, tasks, storage.search))
    answered = asyncio.Event()
    model.found.connect(answered.set)
    for text, expected in (("bru", "Crème brûlée for pandas"), ("竹", "熊猫吃竹子"), ("bread", "Bread")):
        answered.clear()
        for end in range(1, len(text) + 1):
            model.set_query(text[:end])
        await answered.wait()
        assert model.results.hit(0).snippet.text == expected
    await tasks.close()
    await storage.close()
    assert not problems
