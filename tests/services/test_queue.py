"""Messages that wait for the answer before them."""

import asyncio
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.budgets import Budget, BudgetSpan
from panda_desktop.domain.changes import QueueChanged
from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.queue import Hold, MessageQueue
from tests.gateway.scripted import Call, answer, stream
from tests.services.chats import (
    PNG,
    bodies,
    chat,
    delta,
    finished,
    growing,
    quiet,
    run,
    saying,
    shown,
    texts,
)
from tests.services.world import World, world


def waiting(here: World, conversation_id: str) -> MessageQueue:
    """The queue as it was told last."""
    told = [c.queue for c in here.bus.heard if isinstance(c, QueueChanged)]
    return [queue for queue in told if queue.conversation_id == conversation_id][-1]


def test_what_waits_is_sent_one_after_the_other(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        first = stream(delta("one"), delta("", "stop"), hold=hold)
        async with chat(tmp_path, first, saying("two"), saying("three")) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            kept = await here.chat.keep_attachment(PNG, "dot.png")
            await here.chat.save_draft(created.id, "2", (kept,))
            await here.chat.queue(created.id, "2", (kept,))
            await here.chat.queue(created.id, "3")
            conversation, _ = await here.chat.open(created.id)
            assert (conversation.draft, conversation.draft_attachments) == ("", ())
            await here.chat.save_draft(created.id, "being typed")
            assert [item.text for item in waiting(here, created.id).items] == ["2", "3"]
            assert len(here.server.calls) == 1
            hold.set()
            await here.until(finished(here, 3))
            await quiet(here)
            assert await texts(here, created.id) == ["1", "one", "2", "two", "3", "three"]
            assert (await shown(here, created.id))[2].attachments == (kept,)
            assert waiting(here, created.id) == MessageQueue(created.id)
            conversation, _ = await here.chat.open(created.id)
            assert conversation.draft == "being typed"
            assert len(here.server.calls) == 3

    run(main)


def test_a_queue_can_be_changed(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("one"), hold=hold)) as (here, created):
            await here.chat.send(created.id, "1")
            items = [await here.chat.queue(created.id, text) for text in ("a", "b", "c")]
            await here.chat.move_queued(items[2].id, 0)
            await here.chat.edit_queued(items[0].id, "A")
            await here.chat.remove_queued(items[1].id)
            assert [item.text for item in (await here.chat.queued(created.id)).items] == ["c", "A"]
            stored = await here.storage.queue.items(created.id)
            assert [item.text for item in stored] == ["c", "A"]
            with pytest.raises(PandaError) as caught:
                await here.chat.remove_queued(items[1].id)
            assert caught.value.detail.param == "queue"
            for text in ("", "  \n"):
                with pytest.raises(PandaError) as caught:
                    await here.chat.queue(created.id, text)
                assert caught.value.kind is ErrorKind.EMPTY_PROMPT
            here.chat.stop(created.id)
            hold.set()

    run(main)


@pytest.mark.parametrize("how", ["stopped", "failed", "cut"])
def test_after_a_failure_or_a_stop_it_stays_and_says_so(tmp_path: Path, how: str) -> None:
    async def main() -> None:
        hold, asked = asyncio.Event(), asyncio.Event()
        plays = {
            "stopped": stream(delta("one"), hold=hold),
            "failed": answer('{"error":{"message":"empty","code":"insufficient_funds"}}', "402 X"),
            "cut": stream(delta("one")),
        }

        async def first(call: Call) -> None:
            await asked.wait()
            await plays[how](call)

        async with chat(tmp_path, first, saying("two")) as (here, created):
            await here.chat.send(created.id, "1")
            await here.chat.queue(created.id, "2")
            asked.set()
            if how == "stopped":
                await here.until(growing(here))
                here.chat.stop(created.id)
            await here.until(finished(here))
            await quiet(here)
            queue = waiting(here, created.id)
            assert queue.hold is (Hold.STOPPED if how == "stopped" else Hold.FAILED)
            assert [item.text for item in queue.items] == ["2"]
            assert len(here.server.calls) == 1
            hold.set()
            # What goes wrong holds it; what goes well afterwards does not send it unasked.
            await here.chat.regenerate((await shown(here, created.id))[-1].id)
            await here.until(finished(here, 2))
            await quiet(here)
            assert len(here.server.calls) == 2
            await here.chat.resume_queue(created.id)
            await here.until(finished(here, 3))
            await quiet(here)
            assert (await texts(here, created.id))[-2:] == ["2", "two"]
            assert waiting(here, created.id).hold is None

    run(main)


def test_send_now_stops_the_answer_and_goes_before_the_others(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("one"), hold=hold), saying("b!"), saying("a!")) as (
            here,
            created,
        ):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            await here.chat.queue(created.id, "a")
            now = await here.chat.queue(created.id, "b")
            await here.chat.send_queued(now.id)
            await here.until(finished(here, 3))
            await quiet(here)
            assert await texts(here, created.id) == ["1", "one", "b", "b!", "a", "a!"]
            stopped = (await shown(here, created.id))[1]
            assert stopped.state is MessageState.STOPPED
            hold.set()

    run(main)


def test_what_cannot_be_sent_stops_nothing_and_stays(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("one"), delta("", "stop"), hold=hold)) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            item = await here.chat.queue(created.id, "2")
            await here.connection.remove_key()
            here.connection._gateway = None  # the address of the test needs no key
            with pytest.raises(PandaError):
                await here.chat.send_queued(item.id)
            assert here.chat.is_answering(created.id)
            hold.set()
            await here.until(finished(here))
            await quiet(here)
            queue = waiting(here, created.id)
            assert (queue.hold, queue.error) == (Hold.REFUSED, ErrorKind.NO_KEY)
            assert [each.text for each in queue.items] == ["2"]
            assert await texts(here, created.id) == ["1", "one"]

    run(main)


def test_with_nothing_coming_it_is_sent_at_once(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            await here.chat.queue(created.id, "1")
            await here.until(finished(here))
            assert await texts(here, created.id) == ["1", "one"]

    run(main)


def test_a_chat_in_the_trash_sends_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("one"), delta("", "stop"), hold=hold)) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            await here.chat.queue(created.id, "2")
            await here.chat.trash(created.id)
            hold.set()
            await here.until(finished(here))
            await quiet(here)
            assert waiting(here, created.id).hold is Hold.STOPPED
            assert len(here.server.calls) == 1

    run(main)


def test_quitting_sends_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("one"), hold=hold)) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            await here.chat.queue(created.id, "2")
            await here.tasks.close()
            assert len(here.server.calls) == 1
            hold.set()
        async with world(tmp_path, saying("two")) as here:
            queue = await here.chat.queued(created.id)
            assert (queue.hold, [item.text for item in queue.items]) == (Hold.LEFT, ["2"])

    run(main)


def test_a_temporary_chat_has_a_queue_in_memory(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        first = stream(delta("one"), delta("", "stop"), hold=hold)
        async with world(tmp_path, first, saying("two"), saying("three")) as here:
            created = await here.chat.create("auto", temporary=True)
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            second = await here.chat.queue(created.id, "2")
            await here.chat.queue(created.id, "3")
            await here.chat.edit_queued(second.id, "2!")
            await here.chat.move_queued(second.id, 5)
            hold.set()
            await here.until(finished(here, 3))
            await quiet(here)
            assert await texts(here, created.id) == ["1", "one", "3", "two", "2!", "three"]
            stored = await here.storage._database.run(
                lambda connection: connection.execute("SELECT count(*) FROM queued").fetchone()
            )
            assert tuple(stored) == (0,)

    run(main)


def test_what_is_brought_back_stands_where_it_was_and_is_not_sent_by_that(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        first = stream(delta("one"), delta("", "stop"), hold=hold)
        async with chat(tmp_path, first, saying("two"), saying("three")) as (here, created):
            await here.chat.send(created.id, "1")
            await here.until(growing(here))
            items = [await here.chat.queue(created.id, text) for text in ("2", "3")]
            await here.chat.remove_queued(items[0].id)
            await here.chat.put_back_queued(items[0], 0)
            await here.chat.put_back_queued(items[0], 0)
            queue = await here.chat.queued(created.id)
            assert (queue.items, queue.hold) == (tuple(items), None)
            assert await here.storage.queue.items(created.id) == tuple(items)
            for item in items:
                await here.chat.remove_queued(item.id)
            hold.set()
            await here.until(finished(here))
            await quiet(here)
            await here.chat.put_back_queued(items[1], 1)
            await here.chat.put_back_queued(items[0], 0, Hold.STOPPED)
            await quiet(here)
            queue = await here.chat.queued(created.id)
            assert (queue.items, queue.hold, len(here.server.calls)) == (tuple(items), Hold.BACK, 1)
            await here.chat.resume_queue(created.id)
            await here.until(finished(here, 3))
            await quiet(here)
            assert await texts(here, created.id) == ["1", "one", "2", "two", "3", "three"]

    run(main)


KILLED = """
import asyncio, sys
from pathlib import Path
from tests.gateway.scripted import stream
from tests.services.chats import delta
from tests.services.world import world

async def main():
    async with world(Path(sys.argv[1]), stream(delta("one"), hold=asyncio.Event())) as here:
        created = await here.chat.create("auto")
        await here.chat.send(created.id, "1")
        await here.chat.queue(created.id, "2")
        item = await here.chat.queue(created.id, "3")
        print(created.id, flush=True)
        if sys.argv[2] == "between":
            # Killed after the message is stored and before it leaves the queue.
            async def never(_):
                print("stored", flush=True)
                await asyncio.sleep(60)
            here.storage.queue.remove = never
            await here.chat.send_queued(item.id)
        await asyncio.sleep(60)

asyncio.run(main())
"""


@pytest.mark.parametrize(("when", "left"), [("waiting", ["2", "3"]), ("between", ["2"])])
def test_d01_after_a_kill_it_waits_and_nothing_is_sent_twice(
    tmp_path: Path, when: str, left: list[str]
) -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), when], stdout=subprocess.PIPE)
    assert process.stdout is not None
    conversation_id = process.stdout.readline().decode().strip()
    if when == "between":
        assert process.stdout.readline() == b"stored\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    async def main() -> None:
        async with world(tmp_path, saying("two"), saying("three")) as here:
            await here.storage.conversations.recover()
            queue = await here.chat.queued(conversation_id)
            assert (queue.hold, [item.text for item in queue.items]) == (Hold.LEFT, left)
            await quiet(here)
            assert not here.server.calls
            # A message of now does not drag the old ones along.
            await here.chat.send(conversation_id, "now")
            await here.until(finished(here))
            await quiet(here)
            assert len(here.server.calls) == 1
            await here.chat.send_queued(queue.items[0].id)
            await here.until(finished(here, 2))
            await quiet(here)
            assert bodies(here)[1]["messages"][-1]["content"] == "2"
            assert [item.text for item in (await here.chat.queued(conversation_id)).items] == left[1:]

    run(main)


def test_h03_over_the_budget_one_message_is_sent_for_one_leave(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one"), saying("two")) as (here, created):
            await here.money.set_budget(Budget("", BudgetSpan.DAY, Decimal(0), may_pass=True))
            await here.chat.queue(created.id, "a")
            await here.chat.queue(created.id, "b")
            await quiet(here)
            held = waiting(here, created.id)
            assert held.hold is Hold.REFUSED and held.refusal is not None
            assert not bodies(here)
            assert here.money.allow(held.refusal)
            await here.chat.resume_queue(created.id)
            await here.until(finished(here))
            await quiet(here)
            assert await texts(here, created.id) == ["a", "one"]
            held = waiting(here, created.id)  # the next one asks for leave of its own
            assert [item.text for item in held.items] == ["b"]
            assert held.hold is Hold.REFUSED and held.refusal is not None
            assert len(bodies(here)) == 1

    run(main)


def test_h03_leave_for_a_later_message_sends_that_one_and_no_other(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one"), saying("two")) as (here, created):
            await here.money.set_budget(Budget("", BudgetSpan.DAY, Decimal(0), may_pass=True))
            first = await here.chat.queue(created.id, "a")
            later = await here.chat.queue(created.id, "b, which is longer")
            await quiet(here)
            assert waiting(here, created.id).refused == first.id
            with pytest.raises(PandaError):
                await here.chat.send_queued(later.id)
            held = waiting(here, created.id)
            assert (held.refused, held.refused_place) == (later.id, 1)
            assert held.refusal is not None and here.money.allow(held.refusal)
            await here.chat.send_queued(held.refused)
            await here.until(finished(here))
            await quiet(here)
            assert await texts(here, created.id) == ["b, which is longer", "one"]
            assert [item.text for item in waiting(here, created.id).items] == ["a"]
            assert len(bodies(here)) == 1

    run(main)
