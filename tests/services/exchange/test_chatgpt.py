"""Chats of ChatGPT."""

import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.branch import branch_to, children_of
from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.exchange import ImportReport, Reason
from panda_desktop.services.exchange.chatgpt import ChatGPTChat
from tests.services.exchange.rig import rig
from tests.services.exchange.samples import chatgpt, node, root, saved, two_versions, zipped


async def taken_in(
    folder: Path, *chats: dict[str, Any]
) -> tuple[ImportReport, Conversation, tuple[Message, ...]]:
    async with rig(folder) as here:
        report = await here.take_in(saved(folder, list(chats)))
        return report, *await here.only()


def texts(messages: tuple[Message, ...]) -> list[str]:
    return [message.text for message in messages]


async def test_a_tree_comes_in_with_its_versions(tmp_path: Path) -> None:
    report, chat, messages = await taken_in(tmp_path, two_versions(is_archived=False))
    assert (report.conversations, report.messages, report.misfits) == (1, 3, ())
    assert chat.title == "A chat" and chat.model == "auto"
    assert chat.created_at == datetime.fromtimestamp(1_700_000_000, UTC)
    assert chat.updated_at == datetime.fromtimestamp(1_700_000_100, UTC)
    question, first, second = messages
    assert [each.role for each in messages] == [Role.USER, Role.ASSISTANT, Role.ASSISTANT]
    assert texts(children_of(messages)[question.id]) == ["Rayleigh scattering.", "Because."]  # type: ignore[arg-type]
    assert texts(tuple(branch_to({each.id: each for each in messages}, chat.leaf_id))) == [
        "Why is the sky blue?",
        "Rayleigh scattering.",
    ]
    assert (first.model, first.served_model, first.finish_reason) == ("gpt-4o", "gpt-4o", "stop")
    assert second.created_at == datetime.fromtimestamp(1_700_000_020, UTC)


@pytest.mark.parametrize(
    "value",
    [
        lambda chats: {"conversations": chats},
        lambda chats: b"\xef\xbb\xbf" + json.dumps(chats).encode(),
    ],
)
async def test_other_wrappings(tmp_path: Path, value: Any) -> None:
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, value([two_versions()])))
        assert report.conversations == 1


async def test_an_archive_of_one_and_of_many_parts(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        others = ("user.json", {"id": "x"}), ("chat.html", b"<html>")
        report = await here.take_in(zipped(tmp_path, *others, ("conversations.json", [two_versions()])))
        assert report.conversations == 1
        parts = [
            (f"folder/conversations-00{number}.json", [two_versions(conversation_id=f"c-{number}")])
            for number in (3, 2, 1)
        ]
        report = await here.take_in(zipped(tmp_path, *parts))
        assert (report.conversations, report.duplicates) == (2, 1)


async def test_archived_and_starred(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await here.take_in(
            saved(
                tmp_path,
                [two_versions(is_archived=True), two_versions(id="x", conversation_id="x", is_starred=True)],
            )
        )
        (shown,) = await here.storage.conversations.list()
        assert shown.pinned


POINTER = {
    "content_type": "image_asset_pointer",
    "asset_pointer": "sediment://file_7",
    "metadata": {"dalle": {"prompt": "a panda"}},
}
VOICE = {
    "content_type": "real_time_user_audio_video_asset_pointer",
    "audio_asset_pointer": {"content_type": "audio_asset_pointer", "asset_pointer": "sediment://voice"},
}
KINDS: list[dict[str, Any]] = [
    {"content_type": "multimodal_text", "parts": [POINTER, "What is this?", None, ""]},
    {
        "content_type": "multimodal_text",
        "parts": [{"content_type": "audio_transcription", "text": "spoken"}, VOICE],
    },
    {"content_type": "code", "language": "python", "text": "print('```')"},
    {"content_type": "execution_output", "text": "42"},
    {"content_type": "tether_quote", "title": "Page", "url": "https://e.x", "text": "quoted"},
    {"content_type": "tether_browsing_display", "result": "found", "summary": None},
    {"content_type": "sonic_webpage", "url": "https://e.x/2", "title": "Two", "text": "scraped"},
    {"content_type": "system_error", "name": "Denied", "text": "robots"},
    {"content_type": "model_editable_context", "model_set_context": "remembers"},
    {"content_type": "hologram", "waves": [1, 2.5]},
    {"content_type": "multimodal_text", "parts": [{"content_type": "smell", "of": "rain"}, 7]},
]


async def test_every_kind_of_content_is_visible(tmp_path: Path) -> None:
    nodes = [
        node(f"n{number}", f"n{number - 1}" if number else None, "assistant", content=kind)
        for number, kind in enumerate(KINDS)
    ]
    report, _, messages = await taken_in(tmp_path, chatgpt(*nodes))
    assert len(messages) == len(KINDS)
    whole = "\n".join(texts(messages))
    for word in (
        "sediment://file_7",
        "a panda",
        "What is this?",
        "spoken",
        "sediment://voice",
        "42",
        "quoted",
    ):
        assert word in whole
    for word in (
        "https://e.x",
        "found",
        "scraped",
        "Denied",
        "robots",
        "remembers",
        "hologram",
        "2.5",
        "rain",
        "7",
    ):
        assert word in whole
    assert messages[2].text == "````python\nprint('```')\n````"
    assert report.counts == {Reason.UNKNOWN_CONTENT: 3}
    assert report.misfits[0].what == "hologram, smell, int" and report.misfits[0].title == "A chat"


async def test_tools_are_named_and_files_too(tmp_path: Path) -> None:
    _, _, messages = await taken_in(
        tmp_path,
        chatgpt(
            node("q", None, "user", "Count", attachments=[{"name": "my `data`.csv", "size": 5}]),
            node(
                "call",
                "q",
                "assistant",
                kind="code",
                content={"content_type": "code", "text": "1+1"},
                recipient="python",
            ),
            node(
                "out",
                "call",
                "tool",
                kind="execution_output",
                content={"content_type": "execution_output", "text": "2"},
                author="python",
            ),
            node("noise", "out", "tool", "", author="web.search"),
            node("a", "noise", "assistant", "Two."),
        ),
    )
    assert texts(messages) == [
        "Count\n\n> `my 'data'.csv`",
        "> `→` `python`\n\n```\n1+1\n```",
        "> `tool` `python`\n\n```\n2\n```",
        "Two.",
    ]
    assert [each.role for each in messages] == [Role.USER] + [Role.ASSISTANT] * 3
    assert messages[3].parent_id == messages[2].id


async def test_thoughts_become_the_reasoning_of_what_they_lead_to(tmp_path: Path) -> None:
    thoughts = {
        "content_type": "thoughts",
        "thoughts": [{"summary": "Plan", "content": "first"}, {"content": "then"}],
    }
    recap = {"content_type": "reasoning_recap", "content": "Thought for 3 seconds"}
    _, _, messages = await taken_in(
        tmp_path,
        chatgpt(
            node("q", None, "user", "Hm?"),
            node("t", "q", "assistant", content=thoughts),
            node("r", "t", "assistant", content=recap),
            node("a1", "r", "assistant", "One."),
            node("a2", "r", "assistant", "Two."),
            node("t2", "a1", "assistant", content=recap),
            node("q2", "t2", "user", "And?"),
            node("t3", "q2", "assistant", content=recap),
        ),
    )
    whole = "**Plan**\n\nfirst\n\nthen\n\nThought for 3 seconds"
    assert [(each.role.value, each.text, each.reasoning) for each in messages] == [
        ("user", "Hm?", ""),
        ("assistant", "One.", whole),
        ("assistant", "", "Thought for 3 seconds"),
        ("user", "And?", ""),
        ("assistant", "", "Thought for 3 seconds"),
        ("assistant", "Two.", whole),
    ]


async def test_standing_instructions_become_the_system_prompt(tmp_path: Path) -> None:
    content = {
        "content_type": "user_editable_context",
        "user_profile": "I am a cook.",
        "user_instructions": "Be brief.",
    }
    old = {"about_user_message": "I am a cook.", "about_model_message": "Be brief."}
    _, chat, messages = await taken_in(
        tmp_path,
        chatgpt(
            node("i", None, "user", content=content, is_visually_hidden_from_conversation=True),
            node("j", "i", "system", "", user_context_message_data=old),
            node("s", "j", "system", "Hidden rules"),
            node("q", "s", "user", "Hi"),
        ),
    )
    assert chat.system_prompt == "I am a cook.\n\nBe brief."
    assert [(each.role, each.text) for each in messages] == [(Role.SYSTEM, "Hidden rules"), (Role.USER, "Hi")]


async def test_how_an_answer_ended(tmp_path: Path) -> None:
    cut = node("b", "a", "assistant", "So f")
    cut["message"]["status"] = "in_progress"
    _, _, messages = await taken_in(
        tmp_path,
        chatgpt(
            node("a", None, "assistant", "Well", finish_details={"type": "interrupted"}),
            cut,
            node("c", "b", "assistant", "long", finish_details={"type": "max_tokens"}),
        ),
    )
    assert [each.state for each in messages] == [
        MessageState.STOPPED,
        MessageState.INTERRUPTED,
        MessageState.DONE,
    ]
    assert messages[2].finish_reason == "length"


async def test_d17_a_broken_tree_is_mended_and_told(tmp_path: Path) -> None:
    report, chat, messages = await taken_in(
        tmp_path,
        chatgpt(
            node("a", "c", "user", "in a circle"),
            node("b", "a", "assistant", "too"),
            node("c", "b", "user", "as well"),
            node("lost", "nowhere", "user", "orphan"),
            node("self", "self", "user", "own parent"),
            current="missing",
        ),
    )
    assert sorted(texts(messages)) == ["as well", "in a circle", "orphan", "own parent", "too"]
    assert report.counts == {Reason.BROKEN_TREE: 3}
    assert chat.leaf_id in {each.id for each in messages}
    assert len(children_of(messages)[None]) == 3


async def test_d17_the_same_name_twice_in_a_mapping(tmp_path: Path) -> None:
    nodes = [json.dumps(node("n", None, "user", word)) for word in ("one", "two")]
    text = f'[{{"id": "c", "mapping": {{"n": {nodes[0]}, "n": {nodes[1]}}}}}]'.encode()
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, text))
        _, messages = await here.only()
        assert sorted(texts(messages)) == ["one", "two"] and report.counts == {Reason.SAME_ID: 1}


async def test_d17_dates_that_are_nonsense(tmp_path: Path) -> None:
    dates: list[Any] = [
        -5,
        1e300,
        "soon",
        [],
        9_999_999_999,
        True,
        1_700_000_000_123,
        "2026-01-02T03:04:05Z",
        None,
    ]
    nodes = [
        node(f"n{number}", f"n{number - 1}" if number else None, "user", str(number), when=date)
        for number, date in enumerate(dates)
    ]
    report, chat, messages = await taken_in(tmp_path, chatgpt(*nodes, create_time="long ago", update_time=-1))
    assert report.counts == {Reason.BAD_DATE: 8}
    assert all(2000 < each.created_at.year <= datetime.now(UTC).year for each in messages)
    assert messages[6].created_at.year == 2023
    assert messages[7].created_at == messages[8].created_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert chat.created_at <= chat.updated_at <= datetime.now(UTC)


async def test_d17_a_title_is_plain_text_on_one_line(tmp_path: Path) -> None:
    title = (
        "<img src=x onerror=alert(1)>\n\x00\x1b[31m  **b** \u202e \U0001f469\u200d\U0001f467 " + "x" * 5000
    )
    _, chat, _ = await taken_in(tmp_path, two_versions(title=title))
    assert chat.title.startswith("<img src=x onerror=alert(1)> [31m **b** \U0001f469\u200d\U0001f467 xxx")
    assert len(chat.title) == 200


async def test_a_chat_without_a_title_is_named_after_its_first_words(tmp_path: Path) -> None:
    _, chat, _ = await taken_in(tmp_path, two_versions(title=None))
    assert chat.title == "Why is the sky blue?"


async def test_wrong_types_everywhere_raise_nothing(tmp_path: Path) -> None:
    strange: list[Any] = [None, 5, "x", [], {}, [[]], {"a": None}]
    chats = []
    for number, value in enumerate(strange):
        good = node("g", None, "user", f"good {number}")
        bad = {"id": "b", "parent": value, "children": value, "message": value}
        worse = node("w", "g", "user", value)
        worse["message"] |= {"author": value, "content": value, "metadata": value, "create_time": value}
        chats.append(
            chatgpt(good, bad, worse, value if isinstance(value, dict) and value.get("id") else good)
            | {
                "mapping": {"g": good, "b": bad, "w": worse, "v": value},
                "id": f"c{number}",
                "conversation_id": value,
            }
            | {"title": value, "create_time": value, "current_node": value, "is_archived": value}
        )
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, chats))
        assert report.conversations == len(strange)


async def test_a_chat_in_which_nobody_said_anything_is_told(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        empty = chatgpt(root("s"), node("s", "root", "system", ""), title="Nothing")
        report = await here.take_in(saved(tmp_path, [empty, two_versions()]))
        assert report.conversations == 1 and report.counts == {Reason.EMPTY: 1}
        assert report.misfits[0].title == "Nothing"


def test_d17_a_long_row_of_thoughts_takes_no_more_memory_than_itself() -> None:
    count, thought = 1000, "x" * 1000
    content = {"content_type": "thoughts", "thoughts": [{"content": thought}]}
    nodes = [
        node(f"t{number}", f"t{number - 1}" if number else None, "assistant", content=content)
        for number in range(count)
    ]
    chat = ChatGPTChat(chatgpt(*nodes), "auto", datetime.now(UTC))
    tracemalloc.start()
    try:
        (message,) = chat.messages()
        assert message.reasoning == "\n\n".join([thought] * count)
        assert tracemalloc.get_traced_memory()[1] < 20 * len(message.reasoning)
    finally:
        tracemalloc.stop()
