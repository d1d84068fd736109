"""Folders, tags, archive, trash and temporary chats, as the program uses them."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.changes import (
    ConversationChanged,
    ConversationRemoved,
    FoldersChanged,
    MessageGrew,
    ReplyFinished,
    TagsChanged,
)
from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.folders import COLOURS, NAME_LENGTH, Shelf, clean_name
from panda_desktop.storage.storage import Storage
from tests.gateway.scripted import stream
from tests.services.test_chat import HELLO, delta, finished, shown
from tests.services.world import World, world

NOW = datetime.now(UTC)


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 30))


async def refused(work: Coroutine[Any, Any, Any], kind: ErrorKind, param: str) -> None:
    with pytest.raises(PandaError) as caught:
        await work
    assert (caught.value.kind, caught.value.detail.param) == (kind, param)


def last(here: World, kind: type) -> Any:
    return [change for change in here.bus.heard if type(change) is kind][-1]


def test_folders(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            desk = here.organisation
            work, home = await desk.create_folder("  Work\n"), await desk.create_folder("家")
            assert last(here, FoldersChanged).folders == (work, home) and work.name == "Work"
            await desk.rename_folder(work.id, "x" * 99)
            await desk.collapse_folder(home.id, True)
            await desk.place_folder(home.id, -3)
            assert [(each.name, each.collapsed) for each in await desk.folders()] == [
                ("家", True),
                ("x" * NAME_LENGTH, False),
            ]
            await desk.place_folder(home.id, 99)
            assert [each.id for each in last(here, FoldersChanged).folders] == [work.id, home.id]
            third = await desk.create_folder("third")
            assert [each.id for each in await desk.folders()][-1] == third.id
            created = await here.chat.create("auto")
            await desk.move((created.id,), work.id)
            assert last(here, ConversationChanged).conversation.folder_id == work.id
            await here.chat.change(created.id, title="Named")
            assert last(here, ConversationChanged).conversation.folder_id == work.id
            await desk.delete_folder(work.id)
            (left,) = await here.chat.conversations()
            assert (left.folder_id, left.title) == (None, "Named")
            await refused(desk.create_folder(" \n\x00"), ErrorKind.INVALID_INPUT, "name")
            await refused(desk.rename_folder(work.id, "x"), ErrorKind.CANNOT_READ, "folder")
            await refused(desk.move((created.id,), work.id), ErrorKind.CANNOT_READ, "folder")
            await refused(desk.move(("unknown",), None), ErrorKind.CANNOT_READ, "conversation")

    run(main)


def test_tags(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            desk = here.organisation
            later, soon = await desk.create_tag("later", 3), await desk.create_tag("Soon")
            assert await desk.create_tag("SOON", 5) == soon
            assert last(here, TagsChanged).tags == (later, soon)
            created = await here.chat.create("auto")
            for tag in (soon, later, soon):
                await desk.mark(created.id, tag.id, True)
            assert set(last(here, ConversationChanged).conversation.tag_ids) == {soon.id, later.id}
            await desk.mark(created.id, later.id, False)
            await desk.change_tag(soon.id, name="soon", colour=7)
            assert [(tag.name, tag.colour) for tag in await desk.tags()] == [("later", 3), ("soon", 7)]
            await refused(desk.change_tag(soon.id, name="Later"), ErrorKind.INVALID_INPUT, "name")
            await refused(desk.change_tag(soon.id, colour=COLOURS), ErrorKind.INVALID_INPUT, "colour")
            await refused(desk.create_tag("x", -1), ErrorKind.INVALID_INPUT, "colour")
            await refused(desk.mark(created.id, "unknown", True), ErrorKind.CANNOT_READ, "tag")
            await refused(desk.mark("unknown", soon.id, True), ErrorKind.CANNOT_READ, "conversation")
            await desk.delete_tag(soon.id)
            (left,) = await here.chat.conversations()
            assert left.tag_ids == ()

    run(main)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("a\tb\r\nc", "a b c"),
        ("👩‍💻 code", "👩‍💻 code"),
        ("\u202eevil", "evil"),
        ("名" * 99, "名" * NAME_LENGTH),
    ],
)
def test_names_are_one_line(name: str, clean: str) -> None:
    assert clean_name(name, "name") == clean


def test_a_fork_stays_in_the_folder_with_the_tags(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            created = await here.chat.create("auto")
            folder, tag = await here.organisation.create_folder("f"), await here.organisation.create_tag("t")
            await here.organisation.move((created.id,), folder.id)
            await here.organisation.mark(created.id, tag.id, True)
            await here.chat.send(created.id, "Hi")
            await here.until(finished(here))
            copy = await here.chat.fork((await shown(here, created.id))[-1].id)
            found, _ = await here.chat.open(copy.id)
            assert (found.folder_id, found.tag_ids) == (folder.id, (tag.id,))

    run(main)


def test_archive_and_trash(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            desk = here.organisation
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Hi")
            await here.until(finished(here))
            await here.chat.change(created.id, archived=True)
            assert [each.id for each in await desk.shelf(Shelf.ARCHIVE)] == [created.id]
            await refused(desk.delete(created.id), ErrorKind.INVALID_INPUT, "conversation")
            await here.chat.trash(created.id)
            removed = last(here, ConversationRemoved)
            assert removed.trashed is not None and removed.trashed.deleted_at is not None
            assert [each.id for each in await desk.shelf(Shelf.TRASH)] == [created.id]
            await here.chat.restore(created.id)
            assert [each.id for each in await desk.shelf(Shelf.ARCHIVE)] == [created.id]
            await here.chat.trash(created.id)
            await desk.delete(created.id)
            assert last(here, ConversationRemoved) == ConversationRemoved(created.id)
            await refused(desk.delete(created.id), ErrorKind.CANNOT_READ, "conversation")
            await refused(here.chat.restore(created.id), ErrorKind.CANNOT_READ, "conversation")
            assert [await desk.shelf(shelf) for shelf in Shelf] == [(), (), ()]
            while await here.storage.conversations.expired(NOW):
                await asyncio.sleep(0.01)
            assert await here.storage.conversations.messages(created.id) == ()

    run(main)


def test_the_trash_is_emptied_after_30_days_and_on_request(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            store, desk = here.storage.conversations, here.organisation

            async def put(identity: str, days: float | None, count: int = 3) -> None:
                gone = None if days is None else NOW - timedelta(days=days)
                chat = Conversation(identity, identity, "auto", NOW, NOW, deleted_at=gone)
                messages = [
                    Message(f"{identity}{number}", identity, None, 0, Role.USER, "panda", NOW)
                    for number in range(count)
                ]
                await store.add(messages, chat)

            await put("kept", None)
            await put("yesterday", 1)
            await put("nearly", 29.9)
            await put("over", 33.1, count=300)
            for ago in (2, 1):  # it counts up to the third last day of use
                await here.storage.days_seen.see((datetime.now(UTC) - timedelta(days=ago)).date())
            desk.start()
            await here.until(lambda: any(isinstance(each, ConversationRemoved) for each in here.bus.heard))
            assert {each.id for each in await desk.shelf(Shelf.TRASH)} == {"yesterday", "nearly"}
            while await store.expired(NOW - timedelta(days=30)):
                await asyncio.sleep(0.01)
            assert await store.messages("over") == ()
            await desk.empty_trash()
            assert await desk.shelf(Shelf.TRASH) == ()
            assert [each.id for each in await desk.shelf(Shelf.LIST)] == ["kept"]
            while await store.expired(NOW):
                await asyncio.sleep(0.01)
            assert not here.problems

    run(main)


def test_sending_does_not_wait_for_what_is_removed(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            store = here.storage.conversations
            many = [Message(f"m{n}", "big", None, 0, Role.USER, "panda " * 50, NOW) for n in range(2_000)]
            await store.add(many, Conversation("big", "", "auto", NOW, NOW, deleted_at=NOW))
            created = await here.chat.create("auto")
            await here.organisation.delete("big")
            await here.chat.send(created.id, "Hi")
            await here.until(finished(here))
            assert len(await store.messages("big")) > 0

    run(main)


# temporary chats


def canaries(folder: Path, word: bytes = b"canary") -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and word in file.read_bytes()]


async def idle(here: World, conversation_id: str) -> None:
    while here.chat.is_answering(conversation_id):
        await asyncio.sleep(0)


def test_a_temporary_chat_streams_and_leaves_no_trace(tmp_path: Path) -> None:
    async def main() -> None:
        answer = stream(delta("canary "), delta("answer", "stop"))
        async with world(tmp_path, answer) as here:
            created = await here.chat.create("auto", temporary=True)
            await here.chat.change(created.id, system_prompt="canary prompt")
            await here.chat.save_draft(created.id, "canary draft")
            await here.chat.send(created.id, "canary question")
            await here.until(finished(here))
            question, reply = await shown(here, created.id)
            assert (question.text, reply.text, reply.state) == (
                "canary question",
                "canary answer",
                MessageState.DONE,
            )
            await idle(here, created.id)
            await here.chat.regenerate(reply.id)
            await here.until(finished(here, 2))
            await idle(here, created.id)
            await here.chat.edit(question.id, "canary edited")
            await here.until(finished(here, 3))
            await idle(here, created.id)
            reply = (await shown(here, created.id))[-1]
            fork = await here.chat.fork(reply.id)
            assert fork.temporary
            await here.chat.delete_message(reply.id)
            listed = await here.chat.conversations()
            assert {each.id for each in listed} == {created.id, fork.id}
            assert all(each.temporary for each in listed)
            folder = await here.organisation.create_folder("f")
            await here.organisation.move((created.id,), folder.id)
            assert canaries(tmp_path) == []

    async def later() -> None:
        storage = await Storage.open(tmp_path)
        assert await storage.conversations.list() == ()
        await storage.close()

    run(main)
    assert canaries(tmp_path) == []
    run(later)


def test_a_temporary_chat_that_is_thrown_away_while_it_streams(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with world(tmp_path, stream(delta("canary"), hold=hold)) as here:
            created = await here.chat.create("auto", temporary=True)
            await here.chat.send(created.id, "canary")
            await here.until(
                lambda: any(isinstance(c, MessageGrew) and c.message.text for c in here.bus.heard)
            )
            await here.chat.trash(created.id)
            await here.until(lambda: any(isinstance(c, ReplyFinished) for c in here.bus.heard))
            assert last(here, ConversationRemoved) == ConversationRemoved(created.id)
            assert await here.organisation.shelf(Shelf.TRASH) == ()
            await refused(here.chat.restore(created.id), ErrorKind.CANNOT_READ, "conversation")
            assert await here.storage.conversations.messages(created.id) == ()
            hold.set()
        assert canaries(tmp_path) == []

    run(main)


def test_saved_and_temporary_chats_do_not_mix(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            saved, temporary = await here.chat.create("auto"), await here.chat.create("auto", temporary=True)
            for chat in (saved, temporary):
                await here.chat.send(chat.id, f"in {chat.id}")
            await here.until(finished(here, 2))
            for chat in (saved, temporary):
                assert [each.text for each in await shown(here, chat.id)] == [f"in {chat.id}", "Hello"]
            stored = await here.storage.conversations.get(saved.id)
            assert stored is not None and replace(stored, temporary=True) != stored

    run(main)
