"""The rows of the transcript: growth once a frame, and only what differs moves."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.branch import children_of
from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.viewmodels import transcript
from panda_desktop.viewmodels.transcript import TranscriptRow, TranscriptRows


def message(identity: str, parent: str | None, seq: int, role: Role = Role.USER, text: str = "x") -> Message:
    return Message(identity, "c", parent, seq, role, text, datetime.now(UTC))


QUESTION = message("q", None, 1)
FIRST = message("a1", "q", 2, Role.ASSISTANT)
SECOND = message("a2", "q", 3, Role.ASSISTANT)
NEXT = message("q2", "a1", 4)


class Heard:
    """Writes down what the rows tell."""

    def __init__(self, rows: TranscriptRows) -> None:
        self.all: list[tuple[object, ...]] = []
        rows.reset.connect(lambda: self.all.append(("reset",)))
        rows.inserted.connect(lambda *at: self.all.append(("inserted", *at)))
        rows.removed.connect(lambda *at: self.all.append(("removed", *at)))
        rows.changed.connect(lambda at: self.all.append(("changed", at)))
        rows.grew.connect(lambda at: self.all.append(("grew", at)))

    def take(self) -> list[tuple[object, ...]]:
        taken, self.all = self.all, []
        return taken


@pytest.fixture
def rows() -> TranscriptRows:
    made = TranscriptRows()
    made.show("c", (QUESTION, FIRST, SECOND, NEXT), "q2")
    return made


def test_the_branch_and_its_siblings(rows: TranscriptRows) -> None:
    assert [row.message.id for row in map(rows.row, range(rows.count()))] == ["q", "a1", "q2"]
    assert (rows.row(1).sibling_index, rows.row(1).sibling_count) == (1, 2)


def test_siblings_of_any_tree_are_those_with_the_same_parent_and_role() -> None:
    maker = random.Random(1)
    for _ in range(60):
        parents: list[str | None] = [None, None, "gone"]
        messages = []
        for seq in range(maker.randint(1, 30)):
            role = maker.choice((Role.USER, Role.ASSISTANT))
            messages.append(message(f"m{seq}", maker.choice(parents[-4:]), seq, role))
            parents.append(f"m{seq}")
        seen = messages[:]
        maker.shuffle(seen)
        shown = TranscriptRows()
        shown.show("c", seen, maker.choice(seen).id)
        assert shown.count() > 0
        for row in map(shown.row, range(shown.count())):
            alike = [
                each.id
                for each in messages
                if (each.parent_id, each.role) == (row.message.parent_id, row.message.role)
            ]
            assert (row.sibling_index, row.sibling_count) == (alike.index(row.message.id) + 1, len(alike))


def test_a_sibling_that_comes_or_goes_changes_the_row_beside_it(rows: TranscriptRows) -> None:
    heard = Heard(rows)
    rows.show("c", (QUESTION, FIRST, NEXT), "q2")
    assert heard.take() == [("changed", 1)]
    assert (rows.row(1).sibling_index, rows.row(1).sibling_count) == (1, 1)
    rows.show("c", (QUESTION, FIRST, SECOND, NEXT), "q2")
    assert heard.take() == [("changed", 1)]
    assert (rows.row(1).sibling_index, rows.row(1).sibling_count) == (1, 2)


def test_a_long_branch_is_shown_without_a_row_or_a_family_made_for_each_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []
    families: list[int] = []

    def counted_row(each: Message, index: int, count: int) -> transcript.TranscriptRow:
        made.append(each.id)
        return TranscriptRow(each, index, count)

    def counted_children(messages: Iterable[Message]) -> dict[str | None, list[Message]]:
        found = children_of(messages)
        families.append(len(found))
        return found

    monkeypatch.setattr(transcript, "TranscriptRow", counted_row)
    monkeypatch.setattr(transcript, "children_of", counted_children)
    long = [message(f"m{seq}", f"m{seq - 1}" if seq else None, seq) for seq in range(2000)]
    other = message("other", "m998", 2000)
    shown = TranscriptRows()
    shown.show("c", (*long, other), "m1999")
    assert (shown.count(), made, families) == (2000, [], [1])
    row = shown.row(999)
    assert (row.sibling_index, row.sibling_count, made) == (1, 2, ["m999"])


def test_another_branch_keeps_the_rows_both_begin_with(rows: TranscriptRows) -> None:
    heard = Heard(rows)
    rows.show("c", (QUESTION, FIRST, SECOND, NEXT), "a2")
    assert heard.take() == [("removed", 1, 2), ("inserted", 1, 1)]
    rows.show("c", (QUESTION, FIRST, SECOND, NEXT), "a2")
    assert heard.take() == []
    rows.show("other", (), None)
    assert heard.take() == [("reset",)]


def test_a_new_sibling_changes_the_switcher_of_the_row_that_stays(rows: TranscriptRows) -> None:
    third = message("a3", "q", 9, Role.ASSISTANT)
    heard = Heard(rows)
    rows.show("c", (QUESTION, FIRST, SECOND, NEXT, third), "q2")
    assert heard.take() == [("changed", 1)]
    assert rows.row(1).sibling_count == 3


def test_the_model_is_consistent_whenever_it_tells(rows: TranscriptRows) -> None:
    seen: list[tuple[str, int]] = []
    rows.removed.connect(lambda *_: seen.append(("removed", rows.count())))
    rows.inserted.connect(lambda *_: seen.append(("inserted", rows.count())))
    rows.show("c", (QUESTION, FIRST, SECOND, NEXT), "a2")
    assert seen == [("removed", 1), ("inserted", 2)]


def test_text_is_told_once_a_frame(qtbot: QtBot, rows: TranscriptRows) -> None:
    streaming = replace(FIRST, state=MessageState.STREAMING)
    rows.update(streaming)
    heard = Heard(rows)
    with qtbot.waitSignal(rows.grew):
        for length in range(1, 1000):
            rows.grow(replace(streaming, text="x" * length))
    assert heard.take() == [("grew", 1)]
    assert len(rows.row(1).message.text) == 999


def test_the_end_is_told_at_once_and_only_once(qtbot: QtBot, rows: TranscriptRows) -> None:
    streaming = replace(FIRST, state=MessageState.STREAMING)
    rows.update(streaming)
    heard = Heard(rows)
    rows.grow(replace(streaming, text="more"))
    rows.update(replace(streaming, text="more", state=MessageState.DONE))
    assert heard.take() == [("changed", 1)]
    rows.grow(replace(QUESTION, state=MessageState.STREAMING))
    assert heard.take() == [("changed", 0)]


def test_u07_text_of_another_chat_goes_nowhere(rows: TranscriptRows) -> None:
    heard = Heard(rows)
    rows.grow(replace(message("z", None, 1), conversation_id="other"))
    rows.append(replace(message("z", None, 1), conversation_id="other"))
    assert heard.take() == []
