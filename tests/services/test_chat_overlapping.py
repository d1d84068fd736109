"""Chat while something else happens: what a person said, stopped or typed meanwhile counts."""

import asyncio
from pathlib import Path

import pytest

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.queue import Hold
from tests.gateway.scripted import stream
from tests.services.chats import PNG, chat, delta, finished, growing, quiet, run, saying, shown
from tests.services.slow import slow
from tests.services.test_profiles import FIRST, Account, with_second
from tests.services.test_queue import waiting
from tests.services.test_titles import TITLE
from tests.services.world import world


def test_a_message_to_a_chat_that_goes_to_the_trash_is_not_sent(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("never")) as (here, created):
            going = asyncio.ensure_future(here.chat.trash(created.id))
            with pytest.raises(PandaError) as refused:
                await asyncio.gather(going, here.chat.send(created.id, "1"))
            assert refused.value.detail.param == "trash"
            await quiet(here)
            assert not here.server.calls

    run(main)


def test_an_answer_stopped_while_a_message_is_put_into_the_queue_sends_nothing(tmp_path: Path) -> None:
    """The hold that the stop has set must not be overwritten by what the queue was before."""

    async def main() -> None:
        coming = stream(delta("one"), hold=asyncio.Event())
        async with chat(tmp_path, coming, saying("never")) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            await here.chat.queue(created.id, "waits")
            with slow(here.storage.queue, "save", after=True) as disk:
                adding = asyncio.ensure_future(here.chat.queue(created.id, "waits too"))
                await disk.reached.wait()
                here.chat.stop(created.id)
                await here.until(finished(here))
                disk.go.set()
                await adding
            await quiet(here)
            assert len(here.server.calls) == 1
            queue = waiting(here, created.id)
            assert [item.text for item in queue.items] == ["waits", "waits too"]
            assert queue.hold is Hold.STOPPED

    run(main)


@pytest.mark.parametrize("writing", ["order", "remove", "save"])
def test_a_queue_that_is_changed_while_an_answer_is_stopped_stays_held(tmp_path: Path, writing: str) -> None:
    async def main() -> None:
        coming = stream(delta("one"), hold=asyncio.Event())
        async with chat(tmp_path, coming, saying("never")) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            items = [await here.chat.queue(created.id, text) for text in ("a", "b")]
            changes = {
                "order": lambda: here.chat.move_queued(items[1].id, 0),
                "remove": lambda: here.chat.remove_queued(items[1].id),
                "save": lambda: here.chat.edit_queued(items[1].id, "B"),
            }
            with slow(here.storage.queue, writing, after=True) as disk:
                changing = asyncio.ensure_future(changes[writing]())
                await disk.reached.wait()
                here.chat.stop(created.id)
                await here.until(finished(here))
                disk.go.set()
                await changing
            await quiet(here)
            assert waiting(here, created.id).hold is Hold.STOPPED
            assert len(here.server.calls) == 1

    run(main)


def test_what_is_typed_while_a_message_is_being_sent_stays_in_the_draft(tmp_path: Path) -> None:
    """As when the person goes on typing and leaves for another chat before the first message is stored."""

    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            await here.chat.save_draft(created.id, "first")
            with slow(here.storage.conversations, "add") as disk:
                sending = asyncio.ensure_future(here.chat.send(created.id, "first"))
                await disk.reached.wait()
                kept = await here.chat.keep_attachment(PNG, "dot.png")
                await here.chat.save_draft(created.id, "second")
                await here.chat.save_draft(created.id, None, (kept,))
                disk.go.set()
                await sending
            conversation, _ = await here.chat.open(created.id)
            assert (conversation.draft, conversation.draft_attachments) == ("second", (kept,))
            await here.until(finished(here))

    run(main)


def test_files_added_while_a_message_is_being_sent_stay_and_its_text_goes(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            await here.chat.save_draft(created.id, "first")
            with slow(here.storage.conversations, "add") as disk:
                sending = asyncio.ensure_future(here.chat.send(created.id, "first"))
                await disk.reached.wait()
                kept = await here.chat.keep_attachment(PNG, "dot.png")
                await here.chat.save_draft(created.id, None, (kept,))
                disk.go.set()
                await sending
            conversation, _ = await here.chat.open(created.id)
            assert (conversation.draft, conversation.draft_attachments) == ("", (kept,))
            await here.until(finished(here))

    run(main)


def test_what_is_typed_while_a_message_joins_the_queue_stays_in_the_draft(tmp_path: Path) -> None:
    async def main() -> None:
        coming = stream(delta("one"), hold=asyncio.Event())
        async with chat(tmp_path, coming) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            with slow(here.storage.queue, "save") as disk:
                adding = asyncio.ensure_future(here.chat.queue(created.id, "waits"))
                await disk.reached.wait()
                await here.chat.save_draft(created.id, "typed on")
                disk.go.set()
                await adding
            conversation, _ = await here.chat.open(created.id)
            assert conversation.draft == "typed on"

    run(main)


def test_a_message_being_sent_goes_to_the_account_it_was_meant_for(tmp_path: Path) -> None:
    """The person switches to another profile, whose key the keyring is slow to give, right after Enter."""

    async def main() -> None:
        async with Account("7") as other, world(tmp_path, saying("one"), environment={}) as here:
            await here.connection.use_key(FIRST)
            second = await here.profiles.add("Second", other.url)
            created = await here.chat.create("auto")
            with (
                slow(here.storage.conversations, "add") as disk,
                slow(here.secrets, "read") as keyring,
            ):
                sending = asyncio.ensure_future(here.chat.send(created.id, "1"))
                await disk.reached.wait()
                switching = asyncio.ensure_future(here.connection.switch(second.id))
                await keyring.reached.wait()
                disk.go.set()
                await sending
                keyring.go.set()
                await switching
            await here.until(finished(here))
            assert [each.state for each in await shown(here, created.id)][1] is MessageState.DONE
            assert [call.headers["authorization"] for call in here.server.calls] == [
                f"Bearer {FIRST.reveal()}"
            ]
            assert other.posts() == []

    run(main)


def test_a_fork_of_an_answer_that_ends_meanwhile_has_all_of_it(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()

        async def late(call: object) -> None:
            await stream(delta("begun "), hold=hold)(call)  # type: ignore[arg-type]
            for piece in (delta("and whole"), delta("", "stop"), b"data: [DONE]\n\n"):
                await call.send(piece)  # type: ignore[attr-defined]

        async with chat(tmp_path, late) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            running = (await shown(here, created.id))[1]
            with slow(here.storage.conversations, "messages", after=True) as disk:
                forking = asyncio.ensure_future(here.chat.fork(running.id))
                await disk.reached.wait()
                hold.set()
                await here.until(finished(here))
                disk.go.set()
                forked = await forking
            copy = (await shown(here, forked.id))[1]
            assert (copy.text, copy.state) == ("begun and whole", MessageState.DONE)

    run(main)


def test_a_title_is_asked_of_the_account_it_is_entered_for(tmp_path: Path) -> None:
    """Else what was said on one account would be sent to another one's gateway."""

    async def main() -> None:
        async with Account("7") as other, world(tmp_path, saying("one"), TITLE, environment={}) as here:
            second = await with_second(here, other)
            await here.connection.switch("first")
            await here.settings.change(auto_titles=True)
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "1")
            with slow(here.money.books, "admit", after=True) as admitting:
                await admitting.reached.wait()
                await here.connection.switch(second)
                admitting.go.set()
                await quiet(here)
            assert other.posts() == []
            conversation, _ = await here.chat.open(created.id)
            assert conversation.title == "Pandas at home"

    run(main)
