"""The list of conversations: order, sections, filter."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.modeltest import ModelTester

from panda_desktop.domain.chat import Conversation
from panda_desktop.viewmodels.conversations import (
    ConversationList,
    ConversationRole,
    Section,
    section_of,
)

NOW = datetime.now(UTC)


def conversation(identity: str, minutes: int, **values: object) -> Conversation:
    when = NOW - timedelta(minutes=minutes)
    return replace(Conversation(identity, identity, "auto", when, when), **values)  # type: ignore[arg-type]


@pytest.fixture
def shown(qtmodeltester: ModelTester) -> ConversationList:
    made = ConversationList()
    qtmodeltester.check(made)
    made.set_all((conversation("old", 60), conversation("pinned", 900, pinned=True), conversation("new", 1)))
    return made


def titles(shown: ConversationList) -> list[str]:
    return [shown.data(shown.index(row)) for row in range(shown.rowCount())]


def test_pinned_first_then_newest(shown: ConversationList) -> None:
    assert titles(shown) == ["pinned", "new", "old"]


def test_a_message_moves_its_conversation_up(shown: ConversationList) -> None:
    shown.put(conversation("old", 0))
    assert titles(shown) == ["pinned", "old", "new"]
    shown.put(conversation("fresh", -1))
    assert titles(shown) == ["pinned", "fresh", "old", "new"]


def test_what_is_archived_or_in_the_trash_leaves(shown: ConversationList) -> None:
    shown.put(conversation("new", 1, archived=True))
    shown.put(conversation("old", 60, deleted_at=NOW))
    shown.put(conversation("strange", 60, deleted_at=NOW))
    assert titles(shown) == ["pinned"]


def test_filter_and_what_comes_meanwhile(shown: ConversationList) -> None:
    shown.set_filter("NE w")
    assert titles(shown) == ["new"]
    shown.set_filter("old")
    shown.put(conversation("another", 0))
    shown.put(conversation("old", 0, title="older"))
    assert titles(shown) == ["older"]
    shown.set_filter("")
    assert sorted(titles(shown)) == ["another", "new", "older", "pinned"]


def test_sections() -> None:
    today = date.today()
    local = datetime.now().astimezone()
    days = {0: Section.TODAY, 1: Section.YESTERDAY, 2: Section.WEEK, 6: Section.WEEK, 7: Section.OLDER}
    for back, section in days.items():
        at = replace(conversation("x", 0), updated_at=local - timedelta(days=back))
        assert section_of(at, today) is section
    assert section_of(conversation("x", 0, pinned=True), today) is Section.PINNED


def test_only_the_first_of_a_section_carries_its_heading(shown: ConversationList) -> None:
    shown.put(conversation("newer", 0))
    starts = [shown.data(shown.index(row), ConversationRole.STARTS_SECTION) for row in range(3)]
    assert starts[:2] == [True, True] and not starts[2]


def test_answering_is_marked(shown: ConversationList) -> None:
    shown.set_answering("new", True)
    assert shown.data(shown.index_of("new"), ConversationRole.ANSWERING)
    shown.set_answering("new", False)
    assert not shown.data(shown.index_of("new"), ConversationRole.ANSWERING)
