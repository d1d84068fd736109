"""Messages that are deleted, and the way back."""

import asyncio
from pathlib import Path

import pytest

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.search import parse
from panda_desktop.storage.storage import Storage
from tests.gateway.scripted import stream
from tests.services.chats import chat, delta, finished, growing, quiet, run, saying, shown, texts
from tests.services.world import World, world


async def found(here: World, word: str) -> int:
    page = await here.storage.search.search(parse(word))
    assert page is not None
    return len([hit for hit in page.hits if hit.message_id is not None])


def test_delete_and_undo(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("alpha"), saying("beta"), saying("gamma"), saying("delta")) as (
            here,
            created,
        ):
            for number, text in enumerate(("one", "two"), start=1):
                await here.chat.send(created.id, text)
                await here.until(finished(here, number))
            first = (await shown(here, created.id))[1]
            await here.chat.regenerate(first.id)
            await here.until(finished(here, 3))
            await here.chat.show_sibling((await shown(here, created.id))[-1].id, -1)
            await quiet(here)
            before = await shown(here, created.id)
            stored = await here.storage.conversations.messages(created.id)
            assert [each.text for each in before] == ["one", "alpha", "two", "beta"]

            gone = await here.chat.delete_message(first.id)
            assert gone == tuple(each.id for each in before[1:])
            assert await texts(here, created.id) == ["one", "gamma"]
            assert await found(here, "beta") == 0
            for message_id in gone:
                with pytest.raises(PandaError):
                    await here.chat.regenerate(message_id)

            await here.chat.restore_messages(gone)
            assert await shown(here, created.id) == before
            assert await here.storage.conversations.messages(created.id) == stored
            assert await found(here, "beta") == 1
            with pytest.raises(PandaError) as caught:
                await here.chat.restore_messages(gone)
            assert caught.value.kind is ErrorKind.CANNOT_READ

    run(main)


def test_the_whole_chat_can_be_deleted_and_brought_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("alpha")) as (here, created):
            await here.chat.send(created.id, "one")
            await here.until(finished(here))
            gone = await here.chat.delete_message((await shown(here, created.id))[0].id)
            assert await shown(here, created.id) == []
            await here.chat.send(created.id, "another")
            await here.until(finished(here, 2))
            await here.chat.restore_messages(gone)
            assert await texts(here, created.id) == ["one", "alpha"]
            await here.chat.show_sibling(gone[0], 1)
            assert await texts(here, created.id) == ["another", "alpha"]

    run(main)


def test_deleting_another_branch_leaves_the_one_that_is_shown(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("alpha"), saying("beta"), saying("gamma")) as (here, created):
            await here.chat.send(created.id, "one")
            await here.until(finished(here))
            first = (await shown(here, created.id))[1]
            for count in (2, 3):
                await here.chat.regenerate(first.id)
                await here.until(finished(here, count))
            await here.chat.show_sibling((await shown(here, created.id))[-1].id, -1)
            await here.chat.delete_message(first.id)
            assert await texts(here, created.id) == ["one", "beta"]

    run(main)


def test_u07_an_answer_that_is_coming_is_stopped_first(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("some"), hold=hold)) as (here, created):
            await here.chat.send(created.id, "one")
            await here.until(growing(here))
            gone = await here.chat.delete_message((await shown(here, created.id))[0].id)
            assert not here.chat.is_answering(created.id)
            await here.chat.restore_messages(gone)
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state) == ("some", MessageState.STOPPED)
            hold.set()

    run(main)


def test_d02_the_next_start_removes_it_for_good(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("alpha"), saying("beta")) as (here, created):
            for number, text in enumerate(("one", "two"), start=1):
                await here.chat.send(created.id, text)
                await here.until(finished(here, number))
            gone = await here.chat.delete_message((await shown(here, created.id))[2].id)
            assert len(gone) == 2
        async with world(tmp_path) as here:
            await here.storage.conversations.recover()
            assert await texts(here, created.id) == ["one", "alpha"]
            with pytest.raises(PandaError):
                await here.chat.restore_messages(gone)
            rows = await here.storage._database.run(
                lambda connection: connection.execute("SELECT count(*) FROM removed_messages").fetchone()
            )
            assert tuple(rows) == (0,)
            await here.storage._database.run(
                lambda connection: connection.execute(
                    "INSERT INTO search_words (search_words) VALUES ('integrity-check')"
                )
            )

    run(main)


def test_a_chat_that_is_deleted_for_good_takes_them_along(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("alpha")) as (here, created):
            await here.chat.send(created.id, "one")
            await here.until(finished(here))
            await here.chat.delete_message((await shown(here, created.id))[0].id)
            await here.storage.conversations.delete(created.id)
            rows = await here.storage._database.run(
                lambda connection: connection.execute("SELECT count(*) FROM removed_messages").fetchone()
            )
            assert tuple(rows) == (0,)

    run(main)


def test_a_temporary_chat_forgets_and_remembers_in_memory(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, saying("alpha")) as here:
            created = await here.chat.create("auto", temporary=True)
            await here.chat.send(created.id, "one")
            await here.until(finished(here))
            before = await shown(here, created.id)
            gone = await here.chat.delete_message(before[0].id)
            assert await shown(here, created.id) == []
            await here.chat.restore_messages(gone)
            assert await shown(here, created.id) == before
            await here.chat.delete_message(before[0].id)
            await here.chat.trash(created.id)
            with pytest.raises(PandaError):
                await here.chat.restore_messages(gone)

    run(main)


def test_a_message_that_was_imported_again_meanwhile_is_not_doubled(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("alpha")) as (here, created):
            await here.chat.send(created.id, "one")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            gone = await here.chat.delete_message(reply.id)
            await here.storage.conversations.add((reply,))
            assert await here.storage.conversations.bring_back(gone) == ()
            assert len(await here.storage.conversations.messages(created.id)) == 2
            await here.chat.delete_message(reply.id)

    run(main)


def test_a_closed_and_opened_folder_has_what_was_brought_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("alpha")) as (here, created):
            await here.chat.send(created.id, "one")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            await here.chat.restore_messages(await here.chat.delete_message(reply.id))
        storage = await Storage.open(tmp_path)
        await storage.conversations.recover()
        assert [each.text for each in await storage.conversations.messages(created.id)] == ["one", "alpha"]
        await storage.close()

    run(main)
