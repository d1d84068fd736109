"""Chats of Claude."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from panda_desktop.domain.branch import children_of
from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.domain.exchange import ImportReport, Reason
from tests.services.exchange.rig import rig
from tests.services.exchange.samples import claude, saved, turn, two_versions, zipped


async def taken_in(
    folder: Path, chat: dict[str, Any]
) -> tuple[ImportReport, Conversation, tuple[Message, ...]]:
    async with rig(folder) as here:
        report = await here.take_in(saved(folder, [chat]))
        return report, *await here.only()


async def test_a_list_of_messages_comes_in(tmp_path: Path) -> None:
    report, chat, messages = await taken_in(
        tmp_path, claude(turn("m1", "human", "Hello"), turn("m2", "assistant", "Hi", "there"))
    )
    assert (report.conversations, report.messages, report.misfits) == (1, 2, ())
    assert [(each.role, each.text) for each in messages] == [
        (Role.USER, "Hello"),
        (Role.ASSISTANT, "Hi\n\nthere"),
    ]
    assert messages[1].parent_id == messages[0].id and chat.leaf_id == messages[1].id
    assert messages[0].created_at == datetime(2026, 1, 15, 10, 31, tzinfo=UTC)
    assert chat.created_at == datetime(2026, 1, 15, 10, 30, 0, 123456, tzinfo=UTC)


async def test_an_archive_and_an_old_form(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        old = {
            "uuid": "old",
            "title": "Old",
            "created_at": "2026-01-01",
            "messages": [{"role": "user", "text": "Hey"}],
        }
        report = await here.take_in(
            zipped(
                tmp_path, ("users.json", []), ("conversations.json", [claude(turn("m", "human", "x")), old])
            )
        )
        assert report.conversations == 2


async def test_branches_by_predecessor(tmp_path: Path) -> None:
    nobody = "00000000-0000-4000-8000-000000000000"
    report, chat, messages = await taken_in(
        tmp_path,
        claude(
            turn("q", "human", "Q", parent_message_uuid=nobody),
            turn("a", "assistant", "A", parent_message_uuid="q"),
            turn("b", "assistant", "B", parent_message_uuid="q"),
            current_leaf_message_uuid="a",
        ),
    )
    assert report.misfits == ()
    question, first, second = messages
    assert children_of(messages)[question.id] == [first, second]
    assert chat.leaf_id == first.id


async def test_every_block_is_visible(tmp_path: Path) -> None:
    report, _, messages = await taken_in(
        tmp_path,
        claude(
            turn(
                "q",
                "human",
                "Look",
                attachments=[{"file_name": "notes.txt", "extracted_content": "inside ``` it"}, {}],
                files=[{"file_name": "photo.png"}],
            ),
            turn(
                "a",
                "assistant",
                {"type": "thinking", "thinking": "Let me see"},
                {"type": "tool_use", "name": "search", "input": {"query": "pandas"}},
                {"type": "tool_result", "name": "search", "content": [{"type": "text", "text": "found"}]},
                {"type": "tool_result", "content": [{"type": "image"}]},
                {"type": "tool_result", "content": "plain"},
                "Here.",
                {"type": "telepathy", "wave": 7},
                5,
            ),
            turn("only text", "assistant", text="flat", content=[]),
            turn("nothing", "human"),
        ),
    )
    question, answer, flat = messages
    assert question.text == "Look\n\n> `notes.txt`\n\n````\ninside ``` it\n````\n\n> `photo.png`"
    assert answer.reasoning == "Let me see" and flat.text == "flat"
    for word in (
        "`tool_use` `search`",
        "pandas",
        "found",
        '"image"',
        "plain",
        "Here.",
        "telepathy",
        "7",
        "5",
    ):
        assert word in answer.text
    assert report.counts == {Reason.UNKNOWN_CONTENT: 2}


async def test_d17_the_same_name_twice(tmp_path: Path) -> None:
    report, _, messages = await taken_in(
        tmp_path,
        claude(turn("m", "human", "one"), turn("m", "assistant", "two"), "junk", turn("", "human", "three")),  # type: ignore[arg-type]
    )
    assert [each.text for each in messages] == ["one", "two", "three"]
    assert report.counts == {Reason.SAME_ID: 1}


async def test_chats_of_both_in_one_file(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        report = await here.take_in(
            saved(tmp_path, [claude(turn("m", "human", "x")), two_versions(), {"other": 1}])
        )
        assert report.conversations == 2 and report.counts == {Reason.NOT_AN_EXPORT: 1}


async def test_a_chat_without_a_name_is_the_same_chat_next_time(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, [claude(turn("m", "human", "x"), uuid=None, name="")])
        assert (await here.take_in(path)).conversations == 1
        assert (await here.take_in(path)).duplicates == 1
