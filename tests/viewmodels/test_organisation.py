"""The shelves, folders and tags of the sidebar."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from panda_desktop.domain.changes import MessageAdded, MessageGrew, ReplyFinished
from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.folders import Folder, Shelf, Tag
from panda_desktop.services.bus import Bus
from panda_desktop.viewmodels.conversations import ConversationRole, Section, section_of
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.shelf_rows import RowKind, ShelfRole, ShelfRow, ShelfRows, arranged
from tests.ui.doubles import InstantTasks
from tests.viewmodels.organising import FakeOrganisation

NOW = datetime.now(UTC)


def chat(identity: str, days: float = 0, **values: Any) -> Conversation:
    when = NOW - timedelta(days=days)
    return replace(Conversation(identity, identity, "auto", when, when), **values)


class Desk:
    """The view-model over shelves in memory."""

    def __init__(self, tester: ModelTester | None = None) -> None:
        self.bus = Bus()
        self.service = FakeOrganisation(self.bus)
        tasks: Any = InstantTasks()  # a double of a class, not of a protocol
        self.tasks = tasks
        self.model = OrganisationModel(self.bus, tasks, self.service)
        if tester is not None:
            tester.check(self.model.rows)

    def load(self) -> None:
        self.tasks.spawn(self.model.load(), name="load")

    def shown(self) -> list[str]:
        made = []
        for place in range(self.model.rows.rowCount()):
            row = self.model.rows.row(place)
            closed = " closed" if row.collapsed else ""
            if row.kind is RowKind.CONVERSATION:
                assert row.conversation is not None
                made.append(("  " if row.folder else "") + row.conversation.title)
            else:
                made.append(f"[{row.folder.name if row.folder else row.section} {row.count}{closed}]")
        return made


@pytest.fixture
def desk(qapp: object, qtmodeltester: ModelTester) -> Desk:
    made = Desk(qtmodeltester)
    for folder in (Folder("f1", "Work", 0), Folder("f2", "Home", 1, collapsed=True)):
        made.service.named[folder.id] = folder
    made.service.marks["t"] = Tag("t", "later", 2)
    for each in (
        chat("new"),
        chat("old", 40),
        chat("pinned", 50, pinned=True, folder_id="f1"),
        chat("job", 3, folder_id="f1", tag_ids=("t",)),
        chat("cat", 2, folder_id="f2", tag_ids=("t",)),
        chat("lost", 41, folder_id="gone"),
        chat("away", 1, archived=True),
        chat("bin", 1, deleted_at=NOW),
    ):
        made.service.all[each.id] = each
    made.load()
    return made


LIST = [
    "[pinned 1]",
    "pinned",
    "[Work 1]",
    "  job",
    "[Home 1 closed]",
    "[today 1]",
    "new",
    "[older 2]",
    "old",
    "lost",
]


def test_pinned_then_folders_then_by_age(desk: Desk) -> None:
    assert desk.shown() == LIST
    rows = desk.model.rows
    folder, job = rows.index(2), rows.index(3)
    assert (folder.data(ShelfRole.KIND), folder.data(), folder.data(ShelfRole.COUNT)) == (
        RowKind.FOLDER,
        "Work",
        1,
    )
    assert job.data(ShelfRole.FOLDER).id == "f1" and job.data(ConversationRole.CONVERSATION).id == "job"
    assert rows.index(4).data(ShelfRole.COLLAPSED) and not folder.data(ShelfRole.COLLAPSED)
    assert (rows.index(5).data(ConversationRole.SECTION), rows.index(5).data()) == (Section.TODAY, "")
    assert rows.index_of("job").row() == 3 and not rows.index_of("cat").isValid()


def test_a_folder_opens_and_closes(desk: Desk) -> None:
    desk.model.collapse_folder("f2", False)
    assert desk.shown()[4:6] == ["[Home 1]", "  cat"]
    desk.model.collapse_folder("f2", True)
    assert desk.shown() == LIST


def test_folders_are_made_named_placed_and_deleted(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.model.folder_made) as made:
        desk.model.create_folder("Notes")
    assert desk.shown()[5] == "[Notes 0]"
    identity = made.args[0].id
    desk.model.rename_folder(identity, "Ideas")
    desk.model.rename_folder(identity, "  ")
    desk.model.place_folder(identity, 0)
    assert [folder.name for folder in desk.model.folders] == ["Ideas", "Work", "Home"]
    assert desk.shown()[2] == "[Ideas 0]"
    desk.model.move(("new", "old"), identity)
    assert desk.shown()[2:5] == ["[Ideas 2]", "  new", "  old"]
    desk.model.move(("old",), None)
    desk.model.delete_folder(identity)
    desk.model.delete_folder("f1")
    assert desk.shown() == [
        "[pinned 1]",
        "pinned",
        "[Home 1 closed]",
        "[today 1]",
        "new",
        "[week 1]",
        "job",
        "[older 2]",
        "old",
        "lost",
    ]
    with qtbot.waitSignal(desk.model.failed) as failed:
        desk.model.create_folder(" ")
    assert failed.args[0].kind is ErrorKind.INVALID_INPUT


def test_tags_narrow_what_is_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.model.filter_tag("t")
    assert desk.shown() == ["[Work 1]", "  job", "[Home 1]", "  cat"]  # a closed folder shows what it has
    desk.model.mark("new", "t", True)
    assert desk.shown()[-2:] == ["[today 1]", "new"]
    desk.model.mark("new", "t", False)
    assert len(desk.shown()) == 4
    with qtbot.waitSignal(desk.model.tags_changed):
        desk.model.delete_tag("t")
    assert desk.model.tag is None and desk.shown() == LIST


def test_a_new_tag_is_given_at_once(desk: Desk) -> None:
    desk.model.create_tag("soon", 5, "new")
    (tag,) = desk.model.tags_of(desk.service.all["new"])
    assert (tag.name, tag.colour) == ("soon", 5)
    desk.model.change_tag(tag.id, name="now")
    assert [each.name for each in desk.model.tags] == ["later", "now"]


def test_titles_narrow_what_is_shown(desk: Desk) -> None:
    desk.service.put(chat("x", title="Crème brûlée"))
    desk.model.filter_words("BRUL crem")
    assert desk.shown() == ["[today 1]", "Crème brûlée"]
    desk.model.filter_words("")
    assert len(desk.shown()) == len(LIST) + 1


def test_archive_and_trash(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.model.shelf_changed):
        desk.model.show(Shelf.ARCHIVE)
    assert [row.strip() for row in desk.shown()][1:] == ["away"]
    desk.service.put(replace(desk.service.all["new"], archived=True))
    assert "new" in desk.shown()
    desk.model.show(Shelf.TRASH)
    assert desk.shown() == ["[today 1]", "bin"]
    desk.service.trash(replace(desk.service.all["old"], deleted_at=NOW + timedelta(seconds=1)))
    assert desk.shown() == ["[today 2]", "old", "bin"]  # by the time of deletion
    desk.service.put(replace(desk.service.all["old"], deleted_at=None))
    assert desk.shown() == ["[today 1]", "bin"]
    desk.service.trash(replace(desk.service.all["old"], deleted_at=NOW))
    desk.model.delete("bin")
    assert desk.shown() == ["[today 1]", "old"]
    desk.model.empty_trash()
    assert desk.shown() == []
    desk.model.show(Shelf.LIST)
    desk.service.failure = PandaError(ErrorKind.CANNOT_READ)
    with qtbot.waitSignal(desk.model.failed):
        desk.model.show(Shelf.ARCHIVE)
    assert desk.model.shelf is Shelf.LIST


def test_what_is_moved_to_the_trash_leaves_the_list(desk: Desk) -> None:
    desk.service.trash(replace(desk.service.all["new"], deleted_at=NOW))
    assert "new" not in desk.shown() and "[today 1]" not in desk.shown()


def test_answering_is_marked(desk: Desk) -> None:
    answer = Message("a", "new", None, 0, Role.ASSISTANT, "", NOW, state=MessageState.WAITING)
    desk.bus.publish(MessageAdded(answer))
    index = desk.model.rows.index_of("new")
    assert index.data(ConversationRole.ANSWERING)
    desk.bus.publish(ReplyFinished(replace(answer, state=MessageState.DONE)))
    assert not index.data(ConversationRole.ANSWERING)


def steps_of(rows: ShelfRows) -> list[str]:
    heard: list[str] = []
    rows.rowsMoved.connect(
        lambda *each: heard.append(f"moved {each[1]} {each[4]}") if isinstance(each[0], QModelIndex) else None
    )
    rows.rowsInserted.connect(lambda _, first, last: heard.append(f"inserted {first} {last}"))
    rows.rowsRemoved.connect(lambda _, first, last: heard.append(f"removed {first} {last}"))
    rows.modelReset.connect(lambda: heard.append("reset"))
    return heard


def test_one_conversation_that_moves_is_one_row_that_moves(desk: Desk) -> None:
    desk.service.put(chat("newer"))
    steps = steps_of(desk.model.rows)
    desk.service.put(replace(desk.service.all["new"], updated_at=NOW + timedelta(minutes=1)))
    desk.service.put(replace(desk.service.all["new"], draft="typed"))
    desk.service.put(replace(desk.service.all["new"], updated_at=NOW - timedelta(minutes=1)))
    assert len(steps) == 2 and all(step.startswith("moved") for step in steps)
    desk.model.collapse_folder("f2", False)
    assert steps[2:] == ["inserted 5 5"]


def test_ages_are_those_of_the_list() -> None:
    today = date.today()
    many = [chat(f"c{hours}", hours / 24) for hours in range(24 * 9)]
    rows = arranged(many, (), Shelf.LIST, today=today)
    assert len([row for row in rows if row.kind is RowKind.CONVERSATION]) == len(many)
    for row in rows:
        if row.conversation is not None:
            assert row.section is section_of(row.conversation, today)


ROWS = st.lists(st.integers(0, 30), unique=True, max_size=20)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ROWS, st.integers(0, 3)), min_size=2, max_size=5))
def test_any_rows_follow_any_rows(qapp: object, turns: list[tuple[list[int], int]]) -> None:
    rows = ShelfRows()
    shown: list[str] = []

    def key(place: int) -> str:
        return rows.row(place).key

    def inserted(_: QModelIndex, first: int, last: int) -> None:
        shown[first:first] = [key(place) for place in range(first, last + 1)]

    def removed(_: QModelIndex, first: int, last: int) -> None:
        del shown[first : last + 1]

    def moved(_: QModelIndex, start: int, _end: int, _to: QModelIndex, target: int) -> None:
        shown.insert(target - (target > start), shown.pop(start))

    def reset() -> None:
        shown[:] = [key(place) for place in range(rows.rowCount())]

    rows.rowsInserted.connect(inserted)
    rows.rowsRemoved.connect(removed)
    rows.rowsMoved.connect(moved)
    rows.modelReset.connect(reset)
    for numbers, count in turns:
        wanted = [ShelfRow(str(number), RowKind.CONVERSATION, count=count) for number in numbers]
        rows.show(wanted)
        assert [rows.row(place) for place in range(rows.rowCount())] == wanted
        assert shown == [row.key for row in wanted]


def test_thousands_of_conversations_are_shown_at_once(qapp: object) -> None:
    desk = Desk()
    for number in range(5_000):
        desk.service.all[f"c{number}"] = chat(f"c{number}", number / 50)
    desk.load()
    steps = steps_of(desk.model.rows)
    desk.service.put(replace(desk.service.all["c4999"], updated_at=NOW + timedelta(seconds=9)))
    assert len(steps) == 1
    desk.model.filter_words("c49")
    desk.model.filter_words("")
    assert desk.model.rows.rowCount() == 5_004


def test_a_chat_answers_until_the_last_of_its_answers_has_ended(desk: Desk) -> None:
    def told(identity: str, state: MessageState) -> Message:
        return Message(identity, "new", "q", 1, Role.ASSISTANT, "", NOW, state=state)

    new = desk.model.rows.index_of("new")
    for identity in ("one", "two"):
        desk.bus.publish(MessageAdded(told(identity, MessageState.WAITING)))
    desk.bus.publish(MessageGrew(told("two", MessageState.STREAMING)))
    desk.bus.publish(ReplyFinished(told("one", MessageState.DONE)))
    assert new.data(ConversationRole.ANSWERING)
    desk.bus.publish(ReplyFinished(told("two", MessageState.STOPPED)))
    assert not new.data(ConversationRole.ANSWERING)
