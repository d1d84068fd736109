"""Folders, tags and shelves in the real database file; temporary conversations beside it."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.folders import Folder, Shelf, Tag
from panda_desktop.storage.storage import Storage

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def chat(identity: str, **values: Any) -> Conversation:
    return replace(Conversation(identity, identity, "auto", NOW, NOW), **values)


def opened(folder: Path, work: Callable[[Storage], Coroutine[Any, Any, None]]) -> None:
    async def main() -> None:
        storage = await Storage.open(folder)
        try:
            await work(storage)
        finally:
            await storage.close()

    asyncio.run(main())


def test_folders_keep_their_order_and_their_chats(tmp_path: Path) -> None:
    async def main(storage: Storage) -> None:
        for place, name in enumerate(("Work", "工作", "Home")):
            await storage.folders.save_folder(Folder(f"f{place}", name, place))
        await storage.folders.order(["f2", "f0", "f1"])
        await storage.folders.save_folder(Folder("f1", "Arbeit", 0, collapsed=True))
        await storage.conversations.save(chat("a"))
        await storage.conversations.move("a", "f1")

    async def later(storage: Storage) -> None:
        assert await storage.folders.folders() == (
            Folder("f2", "Home", 0),
            Folder("f0", "Work", 1),
            Folder("f1", "Arbeit", 2, collapsed=True),
        )
        store = storage.conversations
        conversation = await store.get("a")
        assert conversation is not None and conversation.folder_id == "f1"
        await store.save(replace(conversation, folder_id=None, title="x"))  # not by `save`
        await storage.folders.delete_folder("f0")
        conversation = await store.get("a")
        assert conversation is not None and conversation.folder_id == "f1"
        await storage.folders.delete_folder("f1")
        conversation = await store.get("a")
        assert conversation is not None and (conversation.folder_id, conversation.title) == (None, "x")

    opened(tmp_path, main)
    opened(tmp_path, later)


def test_tags_are_many_and_leave_without_a_trace(tmp_path: Path) -> None:
    async def main(storage: Storage) -> None:
        store = storage.conversations
        for identity, name in (("t1", "blue"), ("t2", "Amber")):
            await storage.folders.save_tag(Tag(identity, name, 3))
        assert [tag.name for tag in await storage.folders.tags()] == ["Amber", "blue"]
        await store.save(chat("a"))
        for tag_id in ("t2", "t1", "t1"):
            await store.mark("a", tag_id, True)
        (conversation,) = await store.list()
        assert conversation.tag_ids == ("t1", "t2")
        copy = replace(conversation, id="b", tag_ids=("t1", "gone"))
        await store.add((), copy)
        assert {each.id: each.tag_ids for each in await store.list()} == {"a": ("t1", "t2"), "b": ("t1",)}
        await store.mark("a", "t2", False)
        await storage.folders.delete_tag("t1")
        assert [each.tag_ids for each in await store.list()] == [(), ()]

    opened(tmp_path, main)


def test_each_conversation_is_on_one_shelf(tmp_path: Path) -> None:
    async def main(storage: Storage) -> None:
        store = storage.conversations
        await store.save(chat("listed"))
        await store.save(chat("pinned", pinned=True, updated_at=NOW - timedelta(days=9)))
        await store.save(chat("archived", archived=True))
        await store.save(chat("trashed", archived=True, deleted_at=NOW))
        await store.save(chat("old", deleted_at=NOW - timedelta(days=31)))
        await store.save(chat("doomed", deleted_at=NOW))
        await store.doom("doomed")
        shelves = {shelf: [each.id for each in await store.shelf(shelf)] for shelf in Shelf}
        assert shelves[Shelf.LIST] == ["pinned", "listed"]
        assert shelves[Shelf.ARCHIVE] == ["archived"]
        assert sorted(shelves[Shelf.TRASH]) == ["old", "trashed"]
        assert sorted(await store.expired(NOW - timedelta(days=30))) == ["doomed", "old"]

    opened(tmp_path, main)


def test_a_temporary_conversation_reaches_no_file(tmp_path: Path) -> None:
    async def main(storage: Storage) -> None:
        store = storage.conversations
        made = chat("t", temporary=True, title="canary title")
        await store.save(made)
        await store.save_draft("t", "canary draft")
        question = Message("q", "t", None, 0, Role.USER, "canary question", NOW)
        answer = Message("a", "t", "q", 0, Role.ASSISTANT, "", NOW, state=MessageState.WAITING)
        question, answer = await store.add((question, answer), replace(made, leaf_id="a"))
        assert (question.seq, answer.seq) == (1, 2)
        await store.checkpoint(replace(answer, text="canary answer", state=MessageState.DONE))
        await store.move("t", "f")
        await store.mark("t", "g", True)
        found = await store.get("t")
        assert found is not None
        assert (found.draft, found.leaf_id, found.folder_id, found.tag_ids) == (
            "canary draft",
            "a",
            "f",
            ("g",),
        )
        assert [each.text for each in await store.messages("t")] == ["canary question", "canary answer"]
        assert (await store.message("a")) is not None
        await store.save(chat("kept"))
        assert {each.id for each in await store.list()} == {"t", "kept"}
        await store.delete_messages(["a"])
        assert len(await store.messages("t")) == 1
        page = await storage.search.search(())
        assert page is not None and page.hits == ()

    async def later(storage: Storage) -> None:
        assert [each.id for each in await storage.conversations.list()] == ["kept"]
        assert await storage.conversations.get("t") is None
        assert await storage.conversations.message("q") is None

    opened(tmp_path, main)
    opened(tmp_path, later)
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"canary" not in file.read_bytes()


def test_a_temporary_conversation_that_is_dropped_is_gone(tmp_path: Path) -> None:
    async def main(storage: Storage) -> None:
        store = storage.conversations
        answer = Message("a", "t", None, 0, Role.ASSISTANT, "x", NOW, state=MessageState.STREAMING)
        await store.add((answer,), chat("t", temporary=True))
        await store.delete("t")
        await store.checkpoint(replace(answer, text="canary", state=MessageState.DONE))
        assert await store.get("t") is None and await store.messages("t") == ()

    opened(tmp_path, main)
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"canary" not in file.read_bytes()
