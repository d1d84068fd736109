"""What is exported as JSON comes back identical."""

import asyncio
import base64
import hashlib
import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from panda_desktop.domain.attachments import Attachment, recognise
from panda_desktop.domain.chat import (
    Conversation,
    Message,
    MessageState,
    Parameters,
    Receipt,
    Role,
    Usage,
)
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.exchange import FileFormat, Reason
from panda_desktop.domain.fold import crashed
from panda_desktop.domain.folders import Folder, Tag
from panda_desktop.domain.ids import new_id
from panda_desktop.services.exchange import own_format
from panda_desktop.services.exchange.foreign import Shelves
from tests.services.exchange.rig import Rig, rig
from tests.services.exchange.samples import saved

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DATES = st.datetimes(
    datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))])
)
FLOATS = st.floats(0, 1e9)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "reasoning": TEXT,
        "state": st.sampled_from([state for state in MessageState if state.is_final]),
        "model": TEXT,
        "served_model": TEXT,
        "finish_reason": TEXT,
        "error": st.sampled_from(ErrorKind),
        "error_detail": st.builds(
            ErrorDetail,
            status=st.none() | st.integers(100, 599),
            message=TEXT,
            retry_after=st.none() | FLOATS,
        ),
        "usage": st.builds(Usage, st.integers(0, 10**9), st.integers(0), st.integers(0, 2**62)),
        "receipt": st.builds(
            Receipt,
            st.none() | FLOATS,
            st.none() | FLOATS,
            st.none() | st.decimals(0, 10**6, places=9),
            st.booleans(),
        ),
        "reasoning_s": FLOATS,
    },
)


@st.composite
def chats(draw: st.DrawFn) -> tuple[Conversation, list[Message]]:
    """A chat of any shape."""
    chat_id = new_id()
    messages: list[Message] = []
    for _ in range(draw(st.integers(0, 8))):
        parent = draw(st.none() | st.sampled_from(messages)) if messages else None
        message = Message(
            new_id(),
            chat_id,
            parent.id if parent is not None else None,
            0,
            draw(st.sampled_from(Role)),
            draw(TEXT),
            draw(DATES),
            **draw(FACTS),
        )
        messages.append(message)
    chat = Conversation(
        chat_id,
        draw(TEXT),
        draw(TEXT.filter(bool)),
        draw(DATES),
        draw(DATES),
        draw(TEXT),
        Parameters(
            draw(st.none() | st.floats(0, 2)),
            draw(st.none() | st.floats(0, 1)),
            draw(st.none() | st.integers(1, 99)),
        ),
        draw(st.sampled_from(messages)).id if messages else None,
        draw(TEXT),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.none() | DATES),
    )
    return chat, messages


async def stored(here: Rig, given: list[tuple[Conversation, list[Message]]]) -> None:
    for chat, messages in given:
        await here.storage.conversations.add(messages, chat)
        await here.storage.conversations.save_draft(chat.id, chat.draft)


async def everything(here: Rig, given: list[tuple[Conversation, list[Message]]]) -> list[object]:
    store = here.storage.conversations
    found: list[object] = []
    for chat, _ in given:
        messages = await store.messages(chat.id)
        # Only their order is kept of the numbers, which are those of this database.
        found.append((await store.get(chat.id), [replace(each, seq=at) for at, each in enumerate(messages)]))
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(chats(), min_size=1, max_size=4))
def test_any_chats_come_back_identical(given: list[tuple[Conversation, list[Message]]]) -> None:
    async def main(folder: Path) -> None:
        async with rig(folder / "one") as one:
            await stored(one, given)
            before = await everything(one, given)
            report = await one.put_out(FileFormat.JSON, *(chat.id for chat, _ in given))
            assert report.messages == sum(len(messages) for _, messages in given)
            json.loads(report.files[0].read_bytes())  # it is JSON to others as well
            async with rig(folder / "two") as two:
                read = await two.take_in(report.files[0])
                assert (read.conversations, read.messages) == (len(given), report.messages)
                assert read.misfits == ()
                assert await everything(two, given) == before
                again = await two.take_in(report.files[0])
                assert (again.conversations, again.messages, again.duplicates) == (0, 0, len(given))
                assert await everything(two, given) == before
                second = await two.read_out(FileFormat.JSON, *(chat.id for chat, _ in given))
                assert second.split("\n", 1)[1] == report.files[0].read_text().split("\n", 1)[1]

    with tempfile.TemporaryDirectory() as name:
        asyncio.run(main(Path(name)))


def chat_of(*messages: Message, **values: object) -> Conversation:
    leaf_id = messages[-1].id if messages else None
    made = Conversation("c" * 32, "Title", "auto", NOW, NOW, leaf_id=leaf_id)
    return replace(made, **values)  # type: ignore[arg-type]


def message(number: int, parent: int | None, text: str = "text", **values: object) -> Message:
    made = Message(
        f"{number:032x}", "c" * 32, None if parent is None else f"{parent:032x}", 0, Role.USER, text, NOW
    )
    return replace(made, **values)  # type: ignore[arg-type]


async def test_folders_and_tags_go_with_it(tmp_path: Path) -> None:
    folder, tag, other = Folder(new_id(), "Work"), Tag(new_id(), "Idea", 3), Tag(new_id(), "later")
    async with rig(tmp_path / "one") as one:
        await one.storage.folders.save_folder(folder)
        for each in (tag, other):
            await one.storage.folders.save_tag(each)
        chat = chat_of(message(1, None), folder_id=folder.id, tag_ids=tuple(sorted((tag.id, other.id))))
        await stored(one, [(chat, [message(1, None)])])
        report = await one.put_out(FileFormat.JSON)
    async with rig(tmp_path / "two") as two:
        mine = Tag(new_id(), "LATER", 1)
        await two.storage.folders.save_tag(mine)
        await two.take_in(report.files[0])
        found, _ = await two.only()
        assert found.folder_id == folder.id
        assert set(found.tag_ids) == {tag.id, mine.id}
        assert await two.storage.folders.folders() == (folder,)
        assert set(await two.storage.folders.tags()) == {tag, mine}
        # Deleted here, and not made again by chats that are here already.
        await two.storage.folders.delete_folder(folder.id)
        assert (await two.take_in(report.files[0])).duplicates == 1
        assert await two.storage.folders.folders() == ()


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + (3).to_bytes(4) + (2).to_bytes(4) + b"pixels"
NOTES = "Notes, 你好".encode()


async def attached(here: Rig, data: bytes, name: str, *, temporary: bool = False) -> Attachment:
    found = recognise(data)
    file = await here.storage.attachments.keep(data, found.suffix, temporary=temporary)
    return Attachment(
        new_id(), found.kind, name, file, found.mime, len(data), found.width, found.height, len(found.text)
    )


@pytest.mark.parametrize("temporary", [False, True])
async def test_files_go_with_it(tmp_path: Path, temporary: bool) -> None:
    async with rig(tmp_path / "one") as one:
        files = [await attached(one, PNG, "a.png", temporary=temporary)]
        files.append(await attached(one, NOTES, "notes <b>.txt", temporary=temporary))
        said = [message(1, None, attachments=tuple(files)), message(2, 1, attachments=(files[0],))]
        chat = chat_of(*said, temporary=temporary)
        await one.storage.conversations.add(said, chat)
        await one.storage.conversations.save_draft(chat.id, "more", (files[1],))
        report = await one.put_out(FileFormat.JSON, chat.id)
        assert (report.missing, report.files[0].read_text().count('"data"')) == (0, 2)
        page = await one.read_out(FileFormat.HTML, chat.id)
        assert "<li>a.png</li>" in page and "<li>notes &lt;b&gt;.txt</li>" in page
        assert "> `notes <b>.txt`" in await one.read_out(FileFormat.MARKDOWN, chat.id)
    for sort in (False, True):
        async with rig(tmp_path / f"two {sort}") as two:
            path = report.files[0]
            if sort:
                path = saved(tmp_path, json.dumps(json.loads(path.read_bytes()), sort_keys=True).encode())
            assert (await two.take_in(path)).misfits == ()
            found, messages = await two.only()
            assert [each.name for each in messages[0].attachments] == ["a.png", "notes <b>.txt"]
            contents = [await two.storage.attachments.read(each.file) for each in messages[0].attachments]
            assert contents == [PNG, NOTES]
            assert found.draft_attachments[0].name == "notes <b>.txt" and found.draft == "more"
            if not temporary:
                assert messages[0].attachments == tuple(files)
            assert await two.storage.attachments.sweep() == 0


async def test_d18_files_that_are_gone_are_counted(tmp_path: Path) -> None:
    async with rig(tmp_path / "one") as one:
        file = await attached(one, PNG, "a.png")
        said = message(1, None, attachments=(file,))
        await stored(one, [(chat_of(said), [said])])
        one.storage.files.path(file.file).write_bytes(b"changed")
        report = await one.put_out(FileFormat.JSON)
        assert report.missing == 1
    async with rig(tmp_path / "two") as two:
        await two.take_in(report.files[0])
        _, (found,) = await two.only()
        assert found.attachments == (file,)  # shown as a placeholder
        with pytest.raises(PandaError):
            await two.storage.attachments.read(file.file)


async def test_files_that_are_not_what_they_say_are_not_taken(tmp_path: Path) -> None:
    digest = hashlib.sha256(PNG).hexdigest()
    name = f"attachments/{digest[:2]}/{digest}.png"
    good = base64.b64encode(PNG).decode()
    files: list[object] = [
        {"file": "../../evil.png", "data": good},
        {"file": "attachments/aa/" + "a" * 64 + ".png", "data": good},
        {"file": name.replace(".png", ".exe"), "data": good},
        {"file": name, "data": base64.b64encode(b"\0\1\2").decode()},
        {"file": name, "data": "not base64"},
        {"file": name},
        5,
    ]
    wanted = {"id": "x", "kind": "image", "mime": "image/png", "size": 5}
    references = [
        wanted | {"name": "../a\nb.png", "file": name},
        wanted | {"name": "b", "file": "../../etc/passwd"},
        wanted | {"name": "c", "file": "memory/x.png"},
    ]
    chat = {
        "conversation": {"id": "c" * 32},
        "messages": [{"id": "m", "role": "user", "text": "x", "attachments": references}],
        "files": files,
    }
    about = {"format": own_format.FORMAT, "version": 1}
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, {"about": about, "conversations": [chat]}))
        assert report.counts == {Reason.BAD_FACT: len(files) + 2}
        _, (found,) = await here.only()
        assert [(each.name, each.file) for each in found.attachments] == [("a b.png", name)]
        assert not (tmp_path / "data" / "attachments").exists()


async def test_an_answer_that_is_coming_has_ended_when_it_is_read(tmp_path: Path) -> None:
    coming = message(1, None, "so far", role=Role.ASSISTANT, state=MessageState.STREAMING)
    async with rig(tmp_path / "one") as one:
        await stored(one, [(chat_of(coming), [coming])])
        report = await one.put_out(FileFormat.JSON)
    async with rig(tmp_path / "two") as two:
        await two.take_in(report.files[0])
        _, (found,) = await two.only()
        assert replace(found, seq=0) == crashed(coming)


async def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        for version in (2, 2.5, 10**9):
            about = {"format": own_format.FORMAT, "version": version}
            path = saved(tmp_path, {"about": about, "conversations": [{"conversation": {}, "messages": []}]})
            try:
                await here.take_in(path)
            except PandaError as error:
                assert error.kind is ErrorKind.DATA_TOO_NEW
            else:
                raise AssertionError("it was read")
        assert await here.everything() == {}


async def test_what_cannot_be_is_told_and_has_its_default(tmp_path: Path) -> None:
    about = {"format": own_format.FORMAT, "version": 1}
    chats = [
        {
            "conversation": {
                "id": "not one of ours",
                "title": 7,
                "leaf_id": "b",
                "pinned": "yes",
                "later": 1,
            },
            "messages": [
                {"id": "a", "role": "user", "text": "kept", "created_at": "soon", "usage": 5, "new": True},
                {"id": "b", "parent_id": "a", "role": "assistant", "text": "\ud83d cut", "state": "waiting"},
                {"id": "b", "parent_id": "b", "role": "user", "text": "same name"},
                {"id": "d", "parent_id": "nowhere", "role": "user", "text": "lost"},
                {"id": "e", "role": "user"},
                {"id": "f", "role": "wizard", "text": "x"},
                {"role": "user", "text": "no name"},
                "text",
            ],
        },
        {"messages": [{"id": "x", "role": "user", "text": "no chat"}]},
        {
            "conversation": {
                "id": "2",
                "parameters": {"temperature": 9},
                "folder_id": "gone",
                "tag_ids": ["gone"],
            }
        },
        5,
    ]
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, {"about": about, "conversations": chats}))
        assert report.conversations == 2 and report.messages == 4
        assert report.counts[Reason.SAME_ID] == 1 and report.counts[Reason.BROKEN_TREE] == 1
        assert report.counts[Reason.NOT_AN_EXPORT] == 2 and report.counts[Reason.BAD_FACT] >= 8
        both = list((await here.everything()).values())
        chat, messages = next(each for each in both if each[1])
        assert [each.text for each in messages] == ["kept", messages[1].text, "same name", "lost"]
        assert messages[1].text.endswith(" cut") and messages[1].text.encode()
        assert chat.leaf_id == messages[1].id and messages[2].parent_id == messages[1].id
        assert messages[1].error is ErrorKind.CRASHED and messages[1].state.is_final
        other, _ = next(each for each in both if not each[1])
        assert other.parameters == Parameters() and other.folder_id is None and other.tag_ids == ()


async def test_an_id_that_another_chat_uses_is_not_taken_from_it(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        mine = message(1, None, "mine")
        await stored(here, [(chat_of(mine), [mine])])
        theirs = replace(message(1, None, "theirs"), conversation_id="d" * 32)
        after = replace(message(2, 1, "after"), conversation_id="d" * 32)
        chat = replace(chat_of(mine), id="d" * 32)
        async with rig(tmp_path / "other") as other:
            await stored(other, [(chat, [theirs, after])])
            report = await other.put_out(FileFormat.JSON)
        assert (await here.take_in(report.files[0])).messages == 2
        found = await here.storage.conversations.messages("d" * 32)
        assert [each.text for each in found] == ["theirs", "after"]
        assert found[1].parent_id == found[0].id != mine.id
        assert (await here.storage.conversations.get("d" * 32)).leaf_id == found[0].id  # type: ignore[union-attr]
        assert [each.text for each in await here.storage.conversations.messages("c" * 32)] == ["mine"]


@pytest.mark.parametrize("date", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
async def test_d17_a_date_at_the_end_of_time_is_told(tmp_path: Path, date: str) -> None:
    said = json.loads(own_format.written(message(1, None)))
    chat = json.loads(own_format.written(chat_of(message(1, None)))) | {"updated_at": date}
    chats = [{"conversation": chat, "messages": [said | {"created_at": date}]}]
    whole = {"about": {"format": own_format.FORMAT, "version": 1}, "conversations": chats}
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, whole))
        assert report.counts == {Reason.BAD_DATE: 2}
        (read,) = (await here.only())[1]
        assert read.created_at == NOW
        for form in FileFormat:
            assert (await here.put_out(form)).files


@pytest.mark.parametrize("restarted", [False, True])
async def test_d17_ids_that_another_chat_uses_are_known_again(tmp_path: Path, restarted: bool) -> None:
    copies = json.loads(own_format.about(NOW, Shelves()))
    said = [json.loads(own_format.written(each)) for each in (message(1, None), message(2, 1))]
    chats = [json.loads(own_format.written(chat_of(message(1, None), message(2, 1)))) for _ in range(2)]
    chats[1]["id"] = "f" * 32
    whole = {"about": copies, "conversations": [{"conversation": each, "messages": said} for each in chats]}
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, whole))
        assert (report.conversations, report.messages) == (2, 4)
        if not restarted:
            again = await here.take_in(saved(tmp_path, whole))
            assert (again.conversations, again.grown, again.duplicates) == (0, 0, 2)
        else:
            # The first one is deleted for good: nobody else uses the ids any more.
            await here.storage.conversations.delete(chats[0]["id"])
    if restarted:
        async with rig(tmp_path) as here:
            only = {**whole, "conversations": whole["conversations"][1:]}
            again = await here.take_in(saved(tmp_path, only))
            assert (again.conversations, again.grown, again.duplicates) == (0, 0, 1)
            assert len((await here.only())[1]) == 2


async def test_sorted_names_and_money_to_the_last_place(tmp_path: Path) -> None:
    paid = message(1, None, receipt=Receipt(cost=Decimal("0.000000123456789012345")))
    async with rig(tmp_path / "one") as one:
        await stored(one, [(chat_of(paid), [paid])])
        text = await one.read_out(FileFormat.JSON)
    async with rig(tmp_path / "two") as two:
        path = saved(tmp_path, json.dumps(json.loads(text), sort_keys=True).encode())
        assert (await two.take_in(path)).misfits == ()
        _, (found,) = await two.only()
        assert replace(found, seq=0) == paid
